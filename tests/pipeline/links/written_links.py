"""What is told of links and pictures of a content folder."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from builds import DAY

from site_gen.base.diagnostics import Diagnostic
from site_gen.pipeline.request import Request
from site_gen.pipeline.steps import check

PAGE = "---\ntitle: Hướng dẫn\n---\n"

Told = Callable[..., list[str]]


def links_of(source: Path, as_of: date = DAY) -> list[Diagnostic]:
    """What is told of links and pictures."""
    found = check(Request(source, source.parent / "output", as_of))
    return [d for d in found if d.code.startswith(("HREF", "IMG"))]

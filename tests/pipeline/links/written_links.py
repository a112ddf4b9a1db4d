"""What is told of links and pictures of a content folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from builds import DAY

from site_gen.base.diagnostics import Diagnostic
from site_gen.base.messages import say
from site_gen.pipeline.request import Request
from site_gen.pipeline.steps import check

PAGE = "---\ntitle: Hướng dẫn\n---\n"

Told = Callable[..., list[str]]


def links_of(source: Path, as_of: date = DAY) -> list[Diagnostic]:
    """What is told of links and pictures."""
    found = check(Request(source, source.parent / "output", as_of))
    return [d for d in found if d.code.startswith(("HREF", "IMG"))]


def told_of(site: Path, texts: Mapping[str, str]) -> dict[str, list[str]]:
    """What is told of texts, each a page by its path: code, line, column and the hint."""
    for name, text in texts.items():
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text(PAGE + text, encoding="utf-8")
    told: dict[str, list[str]] = {name: [] for name in texts}
    for d in links_of(site):
        if (name := next((name for name in texts if d.at.path.endswith(f"/{name}")), None)) is not None:
            told[name].append(f"{d.code} {d.at.line - 3}:{d.at.column} {say(d.hint, 'vi') if d.hint else ''}")
    return told

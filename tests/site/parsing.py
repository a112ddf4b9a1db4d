"""Pages of the built site as html5lib reads them, each once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import html5lib


@cache
def parsed(path: Path) -> tuple[Any, list[Any]]:
    """The tree of a page, and what the parser found wrong with it."""
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    return parser.parse(path.read_bytes(), transport_encoding="utf-8"), list(parser.errors)

"""Where in the content a value is written that a page shows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from site_gen.base.diagnostics import Span
from site_gen.base.plain_text import normalise

_BRACKET = r"(?:\]\(\s*<?|\]:\s*<?|(?<=\s)<)"
"""What stands before an address in Markdown."""


class SourceFiles:
    """Content files by the path under which messages name them; each is read once, and only when asked for."""

    def __init__(self, source: Path, shown: str) -> None:
        self._source = source
        self._shown = shown
        self._texts: dict[str, str] = {}

    def address(self, begin: Span, address: str, nth: int = 0) -> Span | None:
        """The place of an address in a field that begins at a place: where it occurs for the `nth` time, from 0.

        An address in brackets goes before the same letters in words.
        """
        content = self.text(begin.path)
        start = 0
        for _ in range(begin.line - 1):
            start = content.find("\n", start) + 1
        for before in (_BRACKET, ""):
            hits = re.compile(before + re.escape(address)).finditer(content, start)
            if (hit := next(islice(hits, nth, None), None)) is not None:
                return _span(begin.path, content, hit.end() - len(address), hit.end())
        return None

    def place(self, key: str, text: str, paths: Iterable[str]) -> Span | None:
        """Where the value first occurs in the files, None where it is in none of them.

        Args:
            key: The value as it is compared.
            text: The value as it was found; the file may part its digits otherwise.
            paths: The files to look in, the likeliest first.
        """
        expression = _expression(key, text)
        for path in paths:
            content = self.text(path)
            if (hit := expression.search(content)) is not None:
                return _span(path, content, *hit.span())
        return None

    def text(self, path: str) -> str:
        """What a file says, as reports show it; empty where it cannot be read."""
        if path not in self._texts:
            below = path.startswith(self._shown)
            file = self._source / path.removeprefix(self._shown).lstrip("/") if below else Path(path)
            try:
                self._texts[path] = normalise(file.read_bytes().decode("utf-8-sig", "replace"))
            except OSError:
                self._texts[path] = ""
        return self._texts[path]


def _span(path: str, content: str, start: int, end: int) -> Span:
    """The place of what is between two offsets of a file's text, which is on one line."""
    line_start = content.rfind("\n", 0, start) + 1
    return Span(path, content.count("\n", 0, start) + 1, start - line_start + 1, end - line_start + 1)


def _expression(key: str, text: str) -> re.Pattern[str]:
    if key.isdecimal() and len(key) >= 9:
        # However the file groups them, and with +84 for the zero.
        inner = r"[^\d\n]{0,4}".join(f"[{d}{chr(0xFF10 + int(d))}]" for d in key.removeprefix("0"))
        head = r"(?:\+?84[^\d\n]{0,4}|[0\uff10][^\d\n]{0,4})?" if key.startswith("0") else ""
        return re.compile(rf"(?<!\d){head}{inner}(?!\d)")
    words = r"[\s*_]+".join(re.escape(word) for word in text.split())
    return re.compile(words, re.IGNORECASE)

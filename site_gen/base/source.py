"""A file as the author wrote it: decoded once, NFC, with its path as it is shown."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceFile:
    """Text of one content file. `path` is relative to where the command was given, with `/`."""

    path: str
    text: str

    def line(self, number: int) -> str:
        """Line `number`, counted from 1; empty past the end."""
        lines = self.text.split("\n")
        return lines[number - 1] if 0 < number <= len(lines) else ""


def normalise(text: str) -> str:
    """NFC with `\\n` line ends, so that columns, comparisons and digests do not depend on the editor."""
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")

"""Plain text: a file as its author wrote it, one form of letters and line ends, and what no spreadsheet may calculate."""

from __future__ import annotations

import re
import unicodedata

from site_gen.base.dataclass import dataclass

_PASTED_ALONG = re.compile("[\u200b\u2060\ufeff\u00ad]")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """Text of one content file. `path` is relative to where the command was given, with `/`."""

    path: str
    text: str


def normalise(text: str) -> str:
    """NFC with `\\n` line ends, so that columns, comparisons and digests do not depend on the editor."""
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")


def without_invisible(text: str) -> str:
    """The text without the invisible characters that are pasted along from web pages and Word, and without blanks around it."""
    return _PASTED_ALONG.sub("", text).strip()


def escape_formula(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe before what would begin one (OWASP, CSV injection)."""
    if text[:1].isalnum():  # as nearly every text begins
        return text
    return "'" + text if text.lstrip()[:1] in ("=", "+", "-", "@") or text[:1] in ("\t", "\r") else text

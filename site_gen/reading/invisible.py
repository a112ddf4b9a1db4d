"""Invisible characters where YAML takes them for letters: reported with their place, and read as blanks."""

from __future__ import annotations

import re

from site_gen.base.diagnostics import Diagnostic, Span
from site_gen.base.messages import msg
from site_gen.base.plain_text import SourceFile
from site_gen.reading.refusals import refuse

_BLANKS = {"\u00a0": "NBSP", "\u2007": "FIGURE SPACE", "\u202f": "NNBSP"}
_NOTHINGS = {"\u200b": "ZWSP", "\u200c": "ZWNJ", "\u200d": "ZWJ", "\u2060": "WJ", "\ufeff": "BOM", "\u00ad": "SHY"}
_BREAKS = {"\u0085": "NEL", "\u2028": "LS", "\u2029": "PS"}  # YAML ends the line here, no editor does
_NAMES = {**_BLANKS, **_NOTHINGS, **_BREAKS}
_SEEN, _UNSEEN = "".join(_BREAKS), "".join((*_BLANKS, *_NOTHINGS))
_ANY = re.compile(f"[{_SEEN}{_UNSEEN}]")
_GAP = f"[ \\t{_UNSEEN}]"
# What stands before a key or an item, and the colon after the key with the blanks around it.
_EDGES = re.compile(
    rf"(?P<lead>{_GAP}*(?:-{_GAP}+)*)(?:[^\s\"'#:{_UNSEEN}][^\"'#:]*?(?P<colon>{_GAP}*:(?:{_GAP}+|$)))?"
)
_BLOCK = re.compile(r"(?:.*:|\s*-)\s+[|>][+-]?\d?[+-]?\s*(?:#.*)?$")


def replace_invisible(source: SourceFile, first_line: int) -> tuple[SourceFile, list[Diagnostic]]:
    """The text with ordinary blanks at the edges of keys and values, and what was found there.

    Inside a text such characters are left to its field; only where they would part a key from its
    value, or shift a line, are they replaced.
    """
    if not _ANY.search(source.text):
        return source, []
    found: list[Diagnostic] = []
    rows = source.text.split("\n")
    block = -1  # the indentation of the key whose block of text we are in
    for number, row in enumerate(rows):
        indent = len(row) - len(row.lstrip(" "))
        if block >= 0 and (not row.strip() or indent > block):
            fixed, place = _replaced(row, ())
        else:
            block = indent if _BLOCK.match(row) else -1
            edges = _EDGES.match(row)
            fixed, place = _replaced(row, tuple(edges.span(g) for g in ("lead", "colon")) if edges else ())
        if place >= 0:
            rows[number] = fixed
            name = f"{_NAMES[row[place]]}, U+{ord(row[place]):04X}"
            message = msg("an invisible character ({name}) stands here", name=name)
            at = Span(source.path, number + first_line, place + 1, place + 2)
            found.append(refuse("YAML011", at, message, msg("delete it and type an ordinary blank")))
    return SourceFile(source.path, "\n".join(rows)), found


def _replaced(row: str, spans: tuple[tuple[int, int], ...]) -> tuple[str, int]:
    """The row with blanks for what is hidden in `spans`, and for line breaks anywhere; the first place or -1."""
    out: list[str] = []
    first, begun = -1, False  # before anything is begun, a sign without width is dropped: a blank would indent
    for index, sign in enumerate(row):
        at_edge = any(a <= index < b for a, b in spans)
        if sign in _BREAKS or (at_edge and sign in _NAMES):
            first = index if first < 0 else first
            out.append("" if sign in _NOTHINGS and not begun else " ")
        else:
            out.append(sign)
            begun = begun or not sign.isspace()
    return "".join(out), first

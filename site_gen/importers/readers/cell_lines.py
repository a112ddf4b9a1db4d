"""A table as copying from Word as plain text gives it: every cell on a line of its own that begins with a tab.

Cells hold blank lines and lines without a tab, so where a row ends is not written: it is where rows come out as wide as the first one,
begin with a number, and a blank line stands before them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.base.dataclass import dataclass

_NUMBERED = re.compile(r"(?:\d{1,3}|[IVXLC]{1,5}|[A-Za-zđĐ])[.)]?")
_TOTAL = re.compile(r"(?:tổng|cộng)\b", re.IGNORECASE)
_MOST = 40
"""Cells of a row, at most."""
_LEAST = 6
"""Cells that make a table."""


@dataclass(slots=True)
class _Piece:
    text: str
    after_blank: bool


def rows_of_cell_lines(lines: Sequence[str]) -> tuple[int, list[list[str]]]:
    """How many of the lines draw a table, and its rows; nothing where none begins here."""
    if not lines[0].startswith("\t") or lines[0].count("\t") > 1:
        return 0, []
    pieces, taken = _pieces(lines)
    if len(pieces) < _LEAST:
        return 0, []
    width = _width(pieces)
    if width < 3:
        return 0, []
    starts = _starts(pieces, width)
    ends = [*starts[1:], len(pieces)]
    return taken, [[piece.text for piece in pieces[a:b]] for a, b in zip(starts, ends, strict=True)]


def _pieces(lines: Sequence[str]) -> tuple[list[_Piece], int]:
    """The cells, and how many lines they take; a table ends where no line with a tab comes for a while."""
    pieces: list[_Piece] = []
    blank, taken = True, 0
    for number, line in enumerate(lines):
        if line.startswith("\t"):
            pieces.append(_Piece(line.strip(), blank))
            taken = number + 1
        elif line.strip() and pieces:
            if not any(ahead.startswith("\t") for ahead in lines[number : number + 6]):
                if not blank and taken == number:
                    pieces[-1].text += "\n" + line.strip()
                    taken = number + 1
                break
            pieces[-1].text += "\n" + line.strip()
            taken = number + 1
        blank = not line.strip()
    return pieces, taken


def _width(pieces: Sequence[_Piece]) -> int:
    """How many cells the first row has: up to the first one after a blank line that is numbered."""
    for number, piece in enumerate(pieces[1:_MOST], 1):
        if piece.after_blank and _NUMBERED.fullmatch(piece.text):
            return number
    return 0


def _starts(pieces: Sequence[_Piece], width: int) -> list[int]:
    """Where rows begin, so that as many as may be are as wide as the first one; the cheapest way of cutting, found from behind."""
    count = len(pieces)
    cost: list[float] = [0.0] * (count + 1)
    following = [count] * (count + 1)
    for start in range(count - 1, -1, -1):
        best, to = float("inf"), count
        for end in range(start + 1, min(start + width, count) + 1):
            if end < count and not pieces[end].after_blank:
                continue
            price = _price(pieces[start:end], width) + cost[end]
            if price < best:
                best, to = price, end
        cost[start], following[start] = best, to
    starts, at = [], 0
    while at < count:
        starts.append(at)
        at = following[at]
    return starts


def _price(row: Sequence[_Piece], width: int) -> float:
    first = row[0].text
    numbered = bool(_NUMBERED.fullmatch(first) or _TOTAL.match(first))
    empty = not any(piece.text for piece in row)
    if len(row) == width:
        return 0.0 if numbered or empty else 1.0
    # A row of merged cells is shorter; only one that is numbered or sums up is.
    return 1.5 if numbered else 6.0

"""What a row of a table is: an item, the heading of a group, a sum, or none of them."""

from __future__ import annotations

import re
from dataclasses import field
from enum import Enum

from site_gen.base.dataclass import dataclass
from site_gen.base.vietnamese import fold
from site_gen.importers.table import Cell, Place


class RowKind(Enum):
    """What a row stands for."""

    ITEM = "item"
    GROUP = "group"
    TOTAL = "total"
    NOTE = "note"


ROMAN = re.compile(r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
LETTERED = re.compile(r"[A-ZĐa-zđ]")
NUMBER = re.compile(r"\d{1,4}(?:\.\d{1,3})*")
_TOTAL = re.compile(r"(?:tong|cong)(?: (?:cong|so|chung|kinh phi))*")
_NOTE = re.compile(
    r"(?:ghi chu|chu thich|nguoi lap|lap bieu|ky ten|thu truong|noi nhan|tm|kt|chu tich|xac nhan|bang chu)\b"
)


def number_of(text: str) -> str:
    """The number in a cell of numbers: `2` for `2.`, `IV` for `IV.`; empty where it is no number."""
    bare = text.strip().rstrip(".)/:").removeprefix("(").strip()
    if ROMAN.fullmatch(bare) or LETTERED.fullmatch(bare) or NUMBER.fullmatch(bare):
        return bare
    return ""


def is_group_number(number: str) -> bool:
    """Whether a number is that of a group: roman or a letter."""
    return bool(number) and not number[0].isdigit()


@dataclass(slots=True)
class Row:
    """A row of a table that was put together again.

    Attributes:
        kind: What it stands for.
        number: The number in its cell of numbers, empty where it has none.
        cells: The cells that begin in it, by their column.
        below: Columns that a cell of a row above covers: the same value by the drawing of the table.
        at: Where it begins in the file.
    """

    kind: RowKind
    number: str
    cells: dict[int, Cell]
    below: frozenset[int] = frozenset()
    at: Place = field(default=Place())

    def text(self, column: int | None) -> str:
        """The words in a column; empty where it has none of its own."""
        cell = self.cells.get(column) if column is not None else None
        return cell.text if cell is not None else ""

    @property
    def title(self) -> str:
        """The first words that are not the number."""
        filled = [cell for cell in self.cells.values() if cell.text]
        words = [cell for cell in filled if not self.number or number_of(cell.text) != self.number]
        return next((cell.line for cell in words or filled), "")


def kind_of(cells: dict[int, Cell], number: str, width: int, numbers: int | None) -> RowKind:
    """What a row is, from the cells that begin in it.

    Args:
        cells: They, by column.
        number: The number in the cell of numbers.
        width: How many columns the table has.
        numbers: The column of numbers, None where there is none.
    """
    filled = [cell for cell in cells.values() if cell.text]
    words = [cell for cell in filled if cell.column != numbers or not number]
    first = fold(words[0].text) if words else ""
    if words and _TOTAL.fullmatch(first):
        return RowKind.TOTAL
    if _NOTE.match(first) and not number and len(words) <= 2:
        return RowKind.NOTE
    telling = [cell for cell in words if not is_figure(cell.text)]
    spans = any(cell.columns * 2 > width for cell in telling)
    if len(telling) == 1 and width > 2:
        if is_group_number(number) or (spans and not number[:1].isdigit()):
            return RowKind.GROUP
        if not number and telling[0].column == _first(width, numbers) and len(words) == 1:
            return RowKind.GROUP
        if number[:1].isdigit() and telling[0].text.isupper() and len(telling[0].text) > 3:
            return RowKind.GROUP
    if len(telling) == 1 and len(words) == 1 and telling[0].column == numbers:
        return RowKind.GROUP
    return RowKind.ITEM


def _first(width: int, numbers: int | None) -> int:
    return 1 if numbers == 0 and width > 1 else 0


def is_figure(text: str) -> bool:
    """Whether a text is nothing but a figure."""
    return bool(re.fullmatch(r"[\d.,\s%/+-]+", text))

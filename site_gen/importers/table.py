"""Tables as a file draws them: cells with their exact spans, each of which knows where it stands; and the text between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from datetime import date
from functools import cached_property

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message, msg

Value = str | float | date | bool | None
"""What a spreadsheet holds in a cell, beside how it is read."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell or a paragraph stands, in the words of the program in which an officer opens the file.

    Attributes:
        part: The name of a sheet, or the number of a table; empty for the file.
        row: Counted from 1; 0 for the whole part.
        column: Counted from 1; 0 for the whole row.
    """

    part: str | int = ""
    row: int = 0
    column: int = 0

    def words(self) -> Message:
        """`Sheet1, cell C7`; `table 2, row 3, column 4`; `line 12`."""
        if isinstance(self.part, int):
            if self.row and self.column:
                return msg(
                    "table {table}, row {row}, column {column}", table=self.part, row=self.row, column=self.column
                )
            if self.row:
                return msg("table {table}, row {row}", table=self.part, row=self.row)
            return msg("table {table}", table=self.part)
        if self.row and self.column:
            return msg("{sheet}, cell {cell}", sheet=self.part, cell=f"{letters(self.column)}{self.row}")
        if self.row:
            return (
                msg("{sheet}, row {row}", sheet=self.part, row=self.row)
                if self.part
                else msg("line {row}", row=self.row)
            )
        return msg("{sheet}", sheet=self.part) if self.part else msg("the whole file")


def letters(column: int) -> str:
    """The name of a spreadsheet's column, counted from 1: `A`, `Z`, `AA`."""
    out = ""
    while column:
        column, rest = divmod(column - 1, 26)
        out = chr(ord("A") + rest) + out
    return out


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; a merged one is one cell.

    Attributes:
        text: Its words; lines of their own stand on lines of their own.
        row: Its first row in the grid, from 0.
        column: Its first column in the grid, from 0.
        rows: How many rows it spans.
        columns: How many columns it spans.
        value: What a spreadsheet holds, where that is more than its words.
        at: Where it stands in the file.
        remark: What its reader had to decide about it, None where nothing.
    """

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    value: Value = None
    at: Place = field(default=Place())
    remark: Message | None = None

    @property
    def line(self) -> str:
        """Its words on one line."""
        return " ".join(self.text.split())


class Table:
    """A grid of cells without overlap.

    Args:
        name: The name of its sheet, or its number in the file.
        cells: Its cells in any order.
        above: The paragraphs directly above it, the nearest last.
    """

    def __init__(self, name: str | int, cells: Iterable[Cell], above: Sequence[str] = ()) -> None:
        self.name = name
        self.cells = tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))
        self.above = tuple(above)
        self.height = max((cell.row + cell.rows for cell in self.cells), default=0)
        self.width = max((cell.column + cell.columns for cell in self.cells), default=0)

    def __repr__(self) -> str:
        return f"Table({self.name!r}, {self.height} × {self.width})"

    @cached_property
    def _covering(self) -> dict[tuple[int, int], Cell]:
        return {
            (row, column): cell
            for cell in self.cells
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        }

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers a place of the grid, None where none does."""
        return self._covering.get((row, column))

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """For each row the cells that begin in it."""
        begun: list[list[Cell]] = [[] for _ in range(self.height)]
        for cell in self.cells:
            begun[cell.row].append(cell)
        return (tuple(row) for row in begun)

    def row(self, number: int) -> tuple[Cell | None, ...]:
        """The cells that cover a row, one for each column; a merged cell comes as often as it spans."""
        return tuple(self.at(number, column) for column in range(self.width))


def table_of(rows: Iterable[Sequence[str]], name: str | int, above: Sequence[str] = (), first: int = 1) -> Table:
    """A table without merged cells, from its texts; its rows are counted from `first`."""
    return Table(
        name,
        [
            Cell(text, number, column, at=Place(name, number + first, column + 1))
            for number, row in enumerate(rows)
            for column, text in enumerate(row)
        ],
        above,
    )


def moved(cell: Cell, row: int, column: int) -> Cell:
    """The same cell elsewhere in a grid; it still knows where it stands in the file."""
    return replace(cell, row=row, column=column)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text outside of tables, with where it stands."""

    text: str
    at: Place = field(default=Place())


@dataclass(frozen=True, slots=True)
class Book:
    """A file as it was read, in its own order.

    Attributes:
        name: The file's name.
        form: What kind of file it is: `docx`, `xlsx`, `csv`, …
        blocks: Its paragraphs and tables.
        remarks: What its reader had to decide or to leave out.
    """

    name: str
    form: str
    blocks: tuple[Paragraph | Table, ...]
    remarks: tuple[tuple[Place, Message], ...] = ()

    @property
    def tables(self) -> tuple[Table, ...]:
        """Its tables."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The text outside of them."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))


class NotRead(Exception):
    """A file that cannot be read as it is: what is wrong, and what to do."""

    def __init__(self, message: Message, hint: Message) -> None:
        super().__init__(str(message))
        self.message, self.hint = message, hint


def number_words(value: float) -> str:
    """`12` for 12.0, `0,25` for 0.25; never an exponent."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.10f}".rstrip("0").rstrip(".").replace(".", ",")

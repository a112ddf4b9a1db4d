"""The tables of a file put together again: their headings found, the cuts that pages made undone, the rows told apart.

A page break repeats the headings and cuts cells in two; what hangs below the cut has no number of its own, or begins in the middle of
a sentence. Every piece that is joined is a remark, so that somebody looks at it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import field, replace

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message, msg
from site_gen.base.vietnamese import fold
from site_gen.importers.rows import Row, RowKind, is_figure, kind_of, number_of
from site_gen.importers.table import Book, Cell, Place, Table

LOOK = 25
"""Rows of a sheet among which its headings are looked for."""
_LONG = 90
"""Letters beyond which no cell is a heading."""
_OWN_NUMBER = re.compile(r"\s*(?:\d+(?:\.\d+)+\.?|[a-zđ]\)|\(?\d{1,2}\))\s")
_BULLET = re.compile(r"\s*[-–+•*]\s*")
_ENDED = re.compile(r"[.;:!?…][\"”’)]*\s*$")

Headed = Callable[[Sequence[str]], float]
"""How likely texts are to be the headings of a table, from 0."""


@dataclass(slots=True)
class Whole:
    """A table as it was before pages cut it.

    Attributes:
        name: What its first part is called.
        above: The paragraphs above it, the nearest last.
        headings: By column what its heading says; of two rows both, the upper one first.
        rows: Its rows in order.
        numbers: The column of numbers, None where there is none.
        remarks: What was joined, and where.
    """

    name: str | int
    above: tuple[str, ...]
    headings: list[str]
    rows: list[Row] = field(default_factory=list)
    numbers: int | None = None
    remarks: list[tuple[Place, Message]] = field(default_factory=list)


def assemble(book: Book, headed: Headed) -> list[Whole]:
    """The tables of a file that have headings, whole.

    Args:
        book: The file.
        headed: How likely texts are to be headings; at least 1 for a row of headings.
    """
    out: list[Whole] = []
    for table in book.tables:
        before: tuple[str, ...] = ()  # what stands above the headings in the same sheet
        for part in _split(table, headed):
            last = out[-1] if out else None
            if last is not None and part.goes_on(last):
                _join(last, part)
            elif not part.headings:
                before = tuple(cell.line for row in part.rows for cell in row if cell.text)
            else:
                whole = Whole(part.name, (*part.above, *before), part.headings, numbers=part.numbers)
                before = ()
                out.append(whole)
                _join(whole, part)
    return out


def likeliest(book: Book, headed: Headed) -> float:
    """The most likely row of headings among the first rows of each table of a file."""
    return max(
        (headed(_texts(table, row)) for table in book.tables for row in range(min(table.height, LOOK))), default=0.0
    )


def looks_like_headings(texts: Sequence[str]) -> float:
    """Whether texts could be headings whatever they say: several short ones, all different, none a number."""
    filled = [text for text in texts if text]
    short = all(len(text) <= _LONG and not re.search(r"\d{2}", text) for text in filled)
    return 1.0 if len(filled) > 2 and len(filled) == len(texts) and short and _distinct(filled) == len(filled) else 0.0


@dataclass(slots=True)
class _Part:
    """A piece of a table with at most one row of headings."""

    name: str | int
    above: tuple[str, ...]
    headings: list[str]
    rows: list[list[Cell]]
    table: Table
    first: int

    @property
    def numbers(self) -> int | None:
        return column_of_numbers(self.headings)

    def goes_on(self, last: Whole) -> bool:
        """Whether it is the rest of a table that a page break cut."""
        if self.headings:
            same = [fold(text) for text in self.headings] == [fold(text) for text in last.headings]
            return same and not (self.above and (self._has_name or self._counts_anew))
        return bool(self.rows) and self.table.width == len(last.headings) and not self.above

    @property
    def _has_name(self) -> bool:
        """Whether the text above gives it a name of its own."""
        return any(re.match(r"(?:phu luc|bieu|bang|danh muc)\b", fold(text)) for text in self.above[-3:])

    @property
    def _counts_anew(self) -> bool:
        """Whether its first number is 1."""
        at = self.numbers
        numbers = [number_of(cell.line) for row in self.rows for cell in row if cell.column == at and cell.text]
        return bool(numbers) and numbers[0] in ("1", "01", "I", "A")


def column_of_numbers(headings: Sequence[str]) -> int | None:
    """The column that counts the rows."""
    names = ("tt", "stt", "so tt", "so thu tu", "s tt", "no")
    return next((column for column, text in enumerate(headings) if fold(text) in names), None)


def _split(table: Table, headed: Headed) -> list[_Part]:
    """A table at each row of headings; a sheet may hold several tables, and one repeats its headings on every page."""
    rows = list(table.rows())
    starts: list[tuple[int, int, list[str]]] = []
    at = 0
    known: list[str] | None = None
    while at < len(rows):
        texts = _texts(table, at)
        again = known is not None and [fold(text) for text in texts] == [fold(text) for text in known]
        if again or (headed(texts) >= 1 and (known is None or at < LOOK or _distinct(texts) > 2)):
            top = _top(table, at, starts[-1][1] if starts else 0)
            depth, headings = _headings(table, top, at - top + 1, headed)
            starts.append((top, top + depth, headings))
            known = texts
            at = top + depth
        else:
            at += 1
    if not starts or starts[0][0] > 0:
        starts.insert(0, (0, 0, []))
    ends = [start for start, _, _ in starts[1:]] + [len(rows)]
    parts: list[_Part] = []
    above = table.above
    following = [*(said for _, _, said in starts[1:]), None]
    for (_, first, headings), end, after in zip(starts, ends, following, strict=True):
        last = end if after in (None, headings) else _before_caption(rows, first, end)
        parts.append(_Part(table.name, above, headings, [list(row) for row in rows[first:last]], table, first))
        above = tuple(cell.line for row in rows[last:end] for cell in row if cell.text)
    return [part for part in parts if part.headings or any(cell.text for row in part.rows for cell in row)]


def _before_caption(rows: Sequence[Sequence[Cell]], first: int, end: int) -> int:
    """Where the rows of a table end above the headings of the next one: what stands alone there is its caption."""
    while end > first and sum(bool(cell.text) for cell in rows[end - 1]) < 2:
        end -= 1
    return end


def _texts(table: Table, row: int) -> list[str]:
    return [cell.line if cell is not None else "" for cell in table.row(row)]


def _distinct(texts: Iterable[str]) -> int:
    return len({fold(text) for text in texts if text})


def _top(table: Table, at: int, least: int) -> int:
    """The first row of headings that end in a row: above it stand cells that reach down into it, or join several of its columns."""
    while at > least:
        above = [cell for cell in table.row(at - 1) if cell is not None and cell.text]
        reach = any(cell.row + cell.rows > at for cell in above)
        join = any(1 < cell.columns < table.width for cell in above) and all(len(cell.text) <= _LONG for cell in above)
        if not reach and not join:
            break
        at = min((cell.row for cell in above if reach and cell.row + cell.rows > at), default=at - 1)
    return at


def _headings(table: Table, at: int, depth: int, headed: Headed) -> tuple[int, list[str]]:
    """How many rows the headings take, `depth` at least, and the heading of each column."""
    cells = [cell for row in range(at, at + depth) for cell in table.row(row) if cell is not None]
    depth = max((cell.row + cell.rows - at for cell in cells), default=depth)
    # A second row of headings below merged ones.
    following = _texts(table, at + depth) if at + depth < table.height else []
    filled = [text for text in following if text]
    joins = depth == 1 and any(cell.columns > 1 for cell in cells)
    short = filled and not _are_numbers(filled, table.width) and all(len(text) <= _LONG for text in filled)
    if joins and short and not number_of(following[0]) and headed(following) > 0:
        depth = 2
    headings: list[str] = []
    for column in range(table.width):
        said: list[str] = []
        for row in range(at, min(at + depth, table.height)):
            cell = table.at(row, column)
            if cell is not None and cell.line and cell.line not in said:
                said.append(cell.line)
        headings.append(" ".join(said))
    following = _texts(table, at + depth) if at + depth < table.height else []
    if _are_numbers([text for text in following if text], table.width):
        depth += 1
    return depth, headings


def _are_numbers(texts: Sequence[str], width: int) -> bool:
    """Whether a row numbers the columns: (1) (2) (3), A B 1 2, 3=1+2."""
    bare = [text.strip("()[] ") for text in texts]
    return len(bare) * 2 > width and all(re.fullmatch(r"\d{1,2}|[A-Z]|\d{1,2}\s*=.*", text) for text in bare)


def _join(whole: Whole, part: _Part) -> None:
    """Puts the rows of a part behind those of a whole, and what a page break cut together again."""
    seam = bool(whole.rows)
    numbers = whole.numbers
    for offset, begun in enumerate(part.rows):
        cells = {cell.column: cell for cell in begun if cell.text}
        if not cells:
            continue
        number = number_of(cells[numbers].line) if numbers is not None and numbers in cells else ""
        at = replace(next(iter(cells.values())).at, column=0)
        covered = frozenset(
            column
            for column, cell in enumerate(part.table.row(part.first + offset))
            if cell is not None and cell.row < part.first + offset and cell.text
        )
        kind = kind_of(cells, number, len(whole.headings), numbers)
        if seam:
            cells = _continued(whole, cells, number, kind, at)
        elif _hangs(whole, cells, number, kind, numbers):
            cells = _continued(whole, cells, number, kind, at, inside=True)
        seam = False
        if cells and not (number and set(cells) == {numbers}):
            whole.rows.append(Row(kind_of(cells, number, len(whole.headings), numbers), number, cells, covered, at))


def _hangs(whole: Whole, cells: dict[int, Cell], number: str, kind: RowKind, numbers: int | None) -> bool:
    """Whether a row within a table goes on with the one above it: it has no number, and begins in the middle of a sentence."""
    if numbers is None or number or kind is not RowKind.ITEM or not whole.rows:
        return False
    first = next(iter(cells.values())).text
    return first[:1].islower() and not _OWN_NUMBER.match(first)


def _continued(
    whole: Whole, cells: dict[int, Cell], number: str, kind: RowKind, at: Place, inside: bool = False
) -> dict[int, Cell]:
    """What is left of the first row below a page break after the ends of cut cells went back to where they belong."""
    last = next((row for row in reversed(whole.rows) if row.kind is RowKind.ITEM), None)
    if last is None or whole.rows[-1].kind is not RowKind.ITEM:
        return cells
    if kind is RowKind.GROUP and not _mid_sentence(next(iter(cells.values())).text):
        return cells
    above = {column: cell.text for column, cell in last.cells.items() if column != whole.numbers}
    if any(is_figure(cell.text) and is_figure(above.get(column, "")) for column, cell in cells.items()):
        return cells  # no page cuts a figure in two
    fresh = {column for column, cell in cells.items() if _OWN_NUMBER.match(cell.text)}
    left: dict[int, Cell] = {}
    for column, cell in cells.items():
        owner = next((row for row in reversed(whole.rows) if column in row.cells), None)
        if owner is None or owner.kind is not RowKind.ITEM or column in fresh or column == whole.numbers:
            left[column] = cell
        elif _mid_sentence(cell.text) or (not number and not fresh):
            owner.cells[column] = joined(owner.cells[column], cell)
            whole.remarks.append(
                (cell.at, msg("joined with the cell above the page break: “… {end}”", end=cell.line[:60]))
            )
        else:
            left[column] = cell
    return left


def _mid_sentence(text: str) -> bool:
    return text[:1].islower() and not re.match(r"[a-zđ]\)", text)


def joined(upper: Cell, lower: Cell) -> Cell:
    """Two halves of a cell as one."""
    apart = bool(_BULLET.match(lower.text)) or (bool(_ENDED.search(upper.text)) and not lower.text[:1].islower())
    return replace(upper, text=upper.text + ("\n" if apart else " ") + lower.text)

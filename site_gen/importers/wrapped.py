"""Tables that a conversion of PDF to text left as lines: cell after cell, each broken at its own width, nothing between them.

The headings say which columns there are and in which order. Within a row, the lines are dealt out to the columns in that order, so
that each line stands where its words, its length and its first letter fit best: the best of all ways, found step by step (the method
of Viterbi). Widths are not known before, so it is done twice: the second time with the widths that the first one found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from site_gen.base.dataclass import dataclass
from site_gen.base.vietnamese import fold
from site_gen.importers.columns import Column, plain_heading
from site_gen.importers.table import Book, Cell, Paragraph, Place, Table

Likely = Callable[[str, str], float]
"""How well a line (its words, and folded) fits a column; 0 where they say nothing."""

_NUMBERED = re.compile(r"\s*(\d{1,3})\s*[.)]?(?:\s+(\S.*))?\s*$")
_MACHINE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d|\S+@\S+\.\S+")
_HEAD_LINES = 14
_LEFT_OUT = 3.0
"""What it costs to leave a line out of all columns, behind the last one."""
STRAY = ""
Begins = Callable[[str], bool]
"""Whether a text begins as one of several things in a cell does."""


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    folded: str
    at: Place

    @property
    def goes_on(self) -> bool:
        """Whether it begins in the middle of a sentence."""
        return self.text[:1].islower() or bool(re.match(r"[-–]\s*\d{4}|\d{1,2}/\d{4}", self.text))


def with_wrapped_tables(
    book: Book, columns: Sequence[Column], likely: Mapping[str, Likely], begins: Mapping[str, Begins] | None = None
) -> Book:
    """The file with the tables that stand in its lines; the same where there are none.

    Args:
        book: The file.
        columns: The columns that such tables may have, the column of numbers first.
        likely: By key of a column, how well a line fits it.
        begins: By key of a column that holds several things, how one begins.
    """
    lines = book.paragraphs
    blocks: list[Paragraph | Table] = []
    at, number = 0, len(book.tables)
    while at < len(lines):
        found = _headings(lines, at, columns)
        if found is None:
            blocks.append(lines[at])
            at += 1
            continue
        first, order = found
        end = _end(lines, first, columns)
        number += 1
        above = [block.text for block in blocks[-3:] if isinstance(block, Paragraph)]
        blocks.append(_table(lines[first:end], number, order, above, likely, begins or {}))
        at = end
    if number == len(book.tables):
        return book
    return Book(book.name, book.form, (*blocks, *book.tables), book.remarks)


Order = list[tuple[Column, str]]
"""The columns of a table from left to right, each with its heading in the words of the file."""


def _headings(lines: Sequence[Paragraph], at: int, columns: Sequence[Column]) -> tuple[int, Order] | None:
    """Where the rows begin below headings that begin at a line, and the columns in order; None where no headings begin there."""
    if not re.match(r"(?:s?tt|so tt)\b", fold(lines[at].text)):
        return None
    said: list[str] = []
    for offset, line in enumerate(lines[at : at + _HEAD_LINES]):
        hit = _NUMBERED.match(line.text)
        if offset and hit and hit[1] in ("1", "01"):
            order = _order(" ".join(" ".join(said).split()), columns)
            return (at + offset, order) if len(order) > 2 else None
        said.append(line.text)
    return None


def _order(text: str, columns: Sequence[Column]) -> Order:
    """The columns whose names stand in a text, in its order; longer names first, none inside another."""
    words = [(hit.start(), hit.end(), fold(hit[0])) for hit in re.finditer(r"[^\W_]+", text)]
    folded = [word for _, _, word in words]
    taken: list[tuple[int, int, Column]] = []
    names = sorted(
        ((plain_heading(name).split(), column) for column in columns for name in column.names),
        key=lambda pair: -len(pair[0]),
    )
    for name, column in names:
        start = next((n for n in range(len(folded)) if folded[n : n + len(name)] == name), None)
        if start is None or any((a < start + len(name) and start < b) or other is column for a, b, other in taken):
            continue
        taken.append((start, start + len(name), column))
    out: Order = []
    for place, (start, _, column) in enumerate(ordered := sorted(taken, key=lambda one: one[0])):
        end = words[ordered[place + 1][0]][0] if place + 1 < len(ordered) else len(text)
        out.append((column, text[words[start][0] : end].strip(" ()/,;")))
    return out


def _end(lines: Sequence[Paragraph], first: int, columns: Sequence[Column]) -> int:
    """Where the rows end: at the next headings, at an annex, or with the text."""
    for at in range(first + 1, len(lines)):
        if re.match(r"(?:phu luc|bieu)(?: so)? \w{1,4}\b", fold(lines[at].text)) or _headings(lines, at, columns):
            return at
    return len(lines)


def _table(
    paragraphs: Sequence[Paragraph],
    number: int,
    headed: Order,
    above: Sequence[str],
    likely: Mapping[str, Likely],
    begins: Mapping[str, Begins],
) -> Table:
    order = [column for column, _ in headed]
    rows = list(_rows(paragraphs, order))
    widths: dict[str, int] = {}
    dealt: list[dict[str, list[_Line]]] = []
    for _ in range(2):
        dealt = [
            _deal(lines, [column for column in order[1:] if column.key not in known], likely, widths)
            for _, lines, known in rows
        ]
        widths = _widths(dealt)
    cells = [Cell(words, 0, place, at=Place(number)) for place, (_, words) in enumerate(headed)]
    for row, ((said, lines, known), parts) in enumerate(zip(rows, dealt, strict=True), 1):
        cells.append(Cell(said, row, 0, at=lines[0].at if lines else Place(number, row)))
        for place, column in enumerate(order[1:], 1):
            own = known.get(column.key) or parts.get(column.key)
            if own:
                cells.append(Cell(_text(own, begins.get(column.key)), row, place, at=own[0].at))
        if stray := parts[STRAY]:
            task = next((n for n, cell in enumerate(cells) if cell.row == row and cell.column == 1), None)
            if task is not None:
                cells[task] = Cell(f"{cells[task].text} {_text(stray)}", row, 1, at=cells[task].at)
    return Table(number, cells, above)


def _rows(
    paragraphs: Sequence[Paragraph], order: Sequence[Column]
) -> Iterator[tuple[str, list[_Line], dict[str, list[_Line]]]]:
    """Each row: its number, its lines, and by column the ends of lines that hold several columns.

    A row begins where the number that is next begins a line.
    """
    number, lines, known = "", list[_Line](), dict[str, list[_Line]]()
    following = 1
    for paragraph in paragraphs:
        text = paragraph.text.strip()
        if not text or _MACHINE.search(text):
            continue
        hit = _NUMBERED.match(text)
        if hit and int(hit[1]) == following:
            if number:
                yield number, lines, known
            number, lines, known, following = hit[1], [], {}, following + 1
            text = hit[2] or ""
        if {column.key for column in order} >= {"lead", "deadline"} and (ends := _ENDS.match(text)):
            for key in ("lead", "deadline"):
                known.setdefault(key, []).append(_Line(ends[key], fold(ends[key]), paragraph.at))
            text = ends["head"]
        if text := text.strip():
            lines.append(_Line(text, fold(text), paragraph.at))
    if number:
        yield number, lines, known


_ENDS = re.compile(
    r"(?P<head>(?:.*\s)?)(?P<lead>(?:UBND|Văn phòng|Công chức|Phòng|Các|Ban|Bộ phận)\b[^\d,;.]{0,25}?)"
    r"\s+(?P<deadline>(?:Tháng|Quý|Năm|Trước|Thường xuyên)\b.*)"
)
"""A line across several columns: `Xây dựng kế hoạch  UBND xã Tháng 01/2023`."""


def _deal(
    lines: Sequence[_Line], order: Sequence[Column], likely: Mapping[str, Likely], widths: Mapping[str, int]
) -> dict[str, list[_Line]]:
    """The lines of a row dealt out to the columns, by key; those that fit none under `STRAY`."""
    states = len(order) + 1
    best = [0.0 if state == 0 else -_skipped(state, order) for state in range(states)]
    came: list[list[int]] = []
    for place, line in enumerate(lines):
        before = lines[place - 1] if place else None
        scores, from_ = [], []
        for state in range(states):
            ways = [
                best[old] + _step(old, state, before, line, order, widths) if place else best[state]
                for old in range(state + 1)
            ]
            old = max(range(len(ways)), key=lambda one: ways[one])
            scores.append(ways[old] + _fit(line, state, order, likely, widths))
            from_.append(old if place else state)
        best = scores
        came.append(from_)
    keys = [*(column.key for column in order), STRAY]
    out: dict[str, list[_Line]] = {key: [] for key in keys}
    if not lines:
        return out
    ends = [score - _unreached(state, order) for state, score in enumerate(best)]
    state = max(range(states), key=lambda one: ends[one])
    for place in range(len(lines) - 1, -1, -1):
        out[keys[state]].insert(0, lines[place])
        state = came[place][state]
    return out


def _skipped(state: int, order: Sequence[Column]) -> float:
    return 2.0 * state if state < len(order) else 50.0


def _unreached(state: int, order: Sequence[Column]) -> float:
    """What it costs to end before the last column."""
    return 2.0 * max(0, len(order) - 1 - state)


def _fit(
    line: _Line, state: int, order: Sequence[Column], likely: Mapping[str, Likely], widths: Mapping[str, int]
) -> float:
    if state == len(order):
        return -0.2
    key = order[state].key
    score = likely[key](line.text, line.folded) if key in likely else 0.0
    width = widths.get(key, 0)
    if width and len(line.text) > width * 1.25:
        score -= 3.0
    return score


def _step(
    old: int, new: int, before: _Line | None, line: _Line, order: Sequence[Column], widths: Mapping[str, int]
) -> float:
    """What speaks for going on in a column, or for going to another one."""
    width = widths.get(order[old].key, 0) if old < len(order) else 0
    short = bool(width and before is not None and len(before.text) < 0.6 * width)
    whole = before is not None and bool(re.search(r"\b\d{4}[.)]?$", before.text))  # a time that is said to its year
    if old == new:
        return (1.2 if line.goes_on and not whole else -1.5 if line.goes_on else -0.2) - (
            0.8 if short and not line.goes_on else 0.0
        )
    jump = 2.0 * (new - old - 1) if new < len(order) else 1.0 if whole and line.goes_on else _LEFT_OUT
    return (-3.0 if line.goes_on and new < len(order) else 0.4) + (0.8 if short else 0.0) - jump


def _widths(dealt: Sequence[Mapping[str, Sequence[_Line]]]) -> dict[str, int]:
    """The length of the longer lines of each column."""
    lengths: dict[str, list[int]] = {}
    for parts in dealt:
        for key, lines in parts.items():
            lengths.setdefault(key, []).extend(len(line.text) for line in lines)
    return {key: sorted(found)[int(len(found) * 0.85)] for key, found in lengths.items() if key and len(found) > 3}


def _text(lines: Sequence[_Line], begins: Begins | None = None) -> str:
    """The lines of a cell as it was: a line that begins with a bullet or behind a full stop stands by itself.

    In a cell of several things so does one that begins with a capital as such a thing does, behind another one.
    """
    out = ""
    for line in lines:
        words = " ".join(line.text.split())
        if not out:
            out = words
        elif (
            re.match(r"[-–+•]\s*(?!\d{4}\b)", words)
            or (out.endswith((".", ";")) and not words[:1].islower())
            or (begins and words[:1].isupper() and begins(words) and begins(out.rpartition("\n")[2]))
        ):
            out += f"\n{words}"
        else:
            out += f" {words}"
    return out

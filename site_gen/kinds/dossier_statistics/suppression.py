"""Hiding small numbers of a breakdown so that they cannot be computed back from what stays visible.

A count of one or two in a list by field may point at a person, so it is shown as "under N". That alone hides nothing
where the other rows and the published total are known: the difference gives it away. So further cells are hidden until
every small one could have another value, too.

What a reader knows: the total of each column; in each row, that what came in is what went out, give or take the
difference of the stock, which is assumed to be known to him though no breakdown shows it (`flows`: the columns of that
balance with their signs); of a hidden cell, whether it is under N or not. A hidden count can differ from what it is if,
starting from it, ones can be moved around a ring of hidden cells so that every row and column still adds up. Seen as a
graph (rows and columns are nodes, a hidden cell is the edge between its row and column) this is a path back to where the
cell begins; columns outside the balance hang on one common node. A search for that path is an exact test, and hiding
more never spoils it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from site_gen.base.dataclass import dataclass

Cell = tuple[str, str]
Numbers = Mapping[str, Mapping[str, int | None]]
"""Counts by row and column; None where a row does not state one."""
_ANY_ROW = ("*", "")


@dataclass(frozen=True, slots=True)
class Hidden:
    """What to hide: single cells, and whole columns, in which nothing is shown of any row."""

    cells: frozenset[Cell]
    columns: frozenset[str]


def hidden_cells(table: Numbers, flows: Mapping[str, int], below: int) -> Hidden | None:
    """Which cells to hide; None where no choice protects every small one, and the table must not be published.

    A column beside the balance may be stated by one row alone; it is then hidden as a whole, for even that the others
    do not state it would tell whose the total is.

    Args:
        table: The breakdown; every row has the same columns.
        flows: Columns of the row balance, with +1 for what comes in and -1 for what goes out.
        below: Counts from 1 to just under this are small.
    """
    small = [cell for cell, n in _cells(table) if 0 < n < below]
    hidden, columns = set(small), set[str]()
    for cell in small:
        if could_differ(cell, hidden, table, flows, below):
            continue
        ring = _cheapest_ring(cell, hidden, table, flows, below)
        if ring is not None:
            hidden |= ring
        elif cell[1] not in flows and len(table) > 1:
            columns.add(cell[1])
        else:
            return None
    return Hidden(frozenset(cell for cell in hidden if cell[1] not in columns), frozenset(columns))


def _cells(table: Numbers) -> Iterator[tuple[Cell, int]]:
    for row, counts in table.items():
        for column, n in counts.items():
            if n is not None:
                yield (row, column), n


def _moves(n: int, below: int) -> tuple[int, ...]:
    """By which steps a hidden count may move and still agree with what is said of it."""
    if n < below:
        return tuple(step for step, can in ((1, n < below - 1), (-1, n > 0)) if can)
    return (1, -1) if n > below else (1,)


def _arcs(
    cells: set[Cell], table: Numbers, flows: Mapping[str, int], below: int
) -> Iterator[tuple[tuple[str, str], tuple[str, str], Cell]]:
    """Each way in which a hidden cell may move, from node to node."""
    for row, column in sorted(cells):
        n = table[row][column]
        assert n is not None
        here, there = (("row", row) if column in flows else _ANY_ROW), ("column", column)
        for step in _moves(n, below):
            ends = (here, there) if step * flows.get(column, 1) > 0 else (there, here)
            yield (*ends, (row, column))


def could_differ(cell: Cell, hidden: set[Cell], table: Numbers, flows: Mapping[str, int], below: int) -> bool:
    """Whether a hidden count could have another value, for all that a reader knows."""
    ways: dict[tuple[str, str], list[tuple[str, str]]] = {}
    starts: list[tuple[tuple[str, str], tuple[str, str]]] = []
    for tail, head, of in _arcs(hidden, table, flows, below):
        if of == cell:
            starts.append((head, tail))
        else:
            ways.setdefault(tail, []).append(head)
    return any(_reaches(begin, end, ways) for begin, end in starts)


def _reaches(
    begin: tuple[str, str], end: tuple[str, str], ways: Mapping[tuple[str, str], Sequence[tuple[str, str]]]
) -> bool:
    seen, waiting = {begin}, [begin]
    while waiting:
        here = waiting.pop()
        if here == end:
            return True
        for there in ways.get(here, ()):
            if there not in seen:
                seen.add(there)
                waiting.append(there)
    return False


def _cheapest_ring(
    cell: Cell, hidden: set[Cell], table: Numbers, flows: Mapping[str, int], below: int
) -> set[Cell] | None:
    """The cells that close a ring through `cell` at the least loss: few and small ones."""
    row, column = cell
    others = [r for r in table if r != row and table[r].get(column) is not None]
    rings: list[set[Cell]] = [{cell, (r, column)} for r in others]
    if column in flows:
        seconds = [c for c in flows if c != column]
        rings = [
            {cell, (r, column), (row, c), (r, c)}
            for r, c in product(others, seconds)
            if table[row].get(c) is not None and table[r].get(c) is not None
        ]

    def loss(ring: set[Cell]) -> tuple[int, int, list[Cell]]:
        new = sorted(ring - hidden)
        return len(new), sum(table[r][c] or 0 for r, c in new), new

    for ring in sorted(rings, key=loss):
        if could_differ(cell, hidden | ring, table, flows, below):
            return ring
    return None

"""Small numbers of a breakdown stay hidden from a reader who subtracts, and from one who tries every possibility."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from site_gen.kinds.dossier_statistics.suppression import Cell, Hidden, Numbers, hidden_cells

FLOWS = {"in_online": 1, "in_direct": 1, "done": -1, "returned": -1}
COLUMNS = (*FLOWS, "paid")
BELOW = 3
MOST = 7

NOTHING = Hidden(frozenset(), frozenset())

counts = st.integers(0, 6)
unstated = st.one_of(st.none(), counts)
tables: st.SearchStrategy[Numbers] = st.dictionaries(
    st.sampled_from("abc"),
    st.fixed_dictionaries({**dict.fromkeys(FLOWS, counts), "paid": unstated}),
    min_size=1,
    max_size=3,
)


def readings(table: Numbers, hidden: frozenset[Cell]) -> Iterator[Mapping[Cell, int]]:
    """Every way of filling the hidden cells that agrees with the shown ones, the totals and the balances."""
    by_column = {c: [cell for cell in sorted(hidden) if cell[1] == c] for c in COLUMNS}

    def column_fillings(c: str) -> list[dict[Cell, int]]:
        cells = by_column[c]
        total = sum(table[r][c] or 0 for r, _ in cells)
        ranges = [range(BELOW) if (table[r][c] or 0) < BELOW else range(BELOW, MOST + 12) for r, _ in cells]
        return [dict(zip(cells, f, strict=True)) for f in product(*ranges) if sum(f) == total]

    for parts in product(*(column_fillings(c) for c in COLUMNS)):
        filled = {cell: n for part in parts for cell, n in part.items()}
        if all(
            sum(sign * (filled.get((r, c), row[c]) or 0) for c, sign in FLOWS.items())
            == sum(sign * (row[c] or 0) for c, sign in FLOWS.items())
            for r, row in table.items()
        ):
            yield filled


@settings(max_examples=150, deadline=None)
@given(tables)
def test_no_small_number_can_be_told_from_what_is_shown(table: Numbers) -> None:
    found = hidden_cells(table, FLOWS, BELOW)
    assume(found is not None and len(found.cells) <= 9)
    assert found is not None
    hidden = found.cells
    possible: dict[Cell, set[int]] = {cell: set() for cell in hidden}
    for filled in readings(table, hidden):
        for cell, n in filled.items():
            possible[cell].add(n)
    for row, column in hidden:
        if 0 < (table[row][column] or 0) < BELOW:
            assert len(possible[row, column]) > 1


@given(tables)
def test_every_small_number_is_hidden(table: Numbers) -> None:
    hidden = hidden_cells(table, FLOWS, BELOW)
    small = {(r, c) for r, row in table.items() for c, n in row.items() if 0 < (n or 0) < BELOW}
    assert hidden is None or {c for c in small if c[1] not in hidden.columns} <= hidden.cells


@given(tables)
def test_where_nothing_is_small_nothing_is_hidden(table: Numbers) -> None:
    assert hidden_cells(table, FLOWS, 0) == NOTHING
    assert hidden_cells(table, FLOWS, 1) == NOTHING


def cells_of(table: Numbers) -> frozenset[Cell]:
    hidden = hidden_cells(table, FLOWS, BELOW)
    assert hidden is not None
    assert hidden.columns == frozenset()
    return hidden.cells


def test_a_lone_small_number_takes_the_next_smallest_of_its_column_along() -> None:
    table = {"a": {"paid": 1}, "b": {"paid": 40}, "c": {"paid": 8}}
    assert cells_of(table) == {("a", "paid"), ("c", "paid")}


def test_a_small_number_in_the_balance_takes_a_ring_of_four_along() -> None:
    table = {
        "a": {"in_online": 30, "in_direct": 12, "done": 41, "returned": 1},
        "b": {"in_online": 20, "in_direct": 9, "done": 29, "returned": 0},
    }
    assert cells_of(table) == {(r, c) for r in "ab" for c in ("returned", "in_direct")}


def test_two_small_numbers_at_their_most_would_give_each_other_away() -> None:
    table = {"a": {"paid": 2}, "b": {"paid": 2}, "c": {"paid": 9}}
    assert cells_of(table) == {("a", "paid"), ("b", "paid"), ("c", "paid")}


def test_a_table_that_cannot_be_protected_is_not_published() -> None:
    assert hidden_cells({"a": {"paid": 1}}, FLOWS, BELOW) is None


def test_what_is_not_stated_is_not_a_cell() -> None:
    assert hidden_cells({"a": {"paid": None}, "b": {"paid": 5}}, FLOWS, BELOW) == NOTHING


def test_a_column_that_one_row_alone_states_is_hidden_as_a_whole() -> None:
    table = {"a": {"done": 20, "paid": 1}, "b": {"done": 30, "paid": None}}
    assert hidden_cells(table, FLOWS, BELOW) == Hidden(frozenset(), frozenset({"paid"}))


def test_a_column_that_could_not_be_protected_cell_by_cell_is_hidden_as_a_whole() -> None:
    table = {"a": {"done": 20, "paid": 2}, "b": {"done": 30, "paid": 2}}
    assert hidden_cells(table, FLOWS, BELOW) == Hidden(frozenset(), frozenset({"paid"}))

"""Dots: one for each thing, in the column of its period."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from site_gen.model.period import Period
from site_gen.pages.charts.dots import MOST_DOTS, dot_row, period_axis

PERIODS = [Period.of(2025, 11).shift(n) for n in range(12)]


@given(st.dictionaries(st.sampled_from(PERIODS), st.integers(0, 10**9)))
def test_each_period_has_its_cell_with_its_count(counts: dict[Period, int]) -> None:
    row = dot_row(counts, PERIODS)

    assert [cell.count for cell in row.cells] == [counts.get(period) for period in PERIODS]
    assert [cell.x for cell in row.cells] == [mark.x for mark in period_axis(PERIODS).marks]
    assert all(0 < cell.x < 100 for cell in row.cells)
    assert row.height <= MOST_DOTS / 3


def test_what_is_not_known_is_not_nothing() -> None:
    assert [cell.count for cell in dot_row({PERIODS[0]: 0}, PERIODS[:2]).cells] == [0, None]


def test_so_many_that_they_cannot_be_told_apart_are_a_number() -> None:
    assert [cell.single for cell in dot_row({PERIODS[0]: 6, PERIODS[1]: 7}, PERIODS[:2]).cells] == [True, False]


def test_an_axis_of_nothing_is_empty() -> None:
    assert period_axis([]).marks == ()

"""A plan's years: everything that falls due in its column, no less and no more."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.pages.charts.timeline import FAMILIES, along, timeline

THINGS = st.lists(st.tuples(st.dates(date(2024, 1, 1), date(2028, 12, 31)), st.sampled_from(FAMILIES)), max_size=80)


@given(THINGS, st.integers(0, 2))
def test_columns_and_quarters_count_what_lies_in_the_years(things: list[tuple[date, str]], more: int) -> None:
    chart = timeline(2025, 2025 + more, things)
    inside = [family for day, family in things if 2025 <= day.year <= 2025 + more]

    if not inside:
        assert chart is None
        return
    assert chart is not None
    assert sum(column.count for column in chart.columns) == len(inside)
    assert len(inside) + chart.outside == len(things)
    for family in FAMILIES:
        assert sum(quarter.counts[family] for quarter in chart.quarters) == inside.count(family)
    assert len(chart.columns) == (4 * (more + 1) if more else 12)
    assert len(chart.quarters) == 4 * (more + 1)


@given(THINGS)
def test_layers_stand_on_each_other_inside_the_box(things: list[tuple[date, str]]) -> None:
    chart = timeline(2026, 2026, things)

    for column in chart.columns if chart else ():
        ground = 100.0
        for layer in column.layers:
            assert abs(layer.y + layer.height - ground) < 0.1
            ground = layer.y
        assert column.top == (ground if column.layers else 100)
        assert 0 <= column.top <= 100
        assert 0 < column.x < 100


def test_the_tallest_column_fills_the_height() -> None:
    chart = timeline(2026, 2026, [(date(2026, 6, 30), "done")] * 4 + [(date(2026, 12, 31), "late")])

    assert chart is not None
    assert [column.top for column in chart.columns if column.count] == [0, 75]


@pytest.mark.parametrize(
    ("day", "share"),
    [
        (date(2026, 1, 1), 0),
        (date(2026, 7, 2), 49.86),
        (date(2026, 12, 31), 99.73),
        (date(2025, 12, 31), None),
        (date(2027, 1, 1), None),
    ],
)
def test_a_day_lies_along_the_year(day: date, share: float | None) -> None:
    assert along(day, date(2026, 1, 1), date(2026, 12, 31)) == share

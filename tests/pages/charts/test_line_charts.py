"""Line charts: every figure in its place, in its order, gaps left open."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from site_gen.model.period import Period
from site_gen.pages.charts.lines import MOST_MARKS, LineChart, line_chart
from site_gen.pages.charts.time_axis import complete

JANUARY = Period.of(2026, 1)
LENGTHS = st.sampled_from([1, 3, 6, 12])
FIGURES = st.decimals(-(10**9), 10**24, places=1) | st.decimals(0, 100, places=1)


@st.composite
def series(draw: st.DrawFn) -> dict[Period, Decimal | None]:
    """Figures of some periods of one length, in any order, some unknown, some missing."""
    first = Period.of(2020, 1, draw(LENGTHS))
    steps = draw(st.lists(st.integers(0, 60), unique=True, max_size=24))
    return {first.shift(step): draw(st.none() | FIGURES) for step in steps}


def chart_of(*values: str | None, target: str = "") -> LineChart:
    """A chart of the months from January on."""
    figures = {JANUARY.shift(n): Decimal(v) if v is not None else None for n, v in enumerate(values)}
    chart = line_chart(figures, targets=dict.fromkeys(figures, Decimal(target)) if target else {}, target=target)
    assert chart is not None
    return chart


@given(series(), st.none() | FIGURES)
def test_everything_lies_in_the_box_and_in_order(figures: dict[Period, Decimal | None], target: Decimal | None) -> None:
    chart = line_chart(figures, targets=dict.fromkeys(figures, target) if target is not None else None, target="x")

    known = {period: value for period, value in sorted(figures.items()) if value is not None}
    if len(known) < 2:
        assert chart is None
        return
    assert chart is not None
    xs = [point.x for point in chart.points]
    assert xs == sorted(set(xs))
    assert all(chart.left <= point.x <= 100 and 0 <= point.y <= 100 for point in chart.points)
    assert all(chart.left <= line.start < line.end <= 100 and 0 <= line.y <= 100 for line in chart.targets)
    assert all(chart.left <= mark.x <= 100 for mark in (*chart.marks, *chart.years))
    assert [point.period for point in chart.points] == [str(period) for period in known]
    drawn = sorted(zip(known.values(), [-point.y for point in chart.points], strict=True))
    assert [y for _, y in drawn] == sorted(y for _, y in drawn)
    assert len(chart.marks) <= MOST_MARKS
    assert (chart.last, chart.lowest.y, chart.highest.y) == (
        chart.points[-1],
        max(point.y for point in chart.points),
        min(point.y for point in chart.points),
    )


@given(series())
def test_the_line_joins_neighbours_and_nothing_else(figures: dict[Period, Decimal | None]) -> None:
    chart = line_chart(figures)

    if chart is not None:
        periods = complete(figures)
        pairs = sum(figures.get(a) is not None and figures.get(b) is not None for a, b in pairwise(periods))
        assert sum(len(stroke.split()) - 1 for stroke in chart.strokes) == pairs


def test_without_two_figures_there_is_no_line() -> None:
    assert line_chart({}) is None
    assert line_chart({JANUARY: Decimal(98), JANUARY.next: None}) is None


def test_a_missing_month_keeps_its_place_and_interrupts_the_line() -> None:
    chart = chart_of("98", "99", None, "97", "98")
    gaps = [later.x - earlier.x for earlier, later in pairwise(chart.points)]

    assert len(chart.strokes) == 2
    assert round(gaps[1] / gaps[0]) == 2
    assert [mark.text for mark in chart.marks] == ["1", "2", "3", "4", "5"]


def test_equal_figures_are_a_level_line() -> None:
    assert {point.y for point in chart_of("100", "100", "100").points} == {0}
    assert {point.y for point in chart_of("0", "0", "0").points} == {100}


def test_what_goes_beyond_a_hundred_is_drawn_where_it_is() -> None:
    chart = chart_of("98", "104")

    assert [tick.text for tick in chart.ticks] == ["98", "100", "102", "104"]
    assert chart.cut


def test_a_chart_that_begins_at_zero_is_not_cut() -> None:
    assert not chart_of("0", "88").cut


def test_the_target_is_a_line_on_the_same_scale() -> None:
    chart = chart_of("96", "97", target="98")

    (line,) = chart.targets
    assert line.y < min(point.y for point in chart.points)
    assert not chart.target_below


def test_a_target_that_changes_makes_a_step() -> None:
    figures = {JANUARY.shift(n): Decimal(90 if n < 3 else 80) for n in range(4)}
    targets = {period: Decimal(84 if n < 2 else 86) for n, period in enumerate(figures)}
    chart = line_chart(figures, targets=targets, target="86")

    assert chart is not None
    first, second = chart.targets
    assert first.end == second.start
    assert first.y > second.y
    assert (chart.target_at, chart.target_end) == (second.start, False)


def test_the_words_of_a_late_target_stand_at_the_end_of_its_line() -> None:
    figures = {JANUARY.shift(n): Decimal(60 + 5 * n) for n in range(6)}
    targets = {period: Decimal(50 if n < 4 else 72) for n, period in enumerate(figures)}
    chart = line_chart(figures, targets=targets, target="72")

    assert chart is not None
    assert (chart.target_at, chart.target_end, chart.target_below) == (chart.targets[-1].end, True, True)


def test_many_periods_are_named_as_far_as_there_is_room() -> None:
    figures = {JANUARY.shift(n): Decimal(90 + n % 5) for n in range(36)}
    chart = line_chart(figures)

    assert chart is not None
    assert [mark.text for mark in chart.marks] == ["3", "6", "9", "12"] * 3
    assert [mark.text for mark in chart.years] == ["2026", "2027", "2028"]


def test_a_year_without_room_is_left_out() -> None:
    figures = {Period.of(2025, 12).shift(n): Decimal(90) for n in range(12)}
    chart = line_chart(figures)

    assert chart is not None
    assert [mark.text for mark in chart.years] == ["2026"]

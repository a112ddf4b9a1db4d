"""Scales hold every value between round ticks."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.pages.charts.lines import percent_scale
from site_gen.pages.charts.scale import MOST_STEPS, Scale, bar_scale, line_scale

HUGE = Decimal(10) ** 24
VALUES = st.lists(st.decimals(-HUGE, HUGE, places=2) | st.decimals(0, 100, places=1) | st.integers(0, 30).map(Decimal))
SHARES = st.lists(st.decimals(0, 100, places=1), min_size=1)


def is_round(step: Decimal) -> bool:
    """Whether a step is 1, 2 or 5 times a power of ten."""
    return step.scaleb(-step.adjusted()) in (1, 2, 5)


def check(scale: Scale, values: list[Decimal]) -> None:
    """What holds of every scale."""
    ticks = scale.axis().ticks
    assert is_round(scale.step)
    assert scale.low % scale.step == 0
    assert 1 <= (scale.high - scale.low) / scale.step <= MOST_STEPS
    assert all(scale.low <= value <= scale.high for value in values)
    assert [tick.at for tick in ticks] == sorted(tick.at for tick in ticks)
    assert (ticks[0].at, ticks[-1].at) == (0, 100)
    assert len({tick.text for tick in ticks}) == len(ticks)


@given(VALUES)
def test_bars_begin_at_zero_and_end_at_a_round_figure(values: list[Decimal]) -> None:
    scale = bar_scale(values)

    check(scale, values)
    assert scale.low <= 0 <= scale.high


@given(VALUES, st.sampled_from([Decimal(0), Decimal("0.5"), Decimal(5)]))
def test_lines_may_begin_elsewhere_and_span_what_they_should(values: list[Decimal], least: Decimal) -> None:
    scale = line_scale(values, least)

    check(scale, values)
    assert scale.high - scale.low >= least
    assert scale.low >= 0 or min(values) < 0


@given(SHARES)
def test_shares_go_up_to_a_hundred_and_no_further(values: list[Decimal]) -> None:
    scale = percent_scale(values)

    check(scale, values)
    assert scale.high <= 100
    assert scale.high - scale.low >= 2


@given(VALUES, st.data())
def test_the_order_of_values_is_kept(values: list[Decimal], data: st.DataObject) -> None:
    scale = bar_scale(values)
    low, high = sorted(data.draw(st.lists(st.sampled_from([*values, Decimal(0)]), min_size=2, max_size=2)))

    assert 0 <= scale.at(low) <= scale.at(high) <= 100


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([], ["98%", "98,5%", "99%", "99,5%", "100%"]),
        (["100", "100"], ["98%", "98,5%", "99%", "99,5%", "100%"]),
        (["97.2", "99.9"], ["97%", "98%", "99%", "100%"]),
        (["71.4", "88"], ["70%", "75%", "80%", "85%", "90%"]),
        (["0", "100"], ["0%", "50%", "100%"]),
        (["96", "104"], ["96%", "98%", "100%", "102%", "104%"]),
        (["12", "250"], ["0%", "100%", "200%", "300%"]),
    ],
)
def test_the_scale_of_shares_shows_the_difference(values: list[str], ticks: list[str]) -> None:
    scale = percent_scale([Decimal(value) for value in values] or [Decimal(100)])

    assert [tick.text + "%" for tick in scale.axis().ticks] == ticks


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([], ["0", "0,5", "1"]),
        (["0", "0"], ["0", "0,5", "1"]),
        (["7400", "7073"], ["0", "2.000", "4.000", "6.000", "8.000"]),
        (["-5", "10"], ["-5", "0", "5", "10"]),
        (["0.001"], ["0", "0,0005", "0,001"]),
    ],
)
def test_the_scale_of_bars_is_as_long_as_the_longest(values: list[str], ticks: list[str]) -> None:
    assert [tick.text for tick in bar_scale([Decimal(value) for value in values]).axis().ticks] == ticks

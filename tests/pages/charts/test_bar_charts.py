"""Bars: as long as what they mean, on the scale of their chart."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from site_gen.pages.charts.bars import PERCENT, bullet, stack, value_scale, won_and_lost
from site_gen.pages.charts.scale import bar_scale

FIGURES = st.decimals(-(10**6), 10**15, places=2)


@given(st.lists(st.tuples(FIGURES, st.none() | FIGURES), min_size=1))
def test_bars_and_ticks_lie_on_the_rail(pairs: list[tuple[Decimal, Decimal | None]]) -> None:
    scale = bar_scale([value for pair in pairs for value in pair if value is not None])

    for value, target in pairs:
        bar = bullet(scale, value, target)
        assert 0 <= bar.start <= round(bar.start + bar.width, 2) <= 100
        assert bar.target is None or 0 <= bar.target <= 100


@given(st.lists(st.tuples(st.sampled_from(["done", "late"]), st.decimals(-5, 10**6, places=1))))
def test_parts_follow_each_other_without_a_gap(parts: list[tuple[str, Decimal]]) -> None:
    scale = bar_scale([sum((part for _, part in parts if part > 0), Decimal(0))])
    segments = stack(scale, parts).segments

    assert [segment.family for segment in segments] == [family for family, part in parts if part > 0]
    for before, after in pairwise(segments):
        assert round(before.start + before.width, 2) == after.start
    assert not segments or segments[0].start == 0


def test_a_verdict_decides_how_a_bar_is_filled() -> None:
    assert [bullet(PERCENT, Decimal(90), Decimal(80), met).verdict for met in (True, False, None)] == [
        "done",
        "late",
        "plain",
    ]


def test_a_share_beyond_a_hundred_makes_the_scale_longer() -> None:
    bar = bullet(value_scale("%", [Decimal(120), Decimal(100)]), Decimal(120), Decimal(100))

    assert (bar.width, bar.target) == (80, 66.67)


def test_what_is_below_zero_goes_to_the_other_side() -> None:
    bar = bullet(bar_scale([Decimal(-5), Decimal(10)]), Decimal(-5))

    assert (bar.start, bar.width) == (0, 33.33)


def test_nothing_is_no_bar() -> None:
    assert bullet(bar_scale([]), Decimal(0)).width == 0
    assert stack(bar_scale([]), [("done", 0)]).segments == ()


def test_a_score_and_what_it_lacks_make_the_maximum() -> None:
    bar = stack(bar_scale([Decimal(10)]), won_and_lost(Decimal("7.5"), Decimal(10)))

    assert [(s.family, s.start, s.width) for s in bar.segments] == [("done", 0, 75), ("late", 75, 25)]


def test_a_score_above_its_maximum_has_lost_nothing_and_one_below_zero_everything() -> None:
    scale = bar_scale([Decimal(12)])

    assert [s.family for s in stack(scale, won_and_lost(Decimal(12), Decimal(10))).segments] == ["done"]
    assert [s.family for s in stack(scale, won_and_lost(Decimal(-2), Decimal(10))).segments] == ["late"]

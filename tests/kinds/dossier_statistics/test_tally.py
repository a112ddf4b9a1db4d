"""Counts added up, and what follows from them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.kinds.dossier_statistics.model import Counts
from site_gen.kinds.dossier_statistics.tally import Tally, percent


def tally(**counts: int) -> Tally:
    return Tally.of([Counts(**counts)])


def test_what_no_row_states_stays_unstated() -> None:
    total = Tally.of([Counts(received_online=4, e_payment=2), Counts(received_online=3)])
    assert total.counts["received_online"] == 7
    assert total.counts["e_payment"] == 2
    assert total.counts["e_result"] is None


def test_the_balance_has_two_sides() -> None:
    total = tally(carried_over=5, received_online=30, received_post=1, done_late=2, done_early=30, pending_late=1)
    assert (total.to_do, total.accounted) == (36, 33)


def test_only_what_was_not_late_before_becomes_late() -> None:
    now, then = tally(done_late=2, pending_late=1), tally(pending_late=1)
    assert (now.newly_late(None), now.newly_late(then), then.newly_late(now)) == (3, 2, 0)


@pytest.mark.parametrize(
    ("part", "whole", "shown"), [(1, 3, "33.3"), (2, 3, "66.7"), (0, 5, "0.0"), (5, 5, "100.0"), (9999, 10000, "99.9")]
)
def test_a_share_has_one_decimal_and_is_never_rounded_up_to_all(part: int, whole: int, shown: str) -> None:
    assert percent(part, whole) == Decimal(shown)


def test_of_nothing_there_is_no_share() -> None:
    assert percent(0, 0) is None
    assert tally(received_online=3).on_time_rate is None


@given(st.lists(st.builds(Counts, received_online=st.integers(0, 99), done_late=st.integers(0, 9)), max_size=5))
def test_sums_of_sums_are_sums(rows: list[Counts]) -> None:
    assert Tally.of([Tally.of(rows[:2]), Tally.of(rows[2:])]) == Tally.of(rows)

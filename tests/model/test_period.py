"""Reporting periods: read in an official's words, shown and named one way."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from site_gen.model.period import Period, period, read_period

PERIODS = st.builds(
    lambda year, months, n: Period.of(year, (n % (12 // months)) * months + 1 if months < 9 else 1, months),
    st.integers(1900, 2100),
    st.sampled_from([1, 3, 6, 9, 12]),
    st.integers(0, 11),
)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("tháng 3/2026", "2026-03"),
        ("Tháng 03 / 2026", "2026-03"),
        ("03/2026", "2026-03"),
        ("2026-03", "2026-03"),
        ("quý III/2026", "2026-q3"),
        ("Quý 4/2026", "2026-q4"),
        ("quý II năm 2026", "2026-q2"),
        ("2026-q1", "2026-q1"),
        ("6 tháng đầu năm 2026", "2026-h1"),
        ("06 tháng cuối năm 2026", "2026-h2"),
        ("6 tháng năm 2026", "2026-h1"),
        ("2026-h2", "2026-h2"),
        ("9 tháng đầu năm 2026", "2026-9m"),
        ("9 tháng năm 2026", "2026-9m"),
        ("2026-9m", "2026-9m"),
        ("năm 2026", "2026"),
        ("2026", "2026"),
    ],
)
def test_an_officials_words_name_a_period(words: str, key: str) -> None:
    found = read_period(words)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize("words", ["", "tháng 13/2026", "quý V/2026", "hôm qua", "tháng 3", "2026-00", "quý III/3026"])
def test_what_names_no_period_is_refused_with_how_to_write_one(words: str) -> None:
    assert read_period(words) is None
    with pytest.raises(PydanticCustomError):
        period(words)


@given(PERIODS)
def test_words_and_key_lead_back_to_the_period(found: Period) -> None:
    assert read_period(str(found)) == found
    assert read_period(found.key) == found


@given(PERIODS, PERIODS)
def test_a_period_lies_in_another_just_where_all_its_days_do(inner: Period, outer: Period) -> None:
    assert inner.within(outer) == (outer.holds(inner.first) and outer.holds(inner.last))


@pytest.mark.parametrize(
    ("key", "following"),
    [
        ("2026-11", "2026-12"),
        ("2026-12", "2027-01"),
        ("2026-q3", "2026-q4"),
        ("2026-q4", "2027-q1"),
        ("2026-h1", "2026-h2"),
        ("2026-h2", "2027-h1"),
        ("2026-9m", "2027-9m"),
        ("2026", "2027"),
    ],
)
def test_the_next_period_is_as_long_and_nine_months_come_once_a_year(key: str, following: str) -> None:
    period, after = read_period(key), read_period(following)
    assert period is not None
    assert period.next == after


@given(PERIODS)
def test_before_what_comes_next_stands_the_period_itself(found: Period) -> None:
    assert found.next.previous == found
    assert found.previous.next == found


@given(PERIODS)
def test_the_next_period_begins_when_this_one_has_ended(found: Period) -> None:
    following = found.next
    assert (following.months, following.first > found.last) == (found.months, True)
    if found.months != 9:  # three months of each year belong to no nine months
        assert following.first - found.last == timedelta(1)


@given(PERIODS, st.integers(-60, 60), st.integers(-60, 60))
def test_two_shifts_are_one(found: Period, one: int, other: int) -> None:
    assert found.shift(one).shift(other) == found.shift(one + other)


@given(PERIODS)
def test_the_year_before_is_one_year_of_steps_back(found: Period) -> None:
    assert found.year_before == found.shift(-(12 // found.months))
    assert str(found.year_before) == str(found).replace(str(found.year), str(found.year - 1))


@given(PERIODS, st.integers(1, 30))
def test_between_two_periods_lie_all_the_steps_from_one_to_the_other(found: Period, steps: int) -> None:
    assert list(found.between(found.shift(steps))) == [found.shift(n) for n in range(1, steps)]
    assert list(found.shift(steps).between(found)) == []


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from([1, 3, 6, 12]))
def test_a_day_lies_in_the_period_that_is_found_for_it(day: date, months: int) -> None:
    found = Period.on(day, months)
    assert (found.holds(day), found.months) == (True, months)
    assert read_period(found.key) == found


def test_a_due_day_is_counted_in_the_month_after() -> None:
    assert Period.of(2026, 10, 3).day_in_next_month(10) == date(2027, 1, 10)


def test_a_month_ends_on_its_last_day() -> None:
    assert Period.of(2024, 2).last == date(2024, 2, 29)
    assert Period.of(2026, 10, 3).last == date(2026, 12, 31)


@given(PERIODS)
def test_the_next_period_is_as_long_and_the_first_that_comes_after(found: Period) -> None:
    assert (found.next.months, found.next > found) == (found.months, True)
    gap = (found.next.first - found.last).days
    assert gap == (1 if found.months != 9 else 93)  # nine months come once a year


def test_the_periods_between_two_are_those_of_the_same_length_that_a_series_lacks() -> None:
    november, april = Period.of(2026, 11), Period.of(2027, 4)
    assert [period.key for period in november.between(april)] == ["2026-12", "2027-01", "2027-02", "2027-03"]
    assert list(november.between(november.next)) == []

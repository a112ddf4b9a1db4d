"""Working days of offices: weekends, holidays, Saturdays worked instead."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from site_gen.reading.shipped import office_calendar

OFFICE = office_calendar()
DAYS = st.dates(date(2022, 1, 1), date(2028, 12, 31))


def test_weekends_and_holidays_are_off() -> None:
    assert OFFICE.works(date(2026, 11, 23))
    assert not OFFICE.works(date(2026, 11, 22))  # Sunday
    assert not OFFICE.works(date(2026, 2, 17))  # the first day of the lunar year
    assert not OFFICE.works(date(2026, 4, 27))  # the day off for Giỗ Tổ on a Sunday


def test_a_saturday_that_is_worked_instead_counts() -> None:
    assert OFFICE.works(date(2026, 8, 22))
    assert OFFICE.after(date(2026, 8, 21), 1) == date(2026, 8, 22)


def test_the_first_day_is_not_counted() -> None:
    assert OFFICE.after(date(2026, 11, 16), 5) == date(2026, 11, 23)
    assert OFFICE.after(date(2026, 2, 13), 1) == date(2026, 2, 23)  # Tết lies between


def test_a_year_that_was_not_announced_has_weekends_only() -> None:
    assert not OFFICE.knows(date(2028, 1, 3))
    assert OFFICE.works(date(2028, 1, 3))


@given(DAYS, st.integers(0, 40))
def test_counting_forth_and_back_agree(day: date, count: int) -> None:
    last = OFFICE.after(day, count)
    assert OFFICE.between(day, last) == count
    assert OFFICE.between(last, day) == -count
    assert count == 0 or OFFICE.works(last)


@given(DAYS, DAYS)
def test_there_are_never_more_working_days_than_days(first: date, last: date) -> None:
    assert abs(OFFICE.between(first, last)) <= abs((last - first).days)


def test_every_listed_holiday_runs_forward() -> None:
    assert OFFICE.off.isdisjoint(OFFICE.extra)
    assert all(day.weekday() >= 5 for day in OFFICE.extra)

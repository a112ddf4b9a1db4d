"""Working days of offices: weekends, holidays, Saturdays worked instead."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from site_gen.model.working_days import SiteDays
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


def test_a_site_adds_days_off_and_days_worked() -> None:
    own = SiteDays.model_validate(
        {
            "years": ["2029"],
            "off": [{"first": "12/02/2029", "last": "16/02/2029", "name": "Tết"}],
            "working": [{"day": "10/02/2029", "reason": "làm bù"}],
        }
    )
    there = office_calendar(own)
    assert there.knows(date(2029, 1, 1))
    assert not there.works(date(2029, 2, 14))
    assert there.works(date(2029, 2, 10))
    assert there.between(date(2029, 2, 9), date(2029, 2, 19)) == 2
    assert OFFICE.works(date(2029, 2, 14))


def test_years_to_be_announced_are_told_and_those_before_the_first_known_are_not() -> None:
    assert OFFICE.not_yet_known(date(2019, 12, 30), date(2020, 1, 3)) == ()
    last = max(OFFICE.years)
    assert OFFICE.not_yet_known(date(last, 12, 30), date(last + 1, 1, 3)) == (last + 1,)

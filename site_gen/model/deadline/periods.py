"""Reporting periods: from "every quarter" to the days on which something is due."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from site_gen.base.dataclass import dataclass

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Years a plan can speak of; anything else is a typing mistake."""


class Frequency(StrEnum):
    """How often a recurring duty falls due, shortest first."""

    week = "week"
    fortnight = "fortnight"
    month = "month"
    quarter = "quarter"
    half_year = "half_year"
    nine_months = "nine_months"
    year = "year"
    ad_hoc = "ad_hoc"
    unknown = "unknown"


@dataclass(frozen=True, slots=True)
class Instance:
    """One expected report of a recurring duty: the period it covers and the day it is due."""

    frequency: Frequency
    period_start: date
    period_end: date
    due: date


_RANK = {frequency: rank for rank, frequency in enumerate(Frequency)}
_DAYS = {Frequency.week: 7, Frequency.fortnight: 14}
_MONTHS = {
    Frequency.month: tuple((month, month) for month in range(1, 13)),
    Frequency.quarter: ((1, 3), (4, 6), (7, 9), (10, 12)),
    Frequency.half_year: ((1, 6), (7, 12)),
    Frequency.nine_months: ((1, 9),),
    Frequency.year: ((1, 12),),
}


def in_order(frequencies: Iterable[Frequency]) -> tuple[Frequency, ...]:
    """Each frequency once, shortest first."""
    return tuple(sorted(set(frequencies), key=_RANK.__getitem__))


def end_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def instances(frequencies: tuple[Frequency, ...], day: int | None, first: date, last: date) -> tuple[Instance, ...]:
    """What falls due from `first` to `last`, by day; `day` counts in the last month of each period.

    "6 tháng" beside "năm" means the half-year report only, for the yearly one covers the second half.
    """
    found = [
        Instance(frequency, start, end, _due(end, day) if frequency in _MONTHS else end)
        for frequency in frequencies
        for start, end in _periods(frequency, first, last)
        if not (frequency is Frequency.half_year and Frequency.year in frequencies and start.month == 7)
    ]
    within = [one for one in found if first <= one.due <= last]
    return tuple(sorted(within, key=lambda one: (one.due, _RANK[one.frequency])))


def _due(period_end: date, day: int | None) -> date:
    return period_end if day is None else period_end.replace(day=min(day, period_end.day))


def _periods(frequency: Frequency, first: date, last: date) -> Iterator[tuple[date, date]]:
    """The periods whose end may lie between the two days; weeks begin on Monday, two weeks on every second."""
    if frequency in _DAYS:
        length = _DAYS[frequency]
        begin = (first.toordinal() - 1) // length * length + 1
        for start in range(begin, last.toordinal() - length + 2, length):
            yield date.fromordinal(start), date.fromordinal(start + length - 1)
        return
    for year in range(first.year, last.year + 1):
        for start_month, end_month in _MONTHS.get(frequency, ()):
            yield date(year, start_month, 1), end_of_month(year, end_month)

"""From "Quý I-II/2023" to its first and last day."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.model.deadline import patterns
from site_gen.model.deadline.periods import FIRST_YEAR, LAST_YEAR, end_of_month
from site_gen.model.deadline.values import Doubt, Kind


class Impossible(Exception):
    """The words name no possible time; the reader turns this into an invalid part."""

    def __init__(self, doubt: Doubt) -> None:
        super().__init__(doubt)
        self.doubt = doubt


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of days; `yearless` where no year is written and the given one was taken."""

    kind: Kind
    first: date
    last: date
    yearless: bool = False


_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_RANGES = {Kind.month: Kind.month_range, Kind.quarter: Kind.quarter_range, Kind.year: Kind.year_range}
_NUMBER = re.compile(r"\b(?:[ivx]+|[0-9]+)\b")


def read(words: str, year: int) -> tuple[Window, ...]:
    """The windows `words` name: several where a list is written ("Tháng 6 và tháng 12/2024")."""
    for name, pattern in patterns.windows().items():
        if found := pattern.fullmatch(words):
            return _READERS[name](found, year)
    raise Impossible(Doubt.not_understood)


def between(start: str, end: str, year: int) -> Window:
    """The window from `start` to `end`; a year written at one end serves both."""
    last = read(end, year)[-1]
    first = _first(start, last, last.last.year)
    if last.yearless and not first.yearless:
        last = replace(read(end, first.first.year)[-1], yearless=False)
    elif first.yearless and not last.yearless:
        if first.first > last.last:  # "từ tháng 11 đến tháng 02/2024"
            first = _first(start, last, last.last.year - 1)
        first = replace(first, yearless=False)
    return _span(first, last)


def whole_years(numbers: list[str], year: int) -> Window:
    """From the first to the last of the years written in figures; `year` where there are none."""
    first = read_year(numbers[0], year) if numbers else year
    last = read_year(numbers[-1], year) if numbers else year
    return _span(_year(first), _year(last))


def read_year(figures: str | None, year: int) -> int:
    """A year in figures, `year` where none is written; 23 is 2023."""
    if not figures:
        return year
    number = int(figures) + (2000 if len(figures) == 2 else 0)
    if not FIRST_YEAR <= number <= LAST_YEAR:
        raise Impossible(Doubt.no_such_year)
    return number


def read_quarter(figures: str) -> int:
    """A quarter from 1 to 4, in Roman or Arabic figures."""
    number = _ROMAN.get(figures) or (int(figures) if figures.isdecimal() else 0)
    if not 1 <= number <= 4:
        raise Impossible(Doubt.no_such_quarter)
    return number


def quarter(year: int, number: int) -> Window:
    """A quarter of a year."""
    return Window(Kind.quarter, date(year, 3 * number - 2, 1), end_of_month(year, 3 * number))


def _first(words: str, last: Window, year: int) -> Window:
    alone = patterns.windows()["day_alone"].fullmatch(words)
    return _day(year, last.last.month, int(alone["day"]), last.yearless) if alone else read(words, year)[0]


def _span(first: Window, last: Window) -> Window:
    if first.first > last.last:
        raise Impossible(Doubt.ends_before_start)
    if first.kind is last.kind and (first.first, first.last) == (last.first, last.last):
        return last
    kind = _RANGES.get(first.kind, Kind.by) if first.kind is last.kind else Kind.by
    return Window(kind, first.first, last.last, first.yearless or last.yearless)


def _day(year: int, month: int, day: int, yearless: bool) -> Window:
    if not 1 <= month <= 12:
        raise Impossible(Doubt.no_such_month)
    if not 1 <= day <= end_of_month(year, month).day:
        raise Impossible(Doubt.no_such_day)
    return Window(Kind.by, date(year, month, day), date(year, month, day), yearless)


def _month(year: int, figures: str) -> Window:
    if not 1 <= int(figures) <= 12:
        raise Impossible(Doubt.no_such_month)
    return Window(Kind.month, date(year, int(figures), 1), end_of_month(year, int(figures)))


def _year(year: int) -> Window:
    return Window(Kind.year, date(year, 1, 1), date(year, 12, 31))


def _read_date(found: re.Match[str], year: int) -> tuple[Window, ...]:
    figures = found.groupdict().get("year")
    return (_day(read_year(figures, year), int(found["month"]), int(found["day"]), not figures),)


def _read_months(found: re.Match[str], year: int) -> tuple[Window, ...]:
    return _series(found, year, _month)


def _read_quarters(found: re.Match[str], year: int) -> tuple[Window, ...]:
    return _series(found, year, lambda of, figures: quarter(of, read_quarter(figures)))


def _series(found: re.Match[str], year: int, one: Callable[[int, str], Window]) -> tuple[Window, ...]:
    """One window, a range of them, or a list, all of one year."""
    groups = found.groupdict()
    of = read_year(groups["year"], year)
    yearless = not groups["year"]
    first = replace(one(of, groups["first"]), yearless=yearless)
    if groups.get("last"):
        return (_span(first, replace(one(of, groups["last"]), yearless=yearless)),)
    more = _NUMBER.findall(groups.get("more") or "")
    return (first, *(replace(one(of, figures), yearless=yearless) for figures in more))


def _read_half(found: re.Match[str], year: int) -> tuple[Window, ...]:
    groups = found.groupdict()
    of = read_year(groups["year"], year)
    first, last = (1, int(groups["count"])) if "count" in groups else (7, 12)
    return (Window(Kind.month_range, date(of, first, 1), end_of_month(of, last), not groups["year"]),)


def _read_years(found: re.Match[str], year: int) -> tuple[Window, ...]:
    return (whole_years([figures for figures in found.groups() if figures], year),)


def _read_plan_year(_: re.Match[str], year: int) -> tuple[Window, ...]:
    return (replace(_year(year), yearless=True),)


_READERS = {
    "iso": _read_date,
    "date": _read_date,
    "spelt_date": _read_date,
    "yearless_date": _read_date,
    "first_months": _read_half,
    "last_months": _read_half,
    "months": _read_months,
    "quarters": _read_quarters,
    "years": _read_years,
    "bare_month": _read_months,
    "short_date": _read_date,
    "plan_year": _read_plan_year,
    "years_alone": _read_years,
}

"""What each expression of the grammar means, once its pattern has matched."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from site_gen.model.deadline import patterns, windows
from site_gen.model.deadline.periods import LAST_YEAR, Frequency, in_order
from site_gen.model.deadline.values import Doubt, Kind, Part, Position
from site_gen.model.deadline.windows import Impossible, Window

Found = re.Match[str]

_LEAP_YEAR = 2000  # stands in while it is not yet clear whether a year is written
_NEAR = 2  # years from the plan's that a deadline may well name
_EDGES = {"đầu": Position.start, "giữa": Position.middle, "cuối": Position.end}
_SIDES = {None: Position.at, "sau ": Position.after, "trước ": Position.before}
_NUMERALS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "chín": 9}
_FREQUENCIES = {
    (1, "tuần"): Frequency.week,
    (2, "tuần"): Frequency.fortnight,
    (1, "tháng"): Frequency.month,
    (3, "tháng"): Frequency.quarter,
    (6, "tháng"): Frequency.half_year,
    (9, "tháng"): Frequency.nine_months,
    (12, "tháng"): Frequency.year,
    (1, "quý"): Frequency.quarter,
    (2, "quý"): Frequency.half_year,
    (1, "năm"): Frequency.year,
}
"""Every so many weeks, months, quarters, years."""
_TIMES = {(2, "tháng"): Frequency.fortnight, (2, "năm"): Frequency.half_year, (4, "năm"): Frequency.quarter}
"""So many times in a month or a year."""


def _read_dated(hit: Found, plan: int | None) -> list[Part]:
    year = plan or _LEAP_YEAR
    if hit["until"]:
        found: tuple[Window, ...] = (windows.between(hit["window"], hit["until"], year),)
    else:
        found = windows.read(hit["window"], year)
    first, last = found[0], found[-1]
    if plan is None and first.yearless:
        raise Impossible(Doubt.year_missing)
    if (hit["since"] or hit["after"]) and not hit["until"]:
        return [_since(last.last + timedelta(days=1) if hit["after"] else first.first, bool(hit["after"]), first, plan)]
    if hit["before"] and not hit["edge"]:
        doubt = _doubt(plan, first.yearless, first.first.year, first.first.year)
        return [Part(Kind.before, latest=first.first - timedelta(days=1), reason=doubt)]
    if hit["at_latest"] and not hit["edge"]:
        doubt = _doubt(plan, last.yearless, last.last.year, last.last.year)
        return [Part(Kind.by, latest=last.last, reason=doubt)]
    edge = None if hit["until"] else _EDGES.get(hit["edge"])
    return [_within(window, edge, plan) for window in found]


def _since(first: date, after: bool, window: Window, plan: int | None) -> Part:
    if first.year > LAST_YEAR:
        raise Impossible(Doubt.no_such_year)
    reason = _doubt(plan, window.yearless, first.year, first.year) or Doubt.end_missing
    return Part(Kind.continuous, earliest=first, position=Position.after if after else None, reason=reason)


def _within(window: Window, edge: Position | None, plan: int | None) -> Part:
    if window.kind is Kind.by:
        edge = None
    return Part(
        window.kind,
        earliest=window.first if window.first < window.last else None,
        latest=window.last,
        position=edge,
        reason=_doubt(plan, window.yearless, window.first.year, window.last.year)
        or (Doubt.approximate if edge else None),
    )


def _doubt(plan: int | None, yearless: bool, first: int, last: int) -> Doubt | None:
    if yearless:
        return Doubt.year_missing
    far = plan is not None and (first > plan + _NEAR or last < plan - _NEAR)
    return Doubt.year_out_of_range if far else None


def _read_year_before(hit: Found, plan: int | None) -> list[Part]:
    number = windows.read_quarter(hit["quarter"])
    if plan is None:
        raise Impossible(Doubt.year_missing)
    window = windows.quarter(plan - 1, number)
    return [Part(Kind.prev_year_quarter, earliest=window.first, latest=window.last)]


def _read_recurrence(hit: Found, plan: int | None) -> list[Part]:
    items = list(patterns.item().finditer(hit["items"]))
    return [_recurring({_frequency(item) for item in items}, None, _years(hit, "items", plan), plan)]


def _frequency(item: Found) -> Frequency:
    if item["ad_hoc"]:
        return Frequency.ad_hoc
    if item["year"]:
        return Frequency.year
    return _FREQUENCIES.get((_count(item["count"] or "1"), item["unit"]), Frequency.unknown)


def _count(numeral: str) -> int:
    return _NUMERALS.get(numeral) or int(numeral)


def _read_day_of_period(hit: Found, plan: int | None) -> list[Part]:
    day = int(hit["day"])
    if not 1 <= day <= 31:
        raise Impossible(Doubt.no_such_day)
    if hit["before_day"]:
        day = day - 1 or 31
    frequency = Frequency.quarter if hit["period"].endswith("quý") else Frequency.month
    return [_recurring({frequency}, day, _years(hit, "period", plan), plan)]


def _read_times(hit: Found, plan: int | None) -> list[Part]:
    times = _count(hit["how_many"])
    known = _TIMES if times > 1 else _FREQUENCIES
    return [_recurring({known.get((times, hit["each"]), Frequency.unknown)}, None, None, plan)]


def _read_per(hit: Found, plan: int | None) -> list[Part]:
    return [_recurring({_FREQUENCIES[1, hit["per_unit"]]}, None, None, plan)]


def _recurring(frequencies: set[Frequency], day: int | None, years: Window | None, plan: int | None) -> Part:
    if not frequencies or Frequency.unknown in frequencies:
        frequencies, unstated = {Frequency.unknown}, Doubt.frequency_missing
    else:
        unstated = None
    return _bounded(Part(Kind.recurrence, frequencies=in_order(frequencies), day=day, reason=unstated), years, plan)


def _read_continuous(hit: Found, plan: int | None) -> list[Part]:
    return [_bounded(Part(Kind.continuous), _years(hit, "lasting", plan), plan)]


def _bounded(part: Part, years: Window | None, plan: int | None) -> Part:
    if years is None:
        return part
    far = _doubt(plan, False, years.first.year, years.last.year)
    return replace(part, earliest=years.first, latest=years.last, reason=far or part.reason)


def _years(hit: Found, group: str, plan: int | None) -> Window | None:
    """The years an expression names after its core ("trong năm 2021-2025"); "trong năm" is the plan's."""
    named = hit.string[hit.end(group) : hit.end()]
    figures = re.findall("[0-9]+", named)
    if not figures and (not named or plan is None):
        return None
    return windows.whole_years(figures, plan or _LEAP_YEAR)


def _read_trigger(hit: Found, plan: int | None) -> list[Part]:
    return [Part(Kind.trigger, position=_SIDES[hit["side"]], within_days=0 if hit["at_once"] else None)]


def _read_relative(hit: Found, plan: int | None) -> list[Part]:
    return [Part(Kind.relative, within_days=int(hit["days"]), working_days=bool(hit["working"]))]


READERS: dict[str, Callable[[Found, int | None], list[Part]]] = {
    "relative": _read_relative,
    "day_of_period": _read_day_of_period,
    "year_before": _read_year_before,
    "dated": _read_dated,
    "recurrence": _read_recurrence,
    "continuous": _read_continuous,
    "trigger": _read_trigger,
    "times": _read_times,
    "per": _read_per,
}
"""The reader of each expression; all raise :class:`Impossible` where it names no possible time."""

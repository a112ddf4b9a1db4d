"""Deadlines put into canonical Vietnamese again: what was read must mean the same when it is read once more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from site_gen.base.vietnamese import show_date
from site_gen.model.deadline import Deadline, Kind, Part
from site_gen.model.deadline.periods import Frequency
from site_gen.model.deadline.values import Doubt, Position

_ROMAN = ("I", "II", "III", "IV")
_EDGES = {Position.start: "đầu", Position.middle: "giữa", Position.end: "cuối"}
_SIDES = {Position.at: "khi", Position.after: "sau khi", Position.before: "trước khi"}
_FREQUENCIES = {
    Frequency.week: "hàng tuần",
    Frequency.fortnight: "2 tuần/lần",
    Frequency.month: "hàng tháng",
    Frequency.quarter: "hàng quý",
    Frequency.half_year: "6 tháng",
    Frequency.nine_months: "9 tháng",
    Frequency.year: "hàng năm",
    Frequency.ad_hoc: "đột xuất",
}


def canonical(deadline: Deadline) -> str:
    """One wording for all spellings of a deadline; reading it again gives the same meaning."""
    return "; ".join(filter(None, map(_format_part, deadline.parts)))


def _format_part(part: Part) -> str:
    if part.kind is Kind.invalid:
        return part.verbatim
    words = _expression(part)
    if part.due_at_end and not part.action:
        words = f"hoàn thành {words}"
    words = f"{part.action}: {words}" if part.action else words[:1].upper() + words[1:]
    return f"{words} ({part.remark})" if part.remark else words


def _expression(part: Part) -> str:
    match part.kind:
        case Kind.none:
            return ""
        case Kind.authority:
            return f"theo {part.event}"
        case Kind.trigger:
            at_once = "ngay " if part.within_days == 0 else ""
            return f"{at_once}{_SIDES[part.position]} {part.event}" if part.position else part.event
        case Kind.relative:
            working = " làm việc" if part.working_days else ""
            return f"chậm nhất {part.within_days} ngày{working} kể từ ngày {part.event}"
        case Kind.duration:
            return f"trong {part.within_days} ngày" + (" làm việc" if part.working_days else "")
        case Kind.recurrence:
            return _recurrence(part) + _of_years(part)
        case Kind.continuous:
            return _continuous(part)
        case Kind.prev_year_quarter if part.latest:
            return f"trong {_quarter(part.latest)} của năm trước liền kề năm thực hiện kế hoạch"
        case _:
            return _dated(part)


def _dated(part: Part) -> str:
    earliest, latest = part.earliest, part.latest
    if latest is None:
        return ""
    yearless = part.reason is Doubt.year_missing
    if part.kind is Kind.before:
        return f"trước {_day(latest + timedelta(days=1), yearless)}"
    if part.kind is Kind.by:
        last = _day(latest, yearless)
        return f"từ {_day(earliest, yearless)} đến {last}" if earliest else f"chậm nhất {last}"
    window = _window(part.kind, earliest or latest, latest, yearless)
    if part.position:
        return f"vào {_EDGES[part.position]} {window}"
    plain = window.startswith("từ") or not (part.action or part.due_at_end or window == "năm")
    return window if plain else f"trong {window}"


def _window(kind: Kind, first: date, last: date, yearless: bool) -> str:
    year = "" if yearless else f"/{last.year}"
    one_year = first.year == last.year
    match kind:
        case Kind.month:
            return f"tháng {last.month:02d}{year}"
        case Kind.month_range if one_year:
            return f"tháng {first.month:02d}-{last.month:02d}{year}"
        case Kind.month_range:
            return f"từ tháng {first.month:02d}/{first.year} đến tháng {last.month:02d}/{last.year}"
        case Kind.quarter:
            return f"{_quarter(last)}{year}"
        case Kind.quarter_range if one_year:
            return f"{_quarter(first)}-{_ROMAN[(last.month - 1) // 3]}{year}"
        case Kind.quarter_range:
            return f"từ {_quarter(first)}/{first.year} đến {_quarter(last)}/{last.year}"
        case _:
            return "năm" if yearless else f"năm {_years(first, last)}"


def _day(day: date, yearless: bool) -> str:
    return f"ngày {day.day:02d}/{day.month:02d}" if yearless else f"ngày {show_date(day)}"


def _quarter(day: date) -> str:
    return f"quý {_ROMAN[(day.month - 1) // 3]}"


def _years(first: date, last: date) -> str:
    return str(first.year) if first.year == last.year else f"{first.year}-{last.year}"


def _recurrence(part: Part) -> str:
    if part.day is not None:
        quarterly = part.frequencies == (Frequency.quarter,)
        return f"ngày {part.day} tháng cuối cùng của quý" if quarterly else f"ngày {part.day} hàng tháng"
    return " ".join(
        ["định kỳ", ", ".join(_FREQUENCIES[one] for one in part.frequencies if one in _FREQUENCIES)]
    ).strip()


def _continuous(part: Part) -> str:
    if part.earliest is None or part.latest is not None:
        return f"thường xuyên{_of_years(part)}"
    yearless = part.reason is Doubt.year_missing
    if part.position is Position.after:
        return f"sau {_day(part.earliest - timedelta(days=1), yearless)}"
    return f"từ {_day(part.earliest, yearless)}"


def _of_years(part: Part) -> str:
    return f" trong năm {_years(part.earliest, part.latest)}" if part.earliest and part.latest else ""


def meaning(deadline: Deadline) -> tuple[Part, ...]:
    """The parts without their wording: equal for two spellings of one deadline."""
    return tuple(replace(part, verbatim="") for part in deadline.parts)

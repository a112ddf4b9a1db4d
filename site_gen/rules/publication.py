"""How soon what was made must be public: the law of that day, and the working days that passed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from site_gen.base.diagnostics import LawRef
from site_gen.reading.shipped import office_calendar

MOST_WORKING_DAYS = 5


@dataclass(frozen=True, slots=True)
class PublicationLaw:
    """A clause that asks for publication within five working days, and the days of making for which it is cited."""

    first: date
    last: date
    law: LawRef


LAWS = (
    PublicationLaw(date(2018, 7, 1), date(2026, 8, 31), LawRef("104/2016/QH13", "Điều 18 khoản 4")),
    PublicationLaw(date(2026, 9, 1), date.max, LawRef("10/2022/QH15", "Điều 12 khoản 3")),
)
"""What was made before July 2018 has no such term."""


@dataclass(frozen=True, slots=True)
class Lag:
    """Something was published too late: after so many working days, the last good day, and the law that says so."""

    days: int
    last: date
    law: LawRef


def lag(created: date, published: date) -> Lag | None:
    """How late something was published; None where it was in time, or where the year's holidays are not known."""
    calendar = office_calendar()
    law = next((x.law for x in LAWS if x.first <= created <= x.last), None)
    if law is None or not (calendar.knows(created) and calendar.knows(published)):
        return None
    days = calendar.between(created, published)
    return Lag(days, calendar.after(created, MOST_WORKING_DAYS), law) if days > MOST_WORKING_DAYS else None

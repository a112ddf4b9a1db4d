"""How soon what was made must be public: the law of that day, and the working days that passed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import LawRef, Span
from site_gen.base.messages import msg
from site_gen.base.vietnamese import show_date
from site_gen.model.settings import Site
from site_gen.model.working_days import SiteDays
from site_gen.reading.shipped import NO_DAYS, office_calendar
from site_gen.rules.rule import Finding

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
class Delay:
    """Something was published too late: after so many working days, the last good day, and the law that says so."""

    days: int
    last: date
    law: LawRef


def publication_delay(created: date, published: date, own: SiteDays = NO_DAYS) -> Delay | None:
    """How late something was published; None where it was in time, or where the year's holidays are not known."""
    calendar = office_calendar(own)
    law = next((x.law for x in LAWS if x.first <= created <= x.last), None)
    if law is None or not (calendar.knows(created) and calendar.knows(published)):
        return None
    days = calendar.between(created, published)
    return Delay(days, calendar.after(created, MOST_WORKING_DAYS), law) if days > MOST_WORKING_DAYS else None


def published_late(at: Span, made: date | None, published: date | None, site: Site) -> Iterator[Finding]:
    """The finding for a paper that was published after its last good day; `at` is where the day of publication stands."""
    late = publication_delay(made, published, site.calendar) if made and published else None
    if late and made and published:
        days = {"day": show_date(published), "made": show_date(made), "last": show_date(late.last)}
        message = msg(
            "published {day}, {count} working days after {made}; the last good day was {last} ({law}, {clause})",
            **days,
            count=late.days,
            law=late.law.number,
            clause=late.law.clause,
        )
        hint = msg(
            "if it was public elsewhere before, write that day; else acknowledge it under `anomalies` with the reason"
        )
        yield Finding(at, message, hint, "published_at", days["day"], days["last"])

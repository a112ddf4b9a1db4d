"""How soon what the province decided is made public here: in working days, five at the most."""

from __future__ import annotations

from datetime import date, timedelta

from site_gen.kinds.procedure.model import Announcement, Decision, Procedure, ProcedureList
from site_gen.model.settings import Site
from site_gen.reading.shipped import office_calendar

STALE_AFTER = timedelta(days=365)
"""Fees and papers change; what nobody compared for so long may mislead."""
MOST_WORKING_DAYS = 5
"""Working days from the province's decision to publication (Luật Thực hiện dân chủ ở cơ sở 2022, Điều 12 khoản 3)."""


def decided(decision: Decision) -> date | None:
    """The day of a decision, where it is whole."""
    return decision.date.exact if decision.date else None


def last_day(decided_on: date, site: Site) -> date:
    """The last day on which publication is in time."""
    return office_calendar(site.calendar).after(decided_on, MOST_WORKING_DAYS)


def judged(site: Site, day: date) -> bool:
    """Whether a delay from a day is judged: since the site publishes, and where the holidays are known."""
    return office_calendar(site.calendar).knows(day) and (site.publishes_since is None or day >= site.publishes_since)


def publication_delay(decision: Decision, posted_on: date | None, site: Site) -> int | None:
    """Working days from the decision to its publication; None where one of the two days is not known."""
    day = decided(decision)
    return max(office_calendar(site.calendar).between(day, posted_on), 0) if day and posted_on else None


def guide_posted(guide: Procedure) -> date | None:
    """When what the decision says was put into a guide."""
    return (guide.decision.posted_on if guide.decision else None) or guide.published_at


def list_posted(listing: ProcedureList, announcement: Announcement, site: Site) -> date | None:
    """When the list followed an announcement: as it says, or the day of its last renewal where that was in time.

    A later renewal proves nothing: it may have been for another reason.
    """
    if announcement.posted_on:
        return announcement.posted_on
    day, renewed = decided(announcement), listing.updated_at or listing.published_at
    return renewed if day and renewed and day <= renewed <= last_day(day, site) else None

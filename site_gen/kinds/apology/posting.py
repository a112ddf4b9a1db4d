"""How long a notice is posted, and where it stands on a day. Days are days in Vietnam."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from site_gen.base.vietnamese import natural_key
from site_gen.kinds.apology.model import Apology
from site_gen.model.catalog import Catalog
from site_gen.model.entry import Entry


class Stage(StrEnum):
    """Where a posting stands."""

    COMING = "coming"
    POSTED = "posted"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Posting:
    """A notice with the days of its posting; `last` is the last day on which it is shown."""

    entry: Entry[Apology]
    first: date
    last: date
    stage: Stage

    @property
    def ends(self) -> date:
        """The first day on which nothing of it may be left."""
        return self.last + timedelta(1)


def full_term(first: date, days: int) -> date:
    """The last day of a posting of so many days.

    The day on which it begins is not counted, and it lasts to the end of the last day (Bộ luật Dân sự 2015, Điều 147, 148):
    posted on 05/11 for 30 days, it is shown up to and with 05/12.
    """
    return first + timedelta(days)


def posting(entry: Entry[Apology], days: int, as_of: date) -> Posting:
    """The posting of one notice. What is posted for less than its term is refused by a rule, and shown in full here."""
    notice = entry.model
    last = max(notice.posted_to or notice.posted_from, full_term(notice.posted_from, days))
    stage = Stage.COMING if as_of < notice.posted_from else Stage.ENDED if as_of > last else Stage.POSTED
    return Posting(entry, notice.posted_from, last, stage)


def postings(catalog: Catalog, as_of: date) -> tuple[Posting, ...]:
    """All of them, the newest first."""
    found = (posting(entry, catalog.site.apology_days, as_of) for entry in catalog.all(Apology))
    return tuple(sorted(found, key=lambda p: (-p.first.toordinal(), natural_key(p.entry.id))))

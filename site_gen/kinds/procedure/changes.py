"""What changed in procedures: in the life of guides, and by announcements of the province."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Record
from site_gen.kinds.procedure.items import CHANGES, SECTION, Item, items
from site_gen.kinds.procedure.model import Announcement, ProcedureList
from site_gen.kinds.procedure.pages import page_of
from site_gen.kinds.procedure.timing import decided, list_posted, publication_delay
from site_gen.kinds.procedure.views import ShownDecision, decision
from site_gen.model.entry import Entry
from site_gen.pages.fill import fill
from site_gen.pages.frames import Shown, crumbs_below
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Link, Snapshot

MOST_CHANGES = 60


@dataclass(frozen=True)
class ShownAnnouncement(Record):
    """An announcement with what it names; `posted_on` is when the list followed, `delay` after how many working days."""

    decision: ShownDecision
    added: list[Link]
    changed: list[Link]
    abolished: list[Link]
    codes: list[Link]
    posted_on: date | None
    delay: int | None
    sample: bool


@dataclass(frozen=True)
class ChangedProcedure(Record):
    """A change in the life of a guide."""

    date: date
    text: str
    decision: ShownDecision | None
    code: str
    name: str
    url: Address
    sample: bool


@dataclass(frozen=True)
class Changes(Shown):
    """Both, newest first."""

    template = "procedure/changes.html"
    announcements: tuple[ShownAnnouncement, ...]
    changes: tuple[ChangedProcedure, ...]


def changes_pages(snapshot: Snapshot) -> Iterator[Page]:
    """The page of changes, where there are procedures."""
    everything = items(snapshot.catalog, snapshot.as_of)
    if not everything:
        return
    announced = [(entry, a) for entry in snapshot.catalog.all(ProcedureList) for a in entry.model.announcements]
    announced.sort(key=lambda pair: decided(pair[1]) or pair[1].effective_from or date.max, reverse=True)
    changes = sorted(_changed(snapshot, everything), key=lambda change: change.date, reverse=True)
    context = Changes(tuple(_announcement(snapshot, *pair) for pair in announced), tuple(changes[:MOST_CHANGES]))
    title = snapshot.say(msg("What changed in procedures"))
    crumbs = crumbs_below(snapshot, SECTION)
    yield page_of(snapshot, everything, CHANGES, title, context, crumbs, long=("announcements",))


def _changed(snapshot: Snapshot, everything: Iterable[Item]) -> Iterator[ChangedProcedure]:
    for item in everything:
        for change in item.guide.model.history if item.guide else ():
            yield fill(
                ChangedProcedure,
                snapshot,
                change,
                decision=decision(snapshot, change.decision),
                code=item.code,
                name=item.name,
                url=item.url,
                sample=item.sample,
            )


def _announcement(snapshot: Snapshot, entry: Entry[ProcedureList], announcement: Announcement) -> ShownAnnouncement:
    posted = list_posted(entry.model, announcement, snapshot.site)
    return fill(
        ShownAnnouncement,
        snapshot,
        announcement,
        decision=decision(snapshot, announcement),
        posted_on=posted,
        delay=publication_delay(announcement, posted, snapshot.site),
        sample=entry.model.sample,
        **{
            name: snapshot.links("procedure", getattr(announcement, name))
            for name in ("added", "changed", "abolished", "codes")
        },
    )

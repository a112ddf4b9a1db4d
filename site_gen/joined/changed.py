"""What changed on a page, by the dates of its own content: first published, added to, put right, last edited.

What a page tells of its subject's life anyway, such as the changes of a procedure or the course of a document, is not
told again; this is about the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message, msg
from site_gen.base.traces import remembered
from site_gen.base.values import Key, Record
from site_gen.joined.carried import home_of
from site_gen.kinds import KINDS
from site_gen.kinds.document.model import Document
from site_gen.model.entry import Entry
from site_gen.model.published import Published
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Snapshot

MOST = 6
"""A reader asks for the last changes, not for all of them."""
Event = tuple[date, str, str]
"""Day, words, and the place on the page that says more."""


@dataclass(frozen=True)
class Change(Record):
    """A change of a page, and the place on it that says more."""

    day: date
    what: str
    at: Key


def with_changes(snapshot: Snapshot, pages: Iterable[Page]) -> Iterator[Page]:
    """Each page that changed since it was published, with its changes, newest first; the frame shows them."""
    by_url: dict[str, list[Event]] = {}
    kinds = {kind.name: kind for kind in KINDS}
    for entry in snapshot.catalog.entries():
        kind = kinds[entry.kind]
        events = _events(snapshot, entry, isinstance(entry.model, kind.forms[0].model))
        if events:
            by_url.setdefault(home_of(snapshot, kind, entry)[0], []).extend(events)
    for page in pages:
        mine = _shown(by_url.get(page.url, ()), snapshot.as_of)
        # A page that stands where a notice has ended is about nothing any more, and tells nothing.
        if len(mine) < 2 or not (page.subject[0] or page.index):
            yield page
            continue
        yield replace(page, changes=tuple(Change(*event) for event in mine))


def _shown(events: Iterable[Event], as_of: date) -> list[Event]:
    past = {event for event in events if event[0] <= as_of}
    return sorted(past, key=lambda event: (-event[0].toordinal(), event[1]))[:MOST]


@remembered
def _events(snapshot: Snapshot, entry: Entry[Published], itself: bool) -> Iterator[Event]:
    model = entry.model

    def event(day: date | None, message: Message, at: str = "") -> Iterator[Event]:
        if day is not None:
            yield day, snapshot.say(message), at

    for correction in model.corrections:
        yield from event(correction.date, msg("A correction"), "dinh-chinh")
    if not itself:
        title = getattr(model, "title", "")
        day = model.published_at or getattr(model, "date", None)
        if isinstance(title, str) and title and isinstance(day, date):
            yield from event(day, msg("Added: {what}", what=title))
        return
    if not isinstance(model, Document):
        yield from event(model.published_at, msg("Published on this website"))
    if model.updated_at != model.published_at:
        yield from event(model.updated_at, msg("Content edited"))

"""Postings and corrections of an entry, shown at the end of its page, whatever its kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.values import Record
from site_gen.kind import Kind
from site_gen.kinds import KINDS
from site_gen.model.entry import Entry
from site_gen.model.published import Published
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Snapshot


@dataclass(frozen=True)
class ShownPosting(Record):
    """Where else something was shown, from when to when."""

    form: str
    place: str | None
    since: date
    until: date | None
    note: str | None


@dataclass(frozen=True)
class ShownCorrection(Record):
    """What was put right, and when somebody had asked for it."""

    day: date
    text: str
    requested: date | None


@dataclass(frozen=True)
class Carried(Record):
    """The postings and corrections of one entry."""

    label: str
    postings: tuple[ShownPosting, ...]
    corrections: tuple[ShownCorrection, ...]


def with_carried(snapshot: Snapshot, pages: Iterable[Page]) -> Iterator[Page]:
    """Each page with what its entries carry; the frame shows it."""
    by_url: dict[str, list[Carried]] = {}
    kinds = {kind.name: kind for kind in KINDS}
    for entry in snapshot.catalog.entries():
        if entry.model.postings or entry.model.corrections:
            url, label = home_of(snapshot, kinds[entry.kind], entry)
            by_url.setdefault(url, []).append(_shown(snapshot, entry, label))
    for page in pages:
        # A page that stands where a notice has ended is about nothing any more, and carries nothing.
        mine = by_url.get(page.url) if page.subject[0] or page.index else None
        yield replace(page, carried=tuple(mine)) if mine else page


def home_of(snapshot: Snapshot, kind: Kind, entry: Entry[Published]) -> tuple[str, str]:
    """Address and name of the entry's page; what lies below another entry is shown on that one's."""
    first = kind.forms[0].model
    owner = entry if isinstance(entry.model, first) else snapshot.catalog.get(first, entry.id.split("/")[0])
    if owner is None:  # a list of several things, such as that of procedures, is part of its section
        return (kind.section.url, str(getattr(entry.model, "title", ""))) if kind.section else ("", "")
    return kind.url_of(owner).partition("#")[0], kind.label_of(owner)


def _shown(snapshot: Snapshot, entry: Entry[Published], label: str) -> Carried:
    return Carried(
        label,
        tuple(
            ShownPosting(snapshot.word(p.form), p.place, p.posted_from, p.posted_to, p.note)
            for p in entry.model.postings
        ),
        tuple(ShownCorrection(c.date, c.text, c.requested_on) for c in entry.model.corrections),
    )

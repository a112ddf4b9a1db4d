"""The contact page: who does what, and how to reach them at work."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Key, Record
from site_gen.kinds.person.model import Person, Term
from site_gen.kinds.person.moments import URL, in_order
from site_gen.model.entry import Entry
from site_gen.pages.contributions import Section
from site_gen.pages.fill import fill
from site_gen.pages.frames import Shown, index_page, panels_by_unit
from site_gen.pages.page import Page, Panel
from site_gen.rules.snapshot import CitedDocument, Link, Snapshot

SECTION = Section("lien-he", URL, msg("Contact"), msg("Who does what, and how to reach them at work."), 10)


@dataclass(frozen=True)
class ShownTerm(Record):
    """An assignment that holds on the day."""

    since: date | None
    until: date | None
    posted_on: date | None
    document: CitedDocument | None


@dataclass(frozen=True)
class ShownDuty(Record):
    """A turn of duty that holds on the day."""

    when: str
    place: str | None
    until: date | None


@dataclass(frozen=True)
class Row(Record):
    """A role in a list, with the assignments and turns of duty that hold on the day."""

    id: Key
    role: str
    name: str | None
    unit: Link
    responsibility: str | None
    official_phone: str | None
    official_email: str | None
    one_stop: bool
    counter: str | None
    duty: tuple[ShownDuty, ...]
    bio: str | None
    photo: Address | None
    spokesperson: ShownTerm | None
    info_contact: ShownTerm | None


@dataclass(frozen=True)
class Office(Record):
    """How to reach the authority."""

    address: str | None
    phone: str | None
    email: str | None
    hours: str | None
    website: Address | None


@dataclass(frozen=True)
class Contacts(Shown):
    """The page; `illustration` is whether the site is no authority's own."""

    template = "person/page.html"
    people: tuple[Row, ...]
    spokesperson: tuple[Row, ...]
    contact: Office
    illustration: bool


@dataclass(frozen=True)
class InUnit(Shown):
    """The roles of a unit, on its page."""

    template = "person/unit_panel.html"
    people: tuple[Row, ...]


def _row(snapshot: Snapshot, entry: Entry[Person]) -> Row:
    person = entry.model

    def shown(term: Term | None) -> ShownTerm | None:
        return fill(ShownTerm, snapshot, term) if term and term.holds(snapshot.as_of) else None

    return fill(
        Row,
        snapshot,
        entry,
        duty=tuple(fill(ShownDuty, snapshot, duty) for duty in person.duty if duty.holds(snapshot.as_of)),
        photo=person.photo if person.photo_consent else None,
        spokesperson=shown(person.spokesperson),
        info_contact=shown(person.info_contact),
    )


def spokesperson(snapshot: Snapshot) -> tuple[Row, ...]:
    """Whoever speaks for the authority on the day, as the foot of every page names them."""
    rows = (_row(snapshot, entry) for entry in in_order(snapshot))
    return tuple(row for row in rows if row.spokesperson)


def counter(snapshot: Snapshot) -> dict[str, str]:
    """When and by which number the one-stop shop is reached; the authority's own number where no role there has one."""
    contact = snapshot.site.contact
    numbers = [e.model.official_phone for e in in_order(snapshot) if e.model.one_stop and e.model.official_phone]
    return {"hours": contact.hours or "", "phone": next(iter(numbers), contact.phone or "")}


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """One page for all roles, and how to reach the authority."""
    people = in_order(snapshot)
    yield index_page(
        snapshot,
        SECTION,
        Contacts(
            tuple(_row(snapshot, entry) for entry in people),
            spokesperson(snapshot),
            fill(Office, snapshot, snapshot.site.contact),
            snapshot.site.illustration is not None,
        ),
        people,
        updated=max((day for e in people if (day := e.model.updated_at or e.model.published_at)), default=None),
        subject=("site", "contact"),
    )


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """The roles of a unit on its page."""
    rows = [(entry.model.unit, _row(snapshot, entry)) for entry in in_order(snapshot)]
    yield from panels_by_unit(snapshot, 5, rows, InUnit)

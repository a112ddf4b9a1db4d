"""Feedback: how to send it, how quickly it is answered, and every case with its answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from statistics import median

from site_gen.base.dataclass import dataclass
from site_gen.base.values import Address, Key, Record
from site_gen.base.vietnamese import show_number, sort_key
from site_gen.kinds.feedback.model import Feedback
from site_gen.kinds.feedback.moments import OVERDUE, SECTION, in_order, life_of, title, url
from site_gen.model.entry import Entry
from site_gen.model.settings import Site
from site_gen.pages.fill import fill
from site_gen.pages.frames import Shown, entry_page, index_page, panels_by_unit
from site_gen.pages.life import Status
from site_gen.pages.page import Page, Panel
from site_gen.reading.shipped import office_calendar
from site_gen.rules.snapshot import CitedDocument, Link, ShownNote, Snapshot

NEWEST = 5


@dataclass(frozen=True)
class Row(Record):
    """A case in a list."""

    id: Key
    url: Address
    code: Key
    summary: str
    type: str
    handler: Link
    received_on: date
    answered_on: date | None
    state: Status
    sample: bool


@dataclass(frozen=True)
class Speed(Record):
    """How quickly a unit answered: counts of cases, and within how many working days half of the answers came."""

    handler: Link
    received: int
    answered: int
    in_time: int
    late: int
    half_within: str | None


@dataclass(frozen=True)
class Index(Shown):
    """How to send feedback, how quickly it was answered, and every case."""

    template = "feedback/list.html"
    rows: tuple[Row, ...]
    units: tuple[Speed, ...]
    phone: str | None
    email: str | None
    address: str | None


@dataclass(frozen=True)
class Case(Shown):
    """The page of a case. `unknown_years` are those whose holidays could not be left out of the `working_days`."""

    template = "feedback/page.html"
    row: Row
    channel: str
    procedure_field: str | None
    procedure: Link | None
    forwarded_on: date | None
    due_on: date | None
    working_days: int | None
    unknown_years: tuple[int, ...]
    result: str | None
    answer_doc: CitedDocument | None
    corrected_page: str | None
    notes: list[ShownNote]


@dataclass(frozen=True)
class OfUnit(Shown):
    """What citizens pointed out to a unit, on its page: the newest of `count` cases."""

    template = "feedback/panel.html"
    rows: tuple[Row, ...]
    count: int
    more: Address = SECTION.url


def working_days(case: Feedback, site: Site) -> int | None:
    """Working days from receipt to answer."""
    return office_calendar(site.calendar).between(case.received_on, case.answered_on) if case.answered_on else None


def row_of(snapshot: Snapshot, entry: Entry[Feedback]) -> Row:
    """A case as lists show it."""
    state = life_of(snapshot, entry).state(snapshot.as_of)
    return fill(Row, snapshot, entry, url=url(entry.id), state=state.shown(snapshot))


def by_unit(snapshot: Snapshot, found: list[Entry[Feedback]]) -> Iterator[Speed]:
    """How quickly each unit answered, in order of their names."""
    groups: dict[str, list[Entry[Feedback]]] = {}
    for entry in found:
        name = snapshot.catalog.named("unit", entry.model.handler)
        groups.setdefault(name.label if name else entry.model.handler, []).append(entry)
    for unit in sorted(groups, key=sort_key):
        cases = [entry.model for entry in groups[unit]]
        answered = [(case, case.answered_on) for case in cases if case.answered_on]
        days = [n for case in cases if (n := working_days(case, snapshot.site)) is not None]
        yield Speed(
            snapshot.link("unit", cases[0].handler),
            len(cases),
            len(answered),
            in_time=sum(day <= (case.answer_due or day) for case, day in answered),
            late=sum(life_of(snapshot, entry).state(snapshot.as_of) is OVERDUE for entry in groups[unit]),
            half_within=show_number(Decimal(str(round(median(days), 1)))) if days else None,
        )


def case_page(snapshot: Snapshot, entry: Entry[Feedback]) -> Page:
    """The page of a case."""
    case, calendar = entry.model, office_calendar(snapshot.site.calendar)
    shown = fill(
        Case,
        snapshot,
        entry,
        row=row_of(snapshot, entry),
        due_on=case.answer_due,
        working_days=working_days(case, snapshot.site),
        unknown_years=calendar.not_yet_known(case.received_on, case.answered_on) if case.answered_on else (),
        notes=snapshot.notes_of(entry.path),
    )
    return entry_page(snapshot, SECTION, entry, shown, url(entry.id), title(snapshot, case), updated=last_change(entry))


def last_change(entry: Entry[Feedback]) -> date:
    """The day of the answer, or of the receipt."""
    return entry.model.answered_on or entry.model.received_on


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The list and a page each."""
    found = in_order(snapshot)
    contact = snapshot.site.contact
    rows = tuple(row_of(snapshot, entry) for entry in found)
    index = Index(rows, tuple(by_unit(snapshot, found)), contact.phone, contact.email, contact.address)
    updated = max(map(last_change, found), default=None)
    yield index_page(snapshot, SECTION, index, found, updated=updated, long=("rows",))
    yield from (case_page(snapshot, entry) for entry in found)


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """What citizens pointed out to each unit, the newest five."""
    rows = ((entry.model.handler, row_of(snapshot, entry)) for entry in in_order(snapshot))
    yield from panels_by_unit(snapshot, 60, rows, lambda mine: OfUnit(mine[:NEWEST], len(mine)))

"""Inspections: the list by year, a page each, and on a unit's page what was found there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Key, Record
from site_gen.base.vietnamese import show_number
from site_gen.kinds.inspection.model import Inspection, InspectionRemedy, Visit
from site_gen.kinds.inspection.moments import newest_first, state_of, url, who
from site_gen.kinds.inspection.rules import places, share, visited
from site_gen.model.entry import Entry
from site_gen.pages.contributions import Section
from site_gen.pages.fill import fill
from site_gen.pages.frames import Shown, entry_page, index_page, panels_by_unit
from site_gen.pages.life import Status
from site_gen.pages.page import Page, Panel, latest
from site_gen.rules.snapshot import CitedDocument, Link, ShownNote, Snapshot

SECTION = Section(
    "cong-khai",
    "kiem-tra/index.html",
    msg("Inspections"),
    msg("Who was inspected, what was found, and whether it was put right."),
    75,
)


@dataclass(frozen=True)
class Row(Record):
    """An inspection in a list: how many places, and how much of them was visited by the day."""

    id: Key
    url: Address
    title: str
    year: int
    unit: Link
    visited: int
    places: int | None
    share: str | None
    target: str | None
    open: int
    sample: bool


@dataclass(frozen=True)
class ShownRemedy(Record):
    """What is to be put right, and whether it was."""

    text: str
    due: date | None
    done_on: date | None
    proof: CitedDocument | None
    state: Status


@dataclass(frozen=True)
class ShownVisit(Record):
    """A visit with all that came of it; `id` is its place on the page."""

    id: Key
    unit: Link
    planned: str | None
    date: date | None
    surprise: str | None
    conclusion: CitedDocument | None
    good: tuple[str, ...]
    faults: tuple[str, ...]
    remedies: tuple[ShownRemedy, ...]


@dataclass(frozen=True)
class Index(Shown):
    """The list, newest year first."""

    template = "inspection/list.html"
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Whole(Shown):
    """The page of an inspection: visits made, and those to come."""

    template = "inspection/page.html"
    row: Row
    decision: CitedDocument | None
    made: tuple[ShownVisit, ...]
    coming: tuple[ShownVisit, ...]
    note: str | None
    notes: list[ShownNote]


@dataclass(frozen=True)
class AtUnit(Shown):
    """What inspections found at a unit."""

    template = "inspection/panel.html"
    visits: tuple[tuple[Row, ShownVisit], ...]
    more: Address = SECTION.url


def row_of(snapshot: Snapshot, entry: Entry[Inspection]) -> Row:
    """An inspection as lists show it."""
    inspection, day = entry.model, snapshot.as_of
    reached = share(snapshot, inspection)
    made = visited(inspection)
    remedies = [state_of(remedy, day) for visit in made for remedy in visit.remedies]
    return fill(
        Row,
        snapshot,
        entry,
        url=url(entry.id),
        unit=snapshot.link("unit", who(snapshot, inspection)),
        visited=len(places(snapshot, made)),
        share=show_number(round(reached, 1)) if reached is not None else None,
        target=show_number(inspection.target.value) if inspection.target else None,
        open=sum(state.family != "done" for state in remedies),
    )


def _visit(snapshot: Snapshot, visit: Visit, number: int) -> ShownVisit:
    remedies = tuple(_remedy(snapshot, remedy) for remedy in visit.remedies)
    return fill(ShownVisit, snapshot, visit, id=f"noi-{number}", remedies=remedies)


def _remedy(snapshot: Snapshot, remedy: InspectionRemedy) -> ShownRemedy:
    return fill(ShownRemedy, snapshot, remedy, state=state_of(remedy, snapshot.as_of).shown(snapshot))


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The list and a page each."""
    found = newest_first(snapshot)
    rows = tuple(row_of(snapshot, entry) for entry in found)
    newest = latest(_updated(entry) for entry in found)
    yield index_page(snapshot, SECTION, Index(rows), found, updated=newest, long=("rows",))
    for entry, row in zip(found, rows, strict=True):
        visits = [(visit, _visit(snapshot, visit, number)) for number, visit in enumerate(entry.model.visits, 1)]
        made = visited(entry.model)
        context = fill(
            Whole,
            snapshot,
            entry,
            row=row,
            made=tuple(shown for visit, shown in visits if visit in made),
            coming=tuple(shown for visit, shown in visits if visit not in made),
            notes=snapshot.notes_of(entry.path),
        )
        yield entry_page(snapshot, SECTION, entry, context, row.url, row.title, updated=_updated(entry))


def _updated(entry: Entry[Inspection]) -> date | None:
    days = [visit.date for visit in visited(entry.model)]
    return entry.model.updated_at or latest([*days, entry.model.published_at])


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """On the page of each unit what was found there."""
    rows = [
        (visit.unit, (row_of(snapshot, entry), _visit(snapshot, visit, number)))
        for entry in newest_first(snapshot)
        for number, visit in enumerate(entry.model.visits, 1)
        if visit in visited(entry.model)
    ]
    yield from panels_by_unit(snapshot, 68, rows, AtUnit)

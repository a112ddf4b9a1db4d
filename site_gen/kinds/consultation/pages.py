"""Consultations: those that are open first, then those that are closed, with what became of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from site_gen.base.messages import msg
from site_gen.base.values import Address, Key, Record
from site_gen.kinds.consultation.model import Consultation
from site_gen.kinds.consultation.moments import COMING, OPEN, in_order, life_of, url
from site_gen.model.entry import Entry
from site_gen.pages.contributions import Section
from site_gen.pages.fill import fill
from site_gen.pages.frames import Shown, entry_page, index_page, panel, panels_by_unit
from site_gen.pages.life import Status
from site_gen.pages.page import Page, Panel
from site_gen.rules.snapshot import CitedDocument, Link, ShownNote, Snapshot

SECTION = Section(
    "cong-khai",
    "lay-y-kien/index.html",
    msg("Consultations"),
    msg("Drafts to comment on, and what became of the comments."),
    70,
)


@dataclass(frozen=True)
class Row(Record):
    """A consultation in a list."""

    id: Key
    url: Address
    title: str
    unit: Link
    opened_on: date
    closes_on: date
    comments_count: int | None
    outcome_on: date | None
    is_open: bool
    state: Status
    sample: bool


@dataclass(frozen=True)
class Index(Shown):
    """The list: open now, to come, closed."""

    template = "consultation/list.html"
    open: tuple[Row, ...]
    coming: tuple[Row, ...]
    closed: tuple[Row, ...]


@dataclass(frozen=True)
class Whole(Shown):
    """The page of a consultation."""

    template = "consultation/page.html"
    row: Row
    how: str
    drafts: tuple[CitedDocument, ...]
    body: str
    outcome: str | None
    final: CitedDocument | None
    notes: list[ShownNote]


@dataclass(frozen=True)
class OpenNow(Shown):
    """What can be commented on now, on other pages."""

    template = "consultation/panel.html"
    rows: tuple[Row, ...]
    more: Address = SECTION.url


def row_of(snapshot: Snapshot, entry: Entry[Consultation]) -> Row:
    """A consultation as lists show it."""
    state = life_of(snapshot, entry).state(snapshot.as_of)
    return fill(Row, snapshot, entry, url=url(entry.id), is_open=state is OPEN, state=state.shown(snapshot))


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The list and a page each."""
    found = in_order(snapshot)
    groups: dict[str, list[Row]] = {"open": [], "coming": [], "closed": []}
    for entry in found:
        row = row_of(snapshot, entry)
        state = life_of(snapshot, entry).state(snapshot.as_of)
        groups["open" if state is OPEN else "coming" if state is COMING else "closed"].append(row)
        yield entry_page(
            snapshot,
            SECTION,
            entry,
            fill(Whole, snapshot, entry, row=row, notes=snapshot.notes_of(entry.path)),
            row.url,
            row.title,
            updated=entry.model.updated_at or entry.model.outcome_on or entry.model.opened_on,
            expires=row.is_open,
        )
    yield index_page(
        snapshot,
        SECTION,
        Index(tuple(groups["open"]), tuple(reversed(groups["coming"])), tuple(groups["closed"])),
        found,
        updated=max((entry.model.opened_on for entry in found), default=None),
        expires=bool(groups["open"]),
        long=("open", "coming", "closed"),
    )


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """What can be commented on now, on the home page and on the unit's."""
    rows = [(entry.model.unit, row) for entry in in_order(snapshot) if (row := row_of(snapshot, entry)).is_open]
    if rows:
        yield panel(("site", "home"), 35, OpenNow(tuple(row for _, row in rows)), expires=True)
    yield from panels_by_unit(snapshot, 65, rows, OpenNow, expires=True)

"""Consultations: those that are open first, then those that are closed, with what became of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Key, Record
from site_gen.kinds.consultation.model import Consultation
from site_gen.kinds.consultation.moments import COMING, OPEN, in_order, life_of, url
from site_gen.model.entry import Entry
from site_gen.pages.contributions import Section
from site_gen.pages.fill import fill
from site_gen.pages.frames import Shown, entry_page, index_page, panel, panels_by_unit
from site_gen.pages.life import State, Status
from site_gen.pages.page import Page, Panel, latest
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


def row_of(snapshot: Snapshot, entry: Entry[Consultation], state: State) -> Row:
    """A consultation as lists show it."""
    return fill(Row, snapshot, entry, url=url(entry.id), is_open=state is OPEN, state=state.shown(snapshot))


def with_states(snapshot: Snapshot) -> list[tuple[Entry[Consultation], State]]:
    """Every consultation, in order, with what it is on the day."""
    return [(entry, life_of(snapshot, entry).state(snapshot.as_of)) for entry in in_order(snapshot)]


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The list and a page each."""
    found = with_states(snapshot)
    rows = [(state, row_of(snapshot, entry, state)) for entry, state in found]
    context = Index(
        open=tuple(row for state, row in rows if state is OPEN),
        coming=tuple(row for state, row in reversed(rows) if state is COMING),
        closed=tuple(row for state, row in rows if state not in (OPEN, COMING)),
    )
    yield index_page(
        snapshot,
        SECTION,
        context,
        [entry for entry, _ in found],
        updated=latest(entry.model.opened_on for entry, _ in found),
        expires=bool(context.open),
        long=("open", "coming", "closed"),
    )
    for (entry, _), (_, row) in zip(found, rows, strict=True):
        yield entry_page(
            snapshot,
            SECTION,
            entry,
            fill(Whole, snapshot, entry, row=row, notes=snapshot.notes_of(entry.path)),
            row.url,
            row.title,
            updated=entry.model.updated_at or entry.model.outcome_on or entry.model.opened_on,
            expires=row.is_open,
            share=snapshot.say(msg("Comments until {day}", day=entry.model.closes_on)),
        )


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """What can be commented on now, on the home page and on the unit's."""
    rows = [
        (entry.model.unit, row_of(snapshot, entry, state)) for entry, state in with_states(snapshot) if state is OPEN
    ]
    if rows:
        yield panel(("site", "home"), 35, OpenNow(tuple(row for _, row in rows)), expires=True)
    yield from panels_by_unit(snapshot, 65, rows, OpenNow, expires=True)

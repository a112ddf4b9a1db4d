"""Initiatives: the register by year, a page each, and on a unit's page those that it had."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Key, Record
from site_gen.kinds.initiative.model import Initiative
from site_gen.kinds.initiative.moments import newest_first, url
from site_gen.model.entry import Entry
from site_gen.pages.contributions import Section
from site_gen.pages.fill import fill
from site_gen.pages.frames import Shown, entry_page, index_page, panels_by_unit
from site_gen.pages.life import Status
from site_gen.pages.page import Page, Panel, latest
from site_gen.pages.papers import Attached, attached
from site_gen.rules.snapshot import CitedDocument, Link, ShownNote, Snapshot

SECTION = Section(
    "cong-khai",
    "sang-kien/index.html",
    msg("Initiatives"),
    msg("What the offices do better than before, who recognised it, and what it changed."),
    76,
)


@dataclass(frozen=True)
class Row(Record):
    """An initiative in a list."""

    id: Key
    url: Address
    title: str
    year: int
    unit: Link
    level: str | None
    state: Status
    sample: bool


@dataclass(frozen=True)
class YearCount(Record):
    """How many initiatives a year has, and how many of them were recognised."""

    year: int
    registered: int
    recognised: int


@dataclass(frozen=True)
class Index(Shown):
    """The register, newest year first."""

    template = "initiative/list.html"
    years: tuple[YearCount, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Whole(Shown):
    """The page of an initiative."""

    template = "initiative/page.html"
    row: Row
    authors: tuple[str, ...]
    area: str | None
    registered_on: date | None
    decision: CitedDocument | None
    applied_since: date | None
    text: str
    result: str | None
    plan: Link | None
    files: tuple[Attached, ...]
    notes: list[ShownNote]


@dataclass(frozen=True)
class AtUnit(Shown):
    """The initiatives of a unit."""

    template = "initiative/panel.html"
    rows: tuple[Row, ...]
    more: Address = SECTION.url


def row_of(snapshot: Snapshot, entry: Entry[Initiative]) -> Row:
    """An initiative as lists show it."""
    state = entry.model.state
    return fill(Row, snapshot, entry, url=url(entry.id), state=Status(state.family, snapshot.word(state)))


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The register and a page each."""
    found = newest_first(snapshot)
    rows = [(entry, row_of(snapshot, entry)) for entry in found]
    years = tuple(_count(year, list(mine)) for year, mine in groupby(found, key=lambda entry: entry.model.year))
    newest = latest(_updated(entry) for entry in found)
    yield index_page(
        snapshot, SECTION, Index(years, tuple(row for _, row in rows)), found, updated=newest, long=("rows",)
    )
    for entry, row in rows:
        files = tuple(file for path in entry.model.files if (file := attached(snapshot, path)) is not None)
        context = fill(Whole, snapshot, entry, row=row, files=files, notes=snapshot.notes_of(entry.path))
        yield entry_page(snapshot, SECTION, entry, context, row.url, row.title, updated=_updated(entry))


def _count(year: int, mine: list[Entry[Initiative]]) -> YearCount:
    return YearCount(year, len(mine), sum(entry.model.state.recognised for entry in mine))


def _updated(entry: Entry[Initiative]) -> date | None:
    return entry.model.updated_at or entry.model.published_at


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """On the page of each unit its initiatives."""
    rows = [(entry.model.unit, row_of(snapshot, entry)) for entry in newest_first(snapshot)]
    yield from panels_by_unit(snapshot, 69, rows, AtUnit)

"""The matrix of types and periods, year by year, and a page for each report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Key, Record
from site_gen.base.vietnamese import show_date
from site_gen.kinds.report.model import Report
from site_gen.kinds.report.moments import OPEN, OVERDUE, SECTION, life_of, url
from site_gen.kinds.report.series import Series, series, unit_of
from site_gen.model.entry import Entry
from site_gen.pages.fill import fill
from site_gen.pages.frames import Shown, entry_page, index_page, panels_by_unit
from site_gen.pages.life import Status
from site_gen.pages.page import Page, Panel
from site_gen.pages.papers import Attached, attached, registered
from site_gen.rules.snapshot import CitedDocument, Link, ShownNote, Snapshot

NEWEST = 6
"""So many reports stand on a unit's page."""


@dataclass(frozen=True)
class Row(Record):
    """A report in a list."""

    id: Key
    url: Address
    title: str
    status: Status
    sample: bool


@dataclass(frozen=True)
class Cell(Record):
    """The reports of one type for one period; `missing` where there should be one."""

    period: str
    reports: tuple[Row, ...]
    missing: bool


@dataclass(frozen=True)
class Line(Record):
    """The reports of one type in a year; `unit` where several units report."""

    id: Key
    type: str
    unit: Link | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Year(Record):
    """A year: a line for each type, a column for each period that somebody reported on or missed."""

    year: int
    periods: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Index(Shown):
    """All reports by year."""

    template = "report/list.html"
    years: tuple[Year, ...]
    count: int
    unit: Link


@dataclass(frozen=True)
class Highlighted(Record):
    """A figure worth reading."""

    label: str
    value: str
    unit: str | None


@dataclass(frozen=True)
class Whole(Shown):
    """The page of a report."""

    template = "report/page.html"
    type: str
    period: str
    unit: Link
    status: Status
    late_reason: str | None
    cutoff: date | None
    due: date | None
    due_rule: str | None
    sent_on: date | None
    sent_to: tuple[str, ...]
    published_at: date | None
    document: CitedDocument | None
    registered: Address
    figures: tuple[Highlighted, ...]
    file: Attached | None
    body: str
    readable: bool
    notes: list[ShownNote]
    previous: Link | None
    following: Link | None


@dataclass(frozen=True)
class Newest(Shown):
    """The newest reports of a unit, on its page."""

    template = "report/unit_panel.html"
    rows: tuple[Row, ...]
    count: int
    more: Address = SECTION.url


def status(snapshot: Snapshot, entry: Entry[Report]) -> Status:
    """How a report stands, with the day that belongs to it."""
    report, state = entry.model, life_of(snapshot, entry).state(snapshot.as_of)
    detail = ""
    if state in (OPEN, OVERDUE):
        detail = snapshot.say(msg("due {day}", day=report.due)) if report.due else ""
    elif report.sent_on:
        detail = show_date(report.sent_on)
    return state.shown(snapshot, detail)


def row_of(snapshot: Snapshot, entry: Entry[Report]) -> Row:
    """A report as lists show it."""
    return fill(Row, snapshot, entry, url=url(entry.id), status=status(snapshot, entry))


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The index, always; a page for each report."""
    entries = snapshot.catalog.all(Report)
    years = sorted({entry.model.period.year for entry in entries}, reverse=True)
    yield index_page(
        snapshot,
        SECTION,
        Index(
            tuple(_year(snapshot, year) for year in years),
            len(entries),
            snapshot.link("unit", snapshot.site.unit),
        ),
        entries,
        updated=max((day for entry in entries if (day := _updated(entry))), default=None),
        long=("years",),
    )
    for one in series(snapshot.catalog):
        around = (None, *one.entries, None)
        for before, entry, after in zip(around, one.entries, around[2:], strict=False):
            yield _page(snapshot, entry, before, after)


def _updated(entry: Entry[Report]) -> date | None:
    return entry.model.updated_at or entry.model.published_at or entry.model.sent_on


def _year(snapshot: Snapshot, year: int) -> Year:
    found = series(snapshot.catalog)
    gaps = {one: {period for period, _ in one.gaps() if period.year == year} for one in found}
    reported = {one: {e.model.period for e in one.entries if e.model.period.year == year} for one in found}
    periods = sorted(
        {period for one in found for period in gaps[one] | reported[one]},
        key=lambda period: (period.last, -period.first.toordinal()),
    )
    several = len({one.unit for one in found}) > 1

    def line(one: Series) -> Line:
        word = snapshot.word(one.type)
        return Line(
            f"{year}-{one.type.value.replace('_', '-')}" + (f"-{one.unit}" if several else ""),
            word[:1].upper() + word[1:],
            snapshot.link("unit", one.unit) if several else None,
            tuple(
                Cell(
                    str(period),
                    tuple(row_of(snapshot, entry) for entry in one.entries if entry.model.period == period),
                    period in gaps[one],
                )
                for period in periods
            ),
        )

    return Year(
        year,
        tuple(str(period) for period in periods),
        tuple(line(one) for one in found if gaps[one] or reported[one]),
    )


def _page(snapshot: Snapshot, entry: Entry[Report], before: Entry[Report] | None, after: Entry[Report] | None) -> Page:
    report = entry.model
    context = fill(
        Whole,
        snapshot,
        entry,
        unit=snapshot.link("unit", unit_of(snapshot.catalog, report)),
        status=status(snapshot, entry),
        registered=registered(snapshot, report.document),
        file=attached(snapshot, report.file),
        notes=snapshot.notes_of(entry.path),
        previous=Link(before.model.title, url(before.id)) if before else None,
        following=Link(after.model.title, url(after.id)) if after else None,
    )
    return entry_page(snapshot, SECTION, entry, context, url(entry.id), report.title, updated=_updated(entry))


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """On a unit's page its newest reports."""
    newest = sorted(snapshot.catalog.all(Report), key=lambda e: (e.model.period.last, e.id), reverse=True)
    rows = [(unit_of(snapshot.catalog, entry.model), row_of(snapshot, entry)) for entry in newest]
    yield from panels_by_unit(snapshot, 65, rows, lambda mine: Newest(mine[:NEWEST], len(mine)))

"""The matrix of years and stages, and a page for each table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.values import Address, Key, Record
from site_gen.kinds.budget.balance import Balance, YearBalance, balance, year_balances
from site_gen.kinds.budget.model import Budget, RowKind, Stage
from site_gen.kinds.budget.moments import MISSING, SECTION, life_of_stage, url
from site_gen.kinds.budget.sums import children, faulty_formulas, faulty_sums, figure, keys
from site_gen.kinds.budget.timetable import BudgetYear, law, public_since, unit_of, years
from site_gen.model.entry import Entry
from site_gen.pages.fill import fill
from site_gen.pages.frames import Shown, entry_page, index_page, panels_by_unit
from site_gen.pages.page import Page, Panel
from site_gen.pages.papers import Attached, attached, registered
from site_gen.rules.snapshot import CitedDocument, Link, ShownNote, Snapshot

DEEPEST = 5
"""Rows further down look like those of this level."""
FIRST_OF_A_UNIT = 8
UNVERIFIED_SINCE = 2026
"""Of budgets from this year on the terms have not been verified."""


@dataclass(frozen=True)
class TableRow(Record):
    """A table in a list; `since` is the first day on which it was public."""

    url: Address
    title: str
    form_no: str
    year: int
    stage: str
    since: date | None
    sample: bool


@dataclass(frozen=True)
class Cell(Record):
    """The tables of one stage of a year; `missing` where there is none though its time has passed."""

    stage: str
    tables: tuple[TableRow, ...]
    missing: bool


@dataclass(frozen=True)
class Year(Record):
    """A year of one body, its stages and what is missing; `unit` where several bodies publish budgets."""

    year: int
    id: Key
    unit: Link | None
    cells: tuple[Cell, ...]
    missing: tuple[str, ...]
    law: str


@dataclass(frozen=True)
class Index(Shown):
    """All tables by year and stage."""

    template = "budget/list.html"
    balances: tuple[YearBalance, ...]
    years: tuple[Year, ...]
    stages: tuple[str, ...]
    count: int
    unit: Link
    unverified: bool


@dataclass(frozen=True)
class Head(Record):
    """The head of a column of figures."""

    label: str
    no: str
    formula: str | None


@dataclass(frozen=True)
class Value(Record):
    """A figure under its column's label, and what it should be where it does not hold."""

    label: str
    value: str | None
    computed: str | None


@dataclass(frozen=True)
class Line(Record):
    """A row of a table; `sum` where it adds up others."""

    anchor: Key
    no: str | None
    label: str
    level: int
    sum: bool
    total: bool
    partial: bool
    cells: tuple[Value, ...]


@dataclass(frozen=True)
class Whole(Shown):
    """The page of a table."""

    template = "budget/page.html"
    year: int
    stage: str
    form_no: str
    unit: Link
    money_unit: str | None
    balance: Balance | None
    columns: tuple[Head, ...]
    numbered: bool
    rows: tuple[Line, ...]
    total_words: str | None
    explanation: str | None
    decision: CitedDocument | None
    registered: Address
    resolution: CitedDocument | None
    since: date | None
    published_at: date | None
    posted_from: date | None
    posted_to: date | None
    due_on: date | None
    file: Attached | None
    notes: tuple[ShownNote, ...]


@dataclass(frozen=True)
class Published(Shown):
    """The tables of a unit, on its page."""

    template = "budget/unit_panel.html"
    rows: tuple[TableRow, ...]
    count: int
    more: Address = SECTION.url


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The index, always; a page for each table."""
    entries = snapshot.catalog.all(Budget)
    found = years(snapshot.catalog)
    several = len({year.unit for year in found}) > 1
    yield index_page(
        snapshot,
        SECTION,
        Index(
            year_balances(snapshot, found),
            tuple(_year(snapshot, year, several) for year in found),
            tuple(_heading(snapshot, stage) for stage in Stage),
            len(entries),
            snapshot.link("unit", snapshot.site.unit),
            any(year.year >= UNVERIFIED_SINCE for year in found),
        ),
        entries,
        updated=max((day for entry in entries if (day := _updated(entry))), default=None),
    )
    for entry in entries:
        context = _whole(snapshot, entry)
        yield entry_page(snapshot, SECTION, entry, context, url(entry.id), entry.model.title, updated=_updated(entry))


def _heading(snapshot: Snapshot, stage: Stage) -> str:
    word = snapshot.word(stage)
    return word[:1].upper() + word[1:]


def _updated(entry: Entry[Budget]) -> date | None:
    return entry.model.updated_at or public_since(entry.model)


def _table_row(snapshot: Snapshot, entry: Entry[Budget]) -> TableRow:
    return fill(TableRow, snapshot, entry, url=url(entry.id), since=public_since(entry.model))


def _year(snapshot: Snapshot, year: BudgetYear, several: bool) -> Year:
    def tables(stage: Stage) -> tuple[TableRow, ...]:
        mine = sorted((e for e in year.entries if e.model.stage is stage), key=lambda e: e.id)
        return tuple(_table_row(snapshot, entry) for entry in mine)

    missing = [stage for stage in year.absent if life_of_stage(snapshot, year, stage).state(snapshot.as_of) is MISSING]
    return Year(
        year.year,
        f"nam-{year.year}" + (f"-{year.unit}" if several else ""),
        snapshot.link("unit", year.unit) if several else None,
        tuple(Cell(_heading(snapshot, stage), tables(stage), stage in missing) for stage in Stage),
        tuple(snapshot.word(stage) for stage in missing),
        law(year.year).number,
    )


def _lines(budget: Budget) -> Iterator[Line]:
    faults = {(fault.row, fault.column): fault for fault in (*faulty_formulas(budget), *faulty_sums(budget))}
    for index, row in enumerate(budget.rows):
        values = [
            Value(
                head.label,
                figure(value.value) if value else None,
                figure(faults[index, column].computed) if (index, column) in faults else None,
            )
            for column, (head, value) in enumerate(zip(budget.columns, row.values, strict=False))
        ]
        yield Line(
            f"dong-{index + 1}",
            row.no,
            row.label,
            min(row.level, DEEPEST),
            row.kind is not RowKind.ITEM or bool(children(budget.rows, index)),
            row.kind is RowKind.TOTAL,
            row.partial,
            tuple(values),
        )


def _whole(snapshot: Snapshot, entry: Entry[Budget]) -> Whole:
    budget = entry.model
    anchors = {key: f"dong-{index + 1}" for index, key in enumerate(keys(budget))}
    return fill(
        Whole,
        snapshot,
        entry,
        unit=snapshot.link("unit", unit_of(snapshot.catalog, budget)),
        balance=balance(snapshot, budget),
        columns=tuple(
            Head(head.label, head.no or str(no), head.formula.verbatim if head.formula else None)
            for no, head in enumerate(budget.columns, 1)
        ),
        numbered=any(head.formula or head.no for head in budget.columns),
        rows=tuple(_lines(budget)),
        registered=registered(snapshot, budget.decision),
        since=public_since(budget),
        file=attached(snapshot, budget.file),
        notes=tuple(replace(note, anchor=anchors.get(note.item, "")) for note in snapshot.notes_of(entry.path)),
    )


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """On a unit's page its tables, newest first."""
    stages = list(Stage)
    rows = [
        (year.unit, _table_row(snapshot, entry))
        for year in years(snapshot.catalog)
        for entry in sorted(year.entries, key=lambda e: (stages.index(e.model.stage), e.id))
    ]
    yield from panels_by_unit(snapshot, 70, rows, lambda mine: Published(mine[:FIRST_OF_A_UNIT], len(mine)))

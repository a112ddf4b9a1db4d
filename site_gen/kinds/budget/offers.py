"""What budgets give to the whole site: section, register of disclosures, open data, feed, days to come, agenda."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from site_gen.base.messages import msg, say
from site_gen.base.values import Plain
from site_gen.kinds.budget.model import Budget, RowKind, Stage
from site_gen.kinds.budget.timetable import missing_after, public_since, unit_of, years
from site_gen.model.entry import Entry
from site_gen.model.figures import MoneyUnit
from site_gen.pages.columns import Column, coded
from site_gen.pages.contributions import Disclosure, FeedItem, ScheduledChange, Section, Table, keys_of
from site_gen.pages.page import Agenda, Panel
from site_gen.rules.snapshot import Snapshot

INDEX = "ngan-sach/index.html"
SECTION = Section(
    "cong-khai",
    INDEX,
    msg("Budget disclosure"),
    msg("What was planned, what was taken in and spent, stage by stage, and what is still missing."),
    100,
)


def url(id: str) -> str:
    """Address of a table's page."""
    return f"ngan-sach/{id}.html"


def table_name(id: str) -> str:
    """Name of its open data."""
    return f"ngan-sach-{id}"


def explained(snapshot: Snapshot, entry: Entry[Budget]) -> bool:
    """Whether some table of the same stage carries the explanation."""
    return any(
        (other.model.explanation or "").strip()
        for year in years(snapshot.catalog)
        if entry in year.entries
        for other in year.entries
        if other.model.stage is entry.model.stage
    )


def disclosures(snapshot: Snapshot) -> Iterator[Disclosure]:
    """Each table with its stage and period."""
    for entry in snapshot.catalog.all(Budget):
        b = entry.model
        decision = b.decision
        there = {"rows": b.rows, "money_unit": b.money_unit, "explanation": explained(snapshot, entry)}
        lacking = [key for key, value in there.items() if not value]
        yield Disclosure(
            f"budget/{b.stage.value}",
            b.title,
            url(entry.id),
            created=decision.date.exact if decision and decision.date else None,
            published=public_since(b),
            until=b.posted_to,
            number=(decision.number or "") if decision else "",
            period=b.stage.period(b.year),
            unit=unit_of(snapshot.catalog, b),
            forms=("web", "board") if b.posted_from else ("web",),
            entry=entry.path,
            complete=not lacking,
            lacks=keys_of(Budget, *lacking),
            sample=b.sample,
        )


def number(value: Decimal) -> int | float:
    """A figure as open data holds it."""
    return int(value) if value == value.to_integral_value() else float(value)


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """Each table as it is published; columns of figures are called `value_1`, `value_2`, …."""
    for entry in snapshot.catalog.all(Budget):
        b = entry.model
        width = len(b.columns)
        heads = (
            Column("no", "STT"),
            Column("label", "Nội dung"),
            Column("level", "Bậc", "integer"),
            coded("kind", "Loại dòng", RowKind),
            *(Column(f"value_{i}", c.label, "number") for i, c in enumerate(b.columns, 1)),
        )
        rows: list[tuple[Plain, ...]] = []
        for row in b.rows:
            cells = [number(c.value) if c else None for c in row.values[:width]]
            cells += [None] * (width - len(cells))
            rows.append((row.no, row.label, row.level, row.kind.value, *cells))
        unit = f" ({b.money_unit.label})" if b.money_unit else ""
        yield Table(
            table_name(entry.id),
            f"{b.title}{unit}",
            heads,
            tuple(rows),
            (entry.path,),
            b.sample,
            (url(entry.id),),
        )
    if entries := snapshot.catalog.all(Budget):
        yield _list(snapshot, entries)


def _list(snapshot: Snapshot, entries: tuple[Entry[Budget], ...]) -> Table:
    columns = (
        Column("id", "Mã bảng", help="Bảng số liệu là tệp `ngan-sach-` và mã này."),
        Column("title", "Tên bảng"),
        Column("year", "Năm ngân sách", "integer"),
        coded("stage", "Giai đoạn", Stage),
        Column("unit", "Đơn vị công khai", help="Mã đơn vị."),
        Column("form_no", "Biểu mẫu"),
        coded("money_unit", "Đơn vị tiền", MoneyUnit),
        Column("due_on", "Phải công khai trước", "date"),
        Column("public_since", "Công khai từ", "date"),
        Column("url", "Địa chỉ trên trang"),
    )
    rows: list[tuple[Plain, ...]] = []
    for entry in entries:
        b, since = entry.model, public_since(entry.model)
        rows.append(
            (
                entry.id,
                b.title,
                b.year,
                b.stage.value,
                unit_of(snapshot.catalog, b),
                str(b.form_no) if b.form_no else None,
                b.money_unit.value if b.money_unit else None,
                b.due_on.isoformat() if b.due_on else None,
                since.isoformat() if since else None,
                url(entry.id),
            )
        )
    return Table(
        "ngan-sach",
        snapshot.say(msg("Budget tables by year and stage")),
        columns,
        tuple(rows),
        tuple(e.path for e in entries),
        any(e.model.sample for e in entries),
        ("budget/list.html", "budget/unit_panel.html"),
    )


def feed(snapshot: Snapshot) -> Iterator[FeedItem]:
    """Each table on the day it was published."""
    for entry in snapshot.catalog.all(Budget):
        b = entry.model
        if b.published_at:
            yield FeedItem(
                b.published_at,
                url(entry.id),
                b.title,
                f"{snapshot.word(b.stage)}, {b.year}",
                unit_of(snapshot.catalog, b),
            )


def turns(snapshot: Snapshot) -> Iterator[ScheduledChange]:
    """The days to come on which a stage that is not there begins to be called missing."""
    for year in years(snapshot.catalog):
        for stage in year.absent:
            day = missing_after(year.year, stage) + timedelta(1)
            if day > snapshot.as_of:
                what = _missing(snapshot, year.year, stage)
                yield ScheduledChange(day, what, year.entries[0].path, INDEX, tuple(e.path for e in year.entries))


def _missing(snapshot: Snapshot, year: int, stage: Stage) -> str:
    text = msg("budget {year}: {stage}", year=str(year), stage=snapshot.word(stage))
    return say(text, snapshot.catalog.site.language.value)


def agenda(snapshot: Snapshot) -> Iterator[Agenda]:
    """Stages that are due or missing, and tables that are entered but nowhere public."""
    for year in years(snapshot.catalog):
        who = snapshot.link("unit", year.unit).text
        for stage in year.absent:
            day = missing_after(year.year, stage)
            if day <= snapshot.soon:
                state = "missing" if day < snapshot.as_of else "due"
                left = (day - snapshot.as_of).days
                what = _missing(snapshot, year.year, stage)
                place = year.entries[0].path
                yield Agenda(state, day.isoformat(), what, str(who), place, INDEX, abs(left))
        for entry in year.entries:
            due: date | None = entry.model.due_on
            if due and due < snapshot.as_of and public_since(entry.model) is None:
                days = (snapshot.as_of - due).days
                yield Agenda("late", due.isoformat(), entry.model.title, str(who), entry.path, url(entry.id), days)


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """On a unit's page its tables, newest first."""
    by_unit: dict[str, list[Plain]] = {}
    for year in years(snapshot.catalog):
        for entry in sorted(year.entries, key=lambda e: (list(Stage).index(e.model.stage), e.id)):
            row: dict[str, Plain] = {
                "title": entry.model.title,
                "url": url(entry.id),
                "year": year.year,
                "stage": snapshot.word(entry.model.stage),
                "sample": entry.model.sample,
            }
            by_unit.setdefault(year.unit, []).append(row)
    for unit, rows in by_unit.items():
        yield Panel(("unit", unit), 70, "budget/unit_panel.html", {"rows": rows[:8], "count": len(rows), "url": INDEX})

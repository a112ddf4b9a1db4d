"""The matrix of years and stages, and a page for each table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from site_gen.base.messages import msg
from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import show_date
from site_gen.kinds.budget.model import Budget, RowKind, Stage
from site_gen.kinds.budget.offers import INDEX, SECTION, url
from site_gen.kinds.budget.sums import Fault, children, faulty_formulas, faulty_sums, figure, is_share, keys
from site_gen.kinds.budget.timetable import BudgetYear, law, public_since, unit_of, years
from site_gen.model.entry import Entry
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Snapshot


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The index, always; a page for each table."""
    entries = snapshot.catalog.all(Budget)
    grouped = years(snapshot.catalog)
    several = len({y.unit for y in grouped}) > 1
    title = snapshot.say(SECTION.title)
    context: Context = {
        "years": [_year(snapshot, y, several) for y in grouped],
        "stages": [_heading(snapshot, stage) for stage in Stage],
        "count": len(entries),
        "unit": snapshot.link("unit", snapshot.catalog.site.unit),
        "unverified": any(y.year >= 2026 for y in grouped),
    }
    yield Page(
        INDEX,
        "budget/list.html",
        title,
        context,
        tuple(e.path for e in entries),
        ((snapshot.say(msg("Disclosure")), "cong-khai/index.html"),),
        SECTION.menu,
        updated=max((_updated(e) for e in entries), default=""),
        sample=any(e.model.sample for e in entries),
    )
    for entry in entries:
        yield _page(snapshot, entry, title)


def _heading(snapshot: Snapshot, stage: Stage) -> str:
    word = snapshot.word(stage)
    return word[:1].upper() + word[1:]


def _updated(entry: Entry[Budget]) -> str:
    day = entry.model.updated_at or public_since(entry.model)
    return day.isoformat() if day else ""


def _year(snapshot: Snapshot, year: BudgetYear, several: bool) -> Context:
    missing = year.missing(snapshot.as_of)
    cells: list[Plain] = []
    for stage in Stage:
        tables: list[Plain] = []
        for entry in sorted(year.entries, key=lambda e: e.id):
            if entry.model.stage is stage:
                since = public_since(entry.model)
                tables.append(
                    {
                        "text": entry.model.form_no,
                        "title": entry.model.title,
                        "url": url(entry.id),
                        "since": show_date(since) if since else "",
                        "sample": entry.model.sample,
                    }
                )
        cells.append({"stage": _heading(snapshot, stage), "tables": tables, "missing": stage in missing})
    return {
        "year": year.year,
        "id": f"nam-{year.year}" + (f"-{year.unit}" if several else ""),
        "unit": snapshot.link("unit", year.unit) if several else {},
        "cells": cells,
        "missing": [snapshot.word(stage) for stage in missing],
        "law": law(year.year).number,
    }


def _rows(budget: Budget) -> list[Plain]:
    faults: dict[tuple[int, int], Fault] = {
        (f.row, f.column): f for f in (*faulty_formulas(budget), *faulty_sums(budget))
    }
    rows: list[Plain] = []
    for index, row in enumerate(budget.rows):
        cells: list[Plain] = []
        for column, value in enumerate(row.values[: len(budget.columns)]):
            fault = faults.get((index, column))
            cells.append(
                {
                    "label": budget.columns[column].label,
                    "value": figure(value.value) if value else "",
                    "computed": figure(fault.computed) if fault else "",
                }
            )
        rows.append(
            {
                "anchor": f"dong-{index + 1}",
                "no": row.no or "",
                "label": row.label,
                "level": min(row.level, 5),
                "sum": row.kind is not RowKind.ITEM or bool(children(budget.rows, index)),
                "total": row.kind is RowKind.TOTAL,
                "partial": row.partial,
                "cells": cells,
            }
        )
    return rows


def _page(snapshot: Snapshot, entry: Entry[Budget], section_title: str) -> Page:
    b = entry.model
    notes = snapshot.notes_of(entry.path)
    anchors = {key: f"dong-{index + 1}" for index, key in enumerate(keys(b))}
    notes = [replace(note, anchor=anchors.get(note.item, "")) for note in notes]
    since = public_since(b)
    attached = snapshot.catalog.attachments.get(b.file or "")
    context: Context = {
        "year": b.year,
        "stage": snapshot.word(b.stage),
        "form_no": b.form_no,
        "unit": snapshot.link("unit", unit_of(snapshot.catalog, b)),
        "money_unit": snapshot.word(b.money_unit),
        "columns": [
            {
                "label": c.label,
                "no": c.no or str(i),
                "formula": c.formula.verbatim if c.formula else "",
                "share": is_share(c),
            }
            for i, c in enumerate(b.columns, 1)
        ],
        "numbered": any(c.formula or c.no for c in b.columns),
        "rows": _rows(b),
        "words": b.total_words or "",
        "explanation": b.explanation or "",
        "decision": snapshot.document(b.decision) if b.decision else {},
        "resolution": snapshot.document(b.resolution) if b.resolution else {},
        "registered": _registered(snapshot, b),
        "since": show_date(since) if since else "",
        "published": show_date(b.published_at) if b.published_at else "",
        "posted_from": show_date(b.posted_from) if b.posted_from else "",
        "posted_to": show_date(b.posted_to) if b.posted_to else "",
        "due": show_date(b.due_on) if b.due_on else "",
        "file": {"path": b.file, "size": -(-attached.size // 1024) if attached else 0} if b.file else {},
        "notes": notes,
    }
    return Page(
        url(entry.id),
        "budget/page.html",
        b.title,
        context,
        (entry.path,),
        ((snapshot.say(msg("Disclosure")), "cong-khai/index.html"), (section_title, INDEX)),
        SECTION.menu,
        ("budget", entry.id),
        updated=_updated(entry),
        sample=b.sample,
    )


def _registered(snapshot: Snapshot, budget: Budget) -> str:
    """Where the decision stands in the register of documents, if it does."""
    number = budget.decision.number if budget.decision else None
    name = snapshot.catalog.named("document", number) if number else None
    return name.url if name else ""

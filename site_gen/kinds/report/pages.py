"""The matrix of types and periods, year by year, and a page for each report."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import show_date
from site_gen.kinds.report.model import Report, ReportType
from site_gen.kinds.report.offers import INDEX, SECTION, row, status, text, url
from site_gen.kinds.report.rules import readable
from site_gen.kinds.report.series import Series, series, unit_of
from site_gen.model.entry import Entry
from site_gen.model.period import Period
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Snapshot


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The index, always; a page for each report."""
    entries = snapshot.catalog.all(Report)
    found = series(snapshot.catalog)
    years = sorted({e.model.period.year for e in entries}, reverse=True)
    title = text(snapshot, SECTION.title)
    context: Context = {
        "years": [_year(snapshot, year, found) for year in years],
        "count": len(entries),
        "unit": snapshot.link("unit", snapshot.catalog.site.unit),
    }
    yield Page(
        INDEX,
        "report/list.html",
        title,
        context,
        tuple(e.path for e in entries),
        ((text(snapshot, msg("Disclosure")), "cong-khai/index.html"),),
        SECTION.menu,
        updated=max((_updated(e) for e in entries), default=""),
        sample=any(e.model.sample for e in entries),
        long=("years",),
    )
    for one in found:
        for index, entry in enumerate(one.entries):
            before = one.entries[index - 1] if index else None
            after = one.entries[index + 1] if index + 1 < len(one.entries) else None
            yield _page(snapshot, entry, before, after, title)


def _updated(entry: Entry[Report]) -> str:
    day = entry.model.updated_at or entry.model.published_at or entry.model.sent_on
    return day.isoformat() if day else ""


def _gaps(one: Series) -> set[Period]:
    return {period for period, _ in one.gaps()} if one.type is not ReportType.OTHER else set()


def _year(snapshot: Snapshot, year: int, found: tuple[Series, ...]) -> Context:
    """One year: a row for each type (and unit), a column for each period that somebody reported on or missed."""
    mine = [(one, [e for e in one.entries if e.model.period.year == year]) for one in found]
    mine = [(one, entries) for one, entries in mine if entries or any(p.year == year for p in _gaps(one))]
    gaps = {id(one): {p for p in _gaps(one) if p.year == year} for one, _ in mine}
    periods = sorted(
        {e.model.period for _, entries in mine for e in entries} | {p for some in gaps.values() for p in some},
        key=lambda p: (p.last, -p.first.toordinal()),
    )
    several = len({one.unit for one in found}) > 1
    rows: list[Plain] = []
    for one, entries in mine:
        cells: list[Plain] = [
            {
                "period": str(period),
                "reports": [row(snapshot, e) for e in entries if e.model.period == period],
                "missing": period in gaps[id(one)],
            }
            for period in periods
        ]
        word = snapshot.word(one.type)
        rows.append(
            {
                "type": word[:1].upper() + word[1:],
                "id": f"{year}-{one.type.value.replace('_', '-')}" + (f"-{one.unit}" if several else ""),
                "unit": snapshot.link("unit", one.unit) if several else {},
                "cells": cells,
            }
        )
    return {"year": year, "periods": [str(p) for p in periods], "rows": rows}


def _link(snapshot: Snapshot, entry: Entry[Report] | None) -> Context:
    return {"text": entry.model.title, "url": url(entry.id)} if entry else {}


def _page(
    snapshot: Snapshot, entry: Entry[Report], before: Entry[Report] | None, after: Entry[Report] | None, above: str
) -> Page:
    r = entry.model
    attached = snapshot.catalog.attachments.get(r.file or "")
    number = r.document.number if r.document else None
    registered = snapshot.catalog.named("document", number) if number else None
    context: Context = {
        "type": snapshot.word(r.type),
        "period": str(r.period),
        "unit": snapshot.link("unit", unit_of(snapshot.catalog, r)),
        "status": status(snapshot, r),
        "late_reason": r.late_reason or "",
        "cutoff": show_date(r.cutoff) if r.cutoff else "",
        "due": show_date(r.due) if r.due else "",
        "due_rule": r.due_rule or "",
        "sent_on": show_date(r.sent_on) if r.sent_on else "",
        "sent_to": list(r.sent_to),
        "published": show_date(r.published_at) if r.published_at else "",
        "document": snapshot.document(r.document) if r.document else {},
        "registered": registered.url if registered else "",
        "figures": [{"label": f.label, "value": str(f.value), "unit": f.unit or ""} for f in r.figures],
        "file": {"path": r.file, "size": -(-attached.size // 1024) if attached else 0} if r.file else {},
        "body": r.body,
        "readable": readable(r),
        "notes": snapshot.notes_of(entry.path),
        "previous": _link(snapshot, before),
        "following": _link(snapshot, after),
    }
    return Page(
        url(entry.id),
        "report/page.html",
        r.title,
        context,
        (entry.path,),
        ((text(snapshot, msg("Disclosure")), "cong-khai/index.html"), (above, INDEX)),
        SECTION.menu,
        ("report", entry.id),
        updated=_updated(entry),
        sample=r.sample,
    )

"""The matrix of types and periods, year by year, and a page for each report."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.base.vietnamese import show_date
from site_gen.kinds.report.model import Report, ReportType
from site_gen.kinds.report.offers import INDEX, SECTION, row, status, text, url
from site_gen.kinds.report.rules import readable
from site_gen.kinds.report.series import Series, series, unit_of
from site_gen.model.entry import Entry
from site_gen.model.period import Period
from site_gen.pages.edition import Edition
from site_gen.pages.page import Context, Page, Plain


def pages(edition: Edition) -> Iterator[Page]:
    """The index, always; a page for each report."""
    entries = edition.catalog.all(Report)
    found = series(edition.catalog)
    years = sorted({e.model.period.year for e in entries}, reverse=True)
    title = text(edition, SECTION.title)
    context: Context = {
        "years": [_year(edition, year, found) for year in years],
        "count": len(entries),
        "unit": edition.link("unit", edition.catalog.site.unit),
    }
    yield Page(
        INDEX,
        "report/list.html",
        title,
        context,
        tuple(e.path for e in entries),
        ((text(edition, msg("Disclosure")), "cong-khai/index.html"),),
        SECTION.menu,
        updated=max((_updated(e) for e in entries), default=""),
        sample=any(e.model.sample for e in entries),
        long=("years",),
    )
    for one in found:
        for index, entry in enumerate(one.entries):
            before = one.entries[index - 1] if index else None
            after = one.entries[index + 1] if index + 1 < len(one.entries) else None
            yield _page(edition, entry, before, after, title)


def _updated(entry: Entry[Report]) -> str:
    day = entry.model.updated_at or entry.model.published_at or entry.model.sent_on
    return day.isoformat() if day else ""


def _gaps(one: Series) -> set[Period]:
    return {period for period, _ in one.gaps()} if one.type is not ReportType.OTHER else set()


def _year(edition: Edition, year: int, found: tuple[Series, ...]) -> Context:
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
                "reports": [row(edition, e) for e in entries if e.model.period == period],
                "missing": period in gaps[id(one)],
            }
            for period in periods
        ]
        word = edition.word(one.type)
        rows.append(
            {
                "type": word[:1].upper() + word[1:],
                "id": f"{year}-{one.type.value.replace('_', '-')}" + (f"-{one.unit}" if several else ""),
                "unit": edition.link("unit", one.unit) if several else {},
                "cells": cells,
            }
        )
    return {"year": year, "periods": [str(p) for p in periods], "rows": rows}


def _link(edition: Edition, entry: Entry[Report] | None) -> Context:
    return {"text": entry.model.title, "url": url(entry.id)} if entry else {}


def _page(
    edition: Edition, entry: Entry[Report], before: Entry[Report] | None, after: Entry[Report] | None, above: str
) -> Page:
    r = entry.model
    attached = edition.catalog.attachments.get(r.file or "")
    number = r.document.number if r.document else None
    registered = edition.catalog.named("document", number) if number else None
    context: Context = {
        "type": edition.word(r.type),
        "period": str(r.period),
        "unit": edition.link("unit", unit_of(edition.catalog, r)),
        "status": status(edition, r),
        "late_reason": r.late_reason or "",
        "cutoff": show_date(r.cutoff) if r.cutoff else "",
        "due": show_date(r.due) if r.due else "",
        "due_rule": r.due_rule or "",
        "sent_on": show_date(r.sent_on) if r.sent_on else "",
        "sent_to": list(r.sent_to),
        "published": show_date(r.published_at) if r.published_at else "",
        "document": edition.document(r.document) if r.document else {},
        "registered": registered.url if registered else "",
        "figures": [{"label": f.label, "value": str(f.value), "unit": f.unit or ""} for f in r.figures],
        "file": {"path": r.file, "size": -(-attached.size // 1024) if attached else 0} if r.file else {},
        "body": r.body,
        "readable": readable(r),
        "notes": edition.notes_of(entry.path),
        "previous": _link(edition, before),
        "following": _link(edition, after),
    }
    return Page(
        url(entry.id),
        "report/page.html",
        r.title,
        context,
        (entry.path,),
        ((text(edition, msg("Disclosure")), "cong-khai/index.html"), (above, INDEX)),
        SECTION.menu,
        ("report", entry.id),
        updated=_updated(entry),
        sample=r.sample,
    )

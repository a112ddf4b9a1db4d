"""Pages of dossier statistics: all periods on one, each period on its own."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import show_date
from site_gen.kinds.dossier_statistics import views
from site_gen.kinds.dossier_statistics.model import DossierStatistics
from site_gen.kinds.dossier_statistics.series import AnyStatistics, Month, before, month_of, overdue, running
from site_gen.kinds.dossier_statistics.tally import Tally
from site_gen.model.period import Period
from site_gen.pages.contributions import Section
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Snapshot

SECTION = Section(
    "cong-khai",
    "thong-ke/index.html",
    msg("Dossier statistics"),
    msg("How many dossiers came in, how many were settled on time, which units were late and why."),
    20,
)
DISCLOSURE = (msg("Disclosure"), "cong-khai/index.html")
MOST_PERIODS = 12


def updated(entry: AnyStatistics) -> str:
    """The day of its last change, as far as the content says."""
    day = entry.model.updated_at or entry.model.published_at
    return day.isoformat() if day else ""


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The overview, and a page for each period."""
    series = running(snapshot.catalog)
    entries = sorted(snapshot.catalog.all(DossierStatistics), key=lambda e: (e.model.period, e.id))
    yield _overview(snapshot, series, entries)
    for entry in entries:
        month = next((m for m in series if m.entry is entry), None)
        yield _page(snapshot, month or month_of(entry, snapshot.catalog), series)


def _crumbs(snapshot: Snapshot, below: bool) -> tuple[tuple[str, str], ...]:
    parent = (snapshot.say(DISCLOSURE[0]), DISCLOSURE[1])
    return (parent, (snapshot.say(SECTION.title), SECTION.url)) if below else (parent,)


def _overview(snapshot: Snapshot, series: tuple[Month, ...], entries: list[AnyStatistics]) -> Page:
    context: Context = {
        "latest": {},
        "who": snapshot.link("unit", snapshot.catalog.site.unit),
        "periods": [
            {"period": str(e.model.period), "url": views.url(e.model.period), "sample": e.model.sample}
            for e in reversed(entries)
        ],
    }
    if series:
        context |= _latest(snapshot, series)
    return Page(
        SECTION.url,
        "dossier_statistics/overview.html",
        snapshot.say(SECTION.title),
        context,
        tuple(e.path for e in entries),
        _crumbs(snapshot, below=False),
        SECTION.menu,
        updated=max((updated(e) for e in entries), default=""),
        sample=any(e.model.sample for e in entries),
    )


def _latest(snapshot: Snapshot, series: tuple[Month, ...]) -> Context:
    latest, shown = series[-1], series[-MOST_PERIODS:]
    members, units = views.year_to_date(latest, series)
    return {
        "latest": views.headline(snapshot, latest),
        "finding": views.finding(snapshot, latest),
        "without_late": [snapshot.link("unit", u) for u, t in latest.units.items() if not t.late],
        "late": views.late_rows(snapshot, latest, series),
        "trend": [views.headline(snapshot, m) for m in shown],
        "trend_title": _trend_title(snapshot, shown),
        "matrix": _matrix(snapshot, shown),
        "year": _year(snapshot, latest, members, units),
        "overdue": [str(p) for p in overdue(series, snapshot.as_of, snapshot.catalog.site.valid_to)],
    }


def _trend_title(snapshot: Snapshot, shown: tuple[Month, ...]) -> str:
    """What the trend says: from where to where the rate went."""
    known = [(m, rate) for m in shown if (rate := m.total.on_time_rate) is not None]
    if len(known) < 2:
        return snapshot.say(msg("Settled on time, by period"))
    (first, then), (last, now) = known[0], known[-1]
    holes = {
        "then": views.share(then),
        "first": str(first.period),
        "now": views.share(now),
        "last": str(last.period),
    }
    if now > then:
        return snapshot.say(msg("Settled on time: up from {then} ({first}) to {now} ({last})", **holes))
    if now < then:
        return snapshot.say(msg("Settled on time: down from {then} ({first}) to {now} ({last})", **holes))
    return snapshot.say(msg("Settled on time: {now} in {last}, as in {first}", **holes))


def _matrix(snapshot: Snapshot, shown: tuple[Month, ...]) -> Context:
    """Units by period: the share on time and how many were late."""
    rows: list[Plain] = []
    for unit in dict.fromkeys(u for m in reversed(shown) for u in m.units):
        cells: list[Plain] = [
            {"there": unit in m.units, **(views.counts(m.units[unit]) if unit in m.units else {})} for m in shown
        ]
        rows.append({"unit": snapshot.link("unit", unit), "key": unit, "cells": cells})
    heads: list[Plain] = [
        {"text": str(m.period).removeprefix("tháng "), "url": views.url(m.period), "sample": m.entry.model.sample}
        for m in shown
    ]
    return {"heads": heads, "rows": rows}


def _year(snapshot: Snapshot, month: Month, members: list[Month], units: dict[str, Tally]) -> Context:
    if not members:
        return {}
    return {
        "year": month.period.year,
        "first": str(members[0].period),
        "last": str(members[-1].period),
        "from_start": members[0].period.first.month == 1,
        "rows": views.unit_rows(snapshot, units),
        "total": views.counts(Tally.of(units.values())),
        "periods": len(members),
    }


def _neighbour(snapshot: Snapshot, month: Month | None) -> Context:
    return {"text": str(month.period), "url": views.url(month.period)} if month else {}


def shown(snapshot: Snapshot, month: Month, series: tuple[Month, ...]) -> Context:
    """A period as its page shows it."""
    model = month.entry.model
    members, units = views.year_to_date(month, series)
    after = next((m for m in series if before(m, series) is month), None)
    return {
        "head": views.headline(snapshot, month),
        "finding": views.finding(snapshot, month),
        "who": snapshot.link("unit", snapshot.catalog.site.unit),
        "sent": show_date(model.sent_on) if model.sent_on else "",
        "source": snapshot.document(model.source) if model.source else {},
        "note": model.note or "",
        "units_of": views.unit_rows_of(snapshot, month),
        "without_late": [snapshot.link("unit", u) for u, t in month.units.items() if not t.late],
        "total": views.counts(month.total),
        "declared": views.declared_rows(month),
        "late": views.late_rows(snapshot, month, series),
        "services": views.service_rows(snapshot, month),
        "breakdown": views.breakdown_blocks(snapshot, month),
        "below": snapshot.catalog.site.small_count_below,
        "year": _year(snapshot, month, members, units) if len(members) > 1 and month in series else {},
        "before": _neighbour(snapshot, before(month, series) if month in series else None),
        "after": _neighbour(snapshot, after),
        "notes": snapshot.notes_of(month.entry.path),
    }


def _page(snapshot: Snapshot, month: Month, series: tuple[Month, ...]) -> Page:
    model = month.entry.model
    return Page(
        views.url(month.period),
        "dossier_statistics/period.html",
        page_title(snapshot, month.period),
        shown(snapshot, month, series),
        (month.entry.path,),
        _crumbs(snapshot, below=True),
        SECTION.menu,
        ("dossier_statistics", month.entry.id),
        updated=updated(month.entry),
        sample=model.sample,
    )


def page_title(snapshot: Snapshot, period: Period) -> str:
    """What a period's page is called."""
    return snapshot.say(msg("Dossier statistics, {period}", period=str(period)))

"""Pages of dossier statistics: all periods on one, each period on its own."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.base.vietnamese import show_date
from site_gen.kinds.dossier_statistics import views
from site_gen.kinds.dossier_statistics.model import DossierStatistics
from site_gen.kinds.dossier_statistics.series import AnyStatistics, Month, before, month_of, overdue, running
from site_gen.kinds.dossier_statistics.tally import Tally
from site_gen.model.period import Period
from site_gen.pages.edition import Edition
from site_gen.pages.offer import Section
from site_gen.pages.page import Context, Page, Plain

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


def pages(edition: Edition) -> Iterator[Page]:
    """The overview, and a page for each period."""
    series = running(edition.catalog)
    entries = sorted(edition.catalog.all(DossierStatistics), key=lambda e: (e.model.period, e.id))
    yield _overview(edition, series, entries)
    for entry in entries:
        month = next((m for m in series if m.entry is entry), None)
        yield _page(edition, month or month_of(entry, edition.catalog), series)


def _crumbs(edition: Edition, below: bool) -> tuple[tuple[str, str], ...]:
    parent = (edition.say(DISCLOSURE[0]), DISCLOSURE[1])
    return (parent, (edition.say(SECTION.title), SECTION.url)) if below else (parent,)


def _overview(edition: Edition, series: tuple[Month, ...], entries: list[AnyStatistics]) -> Page:
    context: Context = {
        "latest": {},
        "who": edition.link("unit", edition.catalog.site.unit),
        "periods": [
            {"period": str(e.model.period), "url": views.url(e.model.period), "sample": e.model.sample}
            for e in reversed(entries)
        ],
    }
    if series:
        context |= _latest(edition, series)
    return Page(
        SECTION.url,
        "dossier_statistics/overview.html",
        edition.say(SECTION.title),
        context,
        tuple(e.path for e in entries),
        _crumbs(edition, below=False),
        SECTION.menu,
        updated=max((updated(e) for e in entries), default=""),
        sample=any(e.model.sample for e in entries),
    )


def _latest(edition: Edition, series: tuple[Month, ...]) -> Context:
    latest, shown = series[-1], series[-MOST_PERIODS:]
    members, units = views.year_to_date(latest, series)
    return {
        "latest": views.headline(edition, latest),
        "finding": views.finding(edition, latest),
        "without_late": [edition.link("unit", u) for u, t in latest.units.items() if not t.late],
        "late": views.late_rows(edition, latest, series),
        "trend": [views.headline(edition, m) for m in shown],
        "trend_title": _trend_title(edition, shown),
        "matrix": _matrix(edition, shown),
        "year": _year(edition, latest, members, units),
        "overdue": [str(p) for p in overdue(series, edition.as_of, edition.catalog.site.valid_to)],
    }


def _trend_title(edition: Edition, shown: tuple[Month, ...]) -> str:
    """What the trend says: from where to where the rate went."""
    known = [(m, rate) for m in shown if (rate := m.total.on_time_rate) is not None]
    if len(known) < 2:
        return edition.say(msg("Settled on time, by period"))
    (first, then), (last, now) = known[0], known[-1]
    holes = {
        "then": views.share(then),
        "first": str(first.period),
        "now": views.share(now),
        "last": str(last.period),
    }
    if now > then:
        return edition.say(msg("Settled on time: up from {then} ({first}) to {now} ({last})", **holes))
    if now < then:
        return edition.say(msg("Settled on time: down from {then} ({first}) to {now} ({last})", **holes))
    return edition.say(msg("Settled on time: {now} in {last}, as in {first}", **holes))


def _matrix(edition: Edition, shown: tuple[Month, ...]) -> Context:
    """Units by period: the share on time and how many were late."""
    rows: list[Plain] = []
    for unit in dict.fromkeys(u for m in reversed(shown) for u in m.units):
        cells: list[Plain] = [
            {"there": unit in m.units, **(views.counts(m.units[unit]) if unit in m.units else {})} for m in shown
        ]
        rows.append({"unit": edition.link("unit", unit), "key": unit, "cells": cells})
    heads: list[Plain] = [
        {"text": str(m.period).removeprefix("tháng "), "url": views.url(m.period), "sample": m.entry.model.sample}
        for m in shown
    ]
    return {"heads": heads, "rows": rows}


def _year(edition: Edition, month: Month, members: list[Month], units: dict[str, Tally]) -> Context:
    if not members:
        return {}
    return {
        "year": month.period.year,
        "first": str(members[0].period),
        "last": str(members[-1].period),
        "from_start": members[0].period.first.month == 1,
        "rows": views.unit_rows(edition, units),
        "total": views.counts(Tally.of(units.values())),
        "periods": len(members),
    }


def _neighbour(edition: Edition, month: Month | None) -> Context:
    return {"text": str(month.period), "url": views.url(month.period)} if month else {}


def shown(edition: Edition, month: Month, series: tuple[Month, ...]) -> Context:
    """A period as its page shows it."""
    model = month.entry.model
    members, units = views.year_to_date(month, series)
    after = next((m for m in series if before(m, series) is month), None)
    return {
        "head": views.headline(edition, month),
        "finding": views.finding(edition, month),
        "who": edition.link("unit", edition.catalog.site.unit),
        "sent": show_date(model.sent_on) if model.sent_on else "",
        "source": edition.document(model.source) if model.source else {},
        "note": model.note or "",
        "units_of": views.unit_rows_of(edition, month),
        "without_late": [edition.link("unit", u) for u, t in month.units.items() if not t.late],
        "total": views.counts(month.total),
        "declared": views.declared_rows(month),
        "late": views.late_rows(edition, month, series),
        "services": views.service_rows(edition, month),
        "breakdown": views.breakdown_blocks(edition, month),
        "below": edition.catalog.site.small_count_below,
        "year": _year(edition, month, members, units) if len(members) > 1 and month in series else {},
        "before": _neighbour(edition, before(month, series) if month in series else None),
        "after": _neighbour(edition, after),
        "notes": edition.notes_of(month.entry.path),
    }


def _page(edition: Edition, month: Month, series: tuple[Month, ...]) -> Page:
    model = month.entry.model
    return Page(
        views.url(month.period),
        "dossier_statistics/period.html",
        page_title(edition, month.period),
        shown(edition, month, series),
        (month.entry.path,),
        _crumbs(edition, below=True),
        SECTION.menu,
        ("dossier_statistics", month.entry.id),
        updated=updated(month.entry),
        sample=model.sample,
    )


def page_title(edition: Edition, period: Period) -> str:
    """What a period's page is called."""
    return edition.say(msg("Dossier statistics, {period}", period=str(period)))

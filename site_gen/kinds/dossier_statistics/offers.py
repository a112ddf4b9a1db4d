"""What dossier statistics give to the rest of the site: panels, agenda, register, open data, news."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import show_date
from site_gen.kinds.dossier_statistics import views
from site_gen.kinds.dossier_statistics.breakdown import COLUMNS, breakdown
from site_gen.kinds.dossier_statistics.model import Counts, DossierStatistics
from site_gen.kinds.dossier_statistics.pages import MOST_PERIODS, SECTION, page_title
from site_gen.kinds.dossier_statistics.series import due_on, gaps, month_of, outstanding, running, turning_days
from site_gen.kinds.dossier_statistics.tally import ALL
from site_gen.pages.columns import Column
from site_gen.pages.contributions import Disclosure, FeedItem, ScheduledChange, Table, keys_of
from site_gen.pages.page import Agenda, Panel
from site_gen.rules.snapshot import Snapshot

TABLE = "thong-ke-ho-so"
BREAKDOWN_TABLE = "thong-ke-ho-so-linh-vuc"


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """The latest period on the home page; on a unit's page its own periods."""
    series = running(snapshot.catalog)
    if not series:
        return
    latest = series[-1]
    context: Context = {
        "head": views.headline(snapshot, latest),
        "finding": views.finding(snapshot, latest),
        "url": SECTION.url,
    }
    yield Panel(("site", "home"), 30, "dossier_statistics/home_panel.html", context)
    for unit in dict.fromkeys(u for m in series[-MOST_PERIODS:] for u in m.units):
        rows: list[Plain] = [
            {
                "period": str(m.period),
                "url": views.url(m.period),
                "sample": m.entry.model.sample,
                **views.counts(m.units[unit]),
            }
            for m in reversed(series[-MOST_PERIODS:])
            if unit in m.units
        ]
        yield Panel(("unit", unit), 40, "dossier_statistics/unit_panel.html", {"rows": rows, "url": SECTION.url})


def agenda(snapshot: Snapshot) -> Iterator[Agenda]:
    """Periods that the running series lacks: inside it, and since its last one."""
    series = running(snapshot.catalog)
    place, who = "dossiers/", snapshot.catalog.site.short_name
    for _, missing in gaps(series):
        for period in missing:
            what = snapshot.say(msg("no dossier statistics for {period}", period=str(period)))
            yield Agenda("missing", due_on(period).isoformat(), what, who, place, SECTION.url)
    for period in outstanding(series, snapshot.as_of, snapshot.catalog.site.valid_to):
        due = due_on(period)
        what = snapshot.say(
            msg("publish the dossier statistics for {period} by {day}", period=str(period), day=show_date(due))
        )
        days = (snapshot.as_of - due).days
        state = "late" if days > 0 else "due"
        yield Agenda(state, due.isoformat(), what, who, place, SECTION.url, abs(days))


def disclosures(snapshot: Snapshot) -> Iterator[Disclosure]:
    """Each period, as the register lists it."""
    who = snapshot.catalog.named("unit", snapshot.catalog.site.unit)
    for entry in snapshot.catalog.all(DossierStatistics):
        model = entry.model
        source_day = model.source.date.exact if model.source and model.source.date else None
        yield Disclosure(
            "dossier_statistics",
            page_title(snapshot, model.period),
            views.url(model.period),
            created=model.sent_on or source_day,
            published=model.published_at,
            number=(model.source.number or "") if model.source else "",
            period=model.period,
            unit=who.id if who else "",
            entry=entry.path,
            complete=bool(model.rows),
            lacks=keys_of(DossierStatistics, "rows"),
            sample=model.sample,
        )


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """Counts by unit and period, and by field with small numbers hidden."""
    entries = sorted(snapshot.catalog.all(DossierStatistics), key=lambda e: (e.model.period, e.id))
    if not entries:
        return
    sources = tuple(e.path for e in entries)
    sample = any(e.model.sample for e in entries)
    labels = {name: Counts.model_fields[name].title or name for name in ALL}
    key = (Column("period", "Kỳ báo cáo"), Column("unit", "Đơn vị"))
    rows: list[tuple[Plain, ...]] = []
    fields: list[tuple[Plain, ...]] = []
    for entry in entries:
        period = entry.model.period.key
        for unit, tally in month_of(entry, snapshot.catalog).units.items():
            rate = tally.on_time_rate
            name = snapshot.link("unit", unit).text
            rows.append((period, name, *(tally.counts[c] for c in ALL), None if rate is None else float(rate)))
        for unit, lines in breakdown(snapshot.catalog, entry).items():
            name = snapshot.link("unit", unit).text
            fields += [
                (period, name, line.field, line.procedure, *(_cell(line.shown[c]) for c in COLUMNS))
                for line in lines or ()
            ]
    yield Table(
        TABLE,
        snapshot.say(msg("Dossier statistics by unit")),
        (*key, *(Column(c, labels[c], "integer") for c in ALL), Column("on_time_rate", "Tỷ lệ đúng hạn, %", "number")),
        tuple(rows),
        sources,
        sample,
        tuple(f"dossier_statistics/{name}.html" for name in ("overview", "period", "unit_panel")),
    )
    if fields:
        yield Table(
            BREAKDOWN_TABLE,
            snapshot.say(msg("Dossier statistics by field; small numbers are hidden")),
            (
                *key,
                Column("field", "Lĩnh vực"),
                Column("procedure", "Thủ tục"),
                *(Column(c, labels[c]) for c in COLUMNS),
            ),
            tuple(fields),
            sources,
            sample,
            ("dossier_statistics/period.html",),
            snapshot.say(
                msg("A small number is replaced by words, so that nobody can be recognised; figures are text here.")
            ),
        )


def _cell(value: int | str | None) -> str | None:
    """All cells of the breakdown are text: some hold words instead of a number."""
    return None if value is None else str(value)


def feed(snapshot: Snapshot) -> Iterator[FeedItem]:
    """Each period on the day it was published."""
    for entry in snapshot.catalog.all(DossierStatistics):
        day = entry.model.published_at
        if day:
            month = month_of(entry, snapshot.catalog)
            period = entry.model.period
            yield FeedItem(day, views.url(period), page_title(snapshot, period), views.finding(snapshot, month))


def turns(snapshot: Snapshot) -> Iterator[ScheduledChange]:
    """The days on which the overview begins to name a period as not published, or stops to."""
    series = running(snapshot.catalog)
    for day in turning_days(series, snapshot.as_of, snapshot.catalog.site.valid_to):
        what = snapshot.say(msg("dossier statistics: another list of periods that are not published yet"))
        yield ScheduledChange(day, what, "dossiers/", SECTION.url, (series[-1].entry.path,))

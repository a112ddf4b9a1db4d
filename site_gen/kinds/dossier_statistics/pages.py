"""Pages of dossier statistics: all periods on one, each period on its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Record
from site_gen.kinds.dossier_statistics import pictures, views
from site_gen.kinds.dossier_statistics.moments import SECTION, finding, share, title, url
from site_gen.kinds.dossier_statistics.series import (
    AnyStatistics,
    Month,
    added_up,
    before,
    in_order,
    last_year,
    month_of,
    overdue,
    running,
    year_to_date,
)
from site_gen.kinds.dossier_statistics.tally import Tally
from site_gen.pages.charts.lines import LineChart
from site_gen.pages.fill import fill
from site_gen.pages.frames import Shown, entry_page, index_page, last_change, panel
from site_gen.pages.page import Page, Panel
from site_gen.rules.snapshot import CitedDocument, Link, ShownNote, Snapshot


@dataclass(frozen=True)
class Listed(Record):
    """A period in the list of all."""

    period: str
    url: Address
    sample: bool


@dataclass(frozen=True)
class MatrixRow(Record):
    """The figures of a unit in each period, None where it has none; how its share on time went, and all of them together."""

    unit: Link
    chart: LineChart | None
    total: views.Figures
    cells: tuple[views.Figures | None, ...]


@dataclass(frozen=True)
class Year(Record):
    """The periods of a year added up, as far as they are published; `from_start` is whether January is among them."""

    year: int
    first: str
    last: str
    from_start: bool
    periods: int
    rows: tuple[views.UnitRow, ...]
    total: views.Figures


@dataclass(frozen=True)
class Latest(Record):
    """The latest period, and how it went until then."""

    head: views.Headline
    finding: str
    without_late: tuple[Link, ...]
    late: tuple[views.LateRow, ...]
    overdue: tuple[str, ...]
    trend: tuple[views.Headline, ...]
    trend_title: str
    on_time: LineChart | None
    late_dots: pictures.LateDots
    heads: tuple[Link, ...]
    matrix: tuple[MatrixRow, ...]
    year: Year | None


@dataclass(frozen=True)
class Index(Shown):
    """The overview."""

    template = "dossier_statistics/overview.html"
    who: Link
    latest: Latest | None
    periods: tuple[Listed, ...]


@dataclass(frozen=True)
class Whole(Shown):
    """The page of a period; counts by field under `below` are not shown."""

    template = "dossier_statistics/period.html"
    head: views.Headline
    finding: str
    who: Link
    sent_on: date | None
    source: CitedDocument | None
    note: str | None
    rows: tuple[views.UnitRow, ...]
    total: views.Figures
    declared: tuple[views.Declared, ...]
    without_late: tuple[Link, ...]
    late: tuple[views.LateRow, ...]
    services: views.Services
    breakdown: tuple[views.Block, ...]
    below: int
    year: Year | None
    before: Link | None
    after: Link | None
    notes: list[ShownNote]


@dataclass(frozen=True)
class LatestOnly(Shown):
    """The latest period on the home page."""

    template = "dossier_statistics/home_panel.html"
    head: views.Headline
    finding: str
    more: Address = SECTION.url


@dataclass(frozen=True)
class OfUnit(Shown):
    """The periods of a unit on its page, the newest first, and how its share on time went."""

    template = "dossier_statistics/unit_panel.html"
    on_time: LineChart | None
    rows: tuple[views.Headline, ...]
    more: Address = SECTION.url


def latest_of(snapshot: Snapshot, series: tuple[Month, ...]) -> Latest:
    """The latest period of a series."""
    latest, shown = series[-1], last_year(series)
    return Latest(
        views.headline(latest),
        finding(snapshot, latest),
        views.without_late(snapshot, latest),
        tuple(views.late_rows(snapshot, latest, series)),
        overdue=tuple(str(period) for period in overdue(series, snapshot.as_of, snapshot.site.valid_to)),
        trend=tuple(views.headline(month) for month in shown),
        trend_title=trend_title(snapshot, shown),
        heads=tuple(Link(str(month.period).removeprefix("tháng "), url(month.period)) for month in shown),
        on_time=pictures.on_time(snapshot, shown),
        late_dots=pictures.late_dots(snapshot, shown),
        matrix=tuple(_matrix(snapshot, shown)),
        year=year_of(snapshot, latest, series),
    )


def _matrix(snapshot: Snapshot, shown: Sequence[Month]) -> Iterator[MatrixRow]:
    """Each unit of some periods, on one scale."""
    scale = pictures.shared_scale(snapshot, shown)
    for unit in dict.fromkeys(unit for month in reversed(shown) for unit in month.units):
        tallies = [month.units.get(unit) for month in shown]
        yield MatrixRow(
            snapshot.link("unit", unit),
            pictures.on_time(snapshot, pictures.of_unit(shown, unit), scale),
            views.figures(added_up([tally for tally in tallies if tally])),
            tuple(views.figures(tally) if tally else None for tally in tallies),
        )


def trend_title(snapshot: Snapshot, shown: tuple[Month, ...]) -> str:
    """What the trend says: from where to where the rate went."""
    known = [(month, rate) for month in shown if (rate := month.total.on_time_rate) is not None]
    if len(known) < 2:
        return snapshot.say(msg("Settled on time, by period"))
    (first, then), (last, now) = known[0], known[-1]
    holes = {"then": share(then), "first": str(first.period), "now": share(now), "last": str(last.period)}
    if now > then:
        return snapshot.say(msg("Settled on time: up from {then} ({first}) to {now} ({last})", **holes))
    if now < then:
        return snapshot.say(msg("Settled on time: down from {then} ({first}) to {now} ({last})", **holes))
    return snapshot.say(msg("Settled on time: {now} in {last}, as in {first}", **holes))


def year_of(snapshot: Snapshot, month: Month, series: tuple[Month, ...]) -> Year | None:
    """The year up to a period of the series."""
    members, units = year_to_date(month, series)
    if not members:
        return None
    return Year(
        month.period.year,
        str(members[0].period),
        str(members[-1].period),
        from_start=members[0].period.first.month == 1,
        periods=len(members),
        rows=views.unit_rows(snapshot, units),
        total=views.figures(Tally.of(units.values())),
    )


def whole(snapshot: Snapshot, entry: AnyStatistics) -> Whole:
    """A period as its page and its sheet show it."""
    series = running(snapshot.catalog)
    month = next((m for m in series if m.entry is entry), None) or month_of(entry, snapshot.catalog)
    year = year_of(snapshot, month, series) if month in series else None
    after = next((m for m in series if before(m, series) is month), None)
    earlier = before(month, series) if month in series else None
    return fill(
        Whole,
        snapshot,
        entry,
        head=views.headline(month),
        finding=finding(snapshot, month),
        who=snapshot.link("unit", snapshot.site.unit),
        rows=tuple(views.unit_rows_of(snapshot, month)),
        total=views.figures(month.total),
        declared=tuple(views.declared_rows(month)),
        without_late=views.without_late(snapshot, month),
        late=tuple(views.late_rows(snapshot, month, series)),
        services=views.services(snapshot, month),
        breakdown=tuple(views.blocks(snapshot, month)),
        below=snapshot.site.small_count_below,
        year=year if year and year.periods > 1 else None,
        before=Link(str(earlier.period), url(earlier.period)) if earlier else None,
        after=Link(str(after.period), url(after.period)) if after else None,
        notes=snapshot.notes_of(entry.path),
    )


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The overview, and a page for each period."""
    entries, series = in_order(snapshot.catalog), running(snapshot.catalog)
    overview = Index(
        snapshot.link("unit", snapshot.site.unit),
        latest_of(snapshot, series) if series else None,
        tuple(Listed(str(e.model.period), url(e.model.period), e.model.sample) for e in reversed(entries)),
    )
    yield index_page(snapshot, SECTION, overview, entries, updated=last_change(*entries))
    for entry in entries:
        period = entry.model.period
        yield entry_page(
            snapshot,
            SECTION,
            entry,
            whole(snapshot, entry),
            url(period),
            title(snapshot, period),
            updated=last_change(entry),
        )


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """The latest period on the home page; on a unit's page its own periods."""
    shown = last_year(running(snapshot.catalog))
    if shown:
        latest = LatestOnly(views.headline(shown[-1]), finding(snapshot, shown[-1]))
        yield panel(("site", "home"), 30, latest)
    for unit in dict.fromkeys(unit for month in shown for unit in month.units):
        mine = pictures.of_unit(shown, unit)
        rows = tuple(views.headline(month) for month in reversed(mine))
        yield panel(("unit", unit), 40, OfUnit(pictures.on_time(snapshot, mine), rows))

"""Pages of indicators: all of them with their latest period, and each with its units and periods."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Key, Record
from site_gen.kinds.indicator import pictures, views
from site_gen.kinds.indicator.model import Group, Indicator
from site_gen.kinds.indicator.moments import url
from site_gen.kinds.indicator.readings import AnyIndicator, readings, running, show_target
from site_gen.pages.charts.bars import Bullet
from site_gen.pages.charts.lines import LineChart
from site_gen.pages.contributions import Section
from site_gen.pages.fill import fill
from site_gen.pages.frames import Shown, entry_page, index_page, last_change, panels_by_unit
from site_gen.pages.page import Page, Panel
from site_gen.rules.snapshot import CitedDocument, Link, ShownNote, Snapshot

SECTION = Section(
    "cong-khai",
    "chi-tieu/index.html",
    msg("Service targets"),
    msg("What every unit must reach each month, which units met it and which did not."),
    30,
)


@dataclass(frozen=True)
class Grouped(Record):
    """The indicators of a group."""

    id: Key
    name: str
    rows: tuple[views.Summary, ...]


@dataclass(frozen=True)
class Index(Shown):
    """All indicators; how many of them every unit met, and how many some unit missed."""

    template = "indicator/overview.html"
    groups: tuple[Grouped, ...]
    count: int
    met: int
    missed: int
    who: Link


@dataclass(frozen=True)
class Asked(Record):
    """A target, since when, by which document."""

    since: date
    value: str | None
    source: CitedDocument | None


@dataclass(frozen=True)
class Whole(Shown):
    """The page of an indicator: its latest period, all units together, each unit in each period, and all targets, the newest first."""

    template = "indicator/page.html"
    row: views.Summary
    finding: str
    definition: str | None
    who: Link
    source: CitedDocument | None
    together: LineChart | None
    heads: tuple[views.Head, ...]
    units: tuple[views.UnitRow, ...]
    remarks: tuple[views.Remark, ...]
    trend: tuple[views.Step, ...]
    others: tuple[views.Other, ...]
    targets: tuple[Asked, ...]
    notes: list[ShownNote]


@dataclass(frozen=True)
class Reached(Record):
    """What a unit reached last of an indicator."""

    title: str
    url: Address
    period: str
    target: str | None
    cell: views.Cell
    bar: Bullet | None
    sample: bool


@dataclass(frozen=True)
class OfUnit(Shown):
    """What a unit reached last, on its page."""

    template = "indicator/unit_panel.html"
    rows: tuple[Reached, ...]
    more: Address = SECTION.url


def grouped(snapshot: Snapshot, entries: tuple[AnyIndicator, ...]) -> Iterator[Grouped]:
    """The indicators by group, in the order of the groups."""
    for group in Group:
        rows = tuple(views.summary(snapshot, entry) for entry in entries if entry.model.group is group)
        if rows:
            yield Grouped(group.value.replace("_", "-"), snapshot.word(group), rows)


def indicator_page(snapshot: Snapshot, entry: AnyIndicator) -> Page:
    """The page of an indicator."""
    indicator = entry.model
    newest_first = sorted(indicator.targets, key=lambda target: target.since, reverse=True)
    shown = fill(
        Whole,
        snapshot,
        entry,
        row=views.summary(snapshot, entry),
        finding=views.finding(snapshot, entry),
        who=snapshot.link("unit", snapshot.site.unit),
        together=pictures.of_all(entry, views.last_periods(snapshot, entry)),
        heads=tuple(views.heads(snapshot, entry)),
        units=tuple(views.by_unit(snapshot, entry)),
        remarks=tuple(views.remarks(snapshot, entry)),
        trend=tuple(views.trend(snapshot, entry)),
        others=tuple(views.other_spans(snapshot, entry)),
        targets=tuple(fill(Asked, snapshot, target, value=show_target(indicator, target)) for target in newest_first),
        notes=snapshot.notes_of(entry.path),
    )
    return entry_page(snapshot, SECTION, entry, shown, url(entry.id), indicator.title, updated=last_change(entry))


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The overview, and a page for each indicator."""
    entries = snapshot.catalog.all(Indicator)
    verdicts = [[reading.met for reading in views.latest_of(snapshot, entry)[1]] for entry in entries]
    overview = Index(
        tuple(grouped(snapshot, entries)),
        len(entries),
        met=sum(True in mine and False not in mine for mine in verdicts),
        missed=sum(False in mine for mine in verdicts),
        who=snapshot.link("unit", snapshot.site.unit),
    )
    yield index_page(snapshot, SECTION, overview, entries, updated=last_change(*entries))
    yield from (indicator_page(snapshot, entry) for entry in entries)


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """On a unit's page, what it reached last of each indicator."""
    rows = []
    for entry in snapshot.catalog.all(Indicator):
        indicator = entry.model
        newest = {r.unit: r for mine in running(readings(entry, snapshot.catalog)).values() for r in mine}
        for unit, reading in newest.items():
            row = Reached(
                indicator.title,
                url(entry.id),
                str(reading.period),
                show_target(indicator, reading.target),
                views.cell(snapshot, entry, reading),
                pictures.bar(entry, reading.exact, reading),
                indicator.sample,
            )
            rows.append((unit, row))
    yield from panels_by_unit(snapshot, 50, rows, OfUnit)

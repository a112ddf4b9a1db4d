"""Surveys: all of them with the latest of each object, and each with its criteria; where too few answered, no results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Record
from site_gen.base.vietnamese import show_number
from site_gen.kinds.survey.moments import finding, title, url
from site_gen.kinds.survey.series import FEW_ANSWERS, AnySurvey, in_order, newest, series_of, too_few_answers
from site_gen.model.figures import Figure
from site_gen.pages.charts.bars import PERCENT, Bullet, bullet
from site_gen.pages.charts.lines import LineChart, line_chart
from site_gen.pages.charts.scale import Axis
from site_gen.pages.contributions import Section
from site_gen.pages.fill import fill
from site_gen.pages.frames import Shown, entry_page, index_page, last_change, panels_by_unit
from site_gen.pages.life import Status
from site_gen.pages.page import Page, Panel
from site_gen.rules.snapshot import CitedDocument, Link, ShownNote, Snapshot

SECTION = Section(
    "cong-khai",
    "khao-sat/index.html",
    msg("Satisfaction surveys"),
    msg("How satisfied people are with dossiers, the one-stop shop and the staff, beside what was aimed at."),
    40,
)
MOST_ROWS = 36
"""A year of the three monthly surveys; older ones are listed by name only, for the page's weight."""
MOST_PERIODS = 12


@dataclass(frozen=True)
class Result(Record):
    """A share beside its target, with the verdict, and both as a bar."""

    pct: str
    bar: Bullet
    target: str | None
    state: Status


@dataclass(frozen=True)
class Row(Record):
    """A survey in a list. `few` is whether its answers are few, `too_few` whether they are too few to show a result."""

    url: Address
    object: str
    period: str
    unit: Link
    n: str
    issued: str | None
    few: bool
    too_few: bool
    overall: Result | None
    sample: bool


@dataclass(frozen=True)
class CriterionRow(Record):
    """How many were satisfied with one thing."""

    criterion: str
    result: Result


@dataclass(frozen=True)
class Index(Shown):
    """The latest of each object and unit, all surveys, and the names of older ones."""

    template = "survey/overview.html"
    latest: tuple[Row, ...]
    axis: Axis
    all: tuple[Row, ...]
    older: tuple[Link, ...]
    count: int
    who: Link


@dataclass(frozen=True)
class Whole(Shown):
    """The page of a survey; of `criteria` the least satisfying comes first; `trend` is the same survey in all its periods."""

    template = "survey/page.html"
    row: Row
    finding: str
    criteria: tuple[CriterionRow, ...]
    axis: Axis
    series: tuple[Row, ...]
    trend: LineChart | None
    method: str | None
    published_at: date | None
    remedy: str | None
    source: CitedDocument | None
    file: Address | None
    who: Link
    notes: list[ShownNote]


@dataclass(frozen=True)
class OfUnit(Shown):
    """The latest survey about each object, on the unit's page."""

    template = "survey/unit_panel.html"
    rows: tuple[Row, ...]
    more: Address = SECTION.url


def percent(value: Decimal) -> str:
    """A share as pages write it."""
    return f"{show_number(value)}%"


def result(snapshot: Snapshot, pct: Figure, target: Figure | None) -> Result:
    """A share beside its target."""
    met = pct.value >= target.value if target else None
    family, word = {True: ("done", msg("met")), False: ("late", msg("missed")), None: ("calm", msg("no target"))}[met]
    shown, asked, verdict = f"{pct}%", f"≥\u00a0{target}%" if target else None, snapshot.say(word)
    text = ", ".join(x for x in (shown, asked, verdict) if x)
    bar = bullet(PERCENT, pct.value, target.value if target else None, met, text)
    return Result(shown, bar, asked, Status(family, verdict))


def trend(snapshot: Snapshot, series: Sequence[AnySurvey]) -> LineChart | None:
    """How satisfied people were, survey after survey, beside what was aimed at."""
    shown = {e.model.period: e.model for e in series if not too_few_answers(snapshot, e)}
    targets = {period: survey.target.value for period, survey in shown.items() if survey.target}
    last = next((survey.target for survey in reversed(shown.values()) if survey.target), None)
    overall = {period: survey.overall.value if survey.overall else None for period, survey in shown.items()}
    return line_chart(overall, percent, targets, f"≥\u00a0{last}%" if last else "")


def row_of(snapshot: Snapshot, entry: AnySurvey) -> Row:
    """A survey as lists and panels show it."""
    survey, too_few = entry.model, too_few_answers(snapshot, entry)
    return fill(
        Row,
        snapshot,
        entry,
        url=url(entry.id),
        period=str(survey.period),
        n=show_number(survey.n),
        issued=None if survey.issued is None else show_number(survey.issued),
        few=survey.n < FEW_ANSWERS and not too_few,
        too_few=too_few,
        overall=result(snapshot, survey.overall, survey.target) if survey.overall is not None and not too_few else None,
    )


def survey_page(snapshot: Snapshot, entry: AnySurvey) -> Page:
    """The page of a survey. Its file holds the shares, so it goes with them."""
    survey, too_few = entry.model, too_few_answers(snapshot, entry)
    file = snapshot.catalog.attachments.get(survey.file or "")
    listed = () if too_few else sorted(survey.criteria, key=lambda c: c.pct.value)
    series = series_of(snapshot.catalog, entry)[-MOST_PERIODS:]
    shown = fill(
        Whole,
        snapshot,
        entry,
        row=row_of(snapshot, entry),
        finding=finding(snapshot, entry),
        criteria=tuple(CriterionRow(c.criterion, result(snapshot, c.pct, c.target)) for c in listed),
        axis=PERCENT.axis(percent),
        series=tuple(row_of(snapshot, e) for e in series),
        trend=trend(snapshot, series),
        file=file.path if file and not too_few else None,
        who=snapshot.link("unit", snapshot.site.unit),
        notes=snapshot.notes_of(entry.path),
    )
    return entry_page(
        snapshot, SECTION, entry, shown, url(entry.id), title(snapshot, entry), updated=last_change(entry)
    )


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The overview, and a page for each survey."""
    entries = in_order(snapshot.catalog)
    newest_first = entries[::-1]
    overview = Index(
        tuple(row_of(snapshot, entry) for entry in newest(snapshot)),
        PERCENT.axis(percent),
        tuple(row_of(snapshot, entry) for entry in newest_first[:MOST_ROWS]),
        tuple(Link(title(snapshot, entry), url(entry.id)) for entry in newest_first[MOST_ROWS:]),
        len(entries),
        snapshot.link("unit", snapshot.site.unit),
    )
    yield index_page(snapshot, SECTION, overview, entries, updated=last_change(*entries), long=("all", "older"))
    yield from (survey_page(snapshot, entry) for entry in entries)


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """On a unit's page, the latest survey about each object."""
    rows = ((entry.model.unit, row_of(snapshot, entry)) for entry in newest(snapshot))
    yield from panels_by_unit(snapshot, 60, rows, OfUnit)

"""What a plan asks of each body again and again: its reports, and what else comes again under "Tổ chức thực hiện".

A plan names whom it asks and how often; what was sent are papers that it names itself, and the periodic reports of the site.
Kinds do not know each other, so the two are brought together here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.traces import remembered
from site_gen.base.values import Key, Record
from site_gen.kinds.plan.choices import PlanKind
from site_gen.kinds.plan.documents import DOCUMENTS, documents_of
from site_gen.kinds.plan.model import UnitDuty
from site_gen.kinds.plan.proofs import proof_of, series_in, years_of
from site_gen.kinds.plan.standing import PlanBundle, bundles_of
from site_gen.kinds.report.model import Report, ReportType
from site_gen.kinds.report.moments import url as report_url
from site_gen.kinds.report.series import unit_of
from site_gen.model import deadline as grammar
from site_gen.model.evidence import Evidence, EvidenceState
from site_gen.model.instances import proves
from site_gen.pages.contributions import ScheduledChange
from site_gen.pages.evidence import Paper, ShownPaper, paper_of, show_paper
from site_gen.pages.frames import Shown, panel
from site_gen.pages.life import agenda, scheduled_changes
from site_gen.pages.page import Agenda, Panel
from site_gen.pages.proofs import ProofLine, ProofSet, besides, lives_of, shown_series
from site_gen.pages.recurring import ShownSeries
from site_gen.rules.snapshot import Link, Snapshot

REPORTS, DUTIES = "bao-cao", "to-chuc"
NAMES = {REPORTS: msg("Who reports when"), DUTIES: msg("What bodies do again and again")}
TYPES = {
    PlanKind.PROCEDURE_CONTROL: ReportType.PROCEDURE_CONTROL,
    PlanKind.PROCEDURE_REVIEW: ReportType.PROCEDURE_CONTROL,
    PlanKind.DOCUMENT_REVIEW: ReportType.DOCUMENT_REVIEW,
    PlanKind.DIGITAL: ReportType.DIGITAL,
}
"""Which periodic reports tell of a plan; those on administrative reform where nothing else is said."""


@dataclass(frozen=True)
class ReportingRow(Record):
    """Whom the plan asks for what how often, with each instance, and papers that prove none of them."""

    id: Key
    unit: Link
    duty: str
    deadline: str | None
    papers: tuple[ShownPaper, ...]
    series: ShownSeries


@dataclass(frozen=True)
class ReportingPanel(Shown):
    """On the page of a plan's documents: what comes again, one by one."""

    template = "reporting_panel.html"
    rows: tuple[ReportingRow, ...]


def asked_again(bundle: PlanBundle) -> Iterator[tuple[str, int, UnitDuty]]:
    """Reports and duties with a deadline, each with its list and place in it.

    What stands in both lists, of the same body by the same words, is one thing: the report, with the papers of both.
    """
    reports = {(one.unit, one.deadline) for one in bundle.plan.reports}
    for index, one in enumerate(bundle.plan.reports):
        twins = (d.evidence for d in bundle.plan.duties if (d.unit, d.deadline) == (one.unit, one.deadline))
        if one.deadline:
            yield REPORTS, index, one.model_copy(update={"evidence": sum(twins, one.evidence)})
    for index, one in enumerate(bundle.plan.duties):
        if one.deadline and (one.unit, one.deadline) not in reports:
            yield DUTIES, index, one


@remembered
def reporting_of(snapshot: Snapshot, plan: str) -> ProofSet:
    """What a plan asks of bodies again and again, as lines to be proved."""
    bundle = next(bundle for bundle in bundles_of(snapshot) if bundle.entry.id == plan)
    lines = [line for which, index, one in asked_again(bundle) if (line := _line(snapshot, bundle, which, index, one))]
    areas = tuple((key, snapshot.say(name)) for key, name in NAMES.items() if any(line.area == key for line in lines))
    return replace(proof_of(snapshot, plan), areas=areas, lines=tuple(lines))


def _line(snapshot: Snapshot, bundle: PlanBundle, which: str, index: int, one: UnitDuty) -> ProofLine | None:
    papers = tuple(paper_of(snapshot, paper, bundle.day, bundle.plan.year, (one.unit,)) for paper in one.evidence)
    if which == REPORTS:
        papers += tuple(_sent(snapshot, bundle, one))
    deadline = grammar.parse(one.deadline, bundle.plan.year)
    told = any(
        proves(paper.evidence, period) for paper in papers for period in deadline.instances(*years_of(bundle.plan))
    )
    series = series_in(snapshot, bundle, deadline, papers, reported=told)
    if series is None:
        return None
    key = f"{which}-{index + 1}"
    url = f"{documents_of(bundle.entry.id)}#ky-{key}"
    return ProofLine(key, "", one.duty, url, f"{bundle.entry.id}#{key}", which, papers, (one.unit,), series=series)


def _sent(snapshot: Snapshot, bundle: PlanBundle, one: UnitDuty) -> Iterator[Paper]:
    """The periodic reports that a body sent, as proof."""
    unit, wanted = snapshot.unit_id(one.unit), TYPES.get(bundle.plan.kind, ReportType.PAR)
    for entry in snapshot.catalog.all(Report):
        report = entry.model
        if report.type is not wanted or not report.exists or unit_of(snapshot.catalog, report) != unit:
            continue
        if report.made_on is None or report.made_on <= bundle.day:
            number = report.document.number if report.document else None
            evidence = Evidence.model_construct(title=report.title, number=number, period=report.period)
            yield Paper(evidence, EvidenceState.PRESENT, None, (one.unit,), report_url(entry.id))


def with_reporting(snapshot: Snapshot, found: ProofSet) -> ProofSet:
    """The proof of a plan together with what it asks of bodies again and again."""
    more = reporting_of(snapshot, found.id)
    return replace(found, areas=(*found.areas, *more.areas), lines=(*found.lines, *more.lines))


def reporting_agenda(snapshot: Snapshot) -> Iterator[Agenda]:
    """What of it is due or missing."""
    for bundle in bundles_of(snapshot):
        yield from agenda(snapshot, lives_of(snapshot, reporting_of(snapshot, bundle.entry.id)))


def reporting_changes(snapshot: Snapshot) -> Iterator[ScheduledChange]:
    """The days on which an instance becomes overdue."""
    for bundle in bundles_of(snapshot):
        yield from scheduled_changes(snapshot, lives_of(snapshot, reporting_of(snapshot, bundle.entry.id)))


def reporting_panels(snapshot: Snapshot) -> Iterator[Panel]:
    """For the page of the documents of each plan that asks for anything again and again."""
    for bundle in bundles_of(snapshot):
        asked = {f"{which}-{index + 1}": one for which, index, one in asked_again(bundle)}
        lines = reporting_of(snapshot, bundle.entry.id).lines
        rows = tuple(row for line in lines if (row := _row(snapshot, line, asked[line.key])))
        if rows:
            yield panel((DOCUMENTS, bundle.entry.id), 10, ReportingPanel(rows))


def _row(snapshot: Snapshot, line: ProofLine, one: UnitDuty) -> ReportingRow | None:
    shown = tuple(show_paper(snapshot, paper) for paper in line.papers)
    series = shown_series(snapshot, line, shown)
    if series is None:
        return None
    unit = snapshot.link("unit", one.unit)
    return ReportingRow(f"ky-{line.key}", unit, one.duty, one.deadline, besides(line, shown), series)

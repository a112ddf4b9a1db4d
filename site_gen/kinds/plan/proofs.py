"""What a plan asks to be proved: its items, each with the papers that its row asks for and those that reports named."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.base.traces import remembered
from site_gen.kinds.plan.choices import FINISHED, TaskState
from site_gen.kinds.plan.model import Plan
from site_gen.kinds.plan.moments import plan_url, task_url
from site_gen.kinds.plan.standing import PlanBundle, Standing, bundles_of, closes
from site_gen.model.deadline import Deadline
from site_gen.model.evidence import Evidence, answered
from site_gen.pages.evidence import Paper, paper_of
from site_gen.pages.life import Status
from site_gen.pages.proofs import ProofLine, ProofSet
from site_gen.pages.recurring import Series, series_of
from site_gen.rules.snapshot import Snapshot


def proofs(snapshot: Snapshot) -> Iterator[ProofSet]:
    """Every plan, the newest first."""
    return (proof_of(snapshot, bundle.entry.id) for bundle in bundles_of(snapshot))


@remembered
def proof_of(snapshot: Snapshot, plan: str) -> ProofSet:
    """A plan: each of its items."""
    bundle = next(bundle for bundle in bundles_of(snapshot) if bundle.entry.id == plan)
    entries = bundle.entries
    days = [day for e in entries if (day := e.model.updated_at or e.model.published_at)]
    return ProofSet(
        "plan",
        plan,
        bundle.plan.title,
        plan_url(plan),
        tuple((area.code, f"{area.code}. {area.name}") for area in bundle.plan.areas),
        tuple(_line(snapshot, bundle, s) for s in bundle.standings),
        bundle.day,
        _last(snapshot, bundle),
        tuple(e.path for e in entries),
        bundle.sample,
        max((*days, *(r.model.date for r in bundle.reports)), default=None),
    )


def _last(snapshot: Snapshot, bundle: PlanBundle) -> date:
    """The last day on which the plan changes by itself; none where it reckons with an earlier day for good."""
    if bundle.day != snapshot.as_of:
        return date.min
    return min(snapshot.site.valid_to or date.max, closes(bundle.plan) if bundle.reports else date.max)


def _line(snapshot: Snapshot, bundle: PlanBundle, s: Standing) -> ProofLine:
    item, card = s.item, bundle.plan.scorecard
    papers = papers_of(snapshot, bundle, s)
    return ProofLine(
        item.key,
        item.number,
        item.text,
        task_url(bundle.entry.id, item.task),
        f"{bundle.entry.id}#{item.key}",
        item.task.area,
        papers,
        item.lead,
        bare=s.state in FINISHED and not s.given and not asked_of(s),
        criterion=f"{card}/{item.task.criterion}" if card and item.task.criterion else "",
        state=Status(s.state.family, snapshot.word(s.state)),
        series=None
        if s.state is TaskState.CANCELLED
        else series_in(snapshot, bundle, item.deadline, papers, reported=s.update is not None),
    )


def series_in(
    snapshot: Snapshot, bundle: PlanBundle, deadline: Deadline, papers: tuple[Paper, ...], *, reported: bool
) -> Series | None:
    """What a recurring deadline makes due in the years of a plan, from its day of issue to the end of its authority."""
    first, last = years_of(bundle.plan)
    last = min(last, snapshot.site.valid_to or last)
    return series_of(deadline, first, last, papers, bundle.day, reported=reported)


def years_of(plan: Plan) -> tuple[date, date]:
    """The first and the last day on which a plan can make something due: from its issue to the end of its last year."""
    issued = plan.date.exact if plan.date else None
    return max(date(plan.year, 1, 1), issued or date.min), date(plan.year_to or plan.year, 12, 31)


def asked_of(s: Standing) -> tuple[Evidence, ...]:
    """The papers that the row of an item asks for; where it is a part, those of the part."""
    return s.item.part.evidence if s.item.part else s.item.task.evidence


def papers_of(snapshot: Snapshot, bundle: PlanBundle, s: Standing) -> tuple[Paper, ...]:
    """The papers of an item on the day on which its plan is reckoned."""
    last = s.item.deadline.latest
    return tuple(
        paper_of(snapshot, one, bundle.day, bundle.plan.year, s.item.lead, last)
        for one in answered(asked_of(s), s.given)
    )

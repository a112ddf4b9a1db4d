"""What must be true of what comes again: each paper is of a period that is asked for, and no period passes without one."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import msg
from site_gen.base.names import name_key
from site_gen.kinds.plan.items import Item, items_of
from site_gen.kinds.plan.model import Appendix, Plan, Progress
from site_gen.kinds.plan.proofs import proof_of, years_of
from site_gen.kinds.plan.standing import bundles_of
from site_gen.model.deadline import Deadline, parse
from site_gen.model.deadline.periods import Frequency
from site_gen.model.entry import Entry
from site_gen.model.evidence import Evidence
from site_gen.model.instances import frequencies_of, name_of, period_of, proves
from site_gen.pages.recurring import FEW, lacks_dated
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot


def _strays(deadline: Deadline, paper: Evidence, plan: Plan) -> bool:
    """Whether a paper is of a period that a deadline never makes due; where it asks for other things too, nobody can say."""
    often = frequencies_of(deadline)
    open_ended = often & {Frequency.ad_hoc, Frequency.unknown}
    if paper.period is None or not often or open_ended or any(part.is_dated for part in deadline.parts):
        return False
    dated = deadline.instances(*years_of(plan))
    return any(map(period_of, dated)) and not any(proves(paper, one) for one in dated)


def _asked(deadline: Deadline, plan: Plan) -> str:
    """The first periods that a deadline makes due, in words."""
    named = [name_of(one) for one in deadline.instances(*years_of(plan)) if period_of(one)]
    return ", ".join(named[:FEW]) + (", …" if len(named) > FEW else "")


@rule(
    "PLAN047",
    msg("a paper is of a period that the task does not have"),
    Severity.WARNING,
    Progress,
    wrong="evidence: [{title: Báo cáo, number: 21/BC, period: quý II/2024}]   # nhiệm vụ làm hằng tháng",
    right="evidence: [{title: Báo cáo, number: 21/BC, period: tháng 6/2024}]",
)
def papers_are_of_a_period_asked_for(entry: Entry[Progress], snapshot: Snapshot) -> Iterator[Finding]:
    """What is due every month is proved month by month: a paper of another period counts for none of them.

    Several papers of one period are fine. A report on six months stands for the second quarter, one on the year for the fourth.
    """
    id = entry.id.split("/")[0]
    plan, appendix = snapshot.catalog.get(Plan, id), snapshot.catalog.get(Appendix, id)
    if plan is None or appendix is None:
        return
    items = {item.key: item for item in items_of(plan.model, appendix.model)}
    for index, update in enumerate(entry.model.updates):
        item = items.get(update.item)
        for position, paper in enumerate(update.evidence):
            if item and not _answers(item, paper) and _strays(item.deadline, paper, plan.model):
                yield Finding(
                    entry.at("updates", index, "evidence", position, "period"),
                    msg("`{item}` has no period “{period}”", item=item.key, period=str(paper.period)),
                    msg("its periods: {periods}", periods=_asked(item.deadline, plan.model)),
                    item.key,
                )


def _answers(item: Item, paper: Evidence) -> bool:
    """Whether a paper is one that the task asks for by name, whatever its deadline says."""
    asked = {name_key(one.title) for one in (item.part or item.task).evidence}
    return name_key(paper.answers or paper.title) in asked


@rule(
    "PLAN048",
    msg("a task that comes again has periods without evidence"),
    Severity.WARNING,
    Appendix,
    law=LawRef("Kế hoạch khắc phục Chỉ số CCHC huyện Tuy Phước 2024", "mục III.b2, VII.a2–a6", "V"),
    wrong="deadline: Hàng tháng   # báo cáo tiến độ nêu việc này, giấy tờ của tháng 4 thì không có",
    right="evidence: [{title: Báo cáo tháng 4, number: 31/BC, period: tháng 4/2024}]   # trong báo cáo tiến độ",
)
def periods_are_proved(entry: Entry[Appendix], snapshot: Snapshot) -> Iterator[Finding]:
    """Each period that is over is proved by a paper that says in `period` of which one it is; “8/8 months” alone proves none.

    One finding names all periods of a task. Judged is only what a progress report has spoken of.
    """
    bundle = next((b for b in bundles_of(snapshot) if b.entry.id == entry.id), None)
    if bundle is None:
        return
    lines = {line.key: line for line in proof_of(snapshot, entry.id).lines}
    where = {task.id: index for index, task in enumerate(entry.model.tasks)}
    for s in bundle.standings:
        series = lines[s.item.key].series
        if series and series.late:
            part = ("parts", s.item.position - 1) if s.item.part else ()
            yield Finding(
                entry.at("tasks", where[s.item.task.id], *part, "deadline"),
                msg("`{item}`: {lack}", item=s.item.key, lack=lacks_dated(series)),
                msg("name under `evidence` of a progress report the paper of each period, with its `period`"),
                s.item.key,
            )


@rule(
    "PLAN049",
    msg("a paper of a report or duty is of a period that it does not have"),
    Severity.WARNING,
    Plan,
    wrong="deadline: hằng quý\nevidence: [{title: Báo cáo, number: 21/BC, period: tháng 5/2024}]",
    right="deadline: hằng quý\nevidence: [{title: Báo cáo, number: 21/BC, period: quý II/2024}]",
)
def sent_papers_are_of_a_period_asked_for(entry: Entry[Plan], snapshot: Snapshot) -> Iterator[Finding]:
    """What `reports` and `duties` of a plan ask for again and again is proved period by period, as tasks are."""
    plan = entry.model
    for key, rows in (("reports", plan.reports), ("duties", plan.duties)):
        for index, row in enumerate(rows):
            deadline = parse(row.deadline or "", plan.year)
            for position, paper in enumerate(row.evidence):
                if _strays(deadline, paper, plan):
                    yield Finding(
                        entry.at(key, index, "evidence", position, "period"),
                        msg("{unit}: no report of “{period}” is asked for", unit=row.unit, period=str(paper.period)),
                        msg("its periods: {periods}", periods=_asked(deadline, plan)),
                        row.unit,
                    )


RULES: tuple[Rule, ...] = (papers_are_of_a_period_asked_for, periods_are_proved, sent_papers_are_of_a_period_asked_for)

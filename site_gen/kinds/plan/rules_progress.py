"""What must be true of progress reports: they speak of what exists, prove what is done, explain what is late."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import show_date
from site_gen.kinds.plan.choices import ReportedStatus, TaskState
from site_gen.kinds.plan.items import items_of
from site_gen.kinds.plan.model import Appendix, Plan, Progress
from site_gen.kinds.plan.standing import bundles_of
from site_gen.model.entry import Entry
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot


def _plan_id(entry: Entry[Progress]) -> str:
    return entry.id.split("/")[0]


@rule(
    "PLAN024",
    msg("a report speaks of something the plan does not have"),
    Severity.ERROR,
    Progress,
    wrong='item: "2.99"   # không có trong tasks.yml',
    right='item: "2.6/1"',
)
def reports_speak_of_items(entry: Entry[Progress], snapshot: Snapshot) -> Iterator[Finding]:
    """Updates name a task id, or task id/position of the part; results name a target and, where it has several numbers, the measure."""
    plan, appendix = snapshot.catalog.get(Plan, _plan_id(entry)), snapshot.catalog.get(Appendix, _plan_id(entry))
    if plan is None or appendix is None:
        if not snapshot.catalog.is_broken("plan", _plan_id(entry)):
            yield Finding(
                entry.at(),
                msg("there is no plan `{id}` with an appendix", id=_plan_id(entry)),
                msg("put the report into the folder of its plan"),
            )
        return
    keys = {item.key for item in items_of(plan.model, appendix.model)}
    for index, update in enumerate(entry.model.updates):
        if update.item not in keys:
            parts = sorted(k for k in keys if k.startswith(update.item + "/"))
            hint = (
                msg("it has parts: write {parts}", parts=", ".join(parts))
                if parts
                else msg("write the id of a task in `tasks.yml`, or id/number for a part")
            )
            yield Finding(
                entry.at("updates", index, "item"),
                msg("there is no task or part `{item}`", item=update.item),
                hint,
                update.item,
            )
    targets = {t.id: t for t in appendix.model.targets}
    for index, result in enumerate(entry.model.results):
        target = targets.get(result.target)
        measures = [m.id for m in target.measures] if target else []
        if target is None:
            yield Finding(
                entry.at("results", index, "target"),
                msg("there is no target `{id}`", id=result.target),
                msg("write the id of a target in `tasks.yml`"),
                result.target,
            )
        elif (result.measure is None and len(measures) != 1) or (
            result.measure is not None and result.measure not in measures
        ):
            yield Finding(
                entry.at("results", index),
                msg("target `{id}` has {count} numbers", id=result.target, count=len(measures)),
                msg("write which is meant: `measure:` one of {ids}", ids=", ".join(m or "?" for m in measures)),
                result.target,
            )


@rule(
    "PLAN025",
    msg("a report speaks of the future"),
    Severity.ERROR,
    Progress,
    wrong="date: 05/10/2033   # hôm nay là 05/10/2023",
    right="date: 05/10/2023",
)
def reports_lie_in_the_past(entry: Entry[Progress], snapshot: Snapshot) -> Iterator[Finding]:
    """A report is dated at the latest today, and what it calls done was done by its own day."""
    report = entry.model
    if report.date > snapshot.as_of:
        yield Finding(
            entry.at("date"),
            msg(
                "{day} has not come yet; today is {today}", day=show_date(report.date), today=show_date(snapshot.as_of)
            ),
            msg("check the year"),
        )
    for index, update in enumerate(report.updates):
        if update.completed_on and update.completed_on > report.date:
            yield Finding(
                entry.at("updates", index, "completed_on"),
                msg(
                    "done on {day}, but the report is of {date}",
                    day=show_date(update.completed_on),
                    date=show_date(report.date),
                ),
                msg("check both dates"),
                update.item,
            )


@rule(
    "PLAN023",
    msg("something is called done without evidence"),
    Severity.WARNING,
    Progress,
    wrong='item: "2.6/1"\nstatus: hoàn thành',
    right='item: "2.6/1"\nstatus: hoàn thành\nevidence: [{title: Kế hoạch, number: 12/KH-UBND}]',
    law=LawRef("Kế hoạch 23/KH-UBND xã Phú Thượng 2022", "19 tiêu chí bị trừ điểm vì thiếu minh chứng", "V"),
)
def done_is_proved(entry: Entry[Progress], snapshot: Snapshot) -> Iterator[Finding]:
    """Assessors give points only for what is proved: name the document, its number and date.

    A name alone cannot be looked up, so it proves nothing.
    """
    for index, update in enumerate(entry.model.updates):
        if update.status is ReportedStatus.DONE and not any(paper.there for paper in update.evidence):
            yield Finding(
                entry.at("updates", index),
                msg("`{item}` is done, but no evidence can be looked up", item=update.item),
                msg("add `evidence` with title, number and date"),
                update.item,
            )


@rule(
    "PLAN027",
    msg("something is called done without a date"),
    Severity.WARNING,
    Progress,
    wrong='item: "2.6/1"\nstatus: hoàn thành',
    right='item: "2.6/1"\nstatus: hoàn thành\ncompleted_on: 18/01/2023',
)
def done_has_a_date(entry: Entry[Progress], snapshot: Snapshot) -> Iterator[Finding]:
    """Without `completed_on` nobody can tell whether it was done in time."""
    for index, update in enumerate(entry.model.updates):
        if update.status is ReportedStatus.DONE and update.completed_on is None:
            yield Finding(
                entry.at("updates", index),
                msg("`{item}` is done, but not when", item=update.item),
                msg("add `completed_on`"),
                update.item,
            )


@rule(
    "PLAN022",
    msg("a late task has no explanation"),
    Severity.WARNING,
    Appendix,
    wrong="deadline: Trước ngày 20/11/2023   # đã qua, chưa báo cáo nào nói đến",
    right='item: "2.6/2"   # trong báo cáo tiến độ\nstatus: đang thực hiện\nreason: chờ số liệu của hai thôn',
)
def lateness_is_explained(entry: Entry[Appendix], snapshot: Snapshot) -> Iterator[Finding]:
    """What is late owes the citizen a reason, in the last progress report that speaks of it."""
    where = {task.id: index for index, task in enumerate(entry.model.tasks)}
    for bundle in bundles_of(snapshot):
        if bundle.entry.id != entry.id:
            continue
        for s in bundle.standings:
            if s.state is TaskState.LATE and not (s.update and s.update.reason):
                yield Finding(
                    entry.at("tasks", where[s.item.task.id]),
                    msg(
                        "`{item}` was due {day} and is {days} days late",
                        item=s.item.key,
                        day=show_date(s.item.deadline.latest or bundle.day),
                        days=s.days_late,
                    ),
                    msg("report it with `reason`, or as done with `completed_on`"),
                    s.item.key,
                )


@rule(
    "PLAN026",
    msg("two updates of one report speak of the same item"),
    Severity.ERROR,
    Progress,
    wrong='updates:\n  - item: "2.1"\n  - item: "2.1"',
    right='updates:\n  - item: "2.1"\n  - item: "2.2"',
)
def one_update_an_item(entry: Entry[Progress], snapshot: Snapshot) -> Iterator[Finding]:
    """Only one of them could be shown."""
    seen: set[str] = set()
    for index, update in enumerate(entry.model.updates):
        if update.item in seen:
            yield Finding(
                entry.at("updates", index, "item"),
                msg("`{item}` is reported twice", item=update.item),
                msg("keep one"),
                update.item,
            )
        seen.add(update.item)


RULES: tuple[Rule, ...] = (
    lateness_is_explained,
    done_is_proved,
    reports_speak_of_items,
    reports_lie_in_the_past,
    one_update_an_item,
    done_has_a_date,
)

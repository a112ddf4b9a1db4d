"""The lives of plans: the plan itself until it closes, its reports, and every item with the days that its deadline names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.base.messages import Message, msg
from site_gen.kinds.plan.choices import FINISHED, OPEN, TaskState
from site_gen.kinds.plan.model import Plan, Progress, Task
from site_gen.kinds.plan.results import coming_verdicts
from site_gen.kinds.plan.standing import PlanBundle, Standing, bundles_of, closes
from site_gen.kinds.plan.target_model import PlanTarget
from site_gen.model.entry import Entry
from site_gen.model.period import Period, read_period
from site_gen.pages.life import Deadline, Disclosed, Life, Moment, Reminder, State, Subject, life, subject_of
from site_gen.rules.snapshot import Snapshot


def plan_url(plan_id: str) -> str:
    """Address of the plan's first page."""
    return f"ke-hoach/{plan_id}.html"


def task_url(plan_id: str, task: Task) -> str:
    """Address of a task's page."""
    return f"ke-hoach/{plan_id}/nhiem-vu/{task.id}.html"


def short(entry: Entry[Plan]) -> str:
    """What lists and breadcrumbs call a plan."""
    return entry.model.short_title or entry.model.title


def lives(snapshot: Snapshot) -> Iterator[Life]:
    """Each plan, each of its progress reports, each of its items, and each goal that comes to be asked for."""
    for bundle in bundles_of(snapshot):
        yield _plan(snapshot, bundle)
        for report in bundle.reports:
            yield _report(bundle, report)
        for s in bundle.standings:
            yield _item(snapshot, bundle, s)
        for target, day in coming_verdicts(bundle):
            if _comes(snapshot, bundle, day):
                yield _goal(bundle, target, day)


def _plan(snapshot: Snapshot, bundle: PlanBundle) -> Life:
    plan = bundle.plan
    document = Disclosed(
        topic=f"plan/{plan.kind.value}",
        created=plan.date.exact if plan.date else None,
        published=plan.published_at,
        number=plan.number or "",
        period=Period.of(plan.year, 1, 12),
    )
    end = closes(plan)
    return life(
        subject_of(bundle.entry, plan.title, plan_url(bundle.entry.id), plan.issuer),
        Moment(None, disclosed=document),
        Moment(end, change=msg("{plan}: the plan is closed", plan=short(bundle.entry)))
        if _comes(snapshot, bundle, end)
        else None,
    )


def _report(bundle: PlanBundle, entry: Entry[Progress]) -> Life:
    report = entry.model
    disclosed = Disclosed(
        topic=f"plan/{bundle.plan.kind.value}/progress",
        at="#cap-nhat",
        created=report.date,
        published=report.published_at or report.date,
        number=(report.document.number or "") if report.document else "",
        period=read_period(report.period),
    )
    title = f"{report.title} ({short(bundle.entry)})"
    return life(
        subject_of(entry, title, plan_url(bundle.entry.id), bundle.plan.issuer),
        Moment(report.date, disclosed=disclosed),
    )


def _item(snapshot: Snapshot, bundle: PlanBundle, s: Standing) -> Life:
    """An item by its course, and what is expected of it: that it is done, reported, proved, and led by somebody."""
    item, latest = s.item, s.item.deadline.latest
    subject = Subject(
        item.text, task_url(bundle.entry.id, item.task), f"{bundle.entry.id}#{item.key}", ", ".join(item.lead)
    )
    reported = s.state is TaskState.LATE or (s.state in OPEN and not bundle.closed)
    return life(
        subject,
        *(
            Moment(day, State(state.family, state), msg("{item}: {state}", item=item.text, state=snapshot.word(state)))
            for day, state in s.course
            if day <= bundle.day or _comes(snapshot, bundle, day)
        ),
        Deadline(latest, item.text) if latest and reported else None,
        _missing(msg("no report on: {text}", text=item.text), latest) if s.state is TaskState.UNREPORTED else None,
        _missing(msg("no evidence for: {text}", text=item.text), latest)
        if s.state in FINISHED and s.update and not s.given
        else None,
        _missing(msg("nobody leads: {text}", text=item.text), latest) if not item.lead else None,
        counted_on=bundle.day,
    )


def _goal(bundle: PlanBundle, target: PlanTarget, day: date) -> Life:
    url = f"ke-hoach/{bundle.entry.id}/muc-tieu.html"
    subject = Subject(target.text, url, f"{bundle.entry.id}#{target.id}")
    return life(
        subject,
        Moment(day, change=msg("{target}: its result is judged against the goal due by then", target=target.text)),
    )


def _missing(what: Message, when: date | None) -> Reminder:
    return Reminder("missing", what, when, counted=False)


def _comes(snapshot: Snapshot, bundle: PlanBundle, day: date) -> bool:
    """Whether a day to come still changes the plan: not where it reckons with an earlier one for good.

    A plan that was reported stands still from the day on which it closes, and all do when the authority has ended.
    """
    ended = snapshot.site.valid_to is not None and day > snapshot.site.valid_to
    still = bool(bundle.reports) and day > closes(bundle.plan)
    return bundle.day == snapshot.as_of and not ended and not still

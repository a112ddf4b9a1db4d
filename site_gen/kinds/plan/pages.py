"""The pages of plans: the list of all; of each its overview, a page for each task, and those of the other modules."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Record
from site_gen.kinds.plan.appendix import appendix_pages, appendix_url
from site_gen.kinds.plan.choices import OPEN, TaskState
from site_gen.kinds.plan.documents import documents_page, documents_url
from site_gen.kinds.plan.filters import Filters, filter_links, filter_pages
from site_gen.kinds.plan.model import Task
from site_gen.kinds.plan.moments import plan_url, task_url
from site_gen.kinds.plan.records import (
    AgendaRow,
    Block,
    Counts,
    Head,
    PlanRow,
    ShownReport,
    ShownTarget,
    ShownTask,
)
from site_gen.kinds.plan.standing import tally
from site_gen.kinds.plan.targets import targets, targets_page, targets_url
from site_gen.kinds.plan.views import SECTION, Show, anchor, shows, sources, updated
from site_gen.kinds.plan.year import YearOfPlan, year_of_plan
from site_gen.pages.charts.bars import Bullet, bullet
from site_gen.pages.charts.scale import bar_scale
from site_gen.pages.evidence import ShownPaper
from site_gen.pages.fill import fill
from site_gen.pages.frames import Shown, crumbs_below, crumbs_to
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Link, ShownNote, Snapshot


@dataclass(frozen=True)
class PlanList(Shown):
    """The list of all plans."""

    template = "plan/list.html"
    plans: tuple[PlanRow, ...]


@dataclass(frozen=True)
class AreaBar(Record):
    """How far the tasks of an area are."""

    code: str
    name: str
    total: int
    counts: Counts
    url: Address


@dataclass(frozen=True)
class AreaBudget(Record):
    """The money of an area, as the document declares it, and as a bar on the scale of all."""

    code: str
    name: str
    budget_declared: str
    bar: Bullet


@dataclass(frozen=True)
class Overview(Shown):
    """The first page of a plan."""

    template = "plan/overview.html"
    plan: Head
    appendix: Address
    documents: Address
    counts: Counts
    year: YearOfPlan | None
    bars: tuple[AreaBar, ...]
    next: tuple[AgendaRow, ...]
    late: tuple[AgendaRow, ...]
    targets: tuple[ShownTarget, ...]
    whole_targets: Address
    notes: list[ShownNote]
    blocks: tuple[Block, ...]
    updates: tuple[ShownReport, ...]
    total_declared: str
    total_words: str | None
    budgets: tuple[AreaBudget, ...]
    funding: str | None
    scorecard: Link | None
    filters: Filters


@dataclass(frozen=True)
class ShownUpdate(Record):
    """What one report said of a task, or of one of its parts."""

    date: datetime.date
    item: str
    status: str
    text: str | None
    reason: str | None
    done_count: str | None
    completed_on: datetime.date | None
    evidence: tuple[ShownPaper, ...]
    sample: bool


@dataclass(frozen=True)
class TaskPage(Shown):
    """The page of a task: its parts, what it serves, what happened."""

    template = "plan/task.html"
    plan: Head
    task: ShownTask
    area: str
    targets: tuple[ShownTarget, ...]
    history: tuple[ShownUpdate, ...]
    notes: list[ShownNote]
    previous: Link | None
    following: Link | None


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """All pages of all plans, and their list."""
    every = shows(snapshot)
    yield _list(snapshot, every)
    for show in every:
        yield _overview(show)
        yield documents_page(show)
        if show.bundle.appendix:
            yield from appendix_pages(show)
            yield from targets_page(show)
            tasks = show.bundle.tasks
            for before, task, after in zip((None, *tasks), tasks, (*tasks[1:], None), strict=False):
                yield _task(show, task, before, after)
            yield from filter_pages(show)


def _list(snapshot: Snapshot, every: Sequence[Show]) -> Page:
    rows = tuple(PlanRow(show.head(), tally(show.bundle.standings)) for show in every)
    days = [day for show in every if (day := updated(show.bundle))]
    return Page(
        SECTION.url,
        PlanList.template,
        snapshot.say(SECTION.title),
        PlanList(rows),
        tuple(path for show in every for path in sources(show.bundle)),
        crumbs_to(snapshot, SECTION),
        SECTION.menu,
        updated=max(days, default=None),
        long=("plans",),
    )


def _overview(show: Show) -> Page:
    bundle, plan, snapshot = show.bundle, show.plan, show.snapshot
    coming = [s for s in bundle.standings if s.item.deadline.latest and s.state in OPEN and not bundle.closed]
    coming.sort(key=lambda s: (s.item.deadline.latest or bundle.day, s.item.key))
    context = fill(
        Overview,
        snapshot,
        bundle.entry,
        plan=show.head(),
        appendix=appendix_url(show),
        documents=documents_url(show),
        counts=tally(bundle.standings),
        year=year_of_plan(show),
        bars=tuple(_bars(show)),
        next=show.agenda(coming[:3]),
        late=show.agenda([s for s in bundle.standings if s.state is TaskState.LATE]),
        targets=targets(show),
        whole_targets=targets_url(show),
        notes=_notes(show),
        blocks=show.blocks(bundle.tasks),
        updates=show.reports(),
        total_declared=show.money(plan.total_declared),
        budgets=tuple(_budgets(show)),
        scorecard=snapshot.link("scorecard", plan.scorecard) if plan.scorecard else None,
        filters=filter_links(show) if show.brief else replace(filter_links(show), units=()),
    )
    return show.page(
        plan_url(show.id),
        plan.title,
        context,
        crumbs=crumbs_below(snapshot, SECTION),
        subject=("plan", show.id),
        share=_share(snapshot, context),
    )


def _share(snapshot: Snapshot, shown: Overview) -> str:
    """How far the plan is, as far as anything is reported; what is late with it."""
    if shown.plan.day is None:
        return ""
    done, late = shown.counts.done, shown.counts.late
    said = [snapshot.say(msg("{done} of {all} items done", done=done, all=shown.plan.items))]
    return ", ".join([*said, snapshot.say(msg("{n} late", n=late))] if late else said)


def _bars(show: Show) -> Iterator[AreaBar]:
    """Progress by area: counts by family and what stands beside the bar."""
    for area in show.plan.areas:
        mine = [s for s in show.bundle.standings if s.item.task.area == area.code]
        url = f"#linh-vuc-{area.code.lower()}" if mine and not show.by_lead else ""
        yield AreaBar(area.code, area.name, len(mine), tally(mine), url)


def _budgets(show: Show) -> Iterator[AreaBudget]:
    """The money of each area that has any declared."""
    declared = [area for area in show.plan.areas if area.budget_declared]
    scale = bar_scale([area.budget_declared.value for area in declared if area.budget_declared])
    for area in declared:
        if area.budget_declared:
            money = show.money(area.budget_declared)
            bar = bullet(scale, area.budget_declared.value, text=money)
            yield fill(AreaBudget, show.snapshot, area, budget_declared=money, bar=bar)


def _notes(show: Show) -> list[ShownNote]:
    """The notes on faults of the document, each with the row or area that it speaks of."""
    items = [s.item for s in show.bundle.standings]
    where = {} if show.by_lead else {i.task.area: f"linh-vuc-{i.task.area.lower()}" for i in items}
    where |= {i.key: anchor(i) for i in items} | {i.row: anchor(i) for i in items if i.row}
    of_appendix = show.snapshot.notes_of(show.bundle.appendix.path) if show.bundle.appendix else []
    notes = [*show.snapshot.notes_of(show.bundle.entry.path), *of_appendix]
    return [replace(note, anchor=where.get(note.item, "")) for note in notes]


def _task(show: Show, task: Task, before: Task | None, after: Task | None) -> Page:
    area = show.areas.get(task.area)
    items = [s.item for s in show.bundle.of_task(task)]
    keys = {i.key for i in items}
    history = tuple(
        fill(
            ShownUpdate,
            show.snapshot,
            update,
            date=report.model.date,
            item=update.item if task.parts else "",
            evidence=show.proofs.reported(update),
            sample=report.model.sample,
        )
        for report in reversed(show.bundle.reports)
        for update in report.model.updates
        if update.item in keys
    )
    noted = keys | {i.row for i in items} | {task.id, *task.targets}
    context = TaskPage(
        plan=show.head(),
        task=show.task(task, evidence=True),
        area=f"{task.area}. {area.name if area else task.area}",
        targets=targets(show, task.targets),
        history=history,
        notes=[note for note in _notes(show) if note.item and note.item in noted],
        previous=_neighbour(show, before),
        following=_neighbour(show, after),
    )
    return show.page(task_url(show.id, task), task.text, context, subject=("task", f"{show.id}/{task.id}"))


def _neighbour(show: Show, task: Task | None) -> Link | None:
    return Link(task.text, task_url(show.id, task)) if task else None

"""A plan as pages show it: records in words ready to print, links by address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Any

from site_gen.base.messages import Message, msg
from site_gen.base.vietnamese import show_date, show_number
from site_gen.kinds.plan.choices import FINISHED, Arrangement, TaskState
from site_gen.kinds.plan.headings import columns, held_by, words
from site_gen.kinds.plan.items import Item
from site_gen.kinds.plan.model import Task
from site_gen.kinds.plan.moments import plan_url, short, task_url
from site_gen.kinds.plan.records import (
    AgendaRow,
    Block,
    Head,
    OwnCells,
    ShownCriterion,
    ShownDeadline,
    ShownReport,
    ShownTask,
    TaskRow,
)
from site_gen.kinds.plan.shared_cells import sharing_targets
from site_gen.kinds.plan.shown_proofs import ShownProofs
from site_gen.kinds.plan.standing import PlanBundle, Standing, bundles_of, worst_state
from site_gen.model import deadline as grammar
from site_gen.model.figures import Figure
from site_gen.pages.contributions import Section
from site_gen.pages.fill import fill
from site_gen.pages.frames import Shown, crumbs_below
from site_gen.pages.life import DAY, Status
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Snapshot

SECTION = Section(
    "ke-hoach",
    "ke-hoach/index.html",
    msg("Plans and progress"),
    msg("Reform plans, each task with who, by when and what came of it."),
    10,
)
MOST_ROWS = 60
"""So many rows of the appendix make a page of less than 50 kB."""


def anchor(item: Item) -> str:
    """The mark by which an inspector can cite a row: `tt-12`, else the item's own key."""
    return f"tt-{item.row}" if item.row else "viec-" + item.key.replace("/", "-")


def updated(bundle: PlanBundle) -> date | None:
    """The day of the plan's last change: of its newest report, else its own date."""
    days = [r.model.date for r in bundle.reports]
    days += [d for e in (bundle.entry, bundle.appendix) if e and (d := e.model.updated_at or e.model.published_at)]
    own = bundle.plan.date.exact if bundle.plan.date else None
    return max(days, default=own)


def sources(bundle: PlanBundle) -> tuple[str, ...]:
    """Every file that the plan's pages come from."""
    return tuple(entry.path for entry in bundle.entries)


def shows(snapshot: Snapshot) -> tuple[Show, ...]:
    """Every plan of the site, newest first, with the ways of showing it."""
    return tuple(Show(snapshot, bundle) for bundle in bundles_of(snapshot))


class Show:
    """Ways of showing what belongs to one plan, in the site's language."""

    def __init__(self, snapshot: Snapshot, bundle: PlanBundle) -> None:
        self.snapshot, self.bundle = snapshot, bundle
        self.id, self.plan = bundle.entry.id, bundle.plan
        self.areas = {area.code: area for area in bundle.plan.areas}
        appendix = bundle.appendix.model if bundle.appendix else None
        self.headings = appendix.headings if appendix else None
        self.by_lead = appendix is not None and appendix.arranged_by is Arrangement.LEAD
        self.aims = {t.id: f"{t.no}. {t.text}" if t.no else t.text for t in appendix.targets} if appendix else {}

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The columns of the table of tasks after that of the numbers."""
        held = {name for standing in self.bundle.standings for name in held_by(standing.item)}
        return columns(self.headings, held)

    @property
    def brief(self) -> bool:
        """Whether all tasks and all that is said of the plan fit on one page."""
        return len(self.bundle.standings) <= MOST_ROWS

    def say(self, message: Message) -> str:
        """A sentence in the site's language."""
        return self.snapshot.say(message)

    def url(self, path: str) -> str:
        """The address of a page below the plan's own."""
        return f"ke-hoach/{self.id}/{path}.html"

    def page(self, url: str, title: str, context: Shown, **more: Any) -> Page:
        """A page of the plan; `more` are further fields of the page.

        It is no sample page where only progress is invented: what is, bears the mark itself.
        """
        below = (*crumbs_below(self.snapshot, SECTION), (short(self.bundle.entry), plan_url(self.id)))
        day = updated(self.bundle)
        fields = {"crumbs": below, "updated": day, **more}
        return Page(url, context.template, title, context, sources(self.bundle), section=SECTION.menu, **fields)

    def head(self) -> Head:
        """What stands under the title of every page of the plan."""
        bundle, plan = self.bundle, self.plan
        items = [s.item for s in bundle.standings]
        return fill(
            Head,
            self.snapshot,
            bundle.entry,
            short=short(bundle.entry),
            url=plan_url(self.id),
            date=str(plan.date) if plan.date else None,
            words=words(self.headings, self.snapshot.site.language.value),
            columns=self.columns,
            sample=bundle.sample,
            reported=bool(bundle.reports),
            day=(bundle.day if bundle.closed else bundle.reports[-1].model.date) if bundle.reports else None,
            closed=bundle.closed,
            areas=len(plan.areas),
            targets=len(bundle.appendix.model.targets) if bundle.appendix else 0,
            tasks=len(bundle.tasks),
            items=len(items),
            brief=self.brief,
        )

    def deadline(self, item: Item) -> ShownDeadline:
        """The plan's own words, and what they mean."""
        parts = [p for p in item.deadline.parts if p.kind is not grammar.Kind.none]
        verbatim = item.written.verbatim
        read_as = self.say(msg("(read as: {words})", words=item.read_as)) if item.read_as else ""
        meant = any(p.latest or p.frequencies for p in parts)
        return ShownDeadline(
            words=verbatim,
            read_as=read_as,
            in_full=f"{verbatim} {read_as}".strip(),
            meaning="; ".join(self.say(grammar.explain(p)) for p in parts) if meant else "",
            doubt=any(p.confidence is grammar.Confidence.low and p.kind is not grammar.Kind.invalid for p in parts),
            until=item.deadline.latest,
            inherited="deadline" in item.inherited,
        )

    def money(self, budget: Figure | None, note: str | None = None) -> str:
        """An amount with the unit of the plan's table, and what else stands under the money."""
        unit = self.plan.money_unit
        amount = f"{show_number(budget.value)}\u00a0{unit.label}" if budget and unit else str(budget or "")
        return " ".join(x for x in (amount, note) if x)

    def state(self, s: Standing) -> Status:
        """The state of an item with the detail worth reading: when it was done, since when it is late, how much is done."""
        update = s.update
        detail = (update.done_count if update else None) or ""
        if s.state in FINISHED and update and update.completed_on:
            detail = show_date(update.completed_on)
        elif s.state is TaskState.LATE and s.item.deadline.latest:
            detail = self.say(msg("since {day}", day=s.item.deadline.latest + DAY))
        return self._status(s.state, detail)

    def _status(self, state: TaskState, detail: str = "") -> Status:
        return Status(state.family, self.snapshot.word(state), detail)

    def row(self, s: Standing) -> TaskRow:
        """One row of the appendix."""
        item, update = s.item, s.update
        return fill(
            TaskRow,
            self.snapshot,
            item.part or item.task,
            anchor=anchor(item),
            row=item.row,
            number=item.number,
            outputs=item.outputs,
            lead=self.snapshot.links("unit", item.lead),
            coordinating=self.snapshot.links("unit", item.coordinating),
            **{f"{cell}_inherited": cell in item.inherited for cell in ("outputs", "lead", "coordinating")},
            deadline=self.deadline(item),
            budget=self.money(item.budget, item.budget_note),
            remark=item.remark,
            state=self.state(s),
            reason=update.reason if update else None,
            result=update.text if update else None,
            url=task_url(self.id, item.task),
            evidence=(),
            series=None,
        )

    @cached_property
    def proofs(self) -> ShownProofs:
        """What proves its items."""
        return ShownProofs(self.snapshot, self.bundle)

    def task(self, task: Task, *, evidence: bool = False) -> ShownTask:
        """A task with its rows, and with the proof of each where that is asked for."""
        standings = self.bundle.of_task(task)
        rows = [self.row(s) for s in standings]
        if evidence:
            rows = [self.proofs.proved(row, s) for row, s in zip(rows, standings, strict=True)]
        return fill(
            ShownTask,
            self.snapshot,
            task,
            group=self.snapshot.word(task.group),
            note=task.note if task.parts else None,
            targets=tuple(self.aims[id] for id in task.targets if id in self.aims),
            targets_rows=len(rows),
            url=task_url(self.id, task),
            state=self._status(worst_state(standings)),
            rows=tuple(rows),
            parted=bool(task.parts),
            whole=self._own_cells(task, [s.item for s in standings] if task.parts else []),
            criterion=self._criterion(task),
        )

    def _own_cells(self, task: Task, parts: list[Item]) -> OwnCells:
        def unless_all(cell: Callable[[Item], object], own: Any, nothing: Any) -> Any:
            return own or nothing if any(cell(item) != own for item in parts) else nothing

        links = self.snapshot.links
        return OwnCells(
            row=unless_all(lambda i: i.row, task.row, ""),
            outputs=unless_all(lambda i: i.outputs, task.outputs, ()),
            lead=links("unit", unless_all(lambda i: i.lead, task.lead, ())),
            coordinating=links("unit", unless_all(lambda i: i.coordinating, task.coordinating, ())),
            deadline=unless_all(lambda i: i.deadline.verbatim, task.deadline, ""),
            budget=self.money(task.budget, task.budget_note) if parts else "",
        )

    def _criterion(self, task: Task) -> ShownCriterion | None:
        """The criterion of a scorecard that the task is to win back points of, linked where the site shows it."""
        if not task.criterion:
            return None
        card = self.plan.scorecard
        name = self.snapshot.catalog.named("criterion", f"{card}/{task.criterion}") if card else None
        return ShownCriterion(task.criterion, name.label if name else "", name.url if name else "")

    def blocks(self, tasks: Iterable[Task]) -> tuple[Block, ...]:
        """Tasks in the order of the document, under its headings: areas and groups, or those who do them."""
        found: list[Block] = []
        seen: set[str] = set()
        last = None

        def heading(task: Task) -> tuple[str, str]:
            return "; ".join(task.lead) if self.by_lead else task.area, self.snapshot.word(task.group)

        for (under, group), mine in groupby(tasks, key=heading):
            area = None if self.by_lead else self.areas.get(under)
            block = Block(
                code="" if self.by_lead else under,
                name=area.name if area else under,
                group=group,
                opens=under != last,
                # A document may come back to an area; only its first heading bears the anchor.
                anchor="" if self.by_lead or under in seen else f"linh-vuc-{under.lower()}",
                budget=self.money(area.budget_declared) if area else "",
                tasks=sharing_targets([self.task(task) for task in mine], self.columns),
            )
            found.append(block)
            seen.add(under)
            last = under
        return tuple(found)

    def reports(self) -> tuple[ShownReport, ...]:
        """The progress reports, the newest first."""
        return tuple(
            fill(ShownReport, self.snapshot, report, count=len(report.model.updates))
            for report in reversed(self.bundle.reports)
        )

    def agenda(self, standings: Sequence[Standing]) -> tuple[AgendaRow, ...]:
        """Items as lists of what is due or late show them."""
        return tuple(self._agenda_row(s) for s in standings)

    def _agenda_row(self, s: Standing) -> AgendaRow:
        return AgendaRow(
            day=s.item.deadline.latest,
            words=s.item.written.verbatim,
            task=s.item.task.text,
            part=s.item.part.text if s.item.part else None,
            url=task_url(self.id, s.item.task),
            anchor=anchor(s.item),
            lead=self.snapshot.links("unit", s.item.lead),
            state=self.state(s),
            reason=s.update.reason if s.update else None,
        )

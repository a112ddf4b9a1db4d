"""What plans have to say elsewhere: on the home page, on the pages of units and of scorecards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from site_gen.base.dataclass import dataclass
from site_gen.base.values import Record
from site_gen.base.vietnamese import show_number
from site_gen.kinds.plan.choices import OPEN, TaskState
from site_gen.kinds.plan.moments import plan_url, short
from site_gen.kinds.plan.records import AgendaRow, PlanRow, ShownDuty, ShownReport, ShownTask
from site_gen.kinds.plan.standing import Standing, tally
from site_gen.kinds.plan.views import Show, shows
from site_gen.pages.fill import fill
from site_gen.pages.frames import Shown, panel, panels_by_unit
from site_gen.pages.page import Panel
from site_gen.rules.snapshot import Link, Snapshot

Led = list[tuple[Show, Standing]]


@dataclass(frozen=True)
class NewReport(Record):
    """A progress report among what changed, with its plan."""

    report: ShownReport
    plan: Link


@dataclass(frozen=True)
class HomePanel(Shown):
    """All plans at a glance; what is due next and what is late, the first of each; what was reported."""

    template = "plan/home_panel.html"
    plans: tuple[PlanRow, ...]
    due: tuple[AgendaRow, ...]
    late: tuple[AgendaRow, ...]
    late_count: int
    changed: tuple[NewReport, ...]


@dataclass(frozen=True)
class UnitBudget(Record):
    """The money of the tasks that a unit leads in a plan, and how many of them name any."""

    plan: str
    total: str
    count: int


@dataclass(frozen=True)
class Column(Record):
    """Items by what their documents call the column that names the unit: carrying out is not leading."""

    heading: str
    rows: tuple[AgendaRow, ...]


@dataclass(frozen=True)
class UnitPanel(Shown):
    """The items that a unit leads, and those that it helps with; `soon` is how many are due soon."""

    template = "plan/unit_panel.html"
    groups: tuple[Column, ...]
    soon: int
    due: tuple[AgendaRow, ...]
    late: tuple[AgendaRow, ...]
    coordinating: tuple[AgendaRow, ...]
    budgets: tuple[UnitBudget, ...]
    sample: bool


@dataclass(frozen=True)
class DutiesPanel(Shown):
    """What a plan asks of a unit under "Tổ chức thực hiện"."""

    template = "plan/duties_panel.html"
    plan: Link
    duties: tuple[ShownDuty, ...]


@dataclass(frozen=True)
class CriteriaPanel(Shown):
    """On the page of a scorecard: the tasks that are to win its points back, by criterion."""

    template = "plan/criteria_panel.html"
    plan: Link
    tasks: tuple[ShownTask, ...]
    reported: bool


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """Panels for home, for every unit that plans name, and for the scorecards behind them."""
    every = shows(snapshot)
    everything = [(show, s) for show in every for s in show.bundle.standings]
    if everything:
        yield panel(("site", "home"), 10, _home(every))
    units: dict[str, tuple[Led, Led]] = {}
    for show, s in everything:
        for role, texts in enumerate((s.item.lead, s.item.coordinating)):
            for id in dict.fromkeys(id for text in texts if (id := snapshot.unit_id(text))):
                units.setdefault(id, ([], []))[role].append((show, s))
    for id, (lead, coordinating) in units.items():
        yield panel(("unit", id), 10, _unit(every, lead, coordinating))
    for show in every:
        link = Link(short(show.bundle.entry), plan_url(show.id))
        duties = [(duty.unit, fill(ShownDuty, snapshot, duty)) for duty in (*show.plan.duties, *show.plan.reports)]
        yield from panels_by_unit(snapshot, 20, duties, partial(DutiesPanel, link))
        tasks = tuple(show.task(task) for task in show.bundle.tasks if task.criterion)
        if show.plan.scorecard and tasks:
            context = CriteriaPanel(link, tasks, bool(show.bundle.reports))
            yield panel(("scorecard", show.plan.scorecard), 20, context)


def _home(every: Sequence[Show]) -> HomePanel:
    due: list[AgendaRow] = []
    late: list[AgendaRow] = []
    changed: list[NewReport] = []
    for show in every:
        pairs = [(show, s) for s in show.bundle.standings]
        due += _due(pairs, 5)
        late += _late(pairs)
        plan = Link(short(show.bundle.entry), f"{plan_url(show.id)}#cap-nhat")
        changed += [NewReport(report, plan) for report in show.reports()]
    return HomePanel(
        plans=tuple(PlanRow(show.head(), tally(show.bundle.standings)) for show in every),
        due=tuple(due[:5]),
        late=tuple(late[:6]),
        late_count=len(late),
        changed=tuple(changed[:5]),
    )


def _unit(every: Sequence[Show], lead: Led, coordinating: Led) -> UnitPanel:
    columns: dict[str, Led] = {}
    for show, s in lead:
        columns.setdefault((show.headings.lead if show.headings else None) or "", []).append((show, s))
    return UnitPanel(
        groups=tuple(Column(heading, _rows(mine)) for heading, mine in columns.items()),
        soon=sum(s.state is TaskState.SOON for _, s in lead),
        due=_due(lead, 10),
        late=_late(lead),
        coordinating=_rows(coordinating),
        budgets=tuple(budget for show in every for budget in _budget(show, [s for of, s in lead if of is show])),
        sample=any(show.bundle.sample for show, _ in lead),
    )


def _rows(pairs: Led) -> tuple[AgendaRow, ...]:
    return tuple(row for show, s in pairs for row in show.agenda([s]))


def _due(pairs: Led, most: int) -> tuple[AgendaRow, ...]:
    """What lies ahead in running plans, the next day first."""
    due = [
        (latest, show, s)
        for show, s in pairs
        if s.state in OPEN and (latest := s.item.deadline.latest) and not show.bundle.closed
    ]
    due.sort(key=lambda dated: dated[0])
    return _rows([(show, s) for _, show, s in due[:most]])


def _late(pairs: Led) -> tuple[AgendaRow, ...]:
    return _rows([(show, s) for show, s in pairs if s.state is TaskState.LATE])


def _budget(show: Show, standings: list[Standing]) -> Iterator[UnitBudget]:
    """A figure for the whole task counts once, whichever of its parts the unit leads."""
    items = [s.item for s in standings]
    whole = {i.task.id: i.task.budget.value for i in items if i.task.budget}
    parts = [i.budget.value for i in items if i.budget and i.task.id not in whole]
    if (whole or parts) and show.plan.money_unit:
        total = f"{show_number(sum((*whole.values(), *parts)))}\u00a0{show.plan.money_unit.label}"
        yield UnitBudget(short(show.bundle.entry), total, len(whole) + len(parts))

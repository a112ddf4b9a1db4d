"""What a plan's appendix promises, item by item, and how far each is on a day.

An item is what is followed up: a part of a task, or the task itself where it has no parts. Blank
cells that the content marks as inherited take the value of the item above and say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from site_gen.kinds.plan.model import Appendix, Part, Plan, Progress, Status, Task, Update
from site_gen.model import deadline as grammar
from site_gen.model.catalog import Catalog
from site_gen.model.choice import Choice
from site_gen.model.deadline import Deadline
from site_gen.model.entry import Entry
from site_gen.model.figures import Figure

CLOSED_AFTER = timedelta(days=90)
"""How long after its last day a plan still counts as running, for reports that come in late."""


class State(Choice):
    """How far an item is; each belongs to one of the five families of colour and shape."""

    DONE = "done", "hoàn thành"
    DONE_LATE = "done_late", "hoàn thành sau hạn"
    LATE = "late", "quá hạn"
    SOON = "soon", "sắp đến hạn"
    UNDER_WAY = "under_way", "đang thực hiện"
    PENDING = "pending", "chưa đến hạn"
    UNREPORTED = "unreported", "chưa có báo cáo"
    CONTINUOUS = "continuous", "thường xuyên"
    UNDATED = "undated", "không ấn định ngày"
    CANCELLED = "cancelled", "không thực hiện"

    @property
    def family(self) -> str:
        """Which of done, run, soon, late, calm it is shown as."""
        return _FAMILY[self]


_FAMILY = {
    State.DONE: "done",
    State.DONE_LATE: "done",
    State.LATE: "late",
    State.SOON: "soon",
    State.UNDER_WAY: "run",
    State.PENDING: "calm",
    State.UNREPORTED: "calm",
    State.CONTINUOUS: "loop",
    State.UNDATED: "calm",
    State.CANCELLED: "calm",
}

GRAVITY = (
    State.LATE,
    State.SOON,
    State.UNDER_WAY,
    State.PENDING,
    State.UNREPORTED,
    State.DONE_LATE,
    State.DONE,
    State.CONTINUOUS,
    State.UNDATED,
    State.CANCELLED,
)
"""A task with several parts is as far as the part that comes first here."""


@dataclass(frozen=True, slots=True)
class Item:
    """One row of the appendix as it is followed up.

    `written` is the deadline as the document has it, `deadline` the one that days are counted by: they
    differ where the content says that a misprint is to be read as something else.
    """

    key: str
    task: Task
    part: Part | None
    position: int
    lead: tuple[str, ...]
    coordinating: tuple[str, ...]
    outputs: tuple[str, ...]
    deadline: Deadline
    written: Deadline
    budget: Figure | None
    budget_note: str
    inherited: frozenset[str]

    @property
    def text(self) -> str:
        """What is to be done."""
        return self.part.text if self.part else self.task.text

    @property
    def row(self) -> str:
        """Its number in the appendix."""
        return (self.part.row if self.part else None) or (self.task.row or "")

    @property
    def number(self) -> str:
        """What stands under "TT": the row's number, else the task's; "1." within a cell numbers no row."""
        return self.row or self.task.no or (self.part.no if self.part else None) or ""

    @property
    def read_as(self) -> str:
        """What a misprinted deadline is read as; empty where it is read as it stands."""
        return self.deadline.verbatim if self.deadline is not self.written else ""


@dataclass(frozen=True, slots=True)
class Standing:
    """An item on a day."""

    item: Item
    state: State
    update: Update | None
    reported_on: date | None
    days_late: int


def items_of(plan: Plan, appendix: Appendix) -> tuple[Item, ...]:
    """All items in the order of the document, blank cells resolved."""
    out: list[Item] = []
    for task in appendix.tasks:
        for position, part in enumerate(task.parts or (None,), 1):
            out.append(_item(plan, task, part, position, out[-1] if out else None))
    return tuple(out)


def _item(plan: Plan, task: Task, part: Part | None, position: int, above: Item | None) -> Item:
    step = part or task
    inherited = frozenset(i.value for i in step.inherited) if above else frozenset()

    def cell(name: str) -> tuple[str, ...]:
        own: tuple[str, ...] = getattr(step, name) or getattr(task, name)
        return own or (getattr(above, name) if name in inherited else ())

    words = step.deadline or task.deadline
    meant = step.deadline_read_as or (None if step.deadline else task.deadline_read_as)
    if words is None and "deadline" in inherited and above is not None:
        written, deadline = above.written, above.deadline
    else:
        written = deadline = grammar.parse(words or "", plan.year)
    if meant:
        deadline = grammar.parse(meant, plan.year)
    return Item(
        key=f"{task.id}/{position}" if part else task.id,
        task=task,
        part=part,
        position=position,
        lead=cell("lead"),
        coordinating=cell("coordinating"),
        outputs=cell("outputs"),
        deadline=deadline,
        written=written,
        budget=step.budget if part else task.budget,
        budget_note=step.budget_note or (above.budget_note if above and "budget_note" in inherited else ""),
        inherited=inherited,
    )


@dataclass(frozen=True, slots=True)
class PlanBundle:
    """A plan with everything that belongs to it, as it stands on its day of reckoning.

    The day of reckoning is the day of building while the plan runs. Once it has ended, it is the
    day of its last report: a plan of 2023 is not "1,000 days late" today, it was late when last
    reported. An authority that was dissolved reckons at the latest on its last day.
    """

    entry: Entry[Plan]
    appendix: Entry[Appendix] | None
    reports: tuple[Entry[Progress], ...]
    items: tuple[Item, ...]
    standings: tuple[Standing, ...]
    day: date
    closed: bool

    @property
    def plan(self) -> Plan:
        """The document."""
        return self.entry.model

    @property
    def sample(self) -> bool:
        """Whether any of its progress is invented to show the feature."""
        return any(report.model.sample for report in self.reports)

    @property
    def has_money(self) -> bool:
        """Whether the appendix says anything of money."""
        return any(i.budget or i.budget_note or i.task.budget or i.task.budget_note for i in self.items)

    def of_task(self, task: Task) -> tuple[Standing, ...]:
        """The standings of one task."""
        return tuple(s for s in self.standings if s.item.task is task)


@lru_cache(maxsize=8)
def dossiers(catalog: Catalog, as_of: date, soon_days: int) -> tuple[PlanBundle, ...]:
    """Every plan of the site, newest first."""
    out = [_dossier(catalog, entry, as_of, soon_days) for entry in catalog.all(Plan)]
    return tuple(sorted(out, key=lambda d: (-d.plan.year, d.entry.id)))


def _dossier(catalog: Catalog, entry: Entry[Plan], as_of: date, soon_days: int) -> PlanBundle:
    plan = entry.model
    appendix = catalog.get(Appendix, entry.id)
    reports = tuple(
        sorted(
            (r for r in catalog.all(Progress) if r.id.startswith(entry.id + "/") and r.model.date <= as_of),
            key=lambda r: (r.model.date, r.id),
        )
    )
    end = catalog.site.valid_to
    day = min(as_of, end) if end else as_of
    closed = day >= closes(plan)
    if closed and reports:
        day = reports[-1].model.date
    items = items_of(plan, appendix.model) if appendix else ()
    ahead = -1 if closed else soon_days  # nothing is "due soon" in a plan that has ended
    standings = tuple(standing(item, reports, day, ahead) for item in items)
    return PlanBundle(entry, appendix, reports, items, standings, day, closed)


def closes(plan: Plan) -> date:
    """The first day on which a plan counts as ended: reports come in for a while after its last year."""
    return date(plan.year_to or plan.year, 12, 31) + CLOSED_AFTER + timedelta(1)


def standing(item: Item, reports: Sequence[Entry[Progress]], day: date, soon_days: int) -> Standing:
    """How far `item` is on `day`, by the last report that speaks of it."""
    update, reported = None, None
    for report in reports:
        for candidate in report.model.updates:
            if candidate.item == item.key or (item.part is None and candidate.item == item.task.id):
                update, reported = candidate, report.model.date
    state = _state(item, update, bool(reports), day, soon_days)
    over = item.deadline.days_over(day) if state is State.LATE else 0
    return Standing(item, state, update, reported, over)


def _state(item: Item, update: Update | None, any_report: bool, day: date, soon_days: int) -> State:
    latest = item.deadline.latest
    if update is not None and update.status is Status.CANCELLED:
        return State.CANCELLED
    if update is not None and update.status is Status.DONE:
        late = latest is not None and update.completed_on is not None and item.deadline.overdue(update.completed_on)
        return State.DONE_LATE if late else State.DONE
    if item.deadline.overdue(day):
        return State.LATE if any_report else State.UNREPORTED
    if latest is not None and latest <= day + timedelta(days=soon_days):
        return State.SOON
    if latest is None and item.deadline.is_continuous:
        return State.CONTINUOUS
    if update is not None and update.status is Status.UNDER_WAY:
        return State.UNDER_WAY
    return State.PENDING if latest is not None else State.UNDATED


def worst_state(standings: Iterable[Standing]) -> State:
    """The state of a task from those of its parts: done when nothing is left of it, under way when only some of it is done."""
    states = {s.state for s in standings}
    finished = states & {State.DONE, State.DONE_LATE}
    lead = next((state for state in GRAVITY if state in states), State.UNDATED)
    if finished and lead not in (State.LATE, State.SOON) and states - finished - {State.CANCELLED}:
        return State.UNDER_WAY
    return lead


def tally(standings: Iterable[Standing]) -> dict[str, int]:
    """How many items each family holds, families in their fixed order."""
    counts = {"done": 0, "run": 0, "soon": 0, "late": 0, "loop": 0, "calm": 0}
    for s in standings:
        counts[s.state.family] += 1
    return counts

"""How far the items of a plan are on a day, by what was reported of them and by their deadlines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from site_gen.base.dataclass import dataclass
from site_gen.base.traces import remembered
from site_gen.kinds.plan.choices import FAMILIES, FINISHED, ReportedStatus, TaskState
from site_gen.kinds.plan.items import Item, items_of
from site_gen.kinds.plan.model import Appendix, Plan, Progress, Task, Update
from site_gen.kinds.plan.records import Counts
from site_gen.model.catalog import Catalog
from site_gen.model.entry import Entry
from site_gen.model.evidence import Evidence
from site_gen.pages.life import DAY
from site_gen.rules.snapshot import Snapshot

CLOSED_AFTER = timedelta(days=90)
"""How long after its last day a plan still counts as running, for reports that come in late."""

GRAVITY = (
    TaskState.LATE,
    TaskState.SOON,
    TaskState.UNDER_WAY,
    TaskState.PENDING,
    TaskState.UNREPORTED,
    TaskState.DONE_LATE,
    TaskState.DONE,
    TaskState.CONTINUOUS,
    TaskState.UNDATED,
    TaskState.CANCELLED,
)
"""A task with several parts is as far as the part that comes first here."""

Course = tuple[tuple[date, TaskState], ...]
"""States, each with the first day of it; the first of them has always been."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An item on a day: its state, and the course of states that this day lies in, as far as the reports tell by then.

    `given` are the papers that all reports up to that day name, each as it was named last.
    """

    item: Item
    state: TaskState
    update: Update | None
    reported_on: date | None
    days_late: int
    course: Course = ()
    given: tuple[Evidence, ...] = ()


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
    standings: tuple[Standing, ...]
    day: date
    closed: bool

    @property
    def plan(self) -> Plan:
        """The document."""
        return self.entry.model

    @property
    def tasks(self) -> tuple[Task, ...]:
        """The tasks of its appendix, none where it has no appendix."""
        return self.appendix.model.tasks if self.appendix else ()

    @property
    def entries(self) -> tuple[Entry[Plan] | Entry[Appendix] | Entry[Progress], ...]:
        """Every entry that it is made of."""
        return (self.entry, *((self.appendix,) if self.appendix else ()), *self.reports)

    @property
    def sample(self) -> bool:
        """Whether any of its progress is invented to show the feature."""
        return any(report.model.sample for report in self.reports)

    def of_task(self, task: Task) -> tuple[Standing, ...]:
        """The standings of one task."""
        return tuple(s for s in self.standings if s.item.task is task)


def bundles_of(snapshot: Snapshot) -> tuple[PlanBundle, ...]:
    """Every plan of the site, newest first."""
    return _bundles(snapshot.catalog, snapshot.as_of)


@remembered
def _bundles(catalog: Catalog, as_of: date) -> tuple[PlanBundle, ...]:
    found = [_bundle(catalog, entry, as_of) for entry in catalog.all(Plan)]
    return tuple(sorted(found, key=lambda bundle: (-bundle.plan.year, bundle.entry.id)))


def _bundle(catalog: Catalog, entry: Entry[Plan], as_of: date) -> PlanBundle:
    plan = entry.model
    appendix = catalog.get(Appendix, entry.id)
    reports = [r for r in catalog.all(Progress) if r.id.startswith(entry.id + "/") and r.model.date <= as_of]
    reports.sort(key=lambda r: (r.model.date, r.id))
    day = min(as_of, catalog.site.valid_to or as_of)
    closed = day >= closes(plan)
    if closed and reports:
        day = reports[-1].model.date
    # Nothing is "due soon" in a plan that has ended.
    ahead = None if closed else timedelta(days=catalog.site.due_soon_days)

    def standing(item: Item) -> Standing:
        update, reported_on = None, None
        given: dict[str, Evidence] = {}
        for report in reports:
            for candidate in report.model.updates:
                if candidate.item == item.key or (item.part is None and candidate.item == item.task.id):
                    update, reported_on = candidate, report.model.date
                    given |= {paper.key: paper for paper in candidate.evidence}
        course = tuple(_course(item, update, bool(reports), ahead, closes(plan)))
        state = next(state for since, state in reversed(course) if since <= day)
        late = item.deadline.days_over(day) if state is TaskState.LATE else 0
        return Standing(item, state, update, reported_on, late, course, tuple(given.values()))

    items = items_of(plan, appendix.model) if appendix else ()
    return PlanBundle(entry, appendix, tuple(reports), tuple(standing(item) for item in items), day, closed)


def closes(plan: Plan) -> date:
    """The first day on which a plan counts as ended: reports come in for a while after its last year."""
    return date(plan.year_to or plan.year, 12, 31) + CLOSED_AFTER + DAY


def _course(
    item: Item, update: Update | None, reported: bool, ahead: timedelta | None, end: date
) -> Iterator[tuple[date, TaskState]]:
    """What an item is from which day on: by the last report that speaks of it, then by its deadline.

    `reported` is whether there is any report at all, `ahead` how long before its last day an item is due soon, and `end`
    the day on which the plan closes.
    """
    latest = item.deadline.latest
    status = update.status if update else None
    if status is ReportedStatus.CANCELLED:
        yield date.min, TaskState.CANCELLED
    elif status is ReportedStatus.DONE:
        done = update.completed_on if update else None
        yield date.min, TaskState.DONE_LATE if done and item.deadline.overdue(done) else TaskState.DONE
    elif latest is None and item.deadline.is_continuous:
        yield date.min, TaskState.CONTINUOUS
    elif status is ReportedStatus.UNDER_WAY:
        yield date.min, TaskState.UNDER_WAY
    else:
        yield date.min, TaskState.PENDING if latest else TaskState.UNDATED
    if latest is None or status in (ReportedStatus.CANCELLED, ReportedStatus.DONE):
        return
    if ahead is not None and latest - ahead < end:
        yield latest - ahead, TaskState.SOON
    yield latest + DAY, TaskState.LATE if reported else TaskState.UNREPORTED


def worst_state(standings: Iterable[Standing]) -> TaskState:
    """The state of a task from those of its parts: done when nothing is left of it, under way when only some of it is done."""
    states = {s.state for s in standings}
    finished = states & set(FINISHED)
    lead = next((state for state in GRAVITY if state in states), TaskState.UNDATED)
    if finished and lead not in (TaskState.LATE, TaskState.SOON) and states - finished - {TaskState.CANCELLED}:
        return TaskState.UNDER_WAY
    return lead


def tally(standings: Iterable[Standing]) -> Counts:
    """How many items each family holds."""
    found = Counter(s.state.family for s in standings)
    return Counts(**{family: found[family] for family in FAMILIES})

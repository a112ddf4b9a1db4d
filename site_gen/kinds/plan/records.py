"""What the templates of several pages of a plan are given: its head, its tasks with their rows, its targets, lists of items."""

from __future__ import annotations

import datetime

from site_gen.base.dataclass import dataclass
from site_gen.base.values import Address, Key, Record
from site_gen.kinds.plan.headings import Words
from site_gen.pages.charts.bars import Bullet
from site_gen.pages.evidence import ShownPaper
from site_gen.pages.life import Status
from site_gen.pages.recurring import ShownSeries
from site_gen.rules.snapshot import CitedDocument, Link


@dataclass(frozen=True)
class Counts(Record):
    """How many items are in the states of each family."""

    done: int
    run: int
    soon: int
    late: int
    loop: int
    calm: int


@dataclass(frozen=True)
class Head(Record):
    """What stands under the title of every page of a plan; `day` is that of its last report, or the one it
    is reckoned on once it is closed, None where nothing is reported; `items` how many are followed up;
    `columns` those of its table after the numbers."""

    title: str
    short: str
    url: Address
    kind: str
    year: int
    number: str | None
    date: str | None
    decision: CitedDocument | None
    words: Words
    columns: tuple[Key, ...]
    issuer: Link
    sample: bool
    reported: bool
    day: datetime.date | None
    closed: bool
    areas: int
    targets: int
    tasks: int
    items: int
    brief: bool


@dataclass(frozen=True)
class PlanRow(Record):
    """A plan in a list, with how many of its items are in which state."""

    plan: Head
    counts: Counts


@dataclass(frozen=True)
class ShownDeadline(Record):
    """A deadline in the plan's own words, what a misprint is read as, both together, what they mean, and the last day."""

    words: str
    read_as: str
    in_full: str
    meaning: str
    doubt: bool
    until: datetime.date | None
    inherited: bool


@dataclass(frozen=True)
class TaskRow(Record):
    """One row of the appendix."""

    anchor: Key
    row: str
    number: str
    no: str | None
    text: str
    outputs: tuple[str, ...]
    outputs_inherited: bool
    lead: list[Link]
    lead_inherited: bool
    coordinating: list[Link]
    coordinating_inherited: bool
    deadline: ShownDeadline
    budget: str
    remark: str | None
    note: str | None
    state: Status
    reason: str | None
    result: str | None
    url: Address
    evidence: tuple[ShownPaper, ...] = ()
    series: ShownSeries | None = None


@dataclass(frozen=True)
class OwnCells(Record):
    """What a task with parts says of itself and no row of a part repeats."""

    row: str
    outputs: tuple[str, ...]
    lead: list[Link]
    coordinating: list[Link]
    deadline: str
    budget: str


@dataclass(frozen=True)
class ShownCriterion(Record):
    """The criterion of a scorecard whose points a task is to win back."""

    no: str
    label: str
    url: Address


@dataclass(frozen=True)
class ShownTask(Record):
    """A task with its rows.

    In a table that has a column for `targets`, its cell spans `targets_rows` rows, of this task and those after it that serve
    the same; none where the cell above covers it.
    """

    id: Key
    no: str | None
    text: str
    group: str
    note: str | None
    targets: tuple[str, ...]
    targets_rows: int
    url: Address
    state: Status
    rows: tuple[TaskRow, ...]
    parted: bool
    whole: OwnCells
    criterion: ShownCriterion | None


@dataclass(frozen=True)
class Block(Record):
    """Tasks under one heading of the document; `opens` where that is not the heading of the block before."""

    code: str
    name: str
    group: str
    opens: bool
    anchor: Key
    budget: str
    tasks: tuple[ShownTask, ...]


@dataclass(frozen=True)
class AgendaRow(Record):
    """An item in a list of what is due or late."""

    day: datetime.date | None
    words: str
    task: str
    part: str | None
    url: Address
    anchor: Key
    lead: list[Link]
    state: Status
    reason: str | None


@dataclass(frozen=True)
class ShownResult(Record):
    """A result of a number by its period, beside the goal that it is judged against.

    `counts` are the two numbers of a share; `declared` is what the report states where they come to something else;
    without a `verdict` nothing arose. `difference` and `change` are empty where they are nothing; `compared` is whether there is
    a result before.
    """

    period: str
    date: datetime.date
    cutoff: datetime.date | None
    value: str
    counts: str
    declared: str
    goal: str
    verdict: Status | None
    difference: str
    change: str
    compared: bool
    source: str | None
    sample: bool
    bar: Bullet | None


@dataclass(frozen=True)
class ShownStep(Record):
    """A goal on the way, and by when."""

    goal: str
    due: str


@dataclass(frozen=True)
class ShownMeasure(Record):
    """A number of a target: its goal and the steps on the way, its results with the newest first, the latest with a figure."""

    label: str | None
    goal: str
    denominator: str | None
    scope: str | None
    due: str | None
    steps: tuple[ShownStep, ...]
    latest: ShownResult | None
    results: tuple[ShownResult, ...]


@dataclass(frozen=True)
class ShownTarget(Record):
    """A target with its numbers and the tasks that serve it."""

    id: Key
    no: str | None
    text: str
    place: str | None
    tasks: tuple[Link, ...]
    measures: tuple[ShownMeasure, ...]
    measured: bool


@dataclass(frozen=True)
class ShownDuty(Record):
    """What the plan asks of one body."""

    unit: Link
    duty: str
    deadline: str | None


@dataclass(frozen=True)
class ShownReport(Record):
    """A progress report; `count` is how many items it speaks of."""

    title: str
    date: datetime.date
    period: str
    cutoff: datetime.date | None
    count: int
    sample: bool
    document: CitedDocument | None

"""Plans as open data: the plans, their tasks as they stand, their targets with every result, and every report of progress."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Any

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.kinds.plan.choices import TaskState
from site_gen.kinds.plan.items import Item
from site_gen.kinds.plan.model import Area, Plan, Progress, Task, Update
from site_gen.kinds.plan.moments import plan_url, task_url
from site_gen.kinds.plan.rules_money import task_budget
from site_gen.kinds.plan.standing import PlanBundle, Standing, bundles_of, tally
from site_gen.kinds.plan.table_columns import ID, PLAN, of
from site_gen.kinds.plan.target_tables import RESULTS, TARGETS, result_lines, target_lines
from site_gen.model.model import label_of
from site_gen.pages.columns import Column, address, column, computed
from site_gen.pages.contributions import Table, entry_table
from site_gen.rules.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class TaskLine:
    """An item as it stands."""

    bundle: PlanBundle
    standing: Standing
    item: Item
    task: Task
    update: Update | None


@dataclass(frozen=True, slots=True)
class UpdateLine:
    """What a report says of an item."""

    bundle: PlanBundle
    report: Progress
    update: Update


def _area(line: TaskLine) -> str | None:
    return next((area.name for area in line.bundle.plan.areas if area.code == line.task.area), None)


def _lead_column(line: TaskLine) -> str:
    appendix = line.bundle.appendix
    headings = appendix.model.headings if appendix else None
    return (headings.lead if headings else None) or label_of(Task, "lead")


def _task_budget(line: TaskLine) -> float | None:
    """The money of the whole task, on its first row; None on the others, and where the task names none."""
    total = task_budget(line.task) if line.item.position == 1 else None
    return float(total) if total else None


def _count(name: str, label: str, family: str) -> Column:
    return computed(name, label, lambda bundle: getattr(tally(bundle.standings), family), "integer")


PLANS = (
    ID,
    *of("plan", Plan, "title", "kind", "year", "number", "date", "issuer", "total_declared", "money_unit"),
    computed(
        "items",
        "Số việc được theo dõi",
        lambda bundle: len(bundle.standings),
        "integer",
        help="Phần việc; nhiệm vụ không chia phần thì tính là một.",
    ),
    _count("done", "Hoàn thành", "done"),
    _count("under_way", "Đang thực hiện", "run"),
    _count("soon", "Sắp đến hạn", "soon"),
    _count("late", "Quá hạn", "late"),
    _count("continuous", "Thường xuyên", "loop"),
    _count("open", "Chưa đến hạn hoặc không ấn định ngày", "calm"),
    computed(
        "reckoned_on",
        "Tính đến ngày",
        attrgetter("day"),
        "date",
        help="Kế hoạch đã kết thúc thì tính đến ngày báo cáo cuối.",
    ),
    address(lambda bundle: plan_url(bundle.entry.id)),
)
TASKS = (
    PLAN,
    column(Update, "item", attrgetter("item.key")),
    column(Task, "row", attrgetter("item.row")),
    *of("task", Task, "area"),
    column(Area, "name", _area, called="area_name"),
    *of("task", Task, "group", task="text"),
    computed("part", "Phần việc", lambda line: line.item.part.text if line.item.part else None),
    *of("item", Task, "outputs", "lead"),
    computed(
        "lead_column",
        "Tên cột trong văn bản",
        _lead_column,
        help="Văn bản gọi người ở cột trước là gì: chủ trì, thực hiện…",
    ),
    *of("item", Task, "coordinating"),
    column(Task, "deadline", attrgetter("item.written.verbatim")),
    column(Task, "deadline_read_as", attrgetter("item.read_as"), called="read_as"),
    computed(
        "earliest",
        "Sớm nhất",
        attrgetter("item.deadline.earliest"),
        "date",
        help="Ngày đầu của thời hạn, theo cách hiểu của trang.",
    ),
    computed(
        "latest",
        "Chậm nhất",
        attrgetter("item.deadline.latest"),
        "date",
        help="Ngày cuối của thời hạn, theo cách hiểu của trang.",
    ),
    *of("item", Task, "budget", "budget_note", "remark"),
    computed(
        "task_budget",
        "Kinh phí của cả nhiệm vụ",
        _task_budget,
        "number",
        help="Ghi một lần, ở dòng đầu của nhiệm vụ: số của cả nhiệm vụ, hoặc các phần cộng lại. Cộng cột này được tổng của kế hoạch.",
    ),
    computed("state", "Tình trạng vào ngày tính", attrgetter("standing.state"), choice=TaskState),
    *of("update", Update, "completed_on"),
    computed("days_late", "Số ngày quá hạn", lambda line: line.standing.days_late or None, "integer"),
    *of("update", Update, result="text"),
    *of("update", Update, "reason"),
    computed("evidence", "Số minh chứng", lambda line: len(line.standing.given), "integer"),
    column(Progress, "date", attrgetter("standing.reported_on"), called="reported_on"),
    address(lambda line: task_url(line.bundle.entry.id, line.task)),
)
UPDATES = (
    PLAN,
    *of("report", Progress, "date", "period"),
    *of("update", Update, "item", "status", "completed_on", "done_count", "text", "reason"),
    column(
        Update,
        "evidence",
        lambda line: "; ".join(
            " ".join(x for x in (e.number, e.title) if x) for e in (one.published for one in line.update.evidence)
        ),
    ),
)


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """Five tables over all plans; the column `plan` tells whose a row is."""
    found = bundles_of(snapshot)
    entries = tuple(entry for bundle in found for entry in bundle.entries)
    if not found:
        return
    yield _table(entries, "ke-hoach", snapshot.say(msg("Plans")), PLANS, found, shown=("list",))
    yield _table(
        entries,
        "nhiem-vu",
        snapshot.say(msg("Tasks of the plans")),
        TASKS,
        [TaskLine(b, s, s.item, s.item.task, s.update) for b in found for s in b.standings],
        shown=("overview", "appendix", "filter", "quarters", "task", "unit_panel", "home_panel"),
        text=snapshot.say(
            msg("A row for each part of a task; a task without parts is one row. The state is that of the day.")
        ),
    )
    yield _table(
        entries,
        "muc-tieu",
        snapshot.say(msg("Targets of the plans")),
        TARGETS,
        [line for bundle in found for line in target_lines(bundle)],
        shown=("overview", "targets"),
        text=snapshot.say(
            msg(
                "A row for each number that a target names, with the last result; a target without a number is one row."
            )
        ),
    )
    yield _table(
        entries,
        "ket-qua-chi-tieu",
        snapshot.say(msg("Results of the targets by period")),
        RESULTS,
        [line for bundle in found for line in result_lines(bundle)],
        shown=("targets",),
        text=snapshot.say(
            msg(
                "A row for each result that a report gives of a number. It is judged against the goal that was due in its period."
            )
        ),
    )
    yield _table(
        entries,
        "tien-do",
        snapshot.say(msg("Reports of progress")),
        UPDATES,
        [UpdateLine(b, report.model, update) for b in found for report in b.reports for update in report.model.updates],
        shown=("task", "documents", "overview"),
        text=snapshot.say(msg("A row for each item in each report; the newest row of an item tells how far it is.")),
    )


def _table(
    entries: Any, name: str, title: str, columns: Any, rows: Any, *, shown: tuple[str, ...], text: str = ""
) -> Table:
    """A table of all plans, of which only the progress may be invented."""
    templates = tuple(f"plan/{template}.html" for template in shown)
    return entry_table(name, title, columns, rows, entries, shown=templates, text=text)

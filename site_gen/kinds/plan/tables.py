"""Plans as open data: the plans, their tasks as they stand, their targets with results, and every report of progress."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from site_gen.base.messages import msg
from site_gen.base.values import Plain
from site_gen.kinds.plan.model import Group, Operator, PlanKind, Status
from site_gen.kinds.plan.rules_money import task_budget
from site_gen.kinds.plan.views import plan_url, reached, task_url
from site_gen.kinds.plan.work import PlanBundle, Standing, State, dossiers, tally
from site_gen.pages.columns import Column, coded
from site_gen.pages.contributions import Table
from site_gen.rules.snapshot import Snapshot

PLAN = Column("plan", "Mã kế hoạch")
ITEM_HELP = "Mã nhiệm vụ, hoặc mã nhiệm vụ/số thứ tự phần việc."


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """Four tables over all plans; the column `plan` tells whose a row is."""
    found = dossiers(snapshot.catalog, snapshot.as_of, snapshot.catalog.site.due_soon_days)
    if found:
        yield _plans(snapshot, found)
        yield _tasks(snapshot, found)
        yield _targets(snapshot, found)
        yield _progress(snapshot, found)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _files(found: Iterable[PlanBundle]) -> tuple[str, ...]:
    return tuple(
        path
        for d in found
        for path in (d.entry.path, *((d.appendix.path,) if d.appendix else ()), *(r.path for r in d.reports))
    )


def _plans(snapshot: Snapshot, found: tuple[PlanBundle, ...]) -> Table:
    rows: list[tuple[Plain, ...]] = []
    for d in found:
        p, counts = d.plan, tally(d.standings)
        declared = float(p.total_declared.value) if p.total_declared else None
        unit = p.money_unit.value if p.money_unit else None
        rows.append(
            (
                d.entry.id,
                p.title,
                p.kind.value,
                p.year,
                p.number,
                str(p.date) if p.date else None,
                p.issuer,
                declared,
                unit,
                len(d.items),
                *counts.values(),
                d.day.isoformat(),
                plan_url(d.entry.id),
            )
        )
    columns = (
        Column("id", "Mã kế hoạch"),
        Column("title", "Tên kế hoạch"),
        coded("kind", "Loại kế hoạch", PlanKind),
        Column("year", "Năm", "integer"),
        Column("number", "Số, ký hiệu", help="Trống khi văn bản để trống số."),
        Column("date", "Ngày ban hành", help="Như văn bản ghi; có thể chỉ có tháng, năm."),
        Column("issuer", "Cơ quan ban hành"),
        Column("total_declared", "Tổng kinh phí văn bản ghi", "number"),
        Column("money_unit", "Đơn vị tiền"),
        Column("items", "Số việc được theo dõi", "integer", "Phần việc; nhiệm vụ không chia phần thì tính là một."),
        Column("done", "Hoàn thành", "integer"),
        Column("under_way", "Đang thực hiện", "integer"),
        Column("soon", "Sắp đến hạn", "integer"),
        Column("late", "Quá hạn", "integer"),
        Column("continuous", "Thường xuyên", "integer"),
        Column("open", "Chưa đến hạn hoặc không ấn định ngày", "integer"),
        Column("reckoned_on", "Tính đến ngày", "date", "Kế hoạch đã kết thúc thì tính đến ngày báo cáo cuối."),
        Column("url", "Địa chỉ trên trang"),
    )
    shown = ("plan/list.html",)
    return Table(
        "ke-hoach",
        snapshot.say(msg("Plans")),
        columns,
        tuple(rows),
        _files(found),
        any(d.sample for d in found),
        shown,
    )


def _tasks(snapshot: Snapshot, found: tuple[PlanBundle, ...]) -> Table:
    rows: list[tuple[Plain, ...]] = []
    for d in found:
        areas = {area.code: area.name for area in d.plan.areas}
        headings = d.appendix.model.headings if d.appendix else None
        column = (headings and headings.lead) or "Chủ trì"
        for s in d.standings:
            item, update = s.item, s.update
            rows.append(
                (
                    d.entry.id,
                    item.key,
                    item.row or None,
                    item.task.area,
                    areas.get(item.task.area),
                    item.task.group.value if item.task.group else None,
                    item.task.text,
                    item.part.text if item.part else None,
                    "; ".join(item.outputs) or None,
                    "; ".join(item.lead) or None,
                    column,
                    "; ".join(item.coordinating) or None,
                    item.written.verbatim or None,
                    item.read_as or None,
                    _iso(item.deadline.earliest),
                    _iso(item.deadline.latest),
                    float(item.budget.value) if item.budget else None,
                    item.budget_note or None,
                    _task_budget(s),
                    s.state.value,
                    _iso(update.completed_on) if update else None,
                    s.days_late or None,
                    (update.text if update else None) or None,
                    (update.reason if update else None) or None,
                    len(update.evidence) if update else 0,
                    _iso(s.reported_on),
                    task_url(d.entry.id, item.task),
                )
            )
    columns = (
        PLAN,
        Column("item", "Mã việc", help=ITEM_HELP),
        Column("row", "TT", help="Số thứ tự dòng trong phụ lục."),
        Column("area", "Mã lĩnh vực"),
        Column("area_name", "Lĩnh vực"),
        coded("group", "Nhóm", Group),
        Column("task", "Nhiệm vụ"),
        Column("part", "Phần việc"),
        Column("outputs", "Sản phẩm, kết quả"),
        Column("lead", "Chủ trì, thực hiện", help="Như văn bản gọi; ô để trống được hiểu theo dòng trên."),
        Column("lead_column", "Tên cột trong văn bản", help="Văn bản gọi người ở cột trước là gì: chủ trì, thực hiện…"),
        Column("coordinating", "Phối hợp"),
        Column("deadline", "Thời gian", help="Nguyên văn thời hạn của kế hoạch."),
        Column("read_as", "Hiểu là", help="Khi thời hạn của văn bản in sai rõ ràng: trang tính ngày theo đây."),
        Column("earliest", "Sớm nhất", "date", "Ngày đầu của thời hạn, theo cách hiểu của trang."),
        Column("latest", "Chậm nhất", "date", "Ngày cuối của thời hạn, theo cách hiểu của trang."),
        Column("budget", "Kinh phí", "number", "Theo đơn vị tiền của kế hoạch."),
        Column("budget_note", "Ghi chú kinh phí"),
        Column(
            "task_budget",
            "Kinh phí của cả nhiệm vụ",
            "number",
            "Ghi một lần, ở dòng đầu của nhiệm vụ: số của cả nhiệm vụ, hoặc các phần cộng lại. Cộng cột này được tổng của kế hoạch.",
        ),
        coded("state", "Tình trạng", State),
        Column("completed_on", "Ngày hoàn thành", "date"),
        Column("days_late", "Số ngày quá hạn", "integer"),
        Column("result", "Kết quả"),
        Column("reason", "Lý do chậm"),
        Column("evidence", "Số minh chứng", "integer"),
        Column("reported_on", "Ngày báo cáo", "date"),
        Column("url", "Địa chỉ trên trang"),
    )
    shown = tuple(
        f"plan/{name}.html"
        for name in ("overview", "appendix", "filter", "quarters", "task", "unit_panel", "home_panel")
    )
    return Table(
        "nhiem-vu",
        snapshot.say(msg("Tasks of the plans")),
        columns,
        tuple(rows),
        _files(found),
        any(d.sample for d in found),
        shown,
        snapshot.say(
            msg("A row for each part of a task; a task without parts is one row. The state is that of the day.")
        ),
    )


def _task_budget(s: Standing) -> float | None:
    """The money of the whole task, on its first row; None on the others, and where the task names none."""
    total = task_budget(s.item.task) if s.item.position == 1 else None
    return float(total) if total else None


def _targets(snapshot: Snapshot, found: tuple[PlanBundle, ...]) -> Table:
    rows: list[tuple[Plain, ...]] = []
    for d in found:
        for target in d.appendix.model.targets if d.appendix else ():
            head: tuple[Plain, ...] = (d.entry.id, target.id, target.no, target.area, target.text, target.place)
            if not target.measures:
                rows.append((*head, *[None] * 11))
            for m in target.measures:
                hits = [
                    (r, report)
                    for report in d.reports
                    for r in report.model.results
                    if r.target == target.id and r.measure in (None, m.id)
                ]
                result, report = hits[-1] if hits else (None, None)
                rows.append(
                    (
                        *head,
                        m.label,
                        m.op.value,
                        float(m.value.value),
                        m.unit,
                        m.denominator,
                        m.scope,
                        m.due,
                        float(result.value.value) if result else None,
                        reached(m, result.value.value) if result else None,
                        report.model.period if report else None,
                        result.source if result else None,
                    )
                )
    columns = (
        PLAN,
        Column("target", "Mã mục tiêu"),
        Column("no", "Số"),
        Column("area", "Mã lĩnh vực"),
        Column("text", "Mục tiêu"),
        Column("place", "Vị trí trong văn bản"),
        Column("measure", "Đo cái gì"),
        coded("op", "So sánh", Operator),
        Column("value", "Phải đạt", "number"),
        Column("value_unit", "Đơn vị tính"),
        Column("denominator", "Mẫu số"),
        Column("scope", "Phạm vi"),
        Column("due", "Thời hạn", help="Nguyên văn."),
        Column("result", "Kết quả", "number"),
        Column("met", "Đạt", "boolean"),
        Column("period", "Kỳ của kết quả"),
        Column("source", "Nguồn số liệu"),
    )
    return Table(
        "muc-tieu",
        snapshot.say(msg("Targets of the plans")),
        columns,
        tuple(rows),
        _files(found),
        any(d.sample for d in found),
        ("plan/overview.html", "plan/targets.html"),
        snapshot.say(
            msg(
                "A row for each number that a target names, with the last result; a target without a number is one row."
            )
        ),
    )


def _progress(snapshot: Snapshot, found: tuple[PlanBundle, ...]) -> Table:
    rows: list[tuple[Plain, ...]] = [
        (
            d.entry.id,
            report.model.date.isoformat(),
            report.model.period,
            update.item,
            update.status.value,
            _iso(update.completed_on),
            update.done_count,
            update.text,
            update.reason,
            "; ".join(" ".join(x for x in (e.number, e.title) if x) for e in update.evidence) or None,
        )
        for d in found
        for report in d.reports
        for update in report.model.updates
    ]
    columns = (
        PLAN,
        Column("date", "Ngày báo cáo", "date"),
        Column("period", "Kỳ"),
        Column("item", "Mã việc", help=ITEM_HELP),
        coded("status", "Tình trạng", Status),
        Column("completed_on", "Ngày hoàn thành", "date"),
        Column("done_count", "Đã làm"),
        Column("text", "Kết quả"),
        Column("reason", "Lý do chậm"),
        Column("evidence", "Minh chứng"),
    )
    return Table(
        "tien-do",
        snapshot.say(msg("Reports of progress")),
        columns,
        tuple(rows),
        _files(found),
        any(d.sample for d in found),
        ("plan/task.html", "plan/documents.html", "plan/overview.html"),
        snapshot.say(msg("A row for each item in each report; the newest row of an item tells how far it is.")),
    )

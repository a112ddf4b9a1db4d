"""What must be true of the appendix: ids, references, numbering, leads, doubles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import excerpt, fold
from site_gen.kinds.plan.model import Appendix, Target, Task
from site_gen.kinds.plan.rules_items import items_at, plan_of
from site_gen.model.entry import Entry
from site_gen.rules.rule import Finding, Rule, View, rule


def _both(appendix: Appendix) -> tuple[tuple[str, Sequence[Task | Target]], ...]:
    return ("tasks", appendix.tasks), ("targets", appendix.targets)


@rule(
    "PLAN004",
    msg("an area is not one of the plan's"),
    Severity.ERROR,
    Appendix,
    wrong="area: VIII   # kế hoạch chỉ có I đến VII",
    right="area: VII",
)
def areas_exist(entry: Entry[Appendix], view: View) -> Iterator[Finding]:
    """Tasks and targets stand under an area of `plan.md`, by its code."""
    plan = plan_of(entry, view)
    codes = [a.code for a in plan.areas] if plan else []
    for group, list_ in _both(entry.model):
        for index, thing in enumerate(list_):
            if plan and thing.area is not None and thing.area not in codes:
                yield Finding(
                    entry.at(group, index, "area"),
                    msg("the plan has no area `{code}`", code=thing.area),
                    msg("its areas are: {codes}", codes=", ".join(codes)),
                    thing.id,
                )


@rule(
    "PLAN005",
    msg("a target does not exist"),
    Severity.ERROR,
    Appendix,
    wrong='targets: ["1.26"]   # chỉ có 25 chỉ tiêu, 1.1 đến 1.25',
    right='targets: ["1.25"]',
)
def targets_exist(entry: Entry[Appendix], view: View) -> Iterator[Finding]:
    """A task names the targets it serves by their ids in the same file."""
    known = {target.id for target in entry.model.targets}
    for index, task in enumerate(entry.model.tasks):
        for place, id in enumerate(task.targets):
            if id not in known:
                yield Finding(
                    entry.at("tasks", index, "targets", place),
                    msg("there is no target `{id}`", id=id),
                    msg("add it under `targets`, or correct the id"),
                    task.id,
                )


@rule(
    "PLAN006",
    msg("an id stands twice"),
    Severity.ERROR,
    Appendix,
    wrong='tasks: [{id: "2.1"}, {id: "2.1"}]',
    right='tasks: [{id: "2.1"}, {id: "2.2"}]',
)
def ids_are_unique(entry: Entry[Appendix], view: View) -> Iterator[Finding]:
    """Pages, anchors and progress reports find a task or target by its id."""
    for group, list_ in _both(entry.model):
        seen: dict[str, int] = {}
        for index, thing in enumerate(list_):
            if thing.id in seen:
                first = entry.at(group, seen[thing.id], "id")
                yield Finding(
                    entry.at(group, index, "id"),
                    msg("the id `{id}` is already used on line {line}", id=thing.id, line=first.line),
                    msg("give each its own id"),
                    thing.id,
                )
            seen.setdefault(thing.id, index)


@rule(
    "PLAN007",
    msg("the numbering has a gap"),
    Severity.WARNING,
    Appendix,
    wrong='tasks:\n  - row: "39"\n  - row: "41"   # thiếu dòng 40',
    right='tasks:\n  - row: "39"\n  - row: "40"',
)
def rows_are_numbered_without_gap(entry: Entry[Appendix], view: View) -> Iterator[Finding]:
    """A row number is skipped or repeated: a row may have been lost in copying.

    If the document itself skips it, acknowledge the finding; the page tells the citizen.
    """
    last: int | None = None
    for loc, item in items_at(entry, view):
        if not item.row.isdecimal():
            continue
        number = int(item.row)
        if last is not None and number not in (last, last + 1):
            missing = str(last + 1) if number == last + 2 else f"{last + 1}–{number - 1}"
            yield Finding(
                entry.at(*loc),
                msg("row {last} is followed by row {number}", last=last, number=number),
                msg("check whether row {missing} was lost, or acknowledge it under `anomalies`", missing=missing),
                item.row,
                str(item.row),
            )
        last = number


@rule(
    "PLAN008",
    msg("nobody leads a task"),
    Severity.WARNING,
    Appendix,
    wrong="text: Niêm yết TTHC   # không có lead",
    right="text: Niêm yết TTHC\nlead: Văn phòng UBND xã",
)
def every_task_has_a_lead(entry: Entry[Appendix], view: View) -> Iterator[Finding]:
    """A task that no body leads will be done by nobody, and citizens do not know whom to ask."""
    for loc, item in items_at(entry, view):
        if not item.lead:
            yield Finding(
                entry.at(*loc),
                msg("`{text}` has no lead", text=excerpt(item.text, 60)),
                msg("add `lead`, or `inherited: [lead]` where the cell is shared with the row above"),
                item.key,
            )


@rule(
    "PLAN015",
    msg("two tasks or targets say the same"),
    Severity.WARNING,
    Appendix,
    wrong="tasks:\n  - text: Công khai 100% TTHC\n  - text: Công khai 100% TTHC",
    right="tasks:\n  - text: Công khai 100% TTHC\n  - text: Phê duyệt quy trình nội bộ",
)
def nothing_is_said_twice(entry: Entry[Appendix], view: View) -> Iterator[Finding]:
    """The same text under two numbers is either a copy left over or two things told too briefly to part them."""
    for group, list_ in _both(entry.model):
        for later, thing in enumerate(list_):
            for earlier in list_[:later]:
                a, b = fold(earlier.text), fold(thing.text)
                if a == b or (
                    min(len(a), len(b)) > 40
                    and abs(len(a) - len(b)) < 12
                    and SequenceMatcher(None, a, b).quick_ratio() > 0.95
                    and SequenceMatcher(None, a, b).ratio() > 0.93
                ):
                    yield Finding(
                        entry.at(group, later, "text"),
                        msg("`{id}` says nearly the same as `{other}`", id=thing.id, other=earlier.id),
                        msg("merge them, or tell them apart; acknowledge it if the document repeats itself"),
                        thing.id,
                        thing.text,
                    )
                    break


@rule(
    "PLAN016",
    msg("two targets for the same thing differ"),
    Severity.WARNING,
    Appendix,
    wrong='measures: [{label: hài lòng, op: ">=", value: "95"}, {label: hài lòng, op: ">=", value: "96"}]',
    right='measures: [{label: hài lòng, op: ">=", value: "95"}]',
)
def targets_agree(entry: Entry[Appendix], view: View) -> Iterator[Finding]:
    """One thing measured over the same whole can have only one goal.

    Two rates over different denominators are two indicators: write the `denominator`, and they no
    longer clash.
    """
    seen: dict[tuple[str, ...], tuple[str, str]] = {}
    for index, target in enumerate(entry.model.targets):
        for place, m in enumerate(target.measures):
            key = (*tuple(fold(x or "") for x in (m.label or target.text, m.denominator, m.scope, m.unit)), m.op.value)
            value = str(m.value)
            if key in seen and seen[key][1] != value:
                other, wanted = seen[key]
                yield Finding(
                    entry.at("targets", index, "measures", place, "value"),
                    msg(
                        "`{what}`: {value} here, {wanted} under `{other}`",
                        what=m.label or excerpt(target.text, 40),
                        value=value,
                        wanted=wanted,
                        other=other,
                    ),
                    msg("keep one, or write the `denominator` or `scope` in which they differ"),
                    target.id,
                    value,
                    wanted,
                )
            seen.setdefault(key, (target.id, value))


@rule(
    "PLAN031",
    msg("there is nothing to inherit"),
    Severity.ERROR,
    Appendix,
    wrong="tasks:\n  - inherited: [lead]   # dòng đầu, phía trên không có gì",
    right="tasks:\n  - lead: Văn phòng UBND xã",
)
def inherited_cells_have_a_source(entry: Entry[Appendix], view: View) -> Iterator[Finding]:
    """A cell marked as shared with the row above needs a row above that has the value."""
    for loc, item in items_at(entry, view):
        step = item.part or item.task
        for name in (i.value for i in step.inherited):
            value = item.deadline.verbatim if name == "deadline" else getattr(item, name, "")
            if not value:
                yield Finding(
                    entry.at(*loc, "inherited"),
                    msg("`{field}` is marked as shared, but the row above has none", field=name),
                    msg("write the value, or take `{field}` out of `inherited`", field=name),
                    item.key,
                )


@rule(
    "PLAN033",
    msg("a blank cell is read as the one above"),
    Severity.INFO,
    Appendix,
    wrong="inherited: [lead]",
    right="lead: Văn phòng UBND xã",
)
def blank_cells_are_known(entry: Entry[Appendix], view: View) -> Iterator[Finding]:
    """From text alone a shared cell and a truly empty one look alike; the page marks what was inherited."""
    for loc, item in items_at(entry, view):
        if item.inherited:
            yield Finding(
                entry.at(*loc),
                msg(
                    "blank in the document: {cells}",
                    cells=", ".join(i.label for i in (item.part or item.task).inherited),
                ),
                msg("ask the office that wrote the plan whether the cells are shared"),
                item.key,
            )


@rule(
    "PLAN037",
    msg("the text speaks of the wrong tier"),
    Severity.INFO,
    Appendix,
    wrong="outputs: Báo cáo chỉ số CCHC toàn huyện   # kế hoạch của xã",
    right="outputs: Báo cáo chỉ số CCHC của xã",
)
def tier_fits(entry: Entry[Appendix], view: View) -> Iterator[Finding]:
    """A commune's plan that speaks for the whole district was copied from the district's."""
    plan = plan_of(entry, view)
    unit = view.catalog.named("unit", plan.issuer) if plan else None
    if unit is None or not re.search(r"\bxa\b|\bphuong\b", fold(unit.label)):
        return
    for loc, item in items_at(entry, view):
        words = " ".join((item.text, item.deadline.verbatim, *item.outputs))
        if hit := re.search(r"toàn huyện|phòng, ban, ngành|cấp huyện", words):
            yield Finding(
                entry.at(*loc),
                msg("“{text}” in a commune's plan", text=hit[0]),
                msg("check whether the commune is meant"),
                item.key,
                hit[0],
            )


def _repeated_numbers(appendix: Appendix) -> Iterator[tuple[int, str]]:
    counts = Counter(n for t in appendix.tasks for n in {p.no for p in t.parts if p.no})
    for index, task in enumerate(appendix.tasks):
        for part in task.parts:
            if part.no and counts[part.no] > 1:
                yield index, part.no


@rule(
    "PLAN038",
    msg("an activity number stands under two tasks"),
    Severity.WARNING,
    Appendix,
    wrong='tasks:\n  - {id: "2.4", parts: [{no: "3.4"}]}\n  - {id: "2.5", parts: [{no: "3.4"}]}',
    right='tasks:\n  - {id: "2.4", parts: [{no: "3.4"}]}\n  - {id: "2.5", parts: [{no: "3.5"}]}',
)
def activity_numbers_are_unique(entry: Entry[Appendix], view: View) -> Iterator[Finding]:
    """Reports cite activities by number."""
    for index, no in _repeated_numbers(entry.model):
        yield Finding(
            entry.at("tasks", index),
            msg("the activity number {no} is used by several tasks", no=no),
            msg("check the numbering"),
            entry.model.tasks[index].id,
        )


RULES: tuple[Rule, ...] = (
    areas_exist,
    targets_exist,
    ids_are_unique,
    rows_are_numbered_without_gap,
    every_task_has_a_lead,
    nothing_is_said_twice,
    targets_agree,
    inherited_cells_have_a_source,
    blank_cells_are_known,
    tier_fits,
    activity_numbers_are_unique,
)

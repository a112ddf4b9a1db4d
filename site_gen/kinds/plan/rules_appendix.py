"""What must be true of the order of an appendix: ids, references, numbering."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.kinds.plan.model import Appendix
from site_gen.kinds.plan.rules_items import both_lists, items_at, plan_of
from site_gen.model.entry import Entry
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot


@rule(
    "PLAN004",
    msg("an area is not one of the plan's"),
    Severity.ERROR,
    Appendix,
    wrong="area: VIII   # kế hoạch chỉ có I đến VII",
    right="area: VII",
)
def areas_exist(entry: Entry[Appendix], snapshot: Snapshot) -> Iterator[Finding]:
    """Tasks and targets stand under an area of `plan.md`, by its code."""
    plan = plan_of(entry, snapshot)
    codes = [a.code for a in plan.areas] if plan else []
    for group, list_ in both_lists(entry.model):
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
def targets_exist(entry: Entry[Appendix], snapshot: Snapshot) -> Iterator[Finding]:
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
def ids_are_unique(entry: Entry[Appendix], snapshot: Snapshot) -> Iterator[Finding]:
    """Pages, anchors and progress reports find a task or target by its id."""
    for group, list_ in both_lists(entry.model):
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
def rows_are_numbered_without_gap(entry: Entry[Appendix], snapshot: Snapshot) -> Iterator[Finding]:
    """A row number is skipped or repeated: a row may have been lost in copying.

    If the document itself skips it, acknowledge the finding; the page tells the citizen.
    """
    last: int | None = None
    for loc, item in items_at(entry, snapshot):
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
def activity_numbers_are_unique(entry: Entry[Appendix], snapshot: Snapshot) -> Iterator[Finding]:
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
    activity_numbers_are_unique,
)

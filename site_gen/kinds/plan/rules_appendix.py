"""What must be true of the appendix: ids, references, numbering, leads, deadlines, doubles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import fold, show_date
from site_gen.kinds.plan.model import Appendix, Plan, Target, Task
from site_gen.kinds.plan.work import Item, items_of
from site_gen.model import deadline as grammar
from site_gen.model.entry import Entry, Loc
from site_gen.rules.rule import Finding, Rule, View, rule


def _plan(entry: Entry[Appendix], view: View) -> Plan | None:
    found = view.catalog.get(Plan, entry.id)
    return found.model if found else None


def _items(entry: Entry[Appendix], view: View) -> Iterator[tuple[Loc, Item]]:
    """Items with the place of their row."""
    plan = _plan(entry, view)
    if plan is None:
        return
    where = {task.id: index for index, task in enumerate(entry.model.tasks)}
    for item in items_of(plan, entry.model):
        loc: Loc = ("tasks", where[item.task.id])
        yield (*loc, "parts", item.position - 1) if item.part else loc, item


def _both(appendix: Appendix) -> tuple[tuple[str, Sequence[Task | Target]], ...]:
    return ("tasks", appendix.tasks), ("targets", appendix.targets)


def _deadline_at(loc: Loc, item: Item) -> Loc:
    own = item.part.deadline if item.part else item.task.deadline
    return (*loc, "deadline") if own or not item.part else (*loc[:2], "deadline")


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
    plan = _plan(entry, view)
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
    for loc, item in _items(entry, view):
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
    for loc, item in _items(entry, view):
        if not item.lead:
            yield Finding(
                entry.at(*loc),
                msg("`{text}` has no lead", text=item.text[:60]),
                msg("add `lead`, or `inherited: [lead]` where the cell is shared with the row above"),
                item.key,
            )


@rule(
    "PLAN009",
    msg("a deadline cannot be understood"),
    Severity.WARNING,
    Appendix,
    wrong="deadline: tháng 13/2023",
    right="deadline: tháng 12/2023",
)
def deadlines_are_understood(entry: Entry[Appendix], view: View) -> Iterator[Finding]:
    """No day can be counted from these words, so the task can never be due or late on the site."""
    for loc, item in _items(entry, view):
        if "deadline" in item.inherited:
            continue
        for part in item.deadline.parts:
            if part.kind is grammar.Kind.invalid:
                yield Finding(
                    entry.at(*_deadline_at(loc, item)),
                    msg("“{words}” is not a deadline", words=part.verbatim[:80]),
                    msg(
                        "write for example `Quý III/2023`, `trước ngày 31/12/2023` or `Thường xuyên`; acknowledge it if the document says so"
                    ),
                    item.key,
                    part.verbatim,
                )


@rule(
    "PLAN010",
    msg("a deadline lies far outside the plan's years"),
    Severity.WARNING,
    Appendix,
    wrong="deadline: tháng 01/2032   # kế hoạch năm 2023",
    right="deadline: tháng 01/2023",
)
def deadlines_lie_near_the_plan(entry: Entry[Appendix], view: View) -> Iterator[Finding]:
    """More than two years away from the plan, a year is almost always mistyped."""
    plan = _plan(entry, view)
    for loc, item in _items(entry, view):
        if plan is None or "deadline" in item.inherited:
            continue
        for part in item.deadline.parts:
            if part.latest and not plan.year - 2 <= part.latest.year <= (plan.year_to or plan.year) + 2:
                yield Finding(
                    entry.at(*_deadline_at(loc, item)),
                    msg("“{words}” in a plan of {year}", words=part.verbatim, year=str(plan.year)),
                    msg("check the year, or acknowledge it under `anomalies`"),
                    item.key,
                    str(part.latest.year),
                    str(plan.year),
                )


def issued_not_before(plan: Plan) -> date:
    """The first day on which the plan can have been issued: its own date, or the latest document it cites."""
    if plan.date is not None and plan.date.exact:
        return plan.date.exact
    first = plan.date.first if plan.date else date(plan.year, 1, 1)
    cited = [d.date.exact for d in plan.basis if d.date and d.date.exact and d.date.exact.year <= plan.year]
    return max([first, *cited])


@rule(
    "PLAN011",
    msg("a deadline was over before the plan was issued"),
    Severity.WARNING,
    Appendix,
    wrong="deadline: Trước ngày 31/12/2022   # kế hoạch ban hành ngày 05/01/2023",
    right="deadline: Trước ngày 31/12/2023",
)
def deadlines_follow_the_issue(entry: Entry[Appendix], view: View) -> Iterator[Finding]:
    """What was due before the plan existed cannot be a promise of it: usually a year was copied from an older plan."""
    plan = _plan(entry, view)
    if plan is None:
        return
    issued = issued_not_before(plan)
    for loc, item in _items(entry, view):
        if "deadline" in item.inherited:
            continue
        for part in item.deadline.parts:
            standing = part.kind is grammar.Kind.prev_year_quarter  # a rule for every year, not a promise of this one
            if (
                part.latest
                and part.latest <= issued
                and part.latest.year >= plan.year - 2
                and part.kind in grammar.DATED
                and not standing
            ):
                yield Finding(
                    entry.at(*_deadline_at(loc, item)),
                    msg(
                        "“{words}” ends {day}, the plan is of {issued}",
                        words=part.verbatim,
                        day=show_date(part.latest),
                        issued=str(plan.date or plan.year),
                    ),
                    msg("check the year, or acknowledge it under `anomalies`"),
                    item.key,
                    part.verbatim,
                )


@rule(
    "PLAN012",
    msg("a deadline lies outside the plan's year"),
    Severity.INFO,
    Appendix,
    wrong="deadline: Trước ngày 15/01/2024   # kế hoạch năm 2023",
    right="deadline: Quý IV/2023",
)
def deadlines_lie_in_the_year(entry: Entry[Appendix], view: View) -> Iterator[Finding]:
    """Allowed, since some reports fall due in the next January; worth a look."""
    plan = _plan(entry, view)
    for loc, item in _items(entry, view):
        latest = item.deadline.latest
        if (
            plan
            and latest
            and "deadline" not in item.inherited
            and latest > issued_not_before(plan)  # earlier, or years away: PLAN011 and PLAN010 speak of it
            and not plan.year <= latest.year <= (plan.year_to or plan.year)
            and abs(latest.year - plan.year) <= 2
        ):
            yield Finding(
                entry.at(*_deadline_at(loc, item)),
                msg("“{words}” ends {day}", words=item.deadline.verbatim, day=show_date(latest)),
                msg("nothing needs to be done if it is meant"),
                item.key,
                item.deadline.verbatim,
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
                        what=m.label or target.text[:40],
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
    "PLAN017",
    msg("a deadline stands in the budget column"),
    Severity.WARNING,
    Appendix,
    wrong="budget_note: Thực hiện sau khi có hướng dẫn của tỉnh   # không có deadline",
    right="deadline: Thực hiện sau khi có hướng dẫn của tỉnh",
)
def cells_are_in_their_column(entry: Entry[Appendix], view: View) -> Iterator[Finding]:
    """Words about time under "Kinh phí" beside an empty "Thời gian": the cell slid one column to the right."""
    for loc, item in _items(entry, view):
        if item.deadline.kind is grammar.Kind.none and item.budget_note:
            kinds = {p.kind for p in grammar.parse(item.budget_note).parts}
            if (
                kinds
                and not kinds & {grammar.Kind.invalid, grammar.Kind.none}
                and not fold(item.budget_note).startswith("theo muc chi")
            ):
                yield Finding(
                    entry.at(*loc, "budget_note"),
                    msg("“{words}” speaks of time, not of money", words=item.budget_note),
                    msg("move it to `deadline`, or acknowledge it if the document has it there"),
                    item.key,
                    item.budget_note,
                )


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
    for loc, item in _items(entry, view):
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
    for loc, item in _items(entry, view):
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
    "PLAN036",
    msg("the plan of a year is due at its end"),
    Severity.WARNING,
    Appendix,
    wrong="text: Xây dựng kế hoạch tuyên truyền năm 2023\ndeadline: Quý IV/2023",
    right="text: Xây dựng kế hoạch tuyên truyền năm 2023\ndeadline: Quý I/2023",
)
def plans_precede_their_year(entry: Entry[Appendix], view: View) -> Iterator[Finding]:
    """Drawing up the plan for a year in the last months of that year comes too late to be carried out."""
    for loc, item in _items(entry, view):
        hit = re.search(r"(?:xây dựng|lập|ban hành)?\s*kế hoạch\b[^.;]*?\bnăm (\d{4})", item.text, re.IGNORECASE)
        latest = item.deadline.latest
        if (
            hit
            and latest
            and latest.year == int(hit[1])
            and item.deadline.earliest
            and item.deadline.earliest.month >= 10
        ) and not re.search(r"thực hiện|kết quả|báo cáo|triển khai", item.text, re.IGNORECASE):
            yield Finding(
                entry.at(*_deadline_at(loc, item)),
                msg("the plan for {year} is due {day}", year=hit[1], day=show_date(latest)),
                msg("check the quarter and the year; acknowledge it if the document says so"),
                item.key,
                item.deadline.verbatim,
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
    plan = _plan(entry, view)
    unit = view.catalog.named("unit", plan.issuer) if plan else None
    if unit is None or not re.search(r"\bxa\b|\bphuong\b", fold(unit.label)):
        return
    for loc, item in _items(entry, view):
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
    deadlines_are_understood,
    deadlines_lie_near_the_plan,
    deadlines_follow_the_issue,
    deadlines_lie_in_the_year,
    nothing_is_said_twice,
    targets_agree,
    cells_are_in_their_column,
    inherited_cells_have_a_source,
    blank_cells_are_known,
    plans_precede_their_year,
    tier_fits,
    activity_numbers_are_unique,
)

"""What must be true of the money of a plan: every total is the sum it claims to be, in figures and in words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import Message, msg
from site_gen.base.vietnamese import number_in_words, same_words, show_number
from site_gen.kinds.plan.model import Appendix, Plan, Task
from site_gen.model.entry import Entry
from site_gen.model.figures import MoneyUnit
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot


def _appendix(entry: Entry[Plan], snapshot: Snapshot) -> Appendix | None:
    found = snapshot.catalog.get(Appendix, entry.id)
    return found.model if found else None


def task_budget(task: Task) -> Decimal:
    """The money of a task: its own figure, else the sum of its parts."""
    if task.budget is not None:
        return task.budget.value
    return sum((p.budget.value for p in task.parts if p.budget is not None), Decimal(0))


def _unit_slip(declared: Decimal, parts: list[Decimal], unit: MoneyUnit | None) -> Message | None:
    """What to do about a budget that was written in đồng where the table counts in thousands or millions."""
    most = max(parts, default=Decimal(0))
    per = unit.in_dong if unit else 0
    for step in (1_000_000, 1_000):
        if (not per or per >= step) and most >= step and most > 20 * declared and most % step == 0:
            return msg(
                "is {most} a figure in đồng? In the unit of the table it is `{meant}`; correct that task",
                most=show_number(most),
                meant=show_number(most / step),
            )
    return None


def _written(numbers: list[Decimal]) -> str:
    return " + ".join(show_number(n) for n in numbers)


@rule(
    "PLAN001",
    msg("the areas' budgets do not add up to the total"),
    Severity.WARNING,
    Plan,
    wrong='areas:\n  - {code: I, name: Thể chế, budget_declared: "5"}\n  - {code: II, name: Thủ tục, budget_declared: "22"}\ntotal_declared: "26"',
    right='areas:\n  - {code: I, name: Thể chế, budget_declared: "5"}\n  - {code: II, name: Thủ tục, budget_declared: "22"}\ntotal_declared: "27"',
)
def total_is_the_sum_of_areas(entry: Entry[Plan], snapshot: Snapshot) -> Iterator[Finding]:
    """The total of the plan is the sum of its areas.

    Citizens and the treasury add the column up. If the signed document itself is wrong, keep its
    figure and acknowledge the finding: the page then shows both.
    """
    plan = entry.model
    parts = [a.budget_declared.value for a in plan.areas if a.budget_declared]
    if plan.total_declared is None or not parts or sum(parts) == plan.total_declared.value:
        return
    declared, computed = show_number(plan.total_declared.value), show_number(sum(parts, Decimal(0)))
    yield Finding(
        entry.at("total_declared"),
        msg("the total says {declared}, the areas add up to {computed}", declared=declared, computed=computed),
        msg("correct the figure, or acknowledge it under `anomalies`"),
        "total",
        declared,
        computed,
        _written(parts),
    )


@rule(
    "PLAN002",
    msg("an area's tasks do not add up to its budget"),
    Severity.WARNING,
    Plan,
    wrong='areas: [{code: II, name: Thủ tục, budget_declared: "21"}]   # các nhiệm vụ: 16 + 6 = 22',
    right='areas: [{code: II, name: Thủ tục, budget_declared: "22"}]   # các nhiệm vụ: 16 + 6 = 22',
)
def area_is_the_sum_of_tasks(entry: Entry[Plan], snapshot: Snapshot) -> Iterator[Finding]:
    """The figure in an area's row is the sum of its tasks' budgets."""
    appendix = _appendix(entry, snapshot)
    if not any(task_budget(t) for t in (appendix.tasks if appendix else ())):
        return  # the appendix has no money column: there is nothing to add up
    for index, area in enumerate(entry.model.areas):
        parts = [b for t in (appendix.tasks if appendix else ()) if t.area == area.code and (b := task_budget(t))]
        if area.budget_declared is None or sum(parts) == area.budget_declared.value:
            continue
        declared, computed = show_number(area.budget_declared.value), show_number(sum(parts, Decimal(0)))
        yield Finding(
            entry.at("areas", index, "budget_declared"),
            msg(
                "area {code} says {declared}, its tasks add up to {computed}",
                code=area.code,
                declared=declared,
                computed=computed,
            ),
            _unit_slip(area.budget_declared.value, parts, entry.model.money_unit)
            or msg("correct the figure, or acknowledge it under `anomalies`"),
            area.code,
            declared,
            computed,
            _written(parts),
        )


@rule(
    "PLAN003",
    msg("the amount in words differs from the figure"),
    Severity.WARNING,
    Plan,
    wrong='total_declared: "406"\ntotal_words: Bốn trăm sáu mươi triệu đồng',
    right='total_declared: "406"\ntotal_words: Bốn trăm linh sáu triệu đồng',
)
def words_match_figure(entry: Entry[Plan], snapshot: Snapshot) -> Iterator[Finding]:
    """The line "Bằng chữ" says the same amount as the figure; linh/lẻ, nghìn/ngàn and tư/bốn count as one."""
    plan = entry.model
    if not plan.total_words or plan.total_declared is None or plan.money_unit is None:
        return
    value = plan.total_declared.value
    if value == value.to_integral_value() and not same_words(plan.total_words, int(value), plan.money_unit.label):
        right = f"{number_in_words(int(value))} {plan.money_unit.label}"
        yield Finding(
            entry.at("total_words"),
            msg(
                "“{words}” is not {figure} {unit}",
                words=plan.total_words,
                figure=show_number(value),
                unit=plan.money_unit.label,
            ),
            msg("in words it is “{right}”", right=right.capitalize()),
            "total_words",
            plan.total_words,
            right,
        )


RULES: tuple[Rule, ...] = (total_is_the_sum_of_areas, area_is_the_sum_of_tasks, words_match_figure)

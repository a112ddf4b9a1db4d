"""The targets of a plan with their numbers and results, and the page that shows them in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Record
from site_gen.base.vietnamese import show_number
from site_gen.kinds.plan.choices import Operator
from site_gen.kinds.plan.model import Measure, PlanTarget, Progress, TargetResult
from site_gen.kinds.plan.moments import task_url
from site_gen.kinds.plan.records import Head, ShownMeasure, ShownTarget
from site_gen.kinds.plan.standing import PlanBundle
from site_gen.kinds.plan.views import Show
from site_gen.pages.charts.bars import Bullet, bullet, value_scale
from site_gen.pages.fill import fill
from site_gen.pages.frames import Shown
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Link

_SIGNS = {Operator.GE: "≥\u00a0", Operator.GT: ">\u00a0", Operator.LE: "≤\u00a0", Operator.LT: "<\u00a0"}


@dataclass(frozen=True)
class TargetsOfArea(Record):
    """The targets of an area, in the order of the document."""

    name: str
    targets: tuple[ShownTarget, ...]


@dataclass(frozen=True)
class TargetsPage(Shown):
    """Every target in the plan's full wording, with its numbers, results and the tasks that serve it."""

    template = "plan/targets.html"
    plan: Head
    areas: tuple[TargetsOfArea, ...]


def goal(measure: Measure) -> str:
    """`≥ 90%` as the targets table prints it."""
    return _SIGNS.get(measure.op, "") + with_unit(measure.value.value, measure.unit)


def with_unit(value: Decimal, unit: str) -> str:
    """`90%`, `10 TTHC`: the percent sign stands close, a word after a no-break space."""
    return show_number(value) + (unit if unit == "%" else f"\u00a0{unit}")


def reached(measure: Measure, value: Decimal) -> bool:
    """Whether a result meets the goal. A bare `70 %` asks for at least 70 %, so `=` is met by more."""
    wanted = measure.value.value
    match measure.op:
        case Operator.GT:
            return value > wanted
        case Operator.LE:
            return value <= wanted
        case Operator.LT:
            return value < wanted
        case _:
            return value >= wanted


def last_result(
    bundle: PlanBundle, target: PlanTarget, measure: Measure
) -> tuple[TargetResult, Progress] | tuple[None, None]:
    """The newest result of a number, with the report that it stands in."""
    found = (
        (result, report.model)
        for report in reversed(bundle.reports)
        for result in reversed(report.model.results)
        if result.target == target.id and result.measure in (None, measure.id)
    )
    return next(found, (None, None))


def targets(show: Show, only: Sequence[str] | None = None) -> tuple[ShownTarget, ...]:
    """Targets with their numbers and the last result of each; all of them, or those with the ids."""
    return tuple(_target(show, target) for target in _all(show) if only is None or target.id in only)


def _all(show: Show) -> tuple[PlanTarget, ...]:
    return show.bundle.appendix.model.targets if show.bundle.appendix else ()


def _target(show: Show, target: PlanTarget) -> ShownTarget:
    measures = tuple(_measure(show, target, measure) for measure in target.measures)
    tasks = (task for task in show.bundle.tasks if target.id in task.targets)
    return fill(
        ShownTarget,
        show.snapshot,
        target,
        tasks=tuple(Link(task.no or task.row or task.id, task_url(show.id, task)) for task in tasks),
        measures=measures,
        measured=any(measure.result for measure in measures),
    )


def _measure(show: Show, target: PlanTarget, measure: Measure) -> ShownMeasure:
    result, report = last_result(show.bundle, target, measure)
    return fill(
        ShownMeasure,
        show.snapshot,
        measure,
        goal=goal(measure),
        result=with_unit(result.value.value, measure.unit) if result else "",
        reached=result is not None and reached(measure, result.value.value),
        bar=_bar(measure, result.value.value) if result else None,
        period=report.period if report else "",
        sample=report is not None and report.sample,
        source=result.source if result else None,
    )


def _bar(measure: Measure, value: Decimal) -> Bullet:
    """A result beside the goal."""
    wanted = measure.value.value
    text = f"{with_unit(value, measure.unit)}, {goal(measure)}"
    return bullet(value_scale(measure.unit, (value, wanted)), value, wanted, reached(measure, value), text)


def targets_url(show: Show) -> str:
    """The page of the targets in full."""
    return show.url("muc-tieu")


def targets_page(show: Show) -> Iterator[Page]:
    """Every target in full, under the areas it belongs to, in the order of the document."""
    areas: list[TargetsOfArea] = []
    for code, mine in groupby(_all(show), key=lambda target: target.area):
        area = show.areas.get(code or "")
        name = f"{area.code}. {area.name}" if area else ""
        areas.append(TargetsOfArea(name, tuple(_target(show, target) for target in mine)))
    if areas:
        title = show.say(msg("Targets in full"))
        yield show.page(targets_url(show), title, TargetsPage(show.head(), tuple(areas)), find=False)

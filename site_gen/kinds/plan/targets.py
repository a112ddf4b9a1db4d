"""The targets of a plan with their numbers and results, and the page that shows them in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby
from operator import itemgetter

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Record
from site_gen.base.vietnamese import show_change, show_number
from site_gen.kinds.plan.choices import Operator, Verdict
from site_gen.kinds.plan.moments import task_url
from site_gen.kinds.plan.records import Head, ShownMeasure, ShownResult, ShownStep, ShownTarget
from site_gen.kinds.plan.results import Reading, latest, readings
from site_gen.kinds.plan.target_model import Measure, PlanTarget
from site_gen.kinds.plan.views import Show
from site_gen.model.shares import PERCENT
from site_gen.pages.charts.bars import Bullet, bullet, value_scale
from site_gen.pages.fill import fill
from site_gen.pages.frames import Shown
from site_gen.pages.life import Status
from site_gen.pages.page import Page
from site_gen.pages.parts import numbered, part_url, pieces
from site_gen.rules.snapshot import Link

_SIGNS = {Operator.GE: "≥\u00a0", Operator.GT: ">\u00a0", Operator.LE: "≤\u00a0", Operator.LT: "<\u00a0"}


@dataclass(frozen=True)
class TargetsOfArea(Record):
    """The targets of an area, in the order of the document."""

    name: str
    targets: tuple[ShownTarget, ...]


@dataclass(frozen=True)
class MissedGoal(Record):
    """A number whose latest result is below the goal that is due, with the target that it stands in."""

    url: Address
    name: str
    value: str
    goal: str


@dataclass(frozen=True)
class TargetsPage(Shown):
    """Every target in the plan's full wording, with its numbers, results and the tasks that serve it."""

    template = "plan/targets.html"
    plan: Head
    missed: tuple[MissedGoal, ...]
    areas: tuple[TargetsOfArea, ...]


def goal(measure: Measure) -> str:
    """`≥ 90%` as the targets table prints it."""
    return _asked(measure, measure.value.value)


def _asked(measure: Measure, value: Decimal) -> str:
    return _SIGNS.get(measure.op, "") + with_unit(value, measure.unit)


def with_unit(value: Decimal, unit: str) -> str:
    """`90%`, `10 TTHC`: the percent sign stands close, a word after a no-break space."""
    return show_number(value) + (unit if unit == "%" else f"\u00a0{unit}")


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
        measured=any(measure.latest for measure in measures),
    )


def _measure(show: Show, target: PlanTarget, measure: Measure) -> ShownMeasure:
    last = latest(show.bundle, target, measure)
    return fill(
        ShownMeasure,
        show.snapshot,
        measure,
        goal=goal(measure),
        steps=tuple(ShownStep(_asked(measure, step.value.value), step.due) for step in measure.steps),
        latest=_result(show, measure, last) if last else None,
        results=tuple(_result(show, measure, one) for one in reversed(readings(show.bundle, target, measure))),
    )


def _result(show: Show, measure: Measure, reading: Reading) -> ShownResult:
    result, shown = reading.result, reading.shown
    both = result.numerator, result.denominator_value
    points = show.say(msg("percentage points")) if measure.unit == PERCENT else measure.unit
    return fill(
        ShownResult,
        show.snapshot,
        reading.report,
        value="" if shown is None else with_unit(shown, measure.unit),
        counts="/".join("?" if count is None else show_number(count) for count in both) if both != (None, None) else "",
        declared="" if reading.declared is None else with_unit(reading.declared, measure.unit),
        goal=_asked(measure, reading.goal.value),
        verdict=Status(reading.verdict.family, show.snapshot.word(reading.verdict)) if reading.verdict else None,
        difference=_change(reading.difference, points),
        change=_change(reading.change, points),
        compared=reading.change is not None,
        source=result.source,
        bar=_bar(measure, reading),
    )


def _change(value: Decimal | None, unit: str) -> str:
    return "" if not value else f"{show_change(value)}\u00a0{unit}"


def _bar(measure: Measure, reading: Reading) -> Bullet | None:
    """A result beside the goal."""
    value, wanted = reading.shown, reading.goal.value
    if value is None:
        return None
    text = f"{with_unit(value, measure.unit)}, {_asked(measure, wanted)}"
    met = None if reading.verdict is Verdict.OPEN else reading.verdict is Verdict.MET
    return bullet(value_scale(measure.unit, (value, wanted)), value, wanted, met, text)


def targets_url(show: Show) -> str:
    """The page of the targets in full."""
    return show.url("muc-tieu")


def targets_page(show: Show) -> Iterator[Page]:
    """Every target in full, under the areas it belongs to, in the order of the document; in parts where they are many."""
    rows = [(_heading(show, target), _target(show, target)) for target in _all(show)]
    if not rows:
        return
    parts = [
        tuple(
            TargetsOfArea(heading, tuple(target for _, target in mine))
            for heading, mine in groupby(part, key=itemgetter(0))
        )
        for part in pieces(rows)
    ]
    missed = tuple(one for number, part in enumerate(parts, 1) for one in _missed(show, part, number))
    title, url, count = show.say(msg("Targets in full")), targets_url(show), len(parts)
    pages = []
    for number, part in enumerate(parts, 1):
        said = title if number == 1 else show.say(msg("{title}, page {number}", title=title, number=number))
        context = TargetsPage(show.head(), missed if number == 1 else (), part)
        subject = ("plan targets", show.id) if number == 1 else ("", "")
        page = show.page(part_url(url, number), said, context, find=False, subject=subject)
        pages.append(page if number == 1 else replace(page, crumbs=(*page.crumbs, (title, url))))
    yield from numbered(pages, len(rows)) if count > 1 else pages


def _heading(show: Show, target: PlanTarget) -> str:
    area = show.areas.get(target.area or "")
    return f"{area.code}. {area.name}" if area else ""


def _missed(show: Show, areas: Sequence[TargetsOfArea], number: int) -> Iterator[MissedGoal]:
    for target in (target for area in areas for target in area.targets):
        for measure in target.measures:
            last = measure.latest
            if last and last.verdict and last.verdict.family == Verdict.MISSED.family:
                url = f"{part_url(targets_url(show), number)}#chi-tieu-{target.id}"
                yield MissedGoal(url, measure.label or target.text, last.value, last.goal)

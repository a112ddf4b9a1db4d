"""The results of a target: what each report measured, against which goal it is judged, and how it changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from site_gen.base.dataclass import dataclass
from site_gen.kinds.plan.choices import Operator, Verdict
from site_gen.kinds.plan.model import Plan, Progress
from site_gen.kinds.plan.standing import PlanBundle, closes
from site_gen.kinds.plan.target_model import Measure, PlanTarget, TargetResult
from site_gen.model import deadline as grammar
from site_gen.model.period import read_period
from site_gen.model.shares import PERCENT, as_exact_as, quotient, rounded
from site_gen.pages.life import DAY


@dataclass(frozen=True, slots=True)
class Goal:
    """A value to be reached, in the words that say by when, and the last day on time; None where they name none."""

    value: Decimal
    words: str
    due: date | None


@dataclass(frozen=True, slots=True)
class Reading:
    """One result. `value` is exact, None where nothing arose; `shown` is as short as the verdict allows.

    Attributes:
        index: Its place among the results of its report.
        goal: What it is judged against.
        declared: What the report states, where its two numbers come to something else.
        difference: How much it lies above the goal, or below.
        change: How much it lies above the result before, or below.
    """

    report: Progress
    index: int
    result: TargetResult
    value: Decimal | None
    shown: Decimal | None
    goal: Goal
    verdict: Verdict | None
    declared: Decimal | None = None
    difference: Decimal | None = None
    change: Decimal | None = None


def goals_of(plan: Plan, measure: Measure) -> tuple[Goal, ...]:
    """The steps on the way whose day can be told, then the goal itself, which a plan with steps asks for by its end."""
    steps = [Goal(step.value.value, step.due, grammar.parse(step.due, plan.year).latest) for step in measure.steps]
    dated = tuple(step for step in steps if step.due)
    due = grammar.parse(measure.due or "", plan.year).latest
    if dated and due is None:
        due = date(plan.year_to or plan.year, 12, 31)
    return (*dated, Goal(measure.value.value, measure.due or "", due))


def goal_on(goals: tuple[Goal, ...], day: date) -> tuple[Goal, bool]:
    """The goal that is due on a day, or the first one to come, and whether it is due. Without a day it always is."""
    due = [goal for goal in goals if goal.due is None or goal.due <= day]
    return (due[-1], True) if due else (goals[0], False)


def meets(op: Operator, value: Decimal, wanted: Decimal) -> bool:
    """Whether a result meets the goal. A bare `70 %` asks for at least 70 %, so `=` is met by more."""
    match op:
        case Operator.GT:
            return value > wanted
        case Operator.LE:
            return value <= wanted
        case Operator.LT:
            return value < wanted
        case _:
            return value >= wanted


def exact_value(measure: Measure, result: TargetResult) -> Decimal | None:
    """The share that the two numbers come to, otherwise what the report gives."""
    share = quotient(result.numerator, result.denominator_value, PERCENT) if measure.unit == PERCENT else None
    return share if share is not None else result.value.value if result.value else None


def contradicted(measure: Measure, result: TargetResult) -> Decimal | None:
    """What the two numbers come to where the report states another share, to as many decimals as it states."""
    exact = exact_value(measure, result)
    if exact is None or result.value is None:
        return None
    computed = as_exact_as(exact, result.value.value)
    return None if computed == result.value.value else computed


def speaks_of(result: TargetResult, target: PlanTarget, measure: Measure) -> bool:
    """Whether a result is one of this number."""
    return result.target == target.id and result.measure in (None, measure.id)


def last_day_of(report: Progress) -> date:
    """The day up to which a report counts: the end of its period, else where its figures end, else its own."""
    period = read_period(report.period)
    return period.last if period else report.cutoff or report.date


def readings(bundle: PlanBundle, target: PlanTarget, measure: Measure) -> tuple[Reading, ...]:
    """Every result of a number, in the order of the reports, each judged against the goal of its own day."""
    out: list[Reading] = []
    before: Decimal | None = None
    goals = goals_of(bundle.plan, measure)
    for report in (entry.model for entry in bundle.reports):
        goal, due = goal_on(goals, last_day_of(report))
        for index, result in enumerate(report.results):
            if speaks_of(result, target, measure):
                read = _judged(_reading(measure, report, index, result, goal), measure, due)
                change = None if read.shown is None or before is None else read.shown - before
                out.append(replace(read, change=change))
                before = before if read.shown is None else read.shown
    return tuple(out)


def latest(bundle: PlanBundle, target: PlanTarget, measure: Measure) -> Reading | None:
    """The newest result with a figure, judged against the goal that is due on the day of reckoning."""
    found = next((r for r in reversed(readings(bundle, target, measure)) if r.value is not None), None)
    return None if found is None else rejudged(bundle, measure, found, reckoned_on(bundle))


def rejudged(bundle: PlanBundle, measure: Measure, reading: Reading, day: date) -> Reading:
    """A result as it stands on a later day: what was enough for the first step may be less than the next one asks for."""
    goal, due = goal_on(goals_of(bundle.plan, measure), max(last_day_of(reading.report), day - DAY))
    return _judged(replace(reading, goal=goal), measure, due)


def reckoned_on(bundle: PlanBundle) -> date:
    """The day on which a plan's goals are asked for: of a plan that is closed all of them are due."""
    return closes(bundle.plan) if bundle.closed else bundle.day


def coming_verdicts(bundle: PlanBundle) -> Iterator[tuple[PlanTarget, date]]:
    """Targets of which another goal is asked for on a day to come, with the first day of it."""
    for target in bundle.appendix.model.targets if bundle.appendix else ():
        for measure in target.measures:
            reading = latest(bundle, target, measure)
            for goal in goals_of(bundle.plan, measure) if reading else ():
                day = goal.due + DAY if goal.due else None
                if reading and day and day > bundle.day:
                    then = rejudged(bundle, measure, reading, day)
                    if (then.goal, then.verdict) != (reading.goal, reading.verdict):
                        yield target, day
                        reading = then


def _reading(measure: Measure, report: Progress, index: int, result: TargetResult, goal: Goal) -> Reading:
    value = exact_value(measure, result)
    stated = result.value.value if result.value else None
    declared = stated if contradicted(measure, result) is not None else None
    shown = stated
    if value is not None and (stated is None or declared is not None):
        shown = rounded(value, lambda exact: meets(measure.op, exact, goal.value))
    return Reading(report, index, result, value, shown, goal, None, declared)


def _judged(reading: Reading, measure: Measure, due: bool) -> Reading:
    if reading.value is None or reading.shown is None:
        return reading
    met = meets(measure.op, reading.value, reading.goal.value)
    verdict = Verdict.MET if met else Verdict.MISSED if due else Verdict.OPEN
    return replace(reading, verdict=verdict, difference=reading.shown - reading.goal.value)

"""What must be true of the results of targets: they say a figure, once for each period, and shares are what their numbers come to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import fold, show_number
from site_gen.kinds.plan.model import Appendix, Plan, Progress
from site_gen.kinds.plan.results import Goal, contradicted, exact_value, goals_of, meets
from site_gen.kinds.plan.target_model import Measure, TargetResult
from site_gen.model.entry import Entry
from site_gen.model.shares import PERCENT
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

Measured = tuple[int, TargetResult, Measure]


def _plan_id(entry: Entry[Progress]) -> str:
    return entry.id.split("/")[0]


def _measured(entry: Entry[Progress], snapshot: Snapshot) -> Iterator[Measured]:
    """The results of a report, each with its place in it and the number that it is one of."""
    appendix = snapshot.catalog.get(Appendix, _plan_id(entry))
    targets = {target.id: target for target in appendix.model.targets} if appendix else {}
    for index, result in enumerate(entry.model.results):
        target = targets.get(result.target)
        for measure in target.measures if target else ():
            if result.measure == measure.id or (result.measure is None and target and len(target.measures) == 1):
                yield index, result, measure


def _key(result: TargetResult) -> str:
    return f"{result.target}/{result.measure}" if result.measure else result.target


@rule(
    "PLAN051",
    msg("a result of a target says no figure"),
    Severity.ERROR,
    Progress,
    wrong='results: [{target: "1.5", numerator: 45}]',
    right='results: [{target: "1.5", numerator: 45, denominator_value: 50}]',
)
def results_say_a_figure(entry: Entry[Progress], snapshot: Snapshot) -> Iterator[Finding]:
    """Either the value, or for a share both numbers, or all three. Where the denominator is 0, nothing was to be done.

    Only a share (`%`) is worked out from two numbers; of everything else the value has to be written.
    """
    for index, result, measure in _measured(entry, snapshot):
        nothing = measure.unit == PERCENT and result.denominator_value == 0
        if exact_value(measure, result) is None and not nothing:
            yield Finding(
                entry.at("results", index),
                msg("the result of `{target}` has no figure", target=_key(result)),
                msg("write `value`, or for a share `numerator` and `denominator_value`"),
                _key(result),
            )


@rule(
    "PLAN052",
    msg("a share of a target is not its two numbers divided"),
    Severity.WARNING,
    Progress,
    wrong="numerator: 45\ndenominator_value: 50\nvalue: 92   # tính ra 90",
    right="numerator: 45\ndenominator_value: 50\nvalue: 90",
)
def shares_are_the_quotient(entry: Entry[Progress], snapshot: Snapshot) -> Iterator[Finding]:
    """The stated share is recomputed and compared to as many decimals as it is written with.

    Whether the goal is met is judged by the two numbers. Where the report itself is wrong, acknowledge it.
    """
    for index, result, measure in _measured(entry, snapshot):
        computed = contradicted(measure, result)
        if computed is None or result.value is None:
            continue
        pair = f"{show_number(result.numerator or 0)}/{show_number(result.denominator_value or 0)}"
        stated = show_number(result.value.value)
        yield Finding(
            entry.at("results", index, "value"),
            msg(
                "{pair} comes to {computed}, not {declared}", pair=pair, computed=show_number(computed), declared=stated
            ),
            msg("correct one of the three figures"),
            _key(result),
            stated,
            show_number(computed),
            pair.replace("/", " / "),
        )


@rule(
    "PLAN053",
    msg("a result of a target lies outside 0 to 100 %"),
    Severity.WARNING,
    Progress,
    wrong="numerator: 55\ndenominator_value: 50   # tính ra 110%",
    right="numerator: 50\ndenominator_value: 55",
)
def shares_fit(entry: Entry[Progress], snapshot: Snapshot) -> Iterator[Finding]:
    """More than all cannot be reached: most often two numbers were exchanged, or the denominator leaves something out.

    Where the figure is not a share (growth, for example), name its unit of measure otherwise than `%`.
    """
    for index, result, measure in _measured(entry, snapshot):
        value = exact_value(measure, result)
        if measure.unit == PERCENT and value is not None and not 0 <= value <= 100:
            yield Finding(
                entry.at("results", index, "value" if result.value is not None else "numerator"),
                msg("`{target}` reached {value} %", target=_key(result), value=show_number(round(value, 2))),
                msg("check the figures"),
                _key(result),
            )


@rule(
    "PLAN054",
    msg("a number has two results for one period"),
    Severity.WARNING,
    Progress,
    wrong='period: Quý III/2023\nresults: [{target: "1.5", value: 60}, {target: "1.5", value: 65}]',
    right='period: Quý III/2023\nresults: [{target: "1.5", value: 65}]',
)
def one_result_a_period(entry: Entry[Progress], snapshot: Snapshot) -> Iterator[Finding]:
    """Only one of them can be true. Where a later report corrects an earlier one of the same period, acknowledge it."""
    period = fold(entry.model.period)
    seen: set[str] = set()
    for report in snapshot.catalog.all(Progress):
        same = _plan_id(report) == _plan_id(entry) and fold(report.model.period) == period
        if same and (report.model.date, report.id) < (entry.model.date, entry.id):
            seen |= {_key(result) for result in report.model.results}
    for index, result in enumerate(entry.model.results):
        if _key(result) in seen:
            yield Finding(
                entry.at("results", index),
                msg("`{target}` already has a result for {period}", target=_key(result), period=entry.model.period),
                msg("keep one"),
                _key(result),
            )
        seen.add(_key(result))


@rule(
    "PLAN055",
    msg("the steps of a goal do not lead to it"),
    Severity.WARNING,
    Appendix,
    wrong='value: "100"\nsteps: [{value: 50, due: sớm nhất có thể}]',
    right='value: "100"\nsteps: [{value: 50, due: hết quý II/2023}]',
)
def steps_lead_to_the_goal(entry: Entry[Appendix], snapshot: Snapshot) -> Iterator[Finding]:
    """Each step names a day that can be told, later than the one before it, and asks for no more than the next."""
    plan = snapshot.catalog.get(Plan, entry.id)
    for t, target in enumerate(entry.model.targets):
        for m, measure in enumerate(target.measures if plan else ()):
            goals = goals_of(plan.model, measure) if plan else ()
            if len(goals) <= len(measure.steps):
                what = msg("the day of a step cannot be told from its words")
            elif not all(_leads(measure, one, other) for one, other in pairwise(goals)):
                what = msg("the steps are not in order, or ask for more than the goal")
            else:
                continue
            yield Finding(
                entry.at("targets", t, "measures", m, "steps"),
                what,
                msg("write each step with its last day, the earliest first"),
                target.id,
            )


def _leads(measure: Measure, one: Goal, other: Goal) -> bool:
    later = one.due is not None and other.due is not None and one.due < other.due
    return later and meets(measure.op, other.value, one.value)


RULES: tuple[Rule, ...] = (
    results_say_a_figure,
    shares_are_the_quotient,
    shares_fit,
    one_result_a_period,
    steps_lead_to_the_goal,
)

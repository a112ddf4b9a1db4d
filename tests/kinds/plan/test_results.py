"""Results of targets by period: which goal each is judged against, what it comes to, and how it changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from site_gen.kinds.plan.choices import Verdict
from site_gen.kinds.plan.model import Appendix, Plan, Progress
from site_gen.kinds.plan.results import Reading, coming_verdicts, latest, readings
from site_gen.kinds.plan.standing import PlanBundle
from site_gen.kinds.plan.target_model import Measure, PlanTarget

STEPPED = {
    "op": ">=",
    "value": "80",
    "due": "trước ngày 31/12/2023",
    "steps": [{"value": "50", "due": "trước ngày 30/6/2023"}],
}


def report(period: str, day: date, *results: dict[str, Any]) -> Any:
    made = [{"target": "m", **result} for result in results]
    return SimpleNamespace(model=Progress(title=period, period=period, date=f"{day:%d/%m/%Y}", results=made))


def bundle(measure: dict[str, Any], *reports: Any, day: date = date(2023, 12, 31), closed: bool = False) -> PlanBundle:
    target = PlanTarget(id="m", text="Hồ sơ nộp trực tuyến", measures=[measure])
    appendix: Any = SimpleNamespace(model=Appendix(targets=[target]))
    plan: Any = SimpleNamespace(model=Plan.model_construct(year=2023, year_to=None))
    return PlanBundle(plan, appendix, reports, (), day, closed)


def target_of(held: PlanBundle) -> tuple[PlanTarget, Measure]:
    assert held.appendix
    target = held.appendix.model.targets[0]
    return target, target.measures[0]


def read(held: PlanBundle) -> tuple[Reading, ...]:
    return readings(held, *target_of(held))


QUARTERS = (
    report("Quý I/2023", date(2023, 3, 30), {"value": "20"}),
    report("Quý II/2023", date(2023, 6, 28), {"value": "52,5"}),
    report("Quý IV/2023", date(2023, 12, 22), {"value": "70"}),
)


def test_each_period_is_judged_against_the_goal_that_was_due_in_it() -> None:
    found = read(bundle(STEPPED, *QUARTERS))
    assert [one.goal.value for one in found] == [50, 50, 80]
    assert [one.verdict for one in found] == [Verdict.OPEN, Verdict.MET, Verdict.MISSED]


def test_a_result_says_how_far_from_the_goal_and_from_the_result_before_it_is() -> None:
    found = read(bundle(STEPPED, *QUARTERS))
    assert [one.difference for one in found] == [Decimal(-30), Decimal("2.5"), Decimal(-10)]
    assert [one.change for one in found] == [None, Decimal("32.5"), Decimal("17.5")]


def test_the_latest_result_is_judged_against_the_goal_that_is_due_today() -> None:
    held = bundle(STEPPED, *QUARTERS[:2], day=date(2023, 12, 30))
    before, after = latest(held, *target_of(held)), latest(replace(held, day=date(2023, 12, 31)), *target_of(held))
    assert before
    assert before.verdict is Verdict.MET
    assert after
    assert (after.verdict, after.goal.value) == (Verdict.MISSED, 80)


def test_the_day_on_which_another_goal_is_asked_for_is_foretold() -> None:
    held = bundle(STEPPED, *QUARTERS[:2], day=date(2023, 7, 10))
    assert [(target.id, day) for target, day in coming_verdicts(held)] == [("m", date(2023, 12, 31))]


def test_of_a_closed_plan_every_goal_is_due() -> None:
    held = bundle(STEPPED, *QUARTERS[:2], day=date(2023, 6, 28), closed=True)
    last = latest(held, *target_of(held))
    assert last
    assert last.verdict is Verdict.MISSED


def test_a_goal_without_a_day_is_always_asked_for() -> None:
    (one,) = read(bundle({"value": "80"}, QUARTERS[0]))
    assert one.verdict is Verdict.MISSED


def test_a_share_is_worked_out_from_its_two_numbers() -> None:
    (one,) = read(
        bundle({"value": "90"}, report("Quý I/2023", date(2023, 3, 30), {"numerator": 45, "denominator_value": 50}))
    )
    assert (one.shown, one.verdict) == (Decimal(90), Verdict.MET)


def test_rounding_never_turns_a_miss_into_a_hit() -> None:
    counts = {"numerator": 1999, "denominator_value": 2000}
    (one,) = read(bundle({"value": "100"}, report("Quý I/2023", date(2023, 3, 30), counts)))
    assert (one.shown, one.verdict) == (Decimal("99.95"), Verdict.MISSED)


def test_a_stated_share_that_the_numbers_contradict_is_kept_beside_what_they_come_to() -> None:
    stated = {"numerator": 45, "denominator_value": 50, "value": "92"}
    (one,) = read(bundle({"value": "91"}, report("Quý I/2023", date(2023, 3, 30), stated)))
    assert (one.shown, one.declared, one.verdict) == (Decimal(90), Decimal(92), Verdict.MISSED)


def test_where_nothing_arose_nothing_is_judged_and_the_result_before_stays_the_latest() -> None:
    nothing = report("Quý II/2023", date(2023, 6, 30), {"numerator": 0, "denominator_value": 0})
    held = bundle({"value": "90"}, QUARTERS[0], nothing)
    assert [one.verdict for one in read(held)] == [Verdict.MISSED, None]
    last = latest(held, *target_of(held))
    assert last
    assert last.report.period == "Quý I/2023"

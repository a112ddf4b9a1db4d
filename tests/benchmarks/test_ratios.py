"""Ratios are those of the same round, and a goal is met, missed or not measured."""

from __future__ import annotations

from typing import Any

import pytest
from figures import COMMUNE, GOALS, Goal, Judged, growth, judged, median, ratio, ratios
from records import Run


def cost(round: int, generator: str, cpu: float, scenario: str = "cold", **more: float) -> dict[str, Any]:
    return {"round": round, "generator": generator, "scenario": scenario, "cpu": cpu, "wall": cpu, "peak": 0, **more}


def run(site: str, *costs: dict[str, Any]) -> Run:
    return Run(site, site, 1, "2026-11-21", {}, {}, list(costs))


def test_the_median_is_that_of_all_rounds() -> None:
    costs = [cost(1, "sitegen", 5.0), cost(2, "sitegen", 1.0), cost(3, "sitegen", 2.0), cost(1, "hugo", 9.0)]
    assert median(costs, "sitegen", "cold", "cpu") == 2.0
    assert median(costs, "sitegen", "entry", "cpu") is None


def test_a_round_is_compared_with_itself() -> None:
    costs = [
        cost(1, "hugo", 1.0), cost(1, "sitegen", 2.0),
        cost(2, "hugo", 10.0), cost(2, "sitegen", 30.0),
        cost(3, "hugo", 2.0), cost(3, "sitegen", 2.0),
    ]  # fmt: skip  # a round in a line
    assert ratios(costs, "sitegen", "cold", "cpu") == [2.0, 3.0, 1.0]
    assert ratio(costs, "sitegen", "cold", "cpu") == 2.0


def test_a_round_without_the_other_one_says_nothing() -> None:
    costs = [cost(1, "sitegen", 2.0), cost(2, "hugo", 1.0), cost(2, "hugo", 1.0, "entry")]
    assert ratio(costs, "sitegen", "cold", "cpu") is None


def test_growth_is_that_of_a_page_from_size_to_size() -> None:
    runs = {"1000": run("1000", cost(1, "sitegen", 1.0)), "10000": run("10000", cost(1, "sitegen", 12.0))}
    assert growth(runs, "sitegen") == {(1000, 10000): pytest.approx(0.2)}


def test_growth_passes_over_a_size_that_was_not_measured() -> None:
    runs = {"1000": run("1000", cost(1, "sitegen", 1.0)), "50000": run("50000", cost(1, "sitegen", 50.0))}
    assert growth(runs, "sitegen") == {(1000, 50000): pytest.approx(0.0)}


@pytest.mark.parametrize(
    ("costs", "verdict"),
    [
        ({"1000": 1.0, "10000": 11.0, "50000": 60.0}, "met"),
        ({"1000": 1.0, "10000": 11.0, "50000": 70.0}, "**missed**"),
        ({"1000": 1.0, "10000": 12.0}, "**missed**"),
        ({"1000": 1.0, "10000": 11.0}, "not measured"),
        ({}, "not measured"),
    ],
)
def test_growth_is_met_only_where_every_size_was_measured(costs: dict[str, float], verdict: str) -> None:
    runs = {site: run(site, cost(1, "sitegen", cpu)) for site, cpu in costs.items()}
    assert judged(runs)[-1].verdict == verdict


@pytest.mark.parametrize(
    ("value", "verdict", "missed"),
    [
        (0.5, "met", False),
        (0.75, "met", False),
        (0.76, "met, the aim missed", False),
        (1.5, "met, the aim missed", False),
        (1.51, "**missed**", True),
        (None, "not measured", False),
    ],
)
def test_a_goal_is_met_missed_or_not_measured(value: float | None, verdict: str, missed: bool) -> None:
    one = Judged(Goal("x", "cold", "wall", 1.5, 0.75), value)
    assert (one.verdict, one.missed) == (verdict, missed)


def test_a_goal_without_an_aim_is_met_or_missed() -> None:
    goal = Goal("x", "cold", "wall", 1.5)
    assert [Judged(goal, value).verdict for value in (1.5, 1.6)] == ["met", "**missed**"]


def test_goals_are_held_against_the_size_that_they_are_set_for_and_the_commune() -> None:
    runs = {
        "1000": run("1000", cost(1, "hugo", 1.0), cost(1, "sitegen", 9.0)),
        "10000": run("10000", cost(1, "hugo", 10.0), cost(1, "sitegen", 12.0)),
        COMMUNE: run(COMMUNE, cost(1, "sitegen", 0.9)),
    }
    found = {one.goal.name: one.value for one in judged(runs)}
    assert found["cold, everything: wall"] == pytest.approx(1.2)
    assert found["one commune, cold: wall"] == 0.9
    assert found["one entry edited: CPU"] is None


def test_every_goal_that_has_an_aim_aims_higher() -> None:
    assert [goal.name for goal in GOALS if goal.aim is not None and goal.aim >= goal.must] == []

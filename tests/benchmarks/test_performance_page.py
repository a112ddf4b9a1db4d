"""The page says plainly what was missed and what was not measured."""

from __future__ import annotations

from typing import Any

import pytest
from builds import REPOSITORY
from figures import COMMUNE, GOALS
from page import bound, page, share
from records import Run

MACHINE = {
    "cores": "2", "processor": "EPYC", "memory": "24 GiB", "system": "Linux 6", "python": "3.11.7", "files": "tmpfs",
    "load": "0.3",
}  # fmt: skip  # a table, read as a paragraph


def run(site: str, *costs: tuple[int, str, str, float]) -> Run:
    figures: list[dict[str, Any]] = [
        {"round": number, "generator": generator, "scenario": scenario, "cpu": c, "wall": c, "peak": c}
        for number, generator, scenario, c in costs
    ]
    versions = {"hugo": "0.168.0", "sitegen": "0.2.0"}
    return Run(site, site, max(c[0] for c in costs), "2026-11-21T10:00:00+00:00", MACHINE, versions, figures)


RUNS = {
    "10000": run(
        "10000",
        (1, "hugo", "cold", 10.0), (1, "sitegen", "cold", 12.0),
        (2, "hugo", "cold", 10.0), (2, "sitegen", "cold", 14.0),
        (1, "hugo", "entry", 10.0), (1, "sitegen", "entry", 5.0),
        (1, "hugo", "memory", 900.0), (1, "sitegen", "memory", 200.0),
    ),
    COMMUNE: run(COMMUNE, (1, "sitegen", "cold", 1.0)),
}  # fmt: skip  # a scenario in a line


def line(start: str, text: str) -> str:
    return next(line for line in text.splitlines() if line.startswith(start))


def named(what: str, text: str) -> list[str]:
    """The goals listed under a word."""
    return text.partition(f"\n{what}:\n\n")[2].partition("\n\n")[0].replace("- ", "").split("\n")


def test_where_the_time_went_stands_there_as_the_build_said_it() -> None:
    said = "Step      passed\nread      1.00 s\nAll       1.00 s\n"
    runs = {"10000": run("10000", (1, "hugo", "entry", 10.0), (1, "sitegen", "entry", 5.0))}
    assert "## Where the time goes" not in page(runs)
    runs["10000"].costs[1]["profile"] = said
    assert f"### One entry edited (fee and text)\n\n```text\n{said}```\n" in page(runs)


def test_a_missed_goal_is_named_above_and_in_the_table() -> None:
    text = page(RUNS)
    assert named("Missed", text) == ["one entry edited: CPU"]
    assert line("| one entry edited: CPU |", text).endswith("| 1/20 | 1/30 | 1/2 | **missed** |")


def test_of_a_missed_goal_it_is_said_what_is_in_the_way_and_of_no_other() -> None:
    said = page(RUNS).partition("What is in the way:\n\n")[2].partition("\n\n")[0].split("\n")
    assert len(said) == 1
    assert said[0].startswith("- one entry edited: CPU: what is known")
    assert [goal.name for goal in GOALS if not goal.in_the_way] == []


def test_a_goal_that_is_met_is_not_said_to_be_missed() -> None:
    text = page(RUNS)
    assert line("| cold, everything: wall |", text).endswith("| 1.50 | 0.75 | 1.30 | met, the aim missed |")
    assert line("| peak memory", text).endswith("| 1/3 | 1/4 | 1/4.5 | met |")
    assert line("| one commune, cold: wall |", text).endswith("| 1.20 s | – | 1.00 s | met |")


def test_what_was_not_measured_is_named() -> None:
    text = page(RUNS)
    assert "nothing changed: CPU" in named("Not measured", text)
    assert line("| nothing changed: CPU |", text).endswith("| – | not measured |")


def test_it_names_machine_versions_and_command() -> None:
    text = page(RUNS)
    for said in ("EPYC", "24 GiB", "tmpfs", "Python 3.11.7", "hugo 0.168.0", "benchmarks/ssg/run.py all"):
        assert said in text


def test_it_tells_how_far_rounds_lie_apart() -> None:
    assert "sitegen 1.20–1.40" in page(RUNS)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(26.4, "26"), (1.2, "1.20"), (0.61, "0.61"), (0.5, "1/2"), (1 / 3, "1/3"), (0.23, "1/4.3"), (1 / 105, "1/105")],
)
def test_a_ratio_is_told_as_people_say_it(value: float, shown: str) -> None:
    assert share(value) == shown


def test_the_kept_page_holds_every_goal_with_its_bounds() -> None:
    kept = (REPOSITORY / "docs" / "performance.md").read_text(encoding="utf-8")
    for goal in GOALS:
        assert f"| {goal.name} | {bound(goal, goal.must)} | {bound(goal, goal.aim)} |" in kept

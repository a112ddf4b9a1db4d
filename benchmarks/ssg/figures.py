"""Figures of the runs: medians, ratios of the same round, and the goals that they are held against."""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from records import Record, Run
from scenarios import COLD, DATE, ENTRY, MEMORY, TEMPLATE, UNCHANGED

BASE = "hugo"
GOAL_PAGES = 10_000
"""The size for which the goals are set."""
GROWING = (1_000, 10_000, 50_000)


def median(costs: Sequence[Record], generator: str, scenario: str, figure: str) -> float | None:
    """The median over the rounds; nothing where it was not measured."""
    found = [c[figure] for c in costs if (c["generator"], c["scenario"]) == (generator, scenario)]
    return statistics.median(found) if found else None


def ratios(costs: Sequence[Record], generator: str, scenario: str, figure: str, base: str = BASE) -> list[float]:
    """What a generator cost as a multiple of another one in the same round, for each round that measured both."""
    by_round: dict[int, dict[str, float]] = {}
    for c in costs:
        if c["scenario"] == scenario:
            by_round.setdefault(c["round"], {})[c["generator"]] = c[figure]
    pairs = [(one[generator], one[base]) for one in by_round.values() if generator in one and base in one]
    return [ours / theirs for ours, theirs in pairs if theirs]


def ratio(costs: Sequence[Record], generator: str, scenario: str, figure: str, base: str = BASE) -> float | None:
    """The median of the rounds' ratios; nothing where none was measured."""
    found = ratios(costs, generator, scenario, figure, base)
    return statistics.median(found) if found else None


def growth(runs: Mapping[str, Run], generator: str, sizes: Sequence[int] = GROWING) -> dict[tuple[int, int], float]:
    """By how much a page of a larger site costs more processor time than one of the next smaller: 0.15 is 15 % more."""
    each = {}
    for size in sizes:
        cost = median(runs[str(size)].costs, generator, COLD, "cpu") if str(size) in runs else None
        if cost is not None:
            each[size] = cost / size
    measured = list(each)
    return {(a, b): each[b] / each[a] - 1 for a, b in itertools.pairwise(measured)}


@dataclass(frozen=True)
class Goal:
    """A goal: a figure of one scenario, as a multiple of Hugo's, or in seconds where `site` is a site of our own.

    Attributes:
        must: The most that is accepted.
        aim: The most that is wished for, where more is wished for.
        in_the_way: What costs most, said where the goal is missed; the shares stand in the profiles.
    """

    name: str
    scenario: str
    figure: str
    must: float
    aim: float | None = None
    generator: str = "sitegen"
    site: str = str(GOAL_PAGES)
    absolute: bool = False
    in_the_way: str = ""


COMMUNE = "cam-giang"
COMMUNE_CHECK, COMMUNE_ONE_FILE, COMMUNE_SAVE = "check", "check of one saved file", "save to reload"
COMMUNE_WATCH = "save to findings, while `check --watch` runs"
GOALS = (
    Goal(
        "cold, everything: wall",
        COLD,
        "wall",
        1.5,
        0.75,
        in_the_way="every page is bound to a model, judged, rendered, looked through for personal data together with its rows in lists, tables and search, and has a picture for links; all of it in Python, deciding on one core",
    ),
    Goal(
        "cold, with the extra [fast]: wall",
        COLD,
        "wall",
        1.0,
        0.4,
        generator="sitegen[fast]",
        in_the_way="the extra holds no faster Markdown engine: texts are checked on tokens that only markdown-it-py gives",
    ),
    Goal(
        "nothing changed: CPU",
        UNCHANGED,
        "cpu",
        1 / 100,
        in_the_way="the stamp of each file of content and output is asked for",
    ),
    Goal(
        "one entry edited: CPU",
        ENTRY,
        "cpu",
        1 / 20,
        1 / 30,
        in_the_way="what is known lies in one file, which is read whole; lists, tables of data and the search index that hold the entry are made and looked through whole",
    ),
    Goal(
        "the layout edited: CPU",
        TEMPLATE,
        "cpu",
        1 / 2,
        1 / 4,
        in_the_way="every page is rendered and looked through again",
    ),
    Goal(
        "the date moves by one day: CPU",
        DATE,
        "cpu",
        1 / 20,
        in_the_way="rules and pages that read the day are asked again, which are nearly all",
    ),
    Goal(
        "peak memory of all processes",
        MEMORY,
        "peak",
        1 / 3,
        1 / 4,
        in_the_way="entries, with the place of each value, and the values of all pages are held at once",
    ),
    Goal(
        "one commune, cold: wall",
        COLD,
        "wall",
        1.2,
        site=COMMUNE,
        absolute=True,
        in_the_way="importing, and the thesaurus of search with the scan of its files, cost a small site as much as a large one",
    ),
    Goal(
        "one commune, save to reload: CPU",
        COMMUNE_SAVE,
        "cpu",
        0.3,
        site=COMMUNE,
        absolute=True,
        in_the_way="search index, tables and lists are joined anew after each save",
    ),
    Goal(
        "one commune, check of one saved file: CPU",
        COMMUNE_ONE_FILE,
        "cpu",
        0.2,
        site=COMMUNE,
        absolute=True,
        in_the_way="importing is the largest part; `check --watch` has done that before",
    ),
)
GROWTH = Goal("growth of the cost of a page", COLD, "cpu", 0.15)


@dataclass(frozen=True)
class Judged:
    """A goal and what was measured; nothing where it was not."""

    goal: Goal
    value: float | None

    @property
    def missed(self) -> bool:
        """Whether more was measured than is accepted."""
        return self.value is not None and self.value > self.goal.must

    @property
    def verdict(self) -> str:
        """In words, as the page says it."""
        if self.value is None:
            return "not measured"
        if self.missed:
            return "**missed**"
        return "met" if self.goal.aim is None or self.value <= self.goal.aim else "met, the aim missed"


def judged(runs: Mapping[str, Run], pages: str = str(GOAL_PAGES)) -> list[Judged]:
    """Every goal, held against the runs; those for large sites against the run of `pages`."""
    out = []
    for goal in GOALS:
        run = runs.get(goal.site if goal.absolute else pages)
        of = median if goal.absolute else ratio
        out.append(Judged(goal, of(run.costs, goal.generator, goal.scenario, goal.figure) if run else None))
    return [*out, Judged(GROWTH, _grown(runs))]


def _grown(runs: Mapping[str, Run]) -> float | None:
    """The worst step of growth; nothing while a size is not measured and no other has missed the goal."""
    steps = growth(runs, GROWTH.generator).values()
    whole = len(steps) == len(GROWING) - 1
    worst = max(steps, default=None)
    return worst if worst is not None and (whole or worst > GROWTH.must) else None

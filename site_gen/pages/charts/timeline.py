"""The days of a plan's years: how many things fall due when, how far each of them is, and where a day stands among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from site_gen.base.dataclass import dataclass
from site_gen.base.values import Drawn, Key, Record
from site_gen.model.period import Period
from site_gen.pages.charts.scale import place
from site_gen.pages.charts.time_axis import Mark, centre, labels

FAMILIES = ("done", "run", "soon", "late", "calm")
"""From the bottom of a column to its top."""


@dataclass(frozen=True)
class Layer(Record):
    """The things of one state in a column: `y` and `height` in percent from the top of the drawing."""

    family: Key
    y: float
    height: float


@dataclass(frozen=True)
class Column(Record):
    """A month, or a quarter of a plan of several years: where it stands, and what falls due in it."""

    x: float
    top: float
    count: int
    layers: tuple[Layer, ...]


@dataclass(frozen=True)
class Quarter(Record):
    """A quarter under its columns: where it begins, its middle, what it is called, its year where there are several, and how many
    are in which state."""

    start: float
    x: float
    name: Drawn
    year: int | None
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Timeline(Record):
    """The years of a plan.

    Attributes:
        first: The first day.
        last: The last day.
        columns: What falls due, month by month.
        quarters: The quarters below.
        years: The years below them, where there are several.
        outside: How many have a day that lies in none of the years.
    """

    first: date
    last: date
    columns: tuple[Column, ...]
    quarters: tuple[Quarter, ...]
    years: tuple[Mark, ...]
    outside: int


def timeline(first_year: int, last_year: int, things: Iterable[tuple[date, str]]) -> Timeline | None:
    """The chart of things, each with its last day and the family of its state; None where none of them falls in the years."""
    first, last = date(first_year, 1, 1), date(last_year, 12, 31)
    found = list(things)
    inside = [(day, family) for day, family in found if first <= day <= last]
    if not inside:
        return None
    months = 1 if first_year == last_year else 3
    by_column = Counter((Period.on(day, months), family) for day, family in inside)
    by_quarter = Counter((Period.on(day, 3), family) for day, family in inside)
    periods, quarters = _periods(first_year, last_year, months), _periods(first_year, last_year, 3)
    tallest = max(sum(by_column[period, family] for family in FAMILIES) for period in periods)

    def column(index: int, period: Period) -> Column:
        layers: list[Layer] = []
        y = 100.0
        for family in FAMILIES:
            if count := by_column[period, family]:
                height = 100 * count / tallest
                y -= height
                layers.append(Layer(family, place(max(y, 0)), place(height)))
        total = sum(by_column[period, family] for family in FAMILIES)
        return Column(centre(index, len(periods), 0, 100), place(max(y, 0)), total, tuple(layers))

    return Timeline(
        first,
        last,
        tuple(column(index, period) for index, period in enumerate(periods)),
        tuple(
            Quarter(
                centre(index - 0.5, len(quarters), 0, 100),
                centre(index, len(quarters), 0, 100),
                labels(quarter)[0].text,
                quarter.year if last_year > first_year else None,
                {family: by_quarter[quarter, family] for family in FAMILIES},
            )
            for index, quarter in enumerate(quarters)
        ),
        tuple(
            Mark(centre(year - first_year, last_year - first_year + 1, 0, 100), str(year))
            for year in range(first_year, last_year + 1)
            if last_year > first_year
        ),
        len(found) - len(inside),
    )


def _periods(first_year: int, last_year: int, months: int) -> list[Period]:
    return [
        Period.of(year, month, months) for year in range(first_year, last_year + 1) for month in range(1, 13, months)
    ]


def along(day: date, first: date, last: date) -> float | None:
    """How far a day lies between the beginning of one and the end of another, in percent; None where it lies outside."""
    length = last - first + timedelta(1)
    return place((day - first) / length * 100) if first <= day <= last else None

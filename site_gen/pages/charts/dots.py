"""Single things as dots, by period: so few that each of them counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_gen.base.dataclass import dataclass
from site_gen.base.values import Drawn, Record
from site_gen.model.period import Period
from site_gen.pages.charts.time_axis import Mark, centre, complete, labels, years

MOST_DOTS = 6
"""So many dots of one cell can be told apart; more are one large dot with their number."""


@dataclass(frozen=True)
class DotCell(Record):
    """How many things fall in a period; None where nothing is known of it. `single` is whether each has its own dot."""

    x: float
    count: int | None
    single: bool


@dataclass(frozen=True)
class DotRow(Record):
    """The periods of one row, how high its tallest cell is in dots, and what it says in words."""

    cells: tuple[DotCell, ...]
    height: int
    text: Drawn


@dataclass(frozen=True)
class PeriodAxis(Record):
    """Short names of periods and, below them, years."""

    marks: tuple[Mark, ...]
    years: tuple[Mark, ...]
    unit: Drawn


def dot_row(counts: Mapping[Period, int | None], periods: Sequence[Period], text: str = "") -> DotRow:
    """A row of a chart over `periods`; a period that `counts` does not have is one of which nothing is known."""
    cells = tuple(
        DotCell(centre(index, len(periods), 0, 100), count, count is None or count <= MOST_DOTS)
        for index, count in enumerate(counts.get(period) for period in periods)
    )
    return DotRow(cells, max((-(-(cell.count or 0) // 3) if cell.single else 2 for cell in cells), default=0), text)


def period_axis(periods: Sequence[Period]) -> PeriodAxis:
    """The axis below the rows of a chart over some periods."""
    every = complete(periods)

    def x(index: float) -> float:
        return centre(index, len(every), 0, 100)

    marks = tuple(labels(period, x(index))[0] for index, period in enumerate(every))
    return PeriodAxis(marks, years(every, x), labels(every[0])[1] if every else "")

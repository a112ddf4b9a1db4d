"""Time along the width of a chart: periods in a row, their short names, and the years below them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from site_gen.base.dataclass import dataclass
from site_gen.base.values import Drawn, Record
from site_gen.model.period import Period
from site_gen.pages.charts.scale import place

YEAR_WIDTH = 12
"""Room that a year needs, in percent of the narrowest chart."""
_QUARTERS = ("I", "II", "III", "IV")


@dataclass(frozen=True)
class Mark(Record):
    """Words under a place of the axis, in percent from the left."""

    x: float
    text: Drawn


def complete(periods: Iterable[Period]) -> list[Period]:
    """The periods in order, with those that are missing between the first and the last."""
    found = sorted(set(periods))
    out: list[Period] = []
    for period in found:
        out += [*out[-1].between(period), period] if out else [period]
    return out


def centre(index: float, count: int, left: float, right: float) -> float:
    """The middle of the place of one of `count` periods between two edges."""
    return place(left + (right - left) * (index + 0.5) / count)


def labels(period: Period, x: float = 0) -> tuple[Mark, str]:
    """The short name of a period at a place of the axis, and what such names count."""
    match period.months:
        case 1:
            return Mark(x, str(period.first.month)), "Tháng"
        case 3:
            return Mark(x, _QUARTERS[(period.first.month - 1) // 3]), "Quý"
        case 12:
            return Mark(x, str(period.year)), "Năm"
    return Mark(x, f"{period.first.month}–{period.last.month}"), "Tháng"


def years(periods: Sequence[Period], x: Callable[[float], float]) -> tuple[Mark, ...]:
    """The years of the periods, each under the first that lies in it where there is room; none where the periods are years."""
    out: list[Mark] = []
    start = 0
    for year, mine in groupby(periods, key=lambda period: period.year):
        count = len(list(mine))
        room = x(start + count) - x(start)
        if periods[0].months < 12 and (room >= YEAR_WIDTH or start + count == len(periods)):
            out.append(Mark(x(start), str(year)))
        start += count
    return tuple(out)

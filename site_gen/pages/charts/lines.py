"""A figure over time as a line, with what was asked for as another, and the last figure labelled."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any

from site_gen.base.dataclass import dataclass
from site_gen.base.values import Drawn, Record
from site_gen.base.vietnamese import show_number
from site_gen.model.period import Period
from site_gen.pages.charts.scale import Scale, Show, Tick, line_scale, place
from site_gen.pages.charts.time_axis import Mark, centre, complete, labels, years

LETTER, GAP = 2.7, 2.5
"""Width of a digit of an axis, and the gap behind it, in percent of the narrowest chart (288 px)."""
RIGHT = 97.0
"""Where the last period ends, so that its dot is not cut in half."""


@dataclass(frozen=True)
class Point(Record):
    """A figure where it is drawn, in percent from the left and from the top, and the period that it belongs to."""

    x: float
    y: float
    text: Drawn
    period: Drawn


@dataclass(frozen=True)
class TargetLine(Record):
    """What was asked for over a time."""

    start: float
    end: float
    y: float


@dataclass(frozen=True)
class LineChart(Record):
    """A line over periods. A period without a figure interrupts it.

    Attributes:
        left: Where the periods begin, in percent of the width; the ticks stand before it.
        ticks: Round figures, `at` in percent from the top.
        cut: Whether the axis begins elsewhere than at zero.
        strokes: Each stretch of the line as SVG points in a box of 100 by 100.
        points: The figures.
        lowest: The least of them, the first where several are.
        highest: The greatest of them, the last where several are.
        last: The last one, for its label; it stands `below` its dot where the line comes from above.
        targets: What was asked for, step by step.
        target: The last of these in words.
        target_at: Where these words begin, or end where `target_end`, in percent from the left.
        target_below: Whether they stand below their line, because the figures there lie above it.
        marks: Short names of the periods, as many as a phone has room for.
        years: The years below them.
        unit: What the short names count, such as `Tháng`.
    """

    left: float
    ticks: tuple[Tick, ...]
    cut: bool
    strokes: tuple[Drawn, ...]
    points: tuple[Point, ...]
    lowest: Point
    highest: Point
    last: Point
    below: bool
    targets: tuple[TargetLine, ...]
    target: Drawn
    target_at: float
    target_end: bool
    target_below: bool
    marks: tuple[Mark, ...]
    years: tuple[Mark, ...]
    unit: Drawn


def line_chart(
    figures: Mapping[Period, Decimal | None],
    show: Show = show_number,
    targets: Mapping[Period, Decimal] | None = None,
    target: str = "",
    scale: Scale | None = None,
    tick: Show | None = None,
) -> LineChart | None:
    """The chart of some figures; None where fewer than two are known, which a line could not join.

    Args:
        figures: By period, all of one length; a period that is missing, or has none, is a gap.
        show: How a figure is written.
        targets: What was asked for, by period.
        target: The last of these in words.
        scale: The scale to draw on, where several charts are compared; otherwise that of `percent_scale`.
        tick: How a round figure of the axis is written, where that is otherwise.
    """
    periods = complete(figures)
    asked = targets or {}
    known = [(index, value) for index, period in enumerate(periods) if (value := figures.get(period)) is not None]
    if len(known) < 2:
        return None
    scale = scale or percent_scale([*(value for _, value in known), *asked.values()])
    axis, unit = scale.axis(tick or show), labels(periods[0])[1]
    left = place(min(max(len(text) for text in (unit, *(tick.text for tick in axis.ticks))) * LETTER + GAP, 40))

    def x(index: float) -> float:
        return centre(index, len(periods), left, RIGHT)

    def y(value: Decimal) -> float:
        return place(100 - scale.at(value))

    points = {index: Point(x(index), y(value), show(value), str(periods[index])) for index, value in known}
    in_order = tuple(points.values())
    runs = groupby(range(len(periods)), key=points.__contains__)
    strokes = [[points[index] for index in run] for there, run in runs if there]
    steps = _target_lines([asked.get(period) for period in periods], x, y)
    last = in_order[-1]
    return LineChart(
        left=left,
        ticks=tuple(Tick(place(100 - tick.at), tick.text) for tick in axis.ticks),
        cut=axis.cut,
        strokes=tuple(" ".join(f"{p.x:g},{p.y:g}" for p in run) for run in strokes if len(run) > 1),
        points=in_order,
        lowest=max(in_order, key=lambda p: p.y),
        highest=min(reversed(in_order), key=lambda p: p.y),
        last=last,
        below=last.y > in_order[-2].y and last.y < 85,
        targets=steps,
        target=target if steps else "",
        **_target_words(steps, in_order),
        marks=tuple(labels(period, x(index))[0] for index, period in enumerate(periods) if _named(index, len(periods))),
        years=years(periods, x),
        unit=unit,
    )


def percent_scale(values: Sequence[Decimal]) -> Scale:
    """The scale of shares: at least two points, at most up to 100 percent unless a value lies beyond."""
    return line_scale(values, least=Decimal(2), most=Decimal(100))


MOST_MARKS = 12
LATE_START = 60
"""A target's line that begins further to the right has no room for its words before the edge."""


def _named(index: int, count: int) -> bool:
    """Whether the period is named on the axis: every one, or every second, third … counted from the last."""
    return (count - 1 - index) % -(-count // MOST_MARKS) == 0


def _target_words(steps: Sequence[TargetLine], points: Sequence[Point]) -> dict[str, Any]:
    """Where the words of the last target stand: at the beginning of its line, or at the end of one that is short."""
    if not steps:
        return {"target_at": 0.0, "target_end": False, "target_below": False}
    line = steps[-1]
    end = line.start > LATE_START
    along = [point for point in points if line.start <= point.x <= line.end] or list(points)
    near = along[-1] if end else along[0]
    return {
        "target_at": line.end if end else line.start,
        "target_end": end,
        "target_below": near.y <= line.y and 12 < line.y < 88,
    }


def _target_lines(
    asked: Sequence[Decimal | None], x: Callable[[float], float], y: Callable[[Decimal], float]
) -> tuple[TargetLine, ...]:
    """One line for each run of equal targets; a period without one interrupts it."""
    out: list[TargetLine] = []
    start = 0
    for value, run in groupby(asked):
        length = len(list(run))
        if value is not None:
            out.append(TargetLine(x(start - 0.5), x(start + length - 0.5), y(value)))
        start += length
    return tuple(out)

"""Scales with round ticks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from site_gen.base.dataclass import dataclass
from site_gen.base.values import Drawn, Record
from site_gen.base.vietnamese import show_number

Show = Callable[[Decimal], str]
"""How a figure is written at a tick or a point."""
MOST_STEPS = 4
FULL = Decimal(100)


@dataclass(frozen=True)
class Tick(Record):
    """A round figure on an axis; `at` in percent of the axis, from its low end."""

    at: float
    text: Drawn


@dataclass(frozen=True)
class Axis(Record):
    """The ticks of a scale, low ones first; `cut` is whether it begins elsewhere than at zero, which a page has to say."""

    ticks: tuple[Tick, ...]
    cut: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """From one round figure to another, in equal round steps."""

    low: Decimal
    high: Decimal
    step: Decimal

    def at(self, value: Decimal) -> float:
        """Where a figure lies, in percent from the low end; one outside the scale lies at the end that is nearer."""
        share = (value - self.low) / (self.high - self.low) * 100
        return place(min(max(share, Decimal(0)), FULL))

    def axis(self, show: Show = show_number) -> Axis:
        """Its ticks, written out."""
        count = int((self.high - self.low) / self.step)
        values = (self.low + self.step * n for n in range(count + 1))
        return Axis(tuple(Tick(self.at(value), show(value)) for value in values), self.low != 0)


def place(share: Decimal | float) -> float:
    """A position as charts hold it: with two decimals, which is less than a thousandth of the narrowest screen."""
    return round(float(share), 2)


def bar_scale(values: Iterable[Decimal], most: Decimal | None = None) -> Scale:
    """The scale of bars, which show size and therefore begin at zero.

    Args:
        values: What is to be drawn; none, or nothing but zeros, gives a scale from 0 to 1.
        most: Where the scale ends unless a value lies beyond it, such as 100 percent.
    """
    found = [*values, Decimal(0), *([] if most is None else [most])]
    return _around(min(found), max(found))


def line_scale(values: Iterable[Decimal], least: Decimal, most: Decimal | None = None) -> Scale:
    """The scale of lines, which show change and may therefore begin elsewhere than at zero.

    Args:
        values: What is to be drawn.
        least: How much it spans at least, so that what hardly changes is not drawn as a leap.
        most: The most that can be meant, such as 100 percent. The scale goes no further unless a value lies beyond it.
    """
    found = list(values) or [Decimal(0)]
    low, high = min(found), max(found)
    half = max(least - (high - low), Decimal(0)) / 2
    top = min(high + half, most) if most is not None and high <= most else high + half
    bottom = min(low, top - least)
    if low >= 0 > bottom:
        bottom, top = Decimal(0), max(top, least)
    return _around(bottom, top)


def _around(low: Decimal, high: Decimal) -> Scale:
    """The narrowest scale around two figures, in at most `MOST_STEPS` steps of 1, 2 or 5 times a power of ten."""
    if low == high:
        high = low + 1
    power = Decimal(1).scaleb(((high - low) / MOST_STEPS).adjusted())
    for step in (power * n for n in (1, 2, 5, 10, 20)):
        bottom, top = _down(low, step), _up(high, step)
        if bottom < top <= bottom + step * MOST_STEPS:
            return Scale(bottom, top, step)
    return Scale(bottom, bottom + step, step)


def _down(value: Decimal, step: Decimal) -> Decimal:
    return (value / step).to_integral_value(ROUND_FLOOR) * step


def _up(value: Decimal, step: Decimal) -> Decimal:
    return (value / step).to_integral_value(ROUND_CEILING) * step

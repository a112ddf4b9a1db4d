"""Bars on one scale: a result beside what was asked for, and a whole with its parts."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from site_gen.base.dataclass import dataclass
from site_gen.base.values import Drawn, Key, Record
from site_gen.pages.charts.scale import Scale, bar_scale, place

VERDICTS = {True: "done", False: "late", None: "plain"}
"""How a bar is drawn whose result met what was asked for, missed it, or is not judged."""
PERCENT = bar_scale((), Decimal(100))
"""The scale of shares that no value exceeds."""


@dataclass(frozen=True)
class Bullet(Record):
    """A bar from zero to a result, with a tick at what was asked for; positions in percent of the width.

    Attributes:
        start: Where the bar begins: at zero, or at a result below it.
        width: How long it is.
        target: Where the tick stands; None where nothing was asked for.
        verdict: `done`, `late` or `plain`, by which it is filled.
        text: The result in words, with the target and the verdict, for those who do not see the bar.
    """

    start: float
    width: float
    target: float | None
    verdict: Key
    text: Drawn


@dataclass(frozen=True)
class Segment(Record):
    """A part of a bar, filled as things of its `family` are."""

    start: float
    width: float
    family: Key


@dataclass(frozen=True)
class Stack(Record):
    """Parts behind each other on the scale of their chart; `text` says all of them."""

    segments: tuple[Segment, ...]
    text: Drawn


def scale_to(most: Decimal) -> Scale:
    """The scale of a single bar that ends at its own maximum."""
    end = max(most, Decimal(0)) or Decimal(1)
    return Scale(Decimal(0), end, end)


def value_scale(unit: str, values: Iterable[Decimal]) -> Scale:
    """The scale of values in a unit of measure: shares stand in the whole of which they are a part."""
    return bar_scale(values, Decimal(100) if unit == "%" else None)


def bullet(
    scale: Scale, value: Decimal, target: Decimal | None = None, met: bool | None = None, text: str = ""
) -> Bullet:
    """The bar of a result on the scale of its chart."""
    zero, end = scale.at(Decimal(0)), scale.at(value)
    start, width = min(zero, end), place(abs(end - zero))
    return Bullet(start, width, None if target is None else scale.at(target), VERDICTS[met], text)


def stack(scale: Scale, parts: Iterable[tuple[str, Decimal | int]], text: str = "") -> Stack:
    """The bar of some parts, each of a family, in their order; a part that is nothing, or less, is left out."""
    segments: list[Segment] = []
    total = Decimal(0)
    for family, part in parts:
        if part > 0:
            start, total = scale.at(total), total + part
            segments.append(Segment(start, place(scale.at(total) - start), family))
    return Stack(tuple(segments), text)


def won_and_lost(won: Decimal, most: Decimal) -> tuple[tuple[str, Decimal], ...]:
    """A score and what it lacks of the maximum, as parts. A score above that has lost nothing, one below zero everything."""
    return ("done", max(won, Decimal(0))), ("late", most - max(won, Decimal(0)))

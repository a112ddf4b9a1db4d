"""Shares: what two counts come to, and as how many decimals it is told."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

PERCENT = "%"
"""The unit of measure of a share in a hundred."""


def quotient(numerator: int | None, whole: int | None, unit: str) -> Decimal | None:
    """What the two numbers come to; None where one is missing, or a share of nothing is asked for."""
    if numerator is None or not whole or whole < 0:
        return None
    return Decimal(numerator) / whole * (100 if unit == PERCENT else 1)


def as_exact_as(value: Decimal, declared: Decimal) -> Decimal:
    """A value to as many decimals as the declared one is written with."""
    places = min(int(declared.as_tuple().exponent), 0)
    return value.quantize(Decimal(1).scaleb(places), ROUND_HALF_UP)


def rounded(value: Decimal, verdict: Callable[[Decimal], object]) -> Decimal:
    """To one decimal, or as many as it takes so that rounding does not turn a miss into a hit or back."""
    for places in range(1, 4):
        short = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        if verdict(short) == verdict(value):
            return short
    return value.quantize(Decimal("0.0001"), ROUND_HALF_UP)

"""Results read: what each comes to, which target held then, and whether it was met."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from site_gen.base.dataclass import dataclass
from site_gen.base.vietnamese import show_number
from site_gen.kinds.indicator.model import Indicator, IndicatorResult, IndicatorTarget, Operator
from site_gen.model.catalog import Catalog
from site_gen.model.entry import Entry
from site_gen.model.period import Period
from site_gen.model.shares import PERCENT, as_exact_as, quotient
from site_gen.model.shares import rounded as rounded_share

AnyIndicator = Entry[Indicator]


@dataclass(frozen=True, slots=True)
class Reading:
    """One result: `exact` is unrounded, `met` None where there is nothing to compare."""

    index: int
    result: IndicatorResult
    unit: str
    exact: Decimal | None
    target: IndicatorTarget | None
    met: bool | None

    @property
    def period(self) -> Period:
        """What it reports on."""
        return self.result.period


def exact_value(indicator: Indicator, result: IndicatorResult) -> Decimal | None:
    """The value by the two numbers where they are there, otherwise as the report gives it."""
    value = quotient(result.numerator, result.denominator_value, indicator.value_unit)
    if value is None and result.value is not None:
        return result.value.value
    return value


def as_declared(indicator: Indicator, result: IndicatorResult) -> Decimal | None:
    """The two numbers divided, to as many decimals as the declared value has; None where one of the three is missing."""
    value = quotient(result.numerator, result.denominator_value, indicator.value_unit)
    if value is None or result.value is None:
        return None
    return as_exact_as(value, result.value.value)


def target_for(indicator: Indicator, period: Period) -> IndicatorTarget | None:
    """The target that held when a period ended: the last one given by then."""
    return max((t for t in indicator.targets if t.since <= period.last), key=lambda t: t.since, default=None)


def meets(op: Operator, value: Decimal, target: Decimal) -> bool:
    """Whether a value is what was asked for."""
    match op:
        case Operator.GE:
            return value >= target
        case Operator.GT:
            return value > target
        case Operator.EQ:
            return value == target
        case Operator.LE:
            return value <= target
    return value < target


def rounded(indicator: Indicator, value: Decimal, target: IndicatorTarget | None) -> Decimal:
    """As short as the verdict allows."""
    return rounded_share(value, lambda exact: target is None or meets(indicator.op, exact, target.value.value))


def show_value(indicator: Indicator, value: Decimal | None, target: IndicatorTarget | None) -> str | None:
    """A value with its unit of measure, as the page shows it."""
    return None if value is None else with_unit(indicator, show_number(rounded(indicator, value, target)))


def show_target(indicator: Indicator, target: IndicatorTarget | None) -> str | None:
    """What is asked for, `≥ 80%`; None where nothing is."""
    sign = {">=": "≥", "<=": "≤"}.get(indicator.op.value, indicator.op.value)
    return None if target is None else f"{sign}\u00a0{with_unit(indicator, str(target.value))}"


def with_unit(indicator: Indicator, number: str) -> str:
    """`85%`, `12 ngày`."""
    return number + (PERCENT if indicator.value_unit == PERCENT else f"\u00a0{indicator.value_unit}")


def readings(entry: AnyIndicator, catalog: Catalog) -> tuple[Reading, ...]:
    """All results of an indicator, by period, then in the order of the file."""
    indicator = entry.model
    out: list[Reading] = []
    for index, result in enumerate(indicator.results):
        name = catalog.named("unit", result.unit)
        value, target = exact_value(indicator, result), target_for(indicator, result.period)
        met = meets(indicator.op, value, target.value.value) if value is not None and target is not None else None
        out.append(Reading(index, result, name.id if name else result.unit, value, target, met))
    return tuple(sorted(out, key=lambda r: (r.period, r.index)))


def by_period(all_readings: Iterable[Reading]) -> dict[Period, list[Reading]]:
    """The readings of each period, periods in order."""
    out: dict[Period, list[Reading]] = {}
    for reading in all_readings:
        out.setdefault(reading.period, []).append(reading)
    return out


def running(all_readings: Iterable[Reading]) -> dict[Period, list[Reading]]:
    """The periods of the shortest span: months where there are months, though a quarter may stand beside them."""
    periods = by_period(all_readings)
    shortest = min((p.months for p in periods), default=0)
    return {period: mine for period, mine in periods.items() if period.months == shortest}


def exact_together(entry: AnyIndicator, mine: Sequence[Reading]) -> Decimal | None:
    """All units of a period as one share; None where one of them gives no numbers."""
    pairs = [(r.result.numerator, r.result.denominator_value) for r in mine]
    if len(pairs) < 2 or any(n is None or d is None for n, d in pairs):
        return None
    return quotient(sum(n or 0 for n, _ in pairs), sum(d or 0 for _, d in pairs), entry.model.value_unit)

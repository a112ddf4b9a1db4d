"""The pictures of indicators: the last result as a bar beside what is asked for, results period by period as a line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from site_gen.base.vietnamese import show_number
from site_gen.kinds.indicator.readings import (
    AnyIndicator,
    Reading,
    exact_together,
    meets,
    show_target,
    show_value,
    with_unit,
)
from site_gen.model.period import Period
from site_gen.model.shares import PERCENT
from site_gen.pages.charts.bars import Bullet, bullet, value_scale
from site_gen.pages.charts.lines import LineChart, line_chart, percent_scale
from site_gen.pages.charts.scale import Scale, line_scale


def summary_bar(entry: AnyIndicator, mine: Sequence[Reading]) -> Bullet | None:
    """What all units of a period reached together, or the only one, beside what is asked for."""
    value = mine[0].exact if len(mine) == 1 else exact_together(entry, mine)
    return bar(entry, value, mine[0]) if mine else None


def bar(entry: AnyIndicator, value: Decimal | None, reading: Reading) -> Bullet | None:
    """A value beside the target that held for a reading."""
    if value is None:
        return None
    indicator = entry.model
    target = reading.target.value.value if reading.target else None
    met = None if target is None else meets(indicator.op, value, target)
    scale = value_scale(indicator.value_unit, [value, *([] if target is None else [target])])
    words = (show_value(indicator, value, reading.target), show_target(indicator, reading.target))
    return bullet(scale, value, target, met, ", ".join(word for word in words if word))


def shared_scale(entry: AnyIndicator, readings: Iterable[Reading]) -> Scale:
    """The scale on which the results of all units can be compared."""
    found = list(readings)
    return _scale(entry, [r.exact for r in found], found)


def _scale(entry: AnyIndicator, values: Iterable[Decimal | None], readings: Iterable[Reading]) -> Scale:
    """A scale for values and the targets of some readings."""
    drawn = [value for value in values if value is not None] + [r.target.value.value for r in readings if r.target]
    return percent_scale(drawn) if entry.model.value_unit == PERCENT else line_scale(drawn, least=Decimal(0))


def line(
    entry: AnyIndicator, readings: Mapping[Period, Reading], scale: Scale, values: Mapping[Period, Decimal | None]
) -> LineChart | None:
    """Values of some periods beside the targets that held in them.

    Args:
        entry: The indicator.
        readings: One of each period, for its target.
        scale: The scale to draw on.
        values: What to draw.
    """
    indicator = entry.model
    targets = {period: r.target.value.value for period, r in readings.items() if r.target}
    last = next((r.target for _, r in sorted(readings.items(), reverse=True) if r.target), None)
    return line_chart(
        values,
        lambda value: show_value(indicator, value, last) or "",
        targets,
        show_target(indicator, last) or "",
        scale,
        tick=lambda value: with_unit(indicator, show_number(value)),
    )


def of_unit(entry: AnyIndicator, readings: Mapping[Period, Reading], scale: Scale) -> LineChart | None:
    """What one unit reached, period by period."""
    return line(entry, readings, scale, {period: r.exact for period, r in readings.items()})


def of_all(entry: AnyIndicator, periods: Mapping[Period, Sequence[Reading]]) -> LineChart | None:
    """What all units reached together, or the only one, period by period."""
    firsts = {period: mine[0] for period, mine in periods.items()}
    values = {
        period: mine[0].exact if len(mine) == 1 else exact_together(entry, mine) for period, mine in periods.items()
    }
    return line(entry, firsts, _scale(entry, values.values(), firsts.values()), values)

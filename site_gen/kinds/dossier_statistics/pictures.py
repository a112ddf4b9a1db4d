"""The pictures of dossier statistics: the share on time through a year, late dossiers by month and unit, a bar for each unit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Record
from site_gen.kinds.dossier_statistics.moments import share
from site_gen.kinds.dossier_statistics.series import Month
from site_gen.kinds.dossier_statistics.tally import Tally
from site_gen.model.period import Period
from site_gen.pages.charts.bars import Stack, stack
from site_gen.pages.charts.dots import DotRow, PeriodAxis, dot_row, period_axis
from site_gen.pages.charts.lines import LineChart, line_chart, percent_scale
from site_gen.pages.charts.scale import Scale, bar_scale
from site_gen.pages.charts.time_axis import complete
from site_gen.rules.snapshot import Link, Snapshot


@dataclass(frozen=True)
class LateUnit(Record):
    """A unit that was late in some period."""

    unit: Link
    dots: DotRow


@dataclass(frozen=True)
class LateDots(Record):
    """Late dossiers by period and unit: what they say, the units that were late, the others."""

    finding: str
    rows: tuple[LateUnit, ...]
    axis: PeriodAxis
    clean: tuple[Link, ...]


def on_time(snapshot: Snapshot, months: Iterable[Month], scale: Scale | None = None) -> LineChart | None:
    """The share on time, period by period, beside what the site was given to reach."""
    rates = {month.period: month.total.on_time_rate for month in months}
    goal = snapshot.site.on_time_target
    targets = dict.fromkeys(rates, goal.value) if goal else {}
    return line_chart(rates, share, targets, f"≥\u00a0{goal}%" if goal else "", scale)


def shared_scale(snapshot: Snapshot, months: Sequence[Month]) -> Scale:
    """The scale on which the shares of all units can be compared."""
    rates = [rate for month in months for tally in month.units.values() if (rate := tally.on_time_rate) is not None]
    goal = snapshot.site.on_time_target
    return percent_scale([*rates, *([goal.value] if goal else [])])


def of_unit(months: Iterable[Month], unit: str) -> list[Month]:
    """The periods of one unit."""
    return [Month(month.entry, {unit: month.units[unit]}) for month in months if unit in month.units]


def late_dots(snapshot: Snapshot, months: Sequence[Month]) -> LateDots:
    """Every late dossier as a dot; a unit that a period does not name has no figures there."""
    units = dict.fromkeys(unit for month in reversed(months) for unit in month.units)
    periods = complete(month.period for month in months)
    rows: list[LateUnit] = []
    for unit in units:
        counts = {month.period: month.units[unit].late for month in months if unit in month.units}
        if any(counts.values()):
            named = "; ".join(f"{month_or_more(period)}: {count}" for period, count in counts.items() if count)
            rows.append(LateUnit(snapshot.link("unit", unit), dot_row(counts, periods, named)))
    worst = max(months, key=lambda month: month.total.late)
    if worst.total.late:
        said = msg("Late dossiers: most in {period}, {n} of them", period=str(worst.period), n=worst.total.late)
    else:
        said = msg("No dossier was late in any of these periods")
    late = {row.unit for row in rows}
    clean = tuple(link for unit in units if (link := snapshot.link("unit", unit)) not in late)
    return LateDots(snapshot.say(said), tuple(rows), period_axis(periods), clean)


def month_or_more(period: Period) -> str:
    """A period in a row of others: `03/2026`, `quý I/2026`."""
    return str(period).removeprefix("tháng ")


def outcome_scale(tallies: Iterable[Tally]) -> Scale:
    """The scale on which the dossiers of several units are counted."""
    return bar_scale([Decimal(tally.accounted) for tally in tallies])


def outcome(scale: Scale, tally: Tally) -> Stack:
    """What became of the dossiers of a unit: settled in time, still pending, late either way, refused."""
    parts = (
        ("done", tally.done - tally.sum(["done_late"])),
        ("run", tally.sum(["pending_in_time"])),
        ("late", tally.late),
        ("calm", tally.sum(["returned"])),
    )
    return stack(scale, parts)

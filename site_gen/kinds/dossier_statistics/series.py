"""The statistics of a site in their order: each period with its units, the one before, the ones that are missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from site_gen.base.dataclass import dataclass
from site_gen.base.traces import remembered
from site_gen.kinds.dossier_statistics.model import DossierRow, DossierStatistics
from site_gen.kinds.dossier_statistics.tally import Tally
from site_gen.model.catalog import Catalog
from site_gen.model.entry import Entry
from site_gen.model.period import Period

AnyStatistics = Entry[DossierStatistics]
DUE_DAY = 15
"""A period's figures are due on this day of the month after it, as the monthly cycle of reform plans has it."""
MOST_PERIODS = 12
LOOSE_AFTER = 12
"""A series of which nothing came for so many periods is taken as ended, not as late."""


def unit_key(catalog: Catalog, text: str) -> str:
    """The id of the unit that a row names, its text where the site does not have it."""
    name = catalog.named("unit", text)
    return name.id if name else text


def rows_by_unit(entry: AnyStatistics, catalog: Catalog) -> dict[str, list[tuple[int, DossierRow]]]:
    """The rows of each unit with their places, in the order of the file."""
    out: dict[str, list[tuple[int, DossierRow]]] = {}
    for index, row in enumerate(entry.model.rows):
        out.setdefault(unit_key(catalog, row.unit), []).append((index, row))
    return out


@dataclass(frozen=True, slots=True)
class Month:
    """One period of the running series: usually a month, but a site may report by quarter."""

    entry: AnyStatistics
    units: dict[str, Tally]

    @property
    def period(self) -> Period:
        """What it reports on."""
        return self.entry.model.period

    @property
    def total(self) -> Tally:
        """All units together."""
        return Tally.of(self.units.values())


def month_of(entry: AnyStatistics, catalog: Catalog) -> Month:
    """An entry with its units added up."""
    rows = rows_by_unit(entry, catalog)
    return Month(entry, {unit: Tally.of(row for _, row in mine) for unit, mine in rows.items()})


def in_order(catalog: Catalog) -> list[AnyStatistics]:
    """Every entry, by period."""
    return sorted(catalog.all(DossierStatistics), key=lambda e: (e.model.period, e.id))


@remembered
def running(catalog: Catalog) -> tuple[Month, ...]:
    """The series that others are measured by: the entries of the shortest span, in order, each period once."""
    entries = in_order(catalog)
    shortest = min((e.model.period.months for e in entries), default=0)
    first: dict[Period, AnyStatistics] = {}
    for entry in entries:
        if entry.model.period.months == shortest:
            first.setdefault(entry.model.period, entry)
    return tuple(month_of(entry, catalog) for entry in first.values())


def before(month: Month, series: tuple[Month, ...]) -> Month | None:
    """The period that ends where this one begins, if it is there."""
    return next((m for m in series if m.period.next == month.period), None)


def last_year(series: tuple[Month, ...]) -> tuple[Month, ...]:
    """The last twelve periods as time counts them: what is missing among them is not made up for by older ones."""
    return tuple(month for month in series if month.period > series[-1].period.shift(-MOST_PERIODS))


def due_on(period: Period) -> date:
    """The day by which the figures of a period are to be published."""
    return (period.last + timedelta(1)).replace(day=DUE_DAY)


def gaps(series: tuple[Month, ...]) -> Iterator[tuple[Month, list[Period]]]:
    """Periods missing inside the series, with the entry that follows the gap."""
    for earlier, later in pairwise(series):
        missing = list(earlier.period.between(later.period))
        if missing:
            yield later, missing


def outstanding(series: tuple[Month, ...], day: date, until: date | None) -> list[Period]:
    """Periods that ended after the last published one by `day`; none where the authority or the series has ended."""
    if not series:
        return []
    out: list[Period] = []
    period = series[-1].period.next
    while period.last < day and (until is None or period.first <= until):
        out.append(period)
        period = period.next
    return out if len(out) < LOOSE_AFTER else []


def overdue(series: tuple[Month, ...], day: date, until: date | None) -> list[Period]:
    """Of the outstanding periods those whose day has passed."""
    return [period for period in outstanding(series, day, until) if due_on(period) < day]


def changing_days(series: tuple[Month, ...], day: date, until: date | None) -> list[date]:
    """The days to come on which `overdue` is another list than on the day before."""
    if not series:
        return []
    candidates: set[date] = set()
    period = series[-1].period
    for _ in range(LOOSE_AFTER + 1):
        period = period.next
        candidates |= {due_on(period) + timedelta(1), period.last + timedelta(1)}
    return [
        d
        for d in sorted(candidates)
        if d > day and overdue(series, d, until) != overdue(series, d - timedelta(1), until)
    ]


def added_up(tallies: Sequence[Tally]) -> Tally:
    """The sums of a unit over some periods; stocks are those at both ends."""
    total = dict(Tally.of(tallies).counts)
    total["carried_over"] = tallies[0].counts["carried_over"]
    total |= {name: tallies[-1].counts[name] for name in ("pending_in_time", "pending_late")}
    return Tally(total)


def year_to_date(month: Month, series: tuple[Month, ...]) -> tuple[list[Month], dict[str, Tally]]:
    """The periods from the start of the year to this one, and every unit's sums."""
    members = [m for m in series if m.period.year == month.period.year and m.period <= month.period]
    units = dict.fromkeys(u for m in members for u in m.units)
    return members, {unit: added_up([m.units[unit] for m in members if unit in m.units]) for unit in units}

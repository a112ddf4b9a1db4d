"""Reports in their series, and the periods that have none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from site_gen.base.dataclass import dataclass
from site_gen.base.traces import remembered
from site_gen.kinds.report.model import Report, ReportType
from site_gen.model.catalog import Catalog
from site_gen.model.entry import Entry
from site_gen.model.period import Period

MOST_GAP = timedelta(366 + 92)
"""A year that is missing, between nine months and nine months, too."""


@dataclass(frozen=True, slots=True)
class Series:
    """All reports of one type by one unit, by period."""

    type: ReportType
    unit: str
    entries: tuple[Entry[Report], ...]

    def gaps(self) -> Iterator[tuple[Period, Entry[Report]]]:
        """Periods without a report between two of the same length, with the next report there is.

        A longer report that ends on the same day fills a gap: in the fourth quarter stands that of the year. More
        than a year without any is no gap but a new beginning. Reports of other types make no series.
        """
        if self.type is ReportType.OTHER:
            return
        ends = {e.model.period.last for e in self.entries}
        for months in sorted({e.model.period.months for e in self.entries}):
            alike = [e for e in self.entries if e.model.period.months == months]
            for before, after in pairwise(alike):
                if after.model.period.first - before.model.period.last > MOST_GAP:
                    continue
                for period in before.model.period.between(after.model.period):
                    if period.last not in ends:
                        yield period, after


def unit_of(catalog: Catalog, report: Report) -> str:
    """The id of the unit that reports."""
    name = catalog.named("unit", report.unit or catalog.site.unit)
    return name.id if name else (report.unit or catalog.site.unit)


@remembered
def series(catalog: Catalog) -> tuple[Series, ...]:
    """Every series, types in their order, the authority itself before others; made once, for every rule asks for it."""
    groups: dict[tuple[ReportType, str], list[Entry[Report]]] = {}
    for entry in catalog.all(Report):
        groups.setdefault((entry.model.type, unit_of(catalog, entry.model)), []).append(entry)
    own, types = catalog.named("unit", catalog.site.unit), list(ReportType)
    order = sorted(groups, key=lambda key: (types.index(key[0]), key[1] != (own.id if own else ""), key[1]))
    return tuple(Series(*key, tuple(sorted(groups[key], key=lambda e: (e.model.period, e.id)))) for key in order)

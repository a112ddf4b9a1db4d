"""When the stages of a budget must be public: by the rule of its year."""

from __future__ import annotations

from datetime import date, timedelta

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import LawRef
from site_gen.base.traces import remembered
from site_gen.kinds.budget.model import Budget, Stage
from site_gen.model.catalog import Catalog
from site_gen.model.entry import Entry
from site_gen.model.settings import Site
from site_gen.reading.shipped import office_calendar

LAST_OLD_YEAR = 2025
OLD = LawRef("343/2016/TT-BTC", "Điều 18")
NEW = LawRef("26/2026/TT-BTC", "Điều 26")
"""Budgets up to 2025 follow the old circular with its terms, later ones the new, whose terms (NĐ 73/2026 Điều 37)
have not been verified and are therefore not checked."""
CARRIED_OUT = (Stage.Q1, Stage.H1, Stage.M9)
OLD_FORMS = {
    **dict.fromkeys(range(103, 108), (Stage.SUBMITTED,)),
    **dict.fromkeys(range(108, 113), (Stage.APPROVED,)),
    **dict.fromkeys(range(113, 116), (*CARRIED_OUT, Stage.YEAR)),
    **dict.fromkeys(range(116, 121), (Stage.FINAL_ACCOUNTS,)),
}
"""Forms of the old circular (Điều 15) and the stages they serve."""


def law(year: int) -> LawRef:
    """The circular that a year's budget is published by."""
    return OLD if year <= LAST_OLD_YEAR else NEW


def public_since(budget: Budget) -> date | None:
    """The first day on which it was public, on the website or on the board."""
    return min((d for d in (budget.published_at, budget.posted_from) if d), default=None)


def last_day(budget: Budget, site: Site) -> date | None:
    """The last day on which it had to be public by the old circular; None where that cannot be calculated."""
    if budget.year > LAST_OLD_YEAR:
        return None
    if budget.stage in CARRIED_OUT:
        return budget.stage.period(budget.year).last + timedelta(15)
    start = budget.resolution.date.exact if budget.resolution and budget.resolution.date else None
    if start is None or budget.stage is Stage.YEAR:
        return None
    if budget.stage is Stage.SUBMITTED:
        calendar = office_calendar(site.calendar)
        return calendar.after(start, 5) if calendar.knows(start) else None
    return start + timedelta(30)


def missing_after(year: int, stage: Stage) -> date:
    """The last day on which a stage that is not there is not yet called missing; later than any term we know of."""
    match stage:
        case Stage.SUBMITTED:
            return date(year - 1, 12, 31)
        case Stage.APPROVED:
            return date(year, 1, 31)
        case Stage.YEAR:
            return date(year + 1, 3, 31)
        case Stage.FINAL_ACCOUNTS:
            return date(year + 1, 12, 31)
    return stage.period(year).last + timedelta(30)


@dataclass(frozen=True, slots=True)
class BudgetYear:
    """What one body published of one year's budget."""

    year: int
    unit: str
    entries: tuple[Entry[Budget], ...]

    @property
    def present(self) -> frozenset[Stage]:
        """The stages that are there."""
        return frozenset(e.model.stage for e in self.entries)

    @property
    def absent(self) -> tuple[Stage, ...]:
        """The stages that are not there, in order; none while a single stage is all there is of the year.

        One table may be the first that a commune ever put here; from the second stage on the year is in use.
        """
        return tuple(s for s in Stage if s not in self.present) if len(self.present) > 1 else ()

    def missing(self, day: date) -> tuple[Stage, ...]:
        """The absent stages whose time has passed."""
        return tuple(s for s in self.absent if missing_after(self.year, s) < day)


def unit_of(catalog: Catalog, budget: Budget) -> str:
    """The id of the unit that publishes it."""
    name = catalog.named("unit", budget.unit or catalog.site.unit)
    return name.id if name else (budget.unit or catalog.site.unit)


@remembered
def years(catalog: Catalog) -> tuple[BudgetYear, ...]:
    """The years of each body, newest first, the authority itself before others; made once, for every rule asks for them."""
    groups: dict[tuple[int, str], list[Entry[Budget]]] = {}
    for entry in catalog.all(Budget):
        groups.setdefault((entry.model.year, unit_of(catalog, entry.model)), []).append(entry)
    own = catalog.named("unit", catalog.site.unit)
    order = sorted(groups, key=lambda key: (-key[0], key[1] != (own.id if own else ""), key[1]))
    return tuple(BudgetYear(*key, tuple(groups[key])) for key in order)

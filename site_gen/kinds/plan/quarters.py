"""What of a plan falls in which quarter: items with a day in it, each time of those that come again, and reports to be sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.vietnamese import show_date
from site_gen.kinds.plan.model import Plan, UnitDuty
from site_gen.kinds.plan.standing import Standing
from site_gen.kinds.plan.views import Show
from site_gen.model import deadline as grammar
from site_gen.model.deadline import Deadline
from site_gen.model.deadline.periods import end_of_month

NUMERALS = {1: "I", 2: "II", 3: "III", 4: "IV"}
MOST = 4
"""So many days of one item are named; of what comes every week the first and the last tell enough."""


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of a year that a plan covers; `own` where that is the plan's first year."""

    year: int
    number: int
    own: bool

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return end_of_month(self.year, 3 * self.number)

    @property
    def key(self) -> str:
        """Its part of an address: `3`, and of later years `2027-3`."""
        return str(self.number) if self.own else f"{self.year}-{self.number}"

    def name(self, show: Show) -> str:
        """What it is called."""
        return show.say(msg("Quarter {number}/{year}", number=NUMERALS[self.number], year=str(self.year)))


def quarters(plan: Plan) -> list[Quarter]:
    """Every quarter of the years of a plan."""
    years = range(plan.year, (plan.year_to or plan.year) + 1)
    return [Quarter(year, number, year == plan.year) for year in years for number in NUMERALS]


def days_in(deadline: Deadline, quarter: Quarter) -> tuple[date, ...]:
    """The last days of a deadline's parts, and the days on which what comes again is due, within a quarter."""
    dated = {p.latest for p in deadline.parts if p.is_dated and p.latest}
    within = {day for day in dated if quarter.first <= day <= quarter.last}
    again = {one.due for one in deadline.instances(quarter.first, quarter.last)}
    return tuple(sorted(within | again))


def due_in(standings: Iterable[Standing], quarter: Quarter) -> list[Standing]:
    """The items that fall in a quarter, in the order of the document."""
    return [s for s in standings if days_in(s.item.deadline, quarter)]


def days_named(deadline: Deadline, quarter: Quarter) -> str:
    """The days of an item in a quarter, where its words do not name the one."""
    days = [show_date(day) for day in days_in(deadline, quarter)]
    if len(days) > MOST:
        days = [days[0], "…", days[-1]]
    again = any(p.kind is grammar.Kind.recurrence for p in deadline.parts)
    return ", ".join(days) if again or len(days) > 1 else ""


def reports_due_in(plan: Plan, quarter: Quarter) -> Iterator[tuple[UnitDuty, str]]:
    """Who has to report what in a quarter, by the plan's own rules of reporting, with the days."""
    for duty in (*plan.reports, *plan.duties):
        days = days_in(grammar.parse(duty.deadline, plan.year), quarter) if duty.deadline else ()
        if days:
            yield duty, ", ".join(show_date(day) for day in days[:MOST])

"""What of a plan falls in which quarter: items with a day in it, each time of those that come again, and reports to be sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from site_gen.base.messages import msg
from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import show_date
from site_gen.kinds.plan.frame import SECTION, below, head, sources, updated
from site_gen.kinds.plan.model import Plan
from site_gen.kinds.plan.views import Show
from site_gen.kinds.plan.work import Standing
from site_gen.model import deadline as grammar
from site_gen.model.deadline import Deadline
from site_gen.model.deadline.periods import end_of_month
from site_gen.pages.page import Page

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


def row_in(show: Show, s: Standing, quarter: Quarter) -> Context:
    """An item as the list of a quarter shows it: with its days, where its words do not name the one."""
    days = [show_date(day) for day in days_in(s.item.deadline, quarter)]
    if len(days) > MOST:
        days = [days[0], "…", days[-1]]
    again = any(p.kind is grammar.Kind.recurrence for p in s.item.deadline.parts)
    return {**show.row(s), "days": ", ".join(days) if again or len(days) > 1 else "", "anchored": True}


def blocks(show: Show, standings: list[Standing]) -> list[Plain]:
    """Items by quarter; last those that no day binds to one."""
    out: list[Plain] = []
    placed: set[str] = set()
    for quarter in quarters(show.dossier.plan):
        mine = due_in(standings, quarter)
        if mine:
            # A row that comes again keeps its anchor where it stands first.
            rows: list[Plain] = [
                {**row_in(show, s, quarter), **({"anchored": False} if s.item.key in placed else {})} for s in mine
            ]
            out.append({"id": f"quy-{quarter.key}", "title": name(show, quarter), "rows": rows})
        placed |= {s.item.key for s in mine}
    rest = [s for s in standings if s.item.key not in placed]
    if rest:
        title = show.say(msg("All year round, or when there is reason to"))
        out.append(
            {"id": "ca-nam", "title": title, "rows": [{**show.row(s), "days": "", "anchored": True} for s in rest]}
        )
    return out


def name(show: Show, quarter: Quarter) -> str:
    """What a quarter is called."""
    return show.say(msg("Quarter {number}/{year}", number=NUMERALS[quarter.number], year=str(quarter.year)))


def reports_in(show: Show, quarter: Quarter) -> list[Plain]:
    """Who has to report what in a quarter, by the plan's own rules of reporting, with the days."""
    out: list[Plain] = []
    plan = show.dossier.plan
    for duty in (*plan.reports, *plan.duties):
        days = days_in(grammar.parse(duty.deadline or "", plan.year), quarter) if duty.deadline else ()
        if days:
            out.append(
                {
                    "unit": show.snapshot.link("unit", duty.unit),
                    "duty": duty.duty,
                    "deadline": duty.deadline or "",
                    "days": ", ".join(show_date(day) for day in days[:MOST]),
                }
            )
    return out


def table_url(plan_id: str) -> str:
    """The page of units by quarter."""
    return f"ke-hoach/{plan_id}/theo-quy.html"


def table(show: Show, units: dict[str, tuple[str, list[Standing]]]) -> Iterator[Page]:
    """Units by quarter: how many items each has in each, leading to the list."""
    d = show.dossier
    every = quarters(d.plan)
    rows: list[Plain] = []
    for id, (label, mine) in units.items():
        url = f"ke-hoach/{d.entry.id}/don-vi/{id}.html"
        counts = [len(due_in(mine, quarter)) for quarter in every]
        cells: list[Plain] = [
            {"label": name(show, q), "count": n, "url": f"{url}#quy-{q.key}" if n else ""}
            for q, n in zip(every, counts, strict=True)
        ]
        bound = {s.item.key for q in every for s in due_in(mine, q)}
        rest = sum(s.item.key not in bound for s in mine)
        rows.append({"label": label, "url": url, "cells": cells, "rest": rest, "rest_url": f"{url}#ca-nam"})
    if rows:
        title = show.say(msg("Who does what in which quarter"))
        heads: list[Plain] = [
            {
                "label": name(show, q),
                "url": f"ke-hoach/{d.entry.id}/quy/{q.key}.html" if due_in(d.standings, q) else "",
            }
            for q in every
        ]
        context: Context = {"plan": head(show), "heads": heads, "rows": rows}
        yield Page(
            table_url(d.entry.id),
            "plan/quarters.html",
            title,
            context,
            sources(d),
            below(show),
            SECTION,
            updated=updated(d),
            find=False,
        )

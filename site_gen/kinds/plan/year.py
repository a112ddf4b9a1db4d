"""A plan's year as a picture: when its items fall due, how far they are, and where the day of reckoning stands among them."""

from __future__ import annotations

from collections.abc import Mapping

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message, msg
from site_gen.base.values import Record
from site_gen.kinds.plan.views import Show
from site_gen.model.period import Period
from site_gen.pages.charts.timeline import Timeline, timeline


@dataclass(frozen=True)
class YearOfPlan(Record):
    """When the items of a plan fall due, each once, on its last day.

    Attributes:
        chart: By month and quarter.
        finding: When most of them do.
        counts: How many of those drawn are in the states of each family.
        undated: How many have no last day.
    """

    chart: Timeline
    finding: str
    counts: Mapping[str, int]
    undated: int


def year_of_plan(show: Show) -> YearOfPlan | None:
    """The picture; None where no item has a last day in the years of the plan."""
    plan = show.plan
    dated = [(s.item.deadline.latest, s.state.family) for s in show.bundle.standings if s.item.deadline.latest]
    chart = timeline(plan.year, plan.year_to or plan.year, [(day, family) for day, family in dated if day])
    if chart is None:
        return None
    counts = {family: sum(q.counts[family] for q in chart.quarters) for family in chart.quarters[0].counts}
    return YearOfPlan(chart, show.say(_finding(chart)), counts, len(show.bundle.standings) - len(dated))


def _finding(chart: Timeline) -> Message:
    """When most falls due, where one month or quarter stands out."""
    counts = [column.count for column in chart.columns]
    if counts.count(max(counts)) > 1:
        return msg("When the tasks of the plan fall due")
    months = 12 * (chart.last.year - chart.first.year + 1) // len(counts)
    period = Period.of(chart.first.year, 1, months).shift(counts.index(max(counts)))
    return msg("Most falls due in {period}: {n} of {m}", period=str(period), n=max(counts), m=sum(counts))

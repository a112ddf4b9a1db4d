"""The life of an indicator: the results of each period are a disclosure of their own."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.kinds.indicator.model import Indicator, IndicatorResult
from site_gen.kinds.indicator.readings import AnyIndicator, readings, running
from site_gen.pages.contributions import keys_of
from site_gen.pages.life import Disclosed, Life, Moment, life, subject_of
from site_gen.rules.snapshot import Snapshot


def url(id: str) -> str:
    """Address of an indicator's page."""
    return f"chi-tieu/{id}.html"


def life_of(snapshot: Snapshot, entry: AnyIndicator) -> Life:
    """Its periods; only of the newest does the content say when it was published."""
    indicator = entry.model
    periods = running(readings(entry, snapshot.catalog))
    moments = []
    for period, mine in periods.items():
        published = (indicator.updated_at or indicator.published_at) if period == max(periods) else None
        made = Disclosed(
            topic="indicator",
            title=snapshot.say(msg("{title}, {period}", title=indicator.title, period=str(period))),
            published=published,
            number=(indicator.source.number or "") if indicator.source else "",
            period=period,
            complete=all(r.exact is not None or r.result.denominator_value == 0 for r in mine),
            lacks=keys_of(IndicatorResult, "numerator", "denominator_value"),
        )
        moments.append(Moment(published, disclosed=made))
    return life(subject_of(entry, indicator.title, url(entry.id), snapshot.site.unit), *moments)


def lives(snapshot: Snapshot) -> Iterator[Life]:
    """The life of each indicator."""
    return (life_of(snapshot, entry) for entry in snapshot.catalog.all(Indicator))

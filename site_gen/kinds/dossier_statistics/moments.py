"""The lives of dossier statistics: each period is published; the series is expected to go on, and complete."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from site_gen.base.messages import msg
from site_gen.base.vietnamese import show_number
from site_gen.kinds.dossier_statistics.model import DossierStatistics
from site_gen.kinds.dossier_statistics.series import (
    AnyStatistics,
    Month,
    changing_days,
    due_on,
    gaps,
    month_of,
    outstanding,
    running,
)
from site_gen.model.period import Period
from site_gen.pages.contributions import Section, keys_of
from site_gen.pages.life import Deadline, Disclosed, Life, Moment, News, Reminder, Subject, life, subject_of
from site_gen.rules.snapshot import Snapshot

SECTION = Section(
    "cong-khai",
    "thong-ke/index.html",
    msg("Dossier statistics"),
    msg("How many dossiers came in, how many were settled on time, which units were late and why."),
    20,
)


def url(period: Period) -> str:
    """Address of a period's page."""
    return f"thong-ke/{period.key}.html"


def title(snapshot: Snapshot, period: Period) -> str:
    """What a period's page is called."""
    return snapshot.say(msg("Dossier statistics, {period}", period=str(period)))


def share(rate: Decimal) -> str:
    """A percentage as the page shows it."""
    return f"{show_number(rate)}%"


def finding(snapshot: Snapshot, month: Month) -> str:
    """The period in one sentence, for headings."""
    total, period = month.total, str(month.period)
    rate = total.on_time_rate
    if rate is None:
        return snapshot.say(msg("{period}: no dossier was settled", period=period))
    return snapshot.say(
        msg(
            "{period}: {rate} of the settled dossiers on time, {late} late",
            period=period.capitalize(),
            rate=share(rate),
            late=total.late,
        )
    )


def life_of(snapshot: Snapshot, entry: AnyStatistics) -> Life:
    """The publication of a period."""
    model, source = entry.model, entry.model.source
    made = Disclosed(
        topic="dossier_statistics",
        created=model.sent_on or (source.date.exact if source and source.date else None),
        published=model.published_at,
        number=(source.number or "") if source else "",
        period=model.period,
        unit=snapshot.site.unit,
        complete=bool(model.rows),
        lacks=keys_of(DossierStatistics, "rows"),
    )
    news = News(finding(snapshot, month_of(entry, snapshot.catalog)))
    whose = subject_of(entry, title(snapshot, model.period), url(model.period))
    return life(whose, Moment(model.published_at, disclosed=made, news=news))


def series_life(snapshot: Snapshot) -> Life:
    """What the running series lacks: inside it, and since its last period."""
    series, until = running(snapshot.catalog), snapshot.site.valid_to
    sources = (series[-1].entry.path,) if series else ()
    change = msg("dossier statistics: another list of periods that are not published yet")
    return life(
        Subject("", SECTION.url, "dossiers/", snapshot.site.short_name, sources=sources),
        *(
            Reminder("missing", msg("no dossier statistics for {period}", period=str(p)), due_on(p), counted=False)
            for _, missing in gaps(series)
            for p in missing
        ),
        *(
            Deadline(
                due_on(p),
                msg("publish the dossier statistics for {period} by {day}", period=str(p), day=due_on(p)),
            )
            for p in outstanding(series, snapshot.as_of, until)
        ),
        *(Moment(day, change=change) for day in changing_days(series, snapshot.as_of, until)),
    )


def lives(snapshot: Snapshot) -> Iterator[Life]:
    """The life of each period, and of the series."""
    yield from (life_of(snapshot, entry) for entry in snapshot.catalog.all(DossierStatistics))
    yield series_life(snapshot)

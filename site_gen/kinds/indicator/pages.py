"""Pages of indicators: all of them with their latest period, and each with its units and periods."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.base.values import Context, Plain
from site_gen.kinds.indicator import views
from site_gen.kinds.indicator.model import Group, Indicator
from site_gen.kinds.indicator.readings import AnyIndicator, readings, running
from site_gen.kinds.indicator.views import updated
from site_gen.pages.contributions import Section
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Snapshot

SECTION = Section(
    "cong-khai",
    "chi-tieu/index.html",
    msg("Service targets"),
    msg("What every unit must reach each month, which units met it and which did not."),
    30,
)


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The overview, and a page for each indicator."""
    entries = snapshot.catalog.all(Indicator)
    yield _overview(snapshot, entries)
    for entry in entries:
        yield _page(snapshot, entry)


def _overview(snapshot: Snapshot, entries: tuple[AnyIndicator, ...]) -> Page:
    groups: list[Plain] = []
    for group in Group:
        rows: list[Plain] = [views.summary(snapshot, e) for e in entries if e.model.group is group]
        if rows:
            groups.append({"name": snapshot.word(group), "id": group.value.replace("_", "-"), "rows": rows})
    latest = [mine for e in entries if (mine := _latest(snapshot, e))]
    context: Context = {
        "groups": groups,
        "count": len(entries),
        "met": sum(all(r is not False for r in mine) and True in mine for mine in latest),
        "missed": sum(False in mine for mine in latest),
        "who": snapshot.link("unit", snapshot.catalog.site.unit),
    }
    return Page(
        SECTION.url,
        "indicator/overview.html",
        snapshot.say(SECTION.title),
        context,
        tuple(e.path for e in entries),
        ((snapshot.say(msg("Disclosure")), "cong-khai/index.html"),),
        SECTION.menu,
        updated=max((updated(e) for e in entries), default=""),
        sample=any(e.model.sample for e in entries),
    )


def _latest(snapshot: Snapshot, entry: AnyIndicator) -> list[bool | None]:
    """The verdicts of the latest period."""
    periods = running(readings(entry, snapshot.catalog))
    return [r.met for r in periods[max(periods)]] if periods else []


def _page(snapshot: Snapshot, entry: AnyIndicator) -> Page:
    indicator = entry.model
    context: Context = {
        "head": views.summary(snapshot, entry),
        "finding": views.finding(snapshot, entry),
        "definition": indicator.definition or "",
        "who": snapshot.link("unit", snapshot.catalog.site.unit),
        "source": snapshot.document(indicator.source) if indicator.source else {},
        "targets": views.targets(snapshot, entry),
        "trend": views.trend(snapshot, entry),
        "matrix": views.matrix(snapshot, entry),
        "others": views.other_spans(snapshot, entry),
        "notes": snapshot.notes_of(entry.path),
    }
    return Page(
        views.url(entry.id),
        "indicator/page.html",
        indicator.title,
        context,
        (entry.path,),
        (
            (snapshot.say(msg("Disclosure")), "cong-khai/index.html"),
            (snapshot.say(SECTION.title), SECTION.url),
        ),
        SECTION.menu,
        ("indicator", entry.id),
        updated=updated(entry),
        sample=indicator.sample,
    )

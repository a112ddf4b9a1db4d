"""Pages of indicators: all of them with their latest period, and each with its units and periods."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.kinds.indicator import views
from site_gen.kinds.indicator.model import Group, Indicator
from site_gen.kinds.indicator.readings import AnyIndicator, readings, running
from site_gen.kinds.indicator.views import updated
from site_gen.pages.edition import Edition
from site_gen.pages.offer import Section
from site_gen.pages.page import Context, Page, Plain

SECTION = Section(
    "cong-khai",
    "chi-tieu/index.html",
    msg("Service targets"),
    msg("What every unit must reach each month, which units met it and which did not."),
    30,
)


def pages(edition: Edition) -> Iterator[Page]:
    """The overview, and a page for each indicator."""
    entries = edition.catalog.all(Indicator)
    yield _overview(edition, entries)
    for entry in entries:
        yield _page(edition, entry)


def _overview(edition: Edition, entries: tuple[AnyIndicator, ...]) -> Page:
    groups: list[Plain] = []
    for group in Group:
        rows: list[Plain] = [views.summary(edition, e) for e in entries if e.model.group is group]
        if rows:
            groups.append({"name": edition.word(group), "id": group.value.replace("_", "-"), "rows": rows})
    latest = [mine for e in entries if (mine := _latest(edition, e))]
    context: Context = {
        "groups": groups,
        "count": len(entries),
        "met": sum(all(r is not False for r in mine) and True in mine for mine in latest),
        "missed": sum(False in mine for mine in latest),
        "who": edition.link("unit", edition.catalog.site.unit),
    }
    return Page(
        SECTION.url,
        "indicator/overview.html",
        edition.say(SECTION.title),
        context,
        tuple(e.path for e in entries),
        ((edition.say(msg("Disclosure")), "cong-khai/index.html"),),
        SECTION.menu,
        updated=max((updated(e) for e in entries), default=""),
        sample=any(e.model.sample for e in entries),
    )


def _latest(edition: Edition, entry: AnyIndicator) -> list[bool | None]:
    """The verdicts of the latest period."""
    periods = running(readings(entry, edition.catalog))
    return [r.met for r in periods[max(periods)]] if periods else []


def _page(edition: Edition, entry: AnyIndicator) -> Page:
    indicator = entry.model
    context: Context = {
        "head": views.summary(edition, entry),
        "finding": views.finding(edition, entry),
        "definition": indicator.definition or "",
        "who": edition.link("unit", edition.catalog.site.unit),
        "source": edition.document(indicator.source) if indicator.source else {},
        "targets": views.targets(edition, entry),
        "trend": views.trend(edition, entry),
        "matrix": views.matrix(edition, entry),
        "others": views.other_spans(edition, entry),
        "notes": edition.notes_of(entry.path),
    }
    return Page(
        views.url(entry.id),
        "indicator/page.html",
        indicator.title,
        context,
        (entry.path,),
        (
            (edition.say(msg("Disclosure")), "cong-khai/index.html"),
            (edition.say(SECTION.title), SECTION.url),
        ),
        SECTION.menu,
        ("indicator", entry.id),
        updated=updated(entry),
        sample=indicator.sample,
    )

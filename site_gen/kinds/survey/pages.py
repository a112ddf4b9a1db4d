"""Pages of surveys: all of them with the latest of each object, and each with its criteria."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.base.values import Context
from site_gen.kinds.survey import views
from site_gen.kinds.survey.series import AnySurvey, in_order, series_of
from site_gen.kinds.survey.views import updated
from site_gen.pages.contributions import Section
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Snapshot

SECTION = Section(
    "cong-khai",
    "khao-sat/index.html",
    msg("Satisfaction surveys"),
    msg("How satisfied people are with dossiers, the one-stop shop and the staff, beside what was aimed at."),
    40,
)
MOST_ROWS = 36
"""A year of the three monthly surveys; older ones are listed by name only, for the page's weight."""


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The overview, and a page for each survey."""
    entries = in_order(snapshot.catalog)
    yield _overview(snapshot, entries)
    for entry in entries:
        yield _page(snapshot, entry)


def _overview(snapshot: Snapshot, entries: tuple[AnySurvey, ...]) -> Page:
    newest_first = entries[::-1]
    context: Context = {
        "latest": [views.row(snapshot, e) for e in views.newest(snapshot)],
        "all": [views.row(snapshot, e) for e in newest_first[:MOST_ROWS]],
        "older": [{"title": views.title(snapshot, e), "url": views.url(e.id)} for e in newest_first[MOST_ROWS:]],
        "count": len(entries),
        "who": snapshot.link("unit", snapshot.catalog.site.unit),
    }
    return Page(
        SECTION.url,
        "survey/overview.html",
        snapshot.say(SECTION.title),
        context,
        tuple(e.path for e in entries),
        ((snapshot.say(msg("Disclosure")), "cong-khai/index.html"),),
        SECTION.menu,
        updated=max((updated(e) for e in entries), default=""),
        sample=any(e.model.sample for e in entries),
        long=("all", "older"),
    )


def _page(snapshot: Snapshot, entry: AnySurvey) -> Page:
    survey = entry.model
    attachment = snapshot.catalog.attachments.get(survey.file or "")
    hidden = views.too_few_answers(snapshot, entry)
    context: Context = {
        "head": views.row(snapshot, entry),
        "finding": views.finding(snapshot, entry),
        "criteria": views.criteria(snapshot, entry),
        "series": [views.row(snapshot, e) for e in series_of(snapshot.catalog, entry)[-views.MOST_PERIODS :]],
        "method": survey.method or "",
        "remedy": survey.remedy or "",
        "source": snapshot.document(survey.source) if survey.source else {},
        # The file holds the shares that the page must not tell.
        "file": attachment.path if attachment and not hidden else "",
        "who": snapshot.link("unit", snapshot.catalog.site.unit),
        "notes": snapshot.notes_of(entry.path),
    }
    return Page(
        views.url(entry.id),
        "survey/page.html",
        views.title(snapshot, entry),
        context,
        (entry.path,),
        (
            (snapshot.say(msg("Disclosure")), "cong-khai/index.html"),
            (snapshot.say(SECTION.title), SECTION.url),
        ),
        SECTION.menu,
        ("survey", entry.id),
        updated=updated(entry),
        sample=survey.sample,
    )

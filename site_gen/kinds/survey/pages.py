"""Pages of surveys: all of them with the latest of each object, and each with its criteria."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.kinds.survey import views
from site_gen.kinds.survey.series import AnySurvey, in_order, series_of
from site_gen.kinds.survey.views import updated
from site_gen.pages.edition import Edition
from site_gen.pages.offer import Section
from site_gen.pages.page import Context, Page

SECTION = Section(
    "cong-khai",
    "khao-sat/index.html",
    msg("Satisfaction surveys"),
    msg("How satisfied people are with dossiers, the one-stop shop and the staff, beside what was aimed at."),
    40,
)
MOST_ROWS = 36
"""A year of the three monthly surveys; older ones are listed by name only, for the page's weight."""


def pages(edition: Edition) -> Iterator[Page]:
    """The overview, and a page for each survey."""
    entries = in_order(edition.catalog)
    yield _overview(edition, entries)
    for entry in entries:
        yield _page(edition, entry)


def _overview(edition: Edition, entries: tuple[AnySurvey, ...]) -> Page:
    newest_first = entries[::-1]
    context: Context = {
        "latest": [views.row(edition, e) for e in views.newest(edition)],
        "all": [views.row(edition, e) for e in newest_first[:MOST_ROWS]],
        "older": [{"title": views.title(edition, e), "url": views.url(e.id)} for e in newest_first[MOST_ROWS:]],
        "count": len(entries),
        "who": edition.link("unit", edition.catalog.site.unit),
    }
    return Page(
        SECTION.url,
        "survey/overview.html",
        edition.say(SECTION.title),
        context,
        tuple(e.path for e in entries),
        ((edition.say(msg("Disclosure")), "cong-khai/index.html"),),
        SECTION.menu,
        updated=max((updated(e) for e in entries), default=""),
        sample=any(e.model.sample for e in entries),
        long=("all", "older"),
    )


def _page(edition: Edition, entry: AnySurvey) -> Page:
    survey = entry.model
    attachment = edition.catalog.attachments.get(survey.file or "")
    hidden = views.withheld(edition, entry)
    context: Context = {
        "head": views.row(edition, entry),
        "finding": views.finding(edition, entry),
        "criteria": views.criteria(edition, entry),
        "series": [views.row(edition, e) for e in series_of(edition.catalog, entry)[-views.MOST_PERIODS :]],
        "method": survey.method or "",
        "remedy": survey.remedy or "",
        "source": edition.document(survey.source) if survey.source else {},
        # The file holds the shares that the page must not tell.
        "file": attachment.path if attachment and not hidden else "",
        "who": edition.link("unit", edition.catalog.site.unit),
        "notes": edition.notes_of(entry.path),
    }
    return Page(
        views.url(entry.id),
        "survey/page.html",
        views.title(edition, entry),
        context,
        (entry.path,),
        (
            (edition.say(msg("Disclosure")), "cong-khai/index.html"),
            (edition.say(SECTION.title), SECTION.url),
        ),
        SECTION.menu,
        ("survey", entry.id),
        updated=updated(entry),
        sample=survey.sample,
    )

"""The portal over several sites: one page that says what each of them holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from site_gen.base.messages import Message, msg, say
from site_gen.base.values import Context, Plain, named_values
from site_gen.base.vietnamese import show_date
from site_gen.joined.site import not_found
from site_gen.joined.statement import statement
from site_gen.model.settings import Fleet
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Link, Snapshot


def portal_pages(fleet: Fleet, snapshots: Sequence[tuple[Snapshot, tuple[Page, ...]]]) -> tuple[Page, ...]:
    """The portal's home, accessibility statement and "not found"."""

    def text(message: Message) -> str:
        return say(message, fleet.language.value)

    sites = [_card(snapshot, pages) for snapshot, pages in snapshots]
    newest = max((p.updated for _, pages in snapshots for p in pages), default="")
    home: Context = {"title": fleet.title, "summary": fleet.summary or "", "about": fleet.about or "", "sites": sites}
    return (
        not_found(text(msg("Page not found")), (Link(fleet.title, "index.html"),)),
        Page("index.html", "portal.html", fleet.title, home, section="home", updated=newest),
        statement(fleet.language.value),
    )


def portal_doors(snapshots: Sequence[Snapshot]) -> list[tuple[str, str]]:
    """Label and address of each site, for who looks through them instead of searching."""
    return [(e.catalog.site.short_name, f"{e.catalog.folder}/index.html") for e in snapshots]


def _card(snapshot: Snapshot, pages: tuple[Page, ...]) -> Context:
    site = snapshot.catalog.site
    folder = snapshot.catalog.folder
    plans: list[Plain] = []
    cards: list[Plain] = []
    for page in pages:
        if page.template == "plan/overview.html":
            plans.append(
                {**{key: named_values(page.context)[key] for key in ("plan", "counts")}, "url": f"{folder}/{page.url}"}
            )
        elif page.template == "scorecard/page.html":
            cards.append({"title": page.title, "url": f"{folder}/{page.url}"})
    return {
        "name": site.name,
        "short_name": site.short_name,
        "place": site.place,
        "ended": show_date(site.valid_to) if site.valid_to else "",
        "url": f"{folder}/index.html",
        "plans": plans,
        "scorecards": cards,
        "accent": site.accent,
    }


def portal_chrome(fleet: Fleet, as_of: date, newest: str) -> Context:
    """The frame of the portal's pages."""
    return {
        "name": fleet.title,
        "short_name": fleet.title,
        "place": fleet.summary or "",
        "ended": "",
        "language": fleet.language.value,
        "menu": [],
        "extra": [],
        "letters": "",
        "guide": "",
        "home": "index.html",
        "contact": {"address": "", "phone": "", "email": "", "hours": ""},
        "spokesperson": [],
        "illustration": {"source": fleet.illustration.source, "note": fleet.illustration.note or ""}
        if fleet.illustration
        else {},
        "index": fleet.illustration is None,
        "built": show_date(as_of),
        "newest": "/".join(reversed(newest.split("-"))) if newest else "",
        "base_url": (fleet.base_url or "").rstrip("/"),
        "portal": "",
        "feeds": [],
    }

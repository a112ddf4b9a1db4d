"""The portal over several sites: one page that says what each of them holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg, say
from site_gen.base.values import Address, Context, Record
from site_gen.base.vietnamese import show_date
from site_gen.joined.site import not_found
from site_gen.joined.statement import statement
from site_gen.kinds.plan.pages import Overview
from site_gen.kinds.plan.records import Counts, Head
from site_gen.kinds.scorecard.records import Whole as ScorecardPage
from site_gen.model.settings import Fleet, Language
from site_gen.pages.frames import Shown
from site_gen.pages.page import Page, latest
from site_gen.reading.shipped import abbreviations, foreign_phrases
from site_gen.rules.snapshot import Link, Snapshot


@dataclass(frozen=True)
class PlanLine(Record):
    """A plan of a site, and how far it is."""

    plan: Head
    counts: Counts
    url: Address


@dataclass(frozen=True)
class SiteCard(Record):
    """What the portal says of a site."""

    short_name: str
    place: str
    ended: date | None
    url: Address
    plans: tuple[PlanLine, ...]
    scorecards: tuple[Link, ...]


@dataclass(frozen=True)
class Portal(Shown):
    """The portal's home."""

    template = "portal.html"
    title: str
    about: str | None
    sites: tuple[SiteCard, ...]
    built: date


def portal_pages(fleet: Fleet, snapshots: Sequence[tuple[Snapshot, tuple[Page, ...]]], as_of: date) -> tuple[Page, ...]:
    """The portal's home, accessibility statement and "not found"."""
    language = fleet.language.value
    newest = latest(p.updated for _, pages in snapshots for p in pages)
    home = Portal(fleet.title, fleet.about, tuple(_card(snapshot, pages) for snapshot, pages in snapshots), as_of)
    return (
        not_found(say(msg("Page not found"), language), (Link(fleet.title, "index.html"),)),
        Page("index.html", home.template, fleet.title, home, section="home", updated=newest),
        statement(language),
    )


def portal_doors(snapshots: Sequence[Snapshot]) -> list[tuple[str, str]]:
    """Label and address of each site, for who looks through them instead of searching."""
    return [(e.catalog.site.short_name, f"{e.catalog.folder}/index.html") for e in snapshots]


def _card(snapshot: Snapshot, pages: tuple[Page, ...]) -> SiteCard:
    site, folder = snapshot.site, snapshot.catalog.folder
    plans, cards = [], []
    for page in pages:
        url = f"{folder}/{page.url}"
        match page.context:
            case Overview() as overview:
                plans.append(PlanLine(overview.plan, overview.counts, url))
            case ScorecardPage():
                cards.append(Link(page.title, url))
    return SiteCard(site.short_name, site.place, site.valid_to, f"{folder}/index.html", tuple(plans), tuple(cards))


def portal_chrome(fleet: Fleet, newest: date | None) -> Context:
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
        "counter": {"hours": "", "phone": ""},
        "feedback": "",
        "foreign": dict(foreign_phrases(fleet.language.value)),
        "abbreviations": abbreviations() if fleet.language is Language.VI else {},
        "newest": show_date(newest) if newest else "",
        "base_url": (fleet.base_url or "").rstrip("/"),
        "portal": "",
        "feeds": [],
    }

"""The second step: from the content to every page and every other file there will be, each with its path."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from site_gen.base.dataclass import dataclass
from site_gen.base.values import Context, Plain
from site_gen.joined.english import english_chrome, english_pages
from site_gen.joined.index_pages import search_doors, search_events, search_page
from site_gen.joined.moved import Move
from site_gen.joined.portal import portal_chrome, portal_doors, portal_pages
from site_gen.joined.search_entries import from_portal
from site_gen.joined.site import Decided, chrome, decided
from site_gen.model.catalog import Catalog
from site_gen.model.settings import Fleet, Site
from site_gen.outputs.assets import accent_sheet, fingerprinted, icon
from site_gen.outputs.hosting.policy import META
from site_gen.outputs.pictures import SIDE
from site_gen.outputs.search import Remember, search_files
from site_gen.pages.contributions import SearchEntry
from site_gen.pages.page import Artifact, Page, latest
from site_gen.pipeline import lasting
from site_gen.pipeline.gather import Gathered, GatheredSite
from site_gen.pipeline.hosts import host_files, hosts_of, kept_moves, stubs
from site_gen.pipeline.other_files import portal_files, site_files
from site_gen.pipeline.request import Request
from site_gen.reading.shipped import search_words
from site_gen.render.job import Frame, Job
from site_gen.rules.snapshot import Snapshot

Theme = tuple[tuple[Artifact, ...], dict[str, str]]
"""The theme's assets, and which name each of them bears."""
LOGO = (160, 56)
"""Width and height in points that a logo has at most at the head of a page."""


class Outputs(NamedTuple):
    """All that will be published besides attachments: pages to render, by path, and files whose bytes are known."""

    jobs: list[Job]
    files: list[Artifact]


@dataclass(frozen=True, slots=True)
class _Made:
    """What one site comes to: its outputs, what was decided, where pages moved from."""

    outputs: Outputs
    decided: Decided
    moves: tuple[Move, ...]


def decide(gathered: Gathered, request: Request) -> Outputs:
    """Every page with its path and frame, and the other files of each site."""
    theme = fingerprinted(request.whole_theme)
    portal = {"label": gathered.fleet.title, "url": "../index.html"} if gathered.fleet else ""
    made = [_site(site, theme, portal) for site in gathered.sites]
    parts = [part.outputs for part in made]
    if gathered.fleet is not None:
        parts.append(_portal(gathered.fleet, list(zip(gathered.snapshots, made, strict=True)), theme, request.as_of))
    files = [file for part in parts for file in part.files]
    files += host_files(hosts_of(gathered, [part.moves for part in made]))
    return Outputs(sorted((job for part in parts for job in part.jobs), key=lambda job: job.path), files)


def _site(site: GatheredSite, theme: Theme, portal: Plain) -> _Made:
    snapshot, settings = site.snapshot, site.snapshot.catalog.site
    own = decided(snapshot)
    contact = settings.contact
    around_search = search_events(own.pages), contact.phone or "", contact.hours or ""
    search, index = _search(
        settings, snapshot.memory.latest, own.found, search_doors(snapshot, own.pages), *around_search
    )
    pages = (*own.pages, search)
    look, dress = dressed(theme, settings.accent, settings.illustration is not None)
    look |= _own_pictures(snapshot.catalog)
    around = {**chrome(snapshot, pages), **look, "portal": portal, "pictures": _sizes(snapshot)}
    jobs = _jobs(pages, site.prefix, around)
    if english := english_pages(snapshot):
        jobs += _jobs(english, site.prefix, english_chrome(snapshot, around))
    moves = kept_moves(site, jobs)
    whole = replace(own, pages=(*pages, *english))
    files = [*theme[0], *index, *site_files(snapshot, whole), *stubs(snapshot, moves), *dress]
    return _Made(Outputs(jobs, [Artifact(site.prefix + f.path, f.data) for f in files]), own, moves)


def _portal(fleet: Fleet, sites: Sequence[tuple[Snapshot, _Made]], theme: Theme, as_of: date) -> Outputs:
    everywhere = [item for snapshot, made in sites for item in from_portal(snapshot, made.decided.found)]
    search, index = _search(fleet, lasting.latest, everywhere, portal_doors([snapshot for snapshot, _ in sites]))
    pages = (*portal_pages(fleet, [(snapshot, made.decided.pages) for snapshot, made in sites], as_of), search)
    newest = latest(p.updated for p in pages)
    look, dress = dressed(theme, fleet.accent, fleet.illustration is not None)
    around = {**portal_chrome(fleet, newest), **look, "pictures": {}}
    more = portal_files(fleet, [(snapshot, made.decided) for snapshot, made in sites], as_of)
    return Outputs(_jobs(pages, "", around), [*theme[0], *index, *more, *dress])


def _search(
    settings: Site | Fleet,
    remember: Remember,
    found: Sequence[SearchEntry],
    doors: Sequence[tuple[str, str]],
    events: Sequence[tuple[str, str]] = (),
    phone: str = "",
    hours: str = "",
) -> tuple[Page, tuple[Artifact, ...]]:
    """The search page, and the files it loads."""
    files = search_files(found, search_words(), settings.search.synonyms, remember)
    return search_page(settings.language.value, files[0].path, doors, events, phone, hours), files


def dressed(theme: Theme, accent: str, illustration: bool = False) -> tuple[Context, list[Artifact]]:
    """What of the look every page of a site refers to, and the files that are the site's own."""
    assets, names = theme
    sheet = accent_sheet(accent, illustration)
    drawn = {artifact.path: artifact.data for artifact in assets}[names["icon.svg"]]
    own = icon(drawn, accent)
    around: Context = {
        "assets": dict(names),
        "accent": sheet.path,
        "colour": accent,
        "share_pictures": False,
        "icon": {"url": own.path, "type": "image/svg+xml"},
        "logo": "",
        "policy": dict(META),
    }
    return around, [sheet, *([own] if own.path != names["icon.svg"] else [])]


def _own_pictures(catalog: Catalog) -> Context:
    """Logo and favicon of a site that has its own."""
    site, files = catalog.site, catalog.attachments
    own: dict[str, Plain] = {"share_pictures": site.share_pictures}
    if site.logo in files:
        width, height = files[site.logo].width, files[site.logo].height
        shrunk = min(1, LOGO[0] / width, LOGO[1] / height) if width and height else 1
        own["logo"] = {"url": site.logo, "width": round(width * shrunk), "height": round(height * shrunk)}
    if site.favicon in files:
        own["icon"] = {"url": site.favicon, "type": files[site.favicon].media_type}
    return own


def _jobs(pages: Iterable[Page], prefix: str, around: Context) -> list[Job]:
    frame = Frame(around)
    return [Job(page, prefix + page.url, frame) for page in pages]


def _sizes(snapshot: Snapshot) -> Context:
    """Width and height of each of the site's pictures, as a page shows it at most."""
    return {path: list(a.within(SIDE)) for path, a in snapshot.catalog.attachments.items() if a.longest}

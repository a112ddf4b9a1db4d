"""The second step: from the content to every page and every other file there will be, each with its path."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from site_gen.base.fingerprint import fingerprint
from site_gen.base.values import Context, Plain
from site_gen.joined.english import english_chrome, english_pages
from site_gen.joined.index_pages import search_doors, search_events, search_page
from site_gen.joined.moved import Move
from site_gen.joined.portal import portal_chrome, portal_doors, portal_pages
from site_gen.joined.search_entries import from_portal
from site_gen.joined.site import Decided, chrome, decided
from site_gen.model.settings import Fleet, Site
from site_gen.outputs.assets import fingerprinted
from site_gen.outputs.hosting.policy import META
from site_gen.outputs.pictures import SIDE
from site_gen.outputs.search import search_files
from site_gen.pages.contributions import SearchEntry
from site_gen.pages.page import Artifact, Page, latest
from site_gen.pipeline.gather import Gathered, GatheredSite
from site_gen.pipeline.hosts import host_files, hosts_of, kept_moves, stubs
from site_gen.pipeline.other_files import portal_files, site_files
from site_gen.pipeline.request import Request
from site_gen.reading.shipped import search_words
from site_gen.render.job import Frame, Job
from site_gen.rules.snapshot import Snapshot

Theme = tuple[tuple[Artifact, ...], dict[str, str]]
"""The theme's assets, and which name each of them bears."""


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
    theme = fingerprinted(request.theme_folder)
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
    assets, names = theme
    own = decided(snapshot)
    contact = settings.contact
    around_search = search_events(own.pages), contact.phone or "", contact.hours or ""
    search, index = _search(settings, own.found, search_doors(snapshot, own.pages), *around_search)
    pages = (*own.pages, search)
    around = {**chrome(snapshot, pages), **_own(names, settings.accent), "portal": portal, "pictures": _sizes(snapshot)}
    jobs = _jobs(pages, site.prefix, around)
    if english := english_pages(snapshot):
        jobs += _jobs(english, site.prefix, english_chrome(snapshot, around))
    moves = kept_moves(site, jobs)
    whole = replace(own, pages=(*pages, *english))
    files = [*assets, *index, *site_files(snapshot, whole), *stubs(snapshot, moves), accent_sheet(settings.accent)]
    return _Made(Outputs(jobs, [Artifact(site.prefix + f.path, f.data) for f in files]), own, moves)


def _portal(fleet: Fleet, sites: Sequence[tuple[Snapshot, _Made]], theme: Theme, as_of: date) -> Outputs:
    assets, names = theme
    everywhere = [item for snapshot, made in sites for item in from_portal(snapshot, made.decided.found)]
    search, index = _search(fleet, everywhere, portal_doors([snapshot for snapshot, _ in sites]))
    pages = (*portal_pages(fleet, [(snapshot, made.decided.pages) for snapshot, made in sites]), search)
    newest = latest(p.updated for p in pages)
    around = {**portal_chrome(fleet, as_of, newest), **_own(names, fleet.accent), "pictures": {}}
    more = portal_files(fleet, [(snapshot, made.decided) for snapshot, made in sites], as_of)
    return Outputs(_jobs(pages, "", around), [*assets, *index, *more, accent_sheet(fleet.accent)])


def _search(
    settings: Site | Fleet,
    found: Sequence[SearchEntry],
    doors: Sequence[tuple[str, str]],
    events: Sequence[tuple[str, str]] = (),
    phone: str = "",
    hours: str = "",
) -> tuple[Page, tuple[Artifact, ...]]:
    """The search page, and the files it loads."""
    files = search_files(found, search_words(), settings.search.synonyms)
    return search_page(settings.language.value, files[0].path, doors, events, phone, hours), files


def accent_sheet(accent: str) -> Artifact:
    """The authority's colour as a style sheet of its own: the content policy forbids inline style."""
    css = f":root{{--accent:{accent}}}\n".encode()
    return Artifact(f"assets/accent.{fingerprint(css)}.css", css)


def _own(names: dict[str, str], accent: str) -> Context:
    return {"assets": dict(names), "accent": accent_sheet(accent).path, "policy": dict(META)}


def _jobs(pages: Iterable[Page], prefix: str, around: Context) -> list[Job]:
    frame = Frame(around)
    return [Job(page, prefix + page.url, frame) for page in pages]


def _sizes(snapshot: Snapshot) -> Context:
    """Width and height of each of the site's pictures, as a page shows it at most."""
    return {path: list(a.within(SIDE)) for path, a in snapshot.catalog.attachments.items() if a.longest}

"""The middle of the road: from judged content to every page that will be, with its path and frame."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from site_gen.base.values import Context, Plain
from site_gen.joined.english import english_chrome, english_pages
from site_gen.joined.index_pages import search_doors, search_page
from site_gen.joined.moved import Move
from site_gen.joined.portal import portal_chrome, portal_doors, portal_pages
from site_gen.joined.search_entries import from_portal, search_entries
from site_gen.joined.site import Decided, chrome, decided
from site_gen.model.settings import Fleet, Site
from site_gen.outputs.assets import fingerprinted
from site_gen.outputs.hosting.policy import META
from site_gen.outputs.pictures import SIDE
from site_gen.outputs.search import search_files
from site_gen.pages.contributions import SearchEntry
from site_gen.pages.page import Artifact, Page
from site_gen.pipeline.gather import Gathered
from site_gen.pipeline.hosts import host_files, hosts_of, kept_moves, stubs
from site_gen.pipeline.request import Request
from site_gen.pipeline.reuse import portal_files, reusable
from site_gen.reading.shipped import search_words
from site_gen.render.job import Job
from site_gen.rules.snapshot import Snapshot

Theme = tuple[tuple[Artifact, ...], dict[str, str]]
"""The theme's assets, and which name each of them bears."""


@dataclass(frozen=True, slots=True)
class _Made:
    """What one site comes to: pages to render, other files, what was decided, what search finds, where pages moved from."""

    jobs: list[Job]
    assets: list[Artifact]
    decided: Decided
    found: tuple[SearchEntry, ...]
    moves: tuple[Move, ...]


def decide(gathered: Gathered, request: Request) -> tuple[list[Job], list[Artifact]]:
    """Every page with its path and frame, and the assets that each site carries."""
    theme = fingerprinted(request.theme_folder)
    portal = {"label": gathered.fleet.title, "url": "../index.html"} if gathered.fleet else ""
    made = [_site(snapshot, theme, portal) for snapshot in gathered.snapshots]
    jobs = [job for part in made for job in part.jobs]
    assets = [asset for part in made for asset in part.assets]
    if gathered.fleet is not None:
        more, others = _portal(gathered.fleet, list(zip(gathered.snapshots, made, strict=True)), theme, request.as_of)
        jobs += more
        assets += others
    assets += host_files(hosts_of(gathered, [part.moves for part in made]))
    return sorted(jobs, key=lambda job: job.path), assets


def _site(snapshot: Snapshot, theme: Theme, portal: Plain) -> _Made:
    site, folder = snapshot.catalog.site, snapshot.catalog.folder
    files, names = theme
    own = decided(snapshot)
    found = search_entries(snapshot, own.pages)
    search, index = _search(site, found, search_doors(snapshot, own.pages))
    pages = (*own.pages, search)
    frame = {**chrome(snapshot, pages), **_own(names, site.accent), "portal": portal, "pictures": _sizes(snapshot)}
    jobs = _jobs(pages, folder, frame)
    english = english_pages(snapshot)
    if english:
        jobs += _jobs(english, folder, english_chrome(snapshot, frame))
    whole = replace(own, pages=(*pages, *english))
    moves = kept_moves(snapshot, (page.url for page in whole.pages))
    assets = _prefixed([*files, *index, *reusable(snapshot, whole), *stubs(snapshot, moves)], folder)
    return _Made(jobs, [*assets, accent_sheet(site.accent, folder)], own, found, moves)


def _portal(
    fleet: Fleet, sites: Sequence[tuple[Snapshot, _Made]], theme: Theme, as_of: date
) -> tuple[list[Job], list[Artifact]]:
    files, names = theme
    everywhere = [item for snapshot, made in sites for item in from_portal(snapshot, made.found)]
    search, index = _search(fleet, everywhere, portal_doors([snapshot for snapshot, _ in sites]))
    pages = (*portal_pages(fleet, [(snapshot, made.decided.pages) for snapshot, made in sites]), search)
    newest = max((p.updated for p in pages), default="")
    frame = {**portal_chrome(fleet, as_of, newest), **_own(names, fleet.accent), "pictures": {}}
    more = portal_files(fleet, [(snapshot, made.decided) for snapshot, made in sites], as_of)
    return _jobs(pages, "", frame), [*files, *index, *more, accent_sheet(fleet.accent, "")]


def _search(
    settings: Site | Fleet, found: Sequence[SearchEntry], doors: Sequence[tuple[str, str]]
) -> tuple[Page, tuple[Artifact, ...]]:
    """The search page, and the files it loads."""
    titles, texts = search_files(found, search_words(), settings.search.synonyms)
    return search_page(settings.language.value, titles.path, texts.path, doors), (titles, texts)


def accent_sheet(accent: str, folder: str) -> Artifact:
    """The authority's colour as a style sheet of its own: the content policy forbids inline style."""
    css = f":root{{--accent:{accent}}}\n".encode()
    path = f"assets/accent.{hashlib.sha256(css).hexdigest()[:10]}.css"
    return Artifact(f"{folder}/{path}" if folder else path, css)


def _own(names: dict[str, str], accent: str) -> Context:
    return {"assets": dict(names), "accent": accent_sheet(accent, "").path, "policy": dict(META)}


def _jobs(pages: Iterable[Page], folder: str, frame: Context) -> list[Job]:
    return [Job(page, f"{folder}/{page.url}" if folder else page.url, frame) for page in pages]


def _sizes(snapshot: Snapshot) -> Context:
    """Width and height of each of the site's pictures, as a page shows it at most."""
    return {path: list(a.within(SIDE)) for path, a in snapshot.catalog.attachments.items() if a.longest}


def _prefixed(files: Iterable[Artifact], folder: str) -> list[Artifact]:
    return [Artifact(f"{folder}/{f.path}" if folder else f.path, f.data) for f in files]

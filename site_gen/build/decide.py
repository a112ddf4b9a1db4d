"""The middle of the road: from judged content to every page that will be, with its path and frame."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from site_gen.build.gather import Gathered
from site_gen.build.request import Request
from site_gen.build.reuse import portal_files, reusable
from site_gen.joined.english import english_chrome, english_pages
from site_gen.joined.findable import findable, from_portal
from site_gen.joined.index_pages import search_doors, search_page
from site_gen.joined.portal import portal_chrome, portal_doors, portal_pages
from site_gen.joined.site import Decided, chrome, decided
from site_gen.model.settings import Fleet, Site
from site_gen.outputs.assets import fingerprinted
from site_gen.outputs.search import search_files
from site_gen.pages.edition import Edition
from site_gen.pages.offer import Findable
from site_gen.pages.page import Artifact, Context, Page
from site_gen.reading.shipped import search_words
from site_gen.render.job import Job


def decide(gathered: Gathered, request: Request) -> tuple[list[Job], list[Artifact]]:
    """Every page with its path and frame, and the assets that each site carries."""
    files, names = fingerprinted(request.theme_folder)
    jobs: list[Job] = []
    assets: list[Artifact] = []
    sites: list[tuple[Edition, Decided]] = []
    everywhere: list[Findable] = []
    for edition in gathered.editions:
        site = decided(edition)
        pages = site.pages
        sites.append((edition, site))
        folder = edition.catalog.folder
        found = findable(edition, pages)
        everywhere += from_portal(edition, found)
        search, index = _search(edition.catalog.site, found, search_doors(edition, pages))
        pages = (*pages, search)
        frame = {**chrome(edition, pages), **_own(names, edition.catalog.site.accent)}
        if gathered.fleet is not None:
            frame["portal"] = {"label": gathered.fleet.title, "url": "../index.html"}
        jobs += _jobs(pages, folder, frame)
        english = english_pages(edition)
        if english:
            jobs += _jobs(english, folder, english_chrome(edition, frame))
        all_pages = replace(site, pages=(*pages, *english))
        assets += [*_prefixed([*files, *index, *reusable(edition, all_pages)], folder)]
        assets.append(accent_sheet(edition.catalog.site.accent, folder))
    if gathered.fleet is not None:
        search, index = _search(gathered.fleet, everywhere, portal_doors(gathered.editions))
        pages = (*portal_pages(gathered.fleet, [(edition, site.pages) for edition, site in sites]), search)
        newest = max((p.updated for p in pages), default="")
        frame = {**portal_chrome(gathered.fleet, request.as_of, newest), **_own(names, gathered.fleet.accent)}
        jobs += _jobs(pages, "", frame)
        assets += [*files, *index, *portal_files(gathered.fleet, sites, request.as_of)]
        assets.append(accent_sheet(gathered.fleet.accent, ""))
    return sorted(jobs, key=lambda job: job.path), assets


def _search(
    settings: Site | Fleet, found: Sequence[Findable], doors: Sequence[tuple[str, str]]
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
    return {"assets": dict(names), "accent": accent_sheet(accent, "").path}


def _jobs(pages: Iterable[Page], folder: str, frame: Context) -> list[Job]:
    return [Job(page, f"{folder}/{page.url}" if folder else page.url, frame) for page in pages]


def _prefixed(files: Iterable[Artifact], folder: str) -> list[Artifact]:
    return [Artifact(f"{folder}/{f.path}" if folder else f.path, f.data) for f in files]

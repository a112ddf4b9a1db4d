"""The middle of the road: from judged content to every page that will be, with its path and frame."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from site_gen.build.gather import Gathered
from site_gen.build.hosts import host_files, hosts_of, kept_moves, stubs
from site_gen.build.request import Request
from site_gen.joined.due_days import due_days
from site_gen.joined.findable import findable, from_portal
from site_gen.joined.index_pages import search_doors, search_page
from site_gen.joined.ledger import ledger_of
from site_gen.joined.ledger_pages import ledger_table
from site_gen.joined.portal import portal_chrome, portal_doors, portal_pages
from site_gen.joined.published import disclosures_of
from site_gen.joined.register import register_table
from site_gen.joined.site import chrome, pages_of
from site_gen.kinds import KINDS
from site_gen.model.settings import Fleet, Site
from site_gen.outputs.assets import fingerprinted
from site_gen.outputs.calendar import Event, calendar
from site_gen.outputs.feed import feed
from site_gen.outputs.hosting.policy import META
from site_gen.outputs.open_data import data_files
from site_gen.outputs.search import search_files
from site_gen.outputs.sitemap import sitemap
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
    editions: list[tuple[Edition, tuple[Page, ...]]] = []
    everywhere: list[Findable] = []
    moves = []
    for edition in gathered.editions:
        pages = pages_of(edition)
        editions.append((edition, pages))
        folder = edition.catalog.folder
        found = findable(edition, pages)
        everywhere += from_portal(edition, found)
        search, index = _search(edition.catalog.site, found, search_doors(edition, pages))
        pages = (*pages, search)
        frame = {**chrome(edition, pages), **_own(names, edition.catalog.site.accent)}
        if gathered.fleet is not None:
            frame["portal"] = {"label": gathered.fleet.title, "url": "../index.html"}
        jobs += _jobs(pages, folder, frame)
        assets += [*_prefixed([*files, *index, *reusable(edition, pages)], folder)]
        assets.append(accent_sheet(edition.catalog.site.accent, folder))
        moves.append(kept_moves(edition, (page.url for page in pages)))
        assets += _prefixed(stubs(edition, moves[-1]), folder)
    if gathered.fleet is not None:
        search, index = _search(gathered.fleet, everywhere, portal_doors(editions))
        pages = (*portal_pages(gathered.fleet, editions), search)
        newest = max((p.updated for p in pages), default="")
        frame = {**portal_chrome(gathered.fleet, request.as_of, newest), **_own(names, gathered.fleet.accent)}
        jobs += _jobs(pages, "", frame)
        assets += [*_prefixed([*files, *index], ""), accent_sheet(gathered.fleet.accent, "")]
    assets += host_files(hosts_of(gathered, moves))
    return sorted(jobs, key=lambda job: job.path), assets


def _search(
    settings: Site | Fleet, found: Sequence[Findable], doors: Sequence[tuple[str, str]]
) -> tuple[Page, tuple[Artifact, ...]]:
    """The search page, and the files it loads."""
    titles, texts = search_files(found, search_words(), settings.search.synonyms)
    return search_page(settings.language.value, titles.path, texts.path, doors), (titles, texts)


def reusable(edition: Edition, pages: tuple[Page, ...]) -> list[Artifact]:
    """What leaves besides pages: open data, feed, calendar, and a sitemap where the site may be found and has an address."""
    site, base_url = edition.catalog.site, edition.catalog.site.base_url or ""
    disclosures = disclosures_of(edition)
    ledger = ledger_of(edition, disclosures)
    tables = [table for kind in KINDS for table in kind.tables(edition)]
    tables += [register_table(disclosures), ledger_table(edition, ledger)]
    items = [item for kind in KINDS for item in kind.feed(edition)]
    events = [Event(d.key, d.day, d.title, d.who, d.url) for d in due_days(edition, ledger)]
    out = [*data_files(tables, edition.as_of.isoformat()), feed(items, site.name, base_url, edition.as_of)]
    out.append(calendar(events, site.short_name, site.unit, base_url, edition.as_of))
    if site.base_url and site.illustration is None:
        out.append(sitemap(pages, site.base_url))
    return out


def accent_sheet(accent: str, folder: str) -> Artifact:
    """The authority's colour as a style sheet of its own: the content policy forbids inline style."""
    css = f":root{{--accent:{accent}}}\n".encode()
    path = f"assets/accent.{hashlib.sha256(css).hexdigest()[:10]}.css"
    return Artifact(f"{folder}/{path}" if folder else path, css)


def _own(names: dict[str, str], accent: str) -> Context:
    return {"assets": dict(names), "accent": accent_sheet(accent, "").path, "policy": dict(META)}


def _jobs(pages: Iterable[Page], folder: str, frame: Context) -> list[Job]:
    return [Job(page, f"{folder}/{page.url}" if folder else page.url, frame) for page in pages]


def _prefixed(files: Iterable[Artifact], folder: str) -> list[Artifact]:
    return [Artifact(f"{folder}/{f.path}" if folder else f.path, f.data) for f in files]

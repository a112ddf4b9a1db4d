"""Judges every address that the content names, at the line and column at which it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from site_gen.base.diagnostics import Diagnostic
from site_gen.joined.addresses import Addresses, addresses_of
from site_gen.joined.published import waiting_files
from site_gen.kinds import KINDS
from site_gen.pages.page import Artifact
from site_gen.pipeline.gather import Gathered
from site_gen.pipeline.links.links import Links
from site_gen.pipeline.links.page_places import PagePlaces
from site_gen.pipeline.links.pictures import Pictures
from site_gen.pipeline.links.telling import Teller
from site_gen.pipeline.links.texts import Texts
from site_gen.pipeline.places import Files
from site_gen.pipeline.request import Request
from site_gen.reading.markdown_links import PICTURE
from site_gen.render.job import Job


def judge_links(
    gathered: Gathered,
    request: Request,
    texts: tuple[Texts, list[Texts]],
    jobs: Sequence[Job],
    assets: Iterable[Artifact],
) -> list[Diagnostic]:
    """Everything to be said of links and pictures in the content of all sites."""
    portal, sites = texts
    teller = Teller(Files(request.source, request.shown))
    by_path = {job.path: job for job in jobs}
    names = [asset.path for asset in assets]
    places = PagePlaces(by_path, request.theme_folder)
    whole = _whole(gathered, by_path, names)
    found = list(_judged(portal, Links(teller, whole, whole, places)))
    for snapshot, root, mine in zip(gathered.snapshots, gathered.roots, sites, strict=True):
        catalog = snapshot.catalog
        prefix = f"{catalog.folder}/" if catalog.folder else ""
        hidden_files = waiting_files(catalog).union(*(kind.hidden_files(snapshot) for kind in KINDS))
        files = {name.removeprefix(prefix) for name in names if name.startswith(prefix)}
        pages = [job.page for job in jobs if job.path.startswith(prefix)]
        shown = f"{request.shown}/{catalog.folder}" if catalog.folder else request.shown
        site = addresses_of(snapshot, pages, files | (catalog.attachments.keys() - hidden_files), shown)
        links = Links(teller, site, whole, places, prefix, hidden_files, root)
        found += _judged(mine, links, Pictures(teller, catalog.attachments, site, mine.shown, root))
    return found


def _whole(gathered: Gathered, jobs: Mapping[str, Job], names: Iterable[str]) -> Addresses:
    """The addresses of the whole output, as a portal has them."""
    home = (gathered.fleet.base_url or "").rstrip("/") if gathered.fleet else ""
    attached = (f"{e.catalog.folder}/{path}" for e in gathered.snapshots for path in e.catalog.attachments)
    return Addresses(home, frozenset(jobs), frozenset([*names, *attached]))


def _judged(texts: Texts, links: Links, pictures: Pictures | None = None) -> Iterator[Diagnostic]:
    for text in texts.texts:
        for name in text.names:
            if text.file is not None or name.form == PICTURE:
                if pictures is not None:
                    yield from pictures.of(text, name)
            else:
                yield from links.of(text, name)

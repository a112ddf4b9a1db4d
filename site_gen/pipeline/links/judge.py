"""Judges every address that the content names, at the line and column at which it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from site_gen.base.diagnostics import Diagnostic
from site_gen.joined.addresses import Addresses, addresses_of
from site_gen.joined.codes import SEVERITIES
from site_gen.pipeline.decide import Outputs
from site_gen.pipeline.gather import Gathered
from site_gen.pipeline.links.links import Links, PagePlaces
from site_gen.pipeline.links.pictures import Pictures
from site_gen.pipeline.links.texts import Texts, texts_of_portal
from site_gen.pipeline.places import SourceFiles
from site_gen.pipeline.request import Request
from site_gen.reading.markdown_links import PICTURE
from site_gen.render.job import Job


def judge_links(gathered: Gathered, request: Request, outputs: Outputs, texts: Sequence[Texts]) -> Iterator[Diagnostic]:
    """Everything to be said of links and pictures in the content; `texts` are those of each site."""
    sources = SourceFiles(request.source, request.shown)
    by_path = {job.path: job for job in outputs.jobs}
    names = [file.path for file in outputs.files]
    places = PagePlaces(by_path, request.whole_theme)
    whole = _whole(gathered, by_path, names)
    if gathered.fleet is not None:
        portal = texts_of_portal(gathered.fleet, request.shown)
        yield from _judged(portal, sources, Links(whole, whole, places))
    for site, mine in zip(gathered.sites, texts, strict=True):
        attachments, hidden = site.snapshot.catalog.attachments, site.hidden_files
        files = {name.removeprefix(site.prefix) for name in names if name.startswith(site.prefix)}
        pages = [job.page for job in outputs.jobs if job.path.startswith(site.prefix)]
        own = addresses_of(site.snapshot, pages, files | (attachments.keys() - hidden), site.shown)
        links = Links(own, whole, places, site.prefix, hidden, site.root)
        yield from _judged(mine, sources, links, Pictures(attachments, own, mine.shown))


def _whole(gathered: Gathered, jobs: Mapping[str, Job], names: Sequence[str]) -> Addresses:
    """The addresses of the whole output, as a portal has them."""
    home = (gathered.fleet.base_url or "").rstrip("/") if gathered.fleet else ""
    attached = (f"{e.catalog.folder}/{path}" for e in gathered.snapshots for path in e.catalog.attachments)
    return Addresses(home, frozenset(jobs), frozenset([*names, *attached]))


def _judged(texts: Texts, sources: SourceFiles, links: Links, pictures: Pictures | None = None) -> Iterator[Diagnostic]:
    for text in texts.texts:
        for name in text.names:
            if text.file is None and name.form != PICTURE:
                faults = links.of(text, name)
            else:
                faults = pictures.of(text, name) if pictures is not None else iter(())
            for fault in faults:
                at = sources.address(text.at, name.sign, name.nth) if name.sign else None
                yield Diagnostic(
                    fault.code,
                    SEVERITIES[fault.code],
                    fault.message,
                    at or text.at,
                    fault.hint,
                    text.entry,
                    fault.law,
                )

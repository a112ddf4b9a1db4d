"""What web servers give away: the whole output, and each site of a portal that has a host of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from site_gen.base.diagnostics import Diagnostic, Span
from site_gen.joined.moved import Move, file_of, moves_of
from site_gen.outputs.hosting.policy import Host
from site_gen.outputs.hosting.static import headers_file, redirects_file, stub
from site_gen.pages.page import Artifact
from site_gen.pipeline.gather import Gathered, GatheredSite
from site_gen.pipeline.places import SourceFiles
from site_gen.pipeline.request import Request
from site_gen.render.job import Job
from site_gen.rules.snapshot import Snapshot


def move_faults(gathered: Gathered, jobs: Iterable[Job], request: Request) -> list[Diagnostic]:
    """What is wrong with old addresses, at the lines that say them."""
    paths = [job.path for job in jobs]
    files = SourceFiles(request.source, request.shown)
    found: list[Diagnostic] = []
    for site in gathered.sites:
        pages = {path.removeprefix(site.prefix) for path in paths if path.startswith(site.prefix)}
        found += moves_of(site.snapshot, pages, partial(_place, files, site.settings)).found
    return found


def _place(files: SourceFiles, settings: str, text: str) -> Span:
    return files.place(text, text, [settings]) or Span(settings, 1, 1)


def kept_moves(site: GatheredSite, jobs: Iterable[Job]) -> tuple[Move, ...]:
    """The moves of a site that hold; `jobs` are the pages of the whole output."""
    pages = {job.path.removeprefix(site.prefix) for job in jobs if job.path.startswith(site.prefix)}
    return moves_of(site.snapshot, pages, Span).kept


def stubs(snapshot: Snapshot, moves: Iterable[Move]) -> Iterator[Artifact]:
    """A page at each old address."""
    site = snapshot.catalog.site
    for move in moves:
        file = file_of(move.old)
        yield Artifact(file, stub(file, move.new, (site.base_url or "").rstrip("/"), site.language.value))


def hosts_of(gathered: Gathered, moves: Sequence[tuple[Move, ...]]) -> tuple[Host, ...]:
    """Every host, the portal first. A site of a portal has one of its own where its `base_url` lies elsewhere.

    Args:
        gathered: The content.
        moves: Of each snapshot.
    """
    if gathered.fleet is None:
        return tuple(_own(snapshot, "", mine) for snapshot, mine in zip(gathered.snapshots, moves, strict=True))
    portal = (gathered.fleet.base_url or "").rstrip("/")
    nested: list[str] = []
    inside: list[tuple[str, str]] = []
    apart: list[Host] = []
    for snapshot, mine in zip(gathered.snapshots, moves, strict=True):
        folder = snapshot.catalog.folder
        address = (snapshot.catalog.site.base_url or "").rstrip("/")
        if address and address != f"{portal}/{folder}":
            apart.append(_own(snapshot, folder, mine))
        else:
            nested.append(folder)
            inside += [(f"{folder}/{move.old}", f"{folder}/{move.new}") for move in mine]
    return (Host(portal, "", tuple(nested), tuple(inside)), *apart)


def _own(snapshot: Snapshot, folder: str, moves: Iterable[Move]) -> Host:
    address = (snapshot.catalog.site.base_url or "").rstrip("/")
    return Host(address, folder, (), tuple((move.old, move.new) for move in moves))


def host_files(hosts: Iterable[Host]) -> Iterator[Artifact]:
    """`_headers`, and `_redirects` where anything has moved, at the root of each host."""
    for host in hosts:
        prefix = f"{host.folder}/" if host.folder else ""
        yield Artifact(f"{prefix}_headers", headers_file(host))
        if host.moves:
            yield Artifact(f"{prefix}_redirects", redirects_file(host))

"""The road from end to end: gather, judge, decide, render, write. While one finding fails, nothing is written."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from site_gen.base.diagnostics import Diagnostic, in_order, worst
from site_gen.build.engine import engine
from site_gen.build.freshness import Parts, digest, parts_of, stale
from site_gen.build.gather import Gathered, gather
from site_gen.build.request import Request
from site_gen.joined.portal import portal_chrome, portal_pages
from site_gen.joined.site import chrome, pages_of
from site_gen.outputs.assets import attached, fingerprinted
from site_gen.outputs.disk import Published, publish
from site_gen.outputs.refused import NotKept
from site_gen.pages.page import Artifact, Context, Page
from site_gen.pages.routes import collisions
from site_gen.render.environment import themes_dir
from site_gen.render.html import Job, render, templates


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a build: findings, and what was written unless one of them failed it."""

    found: tuple[Diagnostic, ...]
    pages: int = 0
    sites: int = 0
    published: Published | None = None
    reasons: dict[str, str] = field(default_factory=dict)


class Faulty(Exception):
    """Templates failed while rendering; nothing has been written."""

    def __init__(self, found: list[Diagnostic]) -> None:
        super().__init__(len(found))
        self.found = found


def build(request: Request, on_wait: Any = None) -> Outcome:
    """Build the site, or say why not. Yesterday's output stays whole until the new one is ready.

    Raises OutputRefused where the output folder may not or cannot be written.
    """
    gathered = gather(request)
    theme = request.theme or themes_dir() / "default"
    jobs, assets = decide(gathered, request, theme)
    found = in_order([*gathered.found, *collisions([(job.page, job.path) for job in jobs])])
    gravest = worst(found)
    if gravest is not None and gravest >= request.fail_level:
        return Outcome(found, len(jobs), len(gathered.editions))

    now = {job.path: _parts(job, theme) for job in jobs}
    memory = _recall(request.state / "pages.json")
    reasons = stale(now, {path: entry["parts"] for path, entry in memory.items()})
    try:
        published, digests = _publish(request, gathered, jobs, assets, theme, set(reasons), memory, on_wait)
    except Faulty as faulty:
        return Outcome(in_order([*found, *faulty.found]), len(jobs), len(gathered.editions))
    _remember(request.state / "pages.json", {p: {"parts": now[p], "sha256": digests[p]} for p in now})
    return Outcome(found, len(jobs), len(gathered.editions), published, reasons)


def decide(gathered: Gathered, request: Request, theme: Path) -> tuple[list[Job], list[Artifact]]:
    """Every page with its path and frame, and the assets that each site carries."""
    files, names = fingerprinted(theme)
    jobs: list[Job] = []
    assets: list[Artifact] = []
    editions: list[tuple[Any, tuple[Page, ...]]] = []
    for edition in gathered.editions:
        pages = pages_of(edition)
        editions.append((edition, pages))
        folder = edition.catalog.folder
        frame = {**chrome(edition, pages), **_own(names, edition.catalog.site.accent)}
        if gathered.fleet is not None:
            frame["portal"] = {"label": gathered.fleet.title, "url": "../index.html"}
        jobs += _jobs(pages, folder, frame)
        assets += [*_prefixed(files, folder), accent_sheet(edition.catalog.site.accent, folder)]
    if gathered.fleet is not None:
        pages = portal_pages(gathered.fleet, editions)
        newest = max((p.updated for p in pages), default="")
        frame = {**portal_chrome(gathered.fleet, request.as_of, newest), **_own(names, gathered.fleet.accent)}
        jobs += _jobs(pages, "", frame)
        assets += [*_prefixed(files, ""), accent_sheet(gathered.fleet.accent, "")]
    return sorted(jobs, key=lambda job: job.path), assets


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


def _parts(job: Job, theme: Path) -> Parts:
    template = templates(theme, str(job.frame["language"])).digest((job.page.template, *job.page.templates))
    return parts_of(job.page, template, digest(job.frame), engine())


class _Stream(Mapping[str, bytes]):
    """What is to be written, made one after the other as the writer asks: never all in memory."""

    def __init__(self, paths: list[str], made: Iterator[Artifact | Diagnostic], ready: Mapping[str, bytes]) -> None:
        self.paths, self.made, self.ready = paths, made, ready
        self.digests: dict[str, str] = {}

    def __iter__(self) -> Iterator[str]:
        yield from self.paths
        yield from self.ready

    def __len__(self) -> int:
        return len(self.paths) + len(self.ready)

    def __contains__(self, path: object) -> bool:
        return path in self.ready or path in self.paths

    def __getitem__(self, path: str) -> bytes:
        if path in self.ready:
            return self.ready[path]
        item = next(self.made)
        if isinstance(item, Diagnostic):
            raise Faulty([item, *(x for x in self.made if isinstance(x, Diagnostic))])
        assert item.path == path, (item.path, path)
        self.digests[path] = hashlib.sha256(item.data).hexdigest()
        return item.data


def _publish(
    request: Request,
    gathered: Gathered,
    jobs: list[Job],
    assets: list[Artifact],
    theme: Path,
    wanted: set[str],
    memory: dict[str, Any],
    on_wait: Any,
) -> tuple[Published, dict[str, str]]:
    ready = {a.path: a.data for a in assets}
    for edition, root in zip(gathered.editions, gathered.roots, strict=True):
        ready |= {a.path: a.data for a in attached(root, edition.catalog.folder, edition.catalog.attachments.values())}
    while True:
        chosen = [job for job in jobs if job.path in wanted]
        kept = {job.path: str(memory[job.path]["sha256"]) for job in jobs if job.path not in wanted}
        stream = _Stream([job.path for job in chosen], render(chosen, theme, request.jobs), ready)
        try:
            published = publish(
                request.out,
                request.state,
                stream,
                kept,
                digests=kept,
                never=(request.source,),
                swap=request.swap,
                wait=request.wait,
                on_wait=on_wait,
            )
            return published, {**kept, **stream.digests}
        except NotKept as lost:  # somebody touched the output by hand: make those pages again
            wanted = wanted | set(lost.paths)


def _recall(path: Path) -> dict[str, Any]:
    """What the last build remembered of its pages; nothing where that cannot be trusted."""
    try:
        saved = json.loads(path.read_bytes())
        return {p: e for p, e in saved.items() if isinstance(e["parts"], dict) and isinstance(e["sha256"], str)}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def _remember(path: Path, pages: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(f".{os.getpid()}.tmp")
    temporary.write_text(json.dumps(pages), encoding="utf-8")
    temporary.replace(path)

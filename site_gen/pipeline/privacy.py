"""Personal data at the end of the road: one guard for all sites, and what is to be said of their allowances."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain

from site_gen.base.diagnostics import Diagnostic
from site_gen.pages.page import Artifact
from site_gen.pipeline.gather import Gathered
from site_gen.pipeline.guard import Guard
from site_gen.pipeline.official import Official, officials, told
from site_gen.pipeline.places import Files
from site_gen.pipeline.request import Request
from site_gen.render.job import Job


@dataclass(frozen=True, slots=True)
class Door:
    """The guard, with what it was told and where it may look."""

    guard: Guard
    officials: tuple[Official, ...]
    files: Files

    @property
    def allows(self) -> bool:
        """Whether any site allows a value."""
        return any(official.allowed for official in self.officials)

    def told(self, as_of: date) -> list[Diagnostic]:
        """What is to be said of allowances, by what the guard has met."""
        return [d for o in self.officials for d in told(o, self.guard.used(o.folder), as_of, self.files)]

    def foresee(self, jobs: Iterable[Job], assets: Iterable[Artifact]) -> Door:
        """A door that has seen all that pages will show, before anything is rendered."""
        scout = Door(self.guard.successor(), self.officials, self.files)
        scout.guard.contexts(jobs)
        for asset in assets:
            scout.guard.look(asset.path, asset.data)
        return scout


def door(gathered: Gathered, request: Request, jobs: Iterable[Job]) -> Door:
    """What stands between the content and the output."""
    files = Files(request.source, request.shown)
    every = officials(gathered, request.shown)
    behind = {
        snapshot.catalog.folder: (*(entry.path for entry in snapshot.catalog.entries()), official.settings)
        for snapshot, official in zip(gathered.snapshots, every, strict=True)
    }
    anything = (f"{request.shown}/fleet.yml", *chain.from_iterable(behind.values()))
    sources = {}
    for job in jobs:
        site = "" if "" in behind else job.path.partition("/")[0]
        sources[job.path] = (job.page.sources, behind.get(site, anything))
    return Door(Guard(every, sources, files), every, files)

"""What is known of sites from one run to the next: in the process where it lasts, such as the preview's, else in a file.

It changes speed, never bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import field
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from site_gen.base.dataclass import dataclass
from site_gen.base.engine import engine
from site_gen.base.in_ci import in_ci
from site_gen.base.sealed import Reducers, seal, unsealed
from site_gen.base.traces import Memory
from site_gen.base.user_cache import user_cache
from site_gen.joined.all_rules import RULES
from site_gen.kind import Kind
from site_gen.kinds import KINDS
from site_gen.pipeline.profile import READ, REMEMBER, step
from site_gen.pipeline.request import Request
from site_gen.reading.load import KnownFile
from site_gen.reading.parse_cache import ParseCache
from site_gen.rules.rule import Rule

T = TypeVar("T")

WRITING = 3
"""So many times as long as reading the memory from its file takes writing it there."""


@dataclass(slots=True)
class SiteMemory:
    """What is kept of one site.

    Attributes:
        files: What came of reading each file, by its path in messages.
        whole: Results of functions of its whole content.
        day: The same of what is published on a day, while something waits for its day.
    """

    files: dict[str, KnownFile] = field(default_factory=dict)
    whole: Memory = field(default_factory=lambda: Memory(lasting=True))
    day: Memory = field(default_factory=lambda: Memory(lasting=True))

    def drop_unused(self) -> None:
        """Drops what the last build did not ask for."""
        self.whole.drop_unused()
        self.day.drop_unused()

    @property
    def memories(self) -> tuple[Memory, Memory]:
        """Both."""
        return self.whole, self.day


_sites: dict[Path, SiteMemory] | None = None
_pages = Memory(lasting=True)
_in_file = False


def keep_between_builds() -> None:
    """From now on this process keeps what it knows."""
    global _sites  # the process's own, which nothing else can reach
    _sites = {}


@contextmanager
def keep_in_file(request: Request) -> Iterator[None]:
    """Within it, what an earlier run knew is known, and kept for the next one when it ends.

    Nothing is done where the process keeps it anyway; on a machine that only builds (`CI`), where nobody would come again;
    and where the user has no place of their own for the key by which the file is known to be theirs.
    """
    global _sites, _pages, _in_file
    if _sites is not None or in_ci() or user_cache() is None:
        yield
        return
    file = request.state / "memory.pickle"
    begun = perf_counter()
    with step(READ):
        _sites, _pages = unsealed(file) or ({}, Memory(lasting=True))
    took = perf_counter() - begun if _sites else 0.0
    _sites = {root: site for root, site in _sites.items() if root.is_relative_to(request.source)}
    _in_file, before = True, _files(_sites)
    try:
        yield
        memories = [_pages, *(memory for site in _sites.values() for memory in site.memories)]
        # What was quickly made again is made again next time: to keep all of a large site takes longer.
        spent = sum(memory.spent for memory in memories)
        dear = any(memory.changed for memory in memories) and spent > took * WRITING
        if dear or before - _files(_sites):  # what somebody deleted is not kept here either
            with step(REMEMBER):
                seal(file, (_sites, _pages), _REDUCERS)
                with suppress(OSError):
                    parsed_file(request).unlink()  # all of it is in the other file
    finally:
        _sites, _pages, _in_file = None, Memory(lasting=True), False


def _files(sites: Mapping[Path, SiteMemory]) -> set[str]:
    return {path for site in sites.values() for path in site.files}


def parsed_file(request: Request) -> Path:
    """Where a run that keeps nothing else keeps what it parsed."""
    return request.state / "parsed.jsonl"


def parse_cache(request: Request) -> ParseCache:
    """What earlier runs parsed, where that is not remembered with all the rest."""
    return ParseCache() if _in_file else ParseCache.open(parsed_file(request), engine())


def _kind(name: str) -> Kind:
    return next(kind for kind in KINDS if kind.name == name)


def _rule(place: int) -> Rule:
    return RULES[place]


_REDUCERS: Reducers = {Kind: lambda kind: (_kind, (kind.name,)), Rule: lambda rule: (_rule, (RULES.index(rule),))}
"""Kinds and rules go by their names: there is one object of each, full of functions."""


def memory_of(root: Path) -> SiteMemory | None:
    """What is kept of the site below a folder; None where nothing is kept."""
    return None if _sites is None else _sites.setdefault(root, SiteMemory())


def latest(name: Hashable, made_of: object, make: Callable[[], T]) -> T:
    """What is made of values, such as those of a page, kept by a name while they stay equal; made anew where nothing is kept."""
    return make() if _sites is None else _pages.latest(name, made_of, make)


def drop_unused() -> None:
    """Drops what the last build of each site did not ask for."""
    _pages.drop_unused()
    for site in (_sites or {}).values():
        site.drop_unused()

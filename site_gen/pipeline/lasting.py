"""What a process that builds again and again keeps between builds, such as the preview's. It changes speed, never bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from site_gen.base.traces import Memory
from site_gen.reading.load import KnownFile

T = TypeVar("T")


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


_sites: dict[Path, SiteMemory] | None = None
_pages = Memory(lasting=True)


def keep_between_builds() -> None:
    """From now on this process keeps what it knows."""
    global _sites  # the process's own, which nothing else can reach
    _sites = {}


def memory_of(root: Path) -> SiteMemory | None:
    """What is kept of the site below a folder; None where nothing is kept."""
    return None if _sites is None else _sites.setdefault(root, SiteMemory())


def latest(path: str, made_of: object, make: Callable[[], T]) -> T:
    """What is made of a page's values, kept by the page's path while they stay equal; made anew where nothing is kept."""
    return make() if _sites is None else _pages.latest(path, made_of, make)


def drop_unused() -> None:
    """Drops what the last build of each site did not ask for."""
    _pages.drop_unused()
    for site in (_sites or {}).values():
        site.drop_unused()

"""Every address of one site, and what an address means that somebody wrote: a page, a file, or the nearest there is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from difflib import get_close_matches
from functools import cached_property
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from site_gen.base.dataclass import dataclass
from site_gen.base.vietnamese import slug
from site_gen.base.web_address import ascii_host
from site_gen.joined.carried import home_of
from site_gen.kinds import KINDS
from site_gen.model.entry import Entry
from site_gen.pages.page import Page
from site_gen.pages.routes import from_root
from site_gen.rules.snapshot import Snapshot

_KINDS = {kind.name: kind for kind in KINDS}
_FILES = re.compile(r"(?:^|/)files/")
_PASSING = re.compile(
    r"(?:^|/)(?:tinh-trang|muc-luc|minh-chung/nop)/[^/]+$|(?:^|[/-])(?:trang|phan)-\d+\.html$|\.atom$"
)
MOST_NAMES = 5000
"""Among more addresses than these no likeness is looked for."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address inside the site as it was written, taken apart.

    Attributes:
        path: From the site's root; empty for a place on the page where the address stands.
        place: What follows `#`.
        own: Whether it was written with the site's whole address.
    """

    path: str
    place: str
    own: bool = False


@dataclass(frozen=True)
class Addresses:
    """What a site publishes.

    Attributes:
        home: The site's whole address, without a slash at its end; empty where nothing says it.
        pages: Address of every page, from the site's root.
        files: Path of everything else that is published.
        today: Pages of entries that have one on some days, yet not today: each with the file it comes from.
        drafts: Where pages of drafts would be, each with its file.
        sources: The page of each content file, by its path below the site's folder.
        unread: Ids of what could not be read; a link to it is no second mistake.
    """

    home: str
    pages: frozenset[str]
    files: frozenset[str]
    today: Mapping[str, str] = field(default_factory=dict)
    drafts: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()

    def inside(self, target: str) -> Address | None:
        """An address of this site, however it was written; None for one outside it."""
        whole = self._own_path(target)
        if whole is None and (":" in target.partition("/")[0].partition("#")[0] or target.startswith("//")):
            return None
        path, _, place = (target if whole is None else whole).partition("#")
        path = unquote(path.partition("?")[0])
        if whole is not None:
            path = path or "/"
        return Address(from_root(path), unquote(place), whole is not None)

    def _own_path(self, target: str) -> str | None:
        """What follows the site's own address, also where the scheme or the `www.` differ."""
        if not self.home or not target.lower().startswith(("http://", "https://")):
            return None
        home, given = urlsplit(self.home), urlsplit(target)
        if _host(home.netloc) != _host(given.netloc):
            return None
        below = home.path.rstrip("/")
        if given.path != below and not given.path.startswith(f"{below}/"):
            return None
        return given.path[len(below) :] + (f"?{given.query}" if given.query else "") + f"#{given.fragment}".rstrip("#")

    def has(self, path: str) -> bool:
        """Whether something is published at `path`."""
        return path in self.pages or path in self.files

    def passing(self, path: str) -> bool:
        """Whether what is missing at `path` may be there on another day.

        Pages of entries that wait for their day or are posted for a time; lists of what is in one state or begins with
        one letter or somebody has to hand in, which are there while anything does; further parts of a long list; feeds, which begin with their
        first item.
        """
        return path in self.today or bool(_PASSING.search(path))

    def meant(self, path: str) -> str:
        """The address that is meant where nothing is at `path`; empty where that cannot be told."""
        clean = path.replace("\\", "/").strip().strip("/")
        clean = from_root(clean.removeprefix("content/"))
        for guess in (clean, f"{clean}/index.html", f"{clean}.html", f"{clean}l", self.sources.get(clean, "")):
            if guess and self.has(guess):
                return guess
        for guess in (clean, f"{clean}/index.html", f"{clean}.html"):
            if same := self._folded.get(_plain(guess)):
                return same
        stem = PurePosixPath(clean).name
        known = stem not in ("", "index.html")
        return (self._named.get(_plain(stem)) or self._of_source(stem)) if known else ""

    def like(self, path: str) -> str:
        """An address that is spelt much like one at which nothing is; empty where none is."""
        every = self.pages if path.endswith(".html") else self.files if _FILES.match(path) else self.pages | self.files
        close = get_close_matches(path, sorted(every), 1, 0.85) if len(every) <= MOST_NAMES else []
        return close[0] if close else ""

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {_plain(path): path for path in sorted(self.pages | self.files)}

    @cached_property
    def _named(self) -> dict[str, str]:
        """Addresses by their last part, where only one has it."""
        return _single((_plain(PurePosixPath(path).name), path) for path in sorted(self.pages | self.files))

    def _of_source(self, name: str) -> str:
        return _single((PurePosixPath(path).name, url) for path, url in self.sources.items()).get(name, "")


def _single(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for name, path in pairs:
        found.setdefault(name, set()).add(path)
    return {name: next(iter(paths)) for name, paths in found.items() if len(paths) == 1}


def _plain(path: str) -> str:
    """Without capitals, marks and blanks: what two spellings of one address share."""
    return "/".join(".".join(slug(bit) for bit in part.split(".")) for part in path.split("/"))


def _host(netloc: str) -> str:
    return ascii_host(netloc.lower()).removeprefix("www.").removesuffix(":443").removesuffix(":80")


def addresses_of(snapshot: Snapshot, pages: Iterable[Page], files: Iterable[str], root: str) -> Addresses:
    """The addresses of one site on its day.

    Args:
        snapshot: The content.
        pages: Every page that is published.
        files: Every other file, from the site's root.
        root: The site's folder as messages name it.
    """
    catalog = snapshot.catalog
    known = {page.url: page for page in pages}
    over = {url for url, page in known.items() if not page.index and not page.subject[0]}
    today: dict[str, str] = {}
    sources: dict[str, str] = {}
    for entry in catalog.whole.entries():
        url = _page_of(snapshot, entry)
        if not url:
            continue
        if url in known:
            sources[entry.path.removeprefix(f"{root}/")] = url
        if url not in known or url in over:
            today.setdefault(url, entry.path)
    drafts = {url: e.path for e in catalog.drafts if (url := _page_of(snapshot, e)) and url not in known}
    return Addresses(
        (catalog.site.base_url or "").rstrip("/"),
        frozenset(known),
        frozenset(files),
        today,
        drafts,
        sources,
        frozenset(id for _, id in catalog.broken),
    )


def _page_of(snapshot: Snapshot, entry: Entry) -> str:  # type: ignore[type-arg]  # of any model
    return home_of(snapshot, _KINDS[entry.kind], entry)[0]

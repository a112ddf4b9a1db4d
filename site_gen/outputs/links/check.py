"""Crawls a built site: addresses, places, ids; then how far each page is from home.

Only what a page leads to is kept of it, never its text, so that a site of many thousand pages needs a few
megabytes.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import field
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import unquote, urlsplit

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Diagnostic, in_order
from site_gen.base.messages import Message, msg
from site_gen.base.vietnamese import excerpt
from site_gen.outputs.links import codes
from site_gen.outputs.links.address import Inside, Rooted, below, inside, outside_fault
from site_gen.outputs.links.folder import Folder, finding
from site_gen.outputs.links.page import Link, Seen, look, of_css

CLICKS = 3
"""So many clicks from home every page may be away."""
_MISSING = "404.html"


@dataclass(slots=True)
class _Crawl:
    """What is known so far.

    Attributes:
        folder: The site.
        found: Findings.
        places: The places of each page.
        place_links: Links to a place, to be looked for when all pages were read.
        leads_to: Pages that each page leads to.
        used: Files that something leads to or loads.
        moved: Pages that only lead on.
        parts: Further parts of a list. They may be farther from home than what they list: there are other ways to that.
    """

    folder: Folder
    found: list[Diagnostic] = field(default_factory=list)
    places: dict[str, set[str]] = field(default_factory=dict)
    place_links: list[tuple[str, Link, str, str]] = field(default_factory=list)
    leads_to: dict[str, tuple[str, ...]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    moved: set[str] = field(default_factory=set)
    parts: set[str] = field(default_factory=set)

    def add(self, code: str, page: str, place: tuple[int, int], message: Message, hint: Message) -> None:
        """Notes a finding at a line and column of a page."""
        self.found.append(finding(code, self.folder.at(page, *place), message, hint))


def check_site(root: Path) -> tuple[Diagnostic, ...]:
    """Every finding about the built site in a folder, by place."""
    folder = Folder.open(root)
    if "index.html" not in folder.files:
        message = msg("there is no `index.html` in `{folder}`", folder=folder.at("").path)
        hint = msg("name the folder that `sitegen build` wrote")
        return in_order([*folder.found, finding(codes.NO_SITE, folder.at(""), message, hint)])
    crawl = _Crawl(folder)
    for path in sorted(folder.files):
        if path.endswith(".html"):
            _page(crawl, path)
        elif path.endswith(".css") and (css := folder.text(path)) is not None:
            for target in of_css(css):
                line = css.count("\n", 0, css.find(target)) + 1
                _follow(crawl, path, Link(target, line, 1), "")
    crawl.found += _places(crawl)
    crawl.found += _distances(crawl)
    crawl.found += _unlinked(crawl)
    return in_order([*crawl.found, *folder.found])


def _page(crawl: _Crawl, path: str) -> None:
    text = crawl.folder.text(path)
    seen = look(text) if text is not None else Seen()
    crawl.places[path] = seen.places
    if seen.part:
        crawl.parts.add(path)
    if seen.moved:
        crawl.moved.add(path)
    if seen.broken[0]:
        message = msg("the page breaks off in the middle of a tag")
        crawl.add(codes.UNREADABLE, path, seen.broken, message, msg("build the site again"))
    for id, line, column in seen.twice:
        message = msg("the id `{id}` already appears on this page", id=excerpt(id, 60))
        hint = msg(
            "give one of the two another id; if they come from content, two of its items have the same number or name"
        )
        crawl.add(codes.TWICE, path, (line, column), message, hint)
    address = seen.canonical if seen.canonical.endswith(f"/{path}") else ""
    home = address.removesuffix(path)
    leads_to = [_follow(crawl, path, link, home) for link in seen.links]
    crawl.leads_to[path] = tuple(dict.fromkeys(way for way in leads_to if way))


def _follow(crawl: _Crawl, page: str, link: Link, home: str) -> str:
    """The page that a link leads a reader to, empty where it is none; `home` is the site's address, if the page tells it."""
    target, place = link.target, (link.line, link.column)
    if home and target.startswith(home):  # the site's own whole address
        path = unquote(urlsplit("/" + target.removeprefix(home)).path).lstrip("/")
        where: Inside | Rooted | None = Inside(below("", path or "index.html"), "")
    else:
        where = inside(target, page)
    if where is None:
        if (fault := outside_fault(target)) is not None:
            message = msg("{link} is not well-formed: {fault}", link=_link_text(link), fault=fault)
            crawl.add(codes.FOREIGN, page, place, message, msg("write the whole address, beginning with `https://`"))
        return ""
    if isinstance(where, Rooted):
        where = _from_root(where, page, home)
        if where is None:
            message = msg("{link} begins at the root of the host", link=_link_text(link))
            crawl.add(codes.ROOTED, page, place, message, msg("write the address relative to the page"))
            return ""
    if where.path is None or where.path not in crawl.folder.files:
        message = msg("{link} leads nowhere", link=_link_text(link))
        crawl.add(codes.BROKEN, page, place, message, _hint(crawl.folder, where.path))
        return ""
    if where.path != page:
        crawl.used.add(where.path)
    if where.place and where.place != "top" and where.path.endswith(".html"):
        crawl.place_links.append((page, link, where.path, where.place))
    return where.path if link.leads and where.path.endswith(".html") else ""


def _from_root(where: Rooted, page: str, home: str) -> Inside | None:
    """ "Not found" is shown at any depth, so its links begin at the root of the host, below the path of the site's address."""
    if posixpath.basename(page) != _MISSING or not home:
        return None
    prefix = urlsplit(home).path
    if not where.path.startswith(prefix):
        return None
    return Inside(below("", where.path.removeprefix(prefix) or "index.html"), where.place)


def _hint(folder: Folder, path: str | None) -> Message:
    if path is None:
        return msg("the address leads out of the site; name a page inside it")
    index = posixpath.join(path, "index.html")
    if index in folder.files:
        return msg("name the file, `{path}`: a folder does not open from a USB stick", path=index)
    near = next((file for file in folder.files if file.lower() == path.lower()), None)
    if near is None:
        beside = [file for file in folder.files if posixpath.dirname(file) == posixpath.dirname(path)]
        near = next(iter(get_close_matches(path, beside[:2000], 1, 0.8)), None)
    if near is not None:
        return msg("did you mean `{path}`?", path=near)
    return msg("there is no `{path}` in the folder; correct the link where it is written, or build again", path=path)


def _link_text(link: Link) -> Message:
    target = excerpt(link.target, 100)
    if link.text:
        return msg("the link “{text}” to `{target}`", text=link.text, target=target)
    return msg("the address `{target}`", target=target)


def _places(crawl: _Crawl) -> Iterator[Diagnostic]:
    for page, link, path, place in crawl.place_links:
        if place not in crawl.places[path]:
            message = msg("{link}: `{page}` has no place of that name", link=_link_text(link), page=path)
            near = next(iter(get_close_matches(place, sorted(crawl.places[path]), 1, 0.6)), None)
            hint = msg("did you mean `#{place}`?", place=near) if near else msg("leave out what follows `#`")
            yield finding(codes.PLACE, crawl.folder.at(page, link.line, link.column), message, hint)


def _distances(crawl: _Crawl) -> Iterator[Diagnostic]:
    """In a portal's folder each site is crawled from its own home, and each home from the portal's."""
    homes = sorted(posixpath.dirname(p) for p in crawl.leads_to if posixpath.basename(p) == _MISSING) or [""]
    homes = [home for home in homes if posixpath.join(home, "index.html") in crawl.leads_to]
    if "" not in homes:
        homes.insert(0, "")
    owned = _owned(crawl.leads_to, homes)
    for home in homes:
        mine = owned[home]
        if home == "":
            mine = mine | {posixpath.join(other, "index.html") for other in homes if other}
        away = _clicks(posixpath.join(home, "index.html"), crawl.leads_to, mine)
        for page in sorted(mine):
            if posixpath.basename(page) == _MISSING or page in crawl.moved:
                continue
            yield from _distance(crawl, page, away.get(page), home)


def _owned(pages: Iterable[str], homes: list[str]) -> dict[str, frozenset[str]]:
    """Which pages belong to each site: those below its folder and below no other's inside."""
    out: dict[str, set[str]] = {home: set() for home in homes}
    nearest = sorted(homes, key=len, reverse=True)
    for page in pages:
        out[next(home for home in nearest if not home or page.startswith(f"{home}/"))].add(page)
    return {home: frozenset(mine) for home, mine in out.items()}


def _clicks(home: str, leads_to: dict[str, tuple[str, ...]], mine: frozenset[str]) -> dict[str, int]:
    away, edge = {home: 0}, [home]
    while edge:
        following = []
        for here in edge:
            for page in leads_to.get(here, ()):
                if page in mine and page not in away:
                    away[page] = away[here] + 1
                    following.append(page)
        edge = following
    return away


def _distance(crawl: _Crawl, page: str, clicks: int | None, home: str) -> Iterator[Diagnostic]:
    start = posixpath.join(home, "index.html")
    if clicks is None:
        if page in crawl.used:
            message = msg(
                "no links lead here from `{home}`; the pages that link to it cannot be reached either", home=start
            )
        else:
            message = msg("nothing links to this page")
        hint = msg("link it from where its readers look for it, or take it off the site")
        yield finding(codes.UNREACHED, crawl.folder.at(page), message, hint)
    elif clicks > CLICKS and page not in crawl.parts:
        message = msg("it takes {clicks} clicks to get here from `{home}`", home=start, clicks=clicks)
        hint = msg("link it, or the list it is in, from a page nearer to home")
        yield finding(codes.FAR, crawl.folder.at(page), message, hint)


def _unlinked(crawl: _Crawl) -> Iterator[Diagnostic]:
    for path in sorted(crawl.folder.files - crawl.used):
        if "files" in path.split("/")[:-1] and not path.endswith((".html", ".gz", ".br")):
            message = msg("no page links to this attachment")
            hint = msg("name it in the content that it belongs to, or take it out of `files/`")
            yield finding(codes.UNLINKED, crawl.folder.at(path), message, hint)

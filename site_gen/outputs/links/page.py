"""One HTML page as a crawler sees it: where it leads, what it loads, which places it has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from html.parser import HTMLParser

from site_gen.base.dataclass import dataclass

_LEADING = {"a", "area"}
_ADDRESSES = {
    "href": {"a", "area", "link", "use", "image"},
    "xlink:href": {"a", "use", "image"},
    "src": {"img", "script", "iframe", "source", "track", "audio", "video", "embed", "input"},
    "poster": {"video"},
    "data": {"object"},
    "action": {"form"},
    "formaction": {"button", "input"},
    "data-texts": None,
    "data-titles": None,
}
"""Attributes that hold one address, on which elements; None for any."""
_SETS = {"srcset": {"img", "source"}, "imagesrcset": {"link"}}
_REFRESH = re.compile(r"\s*[\d.]*\s*[;,]?\s*(?:url\s*=\s*)?(.*)", re.IGNORECASE | re.DOTALL)
_CSS = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')""")
_WORDS = 60
"""So many letters of a link's text are kept, for its finding."""


@dataclass(slots=True)
class Link:
    """An address on a page.

    Attributes:
        target: As it is written.
        line: Where its tag begins, from 1.
        column: Likewise, in characters.
        leads: Whether a reader can follow it; else the page loads it or says it to machines.
        text: What the reader sees of it.
    """

    target: str
    line: int
    column: int
    leads: bool = False
    text: str = ""


@dataclass(slots=True)
class Seen:
    """What one page holds.

    `part` is whether it leads to a page before it, as a further part of a list does; `broken` is the place at which it breaks off,
    0 where it does not.
    """

    links: list[Link] = field(default_factory=list)
    places: set[str] = field(default_factory=set)
    twice: list[tuple[str, int, int]] = field(default_factory=list)
    canonical: str = ""
    moved: bool = False
    part: bool = False
    broken: tuple[int, int] = (0, 0)


def look(html: str) -> Seen:
    """Reads a page, however it is written."""
    walker = _Walker()
    try:
        walker.feed(html)
        # `close` would read a tag that never ends again from each of its letters: minutes for a hostile page.
        if walker.rawdata.lstrip().startswith("<"):
            walker.seen.broken = _place(walker)
    except AssertionError:  # how html.parser gives up on a malformed declaration
        walker.seen.broken = _place(walker)
    return walker.seen


def _place(walker: HTMLParser) -> tuple[int, int]:
    line, offset = walker.getpos()
    return line, offset + 1


class _Walker(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen = Seen()
        self._open: Link | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, column = _place(self)
        for name, value in attrs:
            if value is None:
                continue
            if name == "id":
                if value in self.seen.places:
                    self.seen.twice.append((value, line, column))
                self.seen.places.add(value)
            elif name in _ADDRESSES:
                where = _ADDRESSES[name]
                if where is None or tag in where:
                    self._note(tag, value, line, column)
            elif name in _SETS and tag in _SETS[name]:
                for candidate in value.split(","):
                    if candidate.strip():
                        self._note(tag, candidate.split()[0], line, column)
            elif name == "style":
                for target in of_css(value):
                    self._note(tag, target, line, column)
            elif name == "alt" and self._open is not None:
                self.handle_data(value)
        if tag == "a":
            self._anchor(dict(attrs))
        elif tag in ("meta", "link"):
            self._head(tag, dict(attrs), line, column)

    def _note(self, tag: str, target: str, line: int, column: int) -> None:
        link = Link(target.strip(), line, column, leads=tag in _LEADING)
        self.seen.links.append(link)
        if tag == "a":
            self._open = link

    def _anchor(self, attrs: dict[str, str | None]) -> None:
        if attrs.get("rel") == "prev":
            self.seen.part = True
        if (name := attrs.get("name")) and name not in self.seen.places:
            self.seen.places.add(name)
        if self._open is not None and (label := attrs.get("aria-label")):
            self._open.text = label[:_WORDS]

    def _head(self, tag: str, attrs: dict[str, str | None], line: int, column: int) -> None:
        if tag == "link" and (attrs.get("rel") or "").lower() == "canonical":
            self.seen.canonical = attrs.get("href") or ""
        elif (attrs.get("http-equiv") or "").lower() == "refresh":
            target = _REFRESH.fullmatch(attrs.get("content") or "")
            if target and target[1].strip():
                self.seen.moved = True
                self._note(tag, target[1].strip().strip("'\""), line, column)

    def handle_data(self, data: str) -> None:
        if self._open is not None and len(self._open.text) < _WORDS:
            self._open.text = " ".join(f"{self._open.text} {data}".split())[:_WORDS]

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._open = None


def of_css(css: str) -> Iterator[str]:
    """The addresses that a style sheet loads."""
    for found in _CSS.finditer(css):
        target = next((part for part in found.groups() if part), "")
        if target:
            yield target

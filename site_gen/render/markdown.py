"""The HTML of a Markdown text on its page: ids that no other heading of the page has, links and pictures that work there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from urllib.parse import unquote

from markdown_it.common.utils import escapeHtml

from site_gen.base.vietnamese import slug
from site_gen.pages.routes import from_root
from site_gen.reading.markdown_html import ID, INSIDE, PLACE, PLACES
from site_gen.reading.markdown_text import parsed

Sizes = Mapping[str, tuple[int, int]]
"""Width and height in points of each picture, by its path from the site's root."""

HEADING = "doan-"
"""Begins the ids of headings: a heading “Mục tiêu” must not take the id `muc-tieu` of a part of the page."""


def render(
    text: str,
    href: Callable[[str], str] | None = None,
    taken: set[str] | None = None,
    sizes: Sizes | None = None,
) -> str:
    """HTML of `text`.

    Args:
        text: Markdown as the editor wrote it.
        href: Turns an address inside the site into one that works from the page shown.
        taken: Ids of headings that the page has already, from texts before this one; this one's are added.
        sizes: Of the site's pictures, so that a page does not jump when they arrive.
    """
    html = parsed(text).html
    taken = set() if taken is None else taken
    ids, found = _ids(html.headings, taken)

    def filled(place: re.Match[str]) -> str:
        sort, what = place[1], _unescaped(place[2])
        if sort == ID:
            return ids[int(what)]
        if sort == PLACE:
            id = heading(what, found, taken)
            return escapeHtml("#" + (what if id is None else id))
        if sort == INSIDE:
            return escapeHtml(what if href is None else _inside(what, href))
        size = (sizes or {}).get(unquote(what))
        return f' width="{size[0]}" height="{size[1]}"' if size is not None else ""

    return PLACES.sub(filled, html.text)


def _ids(headings: Iterable[str], taken: set[str]) -> tuple[list[str], dict[str, str]]:
    """An id of its own for each heading, and under which name of its text it is found: its first."""
    ids: list[str] = []
    found: dict[str, str] = {}
    for plain in headings:
        name, number = plain, 1
        while HEADING + name in taken or name in found:
            number += 1
            name = f"{plain}-{number}"
        taken.add(HEADING + name)
        ids.append(HEADING + name)
        found.setdefault(plain, HEADING + name)
        found.setdefault(name, HEADING + name)
    return ids, found


def headings(text: str) -> Mapping[str, str]:
    """The headings of a text: the names under which `#` finds them in it, and their ids where it stands alone."""
    return _ids(parsed(text).html.headings, set())[1]


def heading(place: str, ids: Mapping[str, str], taken: set[str]) -> str | None:
    """The id of the heading that `#place` means, written with marks or without; None where it means no heading.

    A heading of the same text goes before one of another text on the page.
    """
    name = slug(unquote(place)).removeprefix(HEADING)
    if name in ids:
        return ids[name]
    return HEADING + name if HEADING + name in taken else None


def _inside(target: str, href: Callable[[str], str]) -> str:
    path, mark, place = target.partition("#")
    return href(from_root(path) + mark + place)


def _unescaped(text: str) -> str:
    """An attribute's text as it was before the renderer escaped it."""
    return text.replace("&quot;", '"').replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&")

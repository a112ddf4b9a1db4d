"""Markdown to HTML: raw HTML off, links as `reading.markdown_links` understands them, headings with anchors."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from site_gen.base.vietnamese import slug
from site_gen.pages.routes import from_root
from site_gen.reading.bare_addresses import link_bare

Sizes = Mapping[str, tuple[int, int]]
"""Width and height in points of each picture, by its path from the site's root."""


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    # Links that could run code are dropped by the library's own check, which stays on.
    parser = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable(["table", "strikethrough"])
    link_bare(parser)
    return parser


HEADING = "doan-"
"""Begins the ids of headings: a heading “Mục tiêu” must not take the id `muc-tieu` of a part of the page."""


def render(
    text: str,
    href: Callable[[str], str] | None = None,
    taken: set[str] | None = None,
    sizes: Sizes | None = None,
) -> str:
    """HTML of `text`. Tables scroll inside themselves; headings can be cited.

    Args:
        text: Markdown as the editor wrote it.
        href: Turns an address inside the site into one that works from the page shown.
        taken: Ids of headings that the page has already, from texts before this one; this one's are added.
        sizes: Of the site's pictures, so that a page does not jump when they arrive.
    """
    parser = _parser()
    tokens = parser.parse(text)
    taken = set() if taken is None else taken
    ids = _name_headings(tokens, taken)
    for token in tokens:
        if token.type == "table_open":
            token.attrSet("class", "plain")
        elif token.type in ("th_open", "td_open"):
            _align(token)
        for child in token.children or ():
            if child.type == "link_open":
                _link(child, href, ids, taken)
            elif child.type == "image":
                _picture(child, href, sizes or {})
    html: str = parser.renderer.render(tokens, parser.options, {})
    return _TABLE.sub(_named, html)


_TABLE = re.compile(r'<table class="plain">(.*?)</table>', re.DOTALL)
_HEAD = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def _named(table: re.Match[str]) -> str:
    """A table in a region that scrolls by itself. Markdown has no captions: the heads of the columns name it."""
    inner = table[1]
    name = ", ".join(text for cell in _HEAD.findall(inner) if (text := _TAG.sub("", cell).strip())).replace(
        '"', "&quot;"
    )
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{name}">'
        f'<table class="plain"><caption class="vh">{name}</caption>{inner}</table></div>'
    )


def _align(cell: Token) -> None:
    """The side that `---:` or `:-:` asks for, as a class: the content policy forbids the library's inline style."""
    style = str(cell.attrs.pop("style", ""))
    if cell.type == "th_open":
        cell.attrSet("scope", "col")
    if (side := style.removeprefix("text-align:")) in ("right", "center"):
        cell.attrSet("class", side)


def _name_headings(tokens: list[Token], taken: set[str]) -> dict[str, str]:
    """Gives each heading an id of its own, and says under which name of its text it is found: its first."""
    ids: dict[str, str] = {}
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            plain = slug(tokens[index + 1].content) or "muc"
            name, number = plain, 1
            while HEADING + name in taken or name in ids:
                number += 1
                name = f"{plain}-{number}"
            taken.add(HEADING + name)
            ids.setdefault(plain, HEADING + name)
            ids.setdefault(name, HEADING + name)
            token.attrSet("id", HEADING + name)
    return ids


def headings(text: str) -> Mapping[str, str]:
    """The headings of a text: the names under which `#` finds them in it, and their ids where it stands alone."""
    return _name_headings(_parser().parse(text), set())


def _link(token: Token, href: Callable[[str], str] | None, ids: Mapping[str, str], taken: set[str]) -> None:
    target = str(token.attrGet("href") or "")
    if target.startswith("#"):
        if (place := heading(target[1:], ids, taken)) is not None:
            token.attrSet("href", "#" + place)
    elif target.startswith(("http:", "https:")):
        token.attrSet("rel", "noopener")
    else:
        token.attrSet("href", _inside(target, href))


def heading(place: str, ids: Mapping[str, str], taken: set[str]) -> str | None:
    """The id of the heading that `#place` means, written with marks or without; None where it means no heading.

    A heading of the same text goes before one of another text on the page.
    """
    name = slug(unquote(place)).removeprefix(HEADING)
    if name in ids:
        return ids[name]
    return HEADING + name if HEADING + name in taken else None


def _picture(token: Token, href: Callable[[str], str] | None, sizes: Sizes) -> None:
    source = str(token.attrGet("src") or "")
    token.attrSet("src", _inside(source, href))
    size = sizes.get(unquote(source))
    if size is not None:
        token.attrSet("width", str(size[0]))
        token.attrSet("height", str(size[1]))
    token.attrSet("loading", "lazy")
    token.attrSet("decoding", "async")


def _inside(target: str, href: Callable[[str], str] | None) -> str:
    """An address inside the site through `href`; any other as it is."""
    outside = not target or target.startswith(("http:", "https:", "mailto:", "tel:", "#"))
    if href is None or outside:
        return target
    path, mark, place = target.partition("#")
    return href(from_root(path) + mark + place)

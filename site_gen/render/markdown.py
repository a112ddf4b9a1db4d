"""Markdown to HTML: raw HTML off, links the reader floor has judged, headings with anchors."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from site_gen.base.vietnamese import slug


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    # Links that could run code are dropped by the library's own check, which stays on.
    return MarkdownIt("commonmark", {"html": False, "typographer": False}).enable(["table", "strikethrough"])


HEADING = "doan-"
"""Begins the ids of headings: a heading “Mục tiêu” must not take the id `muc-tieu` of a part of the page."""


def render(text: str, href: Callable[[str], str] | None = None) -> str:
    """HTML of `text`. Tables scroll inside themselves; headings can be cited.

    Args:
        text: Markdown as the editor wrote it.
        href: Turns an address inside the site into one that works from the page shown.
    """
    parser = _parser()
    tokens = parser.parse(text)
    ids = _name_headings(tokens)
    for token in tokens:
        if token.type == "table_open":
            token.attrSet("class", "plain")
        elif token.type == "th_open":
            token.attrSet("scope", "col")
        for child in token.children or ():
            if child.type == "link_open":
                _link(child, href, ids)
            elif child.type == "image":
                child.attrSet("src", _inside(str(child.attrGet("src") or ""), href))
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


def _name_headings(tokens: list[Token]) -> set[str]:
    ids: set[str] = set()
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            plain = HEADING + (slug(tokens[index + 1].content) or "muc")
            name, number = plain, 1
            while name in ids:
                number += 1
                name = f"{plain}-{number}"
            ids.add(name)
            token.attrSet("id", name)
    return ids


def _link(token: Token, href: Callable[[str], str] | None, ids: set[str]) -> None:
    target = str(token.attrGet("href") or "")
    if target.startswith("#") and HEADING + target[1:] in ids:
        token.attrSet("href", "#" + HEADING + target[1:])
    elif target.startswith(("http:", "https:")):
        token.attrSet("rel", "noopener")
    else:
        token.attrSet("href", _inside(target, href))


def _inside(target: str, href: Callable[[str], str] | None) -> str:
    """An address inside the site through `href`; any other as it is."""
    outside = not target or target.startswith(("http:", "https:", "mailto:", "tel:", "#"))
    return target if href is None or outside else href(target)

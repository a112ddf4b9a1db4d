"""The HTML of a Markdown text, with places that only the page that shows it can fill: ids, links, sizes of pictures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from site_gen.base.dataclass import dataclass
from site_gen.base.vietnamese import slug

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

ID, PLACE, INSIDE, SIZE = "i", "p", "a", "s"
"""What a place stands for: the id of the heading of that number, a link to a place by its name, an address inside the
site, the width and height of the picture at an address."""

PLACES = re.compile("\ufdd2([ipas])([^\ufdd2\ufdd3]*)\ufdd3")
"""A place: what it stands for and what of. The marks are noncharacters, which Unicode keeps free for such inner use."""


@dataclass(frozen=True, slots=True)
class Html:
    """HTML with places, and the texts of its headings as they stand in addresses, in their order."""

    text: str
    headings: tuple[str, ...]


def html_of(tokens: Sequence[Token], parser: MarkdownIt) -> Html:
    """The HTML of what the parser made of a text. Tables scroll inside themselves; headings can be cited.

    Args:
        tokens: With addresses as they are written; they are changed.
        parser: What made them, to render them and to encode their addresses.
    """
    headings: list[str] = []
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            token.attrSet("id", _place(ID, str(len(headings))))
            headings.append(slug(tokens[index + 1].content) or "muc")
        elif token.type == "table_open":
            token.attrSet("class", "plain")
        elif token.type in ("th_open", "td_open"):
            _align(token)
        for child in token.children or ():
            if child.type == "link_open":
                _link(child, parser)
            elif child.type == "image":
                _picture(child, parser)
    html: str = parser.renderer.render(tokens, parser.options, {})
    return Html(_SIZE.sub(r"\1", _TABLE.sub(_named, html)), tuple(headings))


def _place(sort: str, what: str) -> str:
    return f"\ufdd2{sort}{what}\ufdd3"


_TABLE = re.compile(r'<table class="plain">(.*?)</table>', re.DOTALL)
_HEAD = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_SIZE = re.compile(' data-size="(\ufdd2s[^\ufdd2\ufdd3]*\ufdd3)"')
"""A picture's size is one place for two attributes; the renderer writes only whole ones."""


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


def _link(token: Token, parser: MarkdownIt) -> None:
    target = parser.normalizeLink(str(token.attrGet("href") or ""))
    if target.startswith("#"):
        target = _place(PLACE, target[1:])
    elif target.startswith(("http:", "https:")):
        token.attrSet("rel", "noopener")
    else:
        target = _inside(target)
    token.attrSet("href", target)


def _picture(token: Token, parser: MarkdownIt) -> None:
    source = parser.normalizeLink(str(token.attrGet("src") or ""))
    token.attrSet("src", _inside(source))
    token.attrSet("data-size", _place(SIZE, source))
    token.attrSet("loading", "lazy")
    token.attrSet("decoding", "async")


def _inside(target: str) -> str:
    """A place for an address inside the site; any other as it is."""
    if not target or target.startswith(("http:", "https:", "mailto:", "tel:", "#")):
        return target
    return _place(INSIDE, target)

"""The parsers of Markdown, each with the rules that a text can need."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_SIGNS = {
    "table": "|",
    "blockquote": ">",
    "fence": "`~",
    "hr": "*-_",
    "lheading": "=-",
    "heading": "#",
    "reference": "[",
    "html_block": "<",
    "escape": "\\",
    "backticks": "`",
    "strikethrough": "~",
    "emphasis": "*_",
    "link": "[",
    "image": "!",
    "autolink": "<",
    "html_inline": "<",
    "entity": "&",
}
"""Rules of the parser, and for each the signs of which its Markdown has one: in a text without them it finds nothing, at a cost."""


class Parsers(NamedTuple):
    """Three readings of Markdown. In the first two, addresses stay as they are written.

    Attributes:
        everything: With everything let through, so that it can be named.
        plain: With HTML as text.
        strict: As a page shows it: without links that could run code.
    """

    everything: MarkdownIt
    plain: MarkdownIt
    strict: MarkdownIt


def parsers(text: str) -> Parsers:
    """The parsers for a text; they read it as those with all rules would."""
    return _parsers(tuple(rule for rule, signs in _SIGNS.items() if not any(sign in text for sign in signs)))


@lru_cache(maxsize=128)
def _parsers(off: tuple[str, ...]) -> Parsers:
    return Parsers(_parser(off, html=True), _parser(off), _parser(off, strict=True))


def _parser(off: tuple[str, ...], html: bool = False, strict: bool = False) -> MarkdownIt:
    from markdown_it import MarkdownIt

    from site_gen.reading.bare_addresses import link_bare

    parser = MarkdownIt("commonmark", {"html": html, "typographer": False})
    parser.enable(["table", "strikethrough"]).disable(list(off))
    if strict:
        parser.normalizeLink = normalized  # type: ignore[method-assign]  # the library's own extension points
    else:
        parser.validateLink = lambda url: True  # type: ignore[method-assign]  # another of these points
        parser.normalizeLink = lambda url: url  # type: ignore[method-assign]  # another of these points
    link_bare(parser)
    return parser


@lru_cache(maxsize=4096)
def normalized(url: str) -> str:
    """An address as a page carries it: letters with marks in hexadecimal digits."""
    from markdown_it.common.normalize_url import normalizeLink

    return normalizeLink(url)

"""Markdown to HTML: raw HTML off, links the reader floor has judged, headings with anchors."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from site_gen.base.vietnamese import slug


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    # Links that could run code are dropped by the library's own check, which stays on.
    return MarkdownIt("commonmark", {"html": False, "typographer": False}).enable(["table", "strikethrough"])


def render(text: str, href: Callable[[str], str] | None = None) -> str:
    """HTML of `text`. Tables scroll inside themselves; headings can be cited.

    Args:
        text: Markdown as the editor wrote it.
        href: Turns an address inside the site into one that works from the page shown.
    """
    parser = _parser()
    tokens = parser.parse(text)
    seen: dict[str, int] = {}
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            name = slug(tokens[index + 1].content) or "muc"
            seen[name] = seen.get(name, 0) + 1
            token.attrSet("id", name if seen[name] == 1 else f"{name}-{seen[name]}")
        if token.type == "table_open":
            token.attrSet("class", "plain")
        for child in token.children or ():
            _link(child, href)
    html: str = parser.renderer.render(tokens, parser.options, {})
    return html.replace(
        '<table class="plain">', '<div class="scroll" tabindex="0" role="region"><table class="plain">'
    ).replace("</table>", "</table></div>")


def _link(token: Token, href: Callable[[str], str] | None) -> None:
    if token.type == "link_open":
        target = str(token.attrGet("href") or "")
        if href is not None and target and not target.startswith(("http:", "https:", "mailto:", "tel:", "#")):
            token.attrSet("href", href(target))
        elif target.startswith(("http:", "https:")):
            token.attrSet("rel", "noopener")

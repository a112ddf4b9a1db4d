"""A whole address that stands in a text by itself is a link, as people expect who type one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_BARE = re.compile(r"(?<![\w/])https?://[^\s<>\"“”]+", re.IGNORECASE)
BARE = "linkify"
"""The markup of such a link, as the library names links that nobody has marked as one."""
_AFTER = ".,;:!?…'’*_"
"""Signs that end a sentence rather than an address."""


def link_bare(parser: MarkdownIt) -> None:
    """Adds to `parser` the step that makes links of bare addresses."""
    parser.core.ruler.push("link_bare", _step)


def _step(state: StateCore) -> None:
    for block in state.tokens:
        if block.children and "://" in block.content:
            block.children = _linked(block.children, state)


def _linked(children: list[Token], state: StateCore) -> list[Token]:
    out: list[Token] = []
    inside = 0
    for token in children:
        inside += token.nesting if token.type in ("link_open", "link_close") else 0
        if token.type == "text" and not inside and "://" in token.content:
            out += _parts(token, state)
        else:
            out.append(token)
    return out


def _parts(token: Token, state: StateCore) -> list[Token]:
    from markdown_it.token import Token

    out: list[Token] = []
    end = 0
    for hit in _BARE.finditer(token.content):
        address = _trimmed(hit[0])
        target = state.md.normalizeLink(address)
        if not state.md.validateLink(target):
            continue
        out.append(_text(token.content[end : hit.start()]))
        out.append(Token("link_open", "a", 1, attrs={"href": target}, markup=BARE))
        out.append(_text(address))
        out.append(Token("link_close", "a", -1))
        end = hit.start() + len(address)
    return [*out, _text(token.content[end:])]


def _trimmed(address: str) -> str:
    """Without what belongs to the sentence: its full stop, a bracket that was opened before the address."""
    while address and (address[-1] in _AFTER or (address[-1] == ")" and address.count("(") < address.count(")"))):
        address = address[:-1]
    return address


def _text(content: str) -> Token:
    from markdown_it.token import Token

    return Token("text", "", 0, content=content)

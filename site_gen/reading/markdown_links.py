"""What a Markdown text links to and shows, as it is written; and what looks like a link but is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from site_gen.base.dataclass import dataclass

if TYPE_CHECKING:
    from markdown_it.token import Token

LINK, PICTURE, LEFT, BARE = "link", "picture", "left", "bare"


@dataclass(frozen=True, slots=True)
class Written:
    """One address in a text.

    Attributes:
        form: `link`, `picture`; `left`, which looks like one of the two yet stays text; `bare`, an address without a scheme.
        target: The address as it is written.
        words: What the reader sees of the link, or hears of the picture.
        sign: The piece of the text to look for, to say where it stands.
        nth: How many times that piece stands before it in addresses of this text.
    """

    form: str
    target: str
    words: str
    sign: str
    nth: int = 0


MAY = re.compile(r"\]\s{0,3}[(\[:]|\[[^\]]*\]|\)\[|<https?:|\bhttps?://|\bwww\.", re.IGNORECASE)
"""Without one of these in a text there is no address in it."""
_ENDS = r"(?:html?|pdf|docx?|xlsx?|odt|ods|csv|txt|png|jpe?g|webp|gif|mp4|md)"
_ADDRESS = re.compile(rf"https?:|www\.|#|\.{{0,2}}[/\\]|[\w.-]+[/\\]|.*\.{_ENDS}(?:#.*)?$", re.IGNORECASE)
_LEFT = re.compile(r"(!?)\[([^\[\]\n]*)\](\s{0,3})\(([^()\n]{1,300})\)")
_TURNED = re.compile(r"\(([^()\n]{1,200})\)\[([^\[\]\s]{1,300})\]")
_WWW = re.compile(r"(?<![\w/.@-])www\.[\w-]+(?:\.[\w-]+)+(?:/[^\s<>\"]*)?", re.IGNORECASE)


def addresses(tokens: Iterable[Token]) -> Iterator[Written]:
    """Every address of a text, in its order; the tokens hold addresses as they are written."""
    seen: dict[str, int] = {}
    for block in tokens:
        for one in _of_block(block.children or ()):
            nth = seen[one.sign] = seen.get(one.sign, -1) + 1
            yield Written(one.form, one.target, one.words, one.sign, nth)


def _of_block(children: tuple[Token, ...] | list[Token]) -> Iterator[Written]:
    target, words, plain = None, "", ""
    for token in children:
        if token.type == "link_open":
            target, words = str(token.attrGet("href") or ""), ""
        elif token.type == "link_close" and target is not None:
            yield Written(LINK, target, words, target)
            target, plain = None, plain + " "
        elif token.type == "image":
            source = str(token.attrGet("src") or "")
            yield Written(PICTURE, source, token.content, source)
            words, plain = words + token.content, plain + " "
        elif token.type in ("softbreak", "hardbreak"):
            plain += "\n"
        elif target is not None:
            words += token.content
        else:
            plain += token.content if token.type == "text" else " "
    yield from _of_words(plain)


def _of_words(plain: str) -> Iterator[Written]:
    """What is written as plain text and was meant as a link."""
    if "[" not in plain and "w" not in plain and "W" not in plain:
        return
    rest = plain
    for hit in _LEFT.finditer(plain):
        mark, words, gap, target = hit.groups()
        whole = bool(mark) or not gap  # with a blank between, only what is an address was meant as one
        if target.strip() and (_ADDRESS.match(target.strip()) or (whole and mark)):
            yield Written(LEFT, target, words, f"({target}")
            rest = rest.replace(hit[0], " ")
    for hit in _TURNED.finditer(rest):
        if _ADDRESS.match(hit[2]):
            yield Written(LEFT, hit[2], hit[1], f"[{hit[2]}")
            rest = rest.replace(hit[0], " ")
    for hit in _WWW.finditer(rest):
        address = hit[0].rstrip(".,;:!?)")
        yield Written(BARE, address, address, address)

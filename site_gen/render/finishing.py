"""The last touch to the text of a page: abbreviations are explained where they first stand, dates have one form, and phrases of
another language say so.

All work on the finished HTML, so that a word is treated alike wherever it comes from: a template, a field, a Markdown text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from markupsafe import escape

Edit = tuple[int, int, str]
"""From where to where, and what stands there instead."""

_NO_PHRASING = (
    "<title",
    "<script",
    "<style",
    "<option",
    "<textarea",
    "<text",
    "<tspan",
    "<desc",
    "<abbr",
    "<code",
    "<pre",
)
"""Elements that hold text and nothing else, or text that is no sentence."""
_JOINS = "/-_.@"
"""Signs by which letters belong to a number or an address: `23/KH-UBND`."""


def finished(html: str, abbreviations: Mapping[str, str], foreign: Mapping[str, str] | None = None) -> str:
    """A page with its abbreviations explained, with dates as `05/01/2023` and months as `tháng 01/2023`, and with `foreign`
    phrases marked with their languages.
    """
    body = max(html.find("<body"), 0)
    marked = list(_foreign(html, body, foreign or {}))
    edits = sorted([*_explained(html, body, abbreviations, marked), *_dated(html, body), *marked])
    if not edits:
        return html
    out: list[str] = []
    end = 0
    for first, last, text in edits:
        out += html[end:first], text
        end = last
    return "".join([*out, html[end:]])


def _foreign(html: str, body: int, phrases: Mapping[str, str]) -> Iterator[Edit]:
    """Every place of a phrase of another language in the text of the page, where its element does not say so already."""
    there = tuple([phrase for phrase in phrases if phrase in html])  # on most pages none
    for hit in _any_of(there).finditer(html, body) if there else ():
        at, last = hit.span()
        if _joined(html[at - 1]) or _joined_behind(html, last) or not _is_text(html, at):
            continue
        if f' lang="{phrases[hit[0]]}"' not in html[html.rfind("<", 0, at) : at]:
            yield at, last, f'<span lang="{phrases[hit[0]]}">{hit[0]}</span>'


def _explained(html: str, body: int, abbreviations: Mapping[str, str], taken: Sequence[Edit] = ()) -> Iterator[Edit]:
    """The first place of each abbreviation in a sentence of the page, outside what is `taken`."""
    waiting = dict(abbreviations)
    for hit in _any_of(tuple(abbreviations)).finditer(html, body):
        short, at, last = hit[0], hit.start(), hit.end()
        if short in waiting and not _joined(html[at - 1]) and not _joined_behind(html, last) and _is_text(html, at):
            if any(first <= at < end for first, end, _ in taken):
                continue
            yield at, last, f'<abbr title="{escape(waiting.pop(short))}">{short}</abbr>'


@lru_cache(maxsize=64)
def _any_of(shorts: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of all abbreviations, the longest first; of none it matches nowhere."""
    return re.compile("|".join(map(re.escape, sorted(shorts, key=len, reverse=True))) or r"(?!)")


def _joined(sign: str) -> bool:
    return sign.isalnum() or sign in _JOINS


def _joined_behind(html: str, last: int) -> bool:
    """Whether letters go on behind an abbreviation; a full stop that ends the sentence does not count."""
    sign, after = html[last], html[last + 1]
    return sign.isalnum() or (sign in _JOINS and after.isalnum())


def _is_text(html: str, at: int) -> bool:
    """Whether a place is text that may hold other elements, and not inside a tag."""
    opened = html.rfind("<", 0, at)
    return html.rfind(">", opened, at) >= 0 and not html.startswith(_NO_PHRASING, opened)


_DAY = re.compile(r"(?:(?<![\d/.\-])|(?<=\d[-–]))(\d{1,2})/(\d{1,2})$")
_MONTH = re.compile(r"(?<=tháng )(\d)$")
_YEAR = re.compile(r"\d\d(?!\d)")


def _dated(html: str, body: int) -> Iterator[Edit]:
    """Days and months of this century that are written with fewer digits than the others."""
    at = html.find("/20", body)
    while at >= 0:
        near = html[at - 8 : at]
        hit = None
        # Nearly all have two digits already: `21/11`.
        if near[-2:-1] in "/ " or near[-5:-4] in " (>" or not near[-5:-4].isdigit():
            hit = (_DAY.search(near) or _MONTH.search(near)) if _YEAR.match(html, at + 3) else None
        if hit:
            text = "/".join(part.zfill(2) for part in hit.groups())
            if text != hit[0] and _is_text(html, at):
                yield at - len(hit[0]), at, text
        at = html.find("/20", at + 3)

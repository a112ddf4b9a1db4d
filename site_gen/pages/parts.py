"""Long lists in parts that fit a page: one mechanism for every kind. A page says which of its lists are `long`.

The first part keeps the address; the others are `…/trang-2.html` and so on, reached without a script by a pager. What is printed is
what the page shows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from site_gen.base.messages import msg
from site_gen.base.values import Context, Record, as_json, named_values
from site_gen.pages.page import Page, Part, Step
from site_gen.rules.snapshot import Snapshot

T = TypeVar("T")

BUDGET = 50_000
"""Bytes that the HTML of a page may weigh: a village with a slow network, a phone with little memory."""
_FRAME, _ROW, _SHARE = 11_000, 320, 1.5
"""What the frame of a page weighs, the marks of a row, and how much longer values are in HTML than in JSON."""

FEW, NEAR = 12, (1, 2, 5, 10, 25)
"""Up to so many parts a pager names all; of more it names so many leaps, and the parts so far away on either side."""


def part_url(url: str, number: int) -> str:
    """The address of a part of a list."""
    if number == 1:
        return url
    folder = url.removesuffix("index.html") if url.endswith("index.html") else f"{url.removesuffix('.html')}/"
    return f"{folder}trang-{number}.html"


def in_parts(snapshot: Snapshot, page: Page) -> Iterator[Page]:
    """The page, or its parts where its long lists are too heavy for one; what is a part already stays one."""
    if page.part.parts:
        yield page
        return
    context = named_values(page.context)
    lists = [value for key in page.long if isinstance(value := context.get(key), list | tuple)]
    rows = [(key, row) for key, value in zip(page.long, lists, strict=False) for row in value]
    if not rows:  # to weigh takes longer than to see that there is nothing to part
        yield page
        return
    rest = {key: value for key, value in context.items() if key not in page.long}
    chunks = list(pieces(rows, rest))
    if len(chunks) == 1:
        yield page
        return
    parts: list[Page] = []
    for number, chunk in enumerate(chunks, 1):
        shown: Context = {key: [row for mine, row in chunk if mine == key] for key in page.long}
        part = replace(page, url=part_url(page.url, number), context=_with(page.context, shown))
        if number > 1:
            title = snapshot.say(msg("{title}, page {number}", title=page.title, number=number))
            crumbs = (*page.crumbs, (page.title, page.url))
            part = replace(part, title=title, crumbs=crumbs, subject=("", ""), find=False, graph=(), footer=None)
        parts.append(part)
    yield from numbered(parts, len(rows))


def pieces(rows: Iterable[T], rest: object = (), most: int = 0, marks: int = _ROW) -> Iterator[list[T]]:
    """Rows in pieces that fit a page beside the `rest` of what it shows.

    Args:
        rows: Values as templates are given them, in order.
        rest: What else the page is given.
        most: So many rows to a piece at most; 0 for as many as fit.
        marks: Bytes of the marks around a row.
    """
    room = max(BUDGET - _FRAME - _weight(rest), BUDGET // 5)
    piece: list[T] = []
    filled = 0.0
    for row in rows:
        weight = marks + _weight(row)
        if piece and (filled + weight > room or len(piece) == most):
            yield piece
            piece, filled = [], 0.0
        piece.append(row)
        filled += weight
    if piece:
        yield piece


def numbered(pages: Sequence[Page], rows: int, labels: Sequence[str] = ()) -> Iterator[Page]:
    """The pages of one list, each with a pager that leads to the others.

    Args:
        pages: In order; a single one has no pager.
        rows: How many rows all of them have.
        labels: How each begins, where the rows go by the alphabet.
    """
    if len(pages) < 2:
        yield from pages
        return
    around = ("", *(page.url for page in pages), "")
    for number, page in enumerate(pages, 1):
        steps = tuple(
            Step(n, around[n], labels[n - 1] if labels and n not in (number - 1, number, number + 1) else "")
            for n in steps_of(number, len(pages))
        )
        part = Part(number, len(pages), rows, around[number - 1], around[number + 1], steps)
        yield replace(page, part=part)


def steps_of(number: int, parts: int) -> list[int]:
    """Which parts the pager of one of them names: all where they are few; else the first and the last, some near it, and
    some in even steps between, so that each is found in a few leaps."""
    if parts <= FEW:
        return list(range(1, parts + 1))
    leaps = (round(1 + (parts - 1) * leap / FEW) for leap in range(FEW + 1))
    near = (n for far in NEAR for n in (number - far, number + far) if 1 <= n <= parts)
    return sorted({number, *leaps, *near})


def beginning(text: str, words: int = 2) -> str:
    """The first words of a text, as the name of the part that begins with it."""
    return " ".join(text.split()[:words]).strip(",.;:–-")


def _with(context: Context | Record, lists: Context) -> Context | Record:
    return {**context, **lists} if isinstance(context, dict) else replace(context, **lists)  # type: ignore[type-var]  # every record is a dataclass


def _weight(value: object) -> float:
    return len(_IN_JSON.encode(value).encode()) * _SHARE


_IN_JSON = json.JSONEncoder(default=as_json, ensure_ascii=False)

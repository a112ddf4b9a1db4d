"""Long lists in parts that fit a page: one mechanism for every kind. A page says which of its lists are `long`.

The first part keeps the address; the others are `…/trang-2.html` and so on, reached without a script by links to the one before
and the one after. What is printed is what the page shows.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from site_gen.base.messages import msg
from site_gen.base.values import Context, Plain, Record, as_json, named_values
from site_gen.pages.page import Page, Part
from site_gen.rules.snapshot import Snapshot

BUDGET = 50_000
"""Bytes that the HTML of a page may weigh: a village with a slow network, a phone with little memory."""
_FRAME, _ROW, _SHARE = 11_000, 320, 1.5
"""What the frame of a page weighs, the marks of a row, and how much longer values are in HTML than in JSON."""


def part_url(url: str, number: int) -> str:
    """The address of a part of a list."""
    if number == 1:
        return url
    folder = url.removesuffix("index.html") if url.endswith("index.html") else f"{url.removesuffix('.html')}/"
    return f"{folder}trang-{number}.html"


def in_parts(snapshot: Snapshot, page: Page) -> Iterator[Page]:
    """The page, or its parts where its long lists are too heavy for one."""
    context = named_values(page.context)
    lists = [value for key in page.long if isinstance(value := context.get(key), list | tuple)]
    rows = [(key, row) for key, value in zip(page.long, lists, strict=False) for row in value]
    rest = {key: value for key, value in context.items() if key not in page.long}
    room = max(BUDGET - _FRAME - _weight(rest), BUDGET // 5)
    chunks: list[list[tuple[str, Plain]]] = [[]]
    filled = 0.0
    for key, row in rows:
        weight = _ROW + _weight(row)
        if chunks[-1] and filled + weight > room:
            chunks.append([])
            filled = 0.0
        chunks[-1].append((key, row))
        filled += weight
    if len(chunks) == 1:
        yield page
        return
    urls = tuple(part_url(page.url, number) for number in range(1, len(chunks) + 1))
    around = ("", *urls, "")
    for number, chunk in enumerate(chunks, 1):
        shown: Context = {key: [row for mine, row in chunk if mine == key] for key in page.long}
        place = Part(number, len(chunks), len(rows), around[number - 1], around[number + 1], urls)
        part = replace(page, url=urls[number - 1], context=_with(page.context, shown), part=place)
        if number > 1:
            title = snapshot.say(msg("{title}, page {number}", title=page.title, number=number))
            crumbs = (*page.crumbs, (page.title, page.url))
            part = replace(part, title=title, crumbs=crumbs, subject=("", ""), find=False, graph=(), footer=None)
        yield part


def _with(context: Context | Record, lists: Context) -> Context | Record:
    return {**context, **lists} if isinstance(context, dict) else replace(context, **lists)  # type: ignore[type-var]  # every record is a dataclass


def _weight(value: object) -> float:
    return len(json.dumps(value, default=as_json, ensure_ascii=False).encode()) * _SHARE

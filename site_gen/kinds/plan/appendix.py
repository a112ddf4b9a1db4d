"""The appendix of a plan as it is printed: one page, or several where it is long; and as a sheet for the notice board."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Key, Record
from site_gen.kinds.plan.model import Task
from site_gen.kinds.plan.records import Block, Head
from site_gen.kinds.plan.views import MOST_ROWS, Show, anchor
from site_gen.pages.frames import Shown
from site_gen.pages.page import Page

BLANK = "…"
"""Stands where the document leaves room for a number or a day."""
Parts = tuple[tuple[Task, ...], ...]


@dataclass(frozen=True)
class PartLink(Record):
    """A part of a long appendix, with the areas that it covers."""

    label: str
    url: Address
    areas: str


@dataclass(frozen=True)
class RowLink(Record):
    """A row that stands in another part."""

    anchor: Key
    no: str
    url: Address


@dataclass(frozen=True)
class AppendixPage(Shown):
    """The table of tasks as the document prints it; `total` and `total_words` stand below its last part.

    `number` stands under the authority, `place` and `dated` under the motto, with dots where the document leaves a blank.
    """

    template = "plan/appendix.html"
    plan: Head
    blocks: tuple[Block, ...]
    number: str
    place: str
    dated: str
    total: str
    total_words: str
    parts: tuple[PartLink, ...]
    elsewhere: tuple[RowLink, ...]


def appendix_url(show: Show, part: int = 1) -> str:
    """The page of a plan's appendix. The first keeps the address of the whole."""
    return show.url("phu-luc" if part == 1 else f"phu-luc/{part}")


def appendix(show: Show, tasks: Sequence[Task], last: bool = True) -> AppendixPage:
    """The appendix as it is printed, or those of its tasks."""
    plan = show.plan
    return AppendixPage(
        plan=show.head(),
        blocks=show.blocks(tasks),
        number=plan.number or ("" if plan.decision else BLANK),
        place=plan.place or "",
        dated=_dated(show),
        total=show.money(plan.total_declared) if last else "",
        total_words=(plan.total_words or "") if last else "",
        parts=(),
        elsewhere=(),
    )


def _dated(show: Show) -> str:
    """The day as letters bear it: a zero before the months 1 and 2 only."""
    date = show.plan.date
    if date is None:
        return ""
    day = f"{date.day:02d}" if date.day else BLANK
    month = str(date.month) if date.month and date.month > 2 else f"{date.month:02d}" if date.month else BLANK
    return show.say(msg("day {day} month {month} year {year}", day=day, month=month, year=str(date.year)))


def parts_of(show: Show) -> Parts:
    """Tasks in parts of nearly the same length, none longer than `MOST_ROWS` rows unless a single task is."""
    tasks = show.bundle.tasks
    rows = [len(show.bundle.of_task(task)) for task in tasks]
    wanted = -(-sum(rows) // MOST_ROWS) or 1
    most = -(-sum(rows) // wanted)
    parts: list[list[Task]] = [[]]
    here = 0
    for task, n in zip(tasks, rows, strict=True):
        if (parts[-1] and here + n > most and len(parts) < wanted) or (here + n > MOST_ROWS and parts[-1]):
            parts.append([])
            here = 0
        parts[-1].append(task)
        here += n
    return tuple(tuple(part) for part in parts)


def appendix_pages(show: Show) -> Iterator[Page]:
    """A page for each part. The first has a place for every row, since rows are cited as `phu-luc.html#tt-12`."""
    parts = parts_of(show)
    links = tuple(
        PartLink(show.say(msg("Part {number}", number=number)), appendix_url(show, number), _areas(part))
        for number, part in enumerate(parts, 1)
        if len(parts) > 1
    )
    title = show.say(msg("Appendix for printing"))
    for number, part in enumerate(parts, 1):
        context = replace(
            appendix(show, part, last=number == len(parts)),
            parts=links,
            elsewhere=_elsewhere(show, parts) if number == 1 else (),
        )
        named = f"{title}, {links[number - 1].label.lower()}" if links else title
        yield show.page(appendix_url(show, number), named, context, find=number == 1)


def _areas(part: Sequence[Task]) -> str:
    codes = list(dict.fromkeys(task.area for task in part))
    return codes[0] if len(codes) == 1 else f"{codes[0]}–{codes[-1]}"


def _elsewhere(show: Show, parts: Parts) -> tuple[RowLink, ...]:
    """The rows of all parts but the first."""
    return tuple(
        RowLink(anchor(s.item), s.item.row or s.item.key, appendix_url(show, number))
        for number, part in enumerate(parts[1:], 2)
        for task in part
        for s in show.bundle.of_task(task)
    )

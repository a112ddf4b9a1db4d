"""News, newest first, twenty to a page; a page for each item."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Key, Record
from site_gen.base.vietnamese import show_date
from site_gen.kinds.news.model import News
from site_gen.kinds.news.moments import newest, url
from site_gen.model.entry import Entry
from site_gen.pages.contributions import Section
from site_gen.pages.fill import fill
from site_gen.pages.frames import Shown, crumbs_below, entry_page, index_page, panel, panels_by_unit
from site_gen.pages.page import Page, Panel
from site_gen.pages.parts import numbered, part_url
from site_gen.rules.snapshot import Link, ShownNote, Snapshot

SECTION = Section("tin", "tin/index.html", msg("News"), msg("What the commune does and announces."), 10)
ITEMS_PER_PAGE, AT_HOME, OF_UNIT = 20, 3, 5


@dataclass(frozen=True)
class Row(Record):
    """An item in a list."""

    id: Key
    url: Address
    title: str
    date: date
    unit: Link
    topic: str
    summary: str | None
    is_over: bool
    sample: bool


@dataclass(frozen=True)
class Index(Shown):
    """One page of the list; `count` is how many items all pages have."""

    template = "news/list.html"
    rows: tuple[Row, ...]
    count: int


@dataclass(frozen=True)
class Interruption(Record):
    """An outage that is announced, or was."""

    since: date
    until: date
    what: str
    planned: bool


@dataclass(frozen=True)
class Picture(Record):
    """A picture of an item."""

    file: Address
    alt: str | None


@dataclass(frozen=True)
class Whole(Shown):
    """The page of an item."""

    template = "news/page.html"
    row: Row
    author: str | None
    source: str | None
    body: str
    until: date | None
    outage: Interruption | None
    images: tuple[Picture, ...]
    notes: list[ShownNote]


@dataclass(frozen=True)
class Newest(Shown):
    """The newest items on other pages."""

    template = "news/panel.html"
    rows: tuple[Row, ...]
    more: Address = SECTION.url


def row_of(snapshot: Snapshot, entry: Entry[News]) -> Row:
    """An item as lists show it."""
    until = entry.model.until
    return fill(Row, snapshot, entry, url=url(entry.id), is_over=until is not None and until < snapshot.as_of)


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The list, in pages, and every item."""
    found = newest(snapshot)
    chunks = [found[i : i + ITEMS_PER_PAGE] for i in range(0, len(found), ITEMS_PER_PAGE)] or [[]]
    parts: list[Page] = []
    for number, chunk in enumerate(chunks, 1):
        context = Index(tuple(row_of(snapshot, entry) for entry in chunk), len(found))
        page = index_page(snapshot, SECTION, context, chunk, updated=chunk[0].model.date if chunk else None)
        if number > 1:
            title = f"{page.title} ({number})"
            page = replace(page, url=part_url(SECTION.url, number), title=title, crumbs=crumbs_below(snapshot, SECTION))
        parts.append(page)
    yield from numbered(parts, len(found))
    for entry in found:
        item = entry.model
        images = (image for image in item.images if image.file in snapshot.catalog.attachments)
        whole = fill(
            Whole,
            snapshot,
            entry,
            row=row_of(snapshot, entry),
            outage=fill(Interruption, snapshot, item.outage) if item.outage else None,
            images=tuple(fill(Picture, snapshot, image) for image in images),
            notes=snapshot.notes_of(entry.path),
        )
        yield entry_page(
            snapshot,
            SECTION,
            entry,
            whole,
            whole.row.url,
            item.title,
            updated=item.updated_at or item.date,
            share=show_date(item.date),
        )


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """The newest three on the home page, the newest five on each unit's."""
    rows = [(entry.model.unit, row_of(snapshot, entry)) for entry in newest(snapshot)]
    if rows:
        yield panel(("site", "home"), 40, Newest(tuple(row for _, row in rows[:AT_HOME])))
    yield from panels_by_unit(snapshot, 70, rows, lambda mine: Newest(mine[:OF_UNIT]))

"""Frozen registers: their list, and a page each that stays as it was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Key, Record
from site_gen.kinds.register.model import Register, RegisterRow
from site_gen.kinds.register.moments import SECTION, in_order, title, url
from site_gen.kinds.register.tables import digest_of
from site_gen.model.entry import Entry
from site_gen.pages.fill import fill
from site_gen.pages.frames import Shown, crumbs_below, index_page
from site_gen.pages.page import Page
from site_gen.pages.parts import numbered
from site_gen.rules.snapshot import Link, ShownNote, Snapshot

MOST, CITED = 80, 400
"""So many rows make a page of less than 50 kB; so many of the other parts have a place on the first."""


@dataclass(frozen=True)
class Listed(Record):
    """A register in the list."""

    title: str
    url: Address
    frozen_on: date
    count: int
    sample: bool


@dataclass(frozen=True)
class Index(Shown):
    """All frozen registers, newest first."""

    template = "register/list.html"
    registers: tuple[Listed, ...]


@dataclass(frozen=True)
class Row(Record):
    """Something that had been made public; `live` is whether its address is still there, which `joined` knows."""

    title: str
    number: str
    created: date | None
    published: date | None
    until: date | None
    forms: str
    url: Address
    live: bool
    sample: bool


@dataclass(frozen=True)
class Place(Record):
    """A row that stands in another part, by its number."""

    no: int
    url: Address


@dataclass(frozen=True)
class Frozen(Shown):
    """A frozen register, or a part of one; `first` is the number of its first row, `count` how many the whole has.

    `digest` is the SHA-256 of all its rows (`tables.digest_of`).
    """

    template = "register/page.html"
    last: date
    frozen_on: date
    unit: Link
    rows: tuple[Row, ...]
    first: int
    count: int
    elsewhere: tuple[Place, ...]
    digest: Key
    notes: list[ShownNote]


def part_url(id: str, number: int) -> str:
    """Address of a part, counted from 1; the first keeps that of the whole."""
    return url(id) if number == 1 else f"{url(id).removesuffix('.html')}/{number}.html"


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The list, newest first, and a page for each quarter."""
    registers = in_order(snapshot)
    yield index_page(
        snapshot,
        SECTION,
        Index(
            tuple(
                fill(Listed, snapshot, entry, title=title(entry), url=url(entry.id), count=len(entry.model.rows))
                for entry in registers
            )
        ),
        registers,
        updated=max((entry.model.frozen_on for entry in registers), default=None),
        long=("registers",),
    )
    for entry in registers:
        yield from _parts(snapshot, entry)


def _row(snapshot: Snapshot, register: Register, row: RegisterRow) -> Row:
    return fill(
        Row,
        snapshot,
        row,
        number=row.number or "",
        forms=", ".join(snapshot.word(form) for form in row.forms),
        url=row.url or "",
        live=False,
        sample=row.sample and not register.sample,
    )


def _parts(snapshot: Snapshot, entry: Entry[Register]) -> Iterator[Page]:
    """The pages of a register: one, or several where it is long.

    Rows are cited as `2026-q3.html#dong-90`, so the first part has a place for those of the next ones.
    """
    register = entry.model
    count = len(register.rows)
    starts = range(0, count, MOST) or range(1)
    digest = digest_of(snapshot, entry)
    pages: list[Page] = []
    for number, start in enumerate(starts, 1):
        first = number == 1
        further = range(MOST, min(count, MOST + CITED)) if first else range(0)
        context = Frozen(
            last=register.quarter.last,
            frozen_on=register.frozen_on,
            unit=snapshot.link("unit", snapshot.site.unit),
            rows=tuple(_row(snapshot, register, row) for row in register.rows[start : start + MOST]),
            first=start + 1,
            count=count,
            elsewhere=tuple(Place(n + 1, part_url(entry.id, n // MOST + 1)) for n in further),
            digest=digest,
            notes=snapshot.notes_of(entry.path) if first else [],
        )
        part = snapshot.say(msg("{title}, part {number}", title=title(entry), number=number))
        pages.append(
            Page(
                part_url(entry.id, number),
                context.template,
                part if len(starts) > 1 else title(entry),
                context,
                (entry.path,),
                crumbs_below(snapshot, SECTION),
                SECTION.menu,
                ("register", entry.id) if first else ("", ""),
                updated=register.updated_at or register.frozen_on,
                sample=register.sample or any(row.sample for row in register.rows),
                find=first,
            )
        )
    rows = [snapshot.say(msg("row {number}", number=start + 1)) for start in starts]
    yield from numbered(pages, count, rows)

"""Pages of the register: one while it is short; a page for each kind, year and part of it where it is long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Key, Record
from site_gen.base.vietnamese import slug
from site_gen.joined.register import TITLE, Group, register_groups
from site_gen.kinds.register.pages import Frozen, Row
from site_gen.model.published import Channel
from site_gen.pages.contributions import Disclosure
from site_gen.pages.frames import Shown
from site_gen.pages.page import Page, latest
from site_gen.pages.parts import numbered
from site_gen.rules.snapshot import Link, Snapshot

MENU, HUB = "cong-khai", "cong-khai/index.html"
URL = "cong-khai/danh-muc.html"
TEXT = msg("Every item with its number, how and when it was made public, and where it can be read.")
MOST = 60
"""So many rows make a page of less than 50 kB."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one page: which kind, which part of which year, and where.

    `year` is None where a page holds the whole kind, empty where the day is not known.
    """

    group: Group
    year: str | None
    number: int
    url: str
    rows: tuple[Disclosure, ...]


def sheets_of(group: Group) -> tuple[Sheet, ...]:
    """The pages of a kind: one, or one for each year, or several for a year that is long."""
    base = f"cong-khai/danh-muc/nhom-{slug(group.name)}"
    if len(group.rows) <= MOST:
        return (Sheet(group, None, 1, f"{base}.html", group.rows),)
    years: dict[str, list[Disclosure]] = {}
    for d in group.rows:
        years.setdefault(str(d.published.year) if d.published else "", []).append(d)
    sheets: list[Sheet] = []
    for year, rows in years.items():
        for at in range(0, len(rows), MOST):
            number = at // MOST + 1
            url = f"{base}-{year or 'chua-ro'}{f'-{number}' if number > 1 else ''}.html"
            sheets.append(Sheet(group, year, number, url, tuple(rows[at : at + MOST])))
    return tuple(sheets)


@dataclass(frozen=True)
class SheetLink(Record):
    """The first page of a year or of a whole kind, with how many rows all its pages have."""

    url: Address
    label: str
    count: int


@dataclass(frozen=True)
class ShownGroup(Record):
    """A kind in the register: its rows, or the pages that hold them."""

    id: Key
    label: str
    count: int
    rows: tuple[Row, ...]
    sheets: tuple[SheetLink, ...]


@dataclass(frozen=True)
class RegisterPage(Shown):
    """The register, or the list of its pages."""

    template = "register.html"
    groups: tuple[ShownGroup, ...]
    total: int
    day: date
    unit: Link


@dataclass(frozen=True)
class SheetPage(Shown):
    """Some rows of a register that is too long for one page."""

    template = "register_sheet.html"
    rows: tuple[Row, ...]


def register_pages(snapshot: Snapshot, disclosures: tuple[Disclosure, ...]) -> Iterator[Page]:
    """The register as of the day."""
    groups = register_groups(snapshot, disclosures)
    every = [d for group in groups for d in group.rows]
    is_whole = len(every) <= MOST
    crumbs = ((snapshot.say(msg("Disclosure")), HUB),)
    register = snapshot.say(TITLE)
    shown: list[ShownGroup] = []
    for group in groups:
        years = () if is_whole else [list(mine) for _, mine in groupby(sheets_of(group), key=lambda sheet: sheet.year)]
        links = tuple(
            SheetLink(mine[0].url, _year(snapshot, mine[0]), sum(len(s.rows) for s in mine)) for mine in years
        )
        rows = _rows(snapshot, group.rows) if is_whole else ()
        shown.append(ShownGroup(slug(group.name), group.label, len(group.rows), rows, links))
        for mine in years:
            parts = [
                Page(
                    sheet.url,
                    SheetPage.template,
                    f"{register}: {group.label}" + (f", {_part(snapshot, sheet)}" if sheet.year is not None else ""),
                    SheetPage(_rows(snapshot, sheet.rows)),
                    crumbs=(*crumbs, (register, URL)),
                    section=MENU,
                    updated=_updated(sheet.rows),
                    find=False,
                    sample=any(d.sample for d in sheet.rows),
                )
                for sheet in mine
            ]
            yield from numbered(parts, sum(len(sheet.rows) for sheet in mine))
    yield Page(
        URL,
        RegisterPage.template,
        register,
        RegisterPage(tuple(shown), len(every), snapshot.as_of, snapshot.link("unit", snapshot.site.unit)),
        crumbs=crumbs,
        section=MENU,
        updated=_updated(every),
        sample=is_whole and any(d.sample for d in every),
    )


def _year(snapshot: Snapshot, sheet: Sheet) -> str:
    if sheet.year is None:
        return sheet.group.label
    return sheet.year or snapshot.say(msg("day not stated"))


def _part(snapshot: Snapshot, sheet: Sheet) -> str:
    year = _year(snapshot, sheet)
    return year if sheet.number == 1 else snapshot.say(msg("{year}, part {n}", year=year, n=sheet.number))


def _updated(rows: Iterable[Disclosure]) -> date | None:
    return latest(d.published for d in rows)


def _rows(snapshot: Snapshot, rows: Iterable[Disclosure]) -> tuple[Row, ...]:
    words = {channel.value: snapshot.word(channel) for channel in Channel}
    return tuple(
        Row(
            title=d.title,
            number=d.number,
            created=d.created,
            published=d.published,
            until=d.until,
            forms=", ".join(words.get(form, words["other"]) for form in d.forms),
            url=d.url,
            live=bool(d.url),
            sample=d.sample,
        )
        for d in rows
    )


def with_live_links(pages: Iterable[Page]) -> Iterator[Page]:
    """Rows of frozen registers become links where the address is still there; the rest keep it as text."""
    everything = list(pages)
    known = {page.url for page in everything}
    for page in everything:
        context = page.context
        if isinstance(context, Frozen):
            rows = tuple(replace(row, live=row.url.partition("#")[0] in known) for row in context.rows)
            yield replace(page, context=replace(context, rows=rows))
        else:
            yield page

"""The pages of open data: a list of all tables, and for each what its columns mean, in which formats, by whose leave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message, msg
from site_gen.base.values import Address, Context, Key, Record
from site_gen.joined.feeds import MOST as MOST_NEWS
from site_gen.joined.feeds import Feed
from site_gen.joined.graph import address, authority
from site_gen.joined.tables import FOLDER, DataLink, beyond_spreadsheets, link, page_path
from site_gen.pages.contributions import Table
from site_gen.pages.frames import Shown
from site_gen.pages.page import Page, latest
from site_gen.rules.snapshot import Link, Snapshot

URL = f"{FOLDER}/index.html"
TITLE = msg("Open data")
FOOT = msg("Data and feeds")
PACKAGE, CATALOGUE, CALENDAR = f"{FOLDER}/datapackage.json", f"{FOLDER}/dcat.jsonld", "cong-khai/lich.ics"
TYPES: dict[str, Message] = {
    "string": msg("text"),
    "integer": msg("whole number"),
    "number": msg("number"),
    "date": msg("date"),
    "boolean": msg("yes or no"),
}
MOST = 4
"""So many pages are named that show a table."""


@dataclass(frozen=True)
class Licence(Record):
    """By whose leave data may be used."""

    label: str
    url: Address


@dataclass(frozen=True)
class TableRow(Record):
    """A table in the list of all."""

    link: DataLink
    group: str
    text: str
    updated: date | None
    sample: bool


@dataclass(frozen=True)
class FeedRow(Record):
    """A feed, with how many items it has."""

    title: str
    url: Address
    count: int


@dataclass(frozen=True)
class DataPage(Shown):
    """The list of all tables and feeds."""

    template = "data.html"
    tables: tuple[TableRow, ...]
    count: int
    day: date
    licence: Licence | None
    feeds: tuple[FeedRow, ...]
    illustration: bool
    calendar: Address = CALENDAR
    package: Address = PACKAGE
    catalogue: Address = CATALOGUE


@dataclass(frozen=True)
class Code(Record):
    """What a value of a choice means."""

    value: Key
    label: str


@dataclass(frozen=True)
class ColumnRow(Record):
    """A column and what it means."""

    name: Key
    label: str
    type: str
    help: str
    words: tuple[Code, ...]


@dataclass(frozen=True)
class TablePage(Shown):
    """What a table holds; `beyond` says which limit of spreadsheets it exceeds, if any."""

    template = "data_table.html"
    table: DataLink
    text: str
    updated: date | None
    passing: bool
    beyond: str
    sample: bool
    licence: Licence | None
    columns: tuple[ColumnRow, ...]
    seen: tuple[Link, ...]
    more: int


def data_pages(
    snapshot: Snapshot, tables: Sequence[Table], feeds: Sequence[Feed], pages: Iterable[Page]
) -> Iterator[Page]:
    """The list, and a page for each table."""
    seen: dict[str, list[Page]] = {}
    for page in sorted(pages, key=lambda p: (p.url.count("/"), not p.url.endswith("index.html"), p.url)):
        for shown in page.data:
            assert isinstance(shown, DataLink)
            seen.setdefault(shown.page, []).append(page)
    yield _list(snapshot, tables, feeds)
    for table in tables:
        yield _explained(snapshot, table, seen.get(page_path(table.name), []))


def _licence(snapshot: Snapshot) -> Licence | None:
    licence = snapshot.site.open_data.licence
    return Licence(snapshot.word(licence), licence.url) if licence else None


def _list(snapshot: Snapshot, tables: Sequence[Table], feeds: Sequence[Feed]) -> Page:
    groups = list(dict.fromkeys(table.group for table in tables))
    ordered = sorted(tables, key=lambda table: groups.index(table.group))
    context = DataPage(
        tables=tuple(TableRow(link(snapshot, t), t.group, t.text, t.updated, t.sample) for t in ordered),
        count=len(tables),
        day=snapshot.as_of,
        licence=_licence(snapshot),
        feeds=tuple(FeedRow(feed.title, feed.path, min(len(feed.items), MOST_NEWS)) for feed in feeds),
        illustration=snapshot.site.illustration is not None,
    )
    return Page(
        URL,
        context.template,
        snapshot.say(FOOT),
        context,
        tuple(dict.fromkeys(path for t in tables for path in t.sources)),
        updated=latest(t.updated for t in tables),
        footer=80,
        long=("tables",),
    )


def _explained(snapshot: Snapshot, table: Table, seen: Sequence[Page]) -> Page:
    here = page_path(table.name)
    seen = sorted(seen, key=lambda p: p.url not in table.shown and p.template not in table.shown)  # its own pages first
    context = TablePage(
        table=link(snapshot, table),
        text=table.text,
        updated=table.updated,
        passing=table.passing,
        beyond=snapshot.say(limit) if (limit := beyond_spreadsheets(table)) else "",
        sample=table.sample,
        licence=_licence(snapshot),
        columns=tuple(
            ColumnRow(c.name, c.label, snapshot.say(TYPES[c.type]), c.help, tuple(Code(*word) for word in c.words))
            for c in table.columns
        ),
        seen=tuple(Link(page.title, page.url) for page in seen[:MOST]),
        more=max(len(seen) - MOST, 0),
    )
    return Page(
        here,
        context.template,
        table.title,
        context,
        table.sources,
        ((snapshot.say(FOOT), URL),),
        updated=table.updated,
        index=not table.passing,
        find=False,  # the page that shows the table answers; this one explains its columns
        graph=(_dataset(snapshot, table, here),),
    )


def _dataset(snapshot: Snapshot, table: Table, here: str) -> Context:
    """The table as schema.org knows it; an illustration's is nobody's."""
    site = snapshot.catalog.site
    files = link(snapshot, table)
    formats = ((files.csv, "text/csv"), (files.json, "application/json"), (files.xlsx, XLSX))
    node: Context = {
        "@type": "Dataset",
        "@id": address(site, here, here),
        "name": f"{table.title}, {site.short_name}",
        "description": table.text or f"{table.title}: {', '.join(c.label for c in table.columns)}.",
        "isAccessibleForFree": True,
        "inLanguage": "vi",
        "variableMeasured": [c.label for c in table.columns],
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": media, "contentUrl": address(site, here, file)}
            for file, media in formats
            if file
        ],
    }
    if table.updated:
        node["dateModified"] = table.updated.isoformat()
    if site.open_data.licence:
        node["license"] = site.open_data.licence.url
    if site.illustration:
        node["creativeWorkStatus"] = snapshot.say(msg("Illustration"))
    elif table.sample:
        node["creativeWorkStatus"] = snapshot.say(msg("Sample data"))
    else:
        node["publisher"] = authority(site, here)
    return node


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

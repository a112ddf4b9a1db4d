"""The pages of open data: a list of all tables, and for each what its columns mean, in which formats, by whose leave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from site_gen.base.messages import Message, msg
from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import show_date
from site_gen.joined.feeds import Feed
from site_gen.joined.graph import address, authority
from site_gen.joined.tables import FOLDER, link, page_path
from site_gen.pages.columns import Column
from site_gen.pages.contributions import Table
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Snapshot

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


def data_pages(
    snapshot: Snapshot, tables: Sequence[Table], feeds: Sequence[Feed], pages: Iterable[Page]
) -> Iterator[Page]:
    """The list, and a page for each table."""
    seen: dict[str, list[Page]] = {}
    for page in sorted(pages, key=lambda p: (p.url.count("/"), not p.url.endswith("index.html"), p.url)):
        for shown in page.data:
            seen.setdefault(str(shown["page"]), []).append(page)
    yield _list(snapshot, tables, feeds)
    for table in tables:
        yield _explained(snapshot, table, seen.get(page_path(table.name), []))


def _licence(snapshot: Snapshot) -> Context:
    licence = snapshot.catalog.site.open_data.licence
    return {"label": snapshot.word(licence), "url": licence.url} if licence else {}


def _day(iso: str) -> str:
    return "/".join(reversed(iso.split("-"))) if iso else ""


def _list(snapshot: Snapshot, tables: Sequence[Table], feeds: Sequence[Feed]) -> Page:
    groups: dict[str, list[Plain]] = {}
    for table in tables:
        row: Context = {
            **link(snapshot, table),
            "group": table.group,
            "text": table.text,
            "updated": _day(table.updated),
            "sample": table.sample,
        }
        groups.setdefault(table.group, []).append(row)
    context: Context = {
        "tables": [row for rows in groups.values() for row in rows],
        "count": len(tables),
        "day": show_date(snapshot.as_of),
        "licence": _licence(snapshot),
        "feeds": [{"title": feed.title, "url": feed.path, "count": len(feed.items)} for feed in feeds],
        "calendar": CALENDAR,
        "package": PACKAGE,
        "catalogue": CATALOGUE,
        "illustration": snapshot.catalog.site.illustration is not None,
    }
    return Page(
        URL,
        "data.html",
        snapshot.say(FOOT),
        context,
        tuple(dict.fromkeys(path for t in tables for path in t.sources)),
        updated=max((t.updated for t in tables), default=""),
        footer=80,
        long=("tables",),
    )


def _explained(snapshot: Snapshot, table: Table, seen: Sequence[Page]) -> Page:
    here = page_path(table.name)
    seen = sorted(seen, key=lambda p: p.url not in table.shown and p.template not in table.shown)  # its own pages first
    context: Context = {
        "table": link(snapshot, table),
        "text": table.text,
        "group": table.group,
        "updated": _day(table.updated),
        "day": show_date(snapshot.as_of),
        "passing": table.passing,
        "sample": table.sample,
        "licence": _licence(snapshot),
        "columns": [_column(snapshot, column) for column in table.columns],
        "seen": [{"title": page.title, "url": page.url} for page in seen[:MOST]],
        "more": max(len(seen) - MOST, 0),
    }
    return Page(
        here,
        "data_table.html",
        table.title,
        context,
        table.sources,
        ((snapshot.say(FOOT), URL),),
        updated=table.updated,
        index=not table.passing,
        find=False,  # the page that shows the table answers; this one explains its columns
        graph=(_dataset(snapshot, table, here),),
    )


def _column(snapshot: Snapshot, column: Column) -> Plain:
    return {
        "name": column.name,
        "label": column.label,
        "type": snapshot.say(TYPES[column.type]),
        "help": column.help,
        "words": [{"value": value, "label": label} for value, label in column.words],
    }


def _dataset(snapshot: Snapshot, table: Table, here: str) -> Context:
    """The table as schema.org knows it; an illustration's is nobody's."""
    site = snapshot.catalog.site
    files = link(snapshot, table)
    formats = (("csv", "text/csv"), ("json", "application/json"), ("xlsx", XLSX))
    node: Context = {
        "@type": "Dataset",
        "@id": address(site, here, here),
        "name": f"{table.title}, {site.short_name}",
        "description": table.text or f"{table.title}: {', '.join(c.label for c in table.columns)}.",
        "isAccessibleForFree": True,
        "inLanguage": "vi",
        "variableMeasured": [c.label for c in table.columns],
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": media, "contentUrl": address(site, here, str(files[name]))}
            for name, media in formats
            if files[name]
        ],
    }
    if table.updated:
        node["dateModified"] = table.updated
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

"""Every table of open data of a site, and on which pages it is offered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message, msg
from site_gen.base.values import Address, Record
from site_gen.base.vietnamese import show_number
from site_gen.joined.consequence_panels import consequence_table
from site_gen.joined.consequences import facts
from site_gen.joined.ledger import Ledger
from site_gen.joined.ledger_table import ledger_table
from site_gen.joined.news import news_table
from site_gen.joined.of_kinds import tables_of_kind
from site_gen.joined.proof_table import dated_table, proof_table
from site_gen.joined.records import records
from site_gen.joined.register import register_table
from site_gen.kinds import KINDS
from site_gen.pages.contributions import Disclosure, Table
from site_gen.pages.page import Page, latest
from site_gen.pages.proofs import ProofSet
from site_gen.rules.snapshot import Snapshot

FOLDER, VERSION = "du-lieu", "v1"
"""Where the files lie; the version names the shape of the JSON files and changes only if that breaks."""

MOST_LINES, MOST_LETTERS = 1_048_576, 32_767
"""So many lines a sheet of Excel has, the header included, and so many letters a cell."""


def csv_path(name: str) -> str:
    """Where a table's CSV file is."""
    return f"{FOLDER}/{name}.csv"


def json_path(name: str) -> str:
    """Where a table's JSON file is."""
    return f"{FOLDER}/{VERSION}/{name}.json"


def schema_path(name: str) -> str:
    """Where the JSON Schema of a table's JSON file is."""
    return f"{FOLDER}/{VERSION}/{name}.schema.json"


def xlsx_path(name: str) -> str:
    """Where a table's workbook is, if the site wants workbooks."""
    return f"{FOLDER}/{name}.xlsx"


def beyond_spreadsheets(table: Table) -> Message | None:
    """Which limit of spreadsheets a table exceeds, None for none: they leave out what lies beyond, and say so or not."""
    if len(table.rows) >= MOST_LINES:
        most = show_number(MOST_LINES - 1)
        return msg("The table has more rows than the {most} that a spreadsheet shows below its header.", most=most)
    if any(len(cell) > MOST_LETTERS for row in table.rows for cell in row if isinstance(cell, str)):
        most = show_number(MOST_LETTERS)
        return msg("Some texts are longer than the {most} letters that a cell of a spreadsheet holds.", most=most)
    return None


def fits_workbook(table: Table) -> bool:
    """Whether a workbook may hold it: what is mailed around outlives rows that pass, and a sheet of Excel has its end."""
    return not table.passing and beyond_spreadsheets(table) is None


def page_path(name: str) -> str:
    """The page that explains a table's columns."""
    return f"{FOLDER}/{name}.html"


def tables_of(
    snapshot: Snapshot, disclosures: tuple[Disclosure, ...], ledger: Ledger, proofs: Sequence[ProofSet]
) -> tuple[Table, ...]:
    """Tables of every kind and those over all kinds, with their groups and days."""
    days = {
        entry.path: day
        for entry in snapshot.catalog.entries()
        if (day := entry.model.updated_at or entry.model.published_at) and day <= snapshot.as_of
    }
    found = [replace(t, group=kind.label) for kind in KINDS for t in tables_of_kind(snapshot, kind)]
    found += records(snapshot)
    kept = snapshot.say(msg("Disclosure"))
    found += [
        replace(register_table(snapshot, disclosures), group=kept),
        replace(ledger_table(snapshot, ledger), group=kept),
        *((replace(proof_table(snapshot, proofs), group=kept),) if proofs else ()),
        *((replace(table, group=kept),) if (table := dated_table(snapshot, proofs)).rows else ()),
    ]
    if followed := facts(snapshot):
        found.append(replace(consequence_table(snapshot, followed), group=kept))
    found.append(replace(news_table(snapshot), group=next(k.label for k in KINDS if k.name == "news")))
    return tuple(replace(t, updated=latest(days.get(path) for path in t.sources)) for t in found)


def with_data(snapshot: Snapshot, tables: Sequence[Table], pages: Iterable[Page]) -> Iterator[Page]:
    """Each page with the tables whose rows it shows, by its template, its panels or its address."""
    by_place: dict[str, list[DataLink]] = {}
    for table in tables:
        own = link(snapshot, table)  # once for all pages: it looks at every cell
        for place in table.shown:
            by_place.setdefault(place, []).append(own)
    for page in pages:
        places = (page.url, page.template, *page.templates)
        mine = {one.page: one for place in places for one in by_place.get(place, ())}
        yield replace(page, data=tuple(mine.values())) if mine else page


@dataclass(frozen=True)
class DataLink(Record):
    """A table as pages offer it; `xlsx` is empty where there is no workbook of it."""

    title: str
    rows: int
    page: Address
    csv: Address
    json: Address
    xlsx: Address


def link(snapshot: Snapshot, table: Table) -> DataLink:
    """The files of a table, for pages that offer them."""
    has_workbook = snapshot.site.open_data.xlsx and fits_workbook(table)
    return DataLink(
        table.title,
        len(table.rows),
        page_path(table.name),
        csv_path(table.name),
        json_path(table.name),
        xlsx_path(table.name) if has_workbook else "",
    )

"""Open data: every table as CSV and JSON, with plain values and nothing of the page's markup.

CSV opens right in a spreadsheet: a byte order mark, and no cell that would be taken for a formula.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator

from site_gen.base.spreadsheet import harmless
from site_gen.pages.offer import Table
from site_gen.pages.page import Artifact, Plain

FOLDER = "du-lieu"


def data_files(tables: Iterable[Table], as_of: str) -> Iterator[Artifact]:
    """Two files for each table."""
    for table in tables:
        yield Artifact(f"{FOLDER}/{table.name}.csv", as_csv(table).encode("utf-8-sig"))
        yield Artifact(f"{FOLDER}/{table.name}.json", (as_json(table, as_of) + "\n").encode())


def as_csv(table: Table) -> str:
    """The table for a spreadsheet; the header names the model's fields."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    for row in table.rows:
        writer.writerow([cell(value) for value in row])
    return out.getvalue()


def cell(value: Plain) -> str | int | float:
    """A value as a spreadsheet may take it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value
    return harmless(str(value))


def as_json(table: Table, as_of: str) -> str:
    """The table for programs: what each column means, and the rows as objects."""
    names = [column.name for column in table.columns]
    content = {
        "title": table.title,
        "as_of": as_of,
        "sample": table.sample,
        "fields": [{"name": c.name, "title": c.label, "type": c.type} for c in table.columns],
        "rows": [dict(zip(names, row, strict=True)) for row in table.rows],
    }
    return json.dumps(content, ensure_ascii=False, indent=1)

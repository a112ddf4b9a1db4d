"""Open data: every table as CSV and JSON with its schema, with plain values and nothing of the page's markup.

CSV opens right in a spreadsheet: a byte order mark, and no cell that would be taken for a formula.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from site_gen.base.plain_text import escape_formula
from site_gen.base.values import Context, Plain
from site_gen.joined.tables import csv_path, fits_workbook, json_path, schema_path, xlsx_path
from site_gen.outputs.data_schema import schema_of
from site_gen.outputs.imprint import Imprint
from site_gen.pages.contributions import Table
from site_gen.pages.page import Artifact


def data_files(table: Table, imprint: Imprint) -> Iterator[Artifact]:
    """The files of a table: CSV, JSON, its schema, and a workbook where the site wants one."""
    yield Artifact(csv_path(table.name), as_csv(table).encode("utf-8-sig"))
    yield Artifact(json_path(table.name), printed(as_json(table, imprint)))
    yield Artifact(schema_path(table.name), printed(schema_of(table)))
    if imprint.workbooks and fits_workbook(table):
        from site_gen.outputs.workbook import as_xlsx  # only now: the library is an extra

        yield Artifact(xlsx_path(table.name), as_xlsx(table, imprint))


def printed(value: Context) -> bytes:
    """JSON as people can read it, too: a line for each value of the object, and for each object inside one of them."""
    lines = ",\n ".join(f"{_LINE.encode(name)}: {_inner(inner)}" for name, inner in value.items())
    return f"{{\n {lines}\n}}\n".encode()


def _inner(value: Plain) -> str:
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        items = ",\n  ".join(map(_LINE.encode, value))
        return f"[\n  {items}\n ]"
    if isinstance(value, dict) and any(isinstance(item, dict) for item in value.values()):
        items = ",\n  ".join(f"{_LINE.encode(name)}: {_LINE.encode(item)}" for name, item in value.items())
        return f"{{\n  {items}\n }}"
    return _LINE.encode(value)


_LINE = json.JSONEncoder(ensure_ascii=False)
"""What stands on one line is encoded in C; with `indent`, `json` goes through every value in Python."""


def as_csv(table: Table) -> str:
    """The table for a spreadsheet (RFC 4180); the header names the model's fields."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows(map(cell, row) for row in table.rows)
    return out.getvalue()


def cell(value: Plain) -> str | int | float:
    """A value as a spreadsheet may take it."""
    if isinstance(value, str):
        return escape_formula(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value
    return escape_formula(str(value))


def as_json(table: Table, imprint: Imprint) -> Context:
    """The table for programs: what it is, what each column means, and the rows as objects with values of their types."""
    return {
        "$schema": f"{table.name}.schema.json",
        "title": table.title,
        "description": table.text,
        "publisher": imprint.publisher,
        "licence": imprint.licence[2] if imprint.licence else None,
        "as_of": imprint.as_of.isoformat(),
        "updated": table.updated.isoformat() if table.updated else None,
        "illustration": imprint.illustration,
        "sample": table.sample,
        "fields": [{"name": c.name, "title": c.label, "type": c.type} for c in table.columns],
        "rows": list(_objects(table)),
    }


def _objects(table: Table) -> Iterator[Context]:
    """The rows as objects with values of their types."""
    names = [column.name for column in table.columns]
    return (dict(zip(names, row, strict=True)) for row in table.rows)

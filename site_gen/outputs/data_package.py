"""`datapackage.json`: all tables with the meaning of their columns (Data Package 2.0, Frictionless).

Paths are relative, so the folder may be taken along as it is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from site_gen.base.values import Context
from site_gen.base.vietnamese import slug
from site_gen.joined.tables import csv_path
from site_gen.outputs.imprint import Imprint
from site_gen.pages.columns import Column
from site_gen.pages.contributions import Table


def data_package(tables: Iterable[Table], files: Mapping[str, bytes], imprint: Imprint) -> Context:
    """The descriptor of the CSV files; `files` holds their bytes by path. Tables whose rows pass are not in it."""
    out: Context = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": slug(imprint.title) or "du-lieu",
        "title": imprint.title,
        "description": imprint.text,
        "created": f"{imprint.as_of.isoformat()}T00:00:00+07:00",
        "contributors": [{"title": imprint.publisher, "roles": ["publisher"]}],
        "resources": [_resource(table, files[csv_path(table.name)]) for table in tables if not table.passing],
    }
    if imprint.home:
        out["homepage"] = f"{imprint.home}/"
    if imprint.licence:
        name, title, path = imprint.licence
        out["licenses"] = [{"name": name, "title": title, "path": path}]
    return out


def _resource(table: Table, data: bytes) -> Context:
    return {
        "name": table.name,
        "title": table.title,
        "description": table.text or table.title,
        "path": f"{table.name}.csv",
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": {"fields": [_field(column) for column in table.columns], "missingValues": [""]},
    }


def _field(column: Column) -> Context:
    out: Context = {"name": column.name, "title": column.label, "type": column.type}
    if column.help:
        out["description"] = column.help
    if column.words:
        out["categories"] = [{"value": value, "label": label} for value, label in column.words]
    return out

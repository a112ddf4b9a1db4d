"""The JSON Schema (2020-12) of a table's JSON file, made of its columns."""

from __future__ import annotations

from site_gen.base.values import Context, Plain
from site_gen.pages.columns import Column
from site_gen.pages.contributions import Table


def schema_of(table: Table) -> Context:
    """The schema. Fields may be added to a table, so unknown ones are not forbidden; those that are there stay."""
    nullable: Plain = ["string", "null"]
    day: Context = {"type": nullable, "format": "date"}
    row: Context = {
        "type": "object",
        "properties": {column.name: property_of(column) for column in table.columns},
        "required": [column.name for column in table.columns],
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": table.title,
        "description": table.text,
        "type": "object",
        "properties": {
            "$schema": {"type": "string"},
            "title": {"type": "string"},
            "description": {"type": "string"},
            "publisher": {"type": "string"},
            "licence": {"type": nullable, "format": "uri"},
            "as_of": {"type": "string", "format": "date"},
            "updated": day,
            "illustration": {"type": "boolean"},
            "sample": {"type": "boolean"},
            "fields": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {name: {"type": "string"} for name in ("name", "title", "type")},
                    "required": ["name", "title", "type"],
                },
            },
            "rows": {"type": "array", "items": row},
        },
        "required": ["title", "as_of", "sample", "fields", "rows"],
    }


def property_of(column: Column) -> Context:
    """A column: any value may be missing, which is `null`."""
    kind = "string" if column.type == "date" else column.type
    out: Context = {"title": column.label, "type": [kind, "null"]}
    if column.help:
        out["description"] = column.help
    if column.type == "date":
        out["format"] = "date"
    if column.words:
        out["oneOf"] = [
            {"type": "null"},
            *({"const": value, "title": label} for value, label in column.words),
        ]
    return out

"""Frozen registers as open data."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace

from site_gen.base.traces import remembered
from site_gen.kinds.register.model import Register, RegisterRow
from site_gen.kinds.register.moments import SECTION, in_order
from site_gen.model.entry import Entry
from site_gen.pages.columns import cells, column, columns, computed, inside
from site_gen.pages.contributions import Table, entry_table
from site_gen.rules.snapshot import Snapshot

COLUMNS = (
    *inside(
        lambda row: row[0],
        computed("register", "Mã danh mục", lambda entry: entry.id),
        *columns(Register, "quarter", "frozen_on"),
    ),
    *inside(
        lambda row: row[1],
        *columns(RegisterRow, "title", "topic", "number", "created", "published", "until"),
        column(RegisterRow, "forms", lambda row: ";".join(row.forms)),
        *columns(RegisterRow, "url", "sample"),
    ),
)
"""Of rows that are a register and one of its rows."""


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """Every row of every frozen register, where there is one."""
    if registers := in_order(snapshot):
        rows = [(entry, row) for entry in registers for row in entry.model.rows]
        shown = ("register/list.html", "register/page.html")
        table = entry_table("danh-muc-chot-quy", snapshot.say(SECTION.title), COLUMNS, rows, registers, shown=shown)
        yield replace(table, sample=table.sample or any(row.sample for _, row in rows))


@remembered
def digest_of(snapshot: Snapshot, entry: Entry[Register]) -> str:
    """SHA-256 of a register's rows as the open data holds them, each on a line, so that anybody can reckon it from there."""
    names = [column.name for column in COLUMNS]
    rows = cells(COLUMNS, [(entry, row) for row in entry.model.rows])
    lines = [json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) + "\n" for row in rows]
    return hashlib.sha256("".join(lines).encode()).hexdigest()

"""Procedures of both tiers as open data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.base.messages import msg
from site_gen.kinds.procedure.items import Item, entries_of, items
from site_gen.kinds.procedure.model import ListedProcedure, Procedure, ProcedureList
from site_gen.kinds.procedure.wording import cost, time_of
from site_gen.pages.columns import address, column, computed
from site_gen.pages.contributions import Table, entry_table
from site_gen.rules.snapshot import Snapshot


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """Every procedure once."""
    found = items(snapshot.catalog, snapshot.as_of)
    if not found:
        return
    columns = (
        column(Procedure, "code", lambda item: item.code),
        column(Procedure, "name", lambda item: item.name),
        column(Procedure, "procedure_field", lambda item: item.field),
        column(Procedure, "state", lambda item: item.state),
        column(Procedure, "time_limit", lambda item: time_of(snapshot, item)),
        column(ListedProcedure, "fee", lambda item: cost(snapshot, item)),
        column(Procedure, "online_level", lambda item: item.guide.model.online_level if item.guide else None),
        computed("has_guide", "Có hướng dẫn chi tiết", lambda item: item.guide is not None, "boolean"),
        column(ProcedureList, "source", lambda item: _origin(item)[0]),
        column(ProcedureList, "taken_on", lambda item: _origin(item)[1]),
        column(ListedProcedure, "confidence", lambda item: item.row.confidence if item.row else None),
        address(lambda item: item.url),
    )
    yield entry_table(
        "thu-tuc",
        snapshot.say(msg("Administrative procedures")),
        columns,
        found,
        entries_of(found),
        shown=tuple(f"procedure/{name}.html" for name in ("front", "group", "panel")),
        text=snapshot.say(
            msg(
                "Every procedure that the unit handles, those with a guide of their own and those that are only listed."
            )
        ),
    )


def _origin(item: Item) -> tuple[str | None, date | None]:
    """Where what is shown of a procedure was taken from, and when."""
    if item.guide and item.guide.model.sources:
        source = item.guide.model.sources[0]
        return source.title, source.taken_on
    if item.row and item.list:
        return item.list.model.source, item.row.taken_on or item.list.model.taken_on
    return None, None

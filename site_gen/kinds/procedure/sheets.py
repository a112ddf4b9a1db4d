"""Procedures on the notice board: a list for each field, and a sheet for each guide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from site_gen.base.messages import msg
from site_gen.base.values import Context, Plain, Record, as_printed
from site_gen.base.vietnamese import show_date
from site_gen.kinds.procedure.groups import FIELDS, Group, by_field
from site_gen.kinds.procedure.guide import guide
from site_gen.kinds.procedure.items import Item, entries_of, items
from site_gen.kinds.procedure.model import ListedProcedure, Procedure
from site_gen.kinds.procedure.pages import updated
from site_gen.kinds.procedure.views import origins, row
from site_gen.model.entry import Entry
from site_gen.model.model import label_of
from site_gen.pages.contributions import Sheet
from site_gen.rules.snapshot import Snapshot

MOST_ROWS = 40
"""So many procedures fit on a board, about three pages; of more, the board shows the fields."""
WHOLE, BY_FIELD = "danh-muc", "linh-vuc"
"""Keys of the list of all procedures and of the list of fields."""


def sheets(snapshot: Snapshot) -> Iterator[Sheet]:
    """What applies on the day; a procedure that ended is on no board."""
    live = [item for item in items(snapshot.catalog, snapshot.as_of) if item.applies]
    if not live:
        return
    fields = by_field(live)
    few = len(live) <= MOST_ROWS
    title = snapshot.say(msg("List of administrative procedures"))
    yield _fields(snapshot, fields, standing=not few)
    yield _list(snapshot, WHOLE, "danh-muc", title, FIELDS, fields, standing=few)
    for group in fields:
        title = snapshot.say(msg("List of administrative procedures, field: {field}", field=group.title))
        yield _list(snapshot, group.key, f"linh-vuc-{group.key}", title, group.url, [group])
    for item in live:
        if item.guide is not None:
            guide_sheet = _guide(snapshot, item, item.guide)
            yield guide_sheet
            yield _poster(guide_sheet)


def _fields(snapshot: Snapshot, fields: list[Group], standing: bool) -> Sheet:
    """The fields with how many procedures each has, and where to find them: what a board has room for."""
    mine = [item for group in fields for item in group.items]
    day = updated(mine)
    rows: list[Plain] = [{"title": group.title, "count": len(group.items)} for group in fields]
    return Sheet(
        "procedures",
        BY_FIELD,
        "thu-tuc/linh-vuc",
        snapshot.say(msg("Administrative procedures by field")),
        "fields",
        {"fields": rows},
        FIELDS,
        tuple(entry.path for entry in entries_of(mine)),
        codes=tuple(group.url for group in fields),
        enlarged=False,
        standing=standing,
        updated=show_date(day) if day else "",
        term=snapshot.say(msg("always")),
        sample=any(item.sample for item in mine),
    )


def _poster(guide: Sheet) -> Sheet:
    """The same on one large sheet, to be read from a metre away."""
    name = guide.name.replace("thu-tuc/", "thu-tuc/ap-phich-")
    return replace(guide, group="poster", name=name, template="poster", papers=("a3",), enlarged=False, standing=False)


def _list(
    snapshot: Snapshot, key: str, name: str, title: str, url: str, fields: list[Group], standing: bool = False
) -> Sheet:
    mine = [item for group in fields for item in group.items]
    listing: Context = {
        # What hangs on the board is the list in law, so by legal names.
        "fields": [
            {"title": group.title, "rows": [replace(row(snapshot, item), name=item.name) for item in group.items]}
            for group in fields
        ],
        "sources": origins(snapshot, (item for item in mine if item.guide is None)),
    }
    day = updated(mine)
    return Sheet(
        "procedures",
        key,
        f"thu-tuc/{name}",
        title,
        "procedures",
        _printed(snapshot, listing),
        url,
        tuple(entry.path for entry in entries_of(mine)),
        standing=standing,
        updated=show_date(day) if day else "",
        term=snapshot.say(msg("always")),
        sample=any(item.sample for item in mine),
    )


def _guide(snapshot: Snapshot, item: Item, entry: Entry[Procedure]) -> Sheet:
    found = entry.model
    day = found.updated_at or found.published_at or found.last_checked
    return Sheet(
        "procedure",
        item.code,
        f"thu-tuc/{item.code.lower()}",
        f"{item.name} ({item.code})",
        "procedure",
        _printed(snapshot, guide(snapshot, item, entry)),
        item.url,
        (entry.path,),
        updated=show_date(day) if day else "",
        term=snapshot.say(msg("always")),
        sample=found.sample,
    )


def _printed(snapshot: Snapshot, shown: Record | Context) -> Context:
    """What a sheet is given: the same values as pages, and what they call the fields of a guide."""
    language = snapshot.site.language.value
    labels = {name: label_of(Procedure, name, language) for name in Procedure.model_fields}
    labels["procedure"] = label_of(ListedProcedure, "name", language)
    return {**as_printed(shown), "labels": labels}

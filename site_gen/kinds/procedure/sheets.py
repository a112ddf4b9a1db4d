"""Procedures on the notice board: a list for each field, and a sheet for each guide."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.base.values import Context
from site_gen.base.vietnamese import show_date, slug
from site_gen.kinds.procedure.frame import sources, updated
from site_gen.kinds.procedure.items import Item, items
from site_gen.kinds.procedure.pages import FIELDS, Group, by_field, origins
from site_gen.kinds.procedure.views import guide, row
from site_gen.pages.contributions import Sheet
from site_gen.rules.snapshot import Snapshot


def sheets(snapshot: Snapshot) -> Iterator[Sheet]:
    """What applies on the day; a procedure that ended is on no board."""
    live = [item for item in items(snapshot.catalog, snapshot.as_of) if item.applies]
    if not live:
        return
    term = snapshot.say(msg("always"))
    fields = by_field(live)
    title = snapshot.say(msg("List of administrative procedures"))
    yield _list(snapshot, "", "danh-muc", title, FIELDS, fields, term)
    for group in fields:
        name = slug(group[0])
        title = snapshot.say(msg("List of administrative procedures, field: {field}", field=group[0]))
        yield _list(snapshot, name, f"linh-vuc-{name}", title, group[1], [group], term)
    for item in live:
        if item.guide is not None:
            yield _guide(snapshot, item, term)


def _list(snapshot: Snapshot, key: str, name: str, title: str, url: str, fields: list[Group], term: str) -> Sheet:
    mine = [item for _, _, found in fields for item in found]
    context: Context = {
        "fields": [{"field": field, "rows": [row(snapshot, i) for i in found]} for field, _, found in fields],
        "sources": origins(snapshot, (i for i in mine if i.guide is None)),
    }
    day = updated(mine)
    return Sheet(
        "procedures",
        key,
        f"thu-tuc/{name}",
        title,
        "procedures",
        context,
        url,
        sources(mine),
        standing=not key,
        updated="/".join(reversed(day.split("-"))),
        term=term,
        sample=any(i.sample for i in mine),
    )


def _guide(snapshot: Snapshot, item: Item, term: str) -> Sheet:
    assert item.guide is not None
    found = item.guide.model
    day = found.updated_at or found.published_at or found.last_checked
    return Sheet(
        "procedure",
        item.code,
        f"thu-tuc/{item.code.lower()}",
        f"{item.name} ({item.code})",
        "procedure",
        guide(snapshot, item),
        item.url,
        (item.guide.path,),
        updated=show_date(day) if day else "",
        term=term,
        sample=found.sample,
    )

"""The pages of procedures: the front page, lists by field, by event of life, by unit and by letter, and a page for each guide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Any

from site_gen.base.messages import Message, msg
from site_gen.base.traces import remembered
from site_gen.base.values import Context
from site_gen.kinds.procedure.groups import (
    EVENTS,
    FIELDS,
    LETTERS,
    UNITS,
    Group,
    by_event,
    by_field,
    by_letter,
    by_unit,
)
from site_gen.kinds.procedure.guide import guide
from site_gen.kinds.procedure.items import (
    CHANGES,
    SECTION,
    Item,
    entries_of,
    field_url,
    guide_url,
    headword,
    item_of,
    items,
)
from site_gen.kinds.procedure.model import Procedure, ProcedureList
from site_gen.kinds.procedure.records import Front, Groups, OneGroup, Some, SourceList, Way
from site_gen.kinds.procedure.views import Row, origins, row
from site_gen.model.entry import Entry
from site_gen.pages.fill import fill
from site_gen.pages.frames import Crumbs, Shown, crumbs_below, entry_page, panel
from site_gen.pages.page import Page, Panel
from site_gen.pages.parts import beginning, in_parts, numbered, pieces
from site_gen.rules.snapshot import Link, Snapshot

PER_PAGE, PER_LETTER = 45, 150
"""So many procedures to a page, in a table and in a plain list; a page may not weigh more than 50 kB."""
MOST = 12
"""So many procedures are named on another page; the rest is a link away."""


Rows = Mapping[str, Row]
"""Each procedure as lists show it, by its code."""


def updated(found: Iterable[Item]) -> date | None:
    """The newest change of what is shown of procedures."""
    days = (entry.model.updated_at or entry.model.published_at for entry in entries_of(found))
    return max((day for day in days if day), default=None)


def page_of(
    snapshot: Snapshot, found: Iterable[Item], url: str, title: str, context: Shown, crumbs: Crumbs, **more: Any
) -> Page:
    """A page of several procedures; `more` are further fields of the page."""
    shown = tuple(found)
    day = updated(shown)
    return Page(
        url,
        context.template,
        title,
        context,
        tuple(entry.path for entry in entries_of(shown)),
        crumbs,
        SECTION.menu,
        updated=day,
        sample=any(item.sample for item in shown),
        **more,
    )


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The front page, even where there are no procedures, the lists, and a page for each guide."""
    everything = items(snapshot.catalog, snapshot.as_of)
    live = [item for item in everything if item.applies]
    rows = {item.code: row(snapshot, item) for item in everything}  # each stands in several lists
    found = (
        # What ended stays on the page of its field: old papers and other pages still lead to it.
        (FIELDS, msg("By field"), by_field(everything)),
        (EVENTS, msg("By what happened in life"), by_event(snapshot, live)),
        (UNITS, msg("By unit"), by_unit(snapshot, live)),
        (LETTERS, msg("From A to Z"), by_letter(live)),
    )
    ways = tuple(
        Way(snapshot.say(title), url, sum(group.count > 0 for group in groups))
        for url, title, groups in found
        if groups
    )
    front = Front(
        tuple(rows[item.code] for item in live if item.guide and item.guide.model.common)[:16],
        _ways(found[1][2]),
        ways,
        tuple(
            fill(SourceList, snapshot, entry, count=len(entry.model.rows))
            for entry in snapshot.catalog.all(ProcedureList)
        ),
        len(live),
        sum(item.guide is not None for item in live),
        CHANGES if everything else None,
    )
    yield page_of(snapshot, everything, SECTION.url, snapshot.say(SECTION.title), front, ())
    for url, title, groups in found:
        if groups:
            yield from _grouped(snapshot, rows, url, title, groups)
    for item in everything:
        if item.guide is not None:
            yield guide_page(snapshot, item.guide)


def _ways(groups: Iterable[Group]) -> tuple[Way, ...]:
    return tuple(Way(group.title, group.url, group.count) for group in groups if group.count)


def _grouped(snapshot: Snapshot, rows: Rows, url: str, title: Message, groups: list[Group]) -> Iterator[Page]:
    everything = list(dict.fromkeys(item for group in groups for item in group.items))
    index = Groups(_ways(groups), sum(item.applies for item in everything))
    here = page_of(snapshot, everything, url, snapshot.say(title), index, crumbs_below(snapshot, SECTION))
    yield replace(here, long=("groups",))
    siblings = tuple(Link(group.title, group.url) for group in groups) if url == LETTERS else ()
    crumbs = (*crumbs_below(snapshot, SECTION), (snapshot.say(title), url))
    for group in groups:
        pages = [
            part
            for page in _pages_of(snapshot, rows, url, group, siblings, crumbs)
            for part in in_parts(snapshot, page)
        ]
        yield from numbered(pages, len(group.items), [beginning(headword(_first(page))) for page in pages])


def _first(page: Page) -> str:
    """The name of the first procedure on a page of a group."""
    context = page.context
    assert isinstance(context, OneGroup)
    return [*context.rows, *context.ended][0].name


def _pages_of(
    snapshot: Snapshot, rows: Rows, url: str, group: Group, siblings: tuple[Link, ...], crumbs: Crumbs
) -> Iterator[Page]:
    """The pages of a group."""
    parts = _parts(rows, url, group.items)
    for number, part in enumerate(parts, 1):
        context = OneGroup(
            group.title,
            group.count,
            tuple(rows[item.code] for item in part if item.applies),
            tuple(rows[item.code] for item in part if not item.applies),
            siblings,
            origins(snapshot, part),
            url != FIELDS,
        )
        yield page_of(
            snapshot,
            part,
            _part_url(group.url, number),
            group.title if number == 1 else f"{group.title} ({number}/{len(parts)})",
            context,
            crumbs,
            find=url not in (LETTERS, UNITS) and number == 1,
            # What fits a part of a field is cited there.
            long=("rows", "ended") if url == FIELDS and len(part) > PER_PAGE else (),
        )


def _parts(rows: Rows, url: str, mine: list[Item]) -> list[list[Item]]:
    """A group in parts that fit a page. Where a row of a field stands, its list has settled already."""
    if url == FIELDS:
        # Guides that no list names make the first part long: behind the rows that are cited on it.
        mine = sorted(mine, key=lambda item: item.row is None) if any(item.row for item in mine) else mine
        return [[i for i in mine if i.part == part] for part in range(1, max(i.part for i in mine) + 1)]
    if url == LETTERS:
        sizes = [len(piece) for piece in pieces(((i.called, i.url) for i in mine), most=PER_LETTER, marks=100)]
    else:
        sizes = [len(piece) for piece in pieces((rows[item.code] for item in mine), most=PER_PAGE)]
    rest = iter(mine)
    return [list(islice(rest, size)) for size in sizes]


def _part_url(url: str, number: int) -> str:
    return url if number == 1 else f"{url.removesuffix('.html')}-{number}.html"


@remembered
def guide_page(snapshot: Snapshot, entry: Entry[Procedure]) -> Page:
    """The page of a guide: of many, an edit concerns one."""
    found, item = entry.model, item_of(snapshot.catalog, entry.model.code, snapshot.as_of)
    assert item is not None  # every guide is one
    shown = guide(snapshot, item, entry)
    fields = ((snapshot.say(msg("By field")), FIELDS), (item.field, field_url(item.field, item.part)))
    return entry_page(
        snapshot,
        SECTION,
        entry,
        shown,
        guide_url(item.code),
        item.called,
        formal=item.name,
        crumbs=fields,
        updated=found.updated_at or found.published_at or found.last_checked,
        graph=_nodes(snapshot, found) if item.applies else (),
        share=" · ".join(filter(None, (shown.glance_time, shown.glance_cost))),
    )


def _nodes(snapshot: Snapshot, guide: Procedure) -> tuple[Context, ...]:
    """The procedure as schema.org knows it."""
    node: Context = {
        "@type": "GovernmentService",
        "name": guide.name,
        "identifier": guide.code,
        "serviceType": guide.procedure_field,
    }
    if guide.everyday_name:
        node["alternateName"] = guide.everyday_name
    if guide.summary:
        node["description"] = guide.summary
    if guide.result:
        node["serviceOutput"] = {"@type": "Thing", "name": guide.result}
    if guide.subjects:
        node["audience"] = {"@type": "Audience", "audienceType": ", ".join(snapshot.word(s) for s in guide.subjects)}
    if guide.receiving_point:
        place = snapshot.link("unit", guide.receiving_point).text
        node["availableChannel"] = {"@type": "ServiceChannel", "serviceLocation": {"@type": "Place", "name": place}}
    return (node,)


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """The most needed on the home page; on each unit's page what it receives or decides."""
    live = [item for item in items(snapshot.catalog, snapshot.as_of) if item.applies]
    common = [item for item in live if item.guide and item.guide.model.common]
    if common:
        rows = tuple(row(snapshot, item) for item in common[:8])
        yield panel(("site", "home"), 5, Some(rows, SECTION.url, 0, any(item.sample for item in common)))
    for group in by_unit(snapshot, live):
        chosen = sorted(group.items, key=lambda item: item.guide is None)[:MOST]
        rows = tuple(row(snapshot, item) for item in chosen)
        some = Some(rows, group.url, len(group.items) - len(chosen), any(item.sample for item in chosen))
        yield panel(("unit", group.key), 40, some)

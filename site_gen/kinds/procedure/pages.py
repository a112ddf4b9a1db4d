"""The pages of procedures: one for each guide, and lists by field, by event of life, by unit and by letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_gen.base.messages import Message, msg
from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import show_date, slug, sort_key
from site_gen.kinds.procedure.changes import CHANGES, changes_page
from site_gen.kinds.procedure.choices import LifeEvent
from site_gen.kinds.procedure.frame import SECTION, crumbs, sources, updated
from site_gen.kinds.procedure.items import Item, field_url, guide_url, items, letter, letter_slug
from site_gen.kinds.procedure.model import Procedure, ProcedureList
from site_gen.kinds.procedure.views import guide, row
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Snapshot

FIELDS, EVENTS, UNITS, LETTERS = (
    "thu-tuc/linh-vuc/index.html",
    "thu-tuc/su-kien/index.html",
    "thu-tuc/don-vi/index.html",
    "thu-tuc/a-z.html",
)
PER_PAGE, PER_LETTER = 45, 150
"""So many procedures to a page, in a table and in a plain list; a page may not weigh more than 50 kB."""
Group = tuple[str, str, list[Item]]
"""What a group is called, its address, and what is in it."""


def handlers(snapshot: Snapshot, item: Item) -> list[str]:
    """The ids of the units that receive or decide a procedure; a row that names none belongs to the unit of its list."""
    texts: list[str | None] = [item.row.unit or item.list.model.unit] if item.row and item.list else []
    if item.guide:
        texts += [item.guide.model.receiving_point, item.guide.model.authority]
    names = (snapshot.catalog.named("unit", text) for text in texts if text)
    return list(dict.fromkeys(name.id for name in names if name))


def by_field(everything: Iterable[Item]) -> list[Group]:
    """By field, in the order of a dictionary; spellings that make one address are one field."""
    groups: dict[str, list[Item]] = {}
    for item in everything:
        groups.setdefault(slug(item.field), []).append(item)
    found = [(mine[0].field, field_url(mine[0].field), mine) for mine in groups.values()]
    return sorted(found, key=lambda g: sort_key(g[0]))


def by_event(snapshot: Snapshot, everything: Iterable[Item]) -> list[Group]:
    """By event of life, in the order of the choices."""
    all_ = list(everything)
    found = []
    for event in LifeEvent:
        if mine := [i for i in all_ if event in i.events]:
            word = snapshot.word(event)
            found.append((word[:1].upper() + word[1:], f"thu-tuc/su-kien/{event.value}.html", mine))
    return found


def by_unit(snapshot: Snapshot, everything: Iterable[Item]) -> list[Group]:
    """By the unit that receives or decides."""
    groups: dict[str, list[Item]] = {}
    for item in everything:
        for id in handlers(snapshot, item):
            groups.setdefault(id, []).append(item)
    names = {id: snapshot.catalog.named("unit", id) for id in groups}
    found = [(n.label if (n := names[id]) else id, f"thu-tuc/don-vi/{id}.html", mine) for id, mine in groups.items()]
    return sorted(found, key=lambda g: sort_key(g[0]))


def by_letter(everything: Iterable[Item]) -> list[Group]:
    """By first letter."""
    groups: dict[str, list[Item]] = {}
    for item in everything:
        groups.setdefault(letter(item.name), []).append(item)
    ordered = sorted(groups, key=lambda mark: (mark == "0–9", sort_key(mark)))
    return [(mark, f"thu-tuc/a-z/{letter_slug(mark)}.html", groups[mark]) for mark in ordered]


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """All pages of procedures; the front page is there even where there are none."""
    everything = items(snapshot.catalog, snapshot.as_of)
    live = tuple(i for i in everything if i.applies)
    groups = (
        # What ended stays on the page of its field: old papers and other pages still lead to it.
        (FIELDS, msg("By field"), by_field(everything)),
        (EVENTS, msg("By what happened in life"), by_event(snapshot, live)),
        (UNITS, msg("By unit"), by_unit(snapshot, live)),
        (LETTERS, msg("From A to Z"), by_letter(live)),
    )
    yield _front(snapshot, everything, live, groups)
    if not everything:
        return
    for url, title, found in groups:
        yield from _grouped(snapshot, url, title, found)
    yield changes_page(snapshot, everything)
    for item in everything:
        if item.guide is not None:
            yield _guide(snapshot, item)


def _front(
    snapshot: Snapshot,
    everything: tuple[Item, ...],
    live: tuple[Item, ...],
    groups: tuple[tuple[str, Message, list[Group]], ...],
) -> Page:
    doors: list[Plain] = [
        {"title": snapshot.say(title), "url": url, "count": sum(any(i.applies for i in mine) for _, _, mine in found)}
        for url, title, found in groups
        if found
    ]
    lists: list[Plain] = [
        {
            "title": e.model.title,
            "source": e.model.source,
            "day": show_date(e.model.taken_on),
            "count": len(e.model.rows),
            "note": e.model.note or "",
            "sample": e.model.sample,
        }
        for e in snapshot.catalog.all(ProcedureList)
    ]
    context: Context = {
        "doors": doors,
        "common": [row(snapshot, i) for i in live if i.guide and i.guide.model.common][:16],
        "events": [{"title": t, "url": u, "count": len(f)} for t, u, f in groups[1][2]],
        "lists": lists,
        "count": len(live),
        "guides": sum(i.guide is not None for i in live),
        "changes": CHANGES if everything else "",
    }
    return Page(
        SECTION.url,
        "procedure/front.html",
        snapshot.say(SECTION.title),
        context,
        sources(everything),
        (),
        SECTION.menu,
        updated=updated(everything),
        sample=any(i.sample for i in everything),
    )


def _grouped(snapshot: Snapshot, url: str, title: Message, found: list[Group]) -> Iterator[Page]:
    if not found:
        return
    everything = [i for _, _, mine in found for i in mine]
    rows: list[Plain] = [
        {"title": t, "url": u, "count": count} for t, u, mine in found if (count := sum(i.applies for i in mine))
    ]
    yield Page(
        url,
        "procedure/groups.html",
        snapshot.say(title),
        {"groups": rows, "count": sum(i.applies for i in dict.fromkeys(everything))},
        sources(everything),
        crumbs(snapshot),
        SECTION.menu,
        updated=updated(everything),
        sample=any(i.sample for i in everything),
    )
    siblings: list[Plain] = [{"title": t, "url": u} for t, u, _ in found] if url == LETTERS else []
    for name, here, mine in found:
        pieces = _pieces(url, mine)
        turning: list[Plain] = [{"n": n + 1, "url": _piece_url(here, n)} for n in range(len(pieces))]
        for number, piece in enumerate(pieces):
            context: Context = {
                "name": name,
                "count": sum(i.applies for i in mine),
                "rows": [row(snapshot, i) for i in piece if i.applies],
                "ended": [row(snapshot, i) for i in piece if not i.applies],
                "siblings": siblings,
                "pages": turning if len(turning) > 1 else [],
                "number": number + 1,
                "sources": origins(snapshot, piece),
                "by_field": url == FIELDS,
            }
            yield Page(
                _piece_url(here, number),
                "procedure/group.html",
                name if number == 0 else f"{name} ({number + 1}/{len(pieces)})",
                context,
                sources(piece),
                crumbs(snapshot, (snapshot.say(title), url)),
                SECTION.menu,
                updated=updated(piece),
                find=url not in (LETTERS, UNITS) and number == 0,
                sample=any(i.sample for i in piece),
                long=("rows", "ended")
                if url == FIELDS and len(piece) > PER_PAGE
                else (),  # what fits a piece is cited there
            )


def origins(snapshot: Snapshot, found: Iterable[Item]) -> list[Plain]:
    """The lists that rows were taken from, who keeps them, and when."""
    lists = {i.list.id: i.list.model for i in found if i.list is not None}
    return [
        {"source": m.source, "day": show_date(m.taken_on), "unit": snapshot.link("unit", m.unit)}
        for m in lists.values()
    ]


def _pieces(url: str, mine: list[Item]) -> list[list[Item]]:
    """A group in pieces that fit a page. Where a row of a field stands, its list has settled already."""
    if url == FIELDS:
        return [[i for i in mine if i.part == part] for part in range(1, max(i.part for i in mine) + 1)]
    most = PER_LETTER if url == LETTERS else PER_PAGE
    return [mine[n : n + most] for n in range(0, len(mine), most)]


def _piece_url(url: str, number: int) -> str:
    return url if number == 0 else f"{url.removesuffix('.html')}-{number + 1}.html"


def _guide(snapshot: Snapshot, item: Item) -> Page:
    assert item.guide is not None
    found = item.guide.model
    day = found.updated_at or found.published_at or found.last_checked
    return Page(
        guide_url(item.code),
        "procedure/page.html",
        item.name,
        guide(snapshot, item),
        (item.guide.path,),
        crumbs(snapshot, (snapshot.say(msg("By field")), FIELDS), (item.field, field_url(item.field, item.part))),
        SECTION.menu,
        ("procedure", item.guide.id),
        updated=day.isoformat() if day else "",
        sample=found.sample,
        graph=_nodes(snapshot, found) if item.applies else (),
    )


def _nodes(snapshot: Snapshot, guide: Procedure) -> tuple[Context, ...]:
    """The procedure as schema.org knows it."""
    node: Context = {
        "@type": "GovernmentService",
        "name": guide.name,
        "identifier": guide.code,
        "serviceType": guide.procedure_field,
    }
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

"""The page of a scorecard: lost points first, declared against computed, the tree, remedies by role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from site_gen.base.messages import Message, msg, say
from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import show_number
from site_gen.kinds.scorecard.model import Scorecard
from site_gen.kinds.scorecard.tree import Node, add, walk
from site_gen.kinds.scorecard.views import (
    area_urls,
    criterion,
    lost_place,
    lost_places,
    places,
    roles_of,
    share,
    summary,
    url,
)
from site_gen.model.entry import Entry
from site_gen.pages.contributions import Section
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Snapshot

SECTION = Section(
    "cong-khai",
    "chi-so/index.html",
    msg("PAR Index scorecards"),
    msg("Points reached, points lost, why, and who mends it."),
    80,
)
MOST_LOST = 10


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The list and a page for each scorecard."""
    cards = sorted(snapshot.catalog.all(Scorecard), key=lambda e: (-e.model.year_assessed, e.id))
    title = say(msg("PAR Index scorecards"), snapshot.catalog.site.language.value)
    rows: list[Plain] = [summary(snapshot, card) for card in cards]
    yield Page(
        "chi-so/index.html",
        "scorecard/list.html",
        title,
        {"cards": rows},
        tuple(c.path for c in cards),
        (),
        SECTION.menu,
        updated=max((_updated(c) for c in cards), default=""),
        long=("cards",),
    )
    for card in cards:
        yield from _pages(snapshot, card, title)


def _updated(entry: Entry[Scorecard]) -> str:
    day = entry.model.updated_at or entry.model.published_at or entry.model.published_on
    return day.isoformat() if day else ""


def _pages(snapshot: Snapshot, entry: Entry[Scorecard], section_title: str) -> Iterator[Page]:
    """The page of a scorecard; where it is long, one for each area and one for the remedies besides."""
    card = entry.model
    urls = area_urls(entry)
    split = any(urls)
    base = url(entry.id).removesuffix(".html")
    areas = [criterion(snapshot, c, u) for c, u in zip(card.criteria, urls, strict=True)]
    roles = roles_of(snapshot, card, places(entry))
    remedies = f"{base}/khac-phuc.html" if split and roles else ""
    yield _page(snapshot, entry, section_title, {"areas": areas, "roles": roles, "remedies": remedies, "split": split})
    if not split:
        return
    crumbs = ((section_title, "chi-so/index.html"), (card.title, url(entry.id)))
    names = [f"{c.no}. {c.label}" if c.no else c.label for c in card.criteria]
    near: list[Context] = [{"url": u, "text": name} for u, name in zip(urls, names, strict=True)]
    for number, (c, u, name) in enumerate(zip(card.criteria, urls, names, strict=True)):
        context: Context = {
            "card": summary(snapshot, entry),
            "area": criterion(snapshot, c),
            "previous": near[number - 1] if number else {},
            "following": near[number + 1] if number + 1 < len(near) else {},
        }
        yield Page(
            u, "scorecard/area.html", name, context, (entry.path,), crumbs, SECTION.menu, updated=_updated(entry)
        )
    if remedies:
        yield Page(
            remedies,
            "scorecard/remedies.html",
            snapshot.say(msg("Who mends what")),
            {"card": summary(snapshot, entry), "roles": roles},
            (entry.path,),
            crumbs,
            SECTION.menu,
            ("scorecard", entry.id),
            updated=_updated(entry),
        )


def _page(snapshot: Snapshot, entry: Entry[Scorecard], section_title: str, tree: Context) -> Page:
    card = entry.model
    parts = [c.declared.value for c in card.criteria if c.declared]
    lost = lost_places(card)
    nodes = list(walk(card))
    anchors = {n.key: f"tc-{n.key}" for n in nodes}
    notes = snapshot.notes_of(entry.path)
    notes = [replace(note, anchor=anchors.get(note.item, "")) for note in notes]
    context: Context = {
        "card": summary(snapshot, entry),
        "decision": snapshot.document(card.decision) if card.decision else {},
        "scheme": snapshot.document(card.scheme) if card.scheme else {},
        "summary": card.summary or "",
        "components": [
            {"name": c.name, "score": str(c.score), "max": str(c.max or ""), "share": share(c.score, c.max)}
            for c in card.components
        ],
        "computed": show_number(add(parts)) if parts else "",
        "lost": [lost_place(snapshot, n) for n in lost[:MOST_LOST]],
        "lost_count": len(lost),
        **_short_of_maximum(card, lost),
        **tree,
        "notes": notes,
        "years_stated": [str(year) for year in card.years_stated],
        "count": len(nodes),
    }
    return Page(
        url(entry.id),
        "scorecard/page.html",
        _title(snapshot, card),
        context,
        (entry.path,),
        ((section_title, "chi-so/index.html"),),
        SECTION.menu,
        # What other kinds say of its remedies stands on the page of remedies, where there is one.
        ("", "") if tree["remedies"] else ("scorecard", entry.id),
        updated=_updated(entry),
    )


def _short_of_maximum(card: Scorecard, lost: list[Node]) -> Context:
    """What the named losses add up to, what the total lacks, and the points of which the document does not say where."""
    named = add([n.lost for n in lost if n.lost])
    short = card.total_max.value - card.total_declared.value if card.total_max and card.criteria else None
    return {
        "lost_sum": show_number(named),
        "lost_total": show_number(short) if short is not None else "",
        "lost_elsewhere": show_number(short - named) if short is not None and short > named else "",
    }


def _title(snapshot: Snapshot, card: Scorecard) -> str:
    def text(message: Message) -> str:
        return say(message, snapshot.catalog.site.language.value)

    total, unit = show_number(card.total_declared.value), card.total_unit
    words = (
        text(
            msg(
                "PAR Index {year}: {total} out of {max} points",
                year=str(card.year_assessed),
                total=total,
                max=show_number(card.total_max.value),
            )
        )
        if card.total_max
        else text(
            msg(
                "PAR Index {year}: {total}",
                year=str(card.year_assessed),
                total=total + (unit if unit == "%" else f"\u00a0{unit}"),
            )
        )
    )
    if card.grade:
        words += ", " + text(msg("grade {grade}", grade=snapshot.word(card.grade)))
    if card.rank:
        words += ", " + text(msg("rank {rank}", rank=card.rank))
    return words

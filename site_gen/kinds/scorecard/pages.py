"""The pages of scorecards: largest losses first, declared against computed, the tree, remedies by role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from site_gen.base.messages import msg
from site_gen.base.vietnamese import NBSP, show_number
from site_gen.kinds.scorecard.model import Scorecard
from site_gen.kinds.scorecard.moments import in_order, url
from site_gen.kinds.scorecard.records import Area, Index, Newest, Remedies, ShownComponent, UnitScore, UnitScores, Whole
from site_gen.kinds.scorecard.tree import Node, add, area_urls, largest_losses, lost_at, walk
from site_gen.kinds.scorecard.views import (
    Proved,
    Role,
    card_of,
    criterion,
    loss,
    proved,
    roles_of,
    score_bar,
    sentences,
)
from site_gen.kinds.scorecard.years import areas, results, years
from site_gen.model.entry import Entry
from site_gen.pages.charts.scale import bar_scale
from site_gen.pages.contributions import Section
from site_gen.pages.fill import fill
from site_gen.pages.frames import crumbs_below, entry_page, index_page, panel, panels_by_unit
from site_gen.pages.page import Page, Panel
from site_gen.rules.snapshot import Link, Snapshot

SECTION = Section(
    "cong-khai",
    "chi-so/index.html",
    msg("PAR Index scorecards"),
    msg("Points reached, points lost, why, and who puts it right."),
    80,
)
MOST_LOST = 10


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The list and a page for each scorecard; where it is long, one for each area and one for the remedies besides."""
    cards = in_order(snapshot)
    yield index_page(
        snapshot,
        SECTION,
        Index(tuple(card_of(snapshot, entry) for entry in cards)),
        cards,
        updated=max((day for entry in cards if (day := _updated(entry.model))), default=None),
        long=("cards",),
    )
    for entry in cards:
        yield from _pages(snapshot, entry)


def _updated(card: Scorecard) -> date | None:
    return card.updated_at or card.published_at or card.published_on


def _pages(snapshot: Snapshot, entry: Entry[Scorecard]) -> Iterator[Page]:
    card, roles, proof = entry.model, roles_of(snapshot, entry), proved(snapshot, entry)
    urls = [there for there in area_urls(entry) if there]
    remedies = f"{url(entry.id).removesuffix('.html')}/khac-phuc.html" if urls and roles else None
    whole = _whole(snapshot, entry, roles, remedies, proof)
    main = entry_page(
        snapshot, SECTION, entry, whole, url(entry.id), _title(snapshot, card), updated=_updated(card), share=card.title
    )
    # What other kinds say of its remedies stands on the page of remedies, where there is one.
    yield replace(main, subject=("", "")) if remedies else main
    below = replace(main, share=None, crumbs=(*crumbs_below(snapshot, SECTION), (card.title, main.url)))
    near = [
        Link(f"{c.no}. {c.label}" if c.no else c.label, there) for c, there in zip(card.criteria, urls, strict=False)
    ]
    for number, here in enumerate(near):
        area = Area(
            whole.card,
            criterion(snapshot, card.criteria[number], proof),
            near[number - 1] if number else None,
            near[number + 1] if number + 1 < len(near) else None,
        )
        yield replace(
            below,
            url=here.url,
            template=area.template,
            title=here.text,
            context=area,
            subject=("scorecard area", here.url),
        )
    if remedies:
        shown = Remedies(whole.card, roles)
        title = snapshot.say(msg("Who puts what right"))
        yield replace(below, url=remedies, template=shown.template, title=title, context=shown)


def _whole(
    snapshot: Snapshot, entry: Entry[Scorecard], roles: tuple[Role, ...], remedies: str | None, proof: Proved
) -> Whole:
    card, urls, beside = entry.model, area_urls(entry), results(snapshot, entry)
    parts = [c.declared.value for c in card.criteria if c.declared]
    lost, keys = largest_losses(card), [n.key for n in walk(card)]
    named = add([n.lost for n in lost if n.lost])
    short = card.total_max.value - card.total_declared.value if card.total_max and card.criteria else None
    of_areas = bar_scale([c.max.value for c in card.criteria if c.max])
    of_parts = bar_scale([part.max.value for part in card.components if part.max])
    notes = [
        replace(note, anchor=f"tc-{note.item}") if note.item in keys else note for note in snapshot.notes_of(entry.path)
    ]
    return fill(
        Whole,
        snapshot,
        entry,
        card=card_of(snapshot, entry),
        components=tuple(
            fill(ShownComponent, snapshot, part, bar=score_bar(snapshot, part.score, part.max, of_parts))
            for part in card.components
        ),
        count=len(keys),
        computed=show_number(add(parts)) if parts else None,
        lost=tuple(loss(snapshot, n) for n in lost[:MOST_LOST]),
        lost_count=len(lost),
        lost_sum=show_number(named),
        lost_total=show_number(short) if short is not None else None,
        lost_elsewhere=show_number(short - named) if short is not None and short > named else None,
        area_bars=tuple(score_bar(snapshot, c.declared, c.max, of_areas) for c in card.criteria),
        area_axis=of_areas.axis(),
        worst=_worst(snapshot, card),
        years=years(snapshot, beside),
        area_years=areas(beside),
        areas=tuple(criterion(snapshot, c, proof, there) for c, there in zip(card.criteria, urls, strict=True)),
        split=any(urls),
        roles=roles,
        remedies=remedies,
        notes=notes,
    )


def _worst(snapshot: Snapshot, card: Scorecard) -> str | None:
    """The area that lost most, None where none is known to have lost any."""
    lost = [(points, c) for c in card.criteria if (points := lost_at(c)) is not None and points > 0]
    if not lost:
        return None
    points, area = max(lost, key=lambda pair: pair[0])
    return snapshot.say(msg("Most was lost in {area}: {points} points", area=area.label, points=show_number(points)))


def _title(snapshot: Snapshot, card: Scorecard) -> str:
    """The result in one line: year, points, grade, rank."""
    year, total, unit = str(card.year_assessed), str(card.total_declared), card.total_unit
    if card.total_max:
        first = msg("PAR Index {year}: {total} out of {max} points", year=year, total=total, max=str(card.total_max))
    else:
        first = msg("PAR Index {year}: {total}", year=year, total=total + (unit if unit == "%" else NBSP + unit))
    parts = [snapshot.say(first)]
    if card.grade:
        parts.append(snapshot.say(msg("grade {grade}", grade=snapshot.word(card.grade))))
    if card.rank:
        parts.append(snapshot.say(msg("rank {rank}", rank=card.rank)))
    return ", ".join(parts)


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """The newest scorecard on the home page, or that there is none; on a unit's page the scores in its charge."""
    cards = in_order(snapshot)
    yield panel(("site", "home"), 20, Newest(card_of(snapshot, cards[0]) if cards else None))
    rows = [row for entry in cards for node in walk(entry.model) for row in _in_charge(snapshot, entry, node)]
    yield from panels_by_unit(snapshot, 30, rows, UnitScores)


def _in_charge(snapshot: Snapshot, entry: Entry[Scorecard], node: Node) -> Iterator[tuple[str, UnitScore]]:
    c = node.criterion
    names = (name for name in (c.unit, *c.assignee_roles) if name)
    for unit in sorted({id for name in names if (id := snapshot.unit_id(name))}):
        yield (
            unit,
            fill(
                UnitScore,
                snapshot,
                c,
                url=f"{url(entry.id)}#tc-{node.key}",
                year=entry.model.year_assessed,
                bar=score_bar(snapshot, c.declared, c.max),
                lost=show_number(node.lost) if node.lost else None,
                remedy=sentences(c.remedy),
            ),
        )

"""The page of a scorecard: lost points first, declared against computed, the tree, remedies by role."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from site_gen.base.messages import Message, msg, say
from site_gen.base.vietnamese import show_date, show_number
from site_gen.kinds.scorecard.model import Criterion, Scorecard
from site_gen.kinds.scorecard.tree import Node, add, key_of, walk
from site_gen.model.entry import Entry
from site_gen.model.figures import Figure
from site_gen.model.period import Period
from site_gen.pages.edition import Edition
from site_gen.pages.offer import Disclosure, Section
from site_gen.pages.page import Context, Page, Panel, Plain

SECTION = Section(
    "cong-khai",
    "chi-so/index.html",
    msg("PAR Index scorecards"),
    msg("Points reached, points lost, why, and who mends it."),
    80,
)
MOST_LOST = 10
MOST = 60
"""A scorecard with more criteria than this has a page for each area, so that none is heavier than 50 kB."""


def url(id: str) -> str:
    """Address of a scorecard."""
    return f"chi-so/{id}.html"


def pages(edition: Edition) -> Iterator[Page]:
    """The list and a page for each scorecard."""
    cards = sorted(edition.catalog.all(Scorecard), key=lambda e: (-e.model.year_assessed, e.id))
    title = say(msg("PAR Index scorecards"), edition.catalog.site.language.value)
    rows: list[Plain] = [summary(edition, card) for card in cards]
    yield Page(
        "chi-so/index.html",
        "scorecard/list.html",
        title,
        {"cards": rows},
        tuple(c.path for c in cards),
        (),
        SECTION.menu,
        updated=max((_updated(c) for c in cards), default=""),
    )
    for card in cards:
        yield from _pages(edition, card, title)


def _updated(entry: Entry[Scorecard]) -> str:
    day = entry.model.updated_at or entry.model.published_at or entry.model.published_on
    return day.isoformat() if day else ""


def summary(edition: Edition, entry: Entry[Scorecard]) -> Context:
    """What lists and panels say of a scorecard."""
    card = entry.model
    return {
        "title": card.title,
        "url": url(entry.id),
        "year": card.year_assessed,
        "total": show_number(card.total_declared.value),
        "unit_of_total": card.total_unit if card.total_unit == "%" else f"\u00a0{card.total_unit}",
        "max": show_number(card.total_max.value) if card.total_max else "",
        "rank": card.rank or "",
        "grade": edition.word(card.grade),
        "published": show_date(card.published_on) if card.published_on else "",
        "unit": edition.link("unit", card.unit),
    }


def _share(score: Figure | None, most: Figure | None) -> float:
    """How much of the maximum was reached, in percent with one decimal, for the width of a bar."""
    if score is None or most is None or not most.value:
        return 0.0
    return float(round(min(max(score.value / most.value, Decimal(0)), Decimal(1)) * 100, 1))


def criterion(edition: Edition, c: Criterion, url: str = "") -> Context:
    """A criterion with everything below it; `url` is the page that tells all of it, where that is another."""
    lost = c.max.value - c.declared.value if c.max and c.declared else None
    return {
        "key": key_of(c),
        "no": c.no or "",
        "label": c.label,
        "score": str(c.declared or ""),
        "max": str(c.max or ""),
        "share": _share(c.declared, c.max),
        "lost": show_number(lost) if lost else "",
        "self": str(c.self_score or "") if c.appraised_score else "",
        "appraised": str(c.appraised_score or ""),
        "verbatim": c.verbatim or "",
        "requirement": c.requirement or "",
        "deductions": [{"points": str(d.points or ""), "reason": d.reason} for d in c.deductions],
        "remedy": [sentence(r) for r in c.remedy],
        "roles": list(c.assignee_roles),
        "unit": edition.link("unit", c.unit) if c.unit else {},
        "deadline": c.deadline or "",
        "fixed": bool(c.fixed),
        "partial": c.partial,
        "note": c.note or "",
        "url": url,
        "children": [criterion(edition, child, url) for child in c.children],
    }


def lost_places(card: Scorecard) -> list[Node]:
    """Where points were lost, most first: the lowest criteria whose own figures show a loss."""
    nodes = [
        n
        for n in walk(card)
        if n.lost
        and (
            n.is_leaf or not any(c.max and c.declared and c.max.value > c.declared.value for c in n.criterion.children)
        )
    ]
    return sorted(nodes, key=lambda n: (-(n.lost or 0), n.loc))


def _lost(edition: Edition, node: Node) -> Context:
    c = node.criterion
    chain = (*node.parents[1:], c)
    remedy = next((x.remedy for x in reversed(chain) if x.remedy), ())
    roles = next((x.assignee_roles for x in reversed(chain) if x.assignee_roles), ())
    parent = node.parents[-1] if node.parents else None
    return {
        "no": c.no or (parent.no if parent else "") or "",
        "key": node.key,
        "label": c.label,
        "area": node.parents[0].label if node.parents else "",
        "score": str(c.declared),
        "max": str(c.max),
        "lost": show_number(node.lost or 0),
        "share": _share(c.declared, c.max),
        # A parent stands for children whose own points the document leaves out.
        "reasons": [sentence(d.reason) for x in (c, *c.children) for d in x.deductions],
        "remedy": [sentence(r) for r in (remedy or tuple(r for x in c.children for r in x.remedy))],
        "roles": list(roles),
        "fixed": bool(c.fixed),
    }


def sentence(text: str) -> str:
    """Closed with a full stop, so that several can stand in a row."""
    return text if text.endswith((".", "!", "?", "…")) else text + "."


def _roles(edition: Edition, card: Scorecard, urls: dict[str, str]) -> list[Plain]:
    """Remedies by role: those named at criteria and those assigned in the plan's second half."""
    by_role: dict[str, dict[str, Plain]] = {}

    def of(role: str) -> dict[str, Plain]:
        if role not in by_role:
            by_role[role] = {"role": role, "unit": edition.link("unit", role), "criteria": [], "tasks": []}
        return by_role[role]

    for node in walk(card):
        for role in node.criterion.assignee_roles:
            rows = of(role)["criteria"]
            assert isinstance(rows, list)
            rows.append(
                {
                    "key": node.key,
                    "url": urls.get(node.key, ""),
                    "no": node.criterion.no or "",
                    "label": node.criterion.label,
                    "remedy": [sentence(r) for r in node.criterion.remedy],
                }
            )
    for remedy in card.remedies:
        mine = of(remedy.role)
        if remedy.unit:
            mine["unit"] = edition.link("unit", remedy.unit)
        rows = mine["tasks"]
        assert isinstance(rows, list)
        rows += [{"text": text, "deadline": remedy.deadline or ""} for text in remedy.tasks]
    return list(by_role.values())


def _pages(edition: Edition, entry: Entry[Scorecard], section_title: str) -> Iterator[Page]:
    """The page of a scorecard; where it is long, one for each area and one for the remedies besides."""
    card = entry.model
    split = len(list(walk(card))) > MOST
    base = url(entry.id).removesuffix(".html")
    urls = [f"{base}/{number}.html" if split else "" for number in range(1, len(card.criteria) + 1)]
    areas = [criterion(edition, c, u) for c, u in zip(card.criteria, urls, strict=True)]
    where = {n.key: urls[n.loc[1]] for n in walk(card) if isinstance(n.loc[1], int)}
    roles = _roles(edition, card, where)
    remedies = f"{base}/khac-phuc.html" if split and roles else ""
    yield _page(edition, entry, section_title, {"areas": areas, "roles": roles, "remedies": remedies, "split": split})
    if not split:
        return
    crumbs = ((section_title, "chi-so/index.html"), (card.title, url(entry.id)))
    names = [f"{c.no}. {c.label}" if c.no else c.label for c in card.criteria]
    near: list[Context] = [{"url": u, "text": name} for u, name in zip(urls, names, strict=True)]
    for number, (c, u, name) in enumerate(zip(card.criteria, urls, names, strict=True)):
        context: Context = {
            "card": summary(edition, entry),
            "area": criterion(edition, c),
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
            edition.say(msg("Who mends what")),
            {"card": summary(edition, entry), "roles": roles},
            (entry.path,),
            crumbs,
            SECTION.menu,
            updated=_updated(entry),
        )


def _page(edition: Edition, entry: Entry[Scorecard], section_title: str, tree: Context) -> Page:
    card = entry.model
    parts = [c.declared.value for c in card.criteria if c.declared]
    lost = lost_places(card)
    nodes = list(walk(card))
    anchors: dict[str, Plain] = {n.key: f"tc-{n.key}" for n in nodes}
    notes = edition.notes_of(entry.path)
    for note in notes:
        assert isinstance(note, dict)
        note["anchor"] = anchors.get(str(note["item"]), "")
    context: Context = {
        "card": summary(edition, entry),
        "decision": edition.document(card.decision) if card.decision else {},
        "scheme": edition.document(card.scheme) if card.scheme else {},
        "summary": card.summary or "",
        "components": [
            {"name": c.name, "score": str(c.score), "max": str(c.max or ""), "share": _share(c.score, c.max)}
            for c in card.components
        ],
        "computed": show_number(add(parts)) if parts else "",
        "lost": [_lost(edition, n) for n in lost[:MOST_LOST]],
        "lost_count": len(lost),
        "lost_total": show_number(card.total_max.value - card.total_declared.value)
        if card.total_max and card.criteria
        else "",
        **tree,
        "notes": notes,
        "count": len(nodes),
    }
    return Page(
        url(entry.id),
        "scorecard/page.html",
        _title(edition, card),
        context,
        (entry.path,),
        ((section_title, "chi-so/index.html"),),
        SECTION.menu,
        ("scorecard", entry.id),
        updated=_updated(entry),
    )


def _title(edition: Edition, card: Scorecard) -> str:
    def text(message: Message) -> str:
        return say(message, edition.catalog.site.language.value)

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
        words += ", " + text(msg("grade {grade}", grade=edition.word(card.grade)))
    if card.rank:
        words += ", " + text(msg("rank {rank}", rank=card.rank))
    return words


def panels(edition: Edition) -> Iterator[Panel]:
    """The newest scorecard on the home page; on a unit's page the scores in its charge."""
    cards = sorted(edition.catalog.all(Scorecard), key=lambda e: (-e.model.year_assessed, e.id))
    if cards:
        yield Panel(("site", "home"), 20, "scorecard/home_panel.html", {"card": summary(edition, cards[0])})
    units: dict[str, list[Plain]] = {}
    for entry in cards:
        for node in walk(entry.model):
            texts = {t for t in (node.criterion.unit, *node.criterion.assignee_roles) if t}
            for id in sorted({n.id for t in texts if (n := edition.catalog.named("unit", t))}):
                c = node.criterion
                units.setdefault(id, []).append(
                    {
                        "no": c.no or "",
                        "label": c.label,
                        "score": str(c.declared or ""),
                        "max": str(c.max or ""),
                        "share": _share(c.declared, c.max),
                        "lost": show_number(node.lost) if node.lost else "",
                        "remedy": [sentence(r) for r in c.remedy],
                        "url": f"{url(entry.id)}#tc-{node.key}",
                        "year": entry.model.year_assessed,
                    }
                )
    for id, rows in units.items():
        yield Panel(("unit", id), 30, "scorecard/unit_panel.html", {"criteria": rows})


def disclosures(edition: Edition) -> Iterator[Disclosure]:
    """Each scorecard, as the register lists it."""
    for entry in edition.catalog.all(Scorecard):
        card = entry.model
        unit = edition.catalog.named("unit", card.unit)
        yield Disclosure(
            "scorecard",
            card.title,
            url(entry.id),
            created=card.published_on,
            published=card.published_at,
            number=(card.decision.number or "") if card.decision else "",
            period=Period.of(card.year_assessed, 1, 12),
            unit=unit.id if unit else "",
            entry=entry.path,
            sample=card.sample,
        )

"""What a page shows of a scorecard: its sums, its criteria, the places where most was lost, remedies by role."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import show_date, show_number
from site_gen.kinds.scorecard.model import Criterion, Scorecard
from site_gen.kinds.scorecard.tree import Node, key_of, walk
from site_gen.model.catalog import Name
from site_gen.model.entry import Entry
from site_gen.model.figures import Figure
from site_gen.rules.snapshot import Snapshot

MOST = 60
"""A scorecard with more criteria than this has a page for each area, so that none is heavier than 50 kB."""


def url(id: str) -> str:
    """Address of a scorecard."""
    return f"chi-so/{id}.html"


def summary(snapshot: Snapshot, entry: Entry[Scorecard]) -> Context:
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
        "grade": snapshot.word(card.grade),
        "published": show_date(card.published_on) if card.published_on else "",
        "unit": snapshot.link("unit", card.unit),
    }


def area_urls(entry: Entry[Scorecard]) -> list[str]:
    """The page of each area, in order; empty where everything stands on the scorecard's own page."""
    split = sum(1 for _ in walk(entry.model)) > MOST
    base = url(entry.id).removesuffix(".html")
    return [f"{base}/{number}.html" if split else "" for number in range(1, len(entry.model.criteria) + 1)]


def places(entry: Entry[Scorecard]) -> dict[str, str]:
    """The page on which each criterion is told in full, by key; empty for the scorecard's own."""
    urls = area_urls(entry)
    return {n.key: urls[n.loc[1]] for n in walk(entry.model) if isinstance(n.loc[1], int)}


def listed(entry: Entry[Scorecard]) -> Iterator[Name]:
    """Every criterion under `scorecard/number`, by which other content names it."""
    where = places(entry)
    for node in walk(entry.model):
        here = f"{where[node.key] or url(entry.id)}#tc-{node.key}"
        for text in dict.fromkeys(x for x in (node.key, node.criterion.no) if x):
            yield Name(
                "criterion", f"{entry.id}/{node.key}", f"{entry.id}/{text}", node.criterion.label, here, listed=True
            )


def share(score: Figure | None, most: Figure | None) -> float:
    """How much of the maximum was reached, in percent with one decimal, for the width of a bar."""
    if score is None or most is None or not most.value:
        return 0.0
    return float(round(min(max(score.value / most.value, Decimal(0)), Decimal(1)) * 100, 1))


def criterion(snapshot: Snapshot, c: Criterion, url: str = "") -> Context:
    """A criterion with everything below it; `url` is the page that tells all of it, where that is another."""
    lost = c.max.value - c.declared.value if c.max and c.declared else None
    return {
        "key": key_of(c),
        "no": c.no or "",
        "label": c.label,
        "score": str(c.declared or ""),
        "max": str(c.max or ""),
        "share": share(c.declared, c.max),
        "lost": show_number(lost) if lost else "",
        "lost_declared": str(c.lost_declared) if c.lost_declared and c.lost_declared.value != lost else "",
        "self": str(c.self_score or "") if c.appraised_score else "",
        "appraised": str(c.appraised_score or ""),
        "verbatim": c.verbatim or "",
        "requirement": c.requirement or "",
        "deductions": [{"points": str(d.points or ""), "reason": d.reason} for d in c.deductions],
        "remedy": [sentence(r) for r in c.remedy],
        "roles": list(c.assignee_roles),
        "unit": snapshot.link("unit", c.unit) if c.unit else {},
        "deadline": c.deadline or "",
        "fixed": bool(c.fixed),
        "evidence": [snapshot.document(e) for e in c.evidence],
        "partial": c.partial,
        "note": c.note or "",
        "url": url,
        "children": [criterion(snapshot, child, url) for child in c.children],
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


def lost_place(snapshot: Snapshot, node: Node) -> Context:
    """One place where points were lost, why, and what mends it."""
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
        "share": share(c.declared, c.max),
        # A parent stands for children whose own points the document leaves out.
        "reasons": [sentence(d.reason) for x in (c, *c.children) for d in x.deductions],
        "remedy": [sentence(r) for r in (remedy or tuple(r for x in c.children for r in x.remedy))],
        "roles": list(roles),
        "deadline": next((x.deadline for x in reversed(chain) if x.deadline), ""),
        "fixed": bool(c.fixed),
    }


def sentence(text: str) -> str:
    """Closed with a full stop, so that several can stand in a row."""
    return text if text.endswith((".", "!", "?", "…")) else text + "."


def roles_of(snapshot: Snapshot, card: Scorecard, urls: dict[str, str]) -> list[Plain]:
    """Remedies by role: those named at criteria and those assigned in the plan's second half."""
    by_role: dict[str, dict[str, Plain]] = {}

    def of(role: str) -> dict[str, Plain]:
        if role not in by_role:
            by_role[role] = {"role": role, "unit": snapshot.link("unit", role), "criteria": [], "tasks": []}
        return by_role[role]

    nobody: list[Plain] = []
    for node in walk(card):
        c = node.criterion
        mine: Context = {
            "key": node.key,
            "url": urls.get(node.key, ""),
            "no": c.no or "",
            "label": c.label,
            "remedy": [sentence(r) for r in c.remedy],
            "deadline": c.deadline or "",
        }
        for role in c.assignee_roles:
            rows = of(role)["criteria"]
            assert isinstance(rows, list)
            rows.append(mine)
        if c.remedy and not any(x.assignee_roles for x in (*node.parents, c)):
            nobody.append(mine)
    for remedy in card.remedies:
        assigned = of(remedy.role)
        if remedy.unit:
            assigned["unit"] = snapshot.link("unit", remedy.unit)
        rows = assigned["tasks"]
        assert isinstance(rows, list)
        rows += [{"no": remedy.no or "", "text": text, "deadline": remedy.deadline or ""} for text in remedy.tasks]
    unassigned: list[Plain] = (
        [{"role": "", "unit": {"text": "", "url": ""}, "criteria": nobody, "tasks": []}] if nobody else []
    )
    return [*by_role.values(), *unassigned]

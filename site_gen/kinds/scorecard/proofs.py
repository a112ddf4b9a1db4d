"""What a scorecard asks to be proved: its criteria, each with its papers and the points that hang on them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from site_gen.base.traces import remembered
from site_gen.kinds.scorecard.model import Scorecard
from site_gen.kinds.scorecard.moments import in_order, url
from site_gen.kinds.scorecard.tree import Node, key_of, places, walk
from site_gen.model.entry import Entry
from site_gen.pages.evidence import paper_of
from site_gen.pages.proofs import ProofLine, ProofSet, only_once
from site_gen.rules.snapshot import Snapshot


def proofs(snapshot: Snapshot) -> Iterator[ProofSet]:
    """Every scorecard, the newest first."""
    return (proof_of(snapshot, entry) for entry in in_order(snapshot))


@remembered
def proof_of(snapshot: Snapshot, entry: Entry[Scorecard]) -> ProofSet:
    """A scorecard: its lowest criteria, and those above them that ask for papers themselves."""
    card, end = entry.model, snapshot.site.valid_to
    day = min(snapshot.as_of, end or snapshot.as_of)
    nodes = list(walk(card))
    above = {node.key: tuple(key_of(parent) for parent in node.parents) for node in nodes}
    where = places(entry)

    def line(node: Node) -> ProofLine:
        c = node.criterion
        units = (c.unit,) if c.unit else c.assignee_roles
        return ProofLine(
            node.key,
            c.no or next((parent.no for parent in reversed(node.parents) if parent.no), ""),
            c.label,
            f"{where[node.key] or url(entry.id)}#tc-{node.key}",
            f"{entry.id}#{node.key}",
            key_of((*node.parents, c)[0]),
            tuple(paper_of(snapshot, paper, day, card.year_assessed, units) for paper in c.evidence),
            units,
            stake_of(node),
            f"{c.declared}/{c.max or '?'}" if c.declared else c.verbatim or "",
        )

    lines = only_once((line(n) for n in nodes if n.is_leaf or n.criterion.evidence), lambda key: above[key])
    areas = tuple((key_of(c), f"{c.no}. {c.label}" if c.no else c.label) for c in card.criteria)
    return ProofSet(
        "scorecard",
        entry.id,
        card.title,
        url(entry.id),
        areas,
        lines,
        day,
        end or date.max,
        (entry.path,),
        card.sample,
        card.updated_at or card.published_at or card.published_on,
    )


def stake_of(node: Node) -> Decimal | None:
    """The points that hang on the proof of a criterion: those it lost, else all that it can give."""
    c = node.criterion
    if node.lost and node.lost > 0:
        return node.lost
    if c.lost_declared is not None and c.lost_declared.value > 0:
        return c.lost_declared.value
    return c.max.value if c.max is not None else None

"""Walking a tree of criteria: keys, what each lost, and on which page each stands."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from site_gen.base.dataclass import dataclass
from site_gen.kinds.scorecard.model import Scorecard, ScoredCriterion
from site_gen.kinds.scorecard.moments import url
from site_gen.model.catalog import Name
from site_gen.model.entry import Entry, Loc

MOST = 60
"""A scorecard with more criteria than this has a page for each area, so that none is heavier than 50 kB."""


@dataclass(frozen=True, slots=True)
class Node:
    """A criterion where it stands."""

    criterion: ScoredCriterion
    key: str
    loc: Loc
    depth: int
    parents: tuple[ScoredCriterion, ...]

    @property
    def lost(self) -> Decimal | None:
        """Maximum less the declared score, None where either is missing."""
        return lost_at(self.criterion)

    @property
    def is_leaf(self) -> bool:
        """Whether points are lost here rather than further down."""
        return not self.criterion.children


def key_of(criterion: ScoredCriterion) -> str:
    """The id, else the number, else a stand-in made of the label."""
    return criterion.id or criterion.no or criterion.label[:30]


def lost_at(criterion: ScoredCriterion) -> Decimal | None:
    """Maximum less the declared score, None where either is missing."""
    most, score = criterion.max, criterion.declared
    return most.value - score.value if most is not None and score is not None else None


def walk(scorecard: Scorecard) -> Iterator[Node]:
    """Every criterion, parents before children, in the order of the document."""

    def visit(
        criteria: tuple[ScoredCriterion, ...], loc: Loc, depth: int, parents: tuple[ScoredCriterion, ...]
    ) -> Iterator[Node]:
        for index, criterion in enumerate(criteria):
            here = (*loc, index)
            yield Node(criterion, key_of(criterion), here, depth, parents)
            yield from visit(criterion.children, (*here, "children"), depth + 1, (*parents, criterion))

    yield from visit(scorecard.criteria, ("criteria",), 0, ())


def add(values: list[Decimal]) -> Decimal:
    """A sum that is a Decimal also when nothing is added."""
    return sum(values, Decimal(0))


def largest_losses(card: Scorecard) -> list[Node]:
    """Where points were lost, most first: the lowest criteria whose own figures show a loss."""
    nodes = [n for n in walk(card) if n.lost and not any((lost_at(c) or 0) > 0 for c in n.criterion.children)]
    return sorted(nodes, key=lambda n: (-(n.lost or 0), n.loc))


def area_urls(entry: Entry[Scorecard]) -> list[str]:
    """The page of each area, in order; empty where everything stands on the scorecard's own page."""
    split = sum(1 for _ in walk(entry.model)) > MOST
    base = url(entry.id).removesuffix(".html")
    return [f"{base}/{number}.html" if split else "" for number in range(1, len(entry.model.criteria) + 1)]


def places(entry: Entry[Scorecard]) -> dict[str, str]:
    """The page on which each criterion is described in full, by key; empty for the scorecard's own."""
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

"""Walking a tree of criteria: keys, what each lost, what its children add up to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from site_gen.kinds.scorecard.model import Criterion, Scorecard
from site_gen.model.entry import Loc


@dataclass(frozen=True, slots=True)
class Node:
    """A criterion where it stands."""

    criterion: Criterion
    key: str
    loc: Loc
    depth: int
    parents: tuple[Criterion, ...]

    @property
    def lost(self) -> Decimal | None:
        """Maximum less the declared score, None where either is missing."""
        c = self.criterion
        return c.max.value - c.declared.value if c.max is not None and c.declared is not None else None

    @property
    def is_leaf(self) -> bool:
        """Whether points are lost here rather than further down."""
        return not self.criterion.children


def key_of(criterion: Criterion) -> str:
    """The id, else the number, else a stand-in made of the label."""
    return criterion.id or criterion.no or criterion.label[:30]


def walk(scorecard: Scorecard) -> Iterator[Node]:
    """Every criterion, parents before children, in the order of the document."""

    def visit(criteria: tuple[Criterion, ...], loc: Loc, depth: int, parents: tuple[Criterion, ...]) -> Iterator[Node]:
        for index, criterion in enumerate(criteria):
            here = (*loc, index)
            yield Node(criterion, key_of(criterion), here, depth, parents)
            yield from visit(criterion.children, (*here, "children"), depth + 1, (*parents, criterion))

    yield from visit(scorecard.criteria, ("criteria",), 0, ())


def add(values: list[Decimal]) -> Decimal:
    """A sum that is a Decimal also when nothing is added."""
    return sum(values, Decimal(0))

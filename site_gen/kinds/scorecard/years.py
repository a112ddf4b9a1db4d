"""The results of one unit, year beside year: what it scored itself, what was announced, and what became of each area."""

from __future__ import annotations

from decimal import Decimal

from site_gen.base.dataclass import dataclass
from site_gen.base.values import Address, Record
from site_gen.base.vietnamese import fold, show_change
from site_gen.kinds.scorecard.model import Scorecard, ScoredCriterion
from site_gen.kinds.scorecard.moments import in_order, url
from site_gen.kinds.scorecard.tree import add
from site_gen.model.entry import Entry
from site_gen.model.figures import Figure
from site_gen.pages.fill import fill
from site_gen.rules.snapshot import Snapshot

MOST = 5
"""So many years stand beside each other on a page."""


@dataclass(frozen=True)
class ShownYear(Record):
    """The result of a year.

    Attributes:
        over: By how much more a unit scored itself than was announced; with a minus where it was less, None where it did not.
        change: What was announced less what was announced in the year before, None where that is not known or has another measure.
    """

    url: Address
    year_assessed: int
    self_total: str | None
    total_declared: str
    total_max: str | None
    total_unit: str
    over: str | None
    change: str | None
    grade: str | None
    rank: str | None


@dataclass(frozen=True)
class AreaOverYears(Record):
    """What an area reached in each of the years, None where a year has no such area."""

    label: str
    scores: tuple[str | None, ...]


def self_scored(criterion: ScoredCriterion) -> Decimal | None:
    """What a unit gave itself: written, or the sum of what is below, else what was announced; None where nothing is known."""
    if criterion.self_score is not None:
        return criterion.self_score.value
    below = [self_scored(child) for child in criterion.children]
    known = [points for points in below if points is not None]
    if below and not criterion.partial and len(known) == len(below):
        return add(known)
    return criterion.declared.value if criterion.declared else None


def results(snapshot: Snapshot, entry: Entry[Scorecard]) -> tuple[Entry[Scorecard], ...]:
    """Those of the same unit by the same measure, the newest first; only one of a year, that of the entry for its own."""
    mine = entry.model
    unit, of_year = snapshot.unit_id(mine.unit), {mine.year_assessed: entry}
    for other in in_order(snapshot):
        card = other.model
        if snapshot.unit_id(card.unit) == unit and card.total_unit == mine.total_unit:
            of_year.setdefault(card.year_assessed, other)
    return tuple(of_year[year] for year in sorted(of_year, reverse=True)[:MOST])


def years(snapshot: Snapshot, found: tuple[Entry[Scorecard], ...]) -> tuple[ShownYear, ...]:
    """A line for each result; none for a single one that nobody scored but who announced it."""
    if len(found) < 2 and not any(entry.model.self_total for entry in found):
        return ()
    before = (*(entry.model for entry in found[1:]), None)
    return tuple(
        fill(
            ShownYear,
            snapshot,
            entry.model,
            url=url(entry.id),
            over=_difference(entry.model.self_total, entry.model.total_declared) if entry.model.self_total else None,
            change=_change(entry.model, earlier),
        )
        for entry, earlier in zip(found, before, strict=True)
    )


def _change(card: Scorecard, earlier: Scorecard | None) -> str | None:
    if earlier is None or earlier.year_assessed != card.year_assessed - 1 or _most(earlier) != _most(card):
        return None
    return _difference(card.total_declared, earlier.total_declared)


def _most(card: Scorecard) -> Decimal | None:
    return card.total_max.value if card.total_max else None


def areas(found: tuple[Entry[Scorecard], ...]) -> tuple[AreaOverYears, ...]:
    """The areas of the newest result with what they reached in each year; none where no other year has the same areas."""
    scores = [
        {
            fold(c.label): f"{c.declared}/{c.max}" if c.max else str(c.declared)
            for c in entry.model.criteria
            if c.declared
        }
        for entry in found
    ]
    lines = tuple(
        AreaOverYears(c.label, tuple(year.get(fold(c.label)) for year in scores))
        for c in (found[0].model.criteria if len(found) > 1 else ())
    )
    return lines if any(score for line in lines for score in line.scores[1:]) else ()


def _difference(one: Figure, other: Figure) -> str:
    return show_change(one.value - other.value)

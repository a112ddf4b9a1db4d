"""Arithmetic of a scorecard: every sum is recomputed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TypedDict

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import show_number
from site_gen.kinds.scorecard.model import Scorecard
from site_gen.kinds.scorecard.tree import add, lost_at, walk
from site_gen.kinds.scorecard.years import self_scored
from site_gen.model.entry import Entry
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

AnyCard = Entry[Scorecard]


class Both(TypedDict):
    """What is declared, and what the parts come to, as people write numbers."""

    declared: str
    computed: str


def _both(declared: Decimal, parts: list[Decimal]) -> Both:
    return {"declared": show_number(declared), "computed": show_number(add(parts))}


def _written(numbers: list[Decimal]) -> str:
    return " + ".join(show_number(n) for n in numbers)


@rule(
    "SCORE001",
    msg("the areas' scores do not add up to the total"),
    Severity.WARNING,
    Scorecard,
    wrong='total_declared: "73,25"   # các lĩnh vực: 8,5 + 6,5 + … = 73,75',
    right='total_declared: "73,75"',
)
def total_is_the_sum_of_areas(entry: AnyCard, snapshot: Snapshot) -> Iterator[Finding]:
    """The total of the index is the sum of its areas.

    An officer who defends the score, and a citizen who adds it up, must come to the same figure.
    Where the published document itself is wrong, acknowledge the finding: the page shows both.
    """
    card = entry.model
    parts = [c.declared.value for c in card.criteria if c.declared is not None]
    if not parts or len(parts) < len(card.criteria) or add(parts) == card.total_declared.value:
        return
    both = _both(card.total_declared.value, parts)
    message = msg("the total says {declared}, the areas add up to {computed}", **both)
    hint = msg("check the areas' scores, or acknowledge it under `anomalies`")
    yield Finding(entry.at("total_declared"), message, hint, "total", **both, working=_written(parts))


@rule(
    "SCORE002",
    msg("the components do not add up to the total"),
    Severity.WARNING,
    Scorecard,
    wrong='total_declared: "82,13"   # các thành phần: 51,15 + 6,71 + 23,27 = 81,13',
    right='total_declared: "81,13"',
)
def total_is_the_sum_of_components(entry: AnyCard, snapshot: Snapshot) -> Iterator[Finding]:
    """An index made of several components (own score, surveys, satisfaction) is their sum."""
    card = entry.model
    parts = [c.score.value for c in card.components]
    if not parts or add(parts) == card.total_declared.value:
        return
    both = _both(card.total_declared.value, parts)
    message = msg("the total says {declared}, the components add up to {computed}", **both)
    hint = msg("check the components, or acknowledge it under `anomalies`")
    yield Finding(entry.at("total_declared"), message, hint, "components", **both, working=_written(parts))


@rule(
    "SCORE003",
    msg("the sub-criteria's scores do not add up"),
    Severity.WARNING,
    Scorecard,
    wrong='declared: "8,5"   # tiêu chí thành phần: 2 + 1 + 1,5 + … = 8',
    right='declared: "8"',
)
def criterion_is_the_sum_of_children(entry: AnyCard, snapshot: Snapshot) -> Iterator[Finding]:
    """A criterion scores what its sub-criteria score together.

    Say `partial: có` where the document names only those that lost points. Sub-criteria without a
    score may hold what is missing, but nothing can hold what is too much.
    """
    for node in walk(entry.model):
        c = node.criterion
        parts = [x.declared.value for x in c.children if x.declared is not None]
        if c.partial or c.declared is None or not parts or add(parts) == c.declared.value:
            continue
        if len(parts) < len(c.children) and add(parts) < c.declared.value:
            continue  # those without a score may hold the rest
        both = _both(c.declared.value, parts)
        message = msg("criterion {no} says {declared}, its sub-criteria add up to {computed}", no=node.key, **both)
        hint = msg("check the figures, say `partial: có` if not all are listed, or acknowledge it")
        yield Finding(entry.at(*node.loc, "declared"), message, hint, node.key, **both, working=_written(parts))


@rule(
    "SCORE004",
    msg("the sub-criteria's maxima do not add up"),
    Severity.WARNING,
    Scorecard,
    wrong='max: "1,5"   # tiêu chí thành phần: 0,25 + 1 = 1,25',
    right='max: "1,5"   # tiêu chí thành phần: 0,25 + 1 + 0,25 = 1,5',
)
def maximum_is_the_sum_of_children(entry: AnyCard, snapshot: Snapshot) -> Iterator[Finding]:
    """Where the maxima of the sub-criteria stay below the criterion's, one of them is missing; above it, a figure is wrong."""
    card = entry.model
    top = [c.max.value for c in card.criteria if c.max is not None]
    if card.total_max is not None and top and len(top) == len(card.criteria) and add(top) != card.total_max.value:
        both = _both(card.total_max.value, top)
        message = msg("the maximum says {declared}, the areas' maxima add up to {computed}", **both)
        hint = msg("check the areas' maxima")
        yield Finding(entry.at("total_max"), message, hint, "max", **both, working=_written(top))
    for node in walk(card):
        c = node.criterion
        parts = [x.max.value for x in c.children if x.max is not None]
        if c.partial or c.max is None or not parts or len(parts) < len(c.children) or add(parts) == c.max.value:
            continue
        both = _both(c.max.value, parts)
        message = msg("criterion {no} is out of {declared}, its sub-criteria out of {computed}", no=node.key, **both)
        hint = msg("look for a missing sub-criterion, say `partial: có`, or acknowledge it")
        yield Finding(entry.at(*node.loc, "max"), message, hint, node.key, **both, working=_written(parts))


@rule(
    "SCORE005",
    msg("the points lost do not add up"),
    Severity.WARNING,
    Scorecard,
    wrong='max: "1,5"\ndeclared: "0,25"\nlost_declared: "1"',
    right='max: "1,5"\ndeclared: "0,25"\nlost_declared: "1,25"',
)
def losses_add_up(entry: AnyCard, snapshot: Snapshot) -> Iterator[Finding]:
    """What a criterion lost is its maximum less its score, and the sum of the losses listed below it."""
    for node in walk(entry.model):
        c = node.criterion
        if c.lost_declared is None:
            continue
        declared = c.lost_declared.value
        if node.lost is not None and node.lost != declared:
            both = _both(declared, [node.lost])
            message = msg(
                "criterion {no} lost {declared}, but {max} less {score} is {computed}",
                no=node.key,
                max=str(c.max),
                score=str(c.declared),
                **both,
            )
            hint = msg("check the figures, or acknowledge it under `anomalies`")
            working = f"{c.max} − {c.declared}"
            yield Finding(entry.at(*node.loc, "lost_declared"), message, hint, node.key, **both, working=working)
            continue
        below = [lost for x in c.children if (lost := lost_at(x)) is not None]
        own = [d.points.value for d in c.deductions if d.points is not None]
        listed = below if c.children and len(below) == len(c.children) else own if own and not c.children else []
        listed = [n for n in listed if n]
        if listed and add(listed) != declared:
            both = _both(declared, listed)
            message = msg("criterion {no} lost {declared}, the losses listed add up to {computed}", no=node.key, **both)
            hint = msg("look for a loss that is not listed, or acknowledge it under `anomalies`")
            place = entry.at(*node.loc, "lost_declared")
            yield Finding(place, message, hint, node.key, **both, working=_written(listed))


@rule(
    "SCORE006",
    msg("self-scoring and appraisal differ"),
    Severity.WARNING,
    Scorecard,
    wrong='self_score: "1"\nappraised_score: "0,5"\ndeclared: "1"',
    right='self_score: "1"\nappraised_score: "0,5"\ndeclared: "0,5"',
)
def appraisal_is_what_counts(entry: AnyCard, snapshot: Snapshot) -> Iterator[Finding]:
    """The score that counts is the appraised one; a total that uses the self-score is too high."""
    for node in walk(entry.model):
        c = node.criterion
        if c.appraised_score is not None and c.declared is not None and c.appraised_score.value != c.declared.value:
            yield Finding(
                entry.at(*node.loc, "appraised_score"),
                msg(
                    "criterion {no} counts {declared}, but was appraised at {appraised}",
                    no=node.key,
                    declared=str(c.declared),
                    appraised=str(c.appraised_score),
                ),
                msg("use the appraised score, or acknowledge it under `anomalies`"),
                node.key,
                str(c.declared),
                str(c.appraised_score),
            )


@rule(
    "SCORE008",
    msg("a score exceeds its maximum"),
    Severity.ERROR,
    Scorecard,
    wrong='declared: "3"\nmax: "2"',
    right='declared: "2"\nmax: "2"',
)
def scores_stay_below_maximum(entry: AnyCard, snapshot: Snapshot) -> Iterator[Finding]:
    """More than all points cannot be reached, less than none neither."""
    for node in walk(entry.model):
        c = node.criterion
        for name in ("declared", "self_score", "appraised_score"):
            score = getattr(c, name)
            if score is not None and (score.value < 0 or (c.max is not None and score.value > c.max.value)):
                yield Finding(
                    entry.at(*node.loc, name),
                    msg("criterion {no} has {score} of {max}", no=node.key, score=str(score), max=str(c.max or "?")),
                    msg("check the two figures"),
                    node.key,
                )


@rule(
    "SCORE020",
    msg("self-scoring does not add up"),
    Severity.WARNING,
    Scorecard,
    wrong='self_total: "90"   # các phần tự chấm cộng lại được 88',
    right='self_total: "88"',
)
def self_scoring_adds_up(entry: AnyCard, snapshot: Snapshot) -> Iterator[Finding]:
    """What a unit scored itself for the whole is the sum of its areas; an area without a score of its own counts as announced."""
    card = entry.model
    given = [self_scored(c) for c in card.criteria]
    if card.self_total is None or not any(node.criterion.self_score for node in walk(card)) or None in given:
        return
    points = [score for score in given if score is not None]
    if add(points) != card.self_total.value:
        both = _both(card.self_total.value, points)
        message = msg("self-scored are {declared}, the areas add up to {computed}", **both)
        hint = msg("correct `self_total` or a `self_score`, or acknowledge it under `anomalies`")
        yield Finding(entry.at("self_total"), message, hint, "total", **both, working=_written(points))


RULES: tuple[Rule, ...] = (
    total_is_the_sum_of_areas,
    total_is_the_sum_of_components,
    criterion_is_the_sum_of_children,
    maximum_is_the_sum_of_children,
    losses_add_up,
    appraisal_is_what_counts,
    self_scoring_adds_up,
    scores_stay_below_maximum,
)

"""What pages show of a scorecard: the card in a list, its criteria, the places where most was lost, remedies by role."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Key, Record
from site_gen.base.vietnamese import show_number
from site_gen.kinds.scorecard.model import Scorecard, ScoredCriterion
from site_gen.kinds.scorecard.moments import url
from site_gen.kinds.scorecard.proofs import proof_of
from site_gen.kinds.scorecard.tree import Node, key_of, lost_at, places, walk
from site_gen.model.entry import Entry
from site_gen.model.figures import Figure
from site_gen.pages.charts.bars import Stack, scale_to, stack, won_and_lost
from site_gen.pages.charts.scale import Scale
from site_gen.pages.evidence import ShownPaper
from site_gen.pages.fill import fill
from site_gen.pages.proofs import with_shared
from site_gen.rules.snapshot import Link, Snapshot


@dataclass(frozen=True)
class Card(Record):
    """A scorecard in a list."""

    url: Address
    title: str
    unit: Link
    total_declared: str
    total_max: str | None
    total_unit: str
    rank: str | None
    grade: str | None
    published_on: date | None


@dataclass(frozen=True)
class ShownDeduction(Record):
    """Points lost, and why."""

    points: str | None
    reason: str


@dataclass(frozen=True)
class ShownCriterion(Record):
    """A criterion with everything below it.

    `bar` is what was reached and what was lost of the maximum; `lost` is None where nothing was; `url` is the page that says
    all of it, where that is another.
    """

    key: Key
    url: Address
    no: str | None
    label: str
    declared: str | None
    max: str | None
    bar: Stack | None
    lost: str | None
    lost_declared: str | None
    self_score: str | None
    appraised_score: str | None
    verbatim: str | None
    requirement: str | None
    deductions: tuple[ShownDeduction, ...]
    remedy: tuple[str, ...]
    assignee_roles: tuple[str, ...]
    unit: Link | None
    deadline: str | None
    fixed: bool | None
    evidence: tuple[ShownPaper, ...]
    stake: str | None
    partial: bool
    note: str | None
    children: tuple[ShownCriterion, ...]


@dataclass(frozen=True)
class Loss(Record):
    """A place where points were lost, why, and what is done about it."""

    key: Key
    no: str | None
    label: str
    area: str | None
    declared: str
    max: str
    bar: Stack | None
    lost: str
    reasons: tuple[str, ...]
    remedy: tuple[str, ...]
    assignee_roles: tuple[str, ...]
    deadline: str | None
    fixed: bool | None


@dataclass(frozen=True)
class AssignedCriterion(Record):
    """A criterion that a role looks after; `url` as of a criterion."""

    key: Key
    url: Address
    no: str | None
    label: str
    remedy: tuple[str, ...]
    deadline: str | None
    lacking: tuple[ShownPaper, ...]
    stake: str | None


@dataclass(frozen=True)
class AssignedTask(Record):
    """Something that the document's second half gives a role to do."""

    no: str | None
    text: str
    deadline: str | None


@dataclass(frozen=True)
class Role(Record):
    """A role with what it puts right; the one without a name holds what nobody is named for."""

    role: str
    unit: Link
    criteria: tuple[AssignedCriterion, ...]
    tasks: tuple[AssignedTask, ...]


def card_of(snapshot: Snapshot, entry: Entry[Scorecard]) -> Card:
    """A scorecard as lists and panels show it."""
    return fill(Card, snapshot, entry, url=url(entry.id))


def score_bar(
    snapshot: Snapshot, score: Figure | None, most: Figure | None, scale: Scale | None = None
) -> Stack | None:
    """Points reached and points lost as one bar, of its own length or on a shared scale; None where one is not known."""
    if score is None or most is None or most.value <= 0:
        return None
    lost = max(most.value - score.value, Decimal(0))
    said = msg("{score} of {max} points, {lost} lost", score=str(score), max=str(most), lost=show_number(lost))
    return stack(scale or scale_to(most.value), won_and_lost(score.value, most.value), snapshot.say(said))


def sentences(texts: Iterable[str]) -> tuple[str, ...]:
    """Each closed with a full stop, so that several can stand in a row."""
    return tuple(text if text.endswith((".", "!", "?", "…")) else text + "." for text in texts)


@dataclass(frozen=True, slots=True)
class Proved:
    """The papers of a scorecard as pages show them, and the points that hang on those that are missing, by criterion."""

    papers: Mapping[str, tuple[ShownPaper, ...]]
    stakes: Mapping[str, str]


def proved(snapshot: Snapshot, entry: Entry[Scorecard]) -> Proved:
    """What the criteria of a scorecard are proved by."""
    found = proof_of(snapshot, entry)
    stakes = {line.key: show_number(line.stake) for line in found.unproved if line.stake}
    return Proved(with_shared(snapshot, found), stakes)


def criterion(snapshot: Snapshot, c: ScoredCriterion, proof: Proved, url: str = "") -> ShownCriterion:
    """A criterion with everything below it; `url` is the page that says all of it, where that is another."""
    lost = lost_at(c)
    return fill(
        ShownCriterion,
        snapshot,
        c,
        key=key_of(c),
        url=url,
        bar=score_bar(snapshot, c.declared, c.max),
        lost=show_number(lost) if lost else None,
        lost_declared=str(c.lost_declared) if c.lost_declared and c.lost_declared.value != lost else None,
        self_score=str(c.self_score) if c.self_score and c.appraised_score else None,
        remedy=sentences(c.remedy),
        evidence=proof.papers.get(key_of(c), ()),
        stake=proof.stakes.get(key_of(c)),
        children=tuple(criterion(snapshot, child, proof, url) for child in c.children),
    )


def loss(snapshot: Snapshot, node: Node) -> Loss:
    """One place where points were lost; what it does not say itself, the criteria above it may."""
    c = node.criterion
    chain = (c, *reversed(node.parents[1:]))
    # A parent stands for children whose own points the document leaves out.
    remedy = next((x.remedy for x in chain if x.remedy), tuple(r for x in c.children for r in x.remedy))
    return fill(
        Loss,
        snapshot,
        c,
        key=node.key,
        no=c.no or (node.parents[-1].no if node.parents else None),
        area=node.parents[0].label if node.parents else None,
        bar=score_bar(snapshot, c.declared, c.max),
        lost=show_number(node.lost or 0),
        reasons=sentences(d.reason for x in (c, *c.children) for d in x.deductions),
        remedy=sentences(remedy),
        assignee_roles=next((x.assignee_roles for x in chain if x.assignee_roles), ()),
        deadline=next((x.deadline for x in chain if x.deadline), None),
    )


def roles_of(snapshot: Snapshot, entry: Entry[Scorecard]) -> tuple[Role, ...]:
    """Remedies by role: those named at criteria, and those that the document's second half assigns."""
    card, urls, proof = entry.model, places(entry), proved(snapshot, entry)
    criteria: dict[str, list[AssignedCriterion]] = {}
    tasks: dict[str, list[AssignedTask]] = {}
    units: dict[str, str] = {}
    for node in walk(card):
        c = node.criterion
        nobody = c.remedy and not any(parent.assignee_roles for parent in node.parents)
        mine = fill(
            AssignedCriterion,
            snapshot,
            c,
            key=node.key,
            url=urls.get(node.key, ""),
            remedy=sentences(c.remedy),
            lacking=tuple(paper for paper in proof.papers.get(node.key, ()) if paper.state.family != "done"),
            stake=proof.stakes.get(node.key),
        )
        named = dict.fromkeys((*c.assignee_roles, *(paper.role for paper in c.evidence if paper.role)))
        for role in named or (("",) if nobody else ()):
            criteria.setdefault(role, []).append(mine)
    for remedy in card.remedies:
        if remedy.unit:
            units[remedy.role] = remedy.unit
        more = (AssignedTask(remedy.no, text, remedy.deadline) for text in remedy.tasks)
        tasks.setdefault(remedy.role, []).extend(more)
    return tuple(
        Role(
            role,
            snapshot.link("unit", units.get(role, role)),
            tuple(criteria.get(role, ())),
            tuple(tasks.get(role, ())),
        )
        for role in sorted(dict.fromkeys((*criteria, *tasks)), key=lambda role: not role)
    )

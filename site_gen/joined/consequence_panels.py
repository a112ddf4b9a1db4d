"""Consequences on the pages of scorecards and of units, and as open data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Record
from site_gen.joined.consequences import Fact, Fall
from site_gen.kinds.plan.choices import ConsequenceGround
from site_gen.kinds.plan.consequence_model import Consequence, ConsequenceCondition
from site_gen.kinds.plan.moments import plan_url, short
from site_gen.pages.columns import cells, column, computed
from site_gen.pages.contributions import Table
from site_gen.pages.fill import fill
from site_gen.pages.frames import Shown, panel
from site_gen.pages.life import Status
from site_gen.pages.page import Panel
from site_gen.rules.snapshot import Link, Snapshot


@dataclass(frozen=True)
class ShownFact(Record):
    """A unit or a component beside a condition."""

    subject: str
    measured: str
    state: Status
    day: date | None
    url: Address


@dataclass(frozen=True)
class ShownCondition(Record):
    """A condition of the document, and what the published figures say of it."""

    ground: str
    applies_to: str | None
    threshold: str | None
    grade: str | None
    facts: tuple[ShownFact, ...]


@dataclass(frozen=True)
class ShownConsequence(Record):
    """A consequence in the words of its document."""

    text: str
    wording: str
    place: str | None
    plan: Link
    year: int
    conditions: tuple[ShownCondition, ...]


@dataclass(frozen=True)
class ConsequencePanel(Shown):
    """On the page of a scorecard everything that is known, on that of a unit what it falls under."""

    template = "consequences_panel.html"
    consequences: tuple[ShownConsequence, ...]


def consequence_panels(snapshot: Snapshot, facts: Sequence[Fact]) -> Iterator[Panel]:
    """Panels for the scorecards, or where there is none the plans, that the consequences rest on; and for units that fall under one."""
    pages: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        card = fact.plan.model.scorecard
        pages.setdefault(("scorecard", card) if card else ("plan", fact.plan.id), []).append(fact)
        if fact.unit and fact.fall is Fall.YES:
            pages.setdefault(("unit", fact.unit), []).append(fact)
    for subject, mine in pages.items():
        yield panel(subject, 27, ConsequencePanel(tuple(_consequences(snapshot, mine))))


def _consequences(snapshot: Snapshot, facts: Sequence[Fact]) -> Iterator[ShownConsequence]:
    grouped: dict[int, list[Fact]] = {}
    for fact in facts:
        grouped.setdefault(id(fact.consequence), []).append(fact)
    for mine in grouped.values():
        plan = mine[0].plan
        yield fill(
            ShownConsequence,
            snapshot,
            mine[0].consequence,
            plan=Link(short(plan), plan_url(plan.id)),
            year=mine[0].year,
            conditions=tuple(_conditions(snapshot, mine)),
        )


def _conditions(snapshot: Snapshot, facts: Sequence[Fact]) -> Iterator[ShownCondition]:
    grouped: dict[int, list[Fact]] = {}
    for fact in facts:
        grouped.setdefault(id(fact.condition), []).append(fact)
    for mine in grouped.values():
        shown = tuple(_fact(snapshot, fact) for fact in mine)
        yield fill(ShownCondition, snapshot, mine[0].condition, facts=shown)


def _fact(snapshot: Snapshot, fact: Fact) -> ShownFact:
    state = Status(fact.fall.family, snapshot.word(fact.fall))
    return ShownFact(fact.subject, snapshot.say(fact.measured), state, fact.day, fact.url)


def _of_condition(name: str) -> Callable[[Fact], object]:
    return lambda fact: getattr(fact.condition, name)


def consequence_table(snapshot: Snapshot, facts: Sequence[Fact]) -> Table:
    """A row for each unit or component beside each condition."""
    columns = (
        computed("plan", "Mã kế hoạch", lambda fact: fact.plan.id),
        computed("year", "Năm xét", lambda fact: fact.year, "integer"),
        column(Consequence, "text", lambda fact: fact.consequence.text),
        column(Consequence, "place", lambda fact: fact.consequence.place),
        computed("ground", "Căn cứ", lambda fact: fact.condition.ground, choice=ConsequenceGround),
        *(column(ConsequenceCondition, name, _of_condition(name)) for name in ("applies_to", "threshold", "grade")),
        computed("subject", "Đơn vị, thành phần", lambda fact: fact.subject or None),
        computed("measured", "Số liệu", lambda fact: snapshot.say(fact.measured)),
        computed("fall", "Đối chiếu", lambda fact: fact.fall, choice=Fall),
        computed("day", "Số liệu tính đến", lambda fact: fact.day, "date"),
    )
    return Table(
        "he-qua",
        snapshot.say(msg("Consequences of results")),
        columns,
        cells(columns, facts),
        tuple(dict.fromkeys(fact.plan.path for fact in facts)),
        shown=("consequences_panel.html",),
        text=snapshot.say(
            msg("Each condition of a plan beside the published figures; the site does not decide who is commended.")
        ),
    )

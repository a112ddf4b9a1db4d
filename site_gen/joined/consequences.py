"""What a plan says will follow from poor results, held against the figures that the site publishes. Nothing of it is typed.

The site does not decide who is commended: it says of each condition of the document who falls under it, who does not, and
where that cannot be told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message, msg
from site_gen.base.vietnamese import fold, show_number
from site_gen.kinds.dossier_statistics.series import running
from site_gen.kinds.dossier_statistics.tally import Tally
from site_gen.kinds.plan.choices import ConsequenceGround
from site_gen.kinds.plan.consequence_model import Consequence, ConsequenceCondition
from site_gen.kinds.plan.model import Plan
from site_gen.kinds.scorecard.model import Scorecard
from site_gen.kinds.scorecard.moments import url as scorecard_url
from site_gen.model.choice import Choice
from site_gen.model.entry import Entry
from site_gen.model.shares import rounded
from site_gen.rules.snapshot import Snapshot


class Fall(Choice):
    """Whether something falls under a condition."""

    YES = "yes", "thuộc điều kiện", "falls under it"
    NO = "no", "không thuộc điều kiện", "does not fall under it"
    UNKNOWN = "unknown", "chưa xác định được", "cannot be told"

    @property
    def family(self) -> str:
        """The colour and shape it is shown with."""
        return {Fall.YES: "late", Fall.NO: "done"}.get(self, "calm")


@dataclass(frozen=True, slots=True)
class Fact:
    """What the published figures say of one condition.

    Attributes:
        subject: A unit or a component of the index; empty where no figure is published at all.
        unit: Its id, where it is a unit of the site.
        measured: The figure in words, or why none can be told.
        day: The day up to which the figure counts, or on which it was announced.
        url: Where it stands on the site.
    """

    plan: Entry[Plan]
    year: int
    consequence: Consequence
    condition: ConsequenceCondition
    subject: str
    unit: str | None
    measured: Message
    fall: Fall
    day: date | None = None
    url: str = ""


Found = tuple[str, str | None, Message, Fall, date | None, str]


def facts(snapshot: Snapshot) -> tuple[Fact, ...]:
    """Every condition of every plan with what is known of it, in the order of the documents."""
    return tuple(fact for plan in snapshot.catalog.all(Plan) for fact in _of_plan(snapshot, plan))


def _of_plan(snapshot: Snapshot, plan: Entry[Plan]) -> Iterator[Fact]:
    """The index that the plan rests on tells the year; a plan without one is held against its own."""
    card = snapshot.catalog.get(Scorecard, plan.model.scorecard) if plan.model.scorecard else None
    year = card.model.year_assessed if card else plan.model.year
    for consequence in plan.model.consequences:
        for condition in consequence.conditions:
            match condition.ground:
                case ConsequenceGround.COMPONENT:
                    found = list(_components(card, condition))
                case ConsequenceGround.GRADE:
                    found = list(_grades(snapshot, year, condition))
                case _:
                    found = list(_late(snapshot, year, condition))
            for subject, unit, measured, fall, day, url in found or [_nothing(condition.ground, year)]:
                yield Fact(plan, year, consequence, condition, subject, unit, measured, fall, day, url)


def _nothing(ground: ConsequenceGround, year: int) -> Found:
    match ground:
        case ConsequenceGround.COMPONENT:
            said = msg("this site has no scores of components for {year}", year=year)
        case ConsequenceGround.GRADE:
            said = msg("this site has no grade of a unit for {year}", year=year)
        case _:
            said = msg("this site has no figures of dossiers for {year}", year=year)
    return "", None, said, Fall.UNKNOWN, None, ""


def _components(card: Entry[Scorecard] | None, condition: ConsequenceCondition) -> Iterator[Found]:
    for part in card.model.components if card else ():
        day, url = card.model.published_on if card else None, ""  # they stand on the page of the scorecard itself
        if part.max is None or not part.max.value:
            yield (
                part.name,
                None,
                msg("{score} points, maximum not stated", score=str(part.score)),
                Fall.UNKNOWN,
                day,
                url,
            )
            continue
        share, limit = part.score.value / part.max.value * 100, condition.threshold
        fall = Fall.UNKNOWN if limit is None else Fall.YES if share < limit.value else Fall.NO
        shown = rounded(share, _below(limit.value) if limit else bool)
        yield (
            part.name,
            None,
            msg("{score}/{max} points, {share}%", score=str(part.score), max=str(part.max), share=show_number(shown)),
            fall,
            day,
            url,
        )


def _below(limit: Decimal) -> Callable[[Decimal], bool]:
    return lambda share: share < limit


def _grades(snapshot: Snapshot, year: int, condition: ConsequenceCondition) -> Iterator[Found]:
    for card in snapshot.catalog.all(Scorecard):
        if card.model.year_assessed == year and card.model.grade is not None:
            grade, unit = card.model.grade, snapshot.link("unit", card.model.unit)
            alike = fold(condition.grade or "") == fold(grade.label)
            fall = Fall.UNKNOWN if condition.grade is None else Fall.YES if alike else Fall.NO
            said = msg("grade {grade}", grade=snapshot.word(grade))
            yield (
                unit.text,
                snapshot.unit_id(card.model.unit),
                said,
                fall,
                card.model.published_on,
                scorecard_url(card.id),
            )


def _late(snapshot: Snapshot, year: int, condition: ConsequenceCondition) -> Iterator[Found]:
    months = [month for month in running(snapshot.catalog) if month.period.year == year]
    limit = condition.threshold
    for unit in sorted({unit for month in months for unit in month.units}):
        tally = Tally.of(month.units[unit] for month in months if unit in month.units)
        rate = tally.on_time_rate
        if rate is None:
            continue
        late = 100 - rate
        fall = Fall.UNKNOWN if limit is None else Fall.YES if late >= limit.value else Fall.NO
        said = msg(
            "{late} of {done} dossiers were answered late, {share}%",
            late=tally.sum(("done_late",)),
            done=tally.done,
            share=show_number(late),
        )
        link = snapshot.link("unit", unit)
        yield link.text, snapshot.unit_id(unit), said, fall, months[-1].period.last, "thong-ke/index.html"

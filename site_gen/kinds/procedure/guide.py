"""What pages and sheets show of a guide."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Key, Record
from site_gen.kinds.procedure.choices import Exempting
from site_gen.kinds.procedure.completeness import missing
from site_gen.kinds.procedure.internal import ShownInternal, shown_internal
from site_gen.kinds.procedure.items import Item, field_url
from site_gen.kinds.procedure.model import Case, Procedure
from site_gen.kinds.procedure.moments import state_of
from site_gen.kinds.procedure.parts import Fee, Paper
from site_gen.kinds.procedure.timing import guide_posted, publication_delay
from site_gen.kinds.procedure.views import ShownDecision, decision
from site_gen.kinds.procedure.wording import cost, count_of, is_answer, limit, marks_of, money, online, portal, time_of
from site_gen.model.entry import Entry
from site_gen.model.model import label_of
from site_gen.pages.fill import fill
from site_gen.pages.frames import Shown
from site_gen.pages.life import Status
from site_gen.rules.snapshot import CitedDocument, Link, ShownNote, Snapshot

GLANCE = 70
"""The box that answers first has room for so many letters; what is longer stands further down."""


@dataclass(frozen=True)
class ShownPaper(Record):
    """A paper, and how many of it are asked for, in words."""

    name: str
    count: str
    note: str | None
    form: Address | None


@dataclass(frozen=True)
class ShownFee(Record):
    """A fee in words."""

    label: str
    amount: str
    basis: str | None


@dataclass(frozen=True)
class ShownExemption(Record):
    """Somebody who pays less or nothing."""

    who: str
    what: str
    basis: str | None


@dataclass(frozen=True)
class ShownCase(Record):
    """A case with what differs in it."""

    name: str
    papers: tuple[ShownPaper, ...]
    fees: tuple[ShownFee, ...]
    exemptions: tuple[ShownExemption, ...]
    time_limit: str | None
    note: str | None


@dataclass(frozen=True)
class ShownChannel(Record):
    """A way of handing in."""

    channel: str
    url: Address | None
    time_limit: str | None
    note: str | None


@dataclass(frozen=True)
class ShownVideo(Record):
    """A guide video, with its files where the site has them."""

    title: str
    url: Address | None
    file: Address | None
    captions: Address | None


@dataclass(frozen=True)
class ShownChange(Record):
    """A change in the life of a procedure."""

    date: date
    text: str
    decision: ShownDecision | None


@dataclass(frozen=True)
class ShownSource(Record):
    """Where a fact was taken from, and when."""

    title: str
    taken_on: date | None
    confidence: str | None
    url: Address | None


@dataclass(frozen=True)
class Guide(Shown):
    """Everything that a guide's page shows.

    Attributes:
        called: Its everyday name, which is the title; `name` is the legal one.
        glance_time: How long it takes, for the box that answers first; None where that is not known.
        glance_cost: How much it costs, for the same.
        time_note: What is said of longer and shorter times.
        where: Where it is handed in.
        unknown: What nobody can tell from here, in the words of the page; the counter is asked once for all of it.
        exempting: What is known of who need not pay: `listed`, `nobody`, `unchecked`.
        marks: What else is said of how it is handled.
        delay: Working days from the decision to its publication here.
        missing: The parts that a guide must have and this one has not.
    """

    template = "procedure/page.html"
    code: Key
    called: str
    name: str
    procedure_field: str
    field_url: Address
    state: Status
    applies: bool
    ended_on: date | None
    successor: Link | None
    last_checked: date | None
    decision: ShownDecision | None
    delay: int | None
    summary: str | None
    time_limit: str | None
    time_note: str | None
    cost: str | None
    glance_time: str | None
    glance_cost: str | None
    unknown: tuple[str, ...]
    where: Link | None
    counter: str | None
    hours: str | None
    online: str | None
    portal_url: Address | None
    disputed: tuple[str, ...]
    papers: tuple[ShownPaper, ...]
    cases: tuple[ShownCase, ...]
    sets: int | None
    forms: tuple[CitedDocument, ...]
    samples: tuple[CitedDocument, ...]
    videos: tuple[ShownVideo, ...]
    steps: tuple[str, ...]
    internal: ShownInternal | None
    channels: tuple[ShownChannel, ...]
    fees: tuple[ShownFee, ...]
    exemptions: tuple[ShownExemption, ...]
    exempting: Key | None
    subjects: tuple[str, ...]
    authority: Link | None
    level: str | None
    result: str | None
    conditions: tuple[str, ...]
    not_applicable: tuple[str, ...]
    marks: tuple[str, ...]
    basis: tuple[CitedDocument, ...]
    missing: tuple[str, ...]
    note: str | None
    history: tuple[ShownChange, ...]
    notes: list[ShownNote]
    sources: tuple[ShownSource, ...]


def guide(snapshot: Snapshot, item: Item, entry: Entry[Procedure]) -> Guide:
    """Everything that a guide's page shows."""
    found, site = entry.model, snapshot.site
    point = found.receiving_point or found.authority
    time, price = (words if is_answer(words) else None for words in (time_of(snapshot, item), cost(snapshot, item)))
    conditions = tuple(line for line in found.conditions if is_answer(line))
    changes = sorted(found.history, key=lambda change: change.date, reverse=True)
    return fill(
        Guide,
        snapshot,
        entry,
        field_url=field_url(item.field, item.part),
        state=state_of(item, snapshot.as_of).shown(snapshot),
        applies=item.applies,
        decision=decision(snapshot, found.decision),
        delay=publication_delay(found.decision, guide_posted(found), site) if found.decision else None,
        time_limit=time,
        time_note=found.time_limit.note if found.time_limit else None,
        cost=price,
        called=item.called,
        conditions=conditions,
        unknown=tuple(_unknown(snapshot, found, time, price, conditions)),
        fees=tuple(fee for fee in _fees(snapshot, found.fees) if is_answer(fee.amount)),
        glance_time=_glance(snapshot, time),
        glance_cost=_glance(snapshot, price),
        where=snapshot.link("unit", point) if point else None,
        hours=found.hours or site.contact.hours,
        online=online(snapshot, item),
        portal_url=portal(item),
        papers=_papers(snapshot, found.papers),
        cases=tuple(_case(snapshot, case) for case in found.cases),
        videos=tuple(
            fill(
                ShownVideo, snapshot, video, file=_file(snapshot, video.file), captions=_file(snapshot, video.captions)
            )
            for video in found.videos
        ),
        channels=tuple(
            fill(ShownChannel, snapshot, use, time_limit=limit(snapshot, use.time_limit, noted=True))
            for use in found.channels
        ),
        internal=shown_internal(snapshot, found.internal),
        exempting=found.exempting.value if found.exempting else None,
        marks=marks_of(snapshot, found),
        missing=tuple(label_of(Procedure, name) for name in missing(found)),
        history=tuple(
            fill(ShownChange, snapshot, change, decision=decision(snapshot, change.decision)) for change in changes
        ),
        notes=snapshot.notes_of(entry.path),
    )


def _unknown(
    snapshot: Snapshot, found: Procedure, time: str | None, price: str | None, conditions: tuple[str, ...]
) -> Iterator[str]:
    """What the guide leaves open, each as the heading of its part in lower case."""
    asks = (
        (time is None and not any(case.time_limit for case in found.cases), msg("How long")),
        (price is None, msg("How much")),
        (found.receiving_point is None and found.authority is None, msg("Where and when")),
        (found.exempting is Exempting.UNCHECKED, msg("Who pays nothing or less")),
        (len(conditions) < len(found.conditions), msg("Conditions")),
    )
    return (snapshot.say(words).lower() for open_, words in asks if open_)


def _case(snapshot: Snapshot, found: Case) -> ShownCase:
    return fill(
        ShownCase,
        snapshot,
        found,
        papers=_papers(snapshot, found.papers),
        fees=_fees(snapshot, found.fees),
        time_limit=limit(snapshot, found.time_limit, noted=True),
    )


def _fees(snapshot: Snapshot, found: tuple[Fee, ...]) -> tuple[ShownFee, ...]:
    return tuple(fill(ShownFee, snapshot, fee, amount=money(snapshot, fee)) for fee in found)


def _papers(snapshot: Snapshot, found: tuple[Paper, ...]) -> tuple[ShownPaper, ...]:
    return tuple(
        fill(ShownPaper, snapshot, paper, count=count_of(snapshot, paper), form=_file(snapshot, paper.form))
        for paper in found
    )


def _file(snapshot: Snapshot, path: str | None) -> str | None:
    """A file, where the site has it."""
    return path if path in snapshot.catalog.attachments else None


def _glance(snapshot: Snapshot, words: str | None) -> str | None:
    return words if words is None or len(words) <= GLANCE else snapshot.say(msg("see below"))

"""What pages and sheets show of a procedure in a list, of the lists themselves, and of decisions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.values import Address, Key, Record
from site_gen.kinds.procedure.choices import ProcedureState
from site_gen.kinds.procedure.items import Item, field_url
from site_gen.kinds.procedure.model import Decision
from site_gen.kinds.procedure.moments import state_of
from site_gen.kinds.procedure.wording import cost, is_answer, online, portal, time_of
from site_gen.pages.fill import fill
from site_gen.pages.life import Status
from site_gen.rules.snapshot import CitedDocument, Link, Snapshot

BRIEF = 24
"""Behind a name in a list stands only what is said in so few letters."""


@dataclass(frozen=True)
class Row(Record):
    """A procedure in a list by its everyday name, the legal one beside it where that is another; `brief` is how long and
    how much, where that is said in a few letters."""

    code: Key
    name: str
    legal_name: str | None
    url: Address
    has_guide: bool
    procedure_field: str
    field_url: Address
    time_limit: str | None
    cost: str | None
    brief: str
    online: str | None
    portal_url: Address | None
    state: Status | None
    confidence: str | None
    taken_on: date | None
    level: str | None
    ended_on: date | None
    note: str | None
    sample: bool


@dataclass(frozen=True)
class Origin(Record):
    """A list that rows were taken from, who keeps it, and when it was taken."""

    source: str
    taken_on: date
    unit: Link


@dataclass(frozen=True)
class ShownDecision(Record):
    """A decision with the day on which it takes effect; `coming` while that lies ahead."""

    document: CitedDocument
    effective_from: date | None
    posted_on: date | None
    coming: bool


def row(snapshot: Snapshot, item: Item) -> Row:
    """A procedure in a list."""
    time, price = (words if is_answer(words) else None for words in (time_of(snapshot, item), cost(snapshot, item)))
    listed = item.row
    shown = state_of(item, snapshot.as_of).shown(snapshot) if item.state is not ProcedureState.IN_FORCE else None
    return Row(
        item.code,
        item.called,
        item.name if item.given else None,
        item.url,
        item.guide is not None,
        item.field,
        field_url(item.field),
        time,
        price,
        " · ".join(words for words in (time, price) if words and len(words) <= BRIEF),
        online(snapshot, item),
        portal(item),
        shown,
        snapshot.word(listed.confidence) if listed else None,
        listed.taken_on if listed else None,
        listed.level if listed else None,
        listed.ended_on if listed else None,
        listed.note if listed else None,
        item.sample,
    )


def origins(snapshot: Snapshot, found: Iterable[Item]) -> tuple[Origin, ...]:
    """The lists that rows were taken from."""
    lists = dict.fromkeys(item.list for item in found if item.list is not None)
    return tuple(fill(Origin, snapshot, entry) for entry in lists)


def decision(snapshot: Snapshot, found: Decision | None) -> ShownDecision | None:
    """A decision with the day on which it takes effect."""
    if found is None:
        return None
    coming = found.effective_from is not None and found.effective_from > snapshot.as_of
    return fill(ShownDecision, snapshot, found, document=snapshot.document(found), coming=coming)

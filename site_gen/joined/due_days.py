"""The days on which something falls due, for the calendar: duties of disclosure, and what plans promised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.joined.duty_papers import duty_papers_agenda
from site_gen.joined.ledger import Ledger
from site_gen.joined.ledger_agenda import URL, coming_slots, heading
from site_gen.joined.lives import agenda_of_kind
from site_gen.joined.reporting import reporting_agenda
from site_gen.kinds import KINDS
from site_gen.pages.page import Agenda
from site_gen.rules.snapshot import Snapshot

PROMISED = ("plan", "scorecard")
"""Kinds whose due lines stand on pages anyhow. Those of others speak of work inside the office: a letter not yet posted."""


@dataclass(frozen=True, slots=True)
class DueDay:
    """A due day: `key` names what falls due whatever it is called, `who` answers for it, `url` is its page."""

    key: str
    day: date
    title: str
    who: str
    url: str


def due_days(snapshot: Snapshot, ledger: Ledger) -> Iterator[DueDay]:
    """Every due day from the day of building on, as far as the ledger looks ahead and as plans name days."""
    for line, slot in coming_slots(ledger):
        if slot.due is not None:
            duty = line.owed.duty
            key = f"{duty.id}/{'+'.join(slot.part.topics)}/{slot.period.key if slot.period else ''}"
            yield DueDay(key, slot.due, heading(line, slot), duty.who, f"{URL}#{duty.id}")
    times: Counter[str] = Counter()  # a row may be due itself, and several papers with it
    for kind, found in _promised(snapshot, ledger):
        if found.state == "due" and found.when and found.when >= snapshot.as_of:
            key = "/".join(filter(None, (kind, found.place, found.key)))
            times[key] += 1
            named = key if times[key] == 1 else f"{key}/{times[key]}"
            yield DueDay(named, found.when, found.what, found.who, found.url)


def _promised(snapshot: Snapshot, ledger: Ledger) -> Iterator[tuple[str, Agenda]]:
    """What plans, scorecards and duties expect, with the kind that does."""
    for kind in (k for k in KINDS if k.name in PROMISED):
        yield from ((kind.name, found) for found in agenda_of_kind(snapshot, kind))
    yield from (("plan", found) for found in reporting_agenda(snapshot))
    yield from (("duty", found) for found in duty_papers_agenda(snapshot, ledger))

"""What somebody who looks for a unit asks first: its number, its counter, its hours, and what it is late with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.values import Address, Record
from site_gen.joined.lives import late_of_kind
from site_gen.kinds import KINDS
from site_gen.kinds.person.model import Person
from site_gen.kinds.procedure.model import Procedure
from site_gen.kinds.unit.model import Unit, UnitType
from site_gen.model.entry import Entry
from site_gen.pages.frames import Shown, panel
from site_gen.pages.page import Agenda, Panel
from site_gen.rules.snapshot import Snapshot

MOST = 3
"""So many things that are late are named; of the rest only how many."""
OUTSIDE = (UnitType.GROUP, UnitType.ORGANISATION, UnitType.OTHER)
"""Types of units that have no counter of the authority's."""


@dataclass(frozen=True)
class LateItem(Record):
    """Something that a unit is late with, and when it was due."""

    title: str
    url: Address
    due: date | None
    sample: bool


@dataclass(frozen=True)
class UnitFront(Shown):
    """The first lines of a unit's page.

    `own` is the unit's own telephone number; `served` is whether the one-stop shop speaks for it where it has none.
    """

    template = "unit_front.html"
    own: str | None
    served: bool
    hours: str | None
    counters: tuple[str, ...]
    late: tuple[LateItem, ...]
    more: int


def unit_fronts(snapshot: Snapshot) -> Iterator[Panel]:
    """The first lines of each unit that has a number, a counter, or something late."""
    late: dict[str, list[Agenda]] = {}
    for kind in KINDS:
        for line in late_of_kind(snapshot, kind):
            if id := snapshot.unit_id(line.who):
                late.setdefault(id, []).append(line)
    counters = _counters(snapshot)
    for entry in snapshot.catalog.all(Unit):
        front = _front(snapshot, entry, counters.get(entry.id, ()), late.get(entry.id, []))
        if front.own or front.served or front.hours or front.late:
            yield panel(("unit", entry.id), 0, front)


def _front(snapshot: Snapshot, entry: Entry[Unit], counters: tuple[str, ...], late: list[Agenda]) -> UnitFront:
    unit, site = entry.model, snapshot.site
    above = {snapshot.unit_id(parent.unit) for parent in unit.parents}
    own = snapshot.unit_id(site.unit)
    served = entry.id == own or (own in above and unit.type not in OUTSIDE and unit.valid_to is None)
    worst = sorted(late, key=lambda line: (-(line.days or 0), line.place))
    return UnitFront(
        own=unit.phone,
        served=served or bool(counters),
        hours=unit.hours or (site.contact.hours if served or counters else None),
        counters=counters,
        late=tuple(LateItem(line.what, line.url, line.when, line.sample) for line in worst[:MOST]),
        more=max(len(worst) - MOST, 0),
    )


def _counters(snapshot: Snapshot) -> dict[str, tuple[str, ...]]:
    """By unit the counters at which it is met, as its roles and the guides name them."""
    found: dict[str, dict[str, None]] = {}
    named: list[tuple[str | None, str | None]] = []
    named += [(person.model.unit, person.model.counter) for person in snapshot.catalog.all(Person)]
    named += [(guide.model.receiving_point, guide.model.counter) for guide in snapshot.catalog.all(Procedure)]
    for unit, counter in named:
        if counter and (id := snapshot.unit_id(unit)):
            found.setdefault(id, {})[counter] = None
    return {id: tuple(sorted(counters)) for id, counters in found.items()}

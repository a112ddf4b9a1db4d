"""The ledger of duties: what was owed by the day, what of it was met, late or is missing. From values to values.

A duty has a slot for every period that falls due; one that must always be there has a single slot, and one that is owed
whenever something happens has a slot for each thing that did. Only what falls due after the site began to publish
counts, and an authority that has ended owes nothing after its end. A slot moves by time alone only from "not due" to
"missing"; what was published stays met.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from datetime import date, timedelta
from fnmatch import fnmatchcase

from site_gen.base.dataclass import dataclass
from site_gen.joined.duties import Owed, duties_of, no_ledger
from site_gen.kinds.unit.model import Level, Unit, UnitType
from site_gen.model.catalog import Catalog
from site_gen.model.choice import Choice
from site_gen.model.duty import MONTHS, Due, DutyPart, Rhythm
from site_gen.model.period import Period
from site_gen.model.settings import Site
from site_gen.model.working_days import OfficeCalendar
from site_gen.pages.contributions import Disclosure
from site_gen.reading.shipped import office_calendar
from site_gen.rules.snapshot import Snapshot

HORIZON = timedelta(366)
"""How far ahead the ledger looks."""


class DutyState(Choice):
    """How a duty, or one slot of it, stands."""

    MET = "met", "đã công khai", "published"
    LATE = "late", "công khai muộn", "published late"
    INCOMPLETE = "incomplete", "chưa đầy đủ"
    MISSING = "missing", "còn thiếu"
    NOT_DUE = "not_due", "chưa đến hạn", "not due yet"
    NOTHING = "nothing", "chưa phát sinh", "nothing to publish so far"
    ELSEWHERE = "elsewhere", "theo cách khác", "in another way"
    OFF = "off", "không áp dụng", "does not apply"


WORST = (DutyState.MISSING, DutyState.INCOMPLETE, DutyState.LATE, DutyState.MET, DutyState.NOT_DUE, DutyState.NOTHING)
"""Of several slots the first of these speaks for the duty."""
COUNTED = frozenset({DutyState.MET, DutyState.LATE, DutyState.INCOMPLETE, DutyState.MISSING})
"""What enters the coverage."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing that is owed: for a period, for an event, or always.

    Attributes:
        part: Of which part of the duty.
        state: How it stands on the day.
        due: The last day on time; for what must always be there, the day since which it is owed.
        period: Of which period, None for what has none.
        evidence: The disclosures that speak of it.
        lacking: Names of the units that still owe theirs.
    """

    part: DutyPart
    state: DutyState
    due: date | None = None
    period: Period | None = None
    evidence: tuple[Disclosure, ...] = ()
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A duty with its slots, and the state that sums them up."""

    owed: Owed
    state: DutyState
    slots: tuple[Slot, ...] = ()

    @property
    def counted(self) -> tuple[Slot, ...]:
        """The slots that enter the coverage."""
        return tuple(s for s in self.slots if s.state in COUNTED)


@dataclass(frozen=True, slots=True)
class Ledger:
    """All duties of an authority on a day.

    Attributes:
        lines: One for each duty.
        day: The day reckoned: the day of building, or the last day of an authority that has ended.
        since: From when on duties are counted.
        ended: Whether the authority has ended.
        absent: Why the site keeps no ledger; empty where it does.
    """

    lines: tuple[Line, ...]
    day: date
    since: date
    ended: bool = False
    absent: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What slots are reckoned with: the day, the beginning, the end if there is one, offices and units."""

    day: date
    since: date
    stated: bool
    end: date | None = None
    offices: OfficeCalendar = field(default_factory=office_calendar)
    units: Mapping[str, str] = field(default_factory=dict)


def ledger_of(snapshot: Snapshot, disclosures: tuple[Disclosure, ...]) -> Ledger:
    """The ledger of a site, reckoned from what it made public."""
    catalog, site = snapshot.catalog, snapshot.catalog.site
    absent = no_ledger(catalog)
    end = end_of(site)
    day = min(snapshot.as_of, end or snapshot.as_of)
    first = min((d.published for d in disclosures if d.published), default=day)
    since = site.publishes_since or min(first, day)
    frame = Frame(
        day, since, site.publishes_since is not None, end, office_calendar(site.calendar), _units(catalog, day)
    )
    owed = () if absent else (o for o in duties_of(catalog) if (o.duty.since or day) <= (end or date.max))
    topics = by_topic(disclosures)
    lines = tuple(line_of(o, topics, frame) for o in owed)
    return Ledger(lines, day, since, end is not None and end < snapshot.as_of, absent)


def end_of(site: Site) -> date | None:
    """The day on which the authority's duties end.

    A site that says it began to publish only after that day goes on for whoever keeps it.
    """
    goes_on = site.publishes_since is not None and site.valid_to is not None and site.publishes_since > site.valid_to
    return None if goes_on else site.valid_to


def by_topic(disclosures: Iterable[Disclosure]) -> dict[str, list[Disclosure]]:
    """Disclosures by their topic, so that ten thousand of them are compared by their few topics."""
    out: dict[str, list[Disclosure]] = {}
    for d in disclosures:
        out.setdefault(d.topic, []).append(d)
    return out


def line_of(owed: Owed, topics: Mapping[str, list[Disclosure]], frame: Frame) -> Line:
    """A duty and all its slots."""
    duty = owed.duty
    if owed.off:
        return Line(owed, DutyState.OFF)
    if duty.instead or not duty.parts:
        return Line(owed, DutyState.ELSEWHERE)
    slots: list[Slot] = []
    for part in duty.parts:
        since = max((d for d in (duty.since, part.since) if d), default=date.min)
        until = min((d for d in (duty.until, part.until) if d), default=date.max)
        mine = [
            d for topic, found in topics.items() if any(fits(topic, wanted) for wanted in part.topics) for d in found
        ]
        slots += _slots(part, mine, frame, since, until)
    states = {s.state for s in slots}
    return Line(owed, next((s for s in WORST if s in states), DutyState.NOT_DUE), tuple(slots))


def fits(topic: str, wanted: str) -> bool:
    """Whether a disclosure's topic is the one that is wanted; `*` stands for one step of it."""
    here, there = topic.split("/"), wanted.split("/")
    return len(here) == len(there) and all(fnmatchcase(h, t) for h, t in zip(here, there, strict=True))


def _slots(part: DutyPart, mine: list[Disclosure], frame: Frame, since: date, until: date) -> Iterator[Slot]:
    if part.every is Rhythm.CURRENT:
        yield _current(part, mine, frame, since)
    elif part.every is Rhythm.EVENT:
        yield from _events(part, mine, frame)
    else:
        yield from _periods(part, mine, frame, since, until)


def _current(part: DutyPart, mine: list[Disclosure], frame: Frame, since: date) -> Slot:
    owed_from = max(since, frame.since)
    valid = tuple(d for d in mine if d.until is None or d.until >= frame.day)
    if valid:
        return Slot(
            part, DutyState.MET if all(d.complete for d in valid) else DutyState.INCOMPLETE, owed_from, None, valid
        )
    return Slot(part, DutyState.NOT_DUE if frame.day < owed_from else DutyState.MISSING, owed_from)


def _events(part: DutyPart, mine: list[Disclosure], frame: Frame) -> Iterator[Slot]:
    for d in mine:
        judged = part.due is not None and d.created is not None and d.created >= frame.since
        due = part.due.after(d.created, frame.offices) if judged and part.due and d.created else None
        late = due is not None and d.published is not None and d.published > due
        state = DutyState.INCOMPLETE if not d.complete else DutyState.LATE if late else DutyState.MET
        yield Slot(part, state, due, d.period, (d,))
    if not mine:
        yield Slot(part, DutyState.NOTHING)


def _periods(part: DutyPart, mine: list[Disclosure], frame: Frame, since: date, until: date) -> Iterator[Slot]:
    months = MONTHS[part.every]
    shown: dict[Period, list[Disclosure]] = {}
    for d in mine:
        if (period := period_of(d, months, part.months)) is not None:
            shown.setdefault(period, []).append(d)
    begin = (
        frame.since
        if frame.stated
        else max(frame.since, min((d.published for d in mine if d.published), default=date.min))
    )
    last = min(frame.day + HORIZON, frame.end or date.max)
    for period in sorted({*_spans(begin, last, months), *shown}):
        if not since <= period.last or not period.first <= until:
            continue
        due = (part.due or Due()).day(period, frame.offices)
        evidence = tuple(shown.get(period, ()))
        if evidence or begin < due <= last:
            yield _period(part, period, due, evidence, frame)


def _period(part: DutyPart, period: Period, due: date, evidence: tuple[Disclosure, ...], frame: Frame) -> Slot:
    lacking: tuple[str, ...] = ()
    if part.each_unit:
        having = {d.unit for d in evidence}
        lacking = tuple(name for id, name in frame.units.items() if id not in having)
    over = frame.day > due
    if not evidence:
        return Slot(part, DutyState.MISSING if over else DutyState.NOT_DUE, due, period, (), lacking)
    if not all(d.complete for d in evidence) or (lacking and over):
        return Slot(part, DutyState.INCOMPLETE, due, period, evidence, lacking)
    if lacking:
        return Slot(part, DutyState.NOT_DUE, due, period, evidence, lacking)
    days = [d.published for d in evidence if d.published]
    return Slot(part, DutyState.LATE if days and min(days) > due else DutyState.MET, due, period, evidence)


def period_of(d: Disclosure, months: int, begun: int | None = None) -> Period | None:
    """Which period of so many months a disclosure answers for.

    A longer report that ends with a period stands for it: six months for the second quarter, a year for the fourth. What
    states no period belongs to that in which it was made. `begun` asks for the first so many months of a year, as budgets
    tell of 3, 6 and 9 months.
    """
    if d.period is None:
        day = d.created or d.published
        return Period.on(day, months) if day is not None else None
    if begun is not None and d.period.months == begun and d.period.first.month == 1:
        return Period.on(d.period.last, months)
    if months == 1:
        return d.period if d.period.months == 1 else None
    found = Period.on(d.period.last, months)
    return found if d.period.months >= months and found.last == d.period.last else None


def _spans(begin: date, last: date, months: int) -> Iterator[Period]:
    """Every period that could fall due between two days, however early or late in it."""
    for year in range(max(begin.year - 2, 1), last.year + 2):
        for month in range(1, 13, months):
            yield Period.of(year, month, months)


_SINGLE = (UnitType.DEPARTMENT, UnitType.SECTION, UnitType.PUBLIC_SERVICE_UNIT)


def _units(catalog: Catalog, day: date) -> dict[str, str]:
    """The authority's own departments and sections on a day, by id."""
    out: dict[str, str] = {}
    for entry in catalog.all(Unit):
        unit = entry.model
        alive = (unit.valid_from is None or unit.valid_from <= day) and (unit.valid_to is None or day <= unit.valid_to)
        if alive and unit.level is Level.INTERNAL and unit.type in _SINGLE:
            out[entry.id] = unit.short_name or unit.name
    return out

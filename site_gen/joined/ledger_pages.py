"""The page "Tình trạng công khai": every duty with its state, its evidence, and what is missing by when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Key, Record
from site_gen.base.vietnamese import show_date
from site_gen.joined.coverage import THRESHOLDS, Coverage, coverage
from site_gen.joined.duty_papers import lacking_papers
from site_gen.joined.ledger import DutyState, Ledger, Line, Slot
from site_gen.joined.ledger_agenda import URL, by_part, coming_slots, first_incomplete, lack, name_of, periods
from site_gen.model.duty import DueSource, Rhythm
from site_gen.model.law import Confidence
from site_gen.pages.frames import Shown, panel
from site_gen.pages.life import Status
from site_gen.pages.page import Page, Panel, latest
from site_gen.rules.snapshot import Link, Snapshot

TITLE = msg("State of disclosure")
TEXT = msg("Every duty to publish: what is there, what is late, what is missing, and by when.")
FAMILIES = {
    DutyState.MET: "done",
    DutyState.LATE: "soon",
    DutyState.INCOMPLETE: "run",
    DutyState.MISSING: "late",
    DutyState.NOT_DUE: "calm",
    DutyState.NOTHING: "calm",
    DutyState.ELSEWHERE: "loop",
    DutyState.OFF: "calm",
}
"""Which of the six shapes of the theme shows a state."""
LACKING = (DutyState.MISSING, DutyState.INCOMPLETE, DutyState.LATE)
"""States of what a citizen cannot find as the law wants it, the worst first."""
MOST = 2
"""So many pieces of evidence are linked; of the rest only how many."""
FILLING = timedelta(30)
"""So long a site that has just begun is not graded on its home page."""


@dataclass(frozen=True)
class Figure(Record):
    """How many duties are in a state."""

    n: int
    word: str
    family: Key


@dataclass(frozen=True)
class Piece(Record):
    """Something that was made public, or a duty, with its page."""

    title: str
    url: Address
    sample: bool = False


@dataclass(frozen=True)
class Grade(Record):
    """From how many per cent on a grade is given."""

    least: int
    word: str


@dataclass(frozen=True)
class DutyRow(Record):
    """A duty as the page shows it; texts are empty and days None where there is nothing to say."""

    id: Key
    title: str
    text: str
    state: Status
    since: date | None
    who: str
    laws: str
    plans: str
    evidence: tuple[Piece, ...]
    more: int
    gaps: tuple[str, ...]
    begin: Piece | None
    next: tuple[str, ...]
    reason: str
    changed: str


@dataclass(frozen=True)
class LedgerPage(Shown):
    """The page of the ledger: first the duties that are not met as they should be, then the rest."""

    template = "ledger.html"
    absent: str
    summary: str
    percent: int | None
    figures: tuple[Figure, ...]
    lacking: tuple[DutyRow, ...]
    rest: tuple[DutyRow, ...]
    day: date
    since: date
    ended: bool
    illustration: bool
    grades: tuple[Grade, ...]
    unit: Link


@dataclass(frozen=True)
class Coming(Record):
    """What is to be published next."""

    day: date | None
    title: str
    period: str
    url: Address


@dataclass(frozen=True)
class LedgerPanel(Shown):
    """The ledger on the home page."""

    template = "ledger_panel.html"
    summary: str
    url: Address
    next: tuple[Coming, ...]
    missing: tuple[Piece, ...]
    missing_count: int
    sample: bool


def ledger_page(snapshot: Snapshot, ledger: Ledger) -> Page:
    """The page of the ledger; where the site keeps none it says why."""
    found = coverage(ledger)
    counted = [line.state for line in ledger.lines]
    context = LedgerPage(
        absent=ledger.absent,
        summary=summary(snapshot, ledger, found),
        percent=found.percent,
        figures=tuple(
            Figure(n, snapshot.word(state), FAMILIES[state]) for state in DutyState if (n := counted.count(state))
        ),
        lacking=tuple(
            _duty(snapshot, line, ledger) for state in LACKING for line in ledger.lines if line.state is state
        ),
        rest=tuple(_duty(snapshot, line, ledger) for line in ledger.lines if line.state not in LACKING),
        day=ledger.day,
        since=ledger.since,
        ended=ledger.ended,
        illustration=snapshot.site.illustration is not None,
        grades=tuple(Grade(least, snapshot.word(grade)) for least, grade in THRESHOLDS),
        unit=snapshot.link("unit", snapshot.site.unit),
    )
    evidence = [d for line in ledger.lines for slot in line.slots for d in slot.evidence]
    return Page(
        URL,
        context.template,
        snapshot.say(TITLE),
        context,
        crumbs=((snapshot.say(msg("Disclosure")), "cong-khai/index.html"),),
        section="cong-khai",
        updated=latest(d.published for d in evidence),
        sample=any(d.sample for d in evidence),
    )


def summary(snapshot: Snapshot, ledger: Ledger, found: Coverage) -> str:
    """One sentence: how many of the duties that were due are met, and the coverage with its grade."""
    if ledger.absent:
        return ""
    if found.percent is None or found.grade is None:
        return snapshot.say(msg("Nothing has fallen due yet."))
    return snapshot.say(
        msg(
            "{n} of {m} duties that were due are fully met; coverage {percent}\u00a0%, grade: {grade}.",
            n=found.met,
            m=found.due,
            percent=found.percent,
            grade=snapshot.word(found.grade),
        )
    )


def _duty(snapshot: Snapshot, line: Line, ledger: Ledger) -> DutyRow:
    duty, day = line.owed.duty, ledger.day
    evidence = list(dict.fromkeys(Piece(d.title, d.url, d.sample) for slot in _newest(line) for d in slot.evidence))
    first = next(
        (d for s in line.slots if s.state is DutyState.INCOMPLETE and (d := first_incomplete(s)) is not None), None
    )
    laws = [r for r in duty.references if not r.plan and r.confidence is Confidence.READ and r.holds(day)]
    return DutyRow(
        id=duty.id,
        title=duty.title,
        text=duty.text,
        state=Status(FAMILIES[line.state], snapshot.word(line.state)),
        since=_since(line),
        who=duty.who,
        laws="; ".join(", ".join(x for x in (r.name, r.number, r.clause) if x) for r in laws),
        plans="; ".join(dict.fromkeys(r.name for r in duty.references if r.plan)),
        evidence=tuple(evidence[:MOST]),
        more=max(len(evidence) - MOST, 0),
        gaps=(
            *(words for slots in by_part(line) for words in _gaps(snapshot, slots)),
            *lacking_papers(snapshot, line, ledger),
        ),
        begin=Piece(first.title, first.url) if first else None,
        next=tuple(words for slots in by_part(line) if (words := _next(snapshot, slots))),
        reason=line.owed.off or duty.instead or "",
        changed=" ".join(line.owed.changed),
    )


def _newest(line: Line) -> list[Slot]:
    """Slots with evidence, the latest due first."""
    return sorted((s for s in line.slots if s.evidence), key=lambda s: s.due or date.min, reverse=True)


def _since(line: Line) -> date | None:
    """Since when it has been met: the first day of publication of what meets it."""
    if line.state is not DutyState.MET:
        return None
    return min((d.published for s in line.slots for d in s.evidence if d.published), default=None)


def _gaps(snapshot: Snapshot, slots: list[Slot]) -> Iterator[str]:
    """What is missing, late or incomplete of one part of a duty."""
    language = snapshot.site.language.value
    part = f"{slots[0].part.title}: " if slots[0].part.title else ""
    missing = [s for s in slots if s.state is DutyState.MISSING]
    dated = [s for s in missing if s.period and s.due]
    if dated:
        newest = max(dated, key=lambda s: s.due or date.min)
        words = msg(
            "{periods}; the last was due on {day}", periods=periods(dated, language), day=due_words(snapshot, newest)
        )
        yield part + snapshot.say(words)
    elif missing:
        yield part + snapshot.say(msg("nothing published yet"))
    faulty = [s for s in slots if s.state is DutyState.INCOMPLETE]
    if faulty and slots[0].part.every is Rhythm.EVENT:
        yield part + snapshot.say(msg("{n} of {m} incomplete", n=len(faulty), m=len(slots)))
    else:
        for slot in faulty[-MOST:]:
            yield part + snapshot.say(lack(slot))
    late = [s for s in slots if s.state is DutyState.LATE]
    if late and all(s.period for s in late):
        yield part + snapshot.say(msg("published late: {periods}", periods=periods(late, language)))


def _next(snapshot: Snapshot, slots: list[Slot]) -> str:
    coming = [s for s in slots if s.state is DutyState.NOT_DUE and s.due]
    if not coming:
        return ""
    slot = min(coming, key=lambda s: s.due or date.min)
    named = " ".join(x for x in (slots[0].part.title or "", str(slot.period or "")) if x)
    day = due_words(snapshot, slot)
    return f"{named}: {day}" if named else day


def due_words(snapshot: Snapshot, slot: Slot) -> str:
    """A due day, and whether law, a plan or nobody but this site set it."""
    day = show_date(slot.due) if slot.due else ""
    source = slot.part.due.source if slot.part.due else DueSource.HOUSE
    return f"{day} ({snapshot.word(source)})" if source is not DueSource.HOUSE else f"{day}*"


def is_filling(snapshot: Snapshot) -> bool:
    """Whether a site is still being filled: it does not say since when it is complete, or has said so only lately."""
    since = snapshot.catalog.site.publishes_since
    return since is None or snapshot.as_of < since + FILLING


def home_panel(snapshot: Snapshot, ledger: Ledger) -> Iterator[Panel]:
    """Three lines for the home page: coverage, what falls due next, what is missing.

    A site that is still being filled is not graded there: "much is missing" would be all that its first readers learn.
    """
    if ledger.absent or ledger.ended:
        return
    coming: dict[str, tuple[Line, Slot]] = {}
    for line, slot in sorted(coming_slots(ledger), key=lambda pair: (pair[1].due or ledger.day, pair[0].owed.duty.id)):
        coming.setdefault(line.owed.duty.id, (line, slot))
    short = [line for line in ledger.lines if line.state is DutyState.MISSING]
    filling = is_filling(snapshot)
    context = LedgerPanel(
        summary=snapshot.say(msg("This site is still being filled; how complete it is has not been reckoned yet."))
        if filling
        else summary(snapshot, ledger, coverage(ledger)),
        url=URL,
        next=tuple(
            Coming(slot.due, name_of(line, slot), str(slot.period or ""), f"{URL}#{line.owed.duty.id}")
            for line, slot in list(coming.values())[:3]
        ),
        missing=tuple(Piece(line.owed.duty.title, f"{URL}#{line.owed.duty.id}") for line in short[:3] if not filling),
        missing_count=0 if filling else len(short),
        sample=any(d.sample for line in ledger.lines for s in line.slots for d in s.evidence),
    )
    yield panel(("site", "home"), 70, context)

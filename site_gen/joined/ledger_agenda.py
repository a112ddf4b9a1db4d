"""What the ledger has to say in `sitegen list` and in the calendar: late, missing, due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from site_gen.base.messages import Message, msg, say
from site_gen.joined.ledger import DutyState, Ledger, Line, Slot
from site_gen.model.duty import Rhythm
from site_gen.pages.contributions import Disclosure, ScheduledChange
from site_gen.pages.page import Agenda
from site_gen.rules.snapshot import Snapshot

URL = "cong-khai/tinh-trang.html"
FEW = 3
"""So many periods are named; of the rest only how many."""


def ledger_agenda(snapshot: Snapshot, ledger: Ledger) -> Iterator[Agenda]:
    """A line for each part of a duty that is late or missing, and for the next period of each that comes due.

    An authority that has ended can mend nothing, so it has no lines.
    """
    if ledger.ended:
        return
    language = snapshot.catalog.site.language.value
    for line in ledger.lines:
        for slots in by_part(line):
            yield from _part(line, slots, ledger, language)


def _part(line: Line, slots: list[Slot], ledger: Ledger, language: str) -> Iterator[Agenda]:
    duty = line.owed.duty

    def line_for(state: str, words: Message, when: date | None, days: int | None) -> Agenda:
        what = f"{duty.id.upper()} {name_of(line, slots[0])}: {say(words, language)}"
        return Agenda(state, when, what, duty.who, duty.id, f"{URL}#{duty.id}", days)

    missing = [s for s in slots if s.state is DutyState.MISSING]
    dated = [s for s in missing if s.period and s.due]
    if dated:
        oldest = min(s.due for s in dated if s.due)
        words = msg("not published: {periods}", periods=periods(dated, language))
        yield line_for("late", words, oldest, (ledger.day - oldest).days)
    elif missing:
        yield line_for("missing", msg("nothing published yet"), None, None)
    faulty = [s for s in slots if s.state is DutyState.INCOMPLETE]
    if faulty and slots[0].part.every is Rhythm.EVENT:
        words = msg("{n} of {m} incomplete", n=len(faulty), m=len(slots))
        yield line_for("missing", with_keys(words, faulty[0]), None, None)
    else:
        for slot in faulty:
            yield line_for("missing", with_keys(lack(slot), slot), None, None)
    coming = min(
        (s for s in slots if s.state is DutyState.NOT_DUE and s.due), key=lambda s: s.due or ledger.day, default=None
    )
    if coming and coming.due:
        words = (
            msg("publish {period}", period=str(coming.period))
            if coming.period
            else msg("must be there from this day on")
        )
        yield line_for("due", words, coming.due, (coming.due - ledger.day).days)


def ledger_changes(snapshot: Snapshot, ledger: Ledger) -> Iterator[ScheduledChange]:
    """The days on which a duty becomes late or missing, because nothing was published by the day before."""
    for line in ledger_agenda(snapshot, ledger):
        if line.state == "due" and line.when:
            words = msg("{duty}: late, if nothing is published by then", duty=line.what)
            what = say(words, snapshot.catalog.site.language.value)
            yield ScheduledChange(line.when + timedelta(1), what, line.place, URL)


def by_part(line: Line) -> list[list[Slot]]:
    """The slots of a duty, part by part; a part whose due day changed with the law is still the same part."""
    parts: dict[tuple[str, ...], list[Slot]] = {}
    for slot in line.slots:
        parts.setdefault((slot.part.title or "", *slot.part.topics), []).append(slot)
    return list(parts.values())


def name_of(line: Line, slot: Slot) -> str:
    """The duty, and which part of it where it has several."""
    title = line.owed.duty.title
    return f"{title} – {slot.part.title}" if slot.part.title else title


def periods(slots: Iterable[Slot], language: str) -> str:
    """The newest periods by name, and how many more there are."""
    found = sorted((s.period for s in slots if s.period), reverse=True)
    named = ", ".join(str(p) for p in found[:FEW])
    more = len(found) - FEW
    return say(msg("{periods} and {n} earlier ones", periods=named, n=more), language) if more > 0 else named


def lack(slot: Slot) -> Message:
    """What an incomplete slot lacks."""
    about = str(slot.period) if slot.period else ""
    if slot.lacking:
        words = msg("nothing yet of: {units}", units="; ".join(slot.lacking))
    else:
        short = sum(not d.complete for d in slot.evidence)
        words = msg("{n} of {m} incomplete", n=short, m=len(slot.evidence))
    return msg("{period}: {words}", period=about, words=words) if about else words


def with_keys(words: Message, slot: Slot) -> Message:
    """The words, and for editors the first file that lacks something with the keys to add there."""
    first = first_incomplete(slot)
    if first is None or not first.lacks:
        return words
    return msg("{words}; {file} lacks {keys}", words=words, file=first.entry, keys=first.lacks)


def first_incomplete(slot: Slot) -> Disclosure | None:
    """Where to begin mending."""
    return next((d for d in slot.evidence if not d.complete), None)


def coming_slots(ledger: Ledger) -> Iterator[tuple[Line, Slot]]:
    """Everything that falls due from the day on, for the calendar."""
    if ledger.ended:
        return
    for line in ledger.lines:
        for slot in line.slots:
            if (
                slot.state is DutyState.NOT_DUE
                and slot.due
                and slot.due >= ledger.day
                and slot.part.every is not Rhythm.EVENT
            ):
                yield line, slot


def heading(line: Line, slot: Slot) -> str:
    """What the calendar calls a due day."""
    about = f": {slot.period}" if slot.period else ""
    return f"{line.owed.duty.id.upper()} {name_of(line, slot)}{about}"

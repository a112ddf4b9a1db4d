"""The page "Tình trạng công khai": every duty with its state, its evidence, and what is missing by when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from site_gen.base.messages import Message, msg, say
from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import show_date
from site_gen.joined.coverage import THRESHOLDS, Coverage, coverage
from site_gen.joined.ledger import Ledger, Line, Slot, State
from site_gen.joined.ledger_agenda import URL, by_part, coming_slots, first_incomplete, lack, name_of, periods
from site_gen.model.duty import DueSource, Rhythm
from site_gen.model.law import Confidence
from site_gen.pages.columns import Column, coded
from site_gen.pages.contributions import Table
from site_gen.pages.page import Page, Panel
from site_gen.rules.snapshot import Snapshot

TITLE = msg("State of disclosure")
TEXT = msg("Every duty to publish: what is there, what is late, what is missing, and by when.")
FAMILIES = {
    State.MET: "done",
    State.LATE: "soon",
    State.INCOMPLETE: "run",
    State.MISSING: "late",
    State.NOT_DUE: "calm",
    State.NOTHING: "calm",
    State.ELSEWHERE: "loop",
    State.OFF: "calm",
}
"""Which of the six shapes of the theme shows a state."""
MOST = 2
FILLING = timedelta(30)
"""So long a site that has just begun is not graded on its home page."""
"""So many pieces of evidence are linked; of the rest only how many."""


def ledger_page(snapshot: Snapshot, ledger: Ledger) -> Page:
    """The page of the ledger; where the site keeps none it says why."""
    language = snapshot.catalog.site.language.value

    def text(message: Message) -> str:
        return say(message, language)

    found = coverage(ledger)
    counted = [line.state for line in ledger.lines]
    figures: list[Plain] = [
        {"n": n, "word": snapshot.word(state), "family": FAMILIES[state]}
        for state in State
        if (n := counted.count(state))
    ]
    context: Context = {
        "absent": ledger.absent,
        "summary": summary(snapshot, ledger, found),
        "percent": -1 if found.percent is None else found.percent,
        "figures": figures,
        "duties": [_duty(snapshot, line, ledger.day) for line in ledger.lines],
        "day": show_date(ledger.day),
        "since": show_date(ledger.since),
        "ended": ledger.ended,
        "illustration": snapshot.catalog.site.illustration is not None,
        "grades": [{"from": least, "word": snapshot.word(grade)} for least, grade in THRESHOLDS],
        "unit": snapshot.link("unit", snapshot.catalog.site.unit),
    }
    evidence = [d for line in ledger.lines for slot in line.slots for d in slot.evidence]
    return Page(
        URL,
        "ledger.html",
        text(TITLE),
        context,
        crumbs=((text(msg("Disclosure")), "cong-khai/index.html"),),
        section="cong-khai",
        updated=max((d.published.isoformat() for d in evidence if d.published), default=""),
        sample=any(d.sample for d in evidence),
    )


def summary(snapshot: Snapshot, ledger: Ledger, found: Coverage) -> str:
    """One sentence: how many of the duties that were due are met, and the coverage with its grade."""
    language = snapshot.catalog.site.language.value
    if ledger.absent:
        return ""
    if found.percent is None or found.grade is None:
        return say(msg("Nothing has fallen due yet."), language)
    words = msg(
        "{n} of {m} duties that were due are fully met; coverage {percent}\u00a0%, grade: {grade}.",
        n=found.met,
        m=found.due,
        percent=found.percent,
        grade=snapshot.word(found.grade),
    )
    return say(words, language)


def _duty(snapshot: Snapshot, line: Line, day: date) -> Plain:
    duty = line.owed.duty
    evidence = list(dict.fromkeys((d.title, d.url, d.sample) for slot in _newest(line) for d in slot.evidence))
    first = next(
        (d for s in line.slots if s.state is State.INCOMPLETE and (d := first_incomplete(s)) is not None), None
    )
    laws = [r for r in duty.references if not r.plan and r.confidence is Confidence.READ and r.holds(day)]
    return {
        "id": duty.id,
        "code": duty.id.upper(),
        "title": duty.title,
        "text": duty.text,
        "state": {"family": FAMILIES[line.state], "word": snapshot.word(line.state), "detail": ""},
        "since": _since(line),
        "who": duty.who,
        "weight": duty.weight,
        "channels": ", ".join(snapshot.word(channel) for channel in duty.channels),
        "laws": "; ".join(", ".join(x for x in (r.name, r.number, r.clause) if x) for r in laws),
        "plans": "; ".join(dict.fromkeys(r.name for r in duty.references if r.plan)),
        "evidence": [{"title": t, "url": u, "sample": s} for t, u, s in evidence[:MOST]],
        "more": max(len(evidence) - MOST, 0),
        "gaps": [words for slots in by_part(line) for words in _gaps(snapshot, slots)],
        "begin": {"title": first.title, "url": first.url} if first else {},
        "next": [words for slots in by_part(line) if (words := _next(snapshot, slots))],
        "reason": line.owed.off or duty.instead or "",
        "checked": ", ".join(duty.checked_by) if line.state is State.ELSEWHERE else "",
        "changed": " ".join(line.owed.changed),
    }


def _newest(line: Line) -> list[Slot]:
    """Slots with evidence, the latest due first."""
    return sorted((s for s in line.slots if s.evidence), key=lambda s: s.due or date.min, reverse=True)


def _since(line: Line) -> str:
    """Since when it has been met: the first day of publication of what meets it."""
    if line.state is not State.MET:
        return ""
    days = [d.published for s in line.slots for d in s.evidence if d.published]
    return show_date(min(days)) if days else ""


def _gaps(snapshot: Snapshot, slots: list[Slot]) -> Iterator[str]:
    """What is missing, late or incomplete of one part of a duty."""
    language = snapshot.catalog.site.language.value
    part = f"{slots[0].part.title}: " if slots[0].part.title else ""
    missing = [s for s in slots if s.state is State.MISSING]
    dated = [s for s in missing if s.period and s.due]
    if dated:
        newest = max(dated, key=lambda s: s.due or date.min)
        words = msg(
            "{periods}; the last was due on {day}", periods=periods(dated, language), day=due_words(snapshot, newest)
        )
        yield part + say(words, language)
    elif missing:
        yield part + say(msg("nothing published yet"), language)
    faulty = [s for s in slots if s.state is State.INCOMPLETE]
    if faulty and slots[0].part.every is Rhythm.EVENT:
        yield part + say(msg("{n} of {m} incomplete", n=len(faulty), m=len(slots)), language)
    else:
        for slot in faulty[-MOST:]:
            yield part + say(lack(slot), language)
    late = [s for s in slots if s.state is State.LATE]
    if late and all(s.period for s in late):
        yield part + say(msg("published late: {periods}", periods=periods(late, language)), language)


def _next(snapshot: Snapshot, slots: list[Slot]) -> str:
    coming = [s for s in slots if s.state is State.NOT_DUE and s.due]
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


def ledger_table(snapshot: Snapshot, ledger: Ledger) -> Table:
    """Every slot of the ledger as open data."""
    columns = (
        Column("duty", "Mã nghĩa vụ"),
        Column("title", "Tên nghĩa vụ"),
        coded("state", "Tình trạng", State),
        Column("period", "Kỳ"),
        Column("due", "Hạn", "date"),
        Column("published", "Ngày công khai", "date"),
        Column("evidence", "Số mục đã công khai", "integer"),
        Column("url", "Địa chỉ"),
    )
    rows: list[tuple[Plain, ...]] = []
    for line in ledger.lines:
        code = line.owed.duty.id.upper()
        if not line.slots:
            rows.append((code, line.owed.duty.title, line.state.value, None, None, None, 0, None))
        for slot in line.slots:
            days = [d.published for d in slot.evidence if d.published]
            rows.append(
                (
                    code,
                    name_of(line, slot),
                    slot.state.value,
                    slot.period.key if slot.period else None,
                    slot.due.isoformat() if slot.due else None,
                    min(days).isoformat() if days else None,
                    len(slot.evidence),
                    slot.evidence[0].url if slot.evidence else None,
                )
            )
    sample = any(d.sample for line in ledger.lines for s in line.slots for d in s.evidence)
    return Table(
        "tinh-trang-cong-khai",
        snapshot.say(TITLE),
        columns,
        tuple(rows),
        sample=sample,
        shown=("ledger.html",),
        text=snapshot.say(TEXT),
    )


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
    short = [line for line in ledger.lines if line.state is State.MISSING]
    filling = is_filling(snapshot)
    context: Context = {
        "summary": snapshot.say(msg("This site is still being filled; how complete it is has not been reckoned yet."))
        if filling
        else summary(snapshot, ledger, coverage(ledger)),
        "url": URL,
        "next": [
            {
                "day": show_date(slot.due) if slot.due else "",
                "title": name_of(line, slot),
                "period": str(slot.period or ""),
                "url": f"{URL}#{line.owed.duty.id}",
            }
            for line, slot in list(coming.values())[:3]
        ],
        "missing": [
            {"title": line.owed.duty.title, "url": f"{URL}#{line.owed.duty.id}"} for line in short[:3] if not filling
        ],
        "missing_count": 0 if filling else len(short),
        "sample": any(d.sample for line in ledger.lines for s in line.slots for d in s.evidence),
    }
    yield Panel(("site", "home"), 70, "ledger_panel.html", context)

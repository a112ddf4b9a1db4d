"""Dialogues: those to come, those held, and what was asked and answered at each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from site_gen.base.messages import msg
from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import show_date
from site_gen.kinds.dialogue.model import Dialogue, Question
from site_gen.kinds.dialogue.rules import ANSWER_WITHIN
from site_gen.model.entry import Entry
from site_gen.pages.columns import Column
from site_gen.pages.contributions import Disclosure, FeedItem, ScheduledChange, Section, Table, keys_of
from site_gen.pages.page import Agenda, Page, Panel
from site_gen.rules.snapshot import Snapshot

SECTION = Section(
    "cong-khai",
    "doi-thoai/index.html",
    msg("Dialogues"),
    msg("Leaders meet citizens and businesses: when, what was asked, what was answered."),
    60,
)
TABLE = "doi-thoai"


def url(id: str) -> str:
    """Address of a dialogue."""
    return f"doi-thoai/{id}.html"


def known(snapshot: Snapshot) -> list[Entry[Dialogue]]:
    """Every dialogue, newest first."""
    return sorted(snapshot.catalog.all(Dialogue), key=lambda e: (-e.model.date.toordinal(), e.id))


def answered(meeting: Dialogue) -> int:
    """How many questions have an answer."""
    return sum(q.answer is not None for q in meeting.questions)


def is_coming(meeting: Dialogue, day: date) -> bool:
    """Whether citizens can still come; on its own day they can."""
    return meeting.cancelled is None and meeting.date >= day


def is_held(meeting: Dialogue, day: date) -> bool:
    """Whether it took place before the day."""
    return meeting.cancelled is None and meeting.date < day


def row(snapshot: Snapshot, entry: Entry[Dialogue]) -> Context:
    """A dialogue in a list."""
    meeting = entry.model
    return {
        "id": entry.id,
        "url": url(entry.id),
        "title": meeting.title,
        "day": show_date(meeting.date),
        "coming": is_coming(meeting, snapshot.as_of),
        "cancelled": meeting.cancelled or "",
        "place": meeting.place,
        "unit": snapshot.link("unit", meeting.unit),
        "questions": len(meeting.questions),
        "answered": answered(meeting),
        "minutes": meeting.minutes is not None,
        "sample": meeting.sample,
    }


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The list and a page each."""
    found = known(snapshot)
    rows = [row(snapshot, e) for e in found]
    hub = (snapshot.say(msg("Disclosure")), "cong-khai/index.html")
    title = snapshot.say(SECTION.title)
    context: Context = {
        "coming": [r for r in reversed(rows) if r["coming"]],
        "held": [r for r in rows if not r["coming"] and not r["cancelled"]],
        "off": [r for r in rows if r["cancelled"]],
    }
    yield Page(
        SECTION.url,
        "dialogue/list.html",
        title,
        context,
        tuple(e.path for e in found),
        (hub,),
        SECTION.menu,
        updated=max((d.isoformat() for e in found if (d := e.model.updated_at or e.model.published_at)), default=""),
        sample=any(e.model.sample for e in found),
        long=("coming", "held", "off"),
    )
    for entry in found:
        meeting = entry.model
        day = meeting.updated_at or meeting.published_at
        yield Page(
            url(entry.id),
            "dialogue/page.html",
            meeting.title,
            _context(snapshot, entry),
            (entry.path,),
            (hub, (title, SECTION.url)),
            SECTION.menu,
            ("dialogue", entry.id),
            updated=day.isoformat() if day else "",
            sample=meeting.sample,
        )


def _context(snapshot: Snapshot, entry: Entry[Dialogue]) -> Context:
    meeting = entry.model
    file = snapshot.catalog.attachments.get(meeting.programme or "")
    return {
        **row(snapshot, entry),
        "chair": meeting.chaired_by,
        "groups": list(meeting.groups),
        "plan": snapshot.link("plan", meeting.plan) if meeting.plan else {},
        "announced": show_date(meeting.announced_on) if meeting.announced_on else "",
        "programme": file.path if file else "",
        "minutes_doc": snapshot.document(meeting.minutes) if meeting.minutes else {},
        "attendance": meeting.attendance or "",
        "asked": [
            {
                "summary": q.summary,
                "unit": snapshot.link("unit", q.unit),
                "answer": q.answer or "",
                "day": show_date(q.answered_on) if q.answered_on else "",
                "due": show_date(q.due) if q.due else "",
            }
            for q in meeting.questions
        ],
        "notes": snapshot.notes_of(entry.path),
    }


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """What each unit was asked, with the answers still open first."""
    units: dict[str, list[Plain]] = {}
    for entry in known(snapshot):
        for number, question in enumerate(entry.model.questions, 1):
            if entry.model.cancelled is None and (name := snapshot.catalog.named("unit", question.unit)):
                line: Context = {
                    "summary": question.summary,
                    "answered": question.answer is not None,
                    "url": f"{url(entry.id)}#kn-{number}",
                    "day": show_date(entry.model.date),
                    "sample": entry.model.sample,
                }
                units.setdefault(name.id, []).append(line)
    for id, rows in units.items():
        yield Panel(("unit", id), 62, "dialogue/panel.html", {"rows": rows[:8], "more": SECTION.url})


def agenda(snapshot: Snapshot) -> Iterator[Agenda]:
    """Answers that are due or late, and dialogues to come."""
    for entry in known(snapshot):
        meeting = entry.model
        if is_coming(meeting, snapshot.as_of):
            days = (meeting.date - snapshot.as_of).days
            yield Agenda("due", meeting.date.isoformat(), meeting.title, meeting.unit, entry.path, url(entry.id), days)
        for question in meeting.questions:
            due = question.due or meeting.date + ANSWER_WITHIN
            if question.answer is None and is_held(meeting, snapshot.as_of):
                what = snapshot.say(msg("answer to: {text}", text=question.summary))
                late = (snapshot.as_of - due).days
                kind, days = ("late", late) if late > 0 else ("due", -late)
                yield Agenda(kind, due.isoformat(), what, question.unit, entry.path, url(entry.id), days)


def disclosures(snapshot: Snapshot) -> Iterator[Disclosure]:
    """Each dialogue that was held; complete with minutes and all answers."""
    for entry in known(snapshot):
        meeting = entry.model
        if is_held(meeting, snapshot.as_of):
            name = snapshot.catalog.named("unit", meeting.unit)
            yield Disclosure(
                "dialogue",
                meeting.title,
                url(entry.id),
                created=meeting.date,
                published=meeting.published_at,
                number=(meeting.minutes.number or "") if meeting.minutes else "",
                unit=name.id if name else "",
                entry=entry.path,
                complete=meeting.minutes is not None and answered(meeting) == len(meeting.questions),
                lacks=keys_of(Dialogue, "minutes")
                if meeting.minutes is None
                else keys_of(Question, "answer", "answered_on"),
                sample=meeting.sample,
            )


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """Every question of every dialogue."""
    found = known(snapshot)
    yield Table(
        TABLE,
        snapshot.say(SECTION.title),
        (
            Column("date", "Ngày", "date"),
            Column("title", "Tên"),
            Column("summary", "Kiến nghị"),
            Column("unit", "Đơn vị trả lời"),
            Column("answer", "Trả lời"),
            Column("answered_on", "Ngày trả lời", "date"),
        ),
        tuple(
            (
                e.model.date.isoformat(),
                e.model.title,
                q.summary,
                q.unit,
                q.answer,
                q.answered_on.isoformat() if q.answered_on else None,
            )
            for e in found
            for q in e.model.questions
        ),
        tuple(e.path for e in found),
        any(e.model.sample for e in found),
        ("dialogue/list.html", "dialogue/page.html", "dialogue/panel.html"),
        snapshot.say(msg("A row for each question that was asked, with its answer.")),
    )


def feed(snapshot: Snapshot) -> Iterator[FeedItem]:
    """Dialogues that were announced."""
    for entry in known(snapshot):
        meeting = entry.model
        if meeting.announced_on and meeting.announced_on <= snapshot.as_of and meeting.cancelled is None:
            words = msg("On {day}, {place}.", day=show_date(meeting.date), place=meeting.place)
            yield FeedItem(meeting.announced_on, url(entry.id), meeting.title, snapshot.say(words), meeting.unit)


def turns(snapshot: Snapshot) -> Iterator[ScheduledChange]:
    """The day of the announcement, and the day after a dialogue, from which it counts as held."""
    for entry in known(snapshot):
        meeting = entry.model
        if meeting.announced_on and meeting.announced_on > snapshot.as_of:
            what = snapshot.say(msg("dialogue “{title}” is announced", title=meeting.title))
            yield ScheduledChange(meeting.announced_on, what, entry.path, url(entry.id))
        if is_coming(meeting, snapshot.as_of):
            what = snapshot.say(msg("dialogue “{title}” counts as held", title=meeting.title))
            yield ScheduledChange(meeting.date + timedelta(1), what, entry.path, url(entry.id))

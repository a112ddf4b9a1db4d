"""The life of a dialogue: it is announced, it is held, and what was asked is answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.base.messages import Message, msg
from site_gen.kinds.dialogue.model import Dialogue, Question
from site_gen.kinds.dialogue.rules import ANSWER_WITHIN
from site_gen.model.entry import Entry
from site_gen.pages.contributions import keys_of
from site_gen.pages.life import DAY, Deadline, Disclosed, Life, Moment, News, Subject, life, subject_of
from site_gen.rules.snapshot import Snapshot


def url(id: str) -> str:
    """Address of a dialogue."""
    return f"doi-thoai/{id}.html"


def newest_first(snapshot: Snapshot) -> list[Entry[Dialogue]]:
    """Every dialogue, newest first."""
    return sorted(snapshot.catalog.all(Dialogue), key=lambda e: (-e.model.date.toordinal(), e.id))


def answered(meeting: Dialogue) -> int:
    """How many questions have an answer."""
    return sum(question.answer is not None for question in meeting.questions)


def is_coming(meeting: Dialogue, day: date) -> bool:
    """Whether citizens can still come; on its own day they can."""
    return meeting.cancelled is None and meeting.date >= day


def lives(snapshot: Snapshot) -> Iterator[Life]:
    """Each dialogue that was not cancelled, and each question without an answer once the dialogue was held."""
    for entry in newest_first(snapshot):
        meeting = entry.model
        if meeting.cancelled is not None:
            if meeting.announced_on:
                yield life(_subject(entry), Moment(meeting.announced_on, change=_announced(meeting)))
            continue
        held = meeting.date + DAY
        yield life(
            _subject(entry),
            Moment(
                meeting.announced_on,
                change=_announced(meeting),
                news=News(snapshot.say(msg("On {day}, {place}.", day=meeting.date, place=meeting.place))),
            )
            if meeting.announced_on
            else None,
            Deadline(meeting.date, meeting.title) if is_coming(meeting, snapshot.as_of) else None,
            Moment(
                held, change=msg("dialogue “{title}” counts as held", title=meeting.title), disclosed=_report(meeting)
            ),
        )
        for question in meeting.questions:
            if question.answer is None:
                due = question.due or meeting.date + ANSWER_WITHIN
                asked = Subject(meeting.title, url(entry.id), entry.path, question.unit)
                yield life(asked, Deadline(due, msg("answer to: {text}", text=question.summary), since=held))


def _subject(entry: Entry[Dialogue]) -> Subject:
    return subject_of(entry, entry.model.title, url(entry.id), entry.model.unit)


def _announced(meeting: Dialogue) -> Message:
    return msg("dialogue “{title}” is announced", title=meeting.title)


def _report(meeting: Dialogue) -> Disclosed:
    """A dialogue is told completely with its minutes and all answers."""
    lacks = keys_of(Question, "answer", "answered_on") if meeting.minutes else keys_of(Dialogue, "minutes")
    return Disclosed(
        topic="dialogue",
        created=meeting.date,
        published=meeting.published_at,
        number=(meeting.minutes.number or "") if meeting.minutes else "",
        complete=meeting.minutes is not None and answered(meeting) == len(meeting.questions),
        lacks=lacks,
    )

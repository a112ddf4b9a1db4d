"""The life of a case: it is received, somebody must answer by a day, and the answer is published."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.kinds.feedback.model import REFUSED, Feedback, Status
from site_gen.model.entry import Entry
from site_gen.pages.contributions import Section, keys_of
from site_gen.pages.life import Deadline, Disclosed, Life, Moment, State, Subject, life, subject_of
from site_gen.rules.snapshot import Snapshot

SECTION = Section(
    "cong-khai",
    "phan-anh/index.html",
    msg("Feedback"),
    msg("What citizens pointed out, how quickly they were answered, and how."),
    50,
)
OVERDUE = State("late", msg("answer overdue"))


def url(id: str) -> str:
    """Address of a case."""
    return f"phan-anh/{id}.html"


def title(snapshot: Snapshot, case: Feedback) -> str:
    """What the page of a case is called."""
    return snapshot.say(msg("Feedback {code}", code=case.code))


def in_order(snapshot: Snapshot) -> list[Entry[Feedback]]:
    """Every case that may be shown, newest first."""
    shown = (entry for entry in snapshot.catalog.all(Feedback) if entry.model.type not in REFUSED)
    return sorted(shown, key=lambda e: (-e.model.received_on.toordinal(), e.id))


def hidden_files(snapshot: Snapshot) -> Iterator[str]:
    """Files of complaints and denunciations that lie among the content by mistake."""
    for entry in snapshot.catalog.all(Feedback):
        case = entry.model
        if case.type in REFUSED and case.answer_doc and case.answer_doc.file:
            yield case.answer_doc.file


def life_of(snapshot: Snapshot, entry: Entry[Feedback]) -> Life:
    """What the content says of it; overdue from the day after the last one for an answer. An answer is a disclosure."""
    case = entry.model
    done = case.status in (Status.ANSWERED, Status.NOT_COMPETENT)
    answer = Disclosed(
        topic="feedback",
        created=case.answered_on,
        published=case.published_at or case.answered_on,
        number=case.code,
        complete=bool(case.result or case.answer_doc),
        lacks=keys_of(Feedback, "result"),
    )
    expected = case.answered_on is None and case.answer_due
    return life(
        subject_of(entry, title(snapshot, case), url(entry.id), case.handler),
        Moment(case.answered_on, disclosed=answer) if case.answered_on else None,
        Deadline(
            expected,
            msg("answer to feedback {code}", code=case.code),
            overdue=msg("feedback {code}: answer overdue", code=case.code),
            missed=OVERDUE,
        )
        if expected
        else None,
        first=State("done" if done else "run", case.status),
    )


def lives(snapshot: Snapshot) -> Iterator[Life]:
    """Where to send feedback, which has been public ever since; then the life of each case."""
    site = snapshot.site
    if site.contact.phone or site.contact.email:
        channel = Subject(snapshot.say(msg("Where to send feedback")), SECTION.url, "", site.unit or "")
        yield life(channel, Moment(None, disclosed=Disclosed(topic="feedback/channel", at="#gui-phan-anh")))
    yield from (life_of(snapshot, entry) for entry in in_order(snapshot))

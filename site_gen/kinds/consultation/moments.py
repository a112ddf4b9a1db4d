"""The life of a consultation: it opens, it closes, and somebody answers."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.kinds.consultation.model import Consultation
from site_gen.kinds.consultation.rules import ANSWER, can_be_read
from site_gen.model.entry import Entry
from site_gen.model.published import DocumentRef
from site_gen.pages.contributions import keys_of
from site_gen.pages.life import DAY, Deadline, Disclosed, Life, Moment, News, State, life, subject_of
from site_gen.rules.snapshot import Snapshot

COMING = State("calm", msg("not open yet"))
OPEN = State("run", msg("open"))
ANSWERED = State("done", msg("answered"))
UNANSWERED = State("soon", msg("closed, no outcome yet"))


def url(id: str) -> str:
    """Address of a consultation."""
    return f"lay-y-kien/{id}.html"


def in_order(snapshot: Snapshot) -> list[Entry[Consultation]]:
    """Every consultation, the one that closes last first."""
    found = snapshot.catalog.all(Consultation)
    return sorted(found, key=lambda e: (-e.model.closes_on.toordinal(), e.id))


def life_of(snapshot: Snapshot, entry: Entry[Consultation]) -> Life:
    """From the day on which it opens to the outcome, which is due thirty days after the last day for comments."""
    draft = entry.model
    until = snapshot.say(msg("Comments are taken until {day}.", day=draft.closes_on))
    drafts = Disclosed(
        topic="consultation",
        created=draft.opened_on,
        published=draft.opened_on,
        complete=can_be_read(draft),
        lacks=keys_of(DocumentRef, "file", "url"),
    )
    outcome = Disclosed(
        topic="consultation/outcome", at="#ket-qua", created=draft.outcome_on, published=draft.outcome_on
    )
    closed = draft.closes_on + DAY
    return life(
        subject_of(entry, draft.title, url(entry.id), draft.unit),
        Moment(draft.opened_on, OPEN, msg("consultation “{title}” opens", title=draft.title), drafts, News(until)),
        Moment(
            closed,
            ANSWERED if draft.outcome else UNANSWERED,
            msg("consultation “{title}” is closed", title=draft.title),
        ),
        Moment(draft.outcome_on, disclosed=outcome)
        if draft.outcome
        else Deadline(
            draft.closes_on + ANSWER, msg("outcome of the consultation: {title}", title=draft.title), since=closed
        ),
        first=COMING,
    )


def lives(snapshot: Snapshot) -> Iterator[Life]:
    """The life of each consultation."""
    return (life_of(snapshot, entry) for entry in in_order(snapshot))

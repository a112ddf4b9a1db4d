"""Dialogues: those to come, those held, and what was asked and answered at each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Key, Record
from site_gen.kinds.dialogue.model import Dialogue
from site_gen.kinds.dialogue.moments import answered, is_coming, newest_first, url
from site_gen.model.entry import Entry
from site_gen.pages.contributions import Section
from site_gen.pages.fill import fill
from site_gen.pages.frames import Shown, entry_page, index_page, panels_by_unit
from site_gen.pages.page import Page, Panel
from site_gen.rules.snapshot import CitedDocument, Link, ShownNote, Snapshot

SECTION = Section(
    "cong-khai",
    "doi-thoai/index.html",
    msg("Dialogues"),
    msg("Leaders meet citizens and businesses: when, what was asked, what was answered."),
    60,
)
MOST_QUESTIONS = 8
"""So many are named on a unit's page; the rest is a link away."""


@dataclass(frozen=True)
class Row(Record):
    """A dialogue in a list."""

    id: Key
    url: Address
    title: str
    date: date
    coming: bool
    cancelled: str | None
    place: str
    unit: Link
    questions: int
    answered: int
    minutes: CitedDocument | None
    sample: bool


@dataclass(frozen=True)
class Index(Shown):
    """The list: to come, held, put off or cancelled."""

    template = "dialogue/list.html"
    coming: tuple[Row, ...]
    held: tuple[Row, ...]
    cancelled: tuple[Row, ...]


@dataclass(frozen=True)
class Asked(Record):
    """A question with its answer."""

    summary: str
    unit: Link
    answer: str | None
    answered_on: date | None
    due: date | None


@dataclass(frozen=True)
class Whole(Shown):
    """The page of a dialogue."""

    template = "dialogue/page.html"
    row: Row
    chaired_by: str
    groups: tuple[str, ...]
    plan: Link | None
    announced_on: date | None
    programme: Address
    attendance: str | None
    asked: tuple[Asked, ...]
    notes: list[ShownNote]


@dataclass(frozen=True)
class OfUnit(Record):
    """A question on the page of the unit that answers it."""

    summary: str
    is_answered: bool
    url: Address
    date: date
    sample: bool


@dataclass(frozen=True)
class AskedOfUnit(Shown):
    """What a unit was asked."""

    template = "dialogue/panel.html"
    rows: tuple[OfUnit, ...]
    more: Address = SECTION.url


def row_of(snapshot: Snapshot, entry: Entry[Dialogue]) -> Row:
    """A dialogue as lists show it."""
    meeting = entry.model
    return fill(
        Row,
        snapshot,
        entry,
        url=url(entry.id),
        coming=is_coming(meeting, snapshot.as_of),
        questions=len(meeting.questions),
        answered=answered(meeting),
    )


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The list and a page each."""
    found = newest_first(snapshot)
    rows = [row_of(snapshot, entry) for entry in found]
    context = Index(
        coming=tuple(row for row in reversed(rows) if row.coming),
        held=tuple(row for row in rows if not row.coming and not row.cancelled),
        cancelled=tuple(row for row in rows if row.cancelled),
    )
    newest = max((day for e in found if (day := e.model.updated_at or e.model.published_at)), default=None)
    yield index_page(snapshot, SECTION, context, found, updated=newest, long=("coming", "held", "cancelled"))
    for entry, row in zip(found, rows, strict=True):
        meeting = entry.model
        file = snapshot.catalog.attachments.get(meeting.programme or "")
        whole = fill(
            Whole,
            snapshot,
            entry,
            row=row,
            programme=file.path if file else "",
            asked=tuple(fill(Asked, snapshot, question) for question in meeting.questions),
            notes=snapshot.notes_of(entry.path),
        )
        day = meeting.updated_at or meeting.published_at
        yield entry_page(snapshot, SECTION, entry, whole, row.url, meeting.title, updated=day)


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """What each unit was asked."""
    asked = [
        (
            question.unit,
            OfUnit(question.summary, question.answer is not None, f"{url(e.id)}#kn-{n}", e.model.date, e.model.sample),
        )
        for e in newest_first(snapshot)
        if e.model.cancelled is None
        for n, question in enumerate(e.model.questions, 1)
    ]
    yield from panels_by_unit(snapshot, 62, asked, lambda rows: AskedOfUnit(rows[:MOST_QUESTIONS]))

"""The lives of a notice: how long it is posted, and what becomes of the day that it promises. Days are days in Vietnam."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.base.vietnamese import natural_key
from site_gen.kinds.apology.model import Apology
from site_gen.model.entry import Entry, marked_with
from site_gen.model.fields import FileIn
from site_gen.pages.contributions import Section
from site_gen.pages.life import DAY, Deadline, Disclosed, Life, Moment, News, State, Subject, life, subject_of
from site_gen.rules.snapshot import Snapshot

SECTION = Section(
    "cong-khai",
    "thu-xin-loi/index.html",
    msg("Apology notices"),
    msg("Late, faulty or lost dossiers: what happened, why, the new day, who answers for it."),
    10,
)

COMING = State("calm", msg("not posted yet"))
POSTED = State("run", msg("posted"))
ENDED = State("calm", msg("taken down"))

SETTLING = State("run", msg("being settled"))
LATE_AGAIN = State("late", msg("late again"))
SETTLED = State("done", msg("settled"))


def url(id: str) -> str:
    """Address of a notice, and after its posting of the page that says so."""
    return f"thu-xin-loi/{id}.html"


def number_of(entry: Entry[Apology]) -> str:
    """The letter's number, or the entry's id where it has none."""
    return entry.model.number or entry.id


def title(snapshot: Snapshot, entry: Entry[Apology]) -> str:
    """What the page of a notice, and its sheet, is called."""
    return snapshot.say(msg("Apology notice {number}", number=number_of(entry)))


def in_order(snapshot: Snapshot) -> list[Entry[Apology]]:
    """Every notice, the newest first."""
    found = snapshot.catalog.all(Apology)
    return sorted(found, key=lambda e: (-e.model.posted_from.toordinal(), natural_key(e.id)))


def begun(snapshot: Snapshot) -> list[Entry[Apology]]:
    """Every notice whose posting has begun; of others nothing may be known yet."""
    today = snapshot.as_of
    return [entry for entry in in_order(snapshot) if posting(snapshot, entry).state(today) is not COMING]


def is_posted(snapshot: Snapshot, entry: Entry[Apology]) -> bool:
    """Whether the notice may be read on the day."""
    return posting(snapshot, entry).state(snapshot.as_of) is POSTED


def hidden_files(snapshot: Snapshot) -> Iterator[str]:
    """Letters that are not posted on the day, and the papers that prove their posting."""
    for entry in snapshot.catalog.all(Apology):
        if not is_posted(snapshot, entry):
            yield from (file for _, _, file in marked_with(entry.model, FileIn))


def posting(snapshot: Snapshot, entry: Entry[Apology]) -> Life:
    """How long it is posted. The register of disclosures keeps its number; readers keep what feeds once said, which is nothing of the dossier."""
    notice, number = entry.model, number_of(entry)
    last = notice.last_day(snapshot.site.apology_days)
    shown = Disclosed(
        topic="apology",
        created=notice.date,
        published=notice.posted_from,
        until=last,
        number=notice.number or "",
        forms=("web", "board") if notice.on_board else ("web",),
    )
    summary = msg(
        "{unit} apologises: {kind}. Posted until {day}.", unit=notice.unit, kind=snapshot.word(notice.kind), day=last
    )
    begins = msg("apology notice {number}: posting begins", number=number)
    return life(
        _subject(snapshot, entry),
        Moment(notice.posted_from, POSTED, begins, shown, News(snapshot.say(summary), notice=True, until=last)),
        Moment(last + DAY, ENDED, msg("apology notice {number}: posting ends", number=number)),
        Deadline(last, msg("apology notice {number}: posting ended", number=number), since=last + DAY, late="expired"),
        first=COMING,
    )


def promise(snapshot: Snapshot, entry: Entry[Apology]) -> Life:
    """What becomes of the dossier. A day that passes before the posting begins changes no page."""
    notice, number = entry.model, number_of(entry)
    again = msg("apology notice {number}: late again", number=number)
    return life(
        _subject(snapshot, entry),
        Deadline(
            notice.new_due_on,
            msg("apology notice {number}: result promised anew", number=number),
            overdue=again if notice.new_due_on >= notice.posted_from else None,
            missed=LATE_AGAIN,
        )
        if notice.new_due_on and notice.resolved_on is None
        else None,
        first=SETTLED if notice.resolved_on else SETTLING,
    )


def lives(snapshot: Snapshot) -> Iterator[Life]:
    """Both lives of each notice."""
    for entry in in_order(snapshot):
        yield posting(snapshot, entry)
        yield promise(snapshot, entry)


def _subject(snapshot: Snapshot, entry: Entry[Apology]) -> Subject:
    return subject_of(entry, title(snapshot, entry), url(entry.id), entry.model.unit)

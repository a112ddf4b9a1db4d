"""Notices while they are posted; a neutral page at the same address afterwards; counts and the posting register always.

The context of a page holds nothing of a notice that is not posted on the day of building: what a template never gets, it
cannot show.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Key, Record
from site_gen.base.vietnamese import show_date, sort_key
from site_gen.kinds.apology.model import Apology, ApologyKind
from site_gen.kinds.apology.moments import SECTION, SETTLING, begun, is_posted, number_of, posting, promise, title, url
from site_gen.kinds.apology.proofs import papers_of
from site_gen.model.entry import Entry
from site_gen.pages.evidence import ShownPaper, show_paper
from site_gen.pages.fill import fill
from site_gen.pages.frames import Shown, crumbs_below, entry_page, index_page, panel, panels_by_unit
from site_gen.pages.life import Status
from site_gen.pages.page import Page, Panel
from site_gen.rules.snapshot import Link, ShownNote, Snapshot

REGISTER = "thu-xin-loi/so-cong-khai.html"


@dataclass(frozen=True)
class Row(Record):
    """A posted notice in a list."""

    id: Key
    url: Address
    number: str
    kind: str
    unit: Link
    procedure: Link
    dossier_code: str
    due_on: date
    new_due_on: date | None
    posted_from: date
    posted_to: date
    state: Status
    sample: bool


@dataclass(frozen=True)
class Entered(Record):
    """What the register keeps of a notice for good: which, whose, how long, shown how. Nothing of the dossier."""

    id: Key
    url: Address
    number: str
    kind: str
    unit: Link
    posted_from: date
    posted_to: date
    on_board: bool
    posting: Status
    sample: bool


@dataclass(frozen=True)
class Count(Record):
    """How many letters there were of something."""

    word: str
    n: int


@dataclass(frozen=True)
class Year(Record):
    """The letters of a year; of the days `promised` anew that have come, how many were `kept`."""

    year: int
    all: int
    kinds: tuple[Count, ...]
    causes: tuple[Count, ...]
    units: tuple[Count, ...]
    promised: int
    kept: int


@dataclass(frozen=True)
class Index(Shown):
    """What is posted now, for how many days by which rule, and the counts of all years."""

    template = "apology/list.html"
    notices: tuple[Row, ...]
    years: tuple[Year, ...]
    days: int
    basis: str | None
    register: Address = REGISTER


@dataclass(frozen=True)
class Register(Shown):
    """The posting register."""

    template = "apology/register.html"
    rows: tuple[Entered, ...]


@dataclass(frozen=True)
class Letter(Shown):
    """The page of a posted notice; `what` is the code of its kind."""

    template = "apology/page.html"
    row: Row
    authority: str
    what: Key
    signed_on: date
    received_on: date
    reason: str
    cause: str
    remedy: str | None
    reschedule_no: int
    sent_on: date | None
    signer_role: str
    on_board: bool
    posting: Status
    file: Address | None
    papers: tuple[ShownPaper, ...]
    notes: list[ShownNote]
    register: Address = REGISTER


@dataclass(frozen=True)
class Ended(Shown):
    """What stands at the address of a notice after its posting: nothing of it."""

    template = "apology/ended.html"
    section: Address = SECTION.url
    register: Address = REGISTER


@dataclass(frozen=True)
class PostedNow(Shown):
    """What is posted now, on other pages."""

    template = "apology/panel.html"
    notices: tuple[Row, ...]
    more: Address = SECTION.url


def row_of(snapshot: Snapshot, entry: Entry[Apology]) -> Row:
    """A posted notice as lists show it."""
    notice = entry.model
    return fill(
        Row,
        snapshot,
        entry,
        url=url(entry.id),
        number=number_of(entry),
        posted_to=notice.last_day(snapshot.site.apology_days),
        state=promise(snapshot, entry)
        .state(snapshot.as_of)
        .shown(snapshot, show_date(notice.resolved_on) if notice.resolved_on else ""),
    )


def entered(snapshot: Snapshot, entry: Entry[Apology]) -> Entered:
    """What the register keeps of a notice."""
    return fill(
        Entered,
        snapshot,
        entry,
        url=url(entry.id),
        number=number_of(entry),
        posted_to=entry.model.last_day(snapshot.site.apology_days),
        posting=posting(snapshot, entry).state(snapshot.as_of).shown(snapshot),
    )


def counts(snapshot: Snapshot, known: list[Entry[Apology]]) -> Iterator[Year]:
    """Letters of each year, the newest first: by what they apologise for and why, by unit, and how many kept the new day."""
    for year in sorted({entry.model.date.year for entry in known}, reverse=True):
        mine = [entry for entry in known if entry.model.date.year == year]
        kinds = Counter(entry.model.kind for entry in mine)
        causes = Counter(entry.model.cause for entry in mine)
        units: Counter[str] = Counter()
        for entry in mine:
            name = snapshot.catalog.named("unit", entry.model.unit)
            units[name.label if name else entry.model.unit] += 1
        promised = [
            (notice.new_due_on, notice.resolved_on)
            for entry in mine
            if (notice := entry.model).new_due_on and promise(snapshot, entry).state(snapshot.as_of) is not SETTLING
        ]
        yield Year(
            year,
            len(mine),
            tuple(Count(snapshot.word(kind), kinds[kind]) for kind in ApologyKind if kinds[kind]),
            tuple(Count(snapshot.word(cause), n) for cause, n in causes.most_common()),
            tuple(Count(name, units[name]) for name in sorted(units, key=sort_key)),
            promised=len(promised),
            kept=sum(settled is not None and settled <= new_day for new_day, settled in promised),
        )


def letter(snapshot: Snapshot, entry: Entry[Apology]) -> Letter:
    """A posted notice as its page shows it."""
    notice = entry.model
    file = snapshot.catalog.attachments.get(notice.file or "")
    return fill(
        Letter,
        snapshot,
        entry,
        row=row_of(snapshot, entry),
        authority=snapshot.site.name,
        what=notice.kind.value,
        signed_on=notice.date,
        posting=posting(snapshot, entry).state(snapshot.as_of).shown(snapshot),
        file=file.path if file else None,
        papers=tuple(show_paper(snapshot, paper) for paper in papers_of(snapshot, entry)),
        notes=snapshot.notes_of(entry.path),
        register=REGISTER,
    )


def notice_page(snapshot: Snapshot, entry: Entry[Apology]) -> Page:
    """The letter while it is posted, and a page that is about nothing afterwards."""
    at = url(entry.id)
    if is_posted(snapshot, entry):
        shown, day = letter(snapshot, entry), entry.model.posted_from
        return entry_page(
            snapshot, SECTION, entry, shown, at, title(snapshot, entry), updated=day, index=False, expires=True
        )
    ended = snapshot.say(msg("The posting has ended"))
    return replace(entry_page(snapshot, SECTION, entry, Ended(), at, ended, index=False), subject=("", ""))


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The list, the register, and one page for each notice whose posting has begun."""
    known = begun(snapshot)
    rows = tuple(row_of(snapshot, entry) for entry in known if is_posted(snapshot, entry))
    site, newest = snapshot.site, max((entry.model.posted_from for entry in known), default=None)
    yield index_page(
        snapshot,
        SECTION,
        Index(rows, tuple(counts(snapshot, known)), site.apology_days, site.apology_basis),
        known,
        updated=newest,
        index=not rows,
        find=True,
        expires=bool(rows),
        long=("notices",),
    )
    register = Register(tuple(entered(snapshot, entry) for entry in known))
    yield replace(
        index_page(snapshot, SECTION, register, known, updated=newest, long=("rows",)),
        url=REGISTER,
        title=snapshot.say(msg("Register of posted apology notices")),
        crumbs=crumbs_below(snapshot, SECTION),
    )
    yield from (notice_page(snapshot, entry) for entry in known)


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """What is posted now: on the home page, and on the page of each unit that apologises."""
    rows = [(entry.model.unit, row_of(snapshot, entry)) for entry in begun(snapshot) if is_posted(snapshot, entry)]
    if rows:
        yield panel(("site", "home"), 30, PostedNow(tuple(row for _, row in rows)), expires=True)
    yield from panels_by_unit(snapshot, 50, rows, PostedNow, expires=True)

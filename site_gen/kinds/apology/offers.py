"""What notices give to other pages and files. What is no longer posted gives a line of the register and a number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from site_gen.base.messages import msg
from site_gen.base.values import Plain
from site_gen.base.vietnamese import show_date
from site_gen.kinds.apology.model import ApologyKind
from site_gen.kinds.apology.pages import REGISTER, SECTION, row, url
from site_gen.kinds.apology.posting import Stage, postings
from site_gen.pages.columns import Column, coded
from site_gen.pages.contributions import Disclosure, FeedItem, ScheduledChange, Table
from site_gen.pages.page import Agenda, Panel
from site_gen.rules.snapshot import Snapshot

TABLE = "thu-xin-loi"
REGISTER_TABLE = "so-cong-khai-thu-xin-loi"


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """What is posted now: on the home page, and on the page of each unit that apologises."""
    posted = [p for p in postings(snapshot.catalog, snapshot.as_of) if p.stage is Stage.POSTED]
    if not posted:
        return
    rows: list[Plain] = [row(snapshot, p) for p in posted]
    yield Panel(("site", "home"), 30, "apology/panel.html", {"notices": rows, "url": SECTION.url}, expires=True)
    units: dict[str, list[Plain]] = {}
    for p in posted:
        if name := snapshot.catalog.named("unit", p.entry.model.unit):
            units.setdefault(name.id, []).append(row(snapshot, p))
    for id, mine in units.items():
        yield Panel(("unit", id), 50, "apology/panel.html", {"notices": mine, "url": SECTION.url}, expires=True)


def agenda(snapshot: Snapshot) -> Iterator[Agenda]:
    """Dossiers that are late again; files of notices whose posting has ended and which may leave the content."""
    for p in postings(snapshot.catalog, snapshot.as_of):
        notice = p.entry.model
        number = notice.number or p.entry.id
        new = notice.new_due_on
        if new and notice.resolved_on is None:
            what = snapshot.say(msg("apology notice {number}: result promised anew", number=number))
            when = new.isoformat()
            if new < snapshot.as_of:
                days = (snapshot.as_of - new).days
                yield Agenda("late", when, what, notice.unit, p.entry.path, url(p.entry.id), days)
            else:
                days = (new - snapshot.as_of).days
                yield Agenda("due", when, what, notice.unit, p.entry.path, url(p.entry.id), days)
        if p.stage is Stage.ENDED:
            what = snapshot.say(msg("apology notice {number}: posting ended", number=number))
            days = (snapshot.as_of - p.last).days
            yield Agenda("expired", p.last.isoformat(), what, notice.unit, p.entry.path, REGISTER, days)


def disclosures(snapshot: Snapshot) -> Iterator[Disclosure]:
    """Each notice by its number; the register of disclosures keeps nothing of the dossier."""
    for p in postings(snapshot.catalog, snapshot.as_of):
        if p.stage is Stage.COMING:
            continue
        notice = p.entry.model
        name = snapshot.catalog.named("unit", notice.unit)
        yield Disclosure(
            "apology",
            snapshot.say(msg("Apology notice {number}", number=notice.number or p.entry.id)),
            url(p.entry.id),
            created=notice.date,
            published=p.first,
            until=p.last,
            number=notice.number or "",
            unit=name.id if name else "",
            forms=("web", "board") if notice.on_board else ("web",),
            entry=p.entry.path,
            sample=notice.sample,
        )


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """The notices posted now, and the posting register."""
    known = [p for p in postings(snapshot.catalog, snapshot.as_of) if p.stage is not Stage.COMING]
    posted = [p for p in known if p.stage is Stage.POSTED]
    sample = any(p.entry.model.sample for p in known)
    yield Table(
        TABLE,
        snapshot.say(msg("Apology notices posted now")),
        (
            Column("number", "Số"),
            Column("unit", "Cơ quan xin lỗi"),
            coded("kind", "Loại", ApologyKind),
            Column("dossier_code", "Mã hồ sơ"),
            Column("procedure", "Thủ tục"),
            Column("due_on", "Ngày hẹn trả", "date"),
            Column("new_due_on", "Ngày hẹn lại", "date"),
            Column("posted_from", "Công khai từ", "date"),
            Column("posted_to", "Công khai đến hết", "date"),
        ),
        tuple(
            (
                m.number or p.entry.id,
                m.unit,
                m.kind.value,
                m.dossier_code,
                m.procedure,
                m.due_on.isoformat(),
                m.new_due_on.isoformat() if m.new_due_on else None,
                p.first.isoformat(),
                p.last.isoformat(),
            )
            for p in posted
            for m in (p.entry.model,)
        ),
        tuple(p.entry.path for p in posted),
        sample,
        ("apology/list.html",),
        snapshot.say(msg("Only what is posted on this day: a row goes with its notice. Please keep no copy of it.")),
        passing=True,
    )
    yield Table(
        REGISTER_TABLE,
        snapshot.say(msg("Register of posted apology notices")),
        (
            Column("number", "Số"),
            Column("unit", "Cơ quan xin lỗi"),
            coded("kind", "Loại", ApologyKind),
            Column("posted_from", "Công khai từ", "date"),
            Column("posted_to", "Công khai đến hết", "date"),
            Column("on_board", "Niêm yết tại Một cửa", "boolean"),
        ),
        tuple(
            (m.number or p.entry.id, m.unit, m.kind.value, p.first.isoformat(), p.last.isoformat(), m.on_board)
            for p in known
            for m in (p.entry.model,)
        ),
        tuple(p.entry.path for p in known),
        sample,
        ("apology/register.html",),
        snapshot.say(msg("Which notices were posted, from when to when; nothing of the dossier or the person.")),
    )


def feed(snapshot: Snapshot) -> Iterator[FeedItem]:
    """Posted notices: which, by whom, until when. Readers keep what they once fetched, so nothing of the dossier is told."""
    for p in postings(snapshot.catalog, snapshot.as_of):
        if p.stage is Stage.POSTED:
            notice = p.entry.model
            yield FeedItem(
                p.first,
                url(p.entry.id),
                snapshot.say(msg("Apology notice {number}", number=notice.number or p.entry.id)),
                snapshot.say(
                    msg(
                        "{unit} apologises: {kind}. Posted until {day}.",
                        unit=notice.unit,
                        kind=snapshot.word(notice.kind),
                        day=show_date(p.last),
                    ),
                ),
                notice.unit,
                notice=True,
            )


def turns(snapshot: Snapshot) -> Iterator[ScheduledChange]:
    """Postings that begin or end, and promised days that pass unsettled while the notice is posted."""
    for p in postings(snapshot.catalog, snapshot.as_of):
        notice = p.entry.model
        number = notice.number or p.entry.id
        begins = snapshot.say(msg("apology notice {number}: posting begins", number=number))
        again = snapshot.say(msg("apology notice {number}: late again", number=number))
        ends = snapshot.say(msg("apology notice {number}: posting ends", number=number))
        unsettled = notice.new_due_on + timedelta(1) if notice.new_due_on and notice.resolved_on is None else None
        for day, what in ((p.first, begins), (unsettled, again), (p.ends, ends)):
            if day and snapshot.as_of < day <= p.ends:
                yield ScheduledChange(day, what, p.entry.path, url(p.entry.id))


def hidden_files(snapshot: Snapshot) -> Iterator[str]:
    """Letters that are not posted on this day."""
    for p in postings(snapshot.catalog, snapshot.as_of):
        if p.stage is not Stage.POSTED and p.entry.model.file:
            yield p.entry.model.file

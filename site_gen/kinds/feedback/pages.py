"""Feedback: how to send it, how quickly it is answered, and every case with its answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from statistics import median

from site_gen.base.messages import msg
from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import show_date, show_number, sort_key
from site_gen.kinds.feedback.case import due, is_late, published, refused
from site_gen.kinds.feedback.model import Channel, Feedback, FeedbackType, Status
from site_gen.model.entry import Entry
from site_gen.model.settings import Site
from site_gen.pages.columns import Column, coded
from site_gen.pages.contributions import Disclosure, ScheduledChange, Section, Table, keys_of
from site_gen.pages.page import Agenda, Page, Panel
from site_gen.reading.shipped import office_calendar
from site_gen.rules.snapshot import Snapshot

SECTION = Section(
    "cong-khai",
    "phan-anh/index.html",
    msg("Feedback"),
    msg("What citizens pointed out, how quickly they were answered, and how."),
    50,
)
TABLE = "phan-anh"


def url(id: str) -> str:
    """Address of a case."""
    return f"phan-anh/{id}.html"


def state(snapshot: Snapshot, case: Feedback) -> Context:
    """How far it is, as a status."""
    if is_late(case, snapshot.as_of):
        return {"family": "late", "word": snapshot.say(msg("answer overdue")), "detail": ""}
    done = case.status in (Status.ANSWERED, Status.NOT_COMPETENT)
    return {"family": "done" if done else "run", "word": snapshot.word(case.status), "detail": ""}


def days_taken(case: Feedback, site: Site) -> int | None:
    """Working days from receipt to answer."""
    return office_calendar(site.calendar).between(case.received_on, case.answered_on) if case.answered_on else None


def _unknown_years(case: Feedback, site: Site) -> tuple[int, ...]:
    """Years whose holidays could not be left out of the count."""
    return office_calendar(site.calendar).not_yet_known(case.received_on, case.answered_on) if case.answered_on else ()


def known(snapshot: Snapshot) -> list[Entry[Feedback]]:
    """Every case that may be shown, newest first."""
    return sorted(published(snapshot.catalog), key=lambda e: (-e.model.received_on.toordinal(), e.id))


def row(snapshot: Snapshot, entry: Entry[Feedback]) -> Context:
    """A case in a list."""
    case = entry.model
    taken = days_taken(case, snapshot.catalog.site)
    day = due(case)
    return {
        "id": entry.id,
        "url": url(entry.id),
        "code": case.code,
        "summary": case.summary,
        "type": snapshot.word(case.type),
        "unit": snapshot.link("unit", case.handler),
        "received": show_date(case.received_on),
        "due": show_date(day) if day else "",
        "answered": show_date(case.answered_on) if case.answered_on else "",
        "days": -1 if taken is None else taken,
        "holidays_unknown": ", ".join(map(str, _unknown_years(case, snapshot.catalog.site))),
        "state": state(snapshot, case),
        "sample": case.sample,
    }


def by_unit(snapshot: Snapshot, found: list[Entry[Feedback]]) -> list[Plain]:
    """For each unit: received, answered, answered in time, half of the answers within how many working days."""
    groups: dict[str, list[Feedback]] = {}
    for entry in found:
        name = snapshot.catalog.named("unit", entry.model.handler)
        groups.setdefault(name.label if name else entry.model.handler, []).append(entry.model)
    out: list[Plain] = []
    for unit in sorted(groups, key=sort_key):
        mine = groups[unit]
        answered = [c for c in mine if c.answered_on]
        in_time = [c for c in answered if c.answered_on and c.answered_on <= (due(c) or c.answered_on)]
        days = [d for c in answered if (d := days_taken(c, snapshot.catalog.site)) is not None]
        out.append(
            {
                "unit": snapshot.link("unit", mine[0].handler),
                "received": len(mine),
                "answered": len(answered),
                "in_time": len(in_time),
                "late": sum(is_late(c, snapshot.as_of) for c in mine),
                "median": show_number(Decimal(str(round(median(days), 1)))) if days else "",
            }
        )
    return out


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The list and a page each."""
    found = known(snapshot)
    contact = snapshot.catalog.site.contact
    hub = (snapshot.say(msg("Disclosure")), "cong-khai/index.html")
    title = snapshot.say(SECTION.title)
    yield Page(
        SECTION.url,
        "feedback/list.html",
        title,
        {
            "rows": [row(snapshot, e) for e in found],
            "units": by_unit(snapshot, found),
            "phone": contact.phone or "",
            "email": contact.email or "",
            "address": contact.address or "",
        },
        tuple(e.path for e in found),
        (hub,),
        SECTION.menu,
        updated=max(((e.model.answered_on or e.model.received_on).isoformat() for e in found), default=""),
        sample=any(e.model.sample for e in found),
        long=("rows",),
    )
    for entry in found:
        case = entry.model
        context: Context = {
            **row(snapshot, entry),
            "channel": snapshot.word(case.channel),
            "field": case.procedure_field or "",
            "procedure": snapshot.link("procedure", case.procedure) if case.procedure else {},
            "forwarded": show_date(case.forwarded_on) if case.forwarded_on else "",
            "result": case.result or "",
            "answer": snapshot.document(case.answer_doc) if case.answer_doc else {},
            "corrected": case.corrected_page or "",
            "notes": snapshot.notes_of(entry.path),
        }
        yield Page(
            url(entry.id),
            "feedback/page.html",
            snapshot.say(msg("Feedback {code}", code=case.code)),
            context,
            (entry.path,),
            (hub, (title, SECTION.url)),
            SECTION.menu,
            ("feedback", entry.id),
            updated=(case.answered_on or case.received_on).isoformat(),
            sample=case.sample,
        )


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """What each unit was told, the newest five."""
    units: dict[str, list[Plain]] = {}
    for entry in known(snapshot):
        if name := snapshot.catalog.named("unit", entry.model.handler):
            units.setdefault(name.id, []).append(row(snapshot, entry))
    for id, rows in units.items():
        yield Panel(
            ("unit", id), 60, "feedback/panel.html", {"rows": rows[:5], "count": len(rows), "more": SECTION.url}
        )


def agenda(snapshot: Snapshot) -> Iterator[Agenda]:
    """Answers that are due or late."""
    for entry in known(snapshot):
        case = entry.model
        day = due(case)
        if case.answered_on is None and day is not None:
            what = snapshot.say(msg("answer to feedback {code}", code=case.code))
            late = (snapshot.as_of - day).days
            kind, days = ("late", late) if late > 0 else ("due", -late)
            yield Agenda(kind, day.isoformat(), what, case.handler, entry.path, url(entry.id), days)


def disclosures(snapshot: Snapshot) -> Iterator[Disclosure]:
    """Where to send feedback, and each case that was answered."""
    site = snapshot.catalog.site
    own = snapshot.catalog.named("unit", site.unit)
    if site.contact.phone or site.contact.email:
        title = snapshot.say(msg("Where to send feedback"))
        yield Disclosure("feedback/channel", title, SECTION.url + "#gui-phan-anh", unit=own.id if own else "")
    for entry in known(snapshot):
        case = entry.model
        if case.answered_on:
            name = snapshot.catalog.named("unit", case.handler)
            yield Disclosure(
                "feedback",
                snapshot.say(msg("Feedback {code}", code=case.code)),
                url(entry.id),
                created=case.answered_on,
                published=case.published_at or case.answered_on,
                number=case.code,
                unit=name.id if name else "",
                entry=entry.path,
                complete=bool(case.result or case.answer_doc),
                lacks=keys_of(Feedback, "result"),
                sample=case.sample,
            )


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """Every case."""
    found = known(snapshot)
    yield Table(
        TABLE,
        snapshot.say(SECTION.title),
        (
            Column("code", "Mã"),
            coded("type", "Loại", FeedbackType),
            coded("channel", "Kênh", Channel),
            Column("handler", "Đơn vị xử lý"),
            Column("received_on", "Ngày nhận", "date"),
            Column("due_on", "Hạn trả lời", "date"),
            Column("answered_on", "Ngày trả lời", "date"),
            Column("working_days", "Số ngày làm việc", "integer"),
            coded("status", "Tình trạng", Status),
            Column("url", "Địa chỉ trên trang"),
        ),
        tuple(
            (
                c.code,
                c.type.value,
                c.channel.value,
                c.handler,
                c.received_on.isoformat(),
                day.isoformat() if (day := due(c)) else None,
                c.answered_on.isoformat() if c.answered_on else None,
                days_taken(c, snapshot.catalog.site),
                c.status.value,
                url(e.id),
            )
            for e in found
            for c in (e.model,)
        ),
        tuple(e.path for e in found),
        any(e.model.sample for e in found),
        ("feedback/list.html", "feedback/panel.html"),
        snapshot.say(msg("Which cases came in, how long they took, and who answered; without what they were about.")),
    )


def turns(snapshot: Snapshot) -> Iterator[ScheduledChange]:
    """Days on which an answer becomes overdue."""
    for entry in known(snapshot):
        case = entry.model
        day = due(case)
        if case.answered_on is None and day and day >= snapshot.as_of:
            what = snapshot.say(msg("feedback {code}: answer overdue", code=case.code))
            yield ScheduledChange(day + timedelta(1), what, entry.path, url(entry.id))


def hidden_files(snapshot: Snapshot) -> Iterator[str]:
    """Files of complaints and denunciations."""
    for entry in refused(snapshot.catalog):
        if entry.model.answer_doc and entry.model.answer_doc.file:
            yield entry.model.answer_doc.file

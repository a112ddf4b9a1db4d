"""Consultations: those that are open first, then those that are closed, with what became of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from site_gen.base.messages import msg
from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import show_date
from site_gen.kinds.consultation.model import Consultation
from site_gen.kinds.consultation.rules import ANSWER, can_be_read
from site_gen.model.entry import Entry
from site_gen.model.published import DocumentRef
from site_gen.pages.contributions import Column, Disclosure, FeedItem, ScheduledChange, Section, Table, keys_of
from site_gen.pages.page import Agenda, Page, Panel
from site_gen.rules.snapshot import Snapshot

SECTION = Section(
    "cong-khai",
    "lay-y-kien/index.html",
    msg("Consultations"),
    msg("Drafts to comment on, and what became of the comments."),
    70,
)
TABLE = "lay-y-kien"


def url(id: str) -> str:
    """Address of a consultation."""
    return f"lay-y-kien/{id}.html"


def state(snapshot: Snapshot, draft: Consultation) -> Context:
    """Open, closed, or answered."""
    if draft.opened_on > snapshot.as_of:
        return {"family": "calm", "word": snapshot.say(msg("not open yet")), "detail": ""}
    if draft.closes_on >= snapshot.as_of:
        return {"family": "run", "word": snapshot.say(msg("open")), "detail": ""}
    if draft.outcome:
        return {"family": "done", "word": snapshot.say(msg("answered")), "detail": ""}
    return {"family": "soon", "word": snapshot.say(msg("closed, no outcome yet")), "detail": ""}


def row(snapshot: Snapshot, entry: Entry[Consultation]) -> Context:
    """A consultation in a list."""
    draft = entry.model
    return {
        "id": entry.id,
        "url": url(entry.id),
        "title": draft.title,
        "unit": snapshot.link("unit", draft.unit),
        "opened": show_date(draft.opened_on),
        "closes": show_date(draft.closes_on),
        "until": draft.closes_on.isoformat(),
        "open": draft.opened_on <= snapshot.as_of <= draft.closes_on,
        "coming": snapshot.as_of < draft.opened_on,
        "state": state(snapshot, draft),
        "comments": -1 if draft.comments_count is None else draft.comments_count,
        "outcome_on": show_date(draft.outcome_on) if draft.outcome_on else "",
        "sample": draft.sample,
    }


def _known(snapshot: Snapshot) -> list[Entry[Consultation]]:
    found = snapshot.catalog.all(Consultation)
    return sorted(found, key=lambda e: (-e.model.closes_on.toordinal(), e.id))


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The list and a page each."""
    found = _known(snapshot)
    rows = [row(snapshot, e) for e in found]
    hub = (snapshot.say(msg("Disclosure")), "cong-khai/index.html")
    title = snapshot.say(SECTION.title)
    yield Page(
        SECTION.url,
        "consultation/list.html",
        title,
        {
            "open": [r for r in rows if r["open"]],
            "coming": [r for r in reversed(rows) if r["coming"]],
            "others": [r for r in rows if not r["open"] and not r["coming"]],
        },
        tuple(e.path for e in found),
        (hub,),
        SECTION.menu,
        updated=max((e.model.opened_on.isoformat() for e in found), default=""),
        sample=any(e.model.sample for e in found),
        expires=any(r["open"] for r in rows),
        long=("open", "coming", "others"),
    )
    for entry in found:
        draft = entry.model
        context: Context = {
            **row(snapshot, entry),
            "how": draft.how,
            "drafts": [snapshot.document(d) for d in draft.drafts],
            "body": draft.body,
            "outcome": draft.outcome or "",
            "final": snapshot.document(draft.final) if draft.final else {},
            "notes": snapshot.notes_of(entry.path),
        }
        day = draft.updated_at or draft.outcome_on or draft.opened_on
        yield Page(
            url(entry.id),
            "consultation/page.html",
            draft.title,
            context,
            (entry.path,),
            (hub, (title, SECTION.url)),
            SECTION.menu,
            ("consultation", entry.id),
            updated=day.isoformat(),
            sample=draft.sample,
            expires=bool(context["open"]),
        )


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """What can be commented on now, on the home page and on the unit's."""
    rows: list[Plain] = []
    units: dict[str, list[Plain]] = {}
    for entry in _known(snapshot):
        mine = row(snapshot, entry)
        if mine["open"]:
            rows.append(mine)
            if name := snapshot.catalog.named("unit", entry.model.unit):
                units.setdefault(name.id, []).append(mine)
    if rows:
        yield Panel(("site", "home"), 35, "consultation/panel.html", {"rows": rows, "more": SECTION.url}, expires=True)
    for id, open_ in units.items():
        yield Panel(("unit", id), 65, "consultation/panel.html", {"rows": open_, "more": SECTION.url}, expires=True)


def agenda(snapshot: Snapshot) -> Iterator[Agenda]:
    """Outcomes that are due thirty days after the last day for comments."""
    for entry in _known(snapshot):
        draft = entry.model
        due = draft.closes_on + ANSWER
        if draft.outcome is None and draft.closes_on < snapshot.as_of:
            what = snapshot.say(msg("outcome of the consultation: {title}", title=draft.title))
            late = (snapshot.as_of - due).days
            kind, days = ("late", late) if late > 0 else ("due", -late)
            yield Agenda(kind, due.isoformat(), what, draft.unit, entry.path, url(entry.id), days)


def disclosures(snapshot: Snapshot) -> Iterator[Disclosure]:
    """Each consultation, and each outcome."""
    for entry in _known(snapshot):
        draft = entry.model
        name = snapshot.catalog.named("unit", draft.unit)
        unit = name.id if name else ""
        if draft.opened_on <= snapshot.as_of:
            yield Disclosure(
                "consultation",
                draft.title,
                url(entry.id),
                created=draft.opened_on,
                published=draft.opened_on,
                unit=unit,
                entry=entry.path,
                complete=can_be_read(draft),
                lacks=keys_of(DocumentRef, "file", "url"),
                sample=draft.sample,
            )
        if draft.outcome and draft.outcome_on:
            yield Disclosure(
                "consultation/outcome",
                draft.title,
                url(entry.id) + "#ket-qua",
                created=draft.outcome_on,
                published=draft.outcome_on,
                unit=unit,
                entry=entry.path,
                sample=draft.sample,
            )


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """Every consultation."""
    found = _known(snapshot)
    yield Table(
        TABLE,
        snapshot.say(SECTION.title),
        (
            Column("title", "Tên"),
            Column("unit", "Đơn vị"),
            Column("opened_on", "Bắt đầu", "date"),
            Column("closes_on", "Đến hết ngày", "date"),
            Column("comments_count", "Số ý kiến", "integer"),
            Column("outcome_on", "Ngày giải trình", "date"),
            Column("url", "Địa chỉ trên trang"),
        ),
        tuple(
            (
                d.title,
                d.unit,
                d.opened_on.isoformat(),
                d.closes_on.isoformat(),
                d.comments_count,
                d.outcome_on.isoformat() if d.outcome_on else None,
                url(e.id),
            )
            for e in found
            for d in (e.model,)
        ),
        tuple(e.path for e in found),
        any(e.model.sample for e in found),
        ("consultation/list.html", "consultation/panel.html"),
    )


def feed(snapshot: Snapshot) -> Iterator[FeedItem]:
    """Consultations that were opened."""
    for entry in _known(snapshot):
        draft = entry.model
        if draft.opened_on <= snapshot.as_of:
            words = msg("Comments are taken until {day}.", day=show_date(draft.closes_on))
            yield FeedItem(draft.opened_on, url(entry.id), draft.title, snapshot.say(words), draft.unit)


def turns(snapshot: Snapshot) -> Iterator[ScheduledChange]:
    """Days on which one opens or closes."""
    for entry in _known(snapshot):
        draft = entry.model
        opens = snapshot.say(msg("consultation “{title}” opens", title=draft.title))
        closes = snapshot.say(msg("consultation “{title}” is closed", title=draft.title))
        if draft.opened_on > snapshot.as_of:
            yield ScheduledChange(draft.opened_on, opens, entry.path, url(entry.id))
        if draft.closes_on >= snapshot.as_of:
            yield ScheduledChange(draft.closes_on + timedelta(1), closes, entry.path, url(entry.id))

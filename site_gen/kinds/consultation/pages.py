"""Consultations: those that are open first, then those that are closed, with what became of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from site_gen.base.messages import msg
from site_gen.base.vietnamese import show_date
from site_gen.kinds.consultation.model import Consultation
from site_gen.kinds.consultation.rules import ANSWER, can_be_read
from site_gen.model.entry import Entry
from site_gen.model.published import DocumentRef
from site_gen.pages.edition import Edition
from site_gen.pages.offer import Column, Disclosure, FeedItem, Section, Table, Turn, keys_of
from site_gen.pages.page import Agenda, Context, Page, Panel, Plain

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


def state(edition: Edition, draft: Consultation) -> Context:
    """Open, closed, or answered."""
    if draft.opened_on > edition.as_of:
        return {"family": "calm", "word": edition.say(msg("not open yet")), "detail": ""}
    if draft.closes_on >= edition.as_of:
        return {"family": "run", "word": edition.say(msg("open")), "detail": ""}
    if draft.outcome:
        return {"family": "done", "word": edition.say(msg("answered")), "detail": ""}
    return {"family": "soon", "word": edition.say(msg("closed, no outcome yet")), "detail": ""}


def row(edition: Edition, entry: Entry[Consultation]) -> Context:
    """A consultation in a list."""
    draft = entry.model
    return {
        "id": entry.id,
        "url": url(entry.id),
        "title": draft.title,
        "unit": edition.link("unit", draft.unit),
        "opened": show_date(draft.opened_on),
        "closes": show_date(draft.closes_on),
        "until": draft.closes_on.isoformat(),
        "open": draft.opened_on <= edition.as_of <= draft.closes_on,
        "coming": edition.as_of < draft.opened_on,
        "state": state(edition, draft),
        "comments": -1 if draft.comments_count is None else draft.comments_count,
        "outcome_on": show_date(draft.outcome_on) if draft.outcome_on else "",
        "sample": draft.sample,
    }


def _known(edition: Edition) -> list[Entry[Consultation]]:
    found = edition.catalog.all(Consultation)
    return sorted(found, key=lambda e: (-e.model.closes_on.toordinal(), e.id))


def pages(edition: Edition) -> Iterator[Page]:
    """The list and a page each."""
    found = _known(edition)
    rows = [row(edition, e) for e in found]
    hub = (edition.say(msg("Disclosure")), "cong-khai/index.html")
    title = edition.say(SECTION.title)
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
            **row(edition, entry),
            "how": draft.how,
            "drafts": [edition.document(d) for d in draft.drafts],
            "body": draft.body,
            "outcome": draft.outcome or "",
            "final": edition.document(draft.final) if draft.final else {},
            "notes": edition.notes_of(entry.path),
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


def panels(edition: Edition) -> Iterator[Panel]:
    """What can be commented on now, on the home page and on the unit's."""
    rows: list[Plain] = []
    units: dict[str, list[Plain]] = {}
    for entry in _known(edition):
        mine = row(edition, entry)
        if mine["open"]:
            rows.append(mine)
            if name := edition.catalog.named("unit", entry.model.unit):
                units.setdefault(name.id, []).append(mine)
    if rows:
        yield Panel(("site", "home"), 35, "consultation/panel.html", {"rows": rows, "more": SECTION.url}, expires=True)
    for id, open_ in units.items():
        yield Panel(("unit", id), 65, "consultation/panel.html", {"rows": open_, "more": SECTION.url}, expires=True)


def agenda(edition: Edition) -> Iterator[Agenda]:
    """Outcomes that are due thirty days after the last day for comments."""
    for entry in _known(edition):
        draft = entry.model
        due = draft.closes_on + ANSWER
        if draft.outcome is None and draft.closes_on < edition.as_of:
            what = edition.say(msg("outcome of the consultation: {title}", title=draft.title))
            late = (edition.as_of - due).days
            kind, days = ("late", late) if late > 0 else ("due", -late)
            yield Agenda(kind, due.isoformat(), what, draft.unit, entry.path, url(entry.id), days)


def disclosures(edition: Edition) -> Iterator[Disclosure]:
    """Each consultation, and each outcome."""
    for entry in _known(edition):
        draft = entry.model
        name = edition.catalog.named("unit", draft.unit)
        unit = name.id if name else ""
        if draft.opened_on <= edition.as_of:
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


def tables(edition: Edition) -> Iterator[Table]:
    """Every consultation."""
    found = _known(edition)
    yield Table(
        TABLE,
        edition.say(SECTION.title),
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


def feed(edition: Edition) -> Iterator[FeedItem]:
    """Consultations that were opened."""
    for entry in _known(edition):
        draft = entry.model
        if draft.opened_on <= edition.as_of:
            words = msg("Comments are taken until {day}.", day=show_date(draft.closes_on))
            yield FeedItem(draft.opened_on, url(entry.id), draft.title, edition.say(words), draft.unit)


def turns(edition: Edition) -> Iterator[Turn]:
    """Days on which one opens or closes."""
    for entry in _known(edition):
        draft = entry.model
        opens = edition.say(msg("consultation “{title}” opens", title=draft.title))
        closes = edition.say(msg("consultation “{title}” is closed", title=draft.title))
        if draft.opened_on > edition.as_of:
            yield Turn(draft.opened_on, opens, entry.path, url(entry.id))
        if draft.closes_on >= edition.as_of:
            yield Turn(draft.closes_on + timedelta(1), closes, entry.path, url(entry.id))

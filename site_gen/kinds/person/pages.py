"""The contact page: who does what, and how to reach them at work."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg, say
from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import show_date, sort_key
from site_gen.kinds.person.model import Person, Term
from site_gen.model.entry import Entry
from site_gen.pages.contributions import Section
from site_gen.pages.page import Page, Panel
from site_gen.rules.snapshot import Snapshot

URL = "lien-he.html"
SECTION = Section("lien-he", URL, msg("Contact"), msg("Who does what, and how to reach them at work."), 10)


def url(id: str) -> str:
    """Where a role is shown."""
    return f"{URL}#{id}"


def label(entry: Entry[Person]) -> str:
    """The role, with the name where it is public."""
    return f"{entry.model.role}, {entry.model.name}" if entry.model.name else entry.model.role


def _term(term: Term | None, snapshot: Snapshot) -> Context:
    if term is None or not term.holds(snapshot.as_of):
        return {}
    return {
        "since": show_date(term.since) if term.since else "",
        "until": show_date(term.until) if term.until else "",
        "posted": show_date(term.posted_on) if term.posted_on else "",
        "document": snapshot.document(term.document) if term.document else {},
    }


def row(snapshot: Snapshot, entry: Entry[Person]) -> Context:
    """A role as lists show it."""
    person = entry.model
    return {
        "id": entry.id,
        "role": person.role,
        "name": person.name or "",
        "unit": snapshot.link("unit", person.unit),
        "responsibility": person.responsibility or "",
        "phone": person.official_phone or "",
        "email": person.official_email or "",
        "one_stop": person.one_stop,
        "counter": person.counter or "",
        "leader": person.leader,
        "duty": [
            {"when": d.when, "place": d.place or "", "until": show_date(d.until) if d.until else ""}
            for d in person.duty
            if d.holds(snapshot.as_of)
        ],
        "bio": person.bio or "",
        "photo": person.photo if person.photo and person.photo_consent else "",
        "spokesperson": _term(person.spokesperson, snapshot),
        "info_contact": _term(person.info_contact, snapshot),
    }


def _people(snapshot: Snapshot) -> list[Entry[Person]]:
    return sorted(snapshot.catalog.all(Person), key=lambda e: (not e.model.leader, sort_key(e.model.role)))


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """One page for all roles, and how to reach the authority."""
    people = _people(snapshot)
    site = snapshot.catalog.site
    contact = site.contact
    rows: list[Context] = [row(snapshot, p) for p in people]
    context: Context = {
        "people": rows,
        "spokesperson": [r for r in rows if r["spokesperson"]],
        "info_contact": [r for r in rows if r["info_contact"]],
        "one_stop": [r for r in rows if r["one_stop"]],
        "duty": [r for r in rows if r["duty"]],
        "leaders": [r for r in rows if r["bio"] or r["photo"]],
        "contact": {
            "address": contact.address or "",
            "phone": contact.phone or "",
            "email": contact.email or "",
            "hours": contact.hours or "",
            "website": contact.website or "",
        },
        "illustration": bool(site.illustration),
    }
    title = say(msg("Contact"), site.language.value)
    days = [d for p in people if (d := p.model.updated_at or p.model.published_at)]
    yield Page(
        URL,
        "person/page.html",
        title,
        context,
        tuple(p.path for p in people),
        (),
        SECTION.menu,
        updated=max(days).isoformat() if days else "",
        sample=any(p.model.sample for p in people),
    )


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """The roles of a unit on its page."""
    by_unit: dict[str, list[Plain]] = {}
    for entry in _people(snapshot):
        if name := snapshot.catalog.named("unit", entry.model.unit):
            by_unit.setdefault(name.id, []).append(row(snapshot, entry))
    for id, rows in by_unit.items():
        yield Panel(("unit", id), 5, "person/unit_panel.html", {"people": rows})

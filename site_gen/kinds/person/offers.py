"""What roles give to the ledger of duties, and the days on which an assignment begins or ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from site_gen.base.messages import Message, msg
from site_gen.kinds.person.model import Person
from site_gen.kinds.person.pages import URL, url
from site_gen.model.entry import Entry
from site_gen.pages.edition import Edition
from site_gen.pages.offer import Disclosure, Turn


def disclosures(edition: Edition) -> Iterator[Disclosure]:
    """The one-stop staff, the duty roster, spokesperson and information contact, leaders: each as one piece of information."""
    people = edition.catalog.all(Person)
    on = edition.as_of
    groups: tuple[tuple[str, str, Message, list[Entry[Person]]], ...] = (
        ("one_stop", "mot-cua", msg("Staff of the one-stop shop"), [p for p in people if p.model.one_stop]),
        (
            "duty_roster",
            "lich-truc",
            msg("Leaders on duty at the one-stop shop"),
            [p for p in people if any(d.holds(on) for d in p.model.duty)],
        ),
        (
            "spokesperson",
            "phat-ngon",
            msg("Spokesperson"),
            [p for p in people if p.model.spokesperson and p.model.spokesperson.holds(on)],
        ),
        (
            "info_contact",
            "phat-ngon",
            msg("Contact for requests for information"),
            [p for p in people if p.model.info_contact and p.model.info_contact.holds(on)],
        ),
        ("leaders", "lanh-dao", msg("Leaders"), [p for p in people if p.model.leader and p.model.bio]),
    )
    for topic, anchor, title, mine in groups:
        if mine:
            days = [d for p in mine if (d := p.model.updated_at or p.model.published_at)]
            name = edition.catalog.named("unit", edition.catalog.site.unit)
            yield Disclosure(
                f"person/{topic}",
                edition.say(title),
                f"{URL}#{anchor}",
                published=min(days) if days else None,
                unit=name.id if name else "",
                entry=mine[0].path,
                complete=all(_reachable(p.model) for p in mine) if topic in ("spokesperson", "info_contact") else True,
                sample=any(p.model.sample for p in mine),
            )


def _reachable(person: Person) -> bool:
    return bool((person.name or person.sample) and person.official_phone and person.official_email)


def turns(edition: Edition) -> Iterator[Turn]:
    """Assignments and turns of duty that begin or end."""
    for entry in edition.catalog.all(Person):
        person = entry.model
        begins = edition.say(msg("{role}: an assignment begins", role=person.role))
        ends = edition.say(msg("{role}: an assignment ends", role=person.role))
        for term in (person.spokesperson, person.info_contact, *person.duty):
            if term is None:
                continue
            if term.since and term.since > edition.as_of:
                yield Turn(term.since, begins, entry.path, url(entry.id))
            if term.until and term.until >= edition.as_of:
                yield Turn(term.until + timedelta(1), ends, entry.path, url(entry.id))

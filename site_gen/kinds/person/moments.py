"""The days of roles: assignments and turns of duty begin and end; what the contact page publishes about them."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.base.vietnamese import sort_key
from site_gen.kinds.person.model import Person
from site_gen.model.entry import Entry
from site_gen.model.model import label_of
from site_gen.pages.contributions import keys_of
from site_gen.pages.life import DAY, Disclosed, Life, Moment, Subject, life, subject_of
from site_gen.rules.snapshot import Snapshot

URL = "lien-he.html"


def url(id: str) -> str:
    """Where a role is shown."""
    return f"{URL}#{id}"


def in_order(snapshot: Snapshot) -> list[Entry[Person]]:
    """Every role, leaders first, in the order of a dictionary."""
    return sorted(snapshot.catalog.all(Person), key=lambda e: (not e.model.leader, sort_key(e.model.role)))


def lives(snapshot: Snapshot) -> Iterator[Life]:
    """When each assignment and turn of duty begins and ends, and the parts of the contact page that somebody fills today."""
    for entry in snapshot.catalog.all(Person):
        yield _assignments(entry)
    yield from _parts(snapshot)


def _assignments(entry: Entry[Person]) -> Life:
    person = entry.model
    begins = msg("{role}: an assignment begins", role=person.role)
    ends = msg("{role}: an assignment ends", role=person.role)
    moments: list[Moment] = []
    for time in (person.spokesperson, person.info_contact, *person.duty):
        if time and time.since:
            moments.append(Moment(time.since, change=begins))
        if time and time.until:
            moments.append(Moment(time.until + DAY, change=ends))
    return life(subject_of(entry, person.role, url(entry.id), person.unit), *moments)


def _parts(snapshot: Snapshot) -> Iterator[Life]:
    """Each part of the page is one piece of information: staff, roster, who speaks, who informs, leaders."""
    people, today, language = snapshot.catalog.all(Person), snapshot.as_of, snapshot.site.language.value
    staff = [p for p in people if p.model.one_stop]
    roster = [p for p in people if any(duty.holds(today) for duty in p.model.duty)]
    speakers = [p for p in people if p.model.spokesperson and p.model.spokesperson.holds(today)]
    informing = [p for p in people if p.model.info_contact and p.model.info_contact.holds(today)]
    leaders = [p for p in people if p.model.leader and p.model.bio]
    for topic, at, title, mine in (
        ("one_stop", "#mot-cua", snapshot.say(msg("Staff of the one-stop shop")), staff),
        ("duty_roster", "#lich-truc", snapshot.say(msg("Leaders on duty at the one-stop shop")), roster),
        ("spokesperson", "#phat-ngon", label_of(Person, "spokesperson", language), speakers),
        ("info_contact", "#phat-ngon", label_of(Person, "info_contact", language), informing),
        ("leaders", "#lanh-dao", label_of(Person, "leader", language), leaders),
    ):
        if not mine:
            continue
        unreachable = [p for p in mine if at == "#phat-ngon" and _lacks(p.model)]
        first = (unreachable or mine)[0]
        lacking = _lacks(first.model) if unreachable else ()
        days = [day for p in mine if (day := p.model.updated_at or p.model.published_at)]
        made = Disclosed(
            topic=f"person/{topic}",
            at=at,
            published=min(days, default=None),
            complete=not lacking,
            lacks=keys_of(Person, *lacking),
        )
        whose = Subject(title, URL, first.path, snapshot.site.unit, any(p.model.sample for p in mine))
        yield life(whose, Moment(None, disclosed=made))


def _lacks(person: Person) -> tuple[str, ...]:
    """The keys that somebody who speaks for the authority lacks."""
    there = {
        "name": person.name or person.sample,
        "official_phone": person.official_phone,
        "official_email": person.official_email,
    }
    return tuple(key for key, value in there.items() if not value)

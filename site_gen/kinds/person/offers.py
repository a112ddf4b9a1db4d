"""What roles give to the ledger of duties, and the days on which an assignment begins or ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from site_gen.base.messages import Message, msg
from site_gen.base.values import Plain
from site_gen.kinds.person.model import Person
from site_gen.kinds.person.pages import URL, url
from site_gen.model.entry import Entry
from site_gen.pages.columns import Column
from site_gen.pages.contributions import Disclosure, ScheduledChange, Table, keys_of
from site_gen.rules.snapshot import Snapshot


def disclosures(snapshot: Snapshot) -> Iterator[Disclosure]:
    """The one-stop staff, the duty roster, spokesperson and information contact, leaders: each as one piece of information."""
    people = snapshot.catalog.all(Person)
    on = snapshot.as_of
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
            name = snapshot.catalog.named("unit", snapshot.catalog.site.unit)
            reach = topic in ("spokesperson", "info_contact")
            lacking = next((keys for p in mine if (keys := _unreachable(p.model))), ()) if reach else ()
            yield Disclosure(
                f"person/{topic}",
                snapshot.say(title),
                f"{URL}#{anchor}",
                published=min(days) if days else None,
                unit=name.id if name else "",
                entry=next((p.path for p in mine if _unreachable(p.model)), mine[0].path) if lacking else mine[0].path,
                complete=not lacking,
                lacks=keys_of(Person, *lacking),
                sample=any(p.model.sample for p in mine),
            )


def _unreachable(person: Person) -> tuple[str, ...]:
    """The keys that somebody who speaks for the authority lacks."""
    there = {
        "name": person.name or person.sample,
        "official_phone": person.official_phone,
        "official_email": person.official_email,
    }
    return tuple(key for key, value in there.items() if not value)


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """Roles with their official contacts, and turns of duty.

    Without the names of their holders: a downloaded file outlives an assignment, and the page has them.
    """
    people = snapshot.catalog.all(Person)
    if not people:
        return
    files, sample, on = tuple(p.path for p in people), any(p.model.sample for p in people), snapshot.as_of
    roles: list[tuple[Plain, ...]] = [
        (
            entry.id,
            p.role,
            p.unit,
            p.responsibility,
            p.official_phone,
            p.official_email,
            p.one_stop,
            p.counter,
            bool(p.spokesperson and p.spokesperson.holds(on)),
            bool(p.info_contact and p.info_contact.holds(on)),
            p.leader,
        )
        for entry in people
        for p in (entry.model,)
    ]
    yield Table(
        "danh-ba",
        snapshot.say(msg("Roles and official contacts")),
        (
            Column("id", "Mã"),
            Column("role", "Chức danh"),
            Column("unit", "Đơn vị"),
            Column("responsibility", "Lĩnh vực phụ trách"),
            Column("official_phone", "Điện thoại công vụ"),
            Column("official_email", "Thư điện tử công vụ"),
            Column("one_stop", "Làm tại Một cửa", "boolean"),
            Column("counter", "Quầy"),
            Column("spokesperson", "Người phát ngôn", "boolean"),
            Column("info_contact", "Đầu mối cung cấp thông tin", "boolean"),
            Column("leader", "Lãnh đạo", "boolean"),
        ),
        tuple(roles),
        files,
        sample,
        ("person/page.html", "person/unit_panel.html"),
        snapshot.say(
            msg("Roles without the names of their holders: a file that was downloaded outlives an assignment.")
        ),
    )
    turns_of_duty: list[tuple[Plain, ...]] = [
        (
            entry.id,
            entry.model.role,
            d.when,
            d.place,
            d.since.isoformat() if d.since else None,
            d.until.isoformat() if d.until else None,
        )
        for entry in people
        for d in entry.model.duty
        if d.holds(on)
    ]
    if turns_of_duty:
        yield Table(
            "lich-truc",
            snapshot.say(msg("Leaders on duty at the one-stop shop")),
            (
                Column("id", "Mã chức danh"),
                Column("role", "Chức danh"),
                Column("when", "Khi nào"),
                Column("place", "Ở đâu", help="Trống là tại Bộ phận Một cửa."),
                Column("since", "Từ ngày", "date"),
                Column("until", "Đến ngày", "date"),
            ),
            tuple(turns_of_duty),
            files,
            sample,
            ("person/page.html",),
        )


def turns(snapshot: Snapshot) -> Iterator[ScheduledChange]:
    """Assignments and turns of duty that begin or end."""
    for entry in snapshot.catalog.all(Person):
        person = entry.model
        begins = snapshot.say(msg("{role}: an assignment begins", role=person.role))
        ends = snapshot.say(msg("{role}: an assignment ends", role=person.role))
        for term in (person.spokesperson, person.info_contact, *person.duty):
            if term is None:
                continue
            if term.since and term.since > snapshot.as_of:
                yield ScheduledChange(term.since, begins, entry.path, url(entry.id))
            if term.until and term.until >= snapshot.as_of:
                yield ScheduledChange(term.until + timedelta(1), ends, entry.path, url(entry.id))

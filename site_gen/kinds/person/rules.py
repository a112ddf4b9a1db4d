"""What must be true of roles: terms run forward, official contacts are official."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import msg
from site_gen.kinds.person.model import Person
from site_gen.model.entry import Entry
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

AnyPerson = Entry[Person]
SINCE = date(2026, 7, 1)
"""From this day on NĐ 244/2026/NĐ-CP is in force."""


@rule(
    "PERSON001",
    msg("an assignment ends before it begins"),
    Severity.ERROR,
    Person,
    wrong="spokesperson: {since: 01/7/2025, until: 30/6/2025}",
    right="spokesperson: {since: 01/7/2025}",
)
def terms_run_forward(entry: AnyPerson, snapshot: Snapshot) -> Iterator[Finding]:
    """The page shows who speaks for the authority on which days."""
    person = entry.model
    terms = [(("spokesperson",), person.spokesperson), (("info_contact",), person.info_contact)]
    for loc, term in [*terms, *((("duty", i), d) for i, d in enumerate(person.duty))]:
        if term and term.since and term.until and term.until < term.since:
            yield Finding(
                entry.at(*loc, "until"),
                msg("{end} is before {start}", end=term.until, start=term.since),
                msg("check both dates"),
            )


@rule(
    "PERSON002",
    msg("a mailbox looks private"),
    Severity.WARNING,
    Person,
    law=LawRef("91/2025/QH15", "Điều 16", "V2"),
    wrong="official_email: abc@gmail.com",
    right="official_email: vanphong@xa.tinh.gov.vn",
)
def mailboxes_are_official(entry: AnyPerson, snapshot: Snapshot) -> Iterator[Finding]:
    """Only official contacts are published; a private mailbox is personal data."""
    mail = entry.model.official_email
    if mail and (re.search(r"@(gmail|yahoo|outlook|hotmail|icloud)\.", mail, re.IGNORECASE) or "@" not in mail):
        yield Finding(
            entry.at("official_email"),
            msg("`{mail}` is not an official mailbox", mail=mail),
            msg("write the mailbox of the office, or leave it out"),
        )


@rule(
    "PERSON003",
    msg("a spokesperson cannot be reached"),
    Severity.WARNING,
    Person,
    law=LawRef("244/2026/NĐ-CP", "Điều 3 khoản 3"),
    wrong="spokesperson: {since: 01/7/2025}",
    right="spokesperson: {since: 01/7/2025}\nname: …\nofficial_phone: …\nofficial_email: …",
)
def spokesperson_is_reachable(entry: AnyPerson, snapshot: Snapshot) -> Iterator[Finding]:
    """Name, position, telephone and official e-mail of the spokesperson are published within 24 hours of the assignment."""
    person = entry.model
    if (
        person.spokesperson
        and not snapshot.catalog.site.illustration
        and not (person.name and person.official_phone and person.official_email)
    ):
        yield Finding(
            entry.at("spokesperson"),
            msg("name, telephone or official mailbox of the spokesperson is missing"),
            msg("add `name`, `official_phone` and `official_email`"),
        )


@rule(
    "PERSON004",
    msg("a spokesperson was published late"),
    Severity.WARNING,
    Person,
    law=LawRef("244/2026/NĐ-CP", "Điều 3 khoản 3"),
    wrong="spokesperson: {since: 01/10/2026, posted_on: 05/10/2026}",
    right="spokesperson: {since: 01/10/2026, posted_on: 02/10/2026}",
)
def spokesperson_in_time(entry: AnyPerson, snapshot: Snapshot) -> Iterator[Finding]:
    """Since 01/7/2026 the name, position and contacts of a spokesperson are published within 24 hours of the assignment."""
    term = entry.model.spokesperson
    if term and term.since and term.since >= SINCE and term.posted_on and term.posted_on > term.since + timedelta(1):
        yield Finding(
            entry.at("spokesperson", "posted_on"),
            msg("assigned on {since}, posted on {day}", since=term.since, day=term.posted_on),
            msg("check both dates; if they are right, acknowledge it under `anomalies` and say why"),
        )


@rule(
    "PERSON005",
    msg("a photograph is published without consent"),
    Severity.ERROR,
    Person,
    law=LawRef("356/2025/NĐ-CP", "Điều 3", "V2"),
    wrong="photo: files/chu-tich.jpg",
    right="photo: files/chu-tich.jpg\nphoto_consent: có",
)
def photographs_with_consent(entry: AnyPerson, snapshot: Snapshot) -> Iterator[Finding]:
    """A picture of somebody is personal data; it is published only where that person has agreed."""
    if entry.model.photo and not entry.model.photo_consent:
        yield Finding(
            entry.at("photo"),
            msg("nothing says that the person agreed to the picture"),
            msg("add `photo_consent: có` once there is a written consent, or delete the line"),
        )


@rule(
    "PERSON006",
    msg("a biography of somebody who is no leader"),
    Severity.ERROR,
    Person,
    law=LawRef("224/2026/NĐ-CP", "Điều 9 khoản 1"),
    wrong="role: Công chức tư pháp\nbio: …",
    right="role: Chủ tịch UBND xã\nleader: có\nbio: …",
)
def biographies_of_leaders(entry: AnyPerson, snapshot: Snapshot) -> Iterator[Finding]:
    """The law asks for a short biography of leaders, and of nobody else."""
    if entry.model.bio and not entry.model.leader:
        yield Finding(
            entry.at("bio"),
            msg("`{role}` is not marked as a leader", role=entry.model.role),
            msg("delete the biography, or add `leader: có`"),
        )


@rule(
    "PERSON007",
    msg("nobody speaks for the authority any more"),
    Severity.WARNING,
    Person,
    law=LawRef("244/2026/NĐ-CP", "Điều 3 khoản 3"),
    wrong="spokesperson: {since: 01/7/2022, until: 31/3/2023}   # không ai khác đang làm",
    right="spokesperson: {since: 01/7/2022}",
)
def somebody_speaks(entry: AnyPerson, snapshot: Snapshot) -> Iterator[Finding]:
    """When an assignment ends, the next one is published at once; the page must not show a gap."""
    site = snapshot.catalog.site
    mine = entry.model.spokesperson
    terms = [p.model.spokesperson for p in snapshot.catalog.all(Person) if p.model.spokesperson]
    if (
        mine
        and mine.until
        and (site.valid_to is None or mine.until < site.valid_to)
        and not any(t.holds(snapshot.as_of) for t in terms)
        and mine.until == max((t.until for t in terms if t.until), default=None)
        and mine.until < snapshot.as_of
    ):
        yield Finding(
            entry.at("spokesperson", "until"),
            msg("the last assignment ended on {day}", day=mine.until),
            msg("add `spokesperson` to whoever speaks for the authority now"),
        )


RULES: tuple[Rule, ...] = (
    terms_run_forward,
    mailboxes_are_official,
    spokesperson_is_reachable,
    spokesperson_in_time,
    photographs_with_consent,
    biographies_of_leaders,
    somebody_speaks,
)

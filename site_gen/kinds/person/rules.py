"""What must be true of roles: terms run forward, official contacts are official."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import show_date
from site_gen.kinds.person.model import Person
from site_gen.model.entry import Entry
from site_gen.rules.rule import Finding, Rule, View, rule

AnyPerson = Entry[Person]


@rule(
    "PERSON001",
    msg("an assignment ends before it begins"),
    Severity.ERROR,
    Person,
    wrong="spokesperson: {since: 01/7/2025, until: 30/6/2025}",
    right="spokesperson: {since: 01/7/2025}",
)
def terms_run_forward(entry: AnyPerson, view: View) -> Iterator[Finding]:
    """The page shows who speaks for the authority on which days."""
    for name in ("spokesperson", "info_contact"):
        term = getattr(entry.model, name)
        if term and term.since and term.until and term.until < term.since:
            yield Finding(
                entry.at(name, "until"),
                msg("{end} is before {start}", end=show_date(term.until), start=show_date(term.since)),
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
def mailboxes_are_official(entry: AnyPerson, view: View) -> Iterator[Finding]:
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
def spokesperson_is_reachable(entry: AnyPerson, view: View) -> Iterator[Finding]:
    """Name, position, telephone and official e-mail of the spokesperson are published within 24 hours of the assignment."""
    person = entry.model
    if (
        person.spokesperson
        and not view.catalog.site.illustration
        and not (person.name and person.official_phone and person.official_email)
    ):
        yield Finding(
            entry.at("spokesperson"),
            msg("name, telephone or official mailbox of the spokesperson is missing"),
            msg("add `name`, `official_phone` and `official_email`"),
        )


RULES: tuple[Rule, ...] = (terms_run_forward, mailboxes_are_official, spokesperson_is_reachable)

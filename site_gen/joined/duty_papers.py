"""The papers of duties of disclosure: those that `duties` of `site.yml` asks for or names, beside what was made public.

Settings are no entry, so what is checked of papers in entries is asked of them here once more.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, cast

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Diagnostic, Span
from site_gen.joined.ledger import DutyState, Ledger, Line, end_of
from site_gen.joined.ledger_agenda import URL
from site_gen.model.duty import Duty, DutyChange
from site_gen.model.entry import Entry, Loc, Places
from site_gen.model.evidence import Evidence
from site_gen.pages.contributions import ScheduledChange
from site_gen.pages.evidence import Paper, lacks, paper_of
from site_gen.pages.life import Life, agenda, scheduled_changes
from site_gen.pages.page import Agenda
from site_gen.pages.proofs import ProofLine, ProofSet, lives_of
from site_gen.reading.shipped import shipped_duties
from site_gen.rules.common import attachment_exists, reference_resolves
from site_gen.rules.papers import digest_is_of_the_file, of_an_earlier_year, papers_are_of_the_year
from site_gen.rules.rule import Finding, Rule
from site_gen.rules.signatures import SIGNATURES
from site_gen.rules.snapshot import Snapshot
from site_gen.rules.wording import legal_base_is_listed, symbol_fits_type

RULES: tuple[Rule, ...] = (
    reference_resolves,
    attachment_exists,
    symbol_fits_type,
    legal_base_is_listed,
    digest_is_of_the_file,
    *SIGNATURES,
)
"""What is asked of the papers of an entry, whatever it is."""


def papers_of(snapshot: Snapshot, line: Line, ledger: Ledger) -> tuple[Paper, ...]:
    """The papers of a duty on the day of the ledger; whoever answers for the duty supplies what names nobody.

    A paper of a period may come until that period is to be made public.
    """
    due = {slot.period: slot.due for slot in line.slots if slot.period}
    duty = line.owed.duty
    return tuple(
        paper_of(snapshot, one, ledger.day, _year(duty, one), (duty.who,), due.get(one.period) if one.period else None)
        for one in duty.evidence
    )


def lacking_papers(snapshot: Snapshot, line: Line, ledger: Ledger) -> tuple[str, ...]:
    """What is missing of them, in words."""
    return tuple(snapshot.say(lacks(paper)) for paper in papers_of(snapshot, line, ledger) if paper.lacking)


def _year(duty: Duty, paper: Evidence) -> int | None:
    """In which year a day without a year lies; nobody can say it where neither paper nor duty is of one."""
    return paper.period.year if paper.period else duty.since.year if duty.since else None


def duty_papers_agenda(snapshot: Snapshot, ledger: Ledger) -> Iterator[Agenda]:
    """What of the papers is due or missing."""
    return agenda(snapshot, _lives(snapshot, ledger))


def duty_papers_changes(snapshot: Snapshot, ledger: Ledger) -> Iterator[ScheduledChange]:
    """The days on which a paper becomes overdue."""
    return scheduled_changes(snapshot, _lives(snapshot, ledger))


def _lives(snapshot: Snapshot, ledger: Ledger) -> Iterator[Life]:
    """An authority that has ended can hand in nothing."""
    lines = () if ledger.ended else tuple(_lines(snapshot, ledger))
    last = end_of(snapshot.site) or date.max
    return lives_of(snapshot, ProofSet("duties", "", "", URL, (), lines, ledger.day, last))


def _lines(snapshot: Snapshot, ledger: Ledger) -> Iterator[ProofLine]:
    for line in ledger.lines:
        duty = line.owed.duty
        if duty.evidence and line.state is not DutyState.OFF:
            papers = papers_of(snapshot, line, ledger)
            url = f"{URL}#{duty.id}"
            yield ProofLine(duty.id, duty.id.upper(), duty.title, url, duty.id, "", papers, (duty.who,))


@dataclass(frozen=True, slots=True)
class _Below:
    """Places of the values below a key of a file."""

    places: Places
    key: str

    def at(self, loc: Loc, key: bool = False) -> Span:
        """The place of a value."""
        return self.places.at((self.key, *loc), key)


def paper_faults(snapshot: Snapshot, places: Places, shown: str) -> Iterator[Diagnostic]:
    """What is wrong with the papers that `duties` of `site.yml` names: unknown units, missing files, wrong digests and years.

    Args:
        snapshot: The site.
        places: Where the values of its settings stand.
        shown: Their path in messages.
    """
    below = _Below(places, "duties")
    # These rules ask an entry for its values and their places alone, which settings have, too.
    entry = Entry("duties", "", shown, cast(Any, snapshot.catalog.site.duties), below)
    for rule in RULES:
        yield from (_told(rule, found) for found in rule.check(entry, snapshot))
    for loc, id, paper in _named(snapshot):
        year = _since(snapshot, id)
        if year and (found := of_an_earlier_year(paper, year, below.at(loc), id)):
            yield _told(papers_are_of_the_year, found)


def _told(rule: Rule, found: Finding) -> Diagnostic:
    law = found.law or rule.law
    return Diagnostic(rule.code, rule.severity, found.message, found.at, found.hint, found.item, law)


def _named(snapshot: Snapshot) -> Iterator[tuple[Loc, str, Evidence]]:
    """Every paper with its place and the id of its duty."""
    wishes = snapshot.catalog.site.duties
    groups: tuple[tuple[str, tuple[Duty | DutyChange, ...]], ...] = (("add", wishes.add), ("changed", wishes.changed))
    for key, duties in groups:
        for index, duty in enumerate(duties):
            for number, paper in enumerate(duty.evidence):
                yield (key, index, "evidence", number), duty.id, paper


def _since(snapshot: Snapshot, id: str) -> int | None:
    """The year since which a duty is owed."""
    known = (*shipped_duties(), *snapshot.catalog.site.duties.add)
    return next((duty.since.year for duty in known if duty.id == id and duty.since), None)

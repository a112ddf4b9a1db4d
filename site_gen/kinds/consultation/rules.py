"""What must be true of consultations: time enough, and an answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import show_date
from site_gen.kinds.consultation.model import Consultation
from site_gen.model.entry import Entry
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

Draft = Entry[Consultation]
SHORTEST = timedelta(days=15)
ANSWER = timedelta(days=30)
DEMOCRACY = LawRef("10/2022/QH15", "Điều 11")


def can_be_read(consultation: Consultation) -> bool:
    """Whether some draft is attached or linked."""
    return any(draft.file or draft.url for draft in consultation.drafts)


@rule(
    "CONSULT001",
    msg("a consultation closes before it opens"),
    Severity.ERROR,
    Consultation,
    wrong="opened_on: 10/4/2023\ncloses_on: 01/4/2023",
    right="opened_on: 10/4/2023\ncloses_on: 10/5/2023",
)
def closes_after_it_opens(entry: Draft, snapshot: Snapshot) -> Iterator[Finding]:
    """The page says until when comments are taken; the two dates cannot both be right."""
    draft = entry.model
    if draft.closes_on < draft.opened_on:
        message = msg("{end} is before {start}", end=show_date(draft.closes_on), start=show_date(draft.opened_on))
        yield Finding(entry.at("closes_on"), message, msg("check both dates"))


@rule(
    "CONSULT002",
    msg("there is little time to comment"),
    Severity.INFO,
    Consultation,
    wrong="opened_on: 01/4/2023\ncloses_on: 08/4/2023",
    right="opened_on: 01/4/2023\ncloses_on: 30/4/2023",
)
def time_enough(entry: Draft, snapshot: Snapshot) -> Iterator[Finding]:
    """A village meeting has to be called, and people have work. Fifteen days are our measure, no law's; say why where it is less.

    The first and the last day are counted.
    """
    draft = entry.model
    length = draft.closes_on - draft.opened_on + timedelta(1)
    if timedelta(0) < length < SHORTEST:
        message = msg("comments are taken for {n} days", n=length.days)
        yield Finding(entry.at("closes_on"), message, msg("give at least fifteen days where it can be done"))


@rule(
    "CONSULT003",
    msg("nobody says what became of the comments"),
    Severity.WARNING,
    Consultation,
    law=DEMOCRACY,
    wrong="closes_on: 01/3/2023   # hôm nay là 15/4/2023",
    right="closes_on: 01/3/2023\noutcome_on: 20/3/2023\noutcome: Nhận 12 ý kiến, tiếp thu 9.",
)
def comments_are_answered(entry: Draft, snapshot: Snapshot) -> Iterator[Finding]:
    """Who took the trouble to comment reads what was taken up, what was not, and why. After thirty days the page is asked for it."""
    draft = entry.model
    if draft.outcome is None and snapshot.as_of - draft.closes_on > ANSWER:
        yield Finding(
            entry.at("closes_on"),
            msg("it closed on {day} and has no outcome", day=show_date(draft.closes_on)),
            msg("add `outcome` and `outcome_on`"),
        )


@rule(
    "CONSULT004",
    msg("the outcome is older than the consultation"),
    Severity.ERROR,
    Consultation,
    wrong="opened_on: 01/3/2023\noutcome_on: 28/02/2023",
    right="opened_on: 01/3/2023\noutcome_on: 20/4/2023",
)
def outcome_comes_last(entry: Draft, snapshot: Snapshot) -> Iterator[Finding]:
    """Comments are weighed once they are all in, after the last day for them; and an outcome has a day, which has come."""
    draft = entry.model
    if draft.outcome_on and draft.outcome_on <= draft.closes_on:
        message = msg("{day} is not after the last day for comments", day=show_date(draft.outcome_on))
        yield Finding(entry.at("outcome_on"), message, msg("check both dates"))
    elif draft.outcome_on and draft.outcome_on > snapshot.as_of:
        day, today = show_date(draft.outcome_on), show_date(snapshot.as_of)
        message = msg("{day} is after the day of building, {today}", day=day, today=today)
        yield Finding(entry.at("outcome_on"), message, msg("check the year"))
    if (draft.outcome is None) != (draft.outcome_on is None):
        key = "outcome" if draft.outcome is None else "outcome_on"
        yield Finding(entry.at("closes_on"), msg("`{key}` is missing", key=key), msg("give both, or neither"), item=key)


@rule(
    "CONSULT005",
    msg("a draft cannot be read"),
    Severity.WARNING,
    Consultation,
    law=DEMOCRACY,
    wrong="drafts:\n  - title: Dự thảo quy ước thôn",
    right="drafts:\n  - title: Dự thảo quy ước thôn\n    file: files/du-thao-quy-uoc.pdf",
)
def drafts_can_be_read(entry: Draft, snapshot: Snapshot) -> Iterator[Finding]:
    """Nobody can comment on a draft that is not there; attach it, or link to where it stands."""
    if not can_be_read(entry.model):
        at = entry.at("drafts", 0) if entry.model.drafts else entry.at("title")
        yield Finding(at, msg("no draft has a file or a link"), msg("add `file` or `url` under `drafts`"))


RULES: tuple[Rule, ...] = (
    closes_after_it_opens,
    time_enough,
    comments_are_answered,
    outcome_comes_last,
    drafts_can_be_read,
)

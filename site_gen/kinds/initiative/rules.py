"""What must be true of initiatives: a decision recognises them, days are in order, and they say what they changed."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import show_date
from site_gen.kinds.initiative.model import Initiative, InitiativeState
from site_gen.model.entry import Entry
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

Found = Entry[Initiative]
CHARTER = LawRef("13/2012/NĐ-CP", "Điều lệ Sáng kiến: công nhận sáng kiến", "V2")


@rule(
    "INITIATIVE001",
    msg("an initiative is called recognised without a decision"),
    Severity.WARNING,
    Initiative,
    wrong="state: được công nhận",
    right="state: được công nhận\nlevel: cơ sở\ndecision: {title: Quyết định công nhận sáng kiến, number: 12/QĐ-UBND, date: 01/12/2022}",
    law=CHARTER,
)
def recognition_is_decided(entry: Found, snapshot: Snapshot) -> Iterator[Finding]:
    """Only what is recognised counts for the target of a plan and for the score; whoever checks asks for number, day and level."""
    initiative = entry.model
    if not initiative.state.recognised:
        return
    decision = initiative.decision
    if decision is None or not (decision.number and decision.date):
        message = msg("no decision with number and date recognises it")
        yield Finding(entry.at("state"), message, msg("add `decision` with `number` and `date`"), "decision")
    if initiative.level is None:
        yield Finding(entry.at("state"), msg("who recognised it is not said"), msg("add `level`"), "level")


@rule(
    "INITIATIVE002",
    msg("the days of an initiative contradict each other"),
    Severity.ERROR,
    Initiative,
    wrong="registered_on: 15/3/2023\ndecision: {title: Quyết định công nhận sáng kiến, date: 01/3/2023}",
    right="registered_on: 15/3/2023\ndecision: {title: Quyết định công nhận sáng kiến, date: 01/4/2023}",
)
def days_are_in_order(entry: Found, snapshot: Snapshot) -> Iterator[Finding]:
    """It is registered before it is decided on, and neither lies after the day of building."""
    initiative = entry.model
    decided = initiative.decision.date.exact if initiative.decision and initiative.decision.date else None
    registered, hint = initiative.registered_on, msg("check day, month and year")
    if registered and decided and decided < registered:
        message = msg(
            "decided on {day}, before it was registered on {other}", day=show_date(decided), other=show_date(registered)
        )
        yield Finding(entry.at("decision", "date"), message, hint, "decision")
    for place, day in ((("registered_on",), registered), (("decision", "date"), decided)):
        if day and day > snapshot.as_of:
            message = msg(
                "{day} is after the day of building, {today}", day=show_date(day), today=show_date(snapshot.as_of)
            )
            yield Finding(entry.at(*place), message, hint, place[0])


@rule(
    "INITIATIVE003",
    msg("an applied initiative does not say what it changed"),
    Severity.WARNING,
    Initiative,
    wrong="state: được công nhận, đang áp dụng",
    right="state: được công nhận, đang áp dụng\nresult: Thời gian chờ giảm từ 30 phút còn 10 phút.",
    law=CHARTER,
)
def applied_ones_say_what_they_changed(entry: Found, snapshot: Snapshot) -> Iterator[Finding]:
    """An initiative is recognised for the good that it does where it is applied; citizens read that first."""
    if entry.model.state is InitiativeState.APPLIED and not entry.model.result:
        yield Finding(
            entry.at("state"), msg("what changed is not told"), msg("add `result`, with a figure if there is one")
        )


RULES: tuple[Rule, ...] = (recognition_is_decided, days_are_in_order, applied_ones_say_what_they_changed)

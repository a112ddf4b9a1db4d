"""What must be true of dialogues: announced before, minutes after, every question answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import show_date
from site_gen.kinds.dialogue.model import Dialogue
from site_gen.model.entry import Entry
from site_gen.reading.shipped import office_calendar
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

Meeting = Entry[Dialogue]
MINUTES_WITHIN = 10
ANSWER_WITHIN = timedelta(days=15)


@rule(
    "DIALOGUE001",
    msg("a dialogue has no minutes"),
    Severity.WARNING,
    Dialogue,
    wrong="date: 01/3/2023   # hôm nay là 15/4/2023",
    right="date: 01/3/2023\nminutes:\n  title: Biên bản đối thoại",
)
def minutes_follow(entry: Meeting, snapshot: Snapshot) -> Iterator[Finding]:
    """Assessors give points for minutes, and citizens want to read what was said. Ten working days are our measure, no law's.

    Where the dialogue did not take place, say so with `cancelled`.
    """
    offices = office_calendar(snapshot.catalog.site.calendar)
    last = offices.after(entry.model.date, MINUTES_WITHIN)
    if offices.not_yet_known(entry.model.date, last):
        return  # DATE003 says so
    if entry.model.minutes is None and entry.model.cancelled is None and snapshot.as_of > last:
        message = msg("it was held on {day} and has no minutes", day=show_date(entry.model.date))
        yield Finding(entry.at("date"), message, msg("add `minutes`, or `cancelled` with the reason"))


@rule(
    "DIALOGUE002",
    msg("a question of a dialogue has no answer"),
    Severity.WARNING,
    Dialogue,
    wrong="questions:\n  - {summary: Đường thôn lầy lội, unit: UBND xã}   # đã quá 15 ngày",
    right="questions:\n  - {summary: Đường thôn lầy lội, unit: UBND xã, answer: Đã đưa vào kế hoạch, answered_on: 10/3/2023}",
)
def questions_are_answered(entry: Meeting, snapshot: Snapshot) -> Iterator[Finding]:
    """Who asked is answered, at the meeting or in writing: by the day that was promised, else within fifteen days."""
    for index, question in enumerate(entry.model.questions):
        due = question.due or entry.model.date + ANSWER_WITHIN
        if question.answer is None and entry.model.cancelled is None and snapshot.as_of > due:
            message = msg("it was to be answered by {day}", day=show_date(due))
            yield Finding(
                entry.at("questions", index), message, msg("add `answer` and `answered_on`"), item=question.summary
            )


@rule(
    "DIALOGUE003",
    msg("the days of a dialogue are out of order"),
    Severity.ERROR,
    Dialogue,
    wrong="date: 01/3/2023\nannounced_on: 05/3/2023",
    right="date: 01/3/2023\nannounced_on: 20/02/2023",
)
def days_in_order(entry: Meeting, snapshot: Snapshot) -> Iterator[Finding]:
    """A dialogue is announced before it is held, and answered on the day or after it, not on a day that has not come."""
    meeting = entry.model
    if meeting.announced_on and meeting.announced_on > meeting.date:
        message = msg("announced on {day}, after it was held", day=show_date(meeting.announced_on))
        yield Finding(entry.at("announced_on"), message, msg("check both dates"))
    for index, question in enumerate(meeting.questions):
        if question.answered_on and question.answered_on < meeting.date:
            message = msg("answered on {day}, before it was asked", day=show_date(question.answered_on))
            yield Finding(
                entry.at("questions", index, "answered_on"), message, msg("check both dates"), item=question.summary
            )
        elif question.answered_on and question.answered_on > snapshot.as_of:
            day, today = show_date(question.answered_on), show_date(snapshot.as_of)
            message = msg("{day} is after the day of building, {today}", day=day, today=today)
            yield Finding(
                entry.at("questions", index, "answered_on"), message, msg("check the year"), item=question.summary
            )


RULES: tuple[Rule, ...] = (minutes_follow, questions_are_answered, days_in_order)

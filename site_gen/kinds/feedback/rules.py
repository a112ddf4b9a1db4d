"""What must be true of feedback: nobody named, forwarded and answered in time, the answer published."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import show_date
from site_gen.kinds.feedback.model import CORRECT_WITHIN, REFUSED, Feedback, FeedbackType, Status
from site_gen.model.entry import Entry
from site_gen.reading.shipped import office_calendar
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

Case = Entry[Feedback]
FORWARD_WITHIN = 5


@rule(
    "FEEDBACK001",
    msg("a complaint or denunciation is about to be published"),
    Severity.ERROR,
    Feedback,
    wrong="type: tố cáo",
    right="type: chậm trễ, gây phiền hà",
    never_acknowledged=True,
)
def complaints_stay_out(entry: Case, snapshot: Snapshot) -> Iterator[Finding]:
    """Complaints and denunciations follow laws that protect the people in them; their files do not belong on a website.

    They are left out of every page, table and list, also where this finding is acknowledged or silenced.
    """
    kind = entry.model.type
    if kind in REFUSED:
        yield Finding(
            entry.at("type"),
            msg("`{kind}` is not published", kind=kind.label),
            msg("remove this file from the site's content; count it in a report instead"),
        )


@rule(
    "FEEDBACK002",
    msg("feedback was forwarded late"),
    Severity.WARNING,
    Feedback,
    law=LawRef("20/2008/NĐ-CP", "Điều 9"),
    wrong="received_on: 01/3/2023\nforwarded_on: 15/3/2023",
    right="received_on: 01/3/2023\nforwarded_on: 08/3/2023",
)
def forwarded_in_time(entry: Case, snapshot: Snapshot) -> Iterator[Finding]:
    """Within five working days feedback is passed on to whom it concerns, or work on it begins; nothing lies where it came in."""
    case = entry.model
    offices = office_calendar(snapshot.catalog.site.calendar)
    last = offices.after(case.received_on, FORWARD_WITHIN)
    if offices.not_yet_known(case.received_on, last):
        return  # DATE003 says so
    if case.forwarded_on and case.forwarded_on > last:
        yield Finding(
            entry.at("forwarded_on"),
            msg(
                "forwarded on {day}; five working days end on {last}",
                day=show_date(case.forwarded_on),
                last=show_date(last),
            ),
            msg("check both dates; if they are right, acknowledge it under `anomalies` and say why"),
        )
    if (
        case.status is Status.RECEIVED
        and case.forwarded_on is None
        and case.answered_on is None
        and snapshot.as_of > last
    ):
        yield Finding(
            entry.at("status"),
            msg("it is only received; five working days ended on {last}", last=show_date(last)),
            msg("pass it on and add `forwarded_on`, or write the status it has now"),
        )


@rule(
    "FEEDBACK003",
    msg("an answer is not published"),
    Severity.WARNING,
    Feedback,
    law=LawRef("20/2008/NĐ-CP", "Điều 19"),
    wrong="status: đã trả lời\nanswered_on: 10/3/2023",
    right="status: đã trả lời\nanswered_on: 10/3/2023\nresult: Đã thay bảng niêm yết.",
)
def answers_are_published(entry: Case, snapshot: Snapshot) -> Iterator[Finding]:
    """The result is published: others have the same question."""
    case = entry.model
    if case.status is Status.ANSWERED and case.result is None and case.answer_doc is None:
        yield Finding(entry.at("status"), msg("it is answered, and the answer is not here"), msg("add `result`"))


@rule(
    "FEEDBACK004",
    msg("status and dates of feedback contradict each other"),
    Severity.ERROR,
    Feedback,
    wrong="status: đã trả lời",
    right="status: đã trả lời\nanswered_on: 10/3/2023\nresult: Đã thay bảng niêm yết.",
)
def status_fits_dates(entry: Case, snapshot: Snapshot) -> Iterator[Finding]:
    """Answered feedback has the day of the answer, and only answered feedback has one; forwarded feedback has that day.

    No day comes before the receipt, the answer comes after the forwarding, and no day of what has happened lies ahead.
    """
    case = entry.model
    done = case.status in (Status.ANSWERED, Status.NOT_COMPETENT)
    if done and case.answered_on is None:
        yield Finding(entry.at("status"), msg("the day of the answer is missing"), msg("add `answered_on`"))
    if not done and case.answered_on is not None:
        message = msg("`answered_on` is given, and the status is `{status}`", status=case.status.label)
        yield Finding(entry.at("status"), message, msg("correct one of the two"))
    if case.status is Status.FORWARDED and case.forwarded_on is None:
        message = msg("`forwarded_on` is missing, and the status is `{status}`", status=case.status.label)
        yield Finding(
            entry.at("status"), message, msg("add `forwarded_on`, or correct the status"), item="forwarded_on"
        )
    if case.forwarded_on and case.answered_on and case.answered_on < case.forwarded_on:
        message = msg("`answered_on` comes before `forwarded_on`")
        yield Finding(entry.at("answered_on"), message, msg("check both dates"), item="answered_on")
    for key in ("received_on", "forwarded_on", "answered_on"):
        day = getattr(case, key)
        if day is not None and day > snapshot.as_of:
            message = msg("{day} has not come yet", day=show_date(day))
            yield Finding(entry.at(key), message, msg("write `{key}` when it has happened", key=key), item=key)
    for key in ("forwarded_on", "due_on", "answered_on"):
        day = getattr(case, key)
        if day is not None and day < case.received_on:
            message = msg("`{key}` comes before the day of receipt", key=key)
            yield Finding(entry.at(key), message, msg("check both dates"), item=key)


@rule(
    "FEEDBACK005",
    msg("feedback waits beyond its day"),
    Severity.WARNING,
    Feedback,
    law=LawRef("20/2008/NĐ-CP", "Điều 14"),
    wrong="due_on: 31/3/2023   # hôm nay là 15/4/2023, chưa trả lời",
    right="due_on: 31/3/2023\nanswered_on: 30/3/2023\nstatus: đã trả lời",
)
def answered_in_time(entry: Case, snapshot: Snapshot) -> Iterator[Finding]:
    """The day for the answer has passed, or the answer came after it."""
    case = entry.model
    if case.due_on is None:
        return
    if case.answered_on is None and case.due_on < snapshot.as_of:
        message = msg("it was to be answered by {day}", day=show_date(case.due_on))
        yield Finding(entry.at("due_on"), message, msg("answer it, then add `answered_on`, `result` and the status"))
    elif case.answered_on and case.answered_on > case.due_on:
        message = msg(
            "answered on {answered}, due on {due}", answered=show_date(case.answered_on), due=show_date(case.due_on)
        )
        yield Finding(entry.at("answered_on"), message, msg("acknowledge it under `anomalies` and say why"))


@rule(
    "FEEDBACK006",
    msg("a request for correction was answered late"),
    Severity.WARNING,
    Feedback,
    law=LawRef("104/2016/QH13", "Điều 22"),
    wrong="type: đề nghị đính chính thông tin\nreceived_on: 01/3/2023\nanswered_on: 30/3/2023",
    right="type: đề nghị đính chính thông tin\nreceived_on: 01/3/2023\nanswered_on: 10/3/2023\ncorrected_page: thu-tuc/1.004873.html",
)
def corrections_are_quick(entry: Case, snapshot: Snapshot) -> Iterator[Finding]:
    """Who points out that published information is wrong is answered within fifteen days, and told which page was corrected.

    The fifteen days hold also where no `due_on` was written, or a later one.
    """
    case = entry.model
    if case.type is not FeedbackType.CORRECTION:
        return
    last = case.received_on + CORRECT_WITHIN
    if case.answered_on and case.answered_on > last:
        message = msg(
            "answered on {day}; fifteen days end on {last}", day=show_date(case.answered_on), last=show_date(last)
        )
        yield Finding(entry.at("answered_on"), message, msg("acknowledge it under `anomalies` and say why"))
    said_already = case.due_on is not None and case.due_on < snapshot.as_of
    if case.answered_on is None and last < snapshot.as_of and not said_already:
        message = msg("it was to be answered by {day}", day=show_date(last))
        hint = msg("answer it, then add `answered_on`, `result` and the status")
        yield Finding(entry.at("received_on"), message, hint)
    if case.status is Status.ANSWERED and case.corrected_page is None:
        message = msg("which page was corrected is not said")
        hint = msg("add `corrected_page`; if nothing had to be corrected, acknowledge it under `anomalies` and say why")
        yield Finding(entry.at("status"), message, hint, item="corrected_page")


RULES: tuple[Rule, ...] = (
    complaints_stay_out,
    forwarded_in_time,
    answers_are_published,
    status_fits_dates,
    answered_in_time,
    corrections_are_quick,
)

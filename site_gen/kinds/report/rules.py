"""What must be true of periodic reports: sent in time, of the period they say, once, without gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import fold, show_date
from site_gen.kinds.report.model import Report
from site_gen.kinds.report.series import series, unit_of
from site_gen.model.entry import Entry
from site_gen.model.period import Period, read_period
from site_gen.rules.duplicates import is_copy
from site_gen.rules.publication import published_late
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

AnyReport = Entry[Report]
EARLIEST_CUTOFF, LATEST_CUTOFF = timedelta(45), timedelta(31)
"""Figures are cut off at most so long before, and after, the end of the period."""


@rule(
    "REPORT001",
    msg("a report was sent after its day"),
    Severity.WARNING,
    Report,
    wrong="due: 10/06/2026\nsent_on: 15/06/2026",
    right="due: 10/06/2026\nsent_on: 09/06/2026",
)
def sent_in_time(entry: AnyReport, snapshot: Snapshot) -> Iterator[Finding]:
    """Late reports cost points of the PAR index. The page shows that it was late, and why if `late_reason` says so."""
    r = entry.model
    if r.sent_on and r.due and r.sent_on > r.due:
        message = msg("sent {day}, due {due}", day=r.sent_on, due=r.due)
        hint = msg("check the dates; if it was late, acknowledge it under `anomalies` with the reason")
        yield Finding(entry.at("sent_on"), message, hint, "sent_on", show_date(r.sent_on), show_date(r.due))


_MENTIONS = re.compile(
    r"\b(?:quy (?:iv|i{1,3}|[1-4])(?: (?:nam )?\d{4})?"
    r"|(?:6|06|sau) thang (?:dau|cuoi)(?: nam)?(?: \d{4})?"
    r"|(?:9|09|chin) thang(?: dau)?(?: nam)?(?: \d{4})?"
    r"|thang \d{1,2}(?: nam)? \d{4})\b"
)
_DATES = re.compile(r"ngay \d{1,2}(?: thang)? \d{1,2}(?: (?:nam )?\d{4})?")


def mentioned(title: str, year: int) -> list[Period]:
    """The parts of a year that a title speaks of, in `year` where it names none."""
    found = []
    for hit in _MENTIONS.finditer(_DATES.sub(" ", fold(title))):
        text = hit[0] if re.search(r"\d{4}$", hit[0]) else f"{hit[0]} {year}"
        if text.startswith("thang"):
            text = text.replace(" nam", "")
        if period := read_period(text):
            found.append(period)
    return found


@rule(
    "REPORT002",
    msg("a title speaks of another period"),
    Severity.WARNING,
    Report,
    wrong="title: Báo cáo cải cách hành chính quý II năm 2026\nperiod: quý III/2026",
    right="title: Báo cáo cải cách hành chính quý II năm 2026\nperiod: quý II/2026",
)
def titles_name_their_period(entry: AnyReport, snapshot: Snapshot) -> Iterator[Finding]:
    """A report made from the last one keeps the last one's title, or its period was not changed."""
    r = entry.model
    spoken = mentioned(r.title, r.period.year)
    years = [int(y) for y in re.findall(r"năm\s+((?:19|20)\d\d)", r.title, re.IGNORECASE)]
    named = str(spoken[0]) if spoken else f"năm {years[0]}" if years else ""
    if (spoken and r.period not in spoken) or (not spoken and years and r.period.year not in years):
        message = msg("the title speaks of {named}, the period is {period}", named=named, period=str(r.period))
        hint = msg("correct the title or the period")
        yield Finding(entry.at("period"), message, hint, "period", named, str(r.period))


@rule(
    "REPORT003",
    msg("two reports stand for one period"),
    Severity.WARNING,
    Report,
    wrong="type: cải cách hành chính\nperiod: quý II/2026   # một tệp khác cũng vậy",
    right="type: cải cách hành chính\nperiod: quý III/2026",
)
def periods_have_one_report(entry: AnyReport, snapshot: Snapshot) -> Iterator[Finding]:
    """One unit sends one report of a type for a period; in a second one with another title the period was perhaps not changed."""
    r, unit = entry.model, unit_of(snapshot.catalog, entry.model)
    for one in series(snapshot.catalog):
        same = (
            [e.id for e in one.entries if e.model.period == r.period] if (one.type, one.unit) == (r.type, unit) else []
        )
        if same and r.type.value != "other" and entry.id != min(same) and not is_copy(entry, snapshot):
            message = msg("`{id}` is the report for {period}, too", id=min(same), period=str(r.period))
            hint = msg(
                "correct `period` or `type`; if both were sent, acknowledge it in `anomalies` and say how they differ"
            )
            yield Finding(entry.at("period"), message, hint, "period", str(r.period), min(same))


@rule(
    "REPORT004",
    msg("a series of reports has a gap"),
    Severity.WARNING,
    Report,
    wrong="period: quý IV/2026   # có báo cáo quý I, quý II, không có quý III",
    right="period: quý IV/2026   # có đủ báo cáo quý I, quý II, quý III",
)
def series_have_no_gaps(entry: AnyReport, snapshot: Snapshot) -> Iterator[Finding]:
    """Between two reports of the same kind and length one is missing. The finding stands at the report that comes after.

    A longer report that ends with the missing period fills the gap: six months stand for the second quarter.
    """
    for one in series(snapshot.catalog):
        for period, after in one.gaps() if entry in one.entries else ():
            if after.id == entry.id:
                message = msg("there is no report for {period} before this one", period=str(period))
                hint = msg("add it, or acknowledge it under `anomalies` with the reason")
                yield Finding(entry.at("period"), message, hint, period.key, "", str(period))


@rule(
    "REPORT005",
    msg("the figures were cut off on an unlikely day"),
    Severity.WARNING,
    Report,
    wrong="period: quý II/2026\ncutoff: 14/03/2026",
    right="period: quý II/2026\ncutoff: 14/06/2026",
)
def cutoffs_are_likely(entry: AnyReport, snapshot: Snapshot) -> Iterator[Finding]:
    """Figures are cut off near the end of the period: inside it, at most 45 days before its end, or within a month after.

    And nobody sends figures of days to come.
    """
    r = entry.model
    if r.cutoff is None:
        return
    first, last = max(r.period.first, r.period.last - EARLIEST_CUTOFF), r.period.last + LATEST_CUTOFF
    if r.sent_on and r.cutoff > r.sent_on:
        message = msg("cut off {day}, but sent {sent}", day=r.cutoff, sent=r.sent_on)
        hint = msg("check both dates")
        yield Finding(entry.at("cutoff"), message, hint, "cutoff", show_date(r.cutoff))
    elif not first <= r.cutoff <= last:
        message = msg("cut off {day} in a report for {period}", day=r.cutoff, period=str(r.period))
        hint = msg("a day from {first} to {last} is likely; check month and year", first=first, last=last)
        yield Finding(entry.at("cutoff"), message, hint, "cutoff", show_date(r.cutoff), str(r.period))


@rule(
    "REPORT006",
    msg("a report is due and was not sent"),
    Severity.WARNING,
    Report,
    wrong="due: 10/06/2026   # không có sent_on; nay đã qua ngày này",
    right="due: 10/06/2026\nsent_on: 09/06/2026",
)
def due_reports_are_sent(entry: AnyReport, snapshot: Snapshot) -> Iterator[Finding]:
    """Its day has passed and nothing says that it was sent: no `sent_on`, no `document`, no day of publication."""
    due = entry.model.due
    if due and due < snapshot.as_of and not entry.model.exists:
        message = msg("due {due}, not sent", due=due)
        hint = msg("add `sent_on` and `document` once it is sent")
        yield Finding(entry.at("due"), message, hint, "sent_on")


@rule(
    "REPORT007",
    msg("a report cannot be read"),
    Severity.INFO,
    Report,
    wrong="sent_on: 09/06/2026   # không có file, tóm tắt",
    right="sent_on: 09/06/2026\nfile: files/bao-cao-quy-ii.pdf",
)
def reports_can_be_read(entry: AnyReport, snapshot: Snapshot) -> Iterator[Finding]:
    """That a report was sent does not publish it: neither file, nor link, nor summary is here."""
    if entry.model.exists and not entry.model.readable:
        message = msg("there is neither a file nor a text")
        hint = msg("add `file`, or write a summary below the front matter")
        yield Finding(entry.at("title"), message, hint, "file")


@rule(
    "REPORT008",
    msg("a report was published late"),
    Severity.WARNING,
    Report,
    law=LawRef("10/2022/QH15", "Điều 12 khoản 3"),
    wrong="sent_on: 09/06/2026\npublished_at: 30/06/2026",
    right="sent_on: 09/06/2026\npublished_at: 12/06/2026",
)
def published_in_time(entry: AnyReport, snapshot: Snapshot) -> Iterator[Finding]:
    """Periodic reports are published within five working days of being made.

    Counted from the day of the document, else from the day of sending. For reports made up to 31/8/2026 the
    clause is Điều 18 khoản 4 of Luật 104/2016/QH13, later Điều 12 khoản 3 of Luật 10/2022/QH15.
    """
    r = entry.model
    yield from published_late(entry.at("published_at"), r.made_on, r.published_at, snapshot.site)


@rule(
    "REPORT009",
    msg("a report was sent on a day that has not come"),
    Severity.ERROR,
    Report,
    wrong="sent_on: 09/06/2036",
    right="sent_on: 09/06/2026",
)
def sent_in_the_past(entry: AnyReport, snapshot: Snapshot) -> Iterator[Finding]:
    """Nothing was sent on a day that has not come; write `due` for what is still to be sent."""
    sent = entry.model.sent_on
    if sent is not None and sent > snapshot.as_of:
        message = msg("{day} is after the day of building, {today}", day=sent, today=snapshot.as_of)
        hint = msg("check the year")
        yield Finding(entry.at("sent_on"), message, hint, "sent_on")


RULES: tuple[Rule, ...] = (
    sent_in_time,
    titles_name_their_period,
    periods_have_one_report,
    series_have_no_gaps,
    cutoffs_are_likely,
    due_reports_are_sent,
    reports_can_be_read,
    published_in_time,
    sent_in_the_past,
)

"""What must be true of news: dated, told once, outages announced in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import show_date
from site_gen.kinds.news.model import News
from site_gen.model.entry import Entry
from site_gen.reading.shipped import office_calendar
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

Item = Entry[News]
YEAR = 366
NOTICE_DAYS = 7
SINCE = date(2026, 7, 1)
"""From this day on NĐ 224/2026/NĐ-CP is in force."""


@rule(
    "NEWS001",
    msg("news comes from the future"),
    Severity.ERROR,
    News,
    wrong="date: 20/4/2032",
    right="date: 20/4/2023",
)
def news_has_happened(entry: Item, snapshot: Snapshot) -> Iterator[Finding]:
    """What is dated more than a year ahead is a slip of the year. A nearer day is waited for (DATE004)."""
    if (entry.model.date - snapshot.as_of).days > YEAR:
        yield Finding(
            entry.at("date"),
            msg("{day} has not come yet", day=show_date(entry.model.date)),
            msg("check the year"),
        )


@rule(
    "NEWS003",
    msg("an outage is announced too late"),
    Severity.WARNING,
    News,
    law=LawRef("224/2026/NĐ-CP", "Điều 13"),
    wrong="date: 16/11/2026\noutage: {since: 20/11/2026, until: 20/11/2026, what: trang thông tin}",
    right="date: 09/11/2026\noutage: {since: 20/11/2026, until: 20/11/2026, what: trang thông tin}",
)
def outages_are_announced(entry: Item, snapshot: Snapshot) -> Iterator[Finding]:
    """Since 01/7/2026 a planned interruption is announced at least seven working days before it begins.

    A sudden fault cannot be announced: write `planned: không`.
    """
    outage = entry.model.outage
    if outage is None:
        return
    if outage.until < outage.since:
        yield Finding(
            entry.at("outage", "until"), msg("it ends before it begins"), msg("check both dates"), item="until"
        )
    offices = office_calendar(snapshot.catalog.site.calendar)
    days = offices.between(entry.model.date, outage.since)
    if offices.not_yet_known(entry.model.date, outage.since):
        return  # DATE003 says so
    if outage.planned and days < NOTICE_DAYS and entry.model.date >= SINCE:
        yield Finding(
            entry.at("outage", "since"),
            msg("{n} working days lie between the announcement and {day}", n=max(days, 0), day=show_date(outage.since)),
            msg("announce it at least seven working days before; if it is past, acknowledge it and say why"),
        )


RULES: tuple[Rule, ...] = (
    news_has_happened,
    outages_are_announced,
)

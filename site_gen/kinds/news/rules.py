"""What must be true of news: dated, its pictures described, outages announced in time."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import fold, show_date
from site_gen.kinds.news.model import News
from site_gen.model.entry import Entry
from site_gen.reading.shipped import office_calendar
from site_gen.rules.rule import Finding, Rule, View, rule

Item = Entry[News]
NOTICE_DAYS = 7


@rule(
    "NEWS001",
    msg("news comes from the future"),
    Severity.ERROR,
    News,
    wrong="date: 20/4/2032",
    right="date: 20/4/2023",
)
def news_has_happened(entry: Item, view: View) -> Iterator[Finding]:
    """What is dated after the day of building has not been published; usually the year is a slip. Keep it as a draft until then."""
    if entry.model.date > view.as_of:
        yield Finding(
            entry.at("date"),
            msg("{day} has not come yet", day=show_date(entry.model.date)),
            msg("check the year, or write `draft: có` until that day"),
        )


@rule(
    "NEWS002",
    msg("a picture is not described"),
    Severity.ERROR,
    News,
    law=LawRef("26/2020/TT-BTTTT", "Điều 5 khoản 1"),
    wrong="images:\n  - file: files/mot-cua.jpg",
    right="images:\n  - file: files/mot-cua.jpg\n    alt: Người dân lấy số ở Bộ phận Một cửa",
)
def pictures_are_described(entry: Item, view: View) -> Iterator[Finding]:
    """Who cannot see the picture hears the sentence under `alt`."""
    for index, image in enumerate(entry.model.images):
        if image.alt is None:
            message = msg("`{file}` has no description", file=image.file)
            yield Finding(entry.at("images", index), message, msg("add `alt` with one sentence"), item=image.file)


@rule(
    "NEWS003",
    msg("an outage is announced too late"),
    Severity.WARNING,
    News,
    law=LawRef("224/2026/NĐ-CP", "Điều 13"),
    wrong="date: 10/4/2023\noutage: {since: 14/4/2023, until: 14/4/2023, what: trang thông tin}",
    right="date: 03/4/2023\noutage: {since: 14/4/2023, until: 14/4/2023, what: trang thông tin}",
)
def outages_are_announced(entry: Item, view: View) -> Iterator[Finding]:
    """A planned interruption is announced at least seven working days before it begins."""
    outage = entry.model.outage
    if outage is None:
        return
    if outage.until < outage.since:
        yield Finding(
            entry.at("outage", "until"), msg("it ends before it begins"), msg("check both dates"), item="until"
        )
    days = office_calendar().between(entry.model.date, outage.since)
    if days < NOTICE_DAYS:
        yield Finding(
            entry.at("outage", "since"),
            msg("{n} working days lie between the announcement and {day}", n=max(days, 0), day=show_date(outage.since)),
            msg("announce it at least seven working days before; if it is past, acknowledge it and say why"),
        )


@rule(
    "NEWS004",
    msg("two items are the same"),
    Severity.WARNING,
    News,
    wrong="title: Họp dân thôn Nà Xỏm   # cũng là tiêu đề của tin khác cùng ngày",
    right="title: Họp dân thôn Nà Tu",
)
def items_differ(entry: Item, view: View) -> Iterator[Finding]:
    """One item published twice counts twice for the unit, and readers take it for two."""
    for other in view.catalog.all(News):
        same = fold(other.model.title) == fold(entry.model.title) and other.model.date == entry.model.date
        if other.id < entry.id and same:
            yield Finding(
                entry.at("title"),
                msg("`{other}` has the same title and day", other=other.id),
                msg("delete one of the two, or say in the title what differs"),
            )


RULES: tuple[Rule, ...] = (news_has_happened, pictures_are_described, outages_are_announced, items_differ)

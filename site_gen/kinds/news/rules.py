"""What must be true of news: dated, its pictures described, outages announced in time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from site_gen.base.diagnostics import LawRef, Severity, Span
from site_gen.base.messages import msg
from site_gen.base.vietnamese import fold, show_date
from site_gen.kinds.news.model import News
from site_gen.model.entry import Entry
from site_gen.reading.shipped import office_calendar
from site_gen.rules.rule import Finding, Rule, View, rule

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
def news_has_happened(entry: Item, view: View) -> Iterator[Finding]:
    """What is dated more than a year ahead is a slip of the year. A nearer day is waited for (DATE004)."""
    if (entry.model.date - view.as_of).days > YEAR:
        yield Finding(
            entry.at("date"),
            msg("{day} has not come yet", day=show_date(entry.model.date)),
            msg("check the year"),
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
    """Who cannot see the picture hears the sentence under `alt`; “Ảnh 1” or the name of the file tells nothing.

    In the text a picture is written “![…](files/name.jpg)”.
    """
    for index, image in enumerate(entry.model.images):
        if _tells_nothing(image.alt or "", image.file):
            message = msg("`{file}` has no description", file=image.file)
            yield Finding(entry.at("images", index), message, msg("add `alt` with one sentence"), item=image.file)
    for at, file, alt in _in_text(entry):
        if _tells_nothing(alt, file):
            message = msg("`{file}` has no description", file=file)
            yield Finding(at, message, msg("write one sentence between `![` and `]`"), item=file)


_IN_TEXT = re.compile(r"!\[([^\]]*)\]\(\s*<?([^)\s>]+)")
_NO_WORDS = re.compile(r"(?:anh|hinh|hinh anh|image|img|photo|picture|dsc|pic)?[ \d]*")


def _in_text(entry: Item) -> Iterator[tuple[Span, str, str]]:
    """Place, file and words of every picture in the text."""
    for hit in _IN_TEXT.finditer(entry.model.body):
        line = entry.at("body").line + entry.model.body.count("\n", 0, hit.start())
        yield Span(entry.path, line, 1), hit[2], hit[1]


def _tells_nothing(alt: str, file: str) -> bool:
    """Whether the words are none, only say that there is a picture, or are the file's name."""
    path = PurePosixPath(file)
    return bool(_NO_WORDS.fullmatch(fold(alt))) or fold(alt) in (fold(path.stem), fold(path.name))


@rule(
    "NEWS003",
    msg("an outage is announced too late"),
    Severity.WARNING,
    News,
    law=LawRef("224/2026/NĐ-CP", "Điều 13"),
    wrong="date: 16/11/2026\noutage: {since: 20/11/2026, until: 20/11/2026, what: trang thông tin}",
    right="date: 09/11/2026\noutage: {since: 20/11/2026, until: 20/11/2026, what: trang thông tin}",
)
def outages_are_announced(entry: Item, view: View) -> Iterator[Finding]:
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
    offices = office_calendar(view.catalog.site.calendar)
    days = offices.between(entry.model.date, outage.since)
    if offices.not_yet_known(entry.model.date, outage.since):
        return  # DATE003 says so
    if outage.planned and days < NOTICE_DAYS and entry.model.date >= SINCE:
        yield Finding(
            entry.at("outage", "since"),
            msg("{n} working days lie between the announcement and {day}", n=max(days, 0), day=show_date(outage.since)),
            msg("announce it at least seven working days before; if it is past, acknowledge it and say why"),
        )


@rule(
    "NEWS005",
    msg("what should be a picture is none of the site's pictures"),
    Severity.ERROR,
    News,
    wrong="images:\n  - file: files/bien-ban.pdf\n    alt: Trang đầu của biên bản",
    right="images:\n  - file: files/mot-cua.jpg\n    alt: Người dân lấy số ở Bộ phận Một cửa",
)
def pictures_are_pictures(entry: Item, view: View) -> Iterator[Finding]:
    """A page shows pictures from the site's own `files/` only: a browser refuses a foreign one, and asking for it would tell
    another server who reads the page.
    """
    known = view.catalog.attachments
    listed = [(entry.at("images", n, "file"), i.file) for n, i in enumerate(entry.model.images) if i.file in known]
    for at, file in (*listed, *((at, file) for at, file, _ in _in_text(entry))):
        if file not in known or not known[file].media_type.startswith("image/"):
            yield Finding(
                at,
                msg("`{file}` is no picture below `files/`", file=file),
                msg("put a jpg, png or webp file into `files/` and name it “files/name.jpg”"),
                item=file,
            )


RULES: tuple[Rule, ...] = (
    news_has_happened,
    pictures_are_described,
    outages_are_announced,
    pictures_are_pictures,
)

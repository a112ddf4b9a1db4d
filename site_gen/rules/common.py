"""Rules that hold for every kind: references, attachments, secrecy, dates, numbers of documents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import show_date
from site_gen.model.entry import Entry, marked
from site_gen.model.fields import FileIn
from site_gen.model.figures import is_total
from site_gen.model.period import Period
from site_gen.model.published import Published, Secrecy
from site_gen.rules.references import missing_file, suggestion
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

AnyEntry = Entry[Published]
YEAR = 366
"""Days: what is dated further ahead is taken for a wrong year."""


@rule(
    "REF001",
    msg("a reference leads nowhere"),
    Severity.ERROR,
    wrong="lead: Văn phong UBDN xã",
    right="lead: Văn phòng UBND xã",
)
def reference_resolves(entry: AnyEntry, snapshot: Snapshot) -> Iterator[Finding]:
    """A unit, person or other entry is named that the site does not have.

    Names are compared over ids, names and aliases. Capitals, dashes, blanks and the place of a tone mark do not
    matter; the marks do: Thôn Hà and Thôn Hạ are two. Either the name is misspelt, or the entry is missing, or its
    `aliases` lack this spelling.
    """
    for loc, mark, text in marked(entry.model):
        if isinstance(mark, FileIn) or snapshot.catalog.named(mark.kind, text):
            continue
        if snapshot.catalog.is_broken(mark.kind, text):
            continue  # it may be the one that could not be read; that file already has an error
        if isinstance(loc[-1], str) and len(loc) > 1 and is_total(text):
            continue  # TABLE001 speaks of a total among the rows
        message = msg("`{name}` is not known here", name=text)
        yield Finding(entry.at(*loc), message, suggestion(snapshot.catalog, mark.kind, text))


@rule(
    "REF002",
    msg("an attachment is missing"),
    Severity.ERROR,
    wrong="files:\n  - files/ke-hoach.pdf",
    right="files:\n  - files/ke-hoach-2023.pdf",
)
def attachment_exists(entry: AnyEntry, snapshot: Snapshot) -> Iterator[Finding]:
    """The content names a file that is not below `files/` or was refused; the link would lead nowhere."""
    for loc, mark, text in marked(entry.model):
        if isinstance(mark, FileIn) and text not in snapshot.catalog.attachments:
            yield Finding(entry.at(*loc), *missing_file(text, snapshot.catalog.attachments))


@rule(
    "SECRET001",
    msg("a secret is about to be published"),
    Severity.ERROR,
    wrong="secrecy: mật",
    right="secrecy: không",
    never_acknowledged=True,
)
def nothing_secret(entry: AnyEntry, snapshot: Snapshot) -> Iterator[Finding]:
    """An entry that carries a grade of secrecy must not be in the content of a public site at all.

    The build refuses, whatever else is right. Remove the file from the folder and from its history.
    """
    if entry.model.secrecy is not Secrecy.NONE:
        message = msg("the grade of secrecy is `{grade}`", grade=entry.model.secrecy.label)
        yield Finding(entry.at("secrecy"), message, msg("remove this file from the site's content"))


@rule(
    "DATE001",
    msg("a date lies in the future"),
    Severity.ERROR,
    wrong="published_at: 05/01/2032",
    right="published_at: 05/01/2023",
)
def published_in_the_past(entry: AnyEntry, snapshot: Snapshot) -> Iterator[Finding]:
    """Nothing can have been changed on a day that has not come, and a day more than a year ahead is taken for a wrong year.

    What is to be published within a year waits for its day (DATE004); units and people, on which everything else rests, are
    published at once.
    """
    for name in ("published_at", "updated_at"):
        day: date | None = getattr(entry.model, name)
        if name == "published_at" and entry.model.waits and day is not None and (day - snapshot.as_of).days <= YEAR:
            continue
        if day is not None and day > snapshot.as_of:
            days = {"day": show_date(day), "today": show_date(snapshot.as_of)}
            message = msg("{day} is after the day of building, {today}", **days)
            yield Finding(entry.at(name), message, msg("check the year"))


@rule(
    "DATE004",
    msg("an entry waits for its day"),
    Severity.INFO,
    wrong="published_at: 05/5/2023   # hôm nay là 15/4/2023",
    right="published_at: 14/4/2023",
)
def waits_for_its_day(entry: AnyEntry, snapshot: Snapshot) -> Iterator[Finding]:
    """An entry with a day up to a year ahead is checked now and published by the first build on or after that day.

    Until then it has no page, and what refers to it has no link. `sitegen list changes` lists all such days.
    """
    day = entry.model.appears
    if entry.model.waits and day is not None and 0 < (day - snapshot.as_of).days <= YEAR:
        name = "published_at" if day == entry.model.published_at else "date"
        hint = msg("nothing needs to be done if the day is right; the site has to be built on that day or after it")
        yield Finding(entry.at(name), msg("it will appear on {day}", day=show_date(day)), hint)


@rule(
    "DATE002",
    msg("something about a period is older than the period"),
    Severity.ERROR,
    wrong="period: tháng 11/2026\npublished_at: 13/7/2026",
    right="period: tháng 11/2026\npublished_at: 10/12/2026",
)
def periods_come_first(entry: AnyEntry, snapshot: Snapshot) -> Iterator[Finding]:
    """What reports on a period was not sent or published before that period began.

    Often the file was begun from another month's, and its dates were left as they were; then its figures may be the other
    month's, too.
    """
    period = getattr(entry.model, "period", None)
    if not isinstance(period, Period):
        return
    for name in ("published_at", "sent_on"):
        day: date | None = getattr(entry.model, name, None)
        if day is not None and day < period.first:
            message = msg("{day} is before {period} began", day=show_date(day), period=str(period))
            hint = msg("correct the date, and check whether the figures are those of the period")
            yield Finding(entry.at(name), message, hint, name)


COMMON: tuple[Rule, ...] = (
    reference_resolves,
    attachment_exists,
    nothing_secret,
    published_in_the_past,
    waits_for_its_day,
    periods_come_first,
)

"""The life of a report: it is due, it is sent, it is published; and the periods of which there is none."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.kinds.report.model import Report
from site_gen.kinds.report.series import Series, series, unit_of
from site_gen.model.entry import Entry
from site_gen.pages.contributions import Section, keys_of
from site_gen.pages.life import (
    Deadline,
    Disclosed,
    Life,
    Moment,
    News,
    Reminder,
    State,
    Subject,
    life,
    soon_before,
    subject_of,
)
from site_gen.rules.snapshot import Snapshot

OPEN = State("run", msg("not sent yet"))
OVERDUE = State("late", msg("late, not sent"))
ON_TIME = State("done", msg("sent on time"))
SENT = State("done", msg("sent"))
SENT_LATE = State("soon", msg("sent late"))
UNDATED = State("calm", msg("day of sending not stated"))

SECTION = Section(
    "cong-khai",
    "bao-cao/index.html",
    msg("Periodic reports"),
    msg("Which reports were due, when they were sent, and what they say."),
    110,
)


def url(id: str) -> str:
    """Address of a report's page."""
    return f"bao-cao/{id}.html"


def handed_in(report: Report) -> State:
    """How a report that exists was sent."""
    if report.sent_on is None:
        return UNDATED
    if report.due is None:
        return SENT
    return SENT_LATE if report.sent_on > report.due else ON_TIME


def life_of(snapshot: Snapshot, entry: Entry[Report]) -> Life:
    """From the announcement of a report to its publication; one that was only announced is not made public yet."""
    report = entry.model
    unit = snapshot.link("unit", unit_of(snapshot.catalog, report)).text
    subject = subject_of(entry, report.title, url(entry.id), unit)
    if report.exists:
        made = Disclosed(
            topic=f"report/{report.type.value}",
            created=report.made_on,
            published=report.published_at,
            number=(report.document.number or "") if report.document else "",
            period=report.period,
            complete=report.readable,
            lacks=keys_of(Report, "file", "body"),
        )
        news = News(f"{snapshot.word(report.type)}, {report.period}")
        sent = Moment(report.sent_on, handed_in(report), disclosed=made)
        return life(subject, sent, Moment(report.published_at, news=news), first=OPEN)
    if report.due is None:
        return life(subject, first=OPEN)
    overdue = msg("report “{title}” is overdue", title=report.title)
    expected = msg("report to send: {title}", title=report.title)
    return life(
        subject,
        Deadline(report.due, expected, since=soon_before(snapshot, report.due), overdue=overdue, missed=OVERDUE),
        first=OPEN,
    )


def gaps_of(snapshot: Snapshot, one: Series) -> Iterator[Life]:
    """Each period between two reports of a series of which there is no report."""
    unit = snapshot.link("unit", one.unit).text
    for period, after in one.gaps():
        what = msg("report “{type}”, {period}", type=snapshot.word(one.type), period=str(period))
        subject = Subject(snapshot.say(what), SECTION.url, after.path, unit)
        yield life(subject, Reminder("missing", what, period.last, counted=False))


def lives(snapshot: Snapshot) -> Iterator[Life]:
    """The life of each report, and what is missing between them."""
    for one in series(snapshot.catalog):
        for entry in one.entries:
            yield life_of(snapshot, entry)
        yield from gaps_of(snapshot, one)

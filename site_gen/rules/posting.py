"""Rules on making public, for every kind: how soon, how long, and corrections. Laws go by the day of the case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import Message, msg
from site_gen.base.vietnamese import show_date
from site_gen.model.dates import PartialDate
from site_gen.model.entry import Entry
from site_gen.model.published import Channel, Published
from site_gen.reading.shipped import office_calendar
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

AnyEntry = Entry[Published]
ACCESS_FROM, ACCESS_TO, GRASSROOTS_FROM = date(2018, 7, 1), date(2026, 8, 31), date(2023, 7, 1)
MOST_DELAY, BOARD_DAYS, RADIO_DAYS, CORRECTION_DAYS = 5, 30, 3, 15
OWN_RULE = ("document",)
"""Kinds that judge their delay themselves, with the last good day."""
ENDED = ("replaced", "abolished")
"""States in which a procedure need no longer hang on the board."""


def base(day: date, access: str, grassroots: str) -> LawRef | None:
    """Which law governs something of a day: access to information up to 31/8/2026, grassroots democracy from 01/7/2023."""
    if grassroots and day >= GRASSROOTS_FROM:
        return LawRef("10/2022/QH15", grassroots)
    return LawRef("104/2016/QH13", access) if access and ACCESS_FROM <= day <= ACCESS_TO else None


def made_on(entry: AnyEntry) -> date | None:
    """The document's own date, where the content gives a whole one."""
    day: object = getattr(entry.model, "date", None)
    if isinstance(day, PartialDate):
        return day.exact
    return day if isinstance(day, date) else None


@rule(
    "POST001",
    msg("a document was published late"),
    Severity.WARNING,
    law=LawRef("10/2022/QH15", "Điều 12 khoản 3"),
    wrong="date: 05/01/2026\npublished_at: 25/02/2026",
    right="date: 05/01/2026\npublished_at: 09/01/2026",
)
def published_soon(entry: AnyEntry, snapshot: Snapshot) -> Iterator[Finding]:
    """What the law wants public is to be published within five working days of its making, unless a special rule says otherwise.

    Only what names both days is judged, and only what was made since the law is in force and since the site began to publish (`publishes_since` in site.yml). If it was shown elsewhere in time, write that under `postings` and acknowledge the finding.
    """
    made, published = made_on(entry), entry.model.published_at
    site = snapshot.catalog.site
    offices = office_calendar(site.calendar)
    since = max(ACCESS_FROM, site.publishes_since or ACCESS_FROM)
    if made is None or published is None or made < since or entry.kind in OWN_RULE:
        return
    if not (offices.knows(made) and offices.knows(published)):
        return  # their holidays are not known
    law = base(made, "Điều 18 khoản 4", "Điều 12 khoản 3")
    delay = offices.between(made, published)
    if delay > MOST_DELAY and law is not None:
        days = {"made": show_date(made), "day": show_date(published)}
        message = msg("made on {made} and published on {day}, {n} working days later", **days, n=delay)
        hint = msg("the limit is {n} working days; check both days", n=MOST_DELAY)
        yield Finding(entry.at("published_at"), message, hint, law=law)


def _ended(entry: AnyEntry, *forms: Channel) -> Iterator[tuple[int, date, date]]:
    """Index, first and last day of the postings of these forms that have an end."""
    for index, posting in enumerate(entry.model.postings):
        if posting.form in (forms or Channel) and posting.posted_to is not None:
            yield index, posting.posted_from, posting.posted_to


def _about(entry: AnyEntry, index: int, message: Message, hint: Message, law: LawRef | None = None) -> Finding:
    return Finding(entry.at("postings", index, "posted_to"), message, hint, str(index + 1), law=law)


@rule(
    "POST002",
    msg("something hung on the board for less than thirty days"),
    Severity.WARNING,
    law=LawRef("10/2022/QH15", "Điều 13 khoản 2"),
    wrong="postings:\n  - {form: niêm yết, posted_from: 05/01/2026, posted_to: 15/01/2026}",
    right="postings:\n  - {form: niêm yết, posted_from: 05/01/2026, posted_to: 04/02/2026}",
)
def board_thirty_days(entry: AnyEntry, snapshot: Snapshot) -> Iterator[Finding]:
    """What is posted on the notice board stays there for at least thirty days without a break, unless a special rule says otherwise."""
    for index, first, last in _ended(entry, Channel.BOARD):
        law = base(first, "Điều 21 khoản 2", "Điều 13 khoản 2")
        least = first + timedelta(BOARD_DAYS)
        if first <= last < least and law is not None:
            message = msg("posted from {first} to {last}", first=show_date(first), last=show_date(last))
            hint = msg("it has to hang until {day} at least", day=show_date(least))
            yield _about(entry, index, message, hint, law)


@rule(
    "POST003",
    msg("something that must hang permanently has an end"),
    Severity.WARNING,
    law=LawRef("10/2022/QH15", "Điều 13 khoản 2"),
    wrong="# procedures/1.001193.yml\npostings:\n  - {form: niêm yết, posted_from: 05/01/2026, posted_to: 04/02/2026}",
    right="# procedures/1.001193.yml\npostings:\n  - {form: niêm yết, posted_from: 05/01/2026}",
)
def permanent_stays(entry: AnyEntry, snapshot: Snapshot) -> Iterator[Finding]:
    """Procedures in force, and who does what for citizens, are posted permanently and updated when they change.

    Leave `posted_to` out; when the content changes, change the entry.
    """
    if entry.kind not in ("procedure", "person") or str(getattr(entry.model, "state", "")) in ENDED:
        return
    for index, first, last in _ended(entry, Channel.BOARD):
        if first >= GRASSROOTS_FROM:
            message = msg("the posting ends on {day}", day=show_date(last))
            yield _about(entry, index, message, msg("delete `posted_to`"))


@rule(
    "POST004",
    msg("something was read over the loudspeakers for less than three days"),
    Severity.WARNING,
    law=LawRef("10/2022/QH15", "Điều 13 khoản 3"),
    wrong="postings:\n  - {form: truyền thanh, posted_from: 05/01/2026, posted_to: 05/01/2026}",
    right="postings:\n  - {form: truyền thanh, posted_from: 05/01/2026, posted_to: 07/01/2026}",
)
def radio_three_days(entry: AnyEntry, snapshot: Snapshot) -> Iterator[Finding]:
    """What is announced over the loudspeakers is announced on at least three days running."""
    for index, first, last in _ended(entry, Channel.RADIO):
        if first >= GRASSROOTS_FROM and first <= last < first + timedelta(RADIO_DAYS - 1):
            message = msg("announced from {first} to {last}", first=show_date(first), last=show_date(last))
            yield _about(entry, index, message, msg("announce it on three days running, or correct the days"))


@rule(
    "POST005",
    msg("a correction came late"),
    Severity.WARNING,
    law=LawRef("104/2016/QH13", "Điều 22"),
    wrong="corrections:\n  - {date: 20/3/2026, requested_on: 01/3/2026, text: Sửa số tiền.}",
    right="corrections:\n  - {date: 10/3/2026, requested_on: 01/3/2026, text: Sửa số tiền.}",
)
def corrected_in_time(entry: AnyEntry, snapshot: Snapshot) -> Iterator[Finding]:
    """Somebody who asks for a correction gets it, or an answer, within fifteen days; the correction stands where the mistake stood."""
    for index, correction in enumerate(entry.model.corrections):
        asked = correction.requested_on
        if asked is None or not ACCESS_FROM <= asked <= ACCESS_TO:
            continue
        if correction.date > asked + timedelta(CORRECTION_DAYS):
            days = {"first": show_date(asked), "day": show_date(correction.date)}
            message = msg("asked for on {first}, made on {day}", **days)
            hint = msg("the limit is {n} days; check both days", n=CORRECTION_DAYS)
            yield Finding(entry.at("corrections", index, "date"), message, hint, str(index + 1))


@rule(
    "POST006",
    msg("a posting ends before it begins"),
    Severity.ERROR,
    wrong="postings:\n  - {form: niêm yết, posted_from: 05/02/2026, posted_to: 05/01/2026}",
    right="postings:\n  - {form: niêm yết, posted_from: 05/01/2026, posted_to: 05/02/2026}",
)
def postings_run_forward(entry: AnyEntry, snapshot: Snapshot) -> Iterator[Finding]:
    """The first day of a posting is not after its last one, and a correction is not older than the request for it."""
    ends = [("postings", index, "posted_to", first, last) for index, first, last in _ended(entry)]
    ends += [
        ("corrections", index, "date", correction.requested_on, correction.date)
        for index, correction in enumerate(entry.model.corrections)
        if correction.requested_on is not None
    ]
    for name, index, key, start, end in ends:
        if end < start:
            message = msg("{end} is before {start}", end=show_date(end), start=show_date(start))
            yield Finding(entry.at(name, index, key), message, msg("check both dates"), str(index + 1))


POSTING: tuple[Rule, ...] = (
    published_soon,
    board_thirty_days,
    permanent_stays,
    radio_three_days,
    corrected_in_time,
    postings_run_forward,
)

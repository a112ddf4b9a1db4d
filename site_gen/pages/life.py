"""A life: the dated moments of something that is published, and what is expected of it by when.

A kind declares the lives of what it holds, once. Everything that goes by days is derived from them here: the state and its
words, the days on which pages change by themselves, what is due, late, missing, expired or stale, what is new for the feeds,
and what the register of disclosures lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message, msg
from site_gen.base.values import Key, Record
from site_gen.model.choice import Choice
from site_gen.model.entry import Entry
from site_gen.model.period import Period
from site_gen.model.published import Published
from site_gen.pages.contributions import Disclosure, FeedItem, ScheduledChange
from site_gen.pages.page import Agenda
from site_gen.rules.snapshot import Snapshot

DAY = timedelta(1)


@dataclass(frozen=True)
class Status(Record):
    """A state as the page shows it: colour and shape by its family, its word, and what belongs beside the word."""

    family: Key
    word: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """What something is from a day on: `done`, `run`, `soon`, `late`, `loop` or `calm`, and the word for it.

    The word is a message, or a choice of the content where that names the state.
    """

    family: str
    word: Message | Choice

    def shown(self, snapshot: Snapshot, detail: str = "") -> Status:
        """The state in the language of the site."""
        word = snapshot.word(self.word) if isinstance(self.word, Choice) else snapshot.say(self.word)
        return Status(self.family, word, detail)


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose life it is.

    Attributes:
        title: What it is called.
        url: Its page.
        place: Its content file, for messages to editors.
        unit: Who answers for it, as the content names the unit.
        sample: Whether it is sample data.
        sources: Content files whose editing changes it, where that is more than `place`.
    """

    title: str
    url: str
    place: str
    unit: str = ""
    sample: bool = False
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosed:
    """What is made public at a moment, for the register and the ledger of duties; the rest comes from subject and moment.

    Attributes:
        topic: What it is, as duties know it: the kind's name, or `kind/detail`.
        title: What the register calls it, where that is not the subject's title.
        at: The place on the subject's page, with its `#`.
        created: When it was made or signed.
        published: When it was published.
        until: The last day of posting.
        number: Number and symbol.
        period: The period it reports on.
        unit: Who answers for it, where that is not who answers for the subject; empty for nobody.
        forms: How it is shown: `web`, `board`, ….
        complete: Whether it holds all it must.
        lacks: What an incomplete one lacks.
    """

    topic: str
    title: str = ""
    at: str = ""
    created: date | None = None
    published: date | None = None
    until: date | None = None
    number: str = ""
    period: Period | None = None
    unit: str | None = None
    forms: tuple[str, ...] = ("web",)
    complete: bool = True
    lacks: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """What the feeds say of a moment; the title is the subject's unless it has one of its own. `notice` as of a feed item.

    `until` is the last day on which they say it, None for always.
    """

    summary: str = ""
    title: str = ""
    notice: bool = False
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """A day on which something happens to the subject.

    Attributes:
        day: The first day on which it has happened; None where it has, and nobody knows when.
        state: What the subject is from then on, where that changes.
        change: What `sitegen list changes` says of the day while it lies ahead; pages change on that day by themselves.
        disclosed: What was made public by it.
        news: What the feeds say of it.
    """

    day: date | None
    state: State | None = None
    change: Message | None = None
    disclosed: Disclosed | None = None
    news: News | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something that is expected of the subject by a day, and has not come.

    Attributes:
        due: The last day on time.
        what: What is expected; a text where the content says it already.
        since: The first day on which it is worth a word; None for from the beginning.
        overdue: What `sitegen list changes` says of the day after, where pages then show that it is late.
        late: What lists call it once the day has passed: `late`, `missing` or `expired`.
        missed: What the subject is once the day has passed, where that changes.
        key: What tells it from others of the same subject, whatever day it is.
    """

    due: date
    what: Message | str
    since: date | None = None
    overdue: Message | None = None
    late: str = "late"
    missed: State | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Reminder:
    """Something that should be looked after now: it is `missing`, `expired`, `stale` or `late`.

    `when` is the day that lists show with it, None for none; `counted` whether days count from it; `key` as of a deadline.
    """

    state: str
    what: Message | str
    when: date | None = None
    counted: bool = True
    key: str = ""


@dataclass(frozen=True, slots=True)
class Life:
    """A subject with its moments, and what is expected of it.

    `first` is its state before any moment; `counted_on` the day up to which its days are counted, where that is not the day of
    building: what has ended does not become later every day.
    """

    subject: Subject
    events: tuple[Moment | Deadline | Reminder, ...]
    first: State | None = None
    counted_on: date | None = None

    @property
    def moments(self) -> Iterator[Moment]:
        """The moments, as they were declared."""
        return (event for event in self.events if isinstance(event, Moment))

    def state(self, day: date) -> State:
        """What the subject is on a day. Raises LookupError where its life declares no state."""
        found = self.first
        for since, state in sorted(self._states(), key=lambda dated: dated[0]):
            if since <= day:
                found = state
        if found is None:
            raise LookupError(f"no state of {self.subject.place}")
        return found

    def _states(self) -> Iterator[tuple[date, State]]:
        for event in self.events:
            match event:
                case Moment(day=since, state=State() as state):
                    yield since or date.min, state
                case Deadline(due=due, missed=State() as state):
                    yield due + DAY, state


def life(
    subject: Subject,
    *events: Moment | Deadline | Reminder | None,
    first: State | None = None,
    counted_on: date | None = None,
) -> Life:
    """A life of the events that there are."""
    return Life(subject, tuple(event for event in events if event is not None), first, counted_on)


def soon_before(snapshot: Snapshot, due: date) -> date:
    """The first day on which lists name what is due on a day, as the site's settings say."""
    return due - timedelta(snapshot.site.due_soon_days)


def subject_of(entry: Entry[Published], title: str, url: str, unit: str = "") -> Subject:
    """An entry as the subject of a life."""
    return Subject(title, url, entry.path, unit, entry.model.sample)


def scheduled_changes(snapshot: Snapshot, lives: Iterable[Life]) -> Iterator[ScheduledChange]:
    """The days to come on which pages change though nobody edits."""
    for one in lives:
        for event in one.events:
            match event:
                case Moment(day=date() as day, change=Message() as what):
                    pass
                case Moment(day=date() as day, news=News()):  # a feed tells of it on that day
                    what = msg("{what} appears", what=one.subject.title)
                case Deadline(due=due, overdue=Message() as what):
                    day = due + DAY
                case _:
                    continue
            if day > snapshot.as_of:
                yield ScheduledChange(day, snapshot.say(what), one.subject.place, one.subject.url, one.subject.sources)


def agenda(snapshot: Snapshot, lives: Iterable[Life]) -> Iterator[Agenda]:
    """What is due, late, missing, expired or stale on the day."""
    for one in lives:
        whose, today = one.subject, one.counted_on or snapshot.as_of
        for event in one.events:
            if isinstance(event, Deadline) and (event.since is None or event.since <= today):
                state = event.late if event.due < today else "due"
                when: date | None = event.due
            elif isinstance(event, Reminder):
                state, when = event.state, event.when
            else:
                continue
            counted = when and (isinstance(event, Deadline) or event.counted)
            days = abs((today - when).days) if when and counted else None
            what = event.what if isinstance(event.what, str) else snapshot.say(event.what)
            yield Agenda(state, when, what, whose.unit, whose.place, whose.url, days, whose.sample, event.key)


def feed(snapshot: Snapshot, lives: Iterable[Life]) -> Iterator[FeedItem]:
    """What is new, up to the day."""
    for one in lives:
        whose = one.subject
        for moment in one.moments:
            news = moment.news
            if news and moment.day and moment.day <= snapshot.as_of <= (news.until or date.max):
                yield FeedItem(moment.day, whose.url, news.title or whose.title, news.summary, whose.unit, news.notice)


def disclosures(snapshot: Snapshot, lives: Iterable[Life]) -> Iterator[Disclosure]:
    """What was made public, up to the day."""
    for one in lives:
        whose = one.subject
        for moment in one.moments:
            made = moment.disclosed
            if made is None or (moment.day and moment.day > snapshot.as_of):
                continue
            yield Disclosure(
                made.topic,
                made.title or whose.title,
                whose.url + made.at,
                created=made.created,
                published=made.published,
                until=made.until,
                number=made.number,
                period=made.period,
                unit=snapshot.unit_id(whose.unit if made.unit is None else made.unit),
                forms=made.forms,
                entry=whose.place,
                complete=made.complete,
                sample=whose.sample,
                lacks=made.lacks,
            )

"""What a deadline means once it is read: frozen values with the questions a plan asks of them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from site_gen.base.dataclass import dataclass
from site_gen.model.deadline.periods import Frequency, Instance, instances


class Kind(StrEnum):
    """What sort of expression it is."""

    before = "before"
    """strictly before a day; the last good day is the day before it"""
    by = "by"
    """on a day at the latest"""
    month = "month"
    month_range = "month_range"
    quarter = "quarter"
    quarter_range = "quarter_range"
    year = "year"
    year_range = "year_range"
    prev_year_quarter = "prev_year_quarter"
    """a quarter of the year before the plan's"""
    recurrence = "recurrence"
    """again and again: each period brings an expected report"""
    continuous = "continuous"
    """all the time: never overdue"""
    trigger = "trigger"
    """when or after something happens"""
    relative = "relative"
    """within some days of something that happens"""
    duration = "duration"
    """for some days, from a day that the words do not name"""
    authority = "authority"
    """on a day that somebody else sets"""
    none = "none"
    """nothing is written"""
    invalid = "invalid"
    """something is written that names no possible time"""


DATED = frozenset(
    {
        Kind.before,
        Kind.by,
        Kind.month,
        Kind.month_range,
        Kind.quarter,
        Kind.quarter_range,
        Kind.year,
        Kind.year_range,
        Kind.prev_year_quarter,
    }
)
"""The kinds that have a last good day, and so can be overdue."""


class Confidence(StrEnum):
    """How sure the reading is."""

    high = "high"
    medium = "medium"
    low = "low"


class Doubt(StrEnum):
    """Why a reading is unsure, or why there is none."""

    year_missing = "year_missing"
    """no year is written; the plan's year was taken, or there was none to take"""
    year_out_of_range = "year_out_of_range"
    """the year is more than two away from the plan's"""
    approximate = "approximate"
    """ "đầu", "giữa", "cuối": the whole month, quarter or year was taken"""
    frequency_missing = "frequency_missing"
    """ "theo định kỳ" without saying how often"""
    end_missing = "end_missing"
    """ "từ năm 2023" without saying until when"""
    date_inside = "date_inside"
    """a date stands within the words of an event and was left there"""
    words_left = "words_left"
    """words after the expression were not read"""
    no_such_day = "no_such_day"
    no_such_month = "no_such_month"
    no_such_quarter = "no_such_quarter"
    no_such_year = "no_such_year"
    ends_before_start = "ends_before_start"
    not_understood = "not_understood"


class Position(StrEnum):
    """Where in a window ("đầu", "giữa", "cuối"), or on which side of an event ("khi", "sau khi", "trước khi")."""

    start = "start"
    middle = "middle"
    end = "end"
    at = "at"
    after = "after"
    before = "before"


_SLIGHT = frozenset({Doubt.date_inside, Doubt.words_left})


@dataclass(frozen=True, slots=True)
class Part:
    """One expression of a deadline, with the action it belongs to ("Ban hành kế hoạch").

    `earliest` and `latest` are the first and the last good day, both inclusive. They bound a
    recurrence or a continuous duty too, where a year is named, but make neither overdue.
    """

    kind: Kind
    verbatim: str = ""
    action: str = ""
    earliest: date | None = None
    latest: date | None = None
    due_at_end: bool = False
    """ "Hoàn thành …": one result at the end of the window, not work throughout it"""
    frequencies: tuple[Frequency, ...] = ()
    day: int | None = None
    """the day of the period's last month on which a recurrence is due"""
    event: str = ""
    """the words of the event, or of what the authority says"""
    position: Position | None = None
    within_days: int | None = None
    """days allowed after the event; 0 says at once"""
    working_days: bool = False
    remark: str = ""
    """words after the expression"""
    reason: Doubt | None = None

    @property
    def confidence(self) -> Confidence:
        """How sure the reading is; the reason decides."""
        if self.reason is None:
            return Confidence.high
        return Confidence.medium if self.reason in _SLIGHT else Confidence.low

    @property
    def is_dated(self) -> bool:
        """Whether it has a last good day after which it is overdue."""
        return self.kind in DATED


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline as it was written, and its parts as they were read; there is always one."""

    verbatim: str
    parts: tuple[Part, ...]

    @property
    def kind(self) -> Kind:
        """The kind of the part with the latest last day; of the first one where none has a last day."""
        dated = [part for part in self.parts if part.is_dated and part.latest]
        return max(dated or self.parts[:1], key=lambda part: part.latest or date.min).kind

    @property
    def earliest(self) -> date | None:
        """The first day of the parts that can be overdue."""
        return min((part.earliest for part in self.parts if part.is_dated and part.earliest), default=None)

    @property
    def latest(self) -> date | None:
        """The last good day of the whole; None where nothing in it can be overdue."""
        return max((part.latest for part in self.parts if part.is_dated and part.latest), default=None)

    @property
    def is_continuous(self) -> bool:
        """Whether a part of it is to be done all the time."""
        return any(part.kind is Kind.continuous for part in self.parts)

    def overdue(self, as_of: date) -> bool:
        """Whether the last good day of its dated parts has passed."""
        return self.days_over(as_of) > 0

    def days_over(self, as_of: date) -> int:
        """Days since the last good day; 0 while it is not overdue."""
        latest = self.latest
        return max(0, (as_of - latest).days) if latest else 0

    def instances(self, start: date, end: date) -> tuple[Instance, ...]:
        """What its recurring parts make due from `start` to `end`, both inclusive, by day.

        A recurrence that names no year repeats throughout; one that does keeps within its years.
        """
        found = {
            one: None
            for part in self.parts
            if part.kind is Kind.recurrence
            for one in instances(part.frequencies, part.day, start, end)
            if (part.earliest is None or part.earliest <= one.period_start)
            and (part.latest is None or one.period_end <= part.latest)
        }
        return tuple(sorted(found, key=lambda one: one.due))

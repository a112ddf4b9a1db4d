"""A deadline explained: what its parts mean, and why a reading is unsure."""

from __future__ import annotations

from site_gen.base.messages import Message, msg
from site_gen.base.vietnamese import show_date
from site_gen.model.deadline.periods import Frequency
from site_gen.model.deadline.values import Doubt, Kind, Part, Position

_EVERY = {
    Frequency.week: msg("every week"),
    Frequency.fortnight: msg("every two weeks"),
    Frequency.month: msg("every month"),
    Frequency.quarter: msg("every quarter"),
    Frequency.half_year: msg("every half-year"),
    Frequency.nine_months: msg("after nine months"),
    Frequency.year: msg("every year"),
    Frequency.ad_hoc: msg("when asked"),
    Frequency.unknown: msg("at intervals not stated"),
}
_DOUBTS = {
    Doubt.year_missing: msg("no year is written"),
    Doubt.year_out_of_range: msg("the year is far from the plan's year"),
    Doubt.approximate: msg("the words give no exact day"),
    Doubt.frequency_missing: msg("how often is not stated"),
    Doubt.end_missing: msg("no end is stated"),
    Doubt.date_inside: msg("a date within the words was not taken as the deadline"),
    Doubt.words_left: msg("the words after the date were not read"),
    Doubt.no_such_day: msg("there is no such day"),
    Doubt.no_such_month: msg("there is no such month"),
    Doubt.no_such_quarter: msg("there is no such quarter"),
    Doubt.no_such_year: msg("there is no such year"),
    Doubt.ends_before_start: msg("the end lies before the start"),
    Doubt.not_understood: msg("these words are not understood as a deadline"),
}


def explain(part: Part) -> Message:
    """What a part means, to stand beside its words; for an invalid one, what is wrong with it."""
    match part.kind:
        case Kind.none:
            return msg("no deadline is written")
        case Kind.invalid:
            return explain_doubt(part.reason or Doubt.not_understood)
        case Kind.authority:
            return msg("no day set: according to {event}", event=part.event)
        case Kind.trigger:
            return _explain_trigger(part)
        case Kind.relative if part.working_days:
            return msg("within {days} working days of {event}", days=part.within_days or 0, event=part.event)
        case Kind.relative:
            return msg("within {days} days of {event}", days=part.within_days or 0, event=part.event)
        case Kind.duration if part.working_days:
            return msg("for {days} working days", days=part.within_days or 0)
        case Kind.duration:
            return msg("for {days} days", days=part.within_days or 0)
        case Kind.recurrence:
            return _explain_recurrence(part)
        case Kind.continuous:
            return _explain_continuous(part)
        case _:
            return _explain_window(part)


def explain_doubt(doubt: Doubt) -> Message:
    """Why a reading is unsure or missing."""
    return _DOUBTS[doubt]


def _explain_trigger(part: Part) -> Message:
    if part.within_days == 0:
        return msg("at once, as soon as: {event}", event=part.event)
    if part.position is Position.before:
        return msg("no day set: before {event}", event=part.event)
    if part.position is Position.after:
        return msg("no day set: after {event}", event=part.event)
    if part.position is Position.at:
        return msg("no day set: when {event}", event=part.event)
    return msg("no day set: depends on {event}", event=part.event)


def _explain_recurrence(part: Part) -> Message:
    often = _EVERY[part.frequencies[0]]
    for frequency in part.frequencies[1:]:
        often = msg("{some}, {more}", some=often, more=_EVERY[frequency])
    if part.day is not None:
        often = msg("{often}, on day {day} of the last month", often=often, day=part.day)
    return _between(often, part)


def _explain_continuous(part: Part) -> Message:
    if part.earliest and part.latest is None:
        return msg("continuous from {first}, no fixed day", first=show_date(part.earliest))
    return _between(msg("continuous, no fixed day"), part)


def _between(what: Message, part: Part) -> Message:
    if not (part.earliest and part.latest):
        return what
    return msg("{what}, from {first} to {last}", what=what, first=show_date(part.earliest), last=show_date(part.latest))


def _explain_window(part: Part) -> Message:
    last = show_date(part.latest) if part.latest else ""
    if part.earliest is None or part.due_at_end:
        return msg("by the end of {day}", day=last)
    return msg("from {first} to {last}", first=show_date(part.earliest), last=last)

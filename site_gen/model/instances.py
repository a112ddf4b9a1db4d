"""What comes again, one by one: how an instance stands on a day, and which paper proves which instance."""

from __future__ import annotations

from site_gen.base.vietnamese import show_date
from site_gen.model.choice import Choice
from site_gen.model.deadline import Deadline, Kind
from site_gen.model.deadline.periods import Frequency, Instance
from site_gen.model.evidence import Evidence
from site_gen.model.period import Period


class InstanceState(Choice):
    """How an instance stands on a day."""

    NOT_DUE = "not_due", "chưa đến hạn", "not due yet"
    PRESENT = "present", "có", "there"
    MISSING = "missing", "thiếu", "missing"
    OVERDUE = "overdue", "quá hạn", "overdue"
    UNFIT = "unfit", "không phù hợp", "not fit"


def frequencies_of(deadline: Deadline) -> frozenset[Frequency]:
    """How often a deadline makes something due; nothing where it does so once."""
    return frozenset(f for part in deadline.parts if part.kind is Kind.recurrence for f in part.frequencies)


def period_of(one: Instance) -> Period | None:
    """The reporting period of an instance; None of weeks and two weeks, which have no name."""
    named = one.frequency not in (Frequency.week, Frequency.fortnight)
    return Period(one.period_start, one.period_end) if named else None


def name_of(one: Instance) -> str:
    """What an instance is called: its period, or its first and last day."""
    period = period_of(one)
    return str(period) if period else f"{show_date(one.period_start)} – {show_date(one.period_end)}"


def proves(paper: Evidence, one: Instance) -> bool:
    """Whether a paper is that of an instance.

    It says so by its period. Weeks and two weeks have none that could be written, so what was made within them counts.
    """
    period = period_of(one)
    if period is not None:
        return paper.period is not None and stands_for(paper.period, period)
    day = paper.date.exact if paper.date and paper.period is None else None
    return day is not None and one.period_start <= day <= one.period_end


def stands_for(told: Period, period: Period) -> bool:
    """Whether what speaks of one period does for another: a longer report that ends with it does, but none for a month.

    Six months stand for the second quarter, a year for the fourth, as in the ledger of duties.
    """
    if period.months == 1:
        return told == period
    return told.last == period.last and told.first <= period.first

"""Surveys in their order: of one object and unit, period after period; and when there are too few answers to tell."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from site_gen.kinds.survey.model import Subject, Survey
from site_gen.model.catalog import Catalog
from site_gen.model.entry import Entry
from site_gen.model.period import Period

AnySurvey = Entry[Survey]
THREE = (Subject.PROCEDURE, Subject.ONE_STOP, Subject.STAFF)
"""What the monthly survey at the one-stop shop asks about, each time all of it."""
FEW_ANSWERS = 30
"""Below this many answers a share says little, and the page tells so."""
DUE_DAY = 15


def too_few(survey: Survey, small_count_below: int) -> bool:
    """Whether there are so few answers that a share would tell what single people said."""
    return survey.n < small_count_below


def unit_key(catalog: Catalog, text: str) -> str:
    """The id of a unit, its text where the site does not have it."""
    name = catalog.named("unit", text)
    return name.id if name else text


@lru_cache(maxsize=8)
def in_order(catalog: Catalog) -> tuple[AnySurvey, ...]:
    """All surveys, by period, object and id."""
    order = list(Subject)
    return tuple(
        sorted(catalog.all(Survey), key=lambda e: (e.model.period, order.index(e.model.object), e.id)),
    )


def series_of(catalog: Catalog, entry: AnySurvey) -> tuple[AnySurvey, ...]:
    """The surveys about the same object and unit with periods of the same length."""
    survey = entry.model
    return tuple(
        e
        for e in in_order(catalog)
        if e.model.object is survey.object
        and e.model.period.months == survey.period.months
        and unit_key(catalog, e.model.unit) == unit_key(catalog, survey.unit)
    )


def following(period: Period) -> Period:
    """The period of the same span that comes next."""
    day = period.last + timedelta(1)
    return Period.of(day.year, day.month, period.months)


def due_on(period: Period) -> date:
    """The day by which the results of a period are to be published."""
    return (period.last + timedelta(1)).replace(day=DUE_DAY)

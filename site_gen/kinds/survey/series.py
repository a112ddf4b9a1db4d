"""Surveys in their order: of one object and unit, period after period; and when there are too few answers to show them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from site_gen.base.traces import remembered
from site_gen.kinds.survey.model import Subject, Survey
from site_gen.model.catalog import Catalog
from site_gen.model.entry import Entry
from site_gen.model.period import Period
from site_gen.rules.snapshot import Snapshot

AnySurvey = Entry[Survey]
THREE = (Subject.PROCEDURE, Subject.ONE_STOP, Subject.STAFF)
"""What the monthly survey at the one-stop shop asks about, each time all of it."""
FEW_ANSWERS = 30
"""Below this many answers a share says little, and the page says so."""
DUE_DAY = 15


def too_few(survey: Survey, small_count_below: int) -> bool:
    """Whether there are so few answers that a share would show what single people said."""
    return survey.n < small_count_below


def unit_key(catalog: Catalog, text: str) -> str:
    """The id of a unit, its text where the site does not have it."""
    name = catalog.named("unit", text)
    return name.id if name else text


@remembered
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


def due_on(period: Period) -> date:
    """The day by which the results of a period are to be published."""
    return (period.last + timedelta(1)).replace(day=DUE_DAY)


def newest(snapshot: Snapshot) -> Iterator[AnySurvey]:
    """The latest survey about each object and unit, objects in the order of the list."""
    latest: dict[tuple[Subject, str], AnySurvey] = {}
    for entry in in_order(snapshot.catalog):
        latest[entry.model.object, unit_key(snapshot.catalog, entry.model.unit)] = entry
    for subject in Subject:
        yield from (entry for (about, _), entry in latest.items() if about is subject)


def too_few_answers(snapshot: Snapshot, entry: AnySurvey) -> bool:
    """Whether its results may not be shown."""
    return too_few(entry.model, snapshot.site.small_count_below)


def hidden_files(snapshot: Snapshot) -> Iterator[str]:
    """The files of surveys with too few answers hold what the page must not show."""
    for entry in in_order(snapshot.catalog):
        if entry.model.file and too_few_answers(snapshot, entry):
            yield entry.model.file

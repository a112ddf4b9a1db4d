"""What must be true of inspections: enough places, a conclusion for each, days in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import show_date, show_number
from site_gen.kinds.inspection.model import Inspection, Visit
from site_gen.model.entry import Entry
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

Found = Entry[Inspection]
CONCLUDED_WITHIN = timedelta(days=30)
"""Our measure, no law's: conclusions that come later help nobody to put things right within the year."""


def visited(inspection: Inspection) -> tuple[Visit, ...]:
    """The visits that were made: those with a day."""
    return tuple(visit for visit in inspection.visits if visit.date is not None)


def places(snapshot: Snapshot, visits: Iterable[Visit]) -> frozenset[str]:
    """The places of some visits; each counts once, however it is spelt."""
    named = snapshot.catalog.named
    return frozenset(found.id if (found := named("unit", visit.unit)) else visit.unit for visit in visits)


def share(snapshot: Snapshot, inspection: Inspection) -> Decimal | None:
    """How much of the places was visited, in per cent. None where nobody says how many there are."""
    if not inspection.places:
        return None
    return Decimal(100 * len(places(snapshot, visited(inspection)))) / inspection.places


@rule(
    "INSPECT001",
    msg("fewer places were inspected than promised"),
    Severity.WARNING,
    Inspection,
    wrong="year: 2022\nplaces: 10\ntarget: 30\nvisits:\n  - {unit: Văn phòng, date: 15/5/2022}",
    right="year: 2022\nplaces: 3\ntarget: 30\nvisits:\n  - {unit: Văn phòng, date: 15/5/2022}",
)
def enough_places_are_inspected(entry: Found, snapshot: Snapshot) -> Iterator[Finding]:
    """Plans of reform promise that at least so many of the places are inspected in the year, mostly 30 per cent.

    Counted once the year is over; a place that was visited twice counts once.
    """
    inspection = entry.model
    reached = share(snapshot, inspection)
    if inspection.target is None or reached is None or snapshot.as_of <= date(inspection.year, 12, 31):
        return
    if reached < inspection.target.value:
        shown, count = show_number(round(reached, 1)), len(places(snapshot, visited(inspection)))
        message = msg("{n} of {all} places were inspected, {share} %", n=count, all=inspection.places or 0, share=shown)
        hint = msg("add the visits that are missing, or acknowledge it under `anomalies` with the reason")
        yield Finding(entry.at("target"), message, hint, "target", str(inspection.target), f"{shown}%")


@rule(
    "INSPECT002",
    msg("an inspection has no conclusion"),
    Severity.WARNING,
    Inspection,
    wrong="visits:\n  - {unit: Văn phòng, date: 15/5/2022}   # hôm nay là 15/4/2023",
    right="visits:\n  - {unit: Văn phòng, date: 15/5/2022, conclusion: {title: Thông báo kết luận kiểm tra}}",
)
def visits_are_concluded(entry: Found, snapshot: Snapshot) -> Iterator[Finding]:
    """Who was inspected, and who reads of it, wants to know what was found. After thirty days the page is asked for it."""
    for index, visit in enumerate(entry.model.visits):
        if visit.date and visit.conclusion is None and snapshot.as_of - visit.date > CONCLUDED_WITHIN:
            message = msg("{unit} was inspected on {day}, and there is no conclusion", unit=visit.unit, day=visit.date)
            yield Finding(entry.at("visits", index, "date"), message, msg("add `conclusion`"), visit.unit)


@rule(
    "INSPECT003",
    msg("the days of an inspection contradict each other"),
    Severity.ERROR,
    Inspection,
    wrong="visits:\n  - unit: Văn phòng\n    date: 15/5/2022\n    remedies:\n      - {text: Bổ sung sổ, done_on: 10/5/2022}",
    right="visits:\n  - unit: Văn phòng\n    date: 15/5/2022\n    remedies:\n      - {text: Bổ sung sổ, done_on: 10/6/2022}",
)
def days_are_in_order(entry: Found, snapshot: Snapshot) -> Iterator[Finding]:
    """Nothing is put right before it was found; a visit lies in its year; what was done was done by the day of building."""
    hint = msg("check day, month and year")
    for index, visit in enumerate(entry.model.visits):
        if visit.date and visit.date.year != entry.model.year:
            message = msg("{day} does not lie in {year}", day=show_date(visit.date), year=entry.model.year)
            yield Finding(entry.at("visits", index, "date"), message, hint, visit.unit)
        elif visit.date and visit.date > snapshot.as_of:
            message = msg("{day} is after the day of building, {today}", day=visit.date, today=snapshot.as_of)
            way_out = msg("write `planned` until the visit was made")
            yield Finding(entry.at("visits", index, "date"), message, way_out, visit.unit)
        for number, remedy in enumerate(visit.remedies):
            for key, day in (("due", remedy.due), ("done_on", remedy.done_on)):
                if day and visit.date and day < visit.date:
                    message = msg("{day} comes before {earlier}", day=day, earlier=visit.date)
                    yield Finding(entry.at("visits", index, "remedies", number, key), message, hint, visit.unit)
            if remedy.done_on and remedy.done_on > snapshot.as_of:
                message = msg("{day} is after the day of building, {today}", day=remedy.done_on, today=snapshot.as_of)
                yield Finding(entry.at("visits", index, "remedies", number, "done_on"), message, hint, visit.unit)


@rule(
    "INSPECT004",
    msg("more places were inspected than there are"),
    Severity.ERROR,
    Inspection,
    wrong="places: 1\nvisits:\n  - {unit: Văn phòng, date: 15/5/2022}\n  - {unit: Tư pháp - Hộ tịch, date: 20/5/2022}",
    right="places: 12\nvisits:\n  - {unit: Văn phòng, date: 15/5/2022}\n  - {unit: Tư pháp - Hộ tịch, date: 20/5/2022}",
)
def places_are_enough(entry: Found, snapshot: Snapshot) -> Iterator[Finding]:
    """The share is reckoned of all places that may be inspected; one of the two numbers is wrong."""
    all_, count = entry.model.places, len(places(snapshot, entry.model.visits))
    if all_ is not None and count > all_:
        message = msg("{n} places are named, and there are to be {all}", n=count, all=all_)
        yield Finding(entry.at("places"), message, msg("write how many places there are in all"), "places")


RULES: tuple[Rule, ...] = (enough_places_are_inspected, visits_are_concluded, days_are_in_order, places_are_enough)

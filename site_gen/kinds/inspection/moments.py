"""The life of an inspection: each visit, its conclusion, and what is to be put right by a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.base.messages import msg
from site_gen.kinds.inspection.model import Inspection, InspectionRemedy, Visit
from site_gen.kinds.inspection.rules import CONCLUDED_WITHIN, visited
from site_gen.model.entry import Entry
from site_gen.pages.contributions import keys_of
from site_gen.pages.life import DAY, Deadline, Disclosed, Life, Moment, State, Subject, life, subject_of
from site_gen.rules.snapshot import Snapshot

DONE = State("done", msg("put right"))
OPEN = State("run", msg("to be put right"))
LATE = State("late", msg("overdue"))


def url(id: str) -> str:
    """Address of an inspection."""
    return f"kiem-tra/{id}.html"


def newest_first(snapshot: Snapshot) -> list[Entry[Inspection]]:
    """Every inspection, the newest year first."""
    return sorted(snapshot.catalog.all(Inspection), key=lambda e: (-e.model.year, e.id))


def who(snapshot: Snapshot, inspection: Inspection) -> str:
    """Who inspects."""
    return inspection.unit or snapshot.site.unit


def state_of(remedy: InspectionRemedy, day: date) -> State:
    """What a remedy is on a day."""
    if remedy.done_on is not None:
        return DONE
    return LATE if remedy.due is not None and remedy.due < day else OPEN


def lives(snapshot: Snapshot) -> Iterator[Life]:
    """Each inspection, which is told completely when every visit has its conclusion; conclusions and remedies that are waited for."""
    for entry in newest_first(snapshot):
        inspection, by = entry.model, who(snapshot, entry.model)
        made = visited(inspection)
        days = [visit.date for visit in made if visit.date is not None]
        report = Disclosed(
            topic="inspection",
            created=min(days, default=None),
            published=inspection.published_at,
            number=(inspection.decision.number or "") if inspection.decision else "",
            complete=bool(made) and all(visit.conclusion for visit in made),
            lacks=keys_of(Visit, "conclusion"),
        )
        yield life(subject_of(entry, inspection.title, url(entry.id), by), Moment(None, disclosed=report))
        for visit in made:
            place = Subject(inspection.title, url(entry.id), entry.path, visit.unit, inspection.sample)
            if visit.conclusion is None and visit.date is not None:
                what = msg("conclusion of the inspection of {unit}", unit=snapshot.link("unit", visit.unit).text)
                asked = Subject(inspection.title, url(entry.id), entry.path, by, inspection.sample)
                yield life(asked, Deadline(visit.date + CONCLUDED_WITHIN, what, since=visit.date + DAY))
            for remedy in visit.remedies:
                if remedy.due is not None and remedy.done_on is None:
                    yield life(place, Deadline(remedy.due, msg("put right: {text}", text=remedy.text)))

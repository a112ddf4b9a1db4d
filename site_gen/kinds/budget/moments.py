"""The life of a budget table: it is due and made public; and the stages of a year that have not come."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.kinds.budget.model import Budget, Stage
from site_gen.kinds.budget.timetable import BudgetYear, missing_after, public_since, years
from site_gen.model.entry import Entry
from site_gen.pages.contributions import Section, keys_of
from site_gen.pages.life import (
    DAY,
    Deadline,
    Disclosed,
    Life,
    Moment,
    News,
    State,
    Subject,
    life,
    soon_before,
    subject_of,
)
from site_gen.rules.snapshot import Snapshot

COMING = State("calm", msg("not yet here"))
MISSING = State("late", msg("missing"))

SECTION = Section(
    "cong-khai",
    "ngan-sach/index.html",
    msg("Budget disclosure"),
    msg("What was planned, what was taken in and spent, stage by stage, and what is still missing."),
    100,
)


def url(id: str) -> str:
    """Address of a table's page."""
    return f"ngan-sach/{id}.html"


def life_of(snapshot: Snapshot, entry: Entry[Budget], year: BudgetYear) -> Life:
    """A table among those of its year; one that is nowhere public is late after its day."""
    budget, since = entry.model, public_since(entry.model)
    explained = any(
        (other.model.explanation or "").strip() for other in year.entries if other.model.stage is budget.stage
    )
    there = {"rows": budget.rows, "money_unit": budget.money_unit, "explanation": explained}
    lacking = [key for key, value in there.items() if not value]
    made = Disclosed(
        topic=f"budget/{budget.stage.value}",
        created=budget.decision.date.exact if budget.decision and budget.decision.date else None,
        published=since,
        until=budget.posted_to,
        number=(budget.decision.number or "") if budget.decision else "",
        period=budget.stage.period(budget.year),
        forms=("web", "board") if budget.posted_from else ("web",),
        complete=not lacking,
        lacks=keys_of(Budget, *lacking),
    )
    expected = msg("budget table to make public: {title}", title=budget.title)
    return life(
        subject_of(entry, budget.title, url(entry.id), snapshot.link("unit", year.unit).text),
        Moment(None, disclosed=made),
        Moment(budget.published_at, news=News(f"{snapshot.word(budget.stage)}, {budget.year}")),
        Deadline(budget.due_on, expected, since=budget.due_on + DAY) if budget.due_on and not since else None,
    )


def life_of_stage(snapshot: Snapshot, year: BudgetYear, stage: Stage) -> Life:
    """A stage of a year of which there is no table: it is called missing once its time has passed, where it is expected."""
    what = msg("budget {year}: {stage}", year=str(year.year), stage=snapshot.word(stage))
    paths = tuple(entry.path for entry in year.entries)
    unit = snapshot.link("unit", year.unit).text
    due = missing_after(year.year, stage)
    return life(
        Subject(snapshot.say(what), SECTION.url, paths[0], unit, sources=paths),
        Deadline(due, what, since=soon_before(snapshot, due), overdue=what, late="missing", missed=MISSING)
        if stage in year.absent
        else None,
        first=COMING,
    )


def lives(snapshot: Snapshot) -> Iterator[Life]:
    """The life of each stage that is expected, and of each table."""
    for year in years(snapshot.catalog):
        for stage in year.absent:
            yield life_of_stage(snapshot, year, stage)
        for entry in year.entries:
            yield life_of(snapshot, entry, year)

"""By when a case is answered, and when it is late; pages, agenda and scheduled changes go by the same day."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from site_folders import BASE_SITE, lay_out, read_site

from site_gen.kinds.feedback.model import CORRECT_WITHIN, Channel, Feedback, FeedbackType, Status
from site_gen.kinds.feedback.moments import OVERDUE, life_of, lives
from site_gen.kinds.feedback.pages import Case, pages
from site_gen.model.catalog import Catalog
from site_gen.model.entry import Entry
from site_gen.model.settings import Site
from site_gen.pages.life import agenda, scheduled_changes
from site_gen.rules.snapshot import Snapshot

RECEIVED = date(2023, 3, 31)
LAST = RECEIVED + CORRECT_WITHIN
DAYS = st.dates(RECEIVED, RECEIVED + timedelta(60))


def case(type: FeedbackType, due_on: date | None = None, answered_on: date | None = None) -> Feedback:
    """A case received on the same day always."""
    return Feedback.model_construct(
        code="PA-1",
        channel=Channel.DIRECT,
        type=type,
        handler="van-phong",
        received_on=RECEIVED,
        due_on=due_on,
        answered_on=answered_on,
        status=Status.ANSWERED if answered_on else Status.IN_PROGRESS,
    )


def is_late(case: Feedback, as_of: date) -> bool:
    """Whether the life of a case calls it overdue on a day."""
    catalog = Catalog("", Site.model_construct(), ())
    entry = Entry("feedback", "a", "feedback/a.yml", case, None)
    return life_of(Snapshot(catalog, as_of), entry).state(as_of) is OVERDUE


@given(st.none() | DAYS)
def test_a_correction_is_answered_by_the_fifteenth_day_or_sooner(due_on: date | None) -> None:
    assert case(FeedbackType.CORRECTION, due_on).answer_due == min(due_on or LAST, LAST)


@given(st.none() | DAYS)
def test_other_feedback_is_answered_by_the_day_that_was_set(due_on: date | None) -> None:
    assert case(FeedbackType.DELAY, due_on).answer_due == due_on


@given(st.sampled_from(FeedbackType), st.none() | DAYS, DAYS)
def test_it_is_late_from_the_day_after(type: FeedbackType, due_on: date | None, as_of: date) -> None:
    open_case = case(type, due_on)
    day = open_case.answer_due
    assert is_late(open_case, as_of) == (day is not None and as_of > day)
    assert not is_late(case(type, due_on, as_of), as_of)


@pytest.mark.parametrize(
    ("as_of", "state", "family", "changes"),
    [(LAST, "due", "run", [LAST + timedelta(1)]), (LAST + timedelta(1), "late", "late", [])],
)
def test_a_correction_without_a_day_is_late_everywhere_on_the_same_day(
    tmp_path: Path, as_of: date, state: str, family: str, changes: list[date]
) -> None:
    right = Path(__file__).parent / "cases" / "FEEDBACK006" / "right-last-day"
    catalog = read_site(lay_out(tmp_path / "site", (BASE_SITE, right))).catalog
    assert catalog is not None
    snapshot = Snapshot(catalog, as_of)
    shown = next(page.context for page in pages(snapshot) if isinstance(page.context, Case))
    assert (shown.row.state.family, shown.due_on) == (family, date(2023, 4, 15))
    assert [line.state for line in agenda(snapshot, lives(snapshot))] == [state]
    assert [change.day for change in scheduled_changes(snapshot, lives(snapshot))] == changes

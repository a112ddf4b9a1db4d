"""A life says on every day what its subject is, what is expected of it, and what feeds say."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from snapshots import edition_of

from site_gen.base.messages import msg
from site_gen.kinds.feedback.model import Status
from site_gen.pages.life import (
    Deadline,
    Disclosed,
    Life,
    Moment,
    News,
    Reminder,
    State,
    Subject,
    agenda,
    disclosures,
    feed,
    life,
    scheduled_changes,
)
from site_gen.rules.snapshot import Snapshot

OPEN, LATE, DONE = State("run", msg("open")), State("late", msg("late again")), State("done", Status.ANSWERED)
DUE = date(2026, 11, 12)
SUBJECT = Subject("Việc", "viec.html", "viec.yml", "van-phong")
EXPECTED = Deadline(DUE, msg("answer overdue"), overdue=msg("late"), missed=LATE)


def on(tmp_path: Path, day: date) -> Snapshot:
    return edition_of(tmp_path, {}, day)


@pytest.mark.parametrize(("days", "state"), [(0, OPEN), (1, LATE), (400, LATE)])
def test_what_is_missed_is_late_from_the_day_after(days: int, state: State) -> None:
    assert life(SUBJECT, EXPECTED, first=OPEN).state(DUE + timedelta(days)) is state


def test_the_last_of_the_states_that_have_begun_holds() -> None:
    answered = life(SUBJECT, Moment(DUE + timedelta(5), DONE), EXPECTED, first=OPEN)
    assert [answered.state(DUE + timedelta(n)) for n in (0, 4, 5)] == [OPEN, LATE, DONE]


def test_without_a_state_there_is_none_to_show() -> None:
    with pytest.raises(LookupError):
        life(SUBJECT).state(DUE)


def test_a_state_is_called_as_the_content_calls_it(tmp_path: Path) -> None:
    assert DONE.shown(on(tmp_path, DUE)).word == "đã trả lời"


@pytest.mark.parametrize(("days", "changes"), [(0, [DUE + timedelta(1)]), (1, [])])
def test_the_day_after_the_last_one_is_foretold(tmp_path: Path, days: int, changes: list[date]) -> None:
    found = scheduled_changes(on(tmp_path, DUE + timedelta(days)), [life(SUBJECT, EXPECTED)])
    assert [change.day for change in found] == changes


@pytest.mark.parametrize(("days", "told"), [(-1, 0), (0, 1), (3, 1), (4, 0)])
def test_feeds_say_it_up_to_its_last_day(tmp_path: Path, days: int, told: int) -> None:
    posted = life(SUBJECT, Moment(DUE, news=News("Công khai.", notice=True, until=DUE + timedelta(3))))
    assert len(list(feed(on(tmp_path, DUE + timedelta(days)), [posted]))) == told


def test_days_are_counted_only_where_that_is_asked_for(tmp_path: Path) -> None:
    lacking: list[Life] = [
        life(SUBJECT, Reminder("missing", msg("late"), DUE)),
        life(SUBJECT, Reminder("missing", msg("late"), DUE, counted=False)),
    ]
    assert [line.days for line in agenda(on(tmp_path, DUE + timedelta(2)), lacking)] == [2, None]


def test_another_unit_may_answer_for_what_is_made_public(tmp_path: Path) -> None:
    shown = life(
        SUBJECT,
        Moment(None, disclosed=Disclosed(topic="a")),
        Moment(None, disclosed=Disclosed(topic="b", unit="tu-phap")),
    )
    assert [d.unit for d in disclosures(on(tmp_path, DUE), [shown])] == ["van-phong", "tu-phap"]

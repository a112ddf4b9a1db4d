"""The days that `turns` names are just the days on which the state of some item changes by itself."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from builds import SMALL

from site_gen.kinds.plan.offers import turns
from site_gen.kinds.plan.work import dossiers
from site_gen.pipeline.gather import gather
from site_gen.pipeline.request import Request
from site_gen.rules.snapshot import Snapshot

FIRST = date(2026, 10, 1)


def snapshot(content: Path, day: date) -> Snapshot:
    (only,) = gather(Request(content, content.parent / "output", day)).snapshots
    return only


def states(site: Snapshot, day: date) -> list[object]:
    soon = site.catalog.site.due_soon_days
    return [(d.entry.id, d.closed, [s.state for s in d.standings]) for d in dossiers(site.catalog, day, soon)]


def test_a_turn_is_named_for_each_day_on_which_a_state_changes_and_for_no_other() -> None:
    site = snapshot(SMALL, FIRST)
    days = [FIRST + timedelta(n) for n in range(1, 220)]
    changed = [day for day in days if states(site, day) != states(site, day - timedelta(1))]
    named = sorted({turn.day for turn in turns(site) if turn.day <= days[-1]})
    # A report that already lies in the content counts from its own day: that is an edit that was made in time.
    reports = {r.model.date for d in dossiers(site.catalog, days[-1], 30) for r in d.reports}
    assert named == [day for day in changed if day not in reports]
    assert named

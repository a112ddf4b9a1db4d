"""The days that lives foretell are just the days on which the state of some item changes by itself, or a plan is closed."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from builds import SMALL

from site_gen.kinds.plan.moments import lives
from site_gen.kinds.plan.standing import bundles_of
from site_gen.pages.life import scheduled_changes
from site_gen.pipeline.gather import gather
from site_gen.pipeline.request import Request
from site_gen.rules.snapshot import Snapshot

FIRST = date(2026, 10, 1)


def snapshot(content: Path, day: date) -> Snapshot:
    (only,) = gather(Request(content, content.parent / "output", day)).snapshots
    return only


def states(site: Snapshot, day: date) -> list[object]:
    bundles = bundles_of(Snapshot(site.catalog, day))
    return [(bundle.entry.id, bundle.closed, [s.state for s in bundle.standings]) for bundle in bundles]


def test_a_day_is_foretold_for_each_change_of_a_state_and_for_nothing_else() -> None:
    site = snapshot(SMALL, FIRST)
    days = [FIRST + timedelta(n) for n in range(1, 220)]
    changed = [day for day in days if states(site, day) != states(site, day - timedelta(1))]
    foretold = sorted({change.day for change in scheduled_changes(site, lives(site)) if change.day <= days[-1]})
    # A report that already lies in the content counts from its own day: that is an edit that was made in time.
    reports = {r.model.date for bundle in bundles_of(Snapshot(site.catalog, days[-1])) for r in bundle.reports}
    assert foretold == [day for day in changed if day not in reports]
    assert foretold

"""The days on which what is said of a dialogue changes by itself: its announcement, and the day after it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from site_folders import BASE_SITE, lay_out, read_site

from site_gen.kinds.dialogue.pages import feed, pages, turns
from site_gen.rules.snapshot import Snapshot

ANNOUNCED, HELD = date(2023, 2, 20), date(2023, 3, 1)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The shared site with a dialogue that was announced and held."""
    right = Path(__file__).parent / "cases" / "DIALOGUE003" / "right"
    return lay_out(tmp_path / "site", (BASE_SITE, right))


def snapshot(content: Path, as_of: date) -> Snapshot:
    """What was read, as it stands on a day."""
    catalog = read_site(content).catalog
    assert catalog is not None
    return Snapshot(catalog, as_of)


def test_feed_and_pages_change_on_the_days_of_turns_and_on_no_other(content: Path) -> None:
    def told(day: date) -> tuple[object, ...]:
        on_the_day = snapshot(content, day)
        return tuple(feed(on_the_day)), tuple(page.context for page in pages(on_the_day))

    first = ANNOUNCED - timedelta(5)
    days = [first + timedelta(n) for n in range(1, 30)]
    changed = [day for day in days if told(day) != told(day - timedelta(1))]
    assert changed == [turn.day for turn in turns(snapshot(content, first))] == [ANNOUNCED, HELD + timedelta(1)]

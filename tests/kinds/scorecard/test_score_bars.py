"""Points won and lost as bars."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from snapshots import edition_of

from site_gen.kinds.scorecard.pages import pages
from site_gen.kinds.scorecard.records import Whole

CARD = """title: Chỉ số CCHC
year_assessed: 2025
unit: ubnd-xa
total_declared: "17"
total_max: "30"
criteria:
  - {no: "1", label: Chỉ đạo, max: "10", declared: "9"}
  - {no: "2", label: Thủ tục, max: "20", declared: "8"}
  - {no: "3", label: Không ghi điểm, max: "5"}
"""


def whole(tmp_path: Path, text: str = CARD) -> Whole:
    """The page of the card."""
    found = {
        page.url: page for page in pages(edition_of(tmp_path, {"scorecards/chi-so-2025.yml": text}, date(2026, 5, 1)))
    }
    context = found["chi-so/chi-so-2025.html"].context
    assert isinstance(context, Whole)
    return context


def test_areas_stand_on_one_scale_so_that_a_heavy_one_is_long(tmp_path: Path) -> None:
    bars = whole(tmp_path).area_bars

    assert [[(s.family, s.start, s.width) for s in bar.segments] if bar else None for bar in bars] == [
        [("done", 0, 45), ("late", 45, 5)],
        [("done", 0, 40), ("late", 40, 60)],
        None,
    ]


def test_a_criterion_by_itself_is_as_long_as_its_maximum(tmp_path: Path) -> None:
    first = whole(tmp_path).areas[0].bar

    assert first is not None
    assert [(s.family, s.width) for s in first.segments] == [("done", 90), ("late", 10)]
    assert first.text == "đạt 9 trên 10 điểm, mất 1"


def test_the_page_says_where_most_was_lost(tmp_path: Path) -> None:
    assert whole(tmp_path).worst == "Mất nhiều điểm nhất: Thủ tục, 12 điểm"


def test_where_nothing_is_known_to_be_lost_it_says_nothing(tmp_path: Path) -> None:
    assert whole(tmp_path, CARD.replace('"9"', '"10"').replace('"8"', '"20"')).worst is None

"""What a unit scored itself, and what was announced, stand year beside year."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from snapshots import edition_of

from site_gen.kinds.scorecard.pages import pages
from site_gen.kinds.scorecard.records import Whole

FIRST = """title: Chỉ số CCHC năm 2024
year_assessed: 2024
unit: ubnd-xa
total_declared: "71,5"
total_max: "100"
grade: khá
criteria:
  - {no: "1", label: Chỉ đạo, max: "20", declared: "15"}
  - {no: "2", label: Thể chế, max: "10", declared: "8"}
"""
SECOND = """title: Chỉ số CCHC năm 2025
year_assessed: 2025
unit: ubnd-xa
total_declared: "74"
self_total: "78,25"
total_max: "100"
rank: 04/11
criteria:
  - {no: "I", label: Chỉ đạo, max: "20", declared: "16,5"}
  - {no: "II", label: Chuyển đổi số, max: "15", declared: "9"}
"""


def whole(tmp_path: Path, id: str, **cards: str) -> Whole:
    """The page of a card; that of the shared site is of another unit."""
    files = {f"scorecards/{name.replace('_', '-')}.yml": text for name, text in cards.items()}
    files["scorecards/chi-so.yml"] = FIRST.replace("unit: ubnd-xa", "unit: van-phong")
    found = {page.url: page.context for page in pages(edition_of(tmp_path, files, date(2026, 5, 1)))}
    context = found[f"chi-so/{id}.html"]
    assert isinstance(context, Whole)
    return context


def test_self_scored_announced_and_the_year_before_stand_beside_each_other(tmp_path: Path) -> None:
    shown = whole(tmp_path, "b", a=FIRST, b=SECOND).years
    assert [(y.year_assessed, y.self_total, y.total_declared, y.over, y.change, y.grade, y.rank) for y in shown] == [
        (2025, "78,25", "74", "+4,25", "+2,5", None, "04/11"),
        (2024, None, "71,5", None, None, "khá", None),
    ]


def test_areas_of_one_name_stand_in_one_line_and_new_ones_have_no_past(tmp_path: Path) -> None:
    shown = whole(tmp_path, "a", a=FIRST, b=SECOND).area_years
    assert [(line.label, line.scores) for line in shown] == [
        ("Chỉ đạo", ("16,5/20", "15/20")),
        ("Chuyển đổi số", ("9/15", None)),
    ]


def test_a_single_result_that_nobody_scored_himself_has_no_years(tmp_path: Path) -> None:
    shown = whole(tmp_path, "a", a=FIRST)
    assert (shown.years, shown.area_years) == ((), ())


def test_a_single_result_with_a_score_of_its_own_has_them(tmp_path: Path) -> None:
    (only,) = whole(tmp_path, "b", b=SECOND).years
    assert (only.self_total, only.total_declared, only.over) == ("78,25", "74", "+4,25")


@pytest.mark.parametrize(
    ("old", "new"),
    [("unit: ubnd-xa", "unit: van-phong"), ('total_max: "100"', 'total_max: "100"\ntotal_unit: "%"')],
    ids=["another unit", "another measure"],
)
def test_what_cannot_be_compared_does_not_stand_beside(tmp_path: Path, old: str, new: str) -> None:
    assert whole(tmp_path, "a", a=FIRST, b=SECOND.replace(old, new)).years == ()


def test_scores_of_another_maximum_stand_beside_without_a_difference(tmp_path: Path) -> None:
    newest, _ = whole(tmp_path, "b", a=FIRST.replace('total_max: "100"', 'total_max: "90"'), b=SECOND).years
    assert newest.change is None


def test_less_than_announced_and_less_than_before_bear_a_true_minus(tmp_path: Path) -> None:
    lower = SECOND.replace('"74"', '"70,25"').replace('"78,25"', '"69"')
    newest, _ = whole(tmp_path, "b", a=FIRST, b=lower).years
    assert (newest.over, newest.change) == ("−1,25", "−1,25")


def test_a_result_of_two_years_ago_is_not_the_year_before(tmp_path: Path) -> None:
    newest, _ = whole(tmp_path, "b", a=FIRST.replace("2024", "2023"), b=SECOND).years
    assert newest.change is None


def test_a_second_result_of_a_year_does_not_stand_beside_the_first(tmp_path: Path) -> None:
    again = SECOND.replace("năm 2025", "năm 2025, chấm lại")
    shown = whole(tmp_path, "c", a=FIRST, b=SECOND, c=again).years
    assert [(y.year_assessed, y.url) for y in shown] == [(2025, "chi-so/c.html"), (2024, "chi-so/a.html")]


def test_of_many_years_the_last_five_are_shown(tmp_path: Path) -> None:
    cards = {f"n{year}": FIRST.replace("2024", str(year)) for year in range(2015, 2025)}
    assert [y.year_assessed for y in whole(tmp_path, "n2024", **cards).years] == [2024, 2023, 2022, 2021, 2020]

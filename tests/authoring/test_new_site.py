import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from site_gen.authoring.new_site import authority, is_nameable, new_site
from site_gen.pipeline.gather import Gathered, gather
from site_gen.pipeline.request import Request

AWAITED = ["SAMPLE002", "SAMPLE002"]
"""That introduction and address are still ours: all there is to say of a new site."""


def codes(gathered: Gathered) -> list[str]:
    told = [found.code for found in gathered.found]
    return [code for code in told if code != "DATE003"]  # of far years nobody knows the holidays yet


@pytest.mark.parametrize(
    ("given", "name", "short", "unit", "word"),
    [
        ("UBND xã Cẩm Giàng", "Ủy ban nhân dân xã Cẩm Giàng", "UBND xã Cẩm Giàng", "ubnd-xa-cam-giang", "xã"),
        ("Ủy ban nhân dân phường Kim Long", "Ủy ban nhân dân phường Kim Long", "UBND phường Kim Long", "ubnd-phuong-kim-long", "phường"),
        ("Uỷ ban nhân dân đặc khu Phú Quý", "Ủy ban nhân dân đặc khu Phú Quý", "UBND đặc khu Phú Quý", "ubnd-dac-khu-phu-quy", "đặc khu"),
        ("Xã Ea H’Leo", "Ủy ban nhân dân xã Ea H’Leo", "UBND xã Ea H’Leo", "ubnd-xa-ea-h-leo", "xã"),
        ("ubnd  thị xã  Hương Thủy", "Ủy ban nhân dân thị xã Hương Thủy", "UBND thị xã Hương Thủy", "ubnd-thi-xa-huong-thuy", "thị xã"),
        ("Sở Nội vụ", "Sở Nội vụ", "Sở Nội vụ", "so-noi-vu", "xã"),
    ],
)  # fmt: skip  # a table: a case in a line
def test_an_authority_has_its_full_and_its_short_name(given: str, name: str, short: str, unit: str, word: str) -> None:
    whose = authority(given)
    assert (whose.name, whose.short_name, whose.unit, whose.word) == (name, short, unit, word)


def test_a_name_in_decomposed_letters_is_composed() -> None:
    import unicodedata

    assert authority(unicodedata.normalize("NFD", "UBND xã Cẩm Giàng")) == authority("UBND xã Cẩm Giàng")


@pytest.mark.parametrize("name", ["xã Ea H’Leo", "xã R'lấp (cũ)", "huyện Bạch Thông, tỉnh Bắc Kạn", "xã số 1"])
def test_names_of_places_can_stand_in_the_files(name: str) -> None:
    assert is_nameable(name)


def written(files: dict[str, str], root: Path) -> Path:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


@settings(max_examples=30)
@given(st.dates(date(2020, 1, 1), date(2060, 12, 31)), st.integers(-3, 3))
@example(date(2026, 1, 1), 0)
@example(date(2026, 12, 31), 0)
@example(date(2027, 1, 1), -1)
@example(date(2028, 2, 29), 0)
def test_a_new_site_is_clean_on_the_day_it_is_begun_whatever_the_year(day: date, ahead: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = written(new_site(authority("UBND xã Mẫu"), "tỉnh Mẫu", day.year + ahead, day), Path(folder) / "content")
        assert codes(gather(Request(root, Path(folder) / "output", day))) == AWAITED


@pytest.mark.parametrize("name", ["UBND phường Kim Long", "UBND đặc khu Côn Đảo", "UBND xã Ea H’Leo", "Sở Nội vụ"])
def test_a_new_site_is_clean_whoever_begins_it(tmp_path: Path, name: str) -> None:
    day = date(2026, 11, 21)
    root = written(new_site(authority(name), "tỉnh Mẫu", 2026, day), tmp_path / "content")
    assert codes(gather(Request(root, tmp_path / "output", day))) == AWAITED


def test_time_alone_never_makes_an_error_of_a_new_site(tmp_path: Path) -> None:
    day = date(2026, 11, 21)
    root = written(new_site(authority("UBND xã Mẫu"), "tỉnh Mẫu", 2026, day), tmp_path / "content")
    for weeks in range(0, 520, 13):
        found = gather(Request(root, tmp_path / "output", day + timedelta(weeks=weeks))).found
        assert [d.code for d in found if d.severity.word == "error"] == []


def test_only_a_plan_of_the_running_year_has_a_report() -> None:
    day = date(2026, 11, 21)
    whose = authority("UBND xã Mẫu")
    assert "plans/cchc-2026/progress/2026-q4.yml" in new_site(whose, "tỉnh Mẫu", 2026, day)
    assert not [path for path in new_site(whose, "tỉnh Mẫu", 2027, day) if "progress" in path]


def test_two_new_sites_of_one_day_are_equal() -> None:
    whose, day = authority("UBND xã Mẫu"), date(2026, 11, 21)
    assert new_site(whose, "tỉnh Mẫu", 2026, day) == new_site(whose, "tỉnh Mẫu", 2026, day)

from datetime import date

import pytest

from site_gen.authoring.periods import looks_like_a_period, period_in, year_in

DAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("id", "year"),
    [("cchc-2027", 2027), ("2030-q1", 2030), ("sipas", None), ("nq-12025-x", None), ("chi-so-1999", 1999)],
)
def test_the_year_is_read_from_the_id(id: str, year: int | None) -> None:
    assert year_in(id) == year


@pytest.mark.parametrize(
    ("id", "key"),
    [
        ("2026-10", "2026-10"),
        ("10-2026", "2026-10"),
        ("2026-1", "2026-01"),
        ("thang-10-2026", "2026-10"),
        ("2026-thang-10", "2026-10"),
        ("2026-q3", "2026-q3"),
        ("q3-2026", "2026-q3"),
        ("quy-iii-2026", "2026-q3"),
        ("quy-3-2026", "2026-q3"),
        ("2026-quy-3", "2026-q3"),
        ("2026-quy-iv", "2026-q4"),
        ("2026-h1", "2026-h1"),
        ("h2-2026", "2026-h2"),
        ("6-thang-2026", "2026-h1"),
        ("6-thang-dau-nam-2026", "2026-h1"),
        ("6-thang-cuoi-nam-2026", "2026-h2"),
        ("thuc-hien-09-thang-2026", "2026-9m"),
        ("9-thang-dau-nam-2026", "2026-9m"),
        ("2026-9m", "2026-9m"),
        ("2026", "2026"),
        ("nam-2026", "2026"),
        ("ca-nam-2026", "2026"),
        ("cchc-2026-q4", "2026-q4"),
        ("2026-11-mot-cua", "2026-11"),
        ("bao-cao-thang-11-2026", "2026-11"),
        ("cchc-2025/2026-01", "2026-01"),
        ("cchc-2026/thang-12", "2026-12"),
        ("cchc-2025/quy-4", "2025-q4"),
        ("thang-10", "2026-10"),
        ("thang-12", "2025-12"),
        ("quy-iv", "2026-q4"),
    ],
)
def test_the_period_is_read_from_the_id_however_it_is_written(id: str, key: str) -> None:
    found = period_in(id, DAY)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize(
    "id", ["2026-13", "2026-q5", "13-2026", "quy-5-2026", "so-ket", "chi-so-2025", "2026-007", "47-qd-ubnd-2026", "12"]
)
def test_an_id_that_names_no_period_gives_none(id: str) -> None:
    assert period_in(id, DAY) is None


@pytest.mark.parametrize(
    ("id", "looks"),
    [
        ("2026-13", True),
        ("13-2026", True),
        ("2026-q5", True),
        ("quy-5-2026", True),
        ("thang-13", True),
        ("so-ket", False),
    ],
)
def test_what_is_made_like_a_period_is_told_from_other_ids(id: str, looks: bool) -> None:
    assert looks_like_a_period(id) is looks

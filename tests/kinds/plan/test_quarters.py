"""What falls in which quarter of a plan."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from site_folders import shipped_sites

from site_gen.kinds.plan.quarters import Quarter, days_in, due_in, quarters
from site_gen.kinds.plan.standing import bundles_of
from site_gen.model import deadline as grammar
from site_gen.rules.snapshot import Snapshot

WORDS = (
    "Hàng tháng",
    "Hàng quý",
    "Hàng quý, 06 tháng, năm",
    "06 tháng, 9 tháng, năm",
    "Hai tuần một lần",
    "Ngày 15 tháng cuối quý",
    "Tháng 6, tháng 12",
    "Trước ngày 31/10/2024",
    "Quý II/2024",
    "Năm 2024",
)


def falls(words: str) -> list[int]:
    deadline = grammar.parse(words, 2024)
    return [n for n in (1, 2, 3, 4) if days_in(deadline, Quarter(2024, n, True))]


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("Hàng tháng", [1, 2, 3, 4]),
        ("06 tháng, năm", [2, 4]),
        ("06 tháng, 9 tháng, năm", [2, 3, 4]),
        ("Hai tuần một lần", [1, 2, 3, 4]),
        ("Tháng 6, tháng 12", [2, 4]),
        ("Trước ngày 01/10/2024", [3]),
        ("Thường xuyên", []),
        ("Đột xuất", []),
        ("Khi có phản ánh", []),
    ],
)
def test_an_item_falls_where_its_words_say(words: str, where: list[int]) -> None:
    assert falls(words) == where


def test_the_days_of_what_comes_again_are_named() -> None:
    deadline = grammar.parse("Ngày 15 hàng tháng", 2024)
    assert days_in(deadline, Quarter(2024, 3, True)) == (date(2024, 7, 15), date(2024, 8, 15), date(2024, 9, 15))


@given(st.sampled_from(WORDS))
def test_every_day_of_the_year_falls_in_one_quarter(words: str) -> None:
    deadline = grammar.parse(words, 2024)
    within = [day for n in (1, 2, 3, 4) for day in days_in(deadline, Quarter(2024, n, True))]
    parts = {p.latest for p in deadline.parts if p.is_dated and p.latest}
    again = {one.due for one in deadline.instances(date(2024, 1, 1), date(2024, 12, 31))}
    assert sorted(within) == sorted(parts | again)


def test_a_plan_of_several_years_has_quarters_of_each() -> None:
    loaded = shipped_sites()["tuy-phuoc"]
    assert loaded.catalog is not None
    (bundle,) = bundles_of(Snapshot(loaded.catalog, date(2026, 11, 21)))
    two = bundle.plan.model_copy(update={"year_to": bundle.plan.year + 1})
    assert [q.key for q in quarters(two)] == ["1", "2", "3", "4", "2025-1", "2025-2", "2025-3", "2025-4"]


def test_what_one_office_does_in_a_quarter_has_its_answer() -> None:
    loaded = shipped_sites()["tuy-phuoc"]
    assert loaded.catalog is not None
    (bundle,) = bundles_of(Snapshot(loaded.catalog, date(2026, 11, 21)))
    third = due_in(bundle.standings, Quarter(2024, 3, True))
    own = [s.item.deadline.verbatim for s in third if "Phòng Tư pháp" in s.item.lead]
    assert own == ["Quý III/2024", "Hàng tháng"]

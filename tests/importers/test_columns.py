"""Headings are matched with columns whatever they are called: marks, numbers, units, more words; each column once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.importers.columns import Column, likeness, match
from site_gen.importers.targets.entries import DOCUMENTS, UNITS
from site_gen.importers.targets.plan_columns import COLUMNS
from site_gen.importers.targets.procedures import LISTING as PROCEDURES

LISTS = {
    "plan": COLUMNS,
    "procedures": PROCEDURES.columns,
    "documents": DOCUMENTS.listing.columns,
    "units": UNITS.listing.columns,
}


@pytest.mark.parametrize("name", LISTS)
def test_every_name_of_a_column_leads_to_it(name: str) -> None:
    for column in LISTS[name]:
        for said in column.names:
            (found,) = match([said], LISTS[name]).values()
            assert said in found.column.names


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("5 - Bộ phận chủ trì", "lead"),
        ("(7) THỜI GIAN THỰC HIỆN", "deadline"),
        ("Kinh phí triển khai (triệu đồng)", "budget"),
        ("Nhiệm vụ cụ thể năm 2026", "task"),
        ("CƠ QUAN, ĐƠN VỊ PHỐI HỢP THỰC HIỆN", "coordinating"),
        ("San pham dau ra", "outputs"),
    ],
)
def test_headings_as_plans_print_them(heading: str, key: str) -> None:
    (found,) = match([heading], COLUMNS).values()
    assert found.column.key == key


def test_two_columns_of_work_are_a_task_and_its_parts() -> None:
    found = match(["Nội dung khắc phục/duy trì thực hiện", "Nhiệm vụ, giải pháp thực hiện"], COLUMNS)
    assert [one.column.key for one in found.values()] == ["task", "part"]


def test_a_heading_that_is_like_nothing_is_left_alone() -> None:
    assert match(["Mã QR", "", "xyz"], COLUMNS) == {}


def test_what_somebody_decided_counts_and_nothing_else_takes_the_column() -> None:
    given = {"viec": "task", "nhiem vu": ""}
    found = match(["Việc", "Nhiệm vụ"], COLUMNS, given)
    assert {number: one.column.key for number, one in found.items()} == {0: "task"}


@given(st.lists(st.text("abc đăâêôơư0123456789()-/ ", max_size=20), max_size=8))
def test_no_column_is_given_twice(headings: list[str]) -> None:
    found = [one.column.key for one in match(headings, COLUMNS).values()]
    assert len(found) == len(set(found))


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_is_a_share(heading: str, name: str) -> None:
    assert 0 <= likeness(heading, [name]) <= 1
    assert Column("x", (name,)).names == (name,)

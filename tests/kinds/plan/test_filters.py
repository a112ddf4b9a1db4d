"""Lists of a plan's items by state keep their addresses, by which they are linked and cited."""

from __future__ import annotations

from site_gen.kinds.plan.choices import FAMILIES, TaskState
from site_gen.kinds.plan.filters import slug


def test_every_state_keeps_its_address() -> None:
    assert [slug(state) for state in TaskState] == [
        "hoan-thanh",
        "hoan-thanh-sau-han",
        "qua-han",
        "sap-den-han",
        "dang-thuc-hien",
        "chua-den-han",
        "chua-co-bao-cao",
        "thuong-xuyen",
        "khong-an-dinh-ngay",
        "khong-thuc-hien",
    ]


def test_every_state_belongs_to_one_family() -> None:
    assert sorted(state for states in FAMILIES.values() for state in states) == sorted(TaskState)

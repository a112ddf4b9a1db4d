"""What a plan says will follow from poor results, held against what the site publishes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from site_folders import BASE_SITE, lay_out, read_site

from site_gen.joined.consequence_panels import consequence_panels, consequence_table
from site_gen.joined.consequences import Fact, Fall, facts
from site_gen.rules.snapshot import Snapshot

PLAN = """---
title: Kế hoạch khắc phục
kind: remediation
year: 2023
issuer: ubnd-xa
scorecard: diem
areas: [{code: I, name: Thủ tục}]
consequences:
  - text: Không đề xuất khen thưởng
    wording: Không đề xuất khen thưởng nơi để nhiều hồ sơ trễ hạn.
    place: Tổ chức thực hiện, mục 2
    conditions:
      - {ground: hồ sơ trễ hạn, threshold: 10}
      - {ground: xếp loại chỉ số, grade: trung bình}
      - {ground: điểm chỉ số thành phần, threshold: 80}
---
"""
CARD = """title: Chỉ số
year_assessed: 2022
unit: ubnd-xa
published_on: 22/01/2023
total_declared: "60"
grade: trung bình
components:
  - {name: Khảo sát, score: "6,71", max: "10"}
  - {name: Hài lòng, score: "24", max: "30"}
  - {name: Cải cách, score: "29,29"}
"""
DOSSIERS = """period: tháng 12/2022
rows:
  - {unit: Văn phòng UBND xã, received_direct: 20, done_on_time: 17, done_late: 3}
  - {unit: Tư pháp - Hộ tịch, received_direct: 20, done_on_time: 19, done_late: 1}
"""
FILES = {"plans/khac-phuc/plan.md": PLAN, "scorecards/diem.yml": CARD, "dossiers/2022-12.yml": DOSSIERS}


def snapshot_of(tmp_path: Path, files: dict[str, str]) -> Snapshot:
    root = lay_out(tmp_path / "site", [BASE_SITE])
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    day = date(2023, 4, 15)
    return Snapshot(read_site(root).catalog.on(day), day)


@pytest.fixture
def snapshot(tmp_path: Path) -> Snapshot:
    return snapshot_of(tmp_path, FILES)


def falls(found: tuple[Fact, ...], ground: str) -> dict[str, Fall]:
    return {fact.subject: fact.fall for fact in found if fact.condition.ground.value == ground}


def test_a_component_below_its_threshold_falls_under_it(snapshot: Snapshot) -> None:
    found = falls(facts(snapshot), "component")
    assert (found["Khảo sát"], found["Hài lòng"]) == (Fall.YES, Fall.NO)


def test_a_component_without_a_maximum_cannot_be_told(snapshot: Snapshot) -> None:
    assert falls(facts(snapshot), "component")["Cải cách"] is Fall.UNKNOWN


def test_a_grade_is_compared_with_the_one_that_the_document_names(snapshot: Snapshot) -> None:
    assert list(falls(facts(snapshot), "grade").values()) == [Fall.YES]


def test_units_with_many_late_dossiers_fall_under_it(snapshot: Snapshot) -> None:
    assert sorted(falls(facts(snapshot), "late_dossiers").values()) == sorted([Fall.YES, Fall.NO])


def test_where_the_document_does_not_say_how_many_are_many_nothing_is_concluded(tmp_path: Path) -> None:
    plan = PLAN.replace(", threshold: 10", "")
    found = facts(snapshot_of(tmp_path, {**FILES, "plans/khac-phuc/plan.md": plan}))
    assert set(falls(found, "late_dossiers").values()) == {Fall.UNKNOWN}


def test_where_no_figure_is_published_it_says_that_it_cannot_be_told(tmp_path: Path) -> None:
    found = facts(snapshot_of(tmp_path, {"plans/khac-phuc/plan.md": PLAN.replace("scorecard: diem\n", "")}))
    assert [(fact.subject, fact.fall) for fact in found] == [("", Fall.UNKNOWN)] * 3


def test_the_scorecard_tells_all_and_a_unit_only_what_it_falls_under(snapshot: Snapshot) -> None:
    panels = {panel.subject: panel for panel in consequence_panels(snapshot, facts(snapshot))}
    assert ("scorecard", "diem") in panels
    assert len([subject for subject in panels if subject[0] == "unit"]) == 2


def test_open_data_has_a_row_for_each_fact(snapshot: Snapshot) -> None:
    found = facts(snapshot)
    assert len(consequence_table(snapshot, found).rows) == len(found) == 6

"""The doctor names what a site still needs, in the order in which it is done, drafts included."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from site_gen.authoring.new_site import authority, new_site
from site_gen.pipeline.doctor import Step, steps
from site_gen.pipeline.gather import gather
from site_gen.pipeline.request import Request

DAY = date(2026, 11, 21)
TASKS = """draft: có
tasks:
  - id: nv.1
    area: I
    # cần xem: bảng 1, hàng 3: thiếu dòng 2
    text: Lập kế hoạch
    lead: {lead}
    deadline: Quý I/2027
"""
PLAN = """---
draft: có
title: Kế hoạch mẫu
kind: par_year
year: {year}
issuer: ubnd-xa-mau
areas:
  - code: I
    name: Cải cách thể chế
---
Nội dung.
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path, text in new_site(authority("UBND xã Mẫu"), "tỉnh Mẫu", 2026, DAY).items():
        target = tmp_path / "content" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return tmp_path


def _draft(site: Path, *, lead: str = "van-phong-hdnd-ubnd", year: str = "2027") -> None:
    folder = site / "content/plans/mau-2027"
    folder.mkdir(parents=True)
    (folder / "plan.md").write_text(PLAN.format(year=year), encoding="utf-8")
    (folder / "tasks.yml").write_text(TASKS.format(lead=lead), encoding="utf-8")


def _steps(site: Path) -> dict[str, Step]:
    found = steps(gather(Request(site / "content", site / "output", DAY)))
    return {step.title.id: step for step in found}


def test_a_new_site_has_only_its_duties_to_do(site: Path) -> None:
    assert list(_steps(site)) == ["Duties that are still open"]


def test_doubts_of_an_import_stand_with_their_line(site: Path) -> None:
    _draft(site)
    (need,) = _steps(site)["Look at what was doubtful when it was imported"].needs
    assert need.place.endswith("plans/mau-2027/tasks.yml:5")
    assert str(need.what) == "bảng 1, hàng 3: thiếu dòng 2"


def test_a_unit_that_a_draft_names_is_missing_before_it_is_published(site: Path) -> None:
    _draft(site, lead="Phòng Lạ")
    (need,) = _steps(site)["Begin the units that are named and are not there"].needs
    assert "Phòng Lạ" in str(need.what)


def test_several_units_in_one_cell_are_parted(site: Path) -> None:
    _draft(site, lead="Văn phòng HĐND và UBND xã, Phòng Văn hóa - Xã hội")
    assert "Begin the units that are named and are not there" not in _steps(site)


def test_blanks_are_counted_by_file(site: Path) -> None:
    _draft(site, year="(điền)")
    (need,) = _steps(site)["Fill in the blanks"].needs
    assert need.place.endswith("plans/mau-2027/plan.md:5")


def test_a_draft_without_anything_missing_is_ready(site: Path) -> None:
    _draft(site)
    tasks = site / "content/plans/mau-2027/tasks.yml"
    lines = tasks.read_text(encoding="utf-8").splitlines(keepends=True)
    tasks.write_text("".join(line for line in lines if "cần xem" not in line), encoding="utf-8")
    ready = {need.place.rpartition("/")[2] for need in _steps(site)["Publish the drafts that are ready"].needs}
    assert ready == {"plan.md", "tasks.yml"}


def test_what_is_wrong_comes_first(site: Path) -> None:
    _draft(site)
    (site / "content/pages/gioi-thieu.md").write_text("---\ntieu_de: X\n---\n", encoding="utf-8")
    assert next(iter(_steps(site))) == "Mend what cannot be read or is wrong"

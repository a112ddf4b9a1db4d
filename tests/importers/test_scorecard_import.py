"""Sentences with scores become a tree of criteria; what lacks or does not add up is a doubt."""

from __future__ import annotations

from datetime import date

import pytest
from import_proof import plain

from site_gen.importers.importing import Asked, Imported
from site_gen.importers.table import Book, Paragraph, Place
from site_gen.importers.targets import scorecard
from site_gen.importers.targets.persons import Persons


def _read(text: str) -> Imported:
    lines = [Paragraph(line, Place("", number)) for number, line in enumerate(text.strip().split("\n"), 1)]
    return scorecard.read(Book("a.txt", "text", tuple(lines)), Asked(date(2026, 11, 30), publisher="ubnd-xa"))


def _criteria(text: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = plain(_read(text).drafts[0].data)["criteria"]
    return found


def test_numbers_make_the_tree() -> None:
    (first,) = _criteria(
        "Nhiệm vụ 1: Chỉ đạo: đạt 3/4 điểm\n1.1. Kế hoạch: đạt 2/2 điểm\n1.2. Báo cáo: đạt 1/2 điểm, do nộp muộn."
    )
    assert [child["no"] for child in first["children"]] == ["1.1", "1.2"]  # type: ignore[union-attr,attr-defined]  # a list of groups
    assert first["children"][1] == {  # type: ignore[index]  # a list of groups
        "no": "1.2", "label": "Báo cáo", "declared": "1", "max": "2", "deductions": [{"reason": "Nộp muộn."}],
    }  # fmt: skip  # a criterion


def test_a_criterion_below_without_a_number_goes_where_there_is_room() -> None:
    text = "1. A: đạt 1/3 điểm\n1.1. B: đạt 0,5/1 điểm\n- C: đạt 0,5/1 điểm\n- D: đạt 0/1,5 điểm, do thiếu hồ sơ."
    (first,) = _criteria(text)
    assert [child["label"] for child in first["children"]] == ["B", "D"]  # type: ignore[union-attr,attr-defined]  # a list of groups


def test_remedies_belong_to_the_criterion_above() -> None:
    text = "1. A: đạt 0/1 điểm, trừ 1 điểm do thiếu.\nBiện pháp khắc phục:\n+ Làm một.\n+ Làm hai."
    assert _criteria(text)[0]["remedy"] == ["Làm một.", "Làm hai."]
    assert _criteria(text)[0]["lost_declared"] == "1"


def test_what_the_council_appraised_stands_beside_what_was_scored() -> None:
    found = _criteria("1. A: đạt 1/1 điểm.\nTiêu chí này Hội đồng thẩm định chấm 0.5/1 điểm vì quá hạn.")[0]
    assert (found["self_score"], found["appraised_score"]) == ("1", "0.5")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1. A: đạt 0,5/ điểm", "IMP016"),
        ("1. A: đạt 1/4 điểm\n1.3. B: đạt 1/1 điểm\n4. C: đạt 0/3 điểm", "IMP014"),
        ("1. A: đạt 2/2 điểm\n1.1. B: đạt 1/1 điểm\n1.2. C: đạt 0/1 điểm", "IMP015"),
        ("1. A: đạt 0/1 điểm\nBiện pháp khắc phục: Giao đ/c Lan làm.", "IMP017"),
    ],
)
def test_each_doubt_stands_at_its_line(text: str, code: str) -> None:
    found = [doubt for doubt in _read(text).doubts if doubt.code == code]
    assert found
    assert found[0].at.row


def test_an_office_takes_the_place_of_a_name() -> None:
    persons = Persons()
    assert persons.replaced("Giao đ/c Lan, CC VHXH tham mưu.") == ("CC VHXH tham mưu.", ["CC VHXH"], [])
    assert persons.replaced("Giao đ/c Lan viết bài.") == ("CC VHXH viết bài.", ["CC VHXH"], ["Lan"])
    assert persons.replaced("Giao đ/c Hoa viết bài.") == ("người được giao viết bài.", [], ["Hoa"])
    assert persons.replaced("Các đ/c công chức chuyên môn.") == ("Các công chức chuyên môn.", [], [])


def test_a_text_without_scores_is_no_scorecard() -> None:
    imported = _read("Không có gì.")
    assert imported.rows == 0
    assert "IMP013" in [doubt.code for doubt in imported.doubts]

"""A form of scoring becomes a tree of criteria, however a province draws it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from import_proof import plain

from site_gen.importers.importing import Asked, Imported
from site_gen.importers.known import likely_target
from site_gen.importers.readers.opening import read_book
from site_gen.importers.table import Book, table_of
from site_gen.importers.targets import papers, scorecard

ASKED = Asked(
    date(2026, 11, 30),
    publisher="ubnd-xa",
    units=("Văn phòng HĐND và UBND",),
    knows_unit="Văn phòng HĐND và UBND".__eq__,
)
CONTENT = Path(__file__).parents[2] / "content"


def _read(rows: Sequence[Sequence[str]]) -> Imported:
    book = Book("a.xlsx", "xlsx", (table_of([[*row, *[""] * (len(rows[0]) - len(row))] for row in rows], "Trang 1"),))
    found = likely_target(book)
    assert found is not None
    assert found.name == scorecard.NAME
    return found.read(book, ASKED)


def _data(rows: Sequence[Sequence[str]]) -> dict[str, Any]:
    return plain(_read(rows).drafts[0].data)


def _flat(criteria: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for one in criteria:
        yield one
        yield from _flat(one.get("children", ()))


PROVINCE = [
    ["BẢNG TỰ ĐÁNH GIÁ, CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2024"],
    ["STT", "Lĩnh vực/Tiêu chí/Tiêu chí thành phần", "Điểm tối đa", "Điểm tự đánh giá", "Điểm thẩm định", "Tài liệu kiểm chứng", "Ghi chú"],
    ["1", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "3", "3", "2,5"],
    ["1.1", "Kế hoạch CCHC", "1,5", "1,5", "1,5"],
    ["1.1.1", "Ban hành kế hoạch", "0,5", "0,5", "0,5", "Kế hoạch số 05/KH-UBND ngày 10/01/2024 về CCHC năm 2024"],
    ["", "Ban hành trong tháng 01", "0,5"],
    ["", "Ban hành sau tháng 01", "0,25"],
    ["1.1.2", "Mức độ hoàn thành kế hoạch", "1", "1", "1"],
    ["1.2", "Báo cáo CCHC", "1,5", "1,5", "1", "- Báo cáo quý\n- Báo cáo năm", "Báo cáo quý III nộp muộn"],
    ["2", "CẢI CÁCH THỦ TỤC HÀNH CHÍNH", "2", "2", "2"],
    ["TỔNG ĐIỂM", "", "5", "5", "4,5"],
    ["", "Xếp loại: Tốt"],
]  # fmt: skip  # a table


def test_each_row_is_a_criterion_below_the_one_whose_number_it_continues() -> None:
    first, second = _data(PROVINCE)["criteria"]
    assert [one["no"] for one in _flat([first])] == ["1", "1.1", "1.1.1", "1.1.2", "1.2"]
    assert second["label"] == "Cải cách thủ tục hành chính"


def test_what_was_appraised_counts_and_the_own_score_stands_beside_it() -> None:
    first, second = _data(PROVINCE)["criteria"]
    assert (first["declared"], first["max"], first["self_score"]) == ("2,5", "3", "3")
    assert "self_score" not in second


def test_the_lines_of_the_scale_are_what_is_asked_for() -> None:
    (found,) = [one for one in _flat(_data(PROVINCE)["criteria"]) if one["no"] == "1.1.1"]
    assert found["requirement"] == "Ban hành trong tháng 01: 0,5; Ban hành sau tháng 01: 0,25"
    assert "children" not in found


def test_papers_are_named_with_number_and_date_where_the_cell_gives_them() -> None:
    found = {one["no"]: one for one in _flat(_data(PROVINCE)["criteria"])}
    assert found["1.1.1"]["evidence"] == [
        {"title": "Kế hoạch về CCHC năm 2024", "number": "05/KH-UBND", "date": "10/01/2024"}
    ]
    assert found["1.2"]["evidence"] == ["Báo cáo quý", "Báo cáo năm"]
    assert found["1.2"]["note"] == "Báo cáo quý III nộp muộn"


@pytest.mark.parametrize(
    ("said", "paper"),
    [
        ("KH số 03/KH-UBND ngày 08/01/2025", {"title": "KH", "number": "03/KH-UBND", "date": "08/01/2025"}),
        ("QĐ 12/2024/QĐ-UBND về quy chế", {"title": "QĐ về quy chế", "number": "12/2024/QĐ-UBND"}),
        ("Báo cáo số: 40/BC-UBND, 28/11/2025", {"title": "Báo cáo", "number": "40/BC-UBND", "date": "28/11/2025"}),
        ("03/KH-UBND", {"title": "03/KH-UBND", "number": "03/KH-UBND"}),
        ("Ảnh chụp màn hình 20/11/2025", "Ảnh chụp màn hình 20/11/2025"),
        ("Đạt 4/5 mức, 500m2/ha", "Đạt 4/5 mức, 500m2/ha"),
    ],
)
def test_a_paper_is_read_from_its_number(said: str, paper: object) -> None:
    assert papers.paper(said) == paper


def test_a_line_of_the_scale_says_its_points_once() -> None:
    rows = [
        ["STT", "Tiêu chí", "Điểm tối đa", "Điểm đạt"], ["1", "Mức độ", "2", "2"], ["", "- Hoàn thành 100%", "2"],
        ["", "- Từ 80% đến dưới 100%", "1"], ["", "Dưới 80%: 0 điểm", "0"], ["2", "Việc khác", "1", "1"],
    ]  # fmt: skip  # a table
    found = _data(rows)["criteria"][0]["requirement"]
    assert found == "Hoàn thành 100%: 2; Từ 80% đến dưới 100%: 1; Dưới 80%: 0 điểm"


def test_the_row_of_sums_is_the_total_and_no_criterion() -> None:
    data = _data(PROVINCE)
    assert (data["total_declared"], data["self_total"], data["total_max"], data["grade"]) == ("4,5", "5", "5", "tốt")
    assert (data["year_assessed"], len(data["criteria"])) == ("2024", 2)


def test_sums_that_do_not_come_out_are_doubts() -> None:
    rows = [list(row) for row in PROVINCE]
    rows[3][4] = "1"
    assert [doubt.words for doubt in _read(rows).doubts if doubt.code == "IMP015"] == [
        "Công tác chỉ đạo, điều hành",
        "Kế hoạch CCHC",
    ]


REASONS = [
    ["TT", "Nội dung tiêu chí", "Thang điểm", "Điểm đạt được", "Điểm trừ", "Nguyên nhân mất điểm", "Giải pháp khắc phục", "Bộ phận chịu trách nhiệm", "Thời hạn"],
    ["I", "Chỉ đạo điều hành", "2", "", ""],
    ["1", "Kế hoạch", "1", "1", "0", "", "", ""],
    ["2", "Báo cáo", "1", "0,5", "0,5", "Nộp muộn", "+ Giao đ/c Lan, CC VHXH nhắc trước hạn.", "Văn phòng HĐND và UBND", "Trước ngày 20/11/2025"],
    ["II", "Thủ tục hành chính", "2", "", ""],
    ["1", "Niêm yết", "1", "1", "0", "", "", "Nguyễn Văn An"],
    ["1.1", "Niêm yết tại trụ sở", "1", "1", ""],
    ["2", "Đúng hạn", "1", "0/1 điểm", "1", "Có hồ sơ trễ hạn", "", "Bộ phận Một cửa"],
]  # fmt: skip  # a table


def test_reasons_remedies_and_who_is_in_charge_go_where_they_belong() -> None:
    found = {one.get("id") or one["no"]: one for one in _flat(_data(REASONS)["criteria"])}
    assert found["I.2"] == {
        "id": "I.2", "no": "2", "label": "Báo cáo", "declared": "0,5", "max": "1", "lost_declared": "0,5",
        "deductions": [{"points": "0,5", "reason": "Nộp muộn"}], "remedy": ["CC VHXH nhắc trước hạn"],
        "assignee_roles": ["CC VHXH"], "unit": "Văn phòng HĐND và UBND", "deadline": "Trước ngày 20/11/2025",
    }  # fmt: skip  # a criterion
    assert (found["II.2"]["declared"], found["II.2"]["assignee_roles"]) == ("0", ["Bộ phận Một cửa"])


def test_a_number_that_begins_again_in_each_section_gets_an_id_of_its_own() -> None:
    found = [one.get("id") or one["no"] for one in _flat(_data(REASONS)["criteria"])]
    assert found == ["I", "I.1", "I.2", "II", "II.1", "II.1.1", "II.2"]


def test_a_score_that_the_form_leaves_blank_comes_from_its_parts_and_is_a_doubt() -> None:
    imported = _read(REASONS)
    assert [(one["no"], one["declared"]) for one in plain(imported.drafts[0].data)["criteria"]] == [
        ("I", "1,5"),
        ("II", "1"),
    ]
    assert [doubt.words for doubt in imported.doubts if doubt.code == "IMP016"] == [
        "Chỉ đạo điều hành",
        "Thủ tục hành chính",
    ]


def test_a_person_is_never_written_into_the_draft() -> None:
    imported = _read(REASONS)
    assert "An" not in imported.drafts[0].text().replace("Ban", "").split()
    assert "Nguyễn Văn An" in [doubt.words for doubt in imported.doubts if doubt.code == "IMP017"]


def test_an_office_beside_a_name_is_given_the_criterion_once_and_no_cell_keeps_the_name() -> None:
    rows = [
        ["STT", "Tiêu chí", "Điểm tối đa", "Điểm đạt", "Lý do trừ điểm", "Ghi chú", "Giao cho"],
        ["1", "Kế hoạch", "1", "1"], ["2", "Báo cáo", "1", "0", "Đ/c Lan nộp muộn", "Hỏi đ/c Lan", "đ/c Lan, CC VHXH"],
        ["3", "Họp", "1", "1"],
    ]  # fmt: skip  # a table
    imported = _read(rows)
    assert plain(imported.drafts[0].data)["criteria"][1]["assignee_roles"] == ["CC VHXH"]
    assert "Lan" not in imported.drafts[0].text()
    assert {doubt.at.column for doubt in imported.doubts if doubt.code == "IMP017"} == {5, 6}


def test_what_stands_beside_a_line_of_the_scale_is_kept() -> None:
    rows = [
        ["STT", "Tiêu chí", "Điểm tối đa", "Điểm đạt", "Tài liệu kiểm chứng", "Ghi chú"],
        ["1", "Kế hoạch", "1", "", "Kế hoạch", "Một"], ["", "Đúng hạn", "1", "1", "Công văn 5/UBND", "Hai"],
        ["", "Trễ hạn", "0"], ["2", "Họp", "1", "1"],
    ]  # fmt: skip  # a table
    found = _data(rows)["criteria"][0]
    assert found["evidence"] == ["Kế hoạch", {"title": "Công văn", "number": "5/UBND"}]
    assert (found["note"], found["declared"]) == ("Một; Hai", "1")
    assert found["requirement"] == "Đúng hạn: 1; Trễ hạn: 0"


def test_numbers_in_front_of_names_will_do() -> None:
    rows = [
        ["Tiêu chí", "Điểm chuẩn", "Tự chấm"], ["1. Chỉ đạo", "2", "2"], ["1.1. Kế hoạch", "1", "1"],
        ["a) Đúng hạn", "0,5", "0,5"], ["b) Đủ nội dung", "0,5", "0,5"], ["1.2 Báo cáo", "1", "1"],
    ]  # fmt: skip  # a table
    (first,) = _data(rows)["criteria"]
    assert [(one["no"], one["label"]) for one in first["children"]] == [("1.1", "Kế hoạch"), ("1.2", "Báo cáo")]
    assert [one["label"] for one in first["children"][0]["children"]] == ["a) Đúng hạn", "b) Đủ nội dung"]


def test_letters_hold_roman_numbers() -> None:
    rows = [
        ["STT", "Tiêu chí", "Điểm tối đa", "Điểm đạt"], ["A", "Tự chấm", "2", "2"], ["I", "Chỉ đạo", "2", "2"], ["1", "Kế hoạch", "2", "2"],
        ["B", "Khảo sát", "2", "1"], ["1", "Hài lòng", "1", "1"], ["C", "Thưởng", "1", "0"], ["1", "Sáng kiến", "1", "0"],
    ]  # fmt: skip  # a table
    data = _data(rows)["criteria"]
    assert [one["no"] for one in data] == ["A", "B", "C"]
    assert [one["id"] for one in _flat(data)] == ["A", "A.I", "A.I.1", "B", "B.1", "C", "C.1"]


def test_excel_may_have_made_numbers_of_the_numbers(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["STT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm"])
    book.active.append([1, "Chỉ đạo", 11, 10.5])
    for part in range(1, 12):
        book.active.append([float(f"1.{part}"), f"Việc {part}", 1, 0.5 if part == 3 else 1])
    book.save(tmp_path / "a.xlsx")
    found = likely_target(read_book(tmp_path / "a.xlsx"))
    assert found is not None
    imported = found.read(read_book(tmp_path / "a.xlsx"), ASKED)
    (first,) = plain(imported.drafts[0].data)["criteria"]
    assert [one["no"] for one in first["children"]] == [f"1.{part}" for part in range(1, 12)]
    assert [one["declared"] for one in first["children"]][2] == "0,5"
    assert [doubt.code for doubt in imported.doubts if doubt.code != "IMP012"] == ["IMP014"]


def test_a_form_cut_by_pages_is_one() -> None:
    rows = [*PROVINCE[1:6], PROVINCE[1], *PROVINCE[6:]]
    assert _data(rows)["criteria"] == _data(PROVINCE[1:])["criteria"]


def test_a_column_can_be_named_by_hand() -> None:
    rows = [
        ["STT", "Tiêu chí", "Điểm tối đa", "Lần 2"],
        ["1", "Chỉ đạo", "2", "1"],
        ["1.1", "Kế hoạch", "1", "1"],
        ["1.2", "Báo cáo", "1", "0"],
    ]
    book = Book("a.xlsx", "xlsx", (table_of(rows, "Trang 1"),))
    named = Asked(date(2026, 11, 30), publisher="x", mapping={"lan 2": "declared"})
    assert plain(scorecard.read(book, named).drafts[0].data)["criteria"][0]["declared"] == "1"


def test_words_in_the_place_of_a_score_are_kept_and_doubted() -> None:
    rows = [
        ["STT", "Tiêu chí", "Điểm tối đa", "Điểm đạt"],
        ["1", "A", "2", "chưa chấm"],
        ["2", "B", "1", "1"],
        ["3", "C", "1", "-"],
    ]
    imported = _read(rows)
    assert plain(imported.drafts[0].data)["criteria"][0]["verbatim"] == "chưa chấm"
    assert [doubt.words for doubt in imported.doubts if doubt.code == "IMP019"] == ["chưa chấm"]


HEADINGS = {
    "no": ("STT", "TT", "Số TT"),
    "label": ("Tiêu chí, tiêu chí thành phần", "Nội dung các tiêu chí", "Tên tiêu chí đánh giá", "Lĩnh vực / tiêu chí"),
    "max": ("Điểm tối đa", "Thang điểm tối đa", "Số điểm tối đa", "Điểm chuẩn theo quy định"),
    "declared": ("Điểm đạt được năm 2023", "Kết quả điểm đạt", "Điểm đạt"),
    "self_score": ("Điểm UBND xã tự chấm", "Điểm tự chấm của đơn vị", "Tự đánh giá"),
    "requirement": ("Yêu cầu của tiêu chí", "Cách tính điểm"),
}


def _rows(criteria: Sequence[dict[str, Any]], parent: str = "") -> Iterator[tuple[str, ...]]:
    """Each criterion with the one that it stands below."""
    for one in criteria:
        yield (parent, *(str(one.get(key, "")) for key in ("label", "max", "declared")))
        yield from _rows(one.get("children", ()), one["label"])


@pytest.mark.parametrize("seed", range(6))
def test_a_real_tree_comes_back_from_its_form(seed: int, tmp_path: Path) -> None:
    """The score tree of 2021, of which seven criteria have no number, under headings and in an order that nobody foresaw."""
    text = (CONTENT / "phu-thuong/scorecards/chi-so-2021.yml").read_text(encoding="utf-8")
    real = yaml.load(text, yaml.BaseLoader)["criteria"]
    scored = [row for row in _rows(real) if row[-1]]
    chance = random.Random(seed)
    keys = chance.sample(sorted(HEADINGS), len(HEADINGS))
    book = openpyxl.Workbook()
    for _ in range(chance.randrange(6)):
        book.active.append(["Phụ lục kèm theo"])
    book.active.append([chance.choice(HEADINGS[key]) for key in keys])
    for one in filter(lambda one: "declared" in one, _flat(real)):
        book.active.append([str(one.get(key, "")) for key in keys])
    book.save(tmp_path / "a.xlsx")
    imported = scorecard.read(read_book(tmp_path / "a.xlsx"), ASKED)
    assert list(_rows(plain(imported.drafts[0].data)["criteria"])) == scored

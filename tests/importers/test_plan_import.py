"""A plan's annex becomes tasks and parts; each doubt is found where it stands, and nothing else is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from import_proof import plain
from office_files import grid

from site_gen.importers.draft import Doubt
from site_gen.importers.importing import Asked, Imported
from site_gen.importers.table import Book, Paragraph, Table, table_of
from site_gen.importers.targets import plan

ASKED = Asked(date(2026, 11, 30), publisher="ubnd-xa")
HEAD = [
    "TT",
    "Nhiệm vụ",
    "Sản phẩm",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Thời gian hoàn thành",
    "Kinh phí (triệu đồng)",
]
WITH_PARTS = ["TT", "Mục tiêu", "Nhiệm vụ", "Hoạt động", "Bộ phận chủ trì", "Thời gian"]
TITLE = [Paragraph("KẾ HOẠCH"), Paragraph("Cải cách hành chính năm 2026")]


def _read(rows: Sequence[Sequence[str]] | Table, *lines: str) -> Imported:
    table = rows if isinstance(rows, Table) else table_of(rows, 1)
    return plan.read(Book("a.docx", "docx", (*TITLE, *map(Paragraph, lines), table)), ASKED)


def _tasks(imported: Imported) -> list[dict[str, object]]:
    tasks: list[dict[str, object]] = plain(imported.drafts[1].data)["tasks"]
    return tasks


def _doubts(imported: Imported) -> list[tuple[str, int, int]]:
    return [(doubt.code, doubt.at.row, doubt.at.column) for doubt in imported.doubts if doubt.at.row]


ROW = ["1", "Lập kế hoạch", "Kế hoạch; Báo cáo", "Phòng Tư pháp", "Các phòng", "Quý I/2026", "5"]


def test_a_row_is_a_task_with_all_it_says() -> None:
    imported = _read([HEAD, ["I", "CẢI CÁCH THỂ CHẾ", "", "", "", "", ""], ROW])
    assert _tasks(imported) == [
        {
            "id": "i.1", "no": "1", "area": "I", "text": "Lập kế hoạch", "outputs": ["Kế hoạch", "Báo cáo"],
            "lead": "Phòng Tư pháp", "coordinating": "Các phòng", "deadline": "Quý I/2026", "budget": "5",
        }
    ]  # fmt: skip  # a row
    assert plain(imported.drafts[0].data)["areas"] == [
        {"code": "I", "name": "Cải cách thể chế", "canonical": "institutions"}
    ]
    assert _doubts(imported) == []


def test_a_missing_row_is_a_doubt_at_the_next_one() -> None:
    assert _doubts(_read([HEAD, ROW, ["3", *ROW[1:]]])) == [("IMP003", 3, 0)]


def test_a_number_that_comes_twice_is_a_doubt() -> None:
    assert _doubts(_read([HEAD, ROW, ROW])) == [("IMP004", 3, 0)]


def test_numbers_begin_anew_in_every_area() -> None:
    areas = [["I", "THỂ CHẾ", *[""] * 5], ROW, ["II", "THỦ TỤC", *[""] * 5], ROW]
    imported = _read([HEAD, *areas])
    assert [task["id"] for task in _tasks(imported)] == ["i.1", "ii.1"]
    assert _doubts(imported) == []


def test_a_cell_one_column_to_the_left_is_put_back() -> None:
    rows = [
        WITH_PARTS,
        ["1", "1.1. Mục tiêu", "2.1. Việc", "3.1. Làm một", "A", "Quý I/2026"],
        ["2", "", "2.2. Việc hai", "3.2. Làm hai", "A", "Quý I/2026"],
        ["3", "", "2.3. Việc ba", "3.3. Làm ba", "A", "Quý I/2026"],
        ["4", "", "3.4. Làm bốn", "", "A", "Quý I/2026"],
    ]
    imported = _read(rows)
    assert [part["no"] for part in _tasks(imported)[-1]["parts"]] == ["3.3", "3.4"]  # type: ignore[index,union-attr]  # a list of groups
    assert _doubts(imported) == [("IMP005", 5, 3)]


def test_a_time_under_money_is_left_and_marked() -> None:
    row = [*ROW[:5], "", "Sau khi có hướng dẫn của tỉnh"]
    imported = _read([HEAD, row])
    assert _tasks(imported)[0]["budget_note"] == "Sau khi có hướng dẫn của tỉnh"
    assert ("IMP005", 2, 7) in _doubts(imported)


def test_a_blank_cell_below_a_merged_one_is_the_same_for_sure() -> None:
    rows = [HEAD, ROW, ["2", "Báo cáo", "Báo cáo", "", "Các phòng", "Quý II/2026", ""]]
    imported = _read(grid(rows, [(1, 3, 2, 1)]))
    assert _tasks(imported)[1]["inherited"] == ["lead"]
    assert _doubts(imported) == []


def test_a_blank_cell_of_a_text_is_likely_the_same() -> None:
    imported = _read([HEAD, ROW, ["2", "Báo cáo", "Báo cáo", "", "Các phòng", "Quý II/2026", ""]])
    assert _tasks(imported)[1]["inherited"] == ["lead"]
    assert _doubts(imported) == [("IMP007", 3, 0)]


def test_parts_stand_beside_who_does_them_and_when() -> None:
    rows = [
        ["STT", "Nội dung", "Nhiệm vụ, giải pháp thực hiện", "Cơ quan thực hiện", "Thời gian thực hiện"],
        [
            "1",
            "Kiểm tra",
            "- Lập kế hoạch.\n- Báo cáo.",
            "- Phòng Nội vụ\n- UBND các xã, thị trấn",
            "- Quý II/2026\n- Hàng quý",
        ],
    ]
    parts = _tasks(_read(rows))[0]["parts"]
    assert parts == [
        {"text": "Lập kế hoạch.", "lead": "Phòng Nội vụ", "deadline": "Quý II/2026"},
        {"text": "Báo cáo.", "lead": "UBND các xã, thị trấn", "deadline": "Hàng quý"},
    ]


def test_parts_that_do_not_match_are_given_to_the_task_and_marked() -> None:
    rows = [
        ["STT", "Nội dung", "Nhiệm vụ, giải pháp thực hiện", "Cơ quan thực hiện", "Thời gian thực hiện"],
        ["1", "Kiểm tra", "- Một.\n- Hai.", "- Phòng A\n- Phòng B\n- Phòng C", "Năm 2026"],
    ]
    imported = _read(rows)
    assert _tasks(imported)[0]["lead"] == ["Phòng A", "Phòng B", "Phòng C"]
    assert _doubts(imported) == [("IMP009", 2, 4)]


def test_who_takes_part_is_parted_from_who_leads() -> None:
    imported = _read([HEAD, [*ROW[:3], "Phòng Nội vụ chủ trì phối hợp với UBND các xã", "", "Năm 2026", ""]])
    task = _tasks(imported)[0]
    assert (task["lead"], task["coordinating"]) == ("Phòng Nội vụ", "UBND các xã")


def test_sums_are_compared_and_never_taken_for_rows() -> None:
    rows = [
        HEAD,
        ["I", "THỂ CHẾ", "", "", "", "", "7"],
        ROW,
        ["", "Tổng cộng", "", "", "", "", "8"],
        ["", "(Bằng chữ: Chín triệu đồng)", "", "", "", "", ""],
    ]
    imported = _read(rows)
    assert len(_tasks(imported)) == 1
    sums = [str(doubt.message) for doubt in imported.doubts if doubt.code == "IMP010"]
    assert len(sums) == 2


def test_a_doubtful_year_is_a_doubt() -> None:
    row = [*ROW[:5], "Tháng 01/2062", ""]
    assert _doubts(_read([HEAD, row])) == [("IMP008", 2, 6)]


def test_the_document_gives_number_day_basis_and_signature() -> None:
    lines = (
        "Số: 15/KH-UBND",
        "Xã Mẫu, ngày 05 tháng 01 năm 2026",
        "Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ về Chương trình tổng thể;",
        "I. MỤC TIÊU",
        "Làm tốt.",
        "Nơi nhận:",
        "- UBND tỉnh;",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
    )
    book = Book(
        "a.docx", "docx", (*map(Paragraph, lines[:2]), *TITLE, *map(Paragraph, lines[2:]), table_of([HEAD, ROW], 1))
    )
    imported = plan.read(book, ASKED)
    data = plain(imported.drafts[0].data)
    assert data["number"] == "15/KH-UBND"
    assert data["date"] == "05/01/2026"
    assert data["title"] == "Kế hoạch cải cách hành chính năm 2026"
    assert data["basis"][0]["number"] == "76/NQ-CP"
    assert data["recipients"] == ["UBND tỉnh"]
    assert (data["sign_prefix"], data["signer_role"]) == ("TM.", "Chủ tịch")
    assert imported.drafts[0].body == "## Mục tiêu\n\nLàm tốt."
    assert imported.drafts[0].path == "plans/cchc-2026/plan.md"


def test_a_blank_number_and_day_are_doubts() -> None:
    imported = plan.read(
        Book(
            "a",
            "docx",
            (Paragraph("Số: /KH-UBND"), Paragraph("Xã Mẫu, ngày tháng 01 năm 2026"), *TITLE, table_of([HEAD, ROW], 1)),
        ),
        ASKED,
    )
    assert [doubt.code for doubt in imported.doubts if doubt.code == "IMP011"] == ["IMP011", "IMP011"]
    assert plain(imported.drafts[0].data)["date"] == "tháng 01/2026"


def test_a_file_without_an_annex_says_so() -> None:
    imported = plan.read(Book("a", "docx", (*TITLE, table_of([["a", "b"], ["c", "d"]], 1))), ASKED)
    assert imported.rows == 0
    assert imported.doubts[-1].code == "IMP013"


def test_each_doubt_stands_as_a_comment_above_its_line() -> None:
    text = _read([HEAD, ROW, ["3", *ROW[1:]]]).drafts[1].text().split("\n")
    (place,) = [number for number, line in enumerate(text) if "cần xem" in line and "thiếu dòng" in line]
    assert text[place + 1].strip().startswith("text:")


def test_lines_that_lost_their_columns_are_dealt_out_again() -> None:
    lines = [
        "TT Nhiệm vụ cụ thể ( Sản phẩm)/ kết quả",
        "Cơ quan",
        "thực hiện",
        "Thời gian thực hiện",
        "1",
        "Tăng cường theo dõi tình hình thi hành",
        "pháp luật trên địa bàn xã",
        "- Báo cáo kết quả",
        "thực hiện",
        "Công chức",
        "tư pháp",
        "Tháng 11/2026",
        "2",
        "Xây dựng và ban hành kế hoạch đầu tư",
        "công năm 2026",
        "Kế hoạch triển khai",
        "Văn phòng",
        "Quý I/2026",
    ]
    imported = plan.read(Book("a.txt", "text", (*TITLE, *map(Paragraph, lines))), ASKED)
    found = [(task["text"], task["outputs"], task["lead"], task["deadline"]) for task in _tasks(imported)]
    assert found == [
        ("Tăng cường theo dõi tình hình thi hành pháp luật trên địa bàn xã", ["Báo cáo kết quả thực hiện"], "Công chức tư pháp", "Tháng 11/2026"),
        ("Xây dựng và ban hành kế hoạch đầu tư công năm 2026", ["Kế hoạch triển khai"], "Văn phòng", "Quý I/2026"),
    ]  # fmt: skip  # a row to each task


def test_a_doubt_knows_its_words() -> None:
    doubts = [doubt for doubt in _read([HEAD, ROW, ["3", *ROW[1:]]]).doubts if isinstance(doubt, Doubt)]
    assert doubts[0].words == "3"

"""Lists become entries: procedures, counts of dossiers, documents, units, budget tables, whatever order their columns have."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from import_proof import plain
from office_files import grid, write_xlsx

from site_gen.importers.importing import Asked, Imported
from site_gen.importers.known import TARGETS, likely_target
from site_gen.importers.readers.opening import read_book
from site_gen.importers.table import Book, Table, table_of

ASKED = Asked(date(2026, 11, 30), publisher="ubnd-xa")


def _read(table: Table | Sequence[Sequence[str]], target: str = "") -> Imported:
    book = Book("a.xlsx", "xlsx", (table if isinstance(table, Table) else table_of(table, "Trang 1"),))
    found = likely_target(book)
    assert found is not None
    assert target in ("", found.name)
    return found.read(book, ASKED)


LIST = [
    ["DANH MỤC THỦ TỤC HÀNH CHÍNH", "", "", ""],
    ["(Kèm theo Quyết định số 12/QĐ-UBND ngày 05/8/2026 của Chủ tịch UBND tỉnh Mẫu)", "", "", ""],
    ["STT", "Tên thủ tục hành chính", "Mã TTHC", "Thời hạn giải quyết"],
    ["I", "Lĩnh vực Hộ tịch", "", ""],
    ["1", "Đăng ký khai sinh", "1.001193", "Trong ngày"],
    ["2", "Đăng ký kết hôn", "1.000894", "Trong ngày"],
    ["II", "Lĩnh vực Chứng thực", "", ""],
    ["3", "Chứng thực bản sao", "2.000815", ""],
]


def test_a_list_of_procedures_with_headings_somewhere_below() -> None:
    (draft,) = _read(LIST, "procedure_list").drafts
    data = plain(draft.data)
    assert draft.path == "procedure-lists/cap-xa.yml"
    assert data["announcements"][0]["number"] == "12/QĐ-UBND"
    assert [(row["code"], row["procedure_field"]) for row in data["rows"]] == [
        ("1.001193", "Hộ tịch"),
        ("1.000894", "Hộ tịch"),
        ("2.000815", "Chứng thực"),
    ]


@pytest.mark.parametrize("seed", range(5))
def test_columns_may_stand_in_any_order(seed: int) -> None:
    order = random.Random(seed).sample(range(4), 4)
    rows = [[row[column] for column in order] for row in LIST[2:] if row[2] or row[0] == "STT"]
    assert [row["code"] for row in plain(_read(rows).drafts[0].data)["rows"]] == ["1.001193", "1.000894", "2.000815"]


def test_codes_that_excel_made_numbers_of_are_restored(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["STT", "Tên thủ tục hành chính", "Mã TTHC"], [1, "Khai sinh", 1.001193], [2, "Kết hôn", 2.00093]):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    found = likely_target(read_book(tmp_path / "a.xlsx"))
    assert found is not None
    imported = found.read(read_book(tmp_path / "a.xlsx"), ASKED)
    assert [row["code"] for row in plain(imported.drafts[0].data)["rows"]] == ["1.001193", "2.000930"]
    assert [doubt.code for doubt in imported.doubts] == ["IMP019", "IMP019"]


def test_what_is_abolished_is_told_by_its_heading() -> None:
    rows = [
        *LIST[2:],
        ["", "", "", ""],
        ["B. DANH MỤC THỦ TỤC BỊ BÃI BỎ", "", "", ""],
        LIST[2],
        ["1", "Thủ tục cũ", "2.000111", ""],
    ]
    data = plain(_read(rows).drafts[0].data)
    assert data["rows"][-1]["state"] == "abolished"
    assert "state" not in data["rows"][0]


def test_a_code_that_comes_twice_and_a_row_without_one_are_doubts() -> None:
    rows = [LIST[2], ["1", "Một", "1.001193", ""], ["2", "Hai", "1.001193", ""], ["3", "Ba", "", "3 ngày"]]
    assert [doubt.code for doubt in _read(rows).doubts] == ["IMP021", "IMP020"]


def test_counts_of_dossiers_below_headings_of_two_rows() -> None:
    table = grid(
        [
            ["BÁO CÁO HỒ SƠ THÁNG 10 NĂM 2026", "", "", "", "", "", "", ""],
            ["STT", "Lĩnh vực", "Tiếp nhận", "", "Đã giải quyết", "", "Đang giải quyết", ""],
            ["", "", "Trực tuyến", "Trực tiếp", "Đúng hạn", "Quá hạn", "Trong hạn", "Quá hạn"],
            ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"],
            ["1", "Hộ tịch", "49", "6", "50", "1", "3", "1"],
            ["", "Tổng cộng", "49", "6", "50", "1", "3", "1"],
        ],
        [(0, 0, 1, 8), (1, 0, 2, 1), (1, 1, 2, 1), (1, 2, 1, 2), (1, 4, 1, 2), (1, 6, 1, 2)],
    )
    (draft,) = _read(table, "dossier_statistics").drafts
    data = plain(draft.data)
    counts = {
        "received_online": "49", "received_direct": "6", "done_on_time": "50", "done_late": "1", "pending_in_time": "3", "pending_late": "1",
    }  # fmt: skip  # a row
    assert draft.path == "dossiers/2026-10.yml"
    assert data["period"] == "tháng 10/2026"
    assert data["rows"] == [{"unit": "ubnd-xa", "field": "Hộ tịch", **counts}]
    assert {key: data["total_declared"][key] for key in counts} == counts


def test_documents_are_a_file_each() -> None:
    rows = [
        ["STT", "Số, ký hiệu", "Ngày ban hành", "Trích yếu", "Cơ quan ban hành"],
        ["1", "12/QĐ-UBND", "05/3/2026", "Ban hành quy chế", "UBND xã"],
        ["2", "13/KH-UBND", "ngày 6 tháng 3 năm 2026", "Kiểm tra", "UBND xã"],
    ]
    drafts = _read(rows, "document").drafts
    assert [draft.path for draft in drafts] == ["documents/12-qd-ubnd-2026.yml", "documents/13-kh-ubnd-2026.yml"]
    assert [plain(draft.data)["type"] for draft in drafts] == ["quyết định", "kế hoạch"]
    assert [plain(draft.data)["date"] for draft in drafts] == ["05/03/2026", "06/03/2026"]


def test_units_are_a_file_each() -> None:
    rows = [
        ["STT", "Tên đơn vị", "Số điện thoại", "Email"],
        ["1", "Văn phòng HĐND và UBND", "0209 3881 234", "vp@example.gov.vn"],
        ["2", "Trường Tiểu học Mẫu", "", "th@example.gov.vn"],
    ]
    drafts = _read(rows, "unit").drafts
    assert [draft.path for draft in drafts] == ["units/van-phong-hdnd-va-ubnd.yml", "units/truong-tieu-hoc-mau.yml"]
    assert [plain(draft.data)["type"] for draft in drafts] == ["department", "public_service_unit"]


def test_a_budget_table_keeps_its_columns_and_the_depth_of_its_rows() -> None:
    rows = [
        ["Biểu số 113/CK TC-NSNN", "", "", "", ""],
        ["CÂN ĐỐI DỰ TOÁN NGÂN SÁCH XÃ NĂM 2026", "", "", "", ""],
        ["Đơn vị: triệu đồng", "", "", "", ""],
        ["STT", "Nội dung", "Dự toán năm", "Thực hiện", "So sánh (%)"],
        ["A", "TỔNG SỐ THU", "7.235", "7.400", "102,3"],
        ["I", "Các khoản thu xã hưởng 100%", "345", "351", "101,7"],
        ["1", "Phí, lệ phí", "90", "-", ""],
    ]
    (draft,) = _read(rows, "budget").drafts
    data = plain(draft.data)
    assert (data["form_no"], data["year"], data["money_unit"]) == ("113/CK TC-NSNN", "2026", "million")
    assert [column["label"] for column in data["columns"]] == ["Dự toán năm", "Thực hiện", "So sánh (%)"]
    assert [(row["level"], row["values"]) for row in data["rows"]] == [
        ("1", "7.235 | 7.400 | 102,3"),
        ("2", "345 | 351 | 101,7"),
        ("3", "90 | - | -"),
    ]


def test_every_target_has_a_name_of_its_own() -> None:
    names = [target.name for target in TARGETS]
    assert len(names) == len(set(names))


def test_four_hundred_rows_keep_their_order(tmp_path: Path) -> None:
    rows = [LIST[2], *([str(n), f"Thủ tục {n}", f"1.{n:06d}", "3 ngày"] for n in range(1, 401))]
    path = write_xlsx(tmp_path / "a.xlsx", [table_of(rows, 1)])
    found = likely_target(read_book(path))
    assert found is not None
    codes = [row["code"] for row in plain(found.read(read_book(path), ASKED).drafts[0].data)["rows"]]
    assert codes == [f"1.{n:06d}" for n in range(1, 401)]

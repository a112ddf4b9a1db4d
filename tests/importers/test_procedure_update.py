"""After a new decision: what is new, amended, abolished, unchanged, told before anything is written, and written once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from site_gen.importers.importing import Asked
from site_gen.importers.table import Book, table_of
from site_gen.importers.targets.procedure_update import Update, update_of
from site_gen.importers.targets.procedures import read

ASKED = Asked(date(2026, 11, 30), publisher="ubnd-xa")
OLD = """\
# chép tháng 8
title: Danh mục
unit: ubnd-xa
source: tỉnh
taken_on: 01/08/2026   # lần đầu
rows:
  - code: "1.001193"
    name: Đăng ký khai sinh
    everyday_name: Làm giấy khai sinh # tên quen
    procedure_field: Hộ tịch
    time_limit: Trong ngày
  # sắp bỏ
  - code: "2.000111"
    name: Thủ tục cũ
    procedure_field: Hộ tịch
  - code: "2.000815"
    name: Chứng thực bản sao
    procedure_field: Chứng thực
"""
HEAD = ["STT", "Mã TTHC", "Tên thủ tục hành chính", "Lĩnh vực", "Thời hạn giải quyết", "Ghi chú"]
CHANGES = [
    ["(Kèm theo Quyết định số 15/QĐ-UBND ngày 20/11/2026 của Chủ tịch UBND tỉnh Mẫu)", "", "", "", "", ""],
    HEAD,
    ["A. DANH MỤC THỦ TỤC MỚI BAN HÀNH", "", "", "", "", ""],
    ["1", "1.004884", "Đăng ký lại khai sinh", "Hộ tịch", "05 ngày", ""],
    ["B. DANH MỤC THỦ TỤC ĐƯỢC SỬA ĐỔI, BỔ SUNG", "", "", "", "", ""],
    ["2", "1.001193", "Đăng ký khai sinh", "Hộ tịch", "02 ngày làm việc", ""],
    ["C. DANH MỤC THỦ TỤC BỊ BÃI BỎ", "", "", "", "", ""],
    ["3", "2.000111", "Thủ tục cũ", "Hộ tịch", "", "được thay thế bởi 1.004884"],
]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    (tmp_path / "procedure-lists").mkdir()
    (tmp_path / "procedures").mkdir()
    (tmp_path / "procedure-lists/cap-xa.yml").write_text(OLD, encoding="utf-8")
    (tmp_path / "procedures/2.000111.yml").write_text('code: "2.000111" # mã\nname: Thủ tục cũ\n', encoding="utf-8")
    return tmp_path


def _update(source: Path, rows: list[list[str]], write: bool = True) -> Update:
    draft = read(Book("a.xlsx", "xlsx", (table_of(rows, "Trang 1"),)), ASKED).drafts[0]
    update = update_of(draft, source, ASKED)
    assert update is not None
    for path, raw in update.files.items() if write else ():
        path.write_bytes(raw)
    return update


def test_what_a_decision_changes_is_told_and_spliced_in(source: Path) -> None:
    update = _update(source, CHANGES)
    assert [(one.code, one.what) for one in update.differences] == [
        ("1.004884", "new"),
        ("1.001193", "amended"),
        ("2.000111", "replaced"),
    ]
    text = (source / "procedure-lists/cap-xa.yml").read_text(encoding="utf-8")
    assert "taken_on: 30/11/2026   # lần đầu\n" in text
    assert "    time_limit: 02 ngày làm việc\n    state: đã sửa đổi, bổ sung\n  # sắp bỏ\n" in text
    assert "    state: đã được thay thế\n    ended_on: 20/11/2026\n    note: Thay bằng 1.004884\n" in text
    assert text.endswith(
        "  - code: 1.004884\n    name: Đăng ký lại khai sinh\n    procedure_field: Hộ tịch\n    time_limit: 05 ngày\n"
    )
    assert "everyday_name: Làm giấy khai sinh # tên quen\n" in text
    assert "number: 15/QĐ-UBND" in text
    assert [doubt.code for doubt in update.doubts] == ["IMP023"] * 3


def test_the_guide_of_a_replaced_procedure_says_so(source: Path) -> None:
    _update(source, CHANGES)
    text = (source / "procedures/2.000111.yml").read_text(encoding="utf-8")
    assert text.startswith('code: "2.000111" # mã\nname: Thủ tục cũ\nstate: đã được thay thế\nended_on: 20/11/2026\n')
    assert "successor: 1.004884\n" in text


def test_twice_changes_nothing(source: Path) -> None:
    _update(source, CHANGES)
    again = _update(source, CHANGES)
    assert again.files == {}
    assert {one.what for one in again.differences} == {"unchanged"}


def test_a_whole_list_tells_what_it_lacks_and_abolishes_nothing(source: Path) -> None:
    rows = [HEAD, ["1", "1.001193", "Đăng ký khai sinh", "Hộ tịch", "Trong ngày", ""]]
    update = _update(source, rows)
    assert [(one.code, one.what) for one in update.differences] == [
        ("1.001193", "unchanged"),
        ("2.000111", "missing"),
        ("2.000815", "missing"),
    ]
    assert update.files == {}
    assert [doubt.code for doubt in update.doubts] == ["IMP024", "IMP024"]


def test_without_an_id_the_list_that_shares_codes_is_meant(source: Path) -> None:
    (source / "procedure-lists/cap-xa.yml").rename(source / "procedure-lists/danh-muc-tinh.yml")
    assert _update(source, CHANGES, write=False).path.name == "danh-muc-tinh.yml"


def test_an_empty_or_broken_list_is_not_written(source: Path) -> None:
    (source / "procedure-lists/cap-xa.yml").write_text(OLD + "rows:\n  - code: x\n", encoding="utf-8")
    update = _update(source, CHANGES, write=False)
    assert source / "procedure-lists/cap-xa.yml" not in update.files
    assert "IMP037" in [doubt.code for doubt in update.doubts]

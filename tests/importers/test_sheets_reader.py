"""Workbooks of every kind are read alike; what Excel hides or makes of a value is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from office_files import grid, write_ods, write_xlsx

from site_gen.importers.readers.opening import read_book
from site_gen.importers.table import NotRead, Table

ROWS = [
    ["STT", "Nhiệm vụ", "Chủ trì"],
    ["I", "CẢI CÁCH THỂ CHẾ", ""],
    ["1", "Lập kế hoạch", "Tư pháp"],
    ["2", "Báo cáo", ""],
]
MERGED = [(1, 1, 1, 2), (2, 2, 2, 1)]


@pytest.mark.parametrize(("ending", "write"), [("xlsx", write_xlsx), ("ods", write_ods)])
def test_merged_cells_keep_their_spans(
    tmp_path: Path, ending: str, write: Callable[[Path, Sequence[Table]], Path]
) -> None:
    table = grid(ROWS, MERGED)
    (read,) = read_book(write(tmp_path / f"a.{ending}", [table])).tables
    assert [(c.text, c.row, c.column, c.rows, c.columns) for c in read.cells if c.text] == [
        (c.text, c.row, c.column, c.rows, c.columns) for c in table.cells if c.text
    ]


def _sheet(tmp_path: Path, fill: Callable[[openpyxl.worksheet.worksheet.Worksheet], None]) -> Path:
    book = openpyxl.Workbook()
    fill(book.active)
    book.save(tmp_path / "a.xlsx")
    return tmp_path / "a.xlsx"


def test_a_cell_says_where_it_stands_as_excel_does(tmp_path: Path) -> None:
    path = _sheet(tmp_path, lambda sheet: sheet.cell(7, 28, "đây"))
    (cell,) = read_book(path).tables[0].cells
    assert str(cell.at.words()) == "Sheet, cell AB7"


def test_numbers_and_days_keep_their_value_beside_their_words(tmp_path: Path) -> None:
    def fill(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        sheet.append([1.001193, 12, 0.25, date(2026, 3, 1), True])

    cells = read_book(_sheet(tmp_path, fill)).tables[0].cells
    assert [cell.text for cell in cells] == ["1,001193", "12", "0,25", "01/03/2026", "Có"]
    assert cells[0].value == 1.001193
    assert cells[3].value == date(2026, 3, 1)


def test_a_share_is_read_as_excel_shows_it(tmp_path: Path) -> None:
    def fill(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        sheet["A1"] = 0.95
        sheet["A1"].number_format = "0%"
        sheet["A2"] = 0.5
        sheet["A2"].number_format = "0.00%"
        sheet["A3"] = 0.5

    assert [cell.text for cell in read_book(_sheet(tmp_path, fill)).tables[0].cells] == ["95%", "50%", "0,5"]


def test_hidden_rows_columns_and_sheets_are_left_out_and_said(tmp_path: Path) -> None:
    def fill(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        for _ in range(3):
            sheet.append(["a", "b", "c"])
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["C"].hidden = True
        other = sheet.parent.create_sheet("Nháp")
        other["A1"] = "ẩn"
        other.sheet_state = "hidden"

    book = read_book(_sheet(tmp_path, fill))
    assert [(cell.row, cell.column) for cell in book.tables[0].cells] == [(0, 0), (0, 1), (2, 0), (2, 1)]
    said = " / ".join(str(message) for _, message in book.remarks)
    assert "hidden rows were left out: 2" in said
    assert "hidden columns were left out: C" in said
    assert "the sheet is hidden" in said


def test_a_formula_without_a_value_is_a_doubt_not_a_blank(tmp_path: Path) -> None:
    def fill(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        sheet["A1"] = "=SUM(B1:B2)"
        sheet["B1"] = 2

    cells = read_book(_sheet(tmp_path, fill)).tables[0].cells
    assert cells[0].text == ""
    assert "value was not saved" in str(cells[0].remark)


def test_a_thousand_empty_columns_cost_nothing(tmp_path: Path) -> None:
    def fill(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        sheet.cell(1, 1, "STT")
        sheet.cell(2, 1000, None)
        sheet.cell(2, 1000).number_format = "@"

    assert [cell.text for cell in read_book(_sheet(tmp_path, fill)).tables[0].cells] == ["STT"]


def test_a_workbook_without_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotRead, match="no cell with text"):
        read_book(_sheet(tmp_path, lambda sheet: None))


def test_a_web_page_that_calls_itself_excel_is_read(tmp_path: Path) -> None:
    (tmp_path / "bao-cao.xls").write_text(
        "<html><meta charset='utf-8'><table><tr><td rowspan=2>STT</td><td colspan=2>Hồ sơ</td></tr>"
        "<tr><td>Đúng hạn</td><td>Trễ</td></tr></table></html>",
        encoding="utf-8",
    )
    (table,) = read_book(tmp_path / "bao-cao.xls").tables
    assert [(c.text, c.row, c.column, c.rows, c.columns) for c in table.cells] == [
        ("STT", 0, 0, 2, 1),
        ("Hồ sơ", 0, 1, 1, 2),
        ("Đúng hạn", 1, 1, 1, 1),
        ("Trễ", 1, 2, 1, 1),
    ]

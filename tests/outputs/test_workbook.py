"""Workbooks as another program reads them: days are days, codes stay text, nothing is a formula, the bytes are the same."""

from __future__ import annotations

import io
from datetime import date, datetime, time

import openpyxl
import pytest

from site_gen.outputs.imprint import Imprint
from site_gen.outputs.workbook import as_xlsx
from site_gen.pages.contributions import Column, Table

IMPRINT = Imprint("Dữ liệu mở", "UBND xã Mẫu", date(2026, 11, 21))
MIDNIGHT = datetime.combine(IMPRINT.as_of, time())
"""The day as a workbook has it: its times know no zone."""
COLUMNS = (
    Column("code", "Mã"),
    Column("day", "Ngày", "date"),
    Column("points", "Điểm", "number"),
    Column("done", "Xong", "boolean", "Vào ngày dựng."),
)


def table(*rows: tuple[object, ...]) -> Table:
    return Table("bang", "Bảng", COLUMNS, rows)


def book(*rows: tuple[object, ...]) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(as_xlsx(table(*rows), IMPRINT)))


def test_values_are_of_their_kinds() -> None:
    sheet = book(("01.004220", "2026-11-21", 73.25, True), (None, None, None, None)).worksheets[0]
    assert [c.value for c in sheet[1]] == ["code", "day", "points", "done"]
    assert [c.value for c in sheet[2]] == ["01.004220", MIDNIGHT, 73.25, True]
    assert sheet["B2"].number_format == "dd/mm/yyyy"
    assert sheet["A2"].number_format == "@"


@pytest.mark.parametrize("text", ["=1+1", "+84", "https://x.vn", "0123", "{=SUM(A1)}"])
def test_a_text_stays_a_text(text: str) -> None:
    cell = book((text, None, None, None)).worksheets[0]["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_the_head_is_bold_and_stays_in_sight() -> None:
    sheet = book(("a", None, 1, False)).worksheets[0]
    assert all(cell.font.bold for cell in sheet[1])
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["A"].width >= 10


def test_a_second_sheet_says_what_the_columns_mean() -> None:
    rows = list(book().worksheets[1].iter_rows(values_only=True))
    assert rows[-1] == ("done", "Xong", "Vào ngày dựng.")


def test_a_day_before_the_calendar_of_excel_is_kept_as_text() -> None:
    assert book(("a", "1897-05-19", 1, False)).worksheets[0]["B2"].value == "1897-05-19"


def test_the_same_table_and_day_give_the_same_bytes_and_no_other_time() -> None:
    rows = (("a", "2026-11-21", 1, True),)
    assert as_xlsx(table(*rows), IMPRINT) == as_xlsx(table(*rows), IMPRINT)
    assert book(*rows).properties.created == MIDNIGHT

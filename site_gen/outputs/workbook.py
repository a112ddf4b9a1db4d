"""A table as a workbook for Excel (Office Open XML), byte for byte the same for the same table and day.

Needs XlsxWriter, the extra `[xlsx]`. What a cell holds is what the CSV file holds, which is looked through for personal data.
"""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

import xlsxwriter

from site_gen.base.values import Plain
from site_gen.outputs.imprint import Imprint
from site_gen.pages.columns import Column
from site_gen.pages.contributions import Table

WIDEST, MOST_LETTERS = 60, 32_767
"""Letters of a column, and of a cell as Excel allows."""


def as_xlsx(table: Table, imprint: Imprint) -> bytes:
    """The workbook: the first row bold and frozen, codes as text, days as days, and a sheet on what the columns mean."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    made = datetime.combine(imprint.as_of, datetime.min.time())  # a workbook's own times have no zone
    book.set_properties({"title": table.title, "author": imprint.publisher, "created": made})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    kinds = {
        "date": book.add_format({"num_format": "dd/mm/yyyy"}),
        "string": book.add_format({"num_format": "@"}),
    }
    sheet = book.add_worksheet("Dữ liệu")
    sheet.freeze_panes(1, 0)
    for number, column in enumerate(table.columns):
        sheet.write_string(0, number, column.name, head)
        sheet.set_column(number, number, _width(table, number), kinds.get(column.type))
    for line, row in enumerate(table.rows, 1):
        for number, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            _write(sheet, line, number, column, value, kinds)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    _explain(book.add_worksheet("Các cột"), table, head)
    book.close()
    return out.getvalue()


def _write(sheet: Any, line: int, number: int, column: Column, value: Plain, kinds: dict[str, Any]) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(line, number, value)
    elif isinstance(value, int | float):
        sheet.write_number(line, number, value)
    elif column.type == "date" and (day := _day(str(value))) is not None:
        sheet.write_datetime(line, number, day, kinds["date"])
    else:
        sheet.write_string(line, number, str(value)[:MOST_LETTERS], kinds["string"])


def _day(iso: str) -> date | None:
    """The day; None for one before Excel's calendar begins, which stays text."""
    day = date.fromisoformat(iso)
    return day if day.year > 1900 else None


def _width(table: Table, number: int) -> int:
    letters = (len(str(row[number])) for row in table.rows[:1000] if row[number] is not None)
    return min(WIDEST, max(10, len(table.columns[number].name) + 3, *letters))


def _explain(sheet: Any, table: Table, head: Any) -> None:
    """The second sheet: what each column means."""
    write = sheet.write_string
    for number, text in enumerate(("Cột", "Tên", "Giải thích")):
        write(0, number, text, head)
    for line, column in enumerate(table.columns, 1):
        codes = "; ".join(f"{value}: {label}" for value, label in column.words)
        write(line, 0, column.name)
        write(line, 1, column.label)
        write(line, 2, " ".join(x for x in (column.help, codes) if x))
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 36)
    sheet.set_column(2, 2, WIDEST)

"""Workbooks: `.xlsx`, `.xlsm`, `.xlsb`, `.xls`, `.ods`. Each sheet is a table; merged cells keep their spans.

Numbers and days are kept beside their words: Excel makes a number of the code `1.001193` and a day of `1-2`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from site_gen.base.messages import Message, msg
from site_gen.base.vietnamese import show_date
from site_gen.importers.readers.ods_spans import Range, merged_in
from site_gen.importers.readers.xlsx_facts import SheetFacts, facts_of
from site_gen.importers.table import Book, Cell, NotRead, Place, Table, Value, number_words

MOST_CELLS = 4_000_000
"""Cells of a sheet beyond which it is no list that somebody wrote."""


def read_workbook(path: Path, form: str) -> Book:
    """Read a workbook. Raises NotRead where it is damaged or holds nothing."""
    try:
        book = CalamineWorkbook.from_path(str(path))
        facts = facts_of(path) if form == "xlsx" else {}
        remarks: list[tuple[Place, Message]] = []
        merged = merged_in(path) if form == "ods" else {}
        tables = list(_tables(book, facts, merged, remarks))
    except (CalamineError, OSError, ValueError) as error:
        raise NotRead(
            msg("`{name}` is damaged: its sheets cannot be read", name=path.name),
            msg("open it in Excel, save it under another name and import that"),
        ) from error
    if not tables:
        raise NotRead(
            msg("`{name}` holds no cell with text", name=path.name),
            msg("check whether this is the right file"),
        )
    return Book(path.name, form, tuple(tables), tuple(remarks))


def _tables(
    book: CalamineWorkbook,
    facts: dict[str, SheetFacts],
    merged: dict[str, list[Range]],
    remarks: list[tuple[Place, Message]],
) -> Iterator[Table]:
    for sheet in book.sheets_metadata:
        if sheet.visible is not SheetVisibleEnum.Visible:
            remarks.append((Place(sheet.name), msg("the sheet is hidden; it was left out")))
            continue
        got = book.get_sheet_by_name(sheet.name)
        height, width = got.total_height, got.total_width
        if height * max(width, 1) > MOST_CELLS:
            raise ValueError(sheet.name)
        rows = got.to_python(skip_empty_area=False)
        known = facts.get(sheet.name, SheetFacts())
        cells = list(_cells(sheet.name, rows, merged.get(sheet.name) or got.merged_cell_ranges or [], known))
        if any(cell.text for cell in cells):
            remarks += known.remarks(sheet.name)
            yield Table(sheet.name, cells)


def _cells(name: str, rows: Sequence[Sequence[Any]], merged: Sequence[Any], facts: SheetFacts) -> Iterator[Cell]:
    """The cells that hold something or are merged, without those of hidden rows and columns."""
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    covered: set[tuple[int, int]] = set()
    for (top, left), (bottom, right) in merged:
        spans[top, left] = (bottom - top + 1, right - left + 1)
        covered.update((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))
    covered -= spans.keys()
    for row, values in enumerate(rows):
        if row in facts.hidden_rows:
            continue
        for column, value in enumerate(values):
            if column in facts.hidden_columns or (row, column) in covered:
                continue
            text = _words(value, (row, column) in facts.percents)
            missing = (row, column) in facts.without_value
            if not text and (row, column) not in spans and not missing:
                continue
            down, right = spans.get((row, column), (1, 1))
            remark = msg("a formula whose value was not saved") if missing else None
            at = Place(name, row + 1, column + 1)
            yield Cell(text, row, column, down, right, None if isinstance(value, str) else _kept(value), at, remark)


def _kept(value: Any) -> Value:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    return value if isinstance(value, float | bool | date) else None


def _words(value: Any, percent: bool = False) -> str:
    """A value as an officer reads it: decimal comma, day before month."""
    if isinstance(value, str):
        return "\n".join(line.strip() for line in value.replace("\r\n", "\n").replace("\r", "\n").split("\n")).strip()
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, int | float):
        if percent:
            return number_words(round(value * 100, 6)) + "%"
        return number_words(value)
    if isinstance(value, datetime):
        return show_date(value.date()) + (f" {value:%H:%M}" if value.time() != time() else "")
    if isinstance(value, date):
        return show_date(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        return str(value)
    return "" if value is None else str(value)

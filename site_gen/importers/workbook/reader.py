"""Reads a workbook that came back. Needs the extra `[import]`; imported only when there is a workbook to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from site_gen.base.messages import msg
from site_gen.base.names import same_name
from site_gen.importers.draft import Doubt
from site_gen.importers.readers.safety import form_of
from site_gen.importers.readers.xlsx_facts import SheetFacts, facts_of
from site_gen.importers.table import NotRead, Place
from site_gen.importers.workbook.filled import Filled, GivenRow, GivenSheet
from site_gen.importers.workbook.layout import ABOVE, GUIDE, ID, KEY, RECORD, TITLE
from site_gen.importers.workbook.record import KeptSheet, read_record

MOST_ROWS_ABOVE = 20
"""So many rows somebody may have put above the headings."""


def read_filled(path: Path) -> Filled | None:
    """A workbook that `sitegen` made, None for any other file. Raises NotRead where its record was lost."""
    if form_of(path) not in ("xlsx", "xlsb", "xls", "ods"):
        return None
    try:
        book = CalamineWorkbook.from_path(str(path))
        if RECORD not in book.sheet_names:
            if GUIDE in book.sheet_names and _first_cell(book) == TITLE:
                raise NotRead(
                    msg("`{name}` has lost the hidden sheet by which changes are known", name=path.name),
                    msg("export again, and type the changes into the new workbook"),
                )
            return None
        record = read_record(list(_lines(book)))
        if record is None:
            raise NotRead(
                msg("the hidden sheet of `{name}` by which changes are known is damaged", name=path.name),
                msg("export again, and type the changes into the new workbook"),
            )
        facts = facts_of(path) if form_of(path) == "xlsx" else {}
        doubts: list[Doubt] = []
        sheets = [_sheet(book, kept, facts.get(kept.name, SheetFacts()), doubts) for kept in record.sheets]
    except (CalamineError, OSError, ValueError) as error:
        raise NotRead(
            msg("`{name}` is damaged: its sheets cannot be read", name=path.name),
            msg("open it in Excel, save it under another name and import that"),
        ) from error
    return Filled(record, sheets, doubts)


def _lines(book: CalamineWorkbook) -> Iterator[list[object]]:
    """The lines of the record without the empty cells behind them; its cells are texts, whatever a program made of them."""
    for row in book.get_sheet_by_name(RECORD).to_python(skip_empty_area=False):
        cells: list[object] = [str(int(c)) if isinstance(c, float) and c == int(c) else c for c in row]
        if any(cell != "" for cell in cells):
            yield cells


def _first_cell(book: CalamineWorkbook) -> object:
    rows = book.get_sheet_by_name(GUIDE).to_python(skip_empty_area=False)
    return rows[0][0] if rows and rows[0] else None


def _sheet(book: CalamineWorkbook, kept: KeptSheet, facts: SheetFacts, doubts: list[Doubt]) -> GivenSheet:
    sheet = GivenSheet(kept, facts)
    rows: list[list[Any]] = []
    if kept.name in book.sheet_names:
        rows = book.get_sheet_by_name(kept.name).to_python(skip_empty_area=False)
    head = _head(rows, kept)
    if head is None:
        sheet.missing = True
        if kept.rows:
            message = msg("the sheet is gone, or has no headings; what it held stays as it is on the site")
            doubts.append(Doubt("IMP034", Place(kept.name), "", message))
        return sheet
    leads = _columns(rows[head], head, sheet, doubts)
    for number, row in enumerate(rows[head + 1 :], head + 1):
        if any(cell not in ("", None) for cell in row):
            entry, above, key = (_lead(row, leads.get(name)) for name in (ID, ABOVE, KEY))
            sheet.rows.append(GivenRow(sheet, Place(kept.name, number + 1), entry, above, key, row))
    return sheet


def _head(rows: Sequence[Sequence[Any]], kept: KeptSheet) -> int | None:
    """Which row has most of the headings."""
    known = {heading for heading, _ in kept.columns} | {ID, ABOVE, KEY}
    found: list[int] = [sum(str(cell).strip() in known for cell in row) for row in rows[:MOST_ROWS_ABOVE]]
    most = max(found, default=0)
    return found.index(most) if most else None


def _columns(row: Sequence[Any], number: int, sheet: GivenSheet, doubts: list[Doubt]) -> dict[str, int]:
    """Where the columns are that lead a row; notes where the others are."""
    leads: dict[str, int] = {}
    for place, cell in enumerate(row):
        text = " ".join(str(cell).split())
        if not text:
            continue
        at = Place(sheet.kept.name, number + 1, place + 1)
        known = next((n for n, (heading, _) in enumerate(sheet.kept.columns) if same_name(heading, text)), None)
        if text in (ID, ABOVE, KEY) and text not in leads:
            leads[text] = place
        elif known is not None and known not in sheet.places:
            sheet.places[known] = place
        else:
            doubts.append(Doubt("IMP034", at, text, msg("this column is not one of the workbook's; it was not read")))
    for index, (heading, _) in enumerate(sheet.kept.columns):
        if index not in sheet.places:
            message = msg("this column is gone; its values stay as they are on the site")
            doubts.append(Doubt("IMP034", Place(sheet.kept.name), heading, message))
    return leads


def _lead(row: Sequence[Any], place: int | None) -> str:
    value = row[place] if place is not None and place < len(row) else ""
    return str(int(value)) if isinstance(value, float) and value == int(value) else str(value or "").strip()

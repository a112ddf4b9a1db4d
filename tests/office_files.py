"""Writes the files that officers send: the same table as Word, Excel, LibreOffice, CSV or PDF, with merged cells and counted rows."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import docx
import openpyxl
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

from site_gen.importers.table import Cell
from site_gen.importers.table import Table as Grid

Rows = Sequence[Sequence[str]]


def grid(rows: Rows, merged: Sequence[tuple[int, int, int, int]] = ()) -> Grid:
    """A table with merged cells, each as (row, column, rows, columns)."""
    spans = {(row, column): (down, across) for row, column, down, across in merged}
    covered = {
        (row + y, column + x)
        for row, column, down, across in merged
        for y in range(down)
        for x in range(across)
        if (y, x) != (0, 0)
    }
    return Grid(
        1,
        [
            Cell(text, row, column, *spans.get((row, column), (1, 1)))
            for row, texts in enumerate(rows)
            for column, text in enumerate(texts)
            if (row, column) not in covered
        ],
    )


def write_docx(path: Path, tables: Sequence[Grid], paragraphs: Sequence[str] = (), numbered: bool = False) -> Path:
    """A Word document; where it is `numbered`, Word counts the first column of the rows that begin with 1, 2, 3."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    for table in tables:
        made = document.add_table(rows=table.height, cols=table.width)
        places = made._cells  # asked for one by one, each would be looked for anew
        for cell in table.cells:
            first = places[cell.row * table.width + cell.column]
            last = places[(cell.row + cell.rows - 1) * table.width + cell.column + cell.columns - 1]
            target = first.merge(last) if first is not last else first
            counted = numbered and cell.column == 0 and cell.text.isdigit()
            for number, line in enumerate(("" if counted else cell.text).split("\n")):
                paragraph = target.paragraphs[0] if number == 0 else target.add_paragraph()
                paragraph.add_run(line)
                if counted:
                    _count(paragraph)
        document.add_paragraph("")
    document.save(str(path))
    return path


def _count(paragraph: docx.text.paragraph.Paragraph) -> None:
    """Makes a paragraph one of Word's own numbered list."""
    paragraph.style = paragraph.part.document.styles["List Number"]


def element(name: str, **attributes: str) -> object:
    """An element of Word's own language."""
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(key.replace("_", ":")), value)
    return made


def write_xlsx(path: Path, tables: Sequence[Grid]) -> Path:
    """A workbook with a sheet for each table."""
    book = openpyxl.Workbook()
    for number, table in enumerate(tables):
        sheet = book.active if number == 0 else book.create_sheet()
        sheet.title = f"Trang {number + 1}"
        for cell in table.cells:
            sheet.cell(cell.row + 1, cell.column + 1, cell.text or None)
            if cell.rows * cell.columns > 1:
                sheet.merge_cells(
                    start_row=cell.row + 1,
                    start_column=cell.column + 1,
                    end_row=cell.row + cell.rows,
                    end_column=cell.column + cell.columns,
                )
    book.save(path)
    return path


def write_ods(path: Path, tables: Sequence[Grid]) -> Path:
    """A spreadsheet of LibreOffice."""
    document = OpenDocumentSpreadsheet()
    for number, table in enumerate(tables):
        sheet = Table(name=f"Trang {number + 1}")
        for row in range(table.height):
            line = TableRow()
            for column in range(table.width):
                cell = table.at(row, column)
                if cell is None or (cell.row, cell.column) != (row, column):
                    line.addElement(CoveredTableCell() if cell else TableCell())
                    continue
                made = TableCell(valuetype="string", numberrowsspanned=cell.rows, numbercolumnsspanned=cell.columns)
                for text in cell.text.split("\n"):
                    made.addElement(P(text=text))
                line.addElement(made)
            sheet.addElement(line)
        document.spreadsheet.addElement(sheet)
    document.save(str(path))
    return path


def write_csv(path: Path, rows: Rows, separator: str = ";") -> Path:
    """A CSV file as Excel writes it in Vietnam: with semicolons and a byte order mark."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=separator).writerows(rows)
    return path


def write_pdf(path: Path, tables: Sequence[Grid], paragraphs: Sequence[str] = ()) -> Path:
    """A PDF whose tables have drawn lines; a table goes on over pages and repeats its headings."""
    import json

    import typst

    spec = {
        "paragraphs": list(paragraphs),
        "tables": [
            {
                "width": table.width,
                "cells": [
                    {"text": cell.text, "x": cell.column, "y": cell.row, "rows": cell.rows, "columns": cell.columns}
                    for cell in table.cells
                ],
            }
            for table in tables
        ],
    }
    source = """
#let spec = json(bytes(sys.inputs.spec))
#set page(flipped: true, margin: 1cm)
#set text(size: 8pt)
#for text in spec.paragraphs [#text #parbreak()]
#for t in spec.tables {
  table(columns: (1fr,) * t.width,
    ..t.cells.map(c => table.cell(x: c.x, y: c.y, rowspan: c.rows, colspan: c.columns, c.text)))
}
"""
    path.write_bytes(typst.compile(source.encode(), sys_inputs={"spec": json.dumps(spec, ensure_ascii=False)}))
    return path

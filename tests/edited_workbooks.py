"""A site's content as a workbook that a test edits as an officer would, and takes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from site_gen.cli.begin_entry import catalog_of
from site_gen.importers.workbook.contents import Contents, contents_of
from site_gen.importers.workbook.importing import Taken, take_back
from site_gen.importers.workbook.layout import sheets_of
from site_gen.importers.workbook.reader import read_filled
from site_gen.kinds import FORMS
from site_gen.model.catalog import Catalog
from site_gen.model.entry import Form
from site_gen.outputs.entry_workbook import write_workbook

DAY = date(2026, 11, 30)
Edit = Callable[[openpyxl.Workbook], object]


@dataclass
class Site:
    """A site folder, and its files of one form as a workbook."""

    source: Path
    pattern: str

    @property
    def form(self) -> Form:
        return next(form for form in FORMS if form.pattern == self.pattern)

    @property
    def file(self) -> Path:
        return self.source.parent / "a.xlsx"

    @cached_property
    def catalog(self) -> Catalog:
        """The site as it was at the beginning: names that cells may refer to."""
        found = catalog_of(self.source)
        assert found is not None
        return found

    def contents(self) -> Contents:
        """What stands in the files now."""
        return contents_of(self.source, self.form, self.catalog, DAY)

    @cached_property
    def book(self) -> openpyxl.Workbook:
        """The workbook as it was exported."""
        write_workbook(self.contents(), self.file)
        return openpyxl.load_workbook(self.file)

    def sheet(self, number: int) -> Worksheet:
        return self.book[sheets_of(self.form)[number].name]

    def cell(self, sheet: int, row: int, heading: str) -> Any:
        """A cell of content; rows are counted from 1 below the headings."""
        page = self.sheet(sheet)
        (column,) = [cell.column for cell in page[1] if cell.value == heading]
        return page.cell(row + 1, column)

    def add(self, sheet: int, **cells: object) -> int:
        """Fills a new row below the last one; names of cells are headings."""
        page = self.sheet(sheet)
        row = max((cell.row for column in page.iter_cols(max_col=3) for cell in column if cell.value), default=1)
        for heading, value in cells.items():
            self.cell(sheet, row, heading.replace("_", " ")).value = value
        return row

    def back(self, write: bool = True, **how: bool) -> Taken:
        """Takes the workbook back, and writes what came of it."""
        self.book.save(self.file)
        filled = read_filled(self.file)
        assert filled is not None
        taken = take_back(filled, self.contents(), self.source, **how)
        for path, raw in taken.files.items() if write else ():
            if raw is None:
                path.unlink()
            else:
                path.write_bytes(raw)
        return taken

    def text(self, path: str) -> str:
        return (self.source / path).read_text(encoding="utf-8")


def codes(taken: Taken) -> list[str]:
    """The codes of its doubts."""
    return [doubt.code for doubt in taken.doubts]

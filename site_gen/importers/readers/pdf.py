"""A PDF: the tables whose lines are drawn, page by page, and the text around them. A scan has no text; it is refused.

A PDF knows no cells, only lines and letters: what comes of it is looked at more closely than what comes of Word.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect

from site_gen.base.messages import msg
from site_gen.importers.table import Book, Cell, NotRead, Paragraph, Place, Table

MOST_PAGES = 400
_REMARK = msg("a PDF does not say which letters form a cell; compare every row with the original")


def read_pdf(path: Path) -> Book:
    """Read a PDF. Raises NotRead where it is damaged, protected, a scan or very long."""
    try:
        with pdfplumber.open(path) as file:
            if len(file.pages) > MOST_PAGES:
                raise NotRead(
                    msg("`{name}` has {pages} pages", name=path.name, pages=len(file.pages)),
                    msg("save the pages with the table as a file of their own"),
                )
            blocks = tuple(_blocks(file.pages))
    except NotRead:
        raise
    except PDFPasswordIncorrect as error:
        raise NotRead(
            msg("`{name}` is protected by a password", name=path.name),
            msg("print it into a new PDF without a password, or import the Word file"),
        ) from error
    except Exception as error:
        if "Password" in type(error.__cause__ or error).__name__ or isinstance(error.__context__, PDFPasswordIncorrect):
            raise NotRead(
                msg("`{name}` is protected by a password", name=path.name),
                msg("print it into a new PDF without a password, or import the Word file"),
            ) from error
        raise NotRead(
            msg("`{name}` is damaged: its pages cannot be read", name=path.name),
            msg("open it and print it into a new PDF, or import the Word file"),
        ) from error
    if not blocks:
        raise NotRead(
            msg("`{name}` holds pictures of pages, not text: it is a scan", name=path.name),
            msg("import the Word or Excel file that was signed, or read the text with a program for scans first"),
        )
    return Book(path.name, "pdf", blocks, ((Place(), _REMARK),))


def _blocks(pages: list[Any]) -> Iterator[Paragraph | Table]:
    number = 0
    for page in pages:
        tables = sorted(page.find_tables(), key=lambda table: table.bbox[1])
        top = 0.0
        above: list[str] = []
        for table in tables:
            above = _lines(page, top, table.bbox[1])
            yield from (Paragraph(line) for line in above)
            number += 1
            yield _table(table, number, above)
            top = max(top, table.bbox[3])
        yield from (Paragraph(line) for line in _lines(page, top, float(page.height)))
        page.close()  # lets go of the letters of a page


def _lines(page: Any, top: float, bottom: float) -> list[str]:
    if bottom - top < 2:
        return []
    text = page.crop((0, max(top, 0), page.width, min(bottom, page.height))).extract_text() or ""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return [line for line in lines if line and not line.isdigit()]  # the number of the page


def _table(found: Any, number: int, above: list[str]) -> Table:
    """The cells of a table by their drawn borders, with their spans."""
    texts = found.extract()
    columns = sorted({x for row in found.rows for cell in row.cells if cell for x in (round(cell[0]), round(cell[2]))})
    lines = sorted({y for row in found.rows for cell in row.cells if cell for y in (round(cell[1]), round(cell[3]))})
    cells: list[Cell] = []
    for row, words in zip(found.rows, texts, strict=True):
        for box, text in zip(row.cells, words, strict=True):
            if box is None:
                continue
            left, top, right, bottom = (round(side) for side in box)
            at_row, at_column = lines.index(top), columns.index(left)
            down, across = max(1, lines.index(bottom) - at_row), max(1, columns.index(right) - at_column)
            place = Place(number, at_row + 1, at_column + 1)
            cells.append(Cell(_joined(text or ""), at_row, at_column, down, across, at=place))
    return Table(number, cells, above)


def _joined(text: str) -> str:
    """The lines of a cell, which are broken where its width ends, as paragraphs."""
    out: list[str] = []
    for line in text.split("\n"):
        words = " ".join(line.split())
        if not words:
            continue
        new = not out or words[:1] in "-–+•*" or (out[-1].endswith((".", ";", ":")) and not words[:1].islower())
        if new:
            out.append(words)
        else:
            out[-1] += f" {words}"
    return "\n".join(out)

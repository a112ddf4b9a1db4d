"""A PDF: the tables whose lines are drawn, page by page, and the text around them. A scan has no text; it is refused.

A PDF knows no cells, only lines and letters: what comes of it is looked at more closely than what comes of Word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pdfplumber

from site_gen.base.messages import msg
from site_gen.importers.table import Book, Cell, NotRead, Paragraph, Place, Table

MOST_PAGES = 400
_SAME_LINE, _BLANK = 3.0, 2.0
"""Points by which words of one line differ in height, and the width of a blank."""
Word = Mapping[str, Any]
"""A word with its `text`, and its sides `x0`, `x1`, `top` and `bottom` in points."""
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
    except Exception as error:
        if "Password" in f"{type(error).__name__} {error!r} {error.__cause__!r} {error.__context__!r}":
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
        words = page.extract_words() if tables else []
        top = 0.0
        above: list[str] = []
        for table in tables:
            above = _lines(page, top, table.bbox[1])
            yield from (Paragraph(line) for line in above)
            number += 1
            yield _table(table, words, number, above)
            top = max(top, table.bbox[3])
        yield from (Paragraph(line) for line in _lines(page, top, float(page.height)))
        page.close()  # lets go of the letters of a page


def _lines(page: Any, top: float, bottom: float) -> list[str]:
    if bottom - top < 2:
        return []
    text = page.crop((0, max(top, 0), page.width, min(bottom, page.height))).extract_text() or ""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return [line for line in lines if line and not line.isdigit()]  # the number of the page


def _table(found: Any, words: Sequence[Word], number: int, above: list[str]) -> Table:
    """The cells of a table by their drawn borders, with their spans."""
    boxes = {tuple(round(side) for side in cell) for row in found.rows for cell in row.cells if cell}
    columns = sorted({x for left, _, right, _ in boxes for x in (left, right)})
    lines = sorted({y for _, top, _, bottom in boxes for y in (top, bottom)})
    cells: list[Cell] = []
    for left, top, right, bottom in sorted(boxes, key=lambda box: (box[1], box[0])):
        row, column = lines.index(top), columns.index(left)
        inside = [
            word
            for word in words
            if left <= (word["x0"] + word["x1"]) / 2 < right and top <= (word["top"] + word["bottom"]) / 2 < bottom
        ]
        down, across = max(1, lines.index(bottom) - row), max(1, columns.index(right) - column)
        cells.append(Cell(_text(inside, left, right), row, column, down, across, at=Place(number, row + 1, column + 1)))
    return Table(number, cells, above)


def _text(words: Sequence[Word], left: float, right: float) -> str:
    """The words of a cell as paragraphs: a line with room for the next word ended on purpose, others where the cell ends."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (round(one["top"]), one["x0"])):
        if lines and abs(word["top"] - lines[-1][0]["top"]) < _SAME_LINE:
            lines[-1].append(word)
        else:
            lines.append([word])
    edge = right - (min((line[0]["x0"] for line in lines), default=left) - left)  # as much is left free on both sides
    out: list[str] = []
    room = 0.0
    for line in lines:
        said = " ".join(word["text"] for word in line)
        if not out or said[0] in "-–+•*" or line[0]["x1"] - line[0]["x0"] + _BLANK < room:
            out.append(said)
        else:
            out[-1] += f" {said}"
        room = edge - line[-1]["x1"]
    return "\n".join(out)

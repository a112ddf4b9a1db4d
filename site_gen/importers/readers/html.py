"""A web page with tables, which many systems call an Excel file: `.xls` that begins with `<html>`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import html

from site_gen.base.messages import msg
from site_gen.importers.readers.text import decoded
from site_gen.importers.table import Book, Cell, NotRead, Paragraph, Place, Table

_MOST_SPAN = 1_000


def read_html(path: Path) -> Book:
    """Read the tables of a page; cells keep `rowspan` and `colspan`. Raises NotRead where it has none."""
    text, remark = decoded(path)
    body = text.encode()  # lxml refuses texts that name an encoding themselves
    root = html.document_fromstring(body, parser=html.HTMLParser(encoding="utf-8", no_network=True))
    blocks: list[Paragraph | Table] = []
    number = 0
    for element in root.iter("table", "p", "h1", "h2", "h3", "h4"):
        inside = next(element.iterancestors("table"), None) is not None
        if element.tag == "table":
            number += 1
            blocks.append(_table(element, number))
        elif not inside and (words := _words(element)):
            blocks.append(Paragraph(words))
    if not number:
        raise NotRead(
            msg("`{name}` is a web page without a table", name=path.name),
            msg("download the file again: perhaps the page of signing in was saved instead"),
        )
    return Book(path.name, "html", tuple(blocks), ((Place(), remark),) if remark else ())


def _table(element: Any, name: int) -> Table:
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    rows = [row for row in element.iter("tr") if next(row.iterancestors("table")) is element]
    for row, tr in enumerate(rows):
        column = 0
        for cell in tr.iterchildren("td", "th"):
            while (row, column) in taken:
                column += 1
            down, right = min(_span(cell, "rowspan"), len(rows) - row), _span(cell, "colspan")
            cells.append(Cell(_words(cell), row, column, down, right, at=Place(name, row + 1, column + 1)))
            taken.update((r, c) for r in range(row, row + down) for c in range(column, column + right))
            column += right
    return Table(name, cells)


def _span(cell: Any, name: str) -> int:
    value = cell.get(name) or ""
    return min(int(value), _MOST_SPAN) if value.isdigit() and int(value) else 1


def _words(element: Any) -> str:
    for line_end in element.iter("br", "p", "li", "div"):
        line_end.tail = "\n" + (line_end.tail or "")
    return "\n".join(filter(None, (" ".join(line.split()) for line in element.text_content().split("\n"))))

"""Merged cells of a LibreOffice spreadsheet, which its reader does not tell. After OpenDocument 1.3 part 3, 9.1."""

from __future__ import annotations

import zipfile
from pathlib import Path

from lxml import etree

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
Range = tuple[tuple[int, int], tuple[int, int]]
"""First and last cell, each as row and column from 0."""


def merged_in(path: Path) -> dict[str, list[Range]]:
    """By the name of each sheet its merged cells. Raises ValueError where the file is none."""
    out: dict[str, list[Range]] = {}
    with zipfile.ZipFile(path) as book, book.open("content.xml") as stream:
        sheet, row, column = list[Range](), 0, 0
        try:
            for event, element in etree.iterparse(
                stream, events=("start", "end"), resolve_entities=False, no_network=True, huge_tree=False
            ):
                if event == "start" and element.tag == f"{_TABLE}table":
                    sheet, row = out.setdefault(element.get(f"{_TABLE}name") or "", []), 0
                elif event == "start" and element.tag == f"{_TABLE}table-row":
                    column = 0
                elif event == "end" and element.tag == f"{_TABLE}table-row":
                    row += _number(element, "number-rows-repeated")
                    element.clear()
                elif event == "end" and element.tag in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                    down, across = _number(element, "number-rows-spanned"), _number(element, "number-columns-spanned")
                    if down * across > 1:
                        sheet.append(((row, column), (row + down - 1, column + across - 1)))
                    column += _number(element, "number-columns-repeated")
        except etree.XMLSyntaxError as error:
            raise ValueError("content.xml") from error
    return out


def _number(element: etree._Element, name: str) -> int:
    value = element.get(f"{_TABLE}{name}") or ""
    return int(value) if value.isdigit() and int(value) else 1

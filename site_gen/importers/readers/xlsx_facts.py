"""What the values of an `.xlsx` do not say: hidden rows and columns, formulas without a saved value, numbers shown as per cent.

After ECMA-376 part 1, 18.3 (sheets) and 18.8 (styles). Only these few attributes are read, in one pass without building a tree.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import field
from pathlib import Path
from posixpath import join, normpath

from lxml import etree

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message, msg
from site_gen.importers.table import Place, letters

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PERCENT_FORMATS = {9, 10}
"""The built-in formats `0%` and `0.00%`."""


@dataclass(slots=True)
class SheetFacts:
    """Of one sheet; rows and columns are counted from 0."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    without_value: set[tuple[int, int]] = field(default_factory=set)
    percents: set[tuple[int, int]] = field(default_factory=set)
    formulas: set[tuple[int, int]] = field(default_factory=set)

    def remarks(self, name: str) -> list[tuple[Place, Message]]:
        """What an officer is told."""
        out: list[tuple[Place, Message]] = []
        if self.hidden_rows:
            rows = ", ".join(str(row + 1) for row in sorted(self.hidden_rows)[:20])
            out.append((Place(name), msg("hidden rows were left out: {rows}", rows=rows)))
        if self.hidden_columns:
            columns = ", ".join(letters(column + 1) for column in sorted(self.hidden_columns)[:20])
            out.append((Place(name), msg("hidden columns were left out: {columns}", columns=columns)))
        return out


def facts_of(path: Path) -> dict[str, SheetFacts]:
    """By the name of each sheet. Raises ValueError where the workbook is not one."""
    with zipfile.ZipFile(path) as book:
        names = set(book.namelist())
        percents = _percent_styles(book) if "xl/styles.xml" in names else set()
        return {name: _of_sheet(book, part, percents) for name, part in _sheets(book) if part in names}


def _sheets(book: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The name and the part of each sheet."""
    try:
        links = etree.fromstring(book.read("xl/_rels/workbook.xml.rels"), _parser())
        sheets = etree.fromstring(book.read("xl/workbook.xml"), _parser())
    except (KeyError, etree.XMLSyntaxError) as error:
        raise ValueError("workbook") from error
    targets = {link.get("Id"): link.get("Target") or "" for link in links}
    for sheet in sheets.iter(f"{_MAIN}sheet"):
        target = targets.get(sheet.get(_LINK), "")
        yield sheet.get("name") or "", target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True)


def _percent_styles(book: zipfile.ZipFile) -> set[str]:
    """The numbers of cell styles that show a number as per cent."""
    styles = etree.fromstring(book.read("xl/styles.xml"), _parser())
    own = {
        int(one.get("numFmtId"))
        for one in styles.iter(f"{_MAIN}numFmt")
        if "%" in re.sub(r'"[^"]*"', "", one.get("formatCode") or "")
    }
    used = styles.find(f"{_MAIN}cellXfs")
    ids = [int(style.get("numFmtId") or 0) for style in used] if used is not None else []
    return {str(number) for number, id in enumerate(ids) if id in _PERCENT_FORMATS | own}


def _of_sheet(book: zipfile.ZipFile, part: str, percents: set[str]) -> SheetFacts:
    facts = SheetFacts()
    wanted = [f"{_MAIN}{name}" for name in ("row", "col", "c")]
    with book.open(part) as stream:
        try:
            for _, element in etree.iterparse(
                stream, tag=wanted, resolve_entities=False, no_network=True, huge_tree=False
            ):
                _note(facts, element, percents)
                if element.tag != wanted[2]:
                    element.clear()
        except etree.XMLSyntaxError as error:
            raise ValueError(part) from error
    return facts


def _note(facts: SheetFacts, element: etree._Element, percents: set[str]) -> None:
    name = etree.QName(element).localname
    hidden = element.get("hidden") in ("1", "true")
    if name == "col" and hidden:
        first, last = int(element.get("min") or 1), int(element.get("max") or 1)
        facts.hidden_columns.update(range(first - 1, min(last, 16_384)))
    elif name == "row" and hidden and (number := element.get("r")):
        facts.hidden_rows.add(int(number) - 1)
    elif name == "c" and (reference := element.get("r")):
        formula, value = element.find(f"{_MAIN}f"), element.find(f"{_MAIN}v")
        if formula is not None:
            facts.formulas.add(_position(reference))
        if formula is not None and (value is None or not value.text):
            facts.without_value.add(_position(reference))
        elif element.get("s") in percents and element.get("t") in (None, "n") and value is not None:
            facts.percents.add(_position(reference))


def _position(reference: str) -> tuple[int, int]:
    """Row and column from 0 of `C7`."""
    hit = re.fullmatch(r"([A-Z]+)(\d+)", reference)
    if hit is None:
        raise ValueError(reference)
    column = 0
    for letter in hit[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(hit[2]) - 1, column - 1

"""A Word document: paragraphs and tables in its order, as Word shows them.

Merged cells keep their exact spans; numbers that Word counts itself are written out; inserted text counts, deleted and hidden text
does not; letters of old fonts (.VnTime, VNI) become Unicode.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn

from site_gen.base.messages import Message, msg
from site_gen.importers.readers.docx_numbers import BULLET, Numbers
from site_gen.importers.table import Book, Cell, NotRead, Paragraph, Place, Table
from site_gen.reading.old_encodings import of_tcvn3, of_vni

_TEXT, _TAB, _BREAK, _RETURN, _HYPHEN = map(qn, ("w:t", "w:tab", "w:br", "w:cr", "w:noBreakHyphen"))
_RUN, _PARAGRAPH, _TABLE, _ROW, _CELL = map(qn, ("w:r", "w:p", "w:tbl", "w:tr", "w:tc"))
_DELETED = {qn("w:del"), qn("w:moveFrom")}
_INSERTED = {qn("w:ins"), qn("w:moveTo")}
_BOX = qn("w:txbxContent")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_ASIDE = {qn("w:rPr"), qn("w:pPr"), qn("w:footnoteReference"), qn("w:endnoteReference"), qn("w:commentReference")}


def read_docx(path: Path) -> Book:
    """Read a `.docx` or `.docm`. Raises NotRead where it is damaged."""
    try:
        document = docx.Document(str(path))
    except (KeyError, ValueError, OSError, SyntaxError) as error:  # lxml's own errors are SyntaxErrors
        raise NotRead(
            msg("`{name}` is damaged: Word's parts cannot be read", name=path.name),
            msg("open it in Word, choose “Open and repair”, save it and import it again"),
        ) from error
    return _Reader(document, path.name).book()


class _Reader:
    """One pass over a document's body; remembers what it met."""

    def __init__(self, document: Any, name: str) -> None:
        self.body = document.element.body
        self.name = name
        self.numbers = Numbers(document)
        self.styles = _fonts_of_styles(document)
        self.tables = 0
        self.remarks: dict[Message, Place] = {}

    def book(self) -> Book:
        blocks = tuple(self._blocks(self.body))
        return Book(self.name, "docx", blocks, tuple((at, message) for message, at in self.remarks.items()))

    def _remark(self, message: Message, at: Place | None = None) -> None:
        self.remarks.setdefault(message, at or Place())

    def _blocks(self, parent: Any) -> Iterator[Paragraph | Table]:
        above: list[str] = []
        for child in _flat(parent):
            if child.tag == _PARAGRAPH:
                for text in self._texts(child):
                    above.append(text)
                    yield Paragraph(text)
            elif child.tag == _TABLE:
                yield from self._table(child, above)
                above = []

    def _texts(self, paragraph: Any) -> Iterator[str]:
        """A paragraph, and those of the boxes that hang on it."""
        if text := self._text(paragraph):
            yield text
        for box in paragraph.iter(_BOX):
            if not any(parent.tag == _FALLBACK for parent in box.iterancestors()):
                self._remark(msg("the document has text boxes; their text stands behind the paragraph they hang on"))
                for inner in box.iter(_PARAGRAPH):
                    if text := self._text(inner):
                        yield text

    def _table(self, element: Any, above: list[str]) -> Iterator[Table]:
        """A table, and those inside its cells behind it."""
        self.tables += 1
        name = self.tables
        cells: list[Cell] = []
        inside: list[Any] = []
        open_cells: dict[int, int] = {}  # by column the index of the cell that a merged one below continues
        for row, tr in enumerate(_of(element, _ROW)):
            column = _grid_number(tr, "w:trPr", "w:gridBefore")
            for tc in _of(tr, _CELL):
                span = _grid_number(tc, "w:tcPr", "w:gridSpan") or 1
                merge = tc.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
                begins = merge is None or merge.get(qn("w:val")) == "restart"
                above_it = open_cells.get(column)
                if not begins and above_it is not None:
                    cell = cells[above_it]
                    cells[above_it] = Cell(
                        cell.text, cell.row, cell.column, row - cell.row + 1, cell.columns, at=cell.at
                    )
                else:
                    text = "\n".join(filter(None, (self._text(one, alone=True) for one in _of(tc, _PARAGRAPH))))
                    nested = list(_of(tc, _TABLE))
                    inside += nested
                    if nested:
                        self._remark(msg("a table stands inside a cell; it is read as a table of its own"))
                    cells.append(Cell(text, row, column, 1, span, at=Place(name, row + 1, column + 1)))
                    open_cells.pop(column, None)
                    if merge is not None:
                        open_cells[column] = len(cells) - 1
                column += span
        yield Table(name, cells, above)
        for nested_table in inside:
            yield from self._table(nested_table, [])

    def _text(self, paragraph: Any, alone: bool = False) -> str:
        """The text of a paragraph with its number, without that of boxes; in a cell a number may stand alone."""
        number = self.numbers.of(paragraph)
        text = "".join(self._pieces(paragraph)).strip()
        return f"{number} {text}".strip() if text or (alone and number != BULLET) else ""

    def _pieces(self, element: Any) -> Iterator[str]:
        for child in element:
            if child.tag in _DELETED:
                self._remark(
                    msg("the document has tracked changes: what was inserted counts, what was deleted does not")
                )
            elif child.tag == _RUN:
                yield self._run(child)
            elif child.tag not in _ASIDE and child.tag != _BOX and isinstance(child.tag, str):
                if child.tag in _INSERTED:
                    self._remark(
                        msg("the document has tracked changes: what was inserted counts, what was deleted does not")
                    )
                yield from self._pieces(child)

    def _run(self, run: Any) -> str:
        if run.find(f"{qn('w:rPr')}/{qn('w:vanish')}") is not None:
            self._remark(msg("the document has hidden text; it was left out"))
            return ""
        signs = {_TAB: "\t", _BREAK: "\n", _RETURN: "\n", _HYPHEN: "-"}
        text = "".join((child.text or "") if child.tag == _TEXT else signs.get(child.tag, "") for child in run)
        return self._unicode(text, run)

    def _unicode(self, text: str, run: Any) -> str:
        """Letters of a .VnTime or VNI font as Unicode; a font for capitals has small letters underneath."""
        if text.isascii() and not text:
            return text
        font = _font(run) or self.styles.get(_style(run), "")
        low = font.lower()
        if low.startswith(".vn"):
            self._remark(
                msg("text in the font {font} was turned into Unicode; compare it with the original", font=font)
            )
            made = of_tcvn3(text)
            return made.upper() if low.endswith("h") else made
        if low.startswith("vni"):
            self._remark(
                msg("text in the font {font} was turned into Unicode; compare it with the original", font=font)
            )
            return of_vni(text)
        return text


def _flat(parent: Any) -> Iterator[Any]:
    """Paragraphs and tables of a part in order, through what only wraps them: content controls, inserted blocks."""
    for child in parent:
        if child.tag in (_PARAGRAPH, _TABLE):
            yield child
        elif child.tag not in _DELETED and isinstance(child.tag, str):
            yield from _flat(child)


def _of(parent: Any, tag: str) -> Iterator[Any]:
    """The nearest descendants with a tag, through wrappers, not those inside other rows, cells or tables."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in (_TABLE, _ROW, _CELL, _PARAGRAPH) and child.tag not in _DELETED:
            yield from _of(child, tag)


def _grid_number(element: Any, properties: str, name: str) -> int:
    found = element.find(f"{qn(properties)}/{qn(name)}")
    value = found.get(qn("w:val")) if found is not None else None
    return int(value) if value and value.isdigit() else 0


def _font(run: Any) -> str:
    fonts = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    return (fonts.get(qn("w:ascii")) or fonts.get(qn("w:hAnsi")) or "") if fonts is not None else ""


def _style(run: Any) -> str:
    """The style of a run's paragraph; empty for the usual one."""
    for parent in run.iterancestors(_PARAGRAPH):
        style = parent.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return style.get(qn("w:val")) or "" if style is not None else ""
    return ""


def _fonts_of_styles(document: Any) -> dict[str, str]:
    """The font of each style of paragraphs, by its id; that of the usual style under the empty id."""
    out: dict[str, str] = {}
    for style in document.styles.element.findall(qn("w:style")):
        fonts = style.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        if fonts is None or not (name := fonts.get(qn("w:ascii")) or ""):
            continue
        out[style.get(qn("w:styleId"))] = name
        if style.get(qn("w:default")) == "1" and style.get(qn("w:type")) == "paragraph":
            out[""] = name
    return out

"""Any file as a `Book`: what it is, is decided by what it holds; the library that reads it is imported only then."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from site_gen.importers.readers.safety import form_of, has_macros
from site_gen.importers.table import Book, Place


def read_book(path: Path) -> Book:
    """Read a file. Raises NotRead with what to do, ImportError where the extra `[import]` is not installed."""
    form = form_of(path)
    book = _read(path, form)
    if (remark := has_macros(path)) is not None:
        return replace(book, remarks=(*book.remarks, (Place(), remark)))
    return book


def _read(path: Path, form: str) -> Book:
    if form == "text":
        from site_gen.importers.readers.text import read_text

        return read_text(path)
    if form == "html":
        from site_gen.importers.readers.html import read_html

        return read_html(path)
    if form == "docx":
        from site_gen.importers.readers.docx import read_docx

        return read_docx(path)
    if form == "pdf":
        from site_gen.importers.readers.pdf import read_pdf

        return read_pdf(path)
    if form in ("doc", "odt"):
        from site_gen.importers.readers.docx import read_docx
        from site_gen.importers.readers.office import converted

        with converted(path) as made:
            return replace(read_docx(made), name=path.name, form=form)
    from site_gen.importers.readers.sheets import read_workbook

    return read_workbook(path, form)

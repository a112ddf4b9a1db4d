"""All files of one form in a site, as the rows of a workbook."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date
from pathlib import Path

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Diagnostic, Severity, worst
from site_gen.importers.workbook.layout import Sheet, sheets_of
from site_gen.importers.workbook.views import Row, rows_of
from site_gen.model.catalog import Catalog
from site_gen.model.entry import Form
from site_gen.model.settings import Site
from site_gen.reading.document import Document
from site_gen.reading.load import read_document
from site_gen.reading.parse_cache import ParseCache
from site_gen.reading.site_files import content_files, form_of

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Held:
    """A file of the form.

    Attributes:
        id: The id of its entry.
        path: Where it lies.
        document: Its values.
    """

    id: str
    path: Path
    document: Document

    def rows(self, sheets: tuple[Sheet, ...]) -> list[list[Row]]:
        """Its rows, sheet by sheet."""
        return rows_of(sheets, self.document.data)


@dataclass(frozen=True, slots=True)
class Contents:
    """What a workbook is made of.

    Attributes:
        form: The form of its entries.
        site: Whose site it is.
        day: The day of export.
        files: The files, by id.
        names: By kind of content, under which names cells may refer to it.
        found: Faults of files that were left out.
    """

    form: Form
    site: str
    day: date
    files: Mapping[str, Held] = field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    found: tuple[Diagnostic, ...] = ()

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The sheets of its form."""
        return sheets_of(self.form)


def site_key(site: Site) -> str:
    """By what a workbook knows the site that it came from."""
    return f"{site.unit} | {site.name}"


def contents_of(source: Path, form: Form, catalog: Catalog, day: date, on_file: Progress | None = None) -> Contents:
    """The files of a form; one with a fault of writing is left out, for nothing can be put back into it."""
    files: dict[str, Held] = {}
    faults: list[Diagnostic] = []
    for file in content_files(source, [], alone=True):
        if file.original or form_of(file.name, (form,))[0] is None:
            continue
        id = form_of(file.name, (form,))[1]
        document, found = read_document(file.path, file.path.as_posix(), source, ParseCache())
        if document is None or worst(found) is Severity.ERROR:
            faults += [fault for fault in found if fault.severity is Severity.ERROR]
        elif id not in files:
            files[id] = Held(id, file.path, document)
            if on_file is not None:
                on_file(len(files))
    return Contents(form, site_key(catalog.site), day, files, names_in(form, catalog), tuple(faults))


def names_in(form: Form, catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """By kind, the name of each entry that cells of a form may refer to."""
    kinds = {field.refers_to for sheet in sheets_of(form) for field in sheet.fields} - {""}
    out: dict[str, tuple[str, ...]] = {}
    for kind in sorted(kinds):
        first: dict[str, str] = {}
        for name in catalog.names(kind):
            if name.text != name.id or name.listed:
                first.setdefault(name.id, name.text)
        out[kind] = tuple(first.values())
    return out

"""An entry knows where its values stand and which of them refer to something."""

from __future__ import annotations

from site_gen.base.diagnostics import Span
from site_gen.base.plain_text import SourceFile
from site_gen.model.entry import Entry, marked
from site_gen.model.fields import (
    FileIn,
    Line,
    RefTo,
    SiteFile,
    UnitRef,
    Units,
)
from site_gen.model.model import Model, field
from site_gen.model.published import DocumentRef, Published
from site_gen.reading.yaml_reader import parse


class Part(Model):
    lead: Units = field("Chủ trì", "", ())
    document: DocumentRef | None = field("Văn bản", "", None)


class Sample(Published):
    name: Line = field("Tên", "")
    unit: UnitRef = field("Đơn vị", "")
    other: UnitRef | None = field("Đơn vị khác", "", None)
    files: tuple[SiteFile, ...] = field("Tệp", "", ())
    parts: tuple[Part, ...] = field("Phần", "", ())


SAMPLE = Sample.model_validate(
    {
        "name": "A",
        "unit": "ubnd-xa",
        "files": ["files/a.pdf", "files/b.pdf"],
        "parts": [{"lead": "Văn phòng"}, {"lead": ["X", "Y"], "document": {"title": "T", "file": "files/c.pdf"}}],
    }
)


def test_every_reference_and_file_is_found_with_its_place() -> None:
    assert list(marked(SAMPLE)) == [
        (("unit",), RefTo("unit"), "ubnd-xa"),
        (("files", 0), FileIn(), "files/a.pdf"),
        (("files", 1), FileIn(), "files/b.pdf"),
        (("parts", 0, "lead", 0), RefTo("unit"), "Văn phòng"),
        (("parts", 1, "lead", 0), RefTo("unit"), "X"),
        (("parts", 1, "lead", 1), RefTo("unit"), "Y"),
        (("parts", 1, "document", "file"), FileIn(), "files/c.pdf"),
    ]


def test_an_entry_shows_where_a_value_stands() -> None:
    document, _ = parse(SourceFile("a.yml", "name: A\nunit: ubnd-xa\n"))
    assert document is not None
    entry = Entry("sample", "a", "a.yml", SAMPLE, document)
    assert entry.at("unit") == Span("a.yml", 2, 7, 14)

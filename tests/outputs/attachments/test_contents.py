"""The words of attachments are read; what cannot be read is said so."""

from __future__ import annotations

import re
from time import process_time

import pytest
from specimens import docx, jpeg, odt, packed, packed_pdf, pdf, xlsx

from site_gen.outputs.cleaning import cleaned
from site_gen.outputs.contents import Inside, inside_of, one_reader
from site_gen.outputs.contents import pdf as pdf_module
from site_gen.outputs.privacy import scan


def hits(name: str, data: bytes) -> list[tuple[str, str]]:
    return [(hit.code[-1], hit.key) for hit in scan(inside_of(name, data).text)]


def test_words_of_every_form_are_read() -> None:
    assert hits("a.docx", docx("gọi 0912 345 678")) == [("2", "0912345678")]
    assert hits("a.odt", odt("gọi 0912<text:s/>345<text:span>678</text:span>")) == [("2", "0912345678")]
    assert hits("a.csv", b"CMND;x\n095123456;y\n") == [("1", "095123456")]
    assert hits("a.txt", b"0912345678") == [("2", "0912345678")]
    assert hits("a.pdf", pdf("goi 0912 345 678")) == [("2", "0912345678")]
    assert inside_of("a.jpg", jpeg()) == Inside("")


def test_a_number_cut_into_runs_is_whole() -> None:
    runs = "</w:t></w:r><w:r><w:t>"
    assert hits("a.docx", docx(f"0912{runs}345{runs}678")) == [("2", "0912345678")]


def test_a_spreadsheet_knows_its_columns() -> None:
    assert hits("a.xlsx", xlsx("Số CMND", "<v>195123456</v>")) == [("1", "195123456")]
    assert hits("a.xlsx", xlsx("Điện thoại", "<v>912345678</v>")) == [("2", "0912345678")]
    assert hits("a.xlsx", xlsx("Số tiền", "<v>912345678</v>")) == []
    assert hits("a.xlsx", xlsx("Ghi chú", "<v>1</v>", shared=True)) == [("2", "0912345678")]


def test_a_pdf_says_whom_it_names_until_it_is_cleaned() -> None:
    assert inside_of("a.pdf", pdf()).names == ("Author", "XMP creator")
    assert inside_of("a.pdf", cleaned("a.pdf", pdf())).names == ()
    assert inside_of("a.pdf", packed_pdf()).names == ("Author",)
    signed = inside_of("a.pdf", pdf(signed=True))
    assert (signed.signed, signed.names) == (True, ("Author", "XMP creator"))


def test_a_scan_a_locked_and_a_damaged_pdf_are_told_apart() -> None:
    scanned = inside_of("a.pdf", pdf("", author=""))
    locked = inside_of("a.pdf", pdf(password="x"))
    broken = inside_of("a.pdf", b"%PDF-1.4\nnothing\n%%EOF\n")
    assert [(s.pictures, s.locked, s.unread) for s in (scanned, locked, broken)] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]


def test_a_pdf_that_lost_its_index_is_read_by_what_lies_in_it() -> None:
    whole = pdf("goi 0912 345 678")
    body = whole[: whole.rindex(b"xref\n", 0, whole.rindex(b"startxref"))]
    root = re.findall(rb"/Root (\d+ 0 R)", whole)[-1]
    assert hits("a.pdf", body + b"trailer << /Root " + root + b" >>\n%%EOF\n") == [("2", "0912345678")]


def test_a_pdf_that_only_forbids_changes_is_read() -> None:
    assert "0912 345 678" in inside_of("a.pdf", pdf("0912 345 678", password="")).text


def test_a_signed_document_says_whom_it_still_names() -> None:
    told = inside_of("a.docx", cleaned("a.docx", docx(**{"_xmlsignatures/sig1.xml": "<Signature/>"})))
    assert (told.signed, told.names) == (True, ("Company", "Manager", "creator", "lastModifiedBy"))
    assert inside_of("a.docx", cleaned("a.docx", docx())).names == ()


@pytest.mark.parametrize("xml", [b"<row>" * 400_000, b"<row><c r='A1'>" * 300_000, b"<c " * 500_000, b"<si>" * 500_000])
def test_a_hostile_spreadsheet_does_not_keep_the_reader_busy(xml: bytes) -> None:
    began = process_time()
    inside_of("a.xlsx", packed({"xl/sharedStrings.xml": xml, "xl/worksheets/sheet1.xml": xml}))
    assert process_time() - began < 10


def test_of_a_text_without_end_the_rest_is_said_to_be_unread() -> None:
    told = inside_of("a.txt", b"x " * 4_100_000)
    assert told.unread
    assert scan(told.text) == []


def test_a_pdf_that_keeps_the_reader_busy_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_module, "SECONDS", 0.001)
    assert inside_of("a.pdf", pdf()) == Inside("", unread=True)


def test_a_pdf_that_ends_the_reader_leaves_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    with one_reader():
        first = inside_of("a.pdf", pdf("0912 345 678"))
        assert pdf_module._running is not None
        process = pdf_module._running._process
        assert process is not None
        process.kill()
        process.wait()
        assert inside_of("b.pdf", pdf("0912 345 678")) == Inside("", unread=True)
        assert inside_of("c.pdf", pdf("0912 345 678")) == first
    assert pdf_module._running is None

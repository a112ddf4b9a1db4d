"""What leaves names nobody, looks the same, and is the same bytes for the same file."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from specimens import SOMEBODY, box, chunk, docx, jpeg, mp4, odt, packed, packed_pdf, pdf, png, segment, svg, webp, xlsx

from site_gen.outputs.cleaning import cleaned
from site_gen.outputs.cleaning.pictures import upright
from site_gen.outputs.packed import Broken
from site_gen.reading.picture import orientation

MAKERS: dict[str, Callable[[], bytes]] = {
    "a.jpg": jpeg, "a.png": png, "a.webp": webp, "a.mp4": mp4, "a.docx": docx, "a.xlsx": xlsx, "a.odt": odt, "a.pdf": pdf,
    "a.svg": svg,
}  # fmt: skip  # a table: a kind of file with its maker


def inside(data: bytes) -> bytes:
    """All bytes of a file, those of a packed one unfolded."""
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(BytesIO(data)) as package:
        return b"\n".join(package.read(name) for name in package.namelist())


@pytest.mark.parametrize("name", MAKERS)
def test_nobody_is_named_any_more(name: str) -> None:
    before = MAKERS[name]()
    after = cleaned(name, before)
    where = SOMEBODY.encode() if name != "a.mp4" else b"+21.0278"
    assert where in inside(before)
    assert where not in inside(after)
    assert SOMEBODY.encode() not in inside(after)


@pytest.mark.parametrize("name", MAKERS)
def test_cleaning_is_done_once_and_for_all(name: str) -> None:
    after = cleaned(name, MAKERS[name]())
    assert cleaned(name, after) == after
    assert cleaned(name, MAKERS[name]()) == after


def test_a_jpeg_keeps_its_picture_and_its_colours() -> None:
    after = cleaned("a.jpg", jpeg())
    assert b"Exif" not in after
    assert b"ICC_PROFILE\0\1\1colours" in after
    assert after.startswith(b"\xff\xd8\xff\xe0")
    before = jpeg()
    assert after.endswith(before[before.index(b"\xff\xdb") : before.index(b"trailer")])


@pytest.mark.parametrize("turned", range(1, 9))
@pytest.mark.parametrize("order", ["big", "little"])
def test_a_jpeg_stays_upright(turned: int, order: str) -> None:
    after = cleaned("a.jpeg", jpeg(turned, order))
    at = after.find(b"Exif\0\0")
    assert (orientation(after[at + 6 :]) if at >= 0 else 1) == turned
    assert (at >= 0) == (turned != 1)


@pytest.mark.parametrize(("name", "maker"), [("a.png", png), ("a.webp", webp)])
def test_other_pictures_stay_upright(name: str, maker: Callable[[int], bytes]) -> None:
    assert upright(6) in cleaned(name, maker(6))
    assert b"MM\0*" not in cleaned(name, maker(1))


def test_a_png_keeps_its_chunks_and_a_webp_says_what_it_holds() -> None:
    assert b"pHYs" in cleaned("a.png", png())
    assert cleaned("a.png", png()).endswith(b"IEND\xaeB`\x82")
    after = cleaned("a.webp", webp())
    assert after[20] & 0x0C == 0
    assert cleaned("a.webp", webp(3))[20] & 0x0C == 0x08
    assert int.from_bytes(after[4:8], "little") == len(after) - 8


def test_a_film_keeps_its_length_and_its_pictures() -> None:
    before, after = mp4(), cleaned("a.mp4", mp4())
    assert len(before) == len(after)
    assert after.index(b"mdat") == before.index(b"mdat")
    assert after.count(b"free") == 3


def test_a_document_keeps_its_text_and_its_order() -> None:
    after = cleaned("a.docx", docx("Kế hoạch năm 2026"))
    with zipfile.ZipFile(BytesIO(after)) as package:
        assert package.testzip() is None
        with zipfile.ZipFile(BytesIO(docx())) as old:
            assert package.namelist() == old.namelist()
        assert "Kế hoạch năm 2026" in package.read("word/document.xml").decode()
        assert b'w:author=""' in package.read("word/document.xml")
        assert "<dc:title>Kế hoạch</dc:title><dc:creator></dc:creator>" in package.read("docProps/core.xml").decode()
        assert b"<Pages>1</Pages>" in package.read("docProps/app.xml")
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert upright(6) in package.read("word/media/image1.jpeg")


def test_the_mimetype_of_an_open_document_stays_first_and_unpacked() -> None:
    after = cleaned("a.odt", odt())
    assert after[30:38] == b"mimetype"
    assert b"application/vnd.oasis.opendocument.text" in after[:80]


def test_a_signed_document_is_left_alone() -> None:
    signed = docx(**{"_xmlsignatures/sig1.xml": "<Signature/>"})
    assert cleaned("a.docx", signed) == signed
    signed_pdf = pdf(signed=True)
    assert cleaned("a.pdf", signed_pdf) == signed_pdf


def test_a_pdf_keeps_every_offset() -> None:
    before, after = pdf(), cleaned("a.pdf", pdf())
    assert len(before) == len(after)
    assert b"Ke hoach" in after


@pytest.mark.parametrize(
    "written", [rb"(Nguyen \(Mau\) \\)", b"(Nguyen (Van) Mau)", b"<4e677579656e>", b"(\xfe\xff\0N\0g)"]
)
def test_an_author_is_blanked_in_every_spelling(written: bytes) -> None:
    before = b"%PDF-1.4\n1 0 obj << /Author " + written + b" /Title (x) >>"
    after = cleaned("a.pdf", before)
    assert len(before) == len(after)
    assert b"/Title (x)" in after
    assert b"Nguyen" not in after
    assert b"4e67" not in after


def test_what_is_packed_inside_a_pdf_is_not_reached() -> None:
    assert cleaned("a.pdf", packed_pdf()) == packed_pdf()


@pytest.mark.parametrize("name", MAKERS)
@given(share=st.floats(0, 1))
def test_a_file_cut_short_is_told_or_cleaned_but_never_crashes(name: str, share: float) -> None:
    whole = MAKERS[name]()
    with suppress(Broken):
        cleaned(name, whole[: int(len(whole) * share)])


@pytest.mark.parametrize("name", MAKERS)
@given(at=st.floats(0, 0.999), byte=st.integers(0, 255))
def test_a_damaged_byte_never_crashes(name: str, at: float, byte: int) -> None:
    data = bytearray(MAKERS[name]())
    data[int(len(data) * at)] = byte
    with suppress(Broken):
        cleaned(name, bytes(data))


def test_what_unfolds_to_gigabytes_is_refused() -> None:
    bomb = packed({"docProps/core.xml": b"0" * (65 << 20)})
    assert len(bomb) < 1 << 20
    with pytest.raises(Broken, match="unpacks"):
        cleaned("a.docx", bomb)


HOSTILE = {
    "a.pdf": [
        b"%PDF-1.4\n" + b"/Author (" * 400_000,
        b"%PDF-1.4\n" + b"<dc:creator>" * 400_000,
        b"%PDF-1.4\n" + b"/Author <" * 400_000,
    ],
    "a.jpg": [b"\xff\xd8" + b"\xff" * 4_000_000, b"\xff\xd8" + segment(0xFE, b"") * 500_000],
    "a.png": [b"\x89PNG\r\n\x1a\n" + chunk(b"tEXt", b"") * 300_000],
    "a.webp": [b"RIFF\xff\xff\xff\x00WEBP" + b"EXIF\0\0\0\0" * 300_000],
    "a.mp4": [box(b"ftyp", b"isom") + box(b"moov", b"") * 300_000, box(b"ftyp", b"isom") + b"\0\0\1\0moov" * 1000],
    "a.docx": [
        packed({"docProps/core.xml": b"<dc:creator>" * 500_000}),
        packed({"docProps/custom.xml": b"<property><vt:lpwstr>" * 300_000}),
        packed({"xl/workbook.xml": b"<absPath " * 500_000}),
        packed({"word/document.xml": b" w:author='" * 500_000}),
    ],
    "a.odt": [
        packed({"meta.xml": b"<meta:template>" * 400_000}),
        packed({"meta.xml": b"<meta:user-defined>" * 400_000}),
    ],
}


@pytest.mark.parametrize(("name", "number"), [(name, n) for name, many in HOSTILE.items() for n in range(len(many))])
def test_a_hostile_file_does_not_keep_the_cleaner_busy(name: str, number: int) -> None:
    began = process_time()
    with suppress(Broken):
        cleaned(name, HOSTILE[name][number])
    assert process_time() - began < 10  # seconds; without bounds it would be hours


def test_a_part_that_is_there_twice_is_refused() -> None:
    twins = packed({"a": "x", "b": "y"}).replace(b"b", b"a")
    with pytest.raises(Broken, match="twice"):
        cleaned("a.docx", twins)

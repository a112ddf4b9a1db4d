from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from builds import DAY, SMALL

from site_gen.base.messages import msg
from site_gen.model.evidence import Evidence
from site_gen.model.published import DocumentRef
from site_gen.pipeline.gather import gather
from site_gen.pipeline.request import Request
from site_gen.rules.snapshot import Link, Note, Snapshot


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    (only,) = gather(Request(SMALL, tmp_path_factory.mktemp("snapshot") / "output", DAY)).snapshots
    return only


def test_soon_is_as_many_days_ahead_as_the_site_says(snapshot: Snapshot) -> None:
    assert snapshot.soon == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("text", "shown", "url"),
    [
        ("Một cửa", "Một cửa", "don-vi/trung-tam-phuc-vu.html"),
        ("một CỬA", "một CỬA", "don-vi/trung-tam-phuc-vu.html"),
        ("van-phong", "Văn phòng HĐND và UBND xã", "don-vi/van-phong.html"),
        ("Ban quản lý", "Ban quản lý", ""),
    ],
)
def test_a_reference_keeps_the_words_of_its_document_and_leads_where_it_means(
    text: str, shown: str, url: str, snapshot: Snapshot
) -> None:
    assert snapshot.link("unit", text) == Link(shown, url)
    assert snapshot.links("unit", (text,)) == [Link(shown, url)]


def test_a_document_leads_to_its_attachment_where_the_site_has_it(snapshot: Snapshot) -> None:
    shown = snapshot.document(DocumentRef(title="Kế hoạch", file="files/ke-hoach-2026.pdf"))
    assert (shown.title, shown.file, shown.signed) == (
        "Kế hoạch",
        "files/ke-hoach-2026.pdf",
        "không có chữ ký số",
    )
    assert shown.size == (SMALL / "files" / "ke-hoach-2026.pdf").stat().st_size
    missing = snapshot.document(DocumentRef(title="Kế hoạch", file="files/khac.pdf"))
    assert (missing.file, missing.size) == ("", 0)


def test_evidence_says_whether_it_is_signed(snapshot: Snapshot) -> None:
    assert snapshot.document(Evidence(title="Báo cáo", signed=True)).signed


def test_notes_come_in_the_language_of_the_site_sums_first(snapshot: Snapshot) -> None:
    told = Note("PLAN001", msg("Contact"), msg("Units"), "Bản gốc ghi thế.", "nv-1")
    part = Note("SCORE001", msg("Contact"), msg("Units"), "Cộng sai.", "1", "5", "4", "2 + 2 = 4")
    whole = replace(part, item="total")
    noted = Snapshot(snapshot.catalog, DAY, {"a.yml": (told, part, whole)})
    assert [(note.code, note.item) for note in noted.notes_of("a.yml")] == [
        ("SCORE001", "total"),
        ("SCORE001", "1"),
        ("PLAN001", "nv-1"),
    ]
    (first, *_) = noted.notes_of("a.yml")
    assert first.title == "Liên hệ"
    assert noted.notes_of("a.yml", "en")[0].title == "Contact"
    assert noted.notes_of(str(Path("b.yml"))) == []

"""Signatures reach the page as the file says them, are read once, and name no person."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from builds import built, change, clean, lay_bare, tree
from signed_files import OFFICE, holder, plain_pdf, signed, with_page_changed, written

from site_gen.outputs import signatures as reading
from site_gen.pipeline import signatures

DOCUMENT = """\
type: quyết định
number: 12/QĐ-UBND
date: 05/01/2026
issuer: ubnd-xa-binh-an
abstract: Văn bản thử chữ ký
file: files/quyet-dinh.pdf
published_at: 06/01/2026
"""
PAGE = "van-ban/ky.html"
NAME = "Nguyễn Văn Mẫu"


def words(page: bytes) -> str:
    """What the page says, without its markup."""
    return " ".join(re.sub(r"<[^>]*>", " ", page.decode()).split())


@pytest.fixture(scope="module")
def both() -> bytes:
    """A PDF that the chairman and the office signed."""
    root = holder(ca=True, cn="Tổ chức thử nghiệm", o="Thử nghiệm")
    person = holder(root, cn=NAME, o=OFFICE, title="Chủ tịch", email="mau@example.gov.vn")
    return signed(signed(plain_pdf(), person), holder(root, cn=OFFICE, o=OFFICE), "Signature2")


def with_document(content: Path, both: bytes) -> Path:
    written(content / "documents" / "ky.yml", DOCUMENT.encode())
    written(content / "files" / "quyet-dinh.pdf", both)
    return content


@pytest.fixture
def site(tmp_path: Path, both: bytes) -> Path:
    return with_document(lay_bare(tmp_path / "content"), both)


@pytest.fixture(scope="module")
def yesterday(tmp_path_factory: pytest.TempPathFactory, both: bytes) -> Path:
    """A folder with the content, what was built of it, and what is remembered: for all to read, and to copy."""
    home = tmp_path_factory.mktemp("signed")
    clean(with_document(lay_bare(home / "content"), both), home / "output")
    return home


def test_a_page_says_who_signed_when_and_that_nothing_was_changed(yesterday: Path, both: bytes) -> None:
    out = tree(yesterday / "output")
    said = words(out[PAGE])
    assert f"Chủ tịch, {OFFICE}" in said
    assert f"cơ quan: {OFFICE}" in said
    assert "05/01/2026 13:43:32" in said
    assert "chưa bị sửa" in said
    assert "chưa kiểm tra được chứng thư" in said
    assert "hợp lệ" not in said
    assert out["files/quyet-dinh.pdf"] == both  # what is signed is published to the byte


def test_no_name_of_who_signed_is_in_the_output_or_remembered(yesterday: Path) -> None:
    out = tree(yesterday / "output")
    remembered = tree(yesterday / ".sitegen")
    assert PAGE in out
    assert any(path.endswith("signatures.json") for path in remembered)
    for path, data in {**out, **remembered}.items():
        if not path.endswith(".pdf"):
            assert NAME.encode() not in data, path
            assert b"mau@example" not in data, path


def test_a_file_that_was_changed_after_signing_is_not_published(site: Path, both: bytes, tmp_path: Path) -> None:
    written(site / "files" / "quyet-dinh.pdf", with_page_changed(both))
    outcome = built(site, tmp_path / "output")
    assert outcome.published is None
    assert [d.code for d in outcome.found if d.code.startswith("SIGN")] == ["SIGN001"]


def test_what_was_read_is_remembered_until_file_or_certificates_change(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []

    def counted(files: list[Path], certificates: list[Path]) -> reading.Signatures:
        asked.append([path.name for path in files])
        return reading.signatures_of(files, certificates)

    monkeypatch.setattr(signatures, "signatures_of", counted)
    first = clean(site, tmp_path / "output")
    assert asked == [["quyet-dinh.pdf"]]
    change(site / "documents" / "ky.yml", "thử chữ ký", "thử chữ ký số")
    clean(site, tmp_path / "output")
    assert len(asked) == 1
    written(site / "certificates" / "goc.pem", holder(ca=True, cn="Khác").pem)
    change(site / "documents" / "ky.yml", "thử chữ ký số", "thử chữ ký")
    assert clean(site, tmp_path / "output") == first
    assert len(asked) == 2


@pytest.mark.parametrize("broken", [b"", b"{}", b"[" * 9999, b'{"engine": "x", "files": {"a": 1}}'])
def test_a_broken_memory_costs_time_alone(broken: bytes, yesterday: Path, tmp_path: Path) -> None:
    home = Path(shutil.copytree(yesterday, tmp_path / "home"))
    first = tree(home / "output")
    (memory,) = (home / ".sitegen").rglob("signatures.json")
    assert json.loads(memory.read_bytes())["files"]
    memory.write_bytes(broken)
    change(home / "content" / "documents" / "ky.yml", "thử chữ ký", "thử  chữ ký")
    assert clean(home / "content", home / "output").keys() == first.keys()


def test_without_the_library_pages_say_not_checked_and_a_hint_says_how_to_get_it(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signatures, "readable", lambda: False)
    outcome = built(site, tmp_path / "output")
    (found,) = (d for d in outcome.found if d.code == "ATT013")
    assert "pip install" in str(found.hint)
    page = words((tmp_path / "output" / PAGE).read_bytes())
    assert "Chữ ký số của tệp chưa được kiểm tra." in page
    assert "chữ ký số chưa kiểm tra" in page
    assert "chưa bị sửa" not in page


def test_a_file_among_the_certificates_that_holds_none_is_named(site: Path, tmp_path: Path) -> None:
    written(site / "certificates" / "la.txt", b"xin chao")
    outcome = built(site, tmp_path / "output")
    assert [(d.code, d.at.path.rpartition("/")[2]) for d in outcome.found if d.code == "ATT014"] == [
        ("ATT014", "la.txt")
    ]
    assert not any("certificates" in path for path in tree(tmp_path / "output"))

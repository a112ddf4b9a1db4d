"""What may not be opened is refused with a reason and a remedy; a file's ending is not believed."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from office_files import grid, write_docx, write_xlsx

from site_gen.importers.readers import office
from site_gen.importers.readers.opening import read_book
from site_gen.importers.readers.safety import form_of
from site_gen.importers.table import NotRead

TABLE = grid([["TT", "Nhiệm vụ"], ["1", "a"]])


def _refused(path: Path) -> NotRead:
    with pytest.raises(NotRead) as caught:
        read_book(path)
    assert caught.value.hint.id
    return caught.value


def test_the_ending_is_not_believed(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "a.docx", [TABLE]).rename(tmp_path / "a.yml")
    assert read_book(path).form == "docx"


def test_a_lock_file_names_the_file_that_is_open(tmp_path: Path) -> None:
    (tmp_path / "~$ke-hoach.docx").write_bytes(b"\x05user")
    assert "ke-hoach.docx" in str(_refused(tmp_path / "~$ke-hoach.docx").hint)


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").touch()
    assert "is empty" in str(_refused(tmp_path / "a.xlsx"))


def test_a_truncated_file(tmp_path: Path) -> None:
    data = write_xlsx(tmp_path / "a.xlsx", [TABLE]).read_bytes()
    (tmp_path / "b.xlsx").write_bytes(data[: len(data) // 2])
    assert "damaged" in str(_refused(tmp_path / "b.xlsx"))


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", b" " * 30_000_000)
    assert "would unpack" in str(_refused(tmp_path / "a.docx"))


def test_xml_with_entities_is_not_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as file:
        file.writestr("word/document.xml", '<!DOCTYPE x [<!ENTITY a "aaaa">]><w/>')
    assert "no Office program writes" in str(_refused(tmp_path / "a.docx"))


def test_an_archive_is_no_document(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        file.writestr("ke-hoach.docx", "x")
    assert "archive" in str(_refused(tmp_path / "a.zip"))


def test_a_file_with_a_password_is_refused(tmp_path: Path) -> None:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    (tmp_path / "a.xlsx").write_bytes(head + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le"))
    assert "password" in str(_refused(tmp_path / "a.xlsx"))


def test_macros_are_not_run_and_are_mentioned(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsm", [TABLE])
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("xl/vbaProject.bin", b"x")
    assert "macros" in " ".join(str(message) for _, message in read_book(path).remarks)


def test_an_old_word_file_asks_for_word_or_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office.shutil, "which", lambda name: None)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    (tmp_path / "a.doc").write_bytes(head + b"\0" * 500 + "WordDocument".encode("utf-16-le"))
    assert ".docx" in str(_refused(tmp_path / "a.doc").hint)


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.pdf", "a.csv", "a.txt"])
def test_a_file_that_is_not_there(tmp_path: Path, name: str) -> None:
    assert "cannot be read" in str(_refused(tmp_path / name))


def test_forms_are_told_by_their_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"%PDF-1.7")
    (tmp_path / "b").write_text("\n <HTML><table>", encoding="utf-8")
    (tmp_path / "c").write_text("chữ", encoding="utf-8")
    assert [form_of(tmp_path / name) for name in "abc"] == ["pdf", "html", "text"]

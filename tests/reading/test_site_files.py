"""Leftovers are nobody's content for reading, attachments and the preview alike; copies are told beside their originals."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from site_folders import BASE_SITE, lay_out, read_site

from site_gen.base.messages import say
from site_gen.cli.serving.watcher import Changes

LEFTOVERS = [
    "~$bao-cao.docx", ".~lock.bao-cao.odt#", "Thumbs.db", "THUMBS.DB", ".DS_Store", "desktop.ini", "~WRL0001.tmp", "~WRD0003.tmp",
    "bao-cao.docx~", "don-vi.yml.bak", "don-vi.bak", "don-vi.yml.old", "don-vi.yml.orig", "don-vi.md.bak1", ".don-vi.yml.swp",
    "don-vi.yml.swp", "#don-vi.yml#", ".#don-vi.yml", "4913", "quyet-dinh.pdf.crdownload", "quyet-dinh.pdf.part", "anh.jpg.partial",
    "don-vi.yml.tmp", "don-vi.yml.tmp-12345", "5D8A1F30", "A1B2C3D4.tmp", "ehthumbs.db", "sedAbC123", "don-vi.yml.save", "bao-cao.asd",
    "Backup of bao-cao.wbk", "don-vi.yml___jb_tmp___", "lu12ab3c.tmp",
]  # fmt: skip  # names of files, read as a paragraph
UNIT = "name: Văn thư\ntype: bộ phận\nlevel: nội bộ\n"
COPIES = [
    ("{} (1)", True), ("{}(1)", True), ("{} (12)", True), ("{} - Copy", True), ("{} - Copy (2)", True), ("{} - Bản sao", True),
    ("{} - Bản sao (2)", True), ("{} - Sao chép", True), ("{} (copy)", True), ("{} (another copy)", True), ("{} (Bản sao 2)", True),
    ("Copy of {}", True), ("Bản sao của {}", True), ("{}-LAPTOP-5QK2", True), ("{}-DESKTOP-AB12CD3", True), ("{}-DESKTOP-AB12CD3-2", True),
    ("{} (conflicted copy 2026-11-29)", True), ("{} (An's conflicted copy 2026-11-29)", True),
    ("{} (Bản sao xung đột của MAY1 2026-11-29)", True), ("{}_conflict-20261129-101112", True), ("{} (SFConflict a 2026-11-29)", True),
    ("{}.sync-conflict-20261129-101112-ABCDEFG", True), ("{}_NAS_Nov-29-1011-2026_Conflict", True), ("{} [Conflict]", True),
    ("{}.Conflict", True), ("{}_LOCAL_1234", True), ("{}~HEAD", True),
    ("{}-VANPHONG01", False), ("{} copy", False), ("{}-ban-sao", False), ("{} 2", False), ("{}_copy", False),
]  # fmt: skip  # names of files, read as a paragraph


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "content", [BASE_SITE])


@pytest.mark.parametrize("name", LEFTOVERS)
def test_a_leftover_is_nobodys_content_wherever_it_lies(name: str, root: Path) -> None:
    watch = Changes([root], [], Event())
    for folder in ("units", "files", "files/anh", "plans/ke-hoach"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    before = watch.look()
    for folder in (".", "units", "files", "files/anh", "plans/ke-hoach"):
        (root / folder / name).write_text("x\n", encoding="utf-8")
    loaded = read_site(root)
    assert loaded.found == ()
    assert loaded.catalog is not None
    assert not any(name in path for path in loaded.catalog.attachments)
    assert watch.look() == before


@pytest.mark.parametrize(
    "name", ["units/van-thu.yml", "files/ke-hoach-2026.pdf", "files/01-2026.pdf", "news/old.md", "files/20261129.pdf"]
)
def test_what_somebody_wrote_is_no_leftover(name: str, root: Path) -> None:
    watch = Changes([root], [], Event())
    before = watch.look()
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_text("%PDF-1.4\n", encoding="utf-8")
    assert watch.look() != before


@pytest.mark.parametrize(("pattern", "sure"), COPIES)
def test_a_copy_beside_its_original_is_an_error_that_names_both_and_never_advises_to_rename(
    pattern: str, sure: bool, root: Path
) -> None:
    for folder, ending, text in (
        ("units", ".yml", UNIT),
        ("news", ".md", "---\ntitle: Tin\n---\n"),
        ("files", ".pdf", "%PDF-1.4\n"),
    ):
        (root / folder).mkdir(exist_ok=True)
        (root / folder / f"van-thu{ending}").write_text(text, encoding="utf-8")
        changed = f"{text}aliases: [VT]\n" if folder == "units" else text
        copy = pattern.format("van-thu") + ending
        (root / folder / copy).write_text(changed, encoding="utf-8")
        [found] = [d for d in read_site(root).found if d.at.path == f"content/{folder}/{copy}"]
        assert (found.code, found.severity.word) == ("FILE014", "error")
        said = say(found.message, "vi") + say(found.hint or found.message, "vi")
        assert f"`{copy}`" in said
        assert f"`van-thu{ending}`" in said
        assert "xóa" in said
        assert "đổi tên" not in said


@pytest.mark.parametrize(("pattern", "sure"), COPIES)
def test_a_copy_whose_original_is_gone_is_never_an_error(pattern: str, sure: bool, root: Path) -> None:
    name = pattern.format("van-thu")
    (root / f"units/{name}.yml").write_text(UNIT, encoding="utf-8")
    assert {d.code for d in read_site(root).found} <= {"FILE015"}


def test_two_files_that_are_not_alike_are_no_copies_where_the_name_could_be_meant(root: Path) -> None:
    (root / "units/chung-thuc.yml").write_text(UNIT, encoding="utf-8")
    (root / "units/chung-thuc-ban-sao.yml").write_text(
        "name: Chứng thực\ntype: bộ phận\nlevel: nội bộ\n", encoding="utf-8"
    )
    (root / "units/chung-thuc-UBND.yml").write_text("name: Một cửa\ntype: bộ phận\nlevel: nội bộ\n", encoding="utf-8")
    assert [d.code for d in read_site(root).found] == []


@pytest.mark.parametrize(
    "name", ["ke-hoach - Bản sao", "ke-hoach (1)", "Copy of ke-hoach", "ke-hoach (conflicted copy 2026-11-29)"]
)
def test_a_copied_folder_is_one_finding(name: str, root: Path) -> None:
    lay_out(root / "plans" / name, [BASE_SITE / "plans" / "ke-hoach"])
    assert [(d.code, d.at.path) for d in read_site(root).found] == [("FILE014", f"content/plans/{name}")]


def test_a_copied_content_folder_is_one_finding(root: Path) -> None:
    lay_out(root / "units - Copy", [root / "units"])
    assert [(d.code, d.at.path) for d in read_site(root).found] == [("FILE014", "content/units - Copy")]


def test_the_first_line_that_differs_is_named(root: Path) -> None:
    (root / "units/van-thu.yml").write_text(UNIT, encoding="utf-8")
    (root / "units/van-thu (1).yml").write_text(UNIT.replace("bộ phận", "phòng"), encoding="utf-8", newline="\r\n")
    [found] = read_site(root).found
    assert found.hint is not None
    assert "dòng 2" in say(found.hint, "vi")

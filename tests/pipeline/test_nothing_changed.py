"""A build that finds nothing changed says so, writes nothing, and is fooled by nothing."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from builds import DAY_WRITTEN, Nursery, change, clean, lay, pages, tree

from site_gen.pipeline.inputs import RACY_NS

AS_OF = ("--as-of", DAY_WRITTEN)


def nothing(output: Path) -> str:
    """How a build begins that finds nothing changed."""
    return f"Nothing has changed: {pages(output)} pages, 1 warnings, as built before ("


@pytest.fixture
def home(content: Path, tmp_path: Path, nursery: Nursery) -> Path:
    """A folder with content and what a build made of it."""
    time.sleep(2 * RACY_NS / 1e9)
    assert nursery.run("build", *AS_OF, cwd=tmp_path).code == 0
    return tmp_path


def times(folder: Path) -> dict[str, tuple[int, int]]:
    """When every file and folder was last written and changed."""
    return {str(p): (p.stat().st_mtime_ns, p.stat().st_ctime_ns) for p in (folder, *folder.rglob("*"))}


def test_nothing_is_written_not_even_memory(home: Path, nursery: Nursery) -> None:
    before = times(home)
    ran = nursery.run("build", *AS_OF, cwd=home)
    assert (ran.code, ran.out, ran.err.startswith(nothing(home / "output"))) == (0, "", True), ran.err
    assert times(home) == before


def test_quietly_nothing_is_said(home: Path, nursery: Nursery) -> None:
    ran = nursery.run("build", *AS_OF, "-q", cwd=home)
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_a_report_for_programs_is_made_all_the_same_and_nothing_is_written(home: Path, nursery: Nursery) -> None:
    before = times(home / "output")
    ran = nursery.run("build", *AS_OF, "--format", "json", cwd=home)
    assert '"code": "PLAN022"' in ran.out
    assert times(home / "output") == before


def test_the_same_folders_named_otherwise_are_the_same(home: Path, nursery: Nursery) -> None:
    ran = nursery.run("build", *AS_OF, "-s", home / "content", "-d", home / "output", cwd=home)
    assert ran.err.startswith(nothing(home / "output"))


def edited_by_one_letter_of_equal_length(home: Path) -> None:
    page = home / "content" / "pages" / "gioi-thieu.md"
    seen = page.stat()
    page.write_bytes(page.read_bytes().replace("chín thôn".encode(), "chin thôn ".encode()))
    os.utime(page, ns=(seen.st_atime_ns, seen.st_mtime_ns))  # as rsync or an archive would


def replaced_by_an_older_file(home: Path) -> None:
    page = home / "content" / "pages" / "gioi-thieu.md"
    other = home / "other.md"
    other.write_bytes(page.read_bytes().replace("chín thôn".encode(), "hai thôn ".encode()))
    os.utime(other, (0, 0))
    other.replace(page)


def given_another_attachment(home: Path) -> None:
    (home / "content" / "files" / "so-lieu.csv").write_text("a,b\n", encoding="utf-8")


def emptied_of_a_file(home: Path) -> None:
    (home / "content" / "scorecards" / "chi-so-2025.yml").unlink()


def touched_by_hand_in_the_output(home: Path) -> None:
    (home / "output" / "index.html").write_text("?", encoding="utf-8")


def robbed_of_an_output_file(home: Path) -> None:
    (home / "output" / "files" / "so-do.png").unlink()


CHANGES = (
    edited_by_one_letter_of_equal_length,
    replaced_by_an_older_file,
    given_another_attachment,
    emptied_of_a_file,
    touched_by_hand_in_the_output,
    robbed_of_an_output_file,
)


@pytest.mark.parametrize("changed", CHANGES, ids=lambda changed: changed.__name__)
def test_any_change_is_noticed(changed: Callable[[Path], None], home: Path, nursery: Nursery) -> None:
    changed(home)
    ran = nursery.run("build", *AS_OF, cwd=home)
    assert (ran.code, tree(home / "output")) == (0, clean(home / "content", home / "clean")), ran.err


@pytest.mark.parametrize("words", [("--as-of", "2026-12-02"), ("--base-url", "https://example.vn"), ("--strict",)])
def test_another_wish_is_another_build(words: tuple[str, ...], home: Path, nursery: Nursery) -> None:
    assert "Nothing has changed" not in nursery.run("build", *AS_OF, *words, cwd=home).err


def test_an_edit_within_the_tick_of_the_clock_is_noticed(content: Path, tmp_path: Path, nursery: Nursery) -> None:
    page = content / "pages" / "gioi-thieu.md"
    for number in range(5):
        page.write_text(f"---\ntitle: Giới thiệu\n---\nLần {number}.\n", encoding="utf-8")
        assert nursery.run("build", *AS_OF, "-q", cwd=tmp_path).code == 0
        assert f"Lần {number}." in (tmp_path / "output" / "gioi-thieu.html").read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_site_folder_behind_a_link_is_watched_too(tmp_path: Path, nursery: Nursery) -> None:
    lay(tmp_path / "elsewhere" / "binh-an")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "binh-an").symlink_to(tmp_path / "elsewhere" / "binh-an")
    (tmp_path / "content" / "fleet.yml").write_text("title: Một xã\nsites: [binh-an]\n", encoding="utf-8")
    time.sleep(2 * RACY_NS / 1e9)
    for word in ("chín thôn", "mười thôn"):
        assert nursery.run("build", *AS_OF, cwd=tmp_path).code == 0
        assert word in (tmp_path / "output" / "binh-an" / "gioi-thieu.html").read_text(encoding="utf-8")
        change(tmp_path / "elsewhere" / "binh-an" / "pages" / "gioi-thieu.md", word, "mười thôn")


def test_an_output_inside_the_content_is_no_change_of_the_content(
    content: Path, tmp_path: Path, nursery: Nursery
) -> None:
    time.sleep(2 * RACY_NS / 1e9)
    words = ("build", *AS_OF, "-s", ".", "-d", "output")
    assert nursery.run(*words, cwd=content).code == 0
    assert nursery.run(*words, cwd=content).err.startswith(nothing(content / "output"))

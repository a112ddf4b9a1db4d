"""Where the site cannot or must not be written: a clear refusal, and the old site untouched."""

import errno
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from builds import DAY, DAY_WRITTEN, SMALL, Nursery, built, change, clean, lay, tree

from site_gen.outputs.writer.refused import OutputRefused
from site_gen.pipeline import inputs

AS_OF = ("--as-of", DAY_WRITTEN)


def test_a_folder_of_somebody_else_is_refused_and_stays(content: Path, tmp_path: Path, nursery: Nursery) -> None:
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "index.html").write_text("mine", encoding="utf-8")
    ran = nursery.run("build", *AS_OF, "-q", cwd=tmp_path)
    assert ran.code == 2
    assert "holds files that this program did not make: index.html" in ran.err
    assert "how to fix it" in ran.err
    assert tree(tmp_path / "output") == {"index.html": b"mine"}


@pytest.mark.parametrize("out", ["content", ".", "content/.."])
def test_the_content_is_never_the_output(out: str, content: Path, tmp_path: Path, nursery: Nursery) -> None:
    before = tree(content)
    ran = nursery.run("build", *AS_OF, "-d", out, cwd=tmp_path)
    assert (ran.code, " is or holds " in ran.err) == (2, True), ran.err
    assert tree(content) == before


def test_a_file_in_place_of_the_folder_is_refused_and_stays(content: Path, tmp_path: Path, nursery: Nursery) -> None:
    (tmp_path / "output").write_bytes(b"mine")
    ran = nursery.run("build", *AS_OF, cwd=tmp_path)
    assert (ran.code, "is a file" in ran.err) == (2, True), ran.err
    assert (tmp_path / "output").read_bytes() == b"mine"


def test_a_disk_that_fills_leaves_the_old_site(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = clean(content, tmp_path / "output")
    real, room = os.write, 60_000

    def write(fd: int, data: bytes | memoryview) -> int:
        nonlocal room
        room -= len(data)
        if room < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(fd, data)

    monkeypatch.setattr(os, "write", write)
    with pytest.raises(OutputRefused, match="is full"):
        built(content, tmp_path / "output", as_of=DAY + timedelta(days=1))
    monkeypatch.undo()
    assert tree(tmp_path / "output") == old
    new = clean(content, tmp_path / "output", as_of=DAY + timedelta(days=1))
    assert new == clean(content, tmp_path / "clean", as_of=DAY + timedelta(days=1))


def test_a_memory_that_cannot_be_kept_fails_no_build(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, value: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(inputs, "keep", full)
    assert clean(content, tmp_path / "output") == clean(SMALL, tmp_path / "clean")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Makes a small disk, or makes it another: its size, or `ro`."""
    if os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only root can mount a small disk")
    mount = tmp_path / "disk"
    mount.mkdir()

    def make(options: str) -> Path:
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(mount)]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("this system does not let root mount a small disk")
        return mount

    yield make
    if mount.is_mount():
        subprocess.run(["umount", str(mount)], check=True)


def test_a_real_disk_that_is_full_is_told_and_keeps_its_old_site(
    disk: Callable[[str], Path], tmp_path: Path, nursery: Nursery
) -> None:
    home = disk("size=8m")
    content = lay(tmp_path / "content")
    words = ("build", *AS_OF, "-s", content, "-d", home / "output")
    assert nursery.run(*words, cwd=tmp_path).code == 0
    old = tree(home / "output")
    (home / "ballast").write_bytes(b"x" * (shutil.disk_usage(home).free - 100_000))
    change(content / "site.yml", "UBND xã Bình An", "UBND xã Bình An mới")
    ran = nursery.run(*words, cwd=tmp_path)
    assert (ran.code, "is full" in ran.err) == (2, True), ran.err
    assert tree(home / "output") == old
    (home / "ballast").unlink()
    assert nursery.run(*words, cwd=tmp_path).code == 0
    assert tree(home / "output") == clean(content, tmp_path / "clean")


def test_a_real_disk_that_is_read_only_is_told_and_keeps_its_old_site(
    disk: Callable[[str], Path], tmp_path: Path, nursery: Nursery
) -> None:
    home = disk("size=4m")
    content = lay(tmp_path / "content")
    words = ("build", *AS_OF, "-s", content, "-d", home / "output")
    assert nursery.run(*words, cwd=tmp_path).code == 0
    old = tree(home / "output")
    subprocess.run(["mount", "-o", "remount,ro", str(home)], check=True)
    change(content / "site.yml", "UBND xã Bình An", "UBND xã Bình An mới")
    ran = nursery.run(*words, cwd=tmp_path)
    assert (ran.code, "no permission to write" in ran.err) == (2, True), ran.err
    assert tree(home / "output") == old


def test_content_that_cannot_be_written_to_is_built_all_the_same(
    disk: Callable[[str], Path], tmp_path: Path, nursery: Nursery
) -> None:
    home = disk("size=4m")
    content = lay(home / "content")
    subprocess.run(["mount", "-o", "remount,ro", str(home)], check=True)
    assert nursery.run("build", *AS_OF, "-s", content, cwd=tmp_path).code == 0
    assert tree(tmp_path / "output") == clean(SMALL, tmp_path / "clean")

"""One input, one output: to the last byte, wherever and however it is built."""

import os
import random
import shutil
import sys
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from builds import DAY_WRITTEN, REPOSITORY, SMALL, built, clean, lay, sitegen, tree

WHOLE = REPOSITORY / "content"


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The small site, built in this process."""
    return clean(SMALL, tmp_path_factory.mktemp("plain") / "output")


# Without a locale, in a time zone behind ours: the test of all five plans, at the end.
SURROUNDINGS = {
    "another locale": {"LC_ALL": "vi_VN.UTF-8", "LANGUAGE": "fr", "SITEGEN_LANG": "vi"},
    "the other side of midnight": {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "3"},
}


@pytest.mark.parametrize("named", SURROUNDINGS.values(), ids=SURROUNDINGS)
def test_surroundings_leave_no_trace(named: dict[str, str], plain: dict[str, bytes], tmp_path: Path) -> None:
    ran = sitegen("build", "-s", SMALL, "--as-of", DAY_WRITTEN, cwd=tmp_path, env=named)
    assert (ran.returncode, tree(tmp_path / "output")) == (0, plain), ran.stderr


def test_the_day_can_come_from_the_environment(plain: dict[str, bytes], tmp_path: Path) -> None:
    lay(tmp_path / "content")
    past_midnight_in_vietnam = datetime(2026, 11, 30, 17, 30, tzinfo=UTC)
    env = {"SOURCE_DATE_EPOCH": str(int(past_midnight_in_vietnam.timestamp()))}
    ran = sitegen("build", "-d", "www", cwd=tmp_path, env=env)
    assert (ran.returncode, tree(tmp_path / "www")) == (0, plain), ran.stderr


def test_the_working_folder_is_no_part_of_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b"):
        lay(tmp_path / "content" / name)
    (tmp_path / "content" / "fleet.yml").write_text("title: Hai xã\nsites: [a, b]\n", encoding="utf-8")
    trees = []
    for number, cwd in enumerate((tmp_path, Path("/"))):
        monkeypatch.chdir(cwd)
        trees.append(clean(tmp_path / "content", tmp_path / str(number)))
    monkeypatch.chdir(tmp_path)
    trees.append(clean(Path("content"), Path("output")))
    assert trees[0] == trees[1] == trees[2]
    assert b'href="../../index.html"' in trees[1]["a/don-vi/index.html"]  # the way out of the site, to its portal


@pytest.mark.parametrize("seed", range(3))
def test_the_order_in_which_folders_are_listed_does_not_matter(
    seed: int, plain: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dice = random.Random(seed)
    scandir, listdir = os.scandir, os.listdir

    class Shuffled:
        def __init__(self, *where: Any) -> None:
            self.real = scandir(*where)
            self.found = list(self.real)
            dice.shuffle(self.found)

        def __enter__(self) -> "Shuffled":
            return self

        def __exit__(self, *_: object) -> None:
            self.close()

        def __iter__(self) -> Iterator[os.DirEntry[str]]:
            return iter(self.found)

        def __next__(self) -> os.DirEntry[str]:
            if not self.found:
                raise StopIteration
            return self.found.pop()

        def close(self) -> None:
            self.real.close()

    monkeypatch.setattr(os, "scandir", Shuffled)
    monkeypatch.setattr(os, "listdir", lambda *where: dice.sample(names := listdir(*where), len(names)))
    assert clean(SMALL, tmp_path / "output") == plain


def test_names_of_files_in_decomposed_letters_make_the_same_site(plain: dict[str, bytes], tmp_path: Path) -> None:
    content = tmp_path / "content"
    for path in SMALL.rglob("*"):
        if path.is_file():
            target = content / unicodedata.normalize("NFD", path.relative_to(SMALL).as_posix())
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    assert [p.name for p in content.rglob("*") if not unicodedata.is_normalized("NFC", p.name)]
    assert clean(content, tmp_path / "output") == plain


@pytest.mark.skipif(sys.platform == "win32", reason="rights of another kind")
def test_the_rights_that_new_files_get_are_no_part_of_the_bytes(plain: dict[str, bytes], tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        assert clean(SMALL, tmp_path / "output") == plain
    finally:
        os.umask(before)


def test_swapping_the_folder_makes_the_same_site(plain: dict[str, bytes], tmp_path: Path) -> None:
    assert clean(SMALL, tmp_path / "output", swap=True) == plain


def test_times_of_the_content_files_do_not_matter(plain: dict[str, bytes], tmp_path: Path) -> None:
    content = lay(tmp_path / "content")
    for path in content.rglob("*"):
        os.utime(path, (0, 0))
    assert clean(content, tmp_path / "output") == plain


def test_all_five_plans_are_one_site_on_one_core_here_or_on_four_in_los_angeles(built: Path, tmp_path: Path) -> None:
    env = {"TZ": "America/Los_Angeles", "LC_ALL": "C", "PYTHONHASHSEED": "4"}
    words = ("build", "-s", WHOLE, "-d", "four", "--jobs", "4", "--as-of", "2026-11-21", "-q")
    ran = sitegen(*words, cwd=tmp_path, env=env)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    four = tree(tmp_path / "four")
    assert len(four) > 400
    assert four == tree(built)


def test_a_page_shows_no_day_but_those_of_its_content_and_of_the_build(tmp_path: Path) -> None:
    assert built(SMALL, tmp_path / "output").published is not None
    again = built(SMALL, tmp_path / "output")
    assert again.published is not None
    assert (again.published.written, again.published.removed) == ((), ())

"""What is remembered between builds may be lost or ruined at any time: speed changes, bytes never."""

import hashlib
import json
import pickle
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from builds import DAY_WRITTEN, Nursery, change, clean, lay, tree

Harm = Callable[[Path], None]


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def overwritten(file: Path) -> None:
    file.write_bytes(b"\x00\xff junk {")


def made_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def seal(file: Path, body: bytes) -> None:
    """Writes lines under a seal that fits, as only a fault of ours could."""
    file.write_bytes(json.dumps(hashlib.sha256(body).hexdigest()).encode() + b"\n" + body)


def of_another_shape(value: Any) -> Harm:
    def harm(file: Path) -> None:
        text = json.dumps(value).encode()
        file.write_bytes(text)
        if file.suffix == ".jsonl":
            seal(file, text)

    return harm


def with_every_value_changed(value: Any) -> Harm:
    def changed(old: Any) -> Any:
        if isinstance(old, dict):
            return {key: changed(inner) for key, inner in old.items()}
        return [changed(inner) for inner in old] if isinstance(old, list) else value

    def harm(file: Path) -> None:
        if file.suffix == ".json":
            file.write_text(json.dumps(changed(json.loads(file.read_bytes()))))
            return
        if file.suffix == ".pickle":  # what nobody sealed
            file.write_bytes(file.read_bytes()[:32] + pickle.dumps(({}, value)))
            return
        _, engine, *lines = file.read_bytes().split(b"\n")
        spoilt = [json.dumps([digest, *changed(rest)]).encode() for digest, *rest in map(json.loads, lines)]
        seal(file, b"\n".join([engine, *spoilt]))

    return harm


def with_words_changed(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace("chín thôn".encode(), "hai thôn".encode()))


HARMS: dict[str, Harm] = {
    "cut short": cut_short,
    "emptied": emptied,
    "overwritten": overwritten,
    "a list": of_another_shape([]),
    "a table": of_another_shape({}),
    "nothing": of_another_shape(None),
    "a word": of_another_shape("word"),
    "a table of tables": of_another_shape({"documents": {"a": {}}, "engine": {}, "inputs": 1, "index.html": {}}),
    "deep": lambda file: file.write_bytes(b"[" * 200_000),
    "every value a number": with_every_value_changed(7),
    "every value a word": with_every_value_changed("x"),
    "every value nothing": with_every_value_changed(None),
    "other words": with_words_changed,
}


ENDINGS = {"": {".json", ".pickle", ".lock"}, "true": {".json", ".jsonl", ".lock"}}
"""What is remembered at a desk, and where `CI` is set."""


@pytest.fixture(scope="module", params=ENDINGS, ids=["at a desk", "on a machine that only builds"])
def ci(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def nursery(tmp_path_factory: pytest.TempPathFactory, ci: str) -> Iterator[Nursery]:
    nursery = Nursery(tmp_path_factory.mktemp("nursery"), CI=ci)
    yield nursery
    nursery.close()


@pytest.fixture(scope="module")
def yesterday(tmp_path_factory: pytest.TempPathFactory, nursery: Nursery) -> Path:
    """A folder with content and what a build made of it and remembers."""
    home = tmp_path_factory.mktemp("yesterday")
    lay(home / "content")
    assert nursery.run("build", "--as-of", DAY_WRITTEN, cwd=home).code == 0
    return home


def edit(home: Path) -> None:
    """What is changed in the content after the memory was ruined."""
    change(home / "content" / "pages" / "gioi-thieu.md", "chín thôn", "mười thôn")


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a build without any memory makes of the edited content."""
    home = tmp_path_factory.mktemp("edited")
    lay(home / "content")
    edit(home)
    return clean(home / "content", home / "output")


@pytest.fixture
def home(yesterday: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(yesterday, tmp_path / "home"))


def remembered(home: Path) -> list[Path]:
    files = [path for path in (home / ".sitegen").rglob("*") if path.is_file()]
    assert {path.suffix for path in files} in ENDINGS.values()
    return [path for path in files if path.suffix != ".lock"]


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
def test_a_ruined_memory_changes_no_byte(harm: Harm, home: Path, edited: dict[str, bytes], nursery: Nursery) -> None:
    before = tree(home / "output")
    for file in remembered(home):
        harm(file)
    ran = nursery.run("build", "--as-of", DAY_WRITTEN, cwd=home)
    assert (ran.code, tree(home / "output")) == (0, before), ran.err
    for file in remembered(home):
        harm(file)
    edit(home)
    ran = nursery.run("build", "--as-of", DAY_WRITTEN, cwd=home)
    assert (ran.code, tree(home / "output")) == (0, edited), ran.err


def test_a_memory_whose_files_have_become_folders_changes_no_byte(home: Path, nursery: Nursery) -> None:
    before = tree(home / "output")
    for file in remembered(home):
        made_a_folder(file)
    ran = nursery.run("build", "--as-of", DAY_WRITTEN, cwd=home)
    assert (ran.code, tree(home / "output")) == (0, before), ran.err


def test_a_deleted_memory_changes_no_byte_and_touches_no_file(home: Path, nursery: Nursery) -> None:
    before = {path: path.stat().st_mtime_ns for path in (home / "output").rglob("*")}
    shutil.rmtree(home / ".sitegen")
    ran = nursery.run("build", "--as-of", DAY_WRITTEN, cwd=home)
    assert ran.code == 0
    assert {path: path.stat().st_mtime_ns for path in (home / "output").rglob("*")} == before


def test_the_memory_of_another_site_is_not_taken_for_its_own(home: Path, tmp_path: Path, nursery: Nursery) -> None:
    other = tmp_path / "other"
    lay(other / "content")
    change(other / "content" / "pages" / "gioi-thieu.md", "chín thôn", "mười thôn")
    nursery.run("build", "--as-of", DAY_WRITTEN, cwd=other)
    shutil.rmtree(home / ".sitegen")
    shutil.copytree(other / ".sitegen", home / ".sitegen")
    before = tree(home / "output")
    ran = nursery.run("build", "--as-of", DAY_WRITTEN, cwd=home)
    assert (ran.code, tree(home / "output")) == (0, before), ran.err


def test_what_is_remembered_is_plain_data_but_for_what_bears_the_users_own_seal(home: Path, ci: str) -> None:
    endings = {file.suffix for file in remembered(home)}
    assert endings | {".lock"} == ENDINGS[ci]
    for file in remembered(home):
        if file.suffix != ".pickle":
            json.loads(file.read_bytes().rpartition(b"\n")[2])

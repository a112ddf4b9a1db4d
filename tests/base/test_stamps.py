import os
from pathlib import Path

import pytest

from site_gen.base.engine import LIBRARIES, engine
from site_gen.base.stamps import stamps

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links need a right there")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "root"
    (root / "a" / "b").mkdir(parents=True)
    (root / "a" / "b" / "c.yml").write_text("c", encoding="utf-8")
    (root / "d.yml").write_text("d", encoding="utf-8")
    return root


def names(folder: Path, **more: object) -> set[str]:
    return {os.path.relpath(path, folder) + ("/" if path.endswith("/") else "") for path in stamps([folder], **more)}


def test_files_have_stamps_and_folders_are_there(folder: Path) -> None:
    found = stamps([folder])
    assert names(folder) == {"a/", "a/b/", "a/b/c.yml", "d.yml"}
    assert found[f"{folder}/a/"] == []
    seen = (folder / "d.yml").stat()
    assert found[f"{folder}/d.yml"] == [1, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino]


def test_hidden_files_and_caches_of_python_are_left_out(folder: Path) -> None:
    for name in (".git", "__pycache__"):
        (folder / name).mkdir()
        (folder / name / "x").write_bytes(b"")
    (folder / "a" / ".swp").write_bytes(b"")
    assert names(folder) == {"a/", "a/b/", "a/b/c.yml", "d.yml"}


def test_folders_can_be_left_out(folder: Path) -> None:
    assert names(folder, leave=[str(folder / "a" / "b")]) == {"a/", "d.yml"}


def test_what_a_link_leads_to_is_stamped_too(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "else").mkdir()
    (tmp_path / "else" / "e.yml").write_bytes(b"e")
    (folder / "to-folder").symlink_to(tmp_path / "else")
    (folder / "to-file").symlink_to(tmp_path / "else" / "e.yml")
    before = stamps([folder])
    assert f"{tmp_path}/else/e.yml" in before
    (tmp_path / "else" / "e.yml").write_bytes(b"changed")
    assert stamps([folder]) != before


def test_links_that_go_round_or_lead_nowhere_end(folder: Path) -> None:
    (folder / "a" / "up").symlink_to(folder)
    (folder / "self").symlink_to(folder / "self")
    (folder / "gone").symlink_to(folder / "nowhere")
    assert {"a/up", "self", "gone"} <= names(folder)


def test_a_folder_that_is_not_there_differs_from_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert stamps([tmp_path / "empty"]) == {}
    assert stamps([tmp_path / "gone"]) == {str(tmp_path / "gone"): []}


# The engine


@pytest.fixture
def fresh_engine() -> object:
    engine.cache_clear()
    yield engine
    engine.cache_clear()


def test_the_engine_is_the_same_twice_and_begins_with_the_version(fresh_engine: object) -> None:
    first = engine()
    engine.cache_clear()
    assert engine() == first
    assert first.startswith("0.")


@pytest.mark.usefixtures("fresh_engine")
@pytest.mark.parametrize("library", LIBRARIES)
def test_another_release_of_a_library_is_another_engine(
    library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = engine()
    engine.cache_clear()
    (tmp_path / library).mkdir()
    (tmp_path / library / "__init__.py").write_text("", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(__import__("sys").modules, library, raising=False)
    assert engine() != before


@pytest.mark.usefixtures("fresh_engine")
def test_another_python_is_another_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    before = engine()
    engine.cache_clear()
    monkeypatch.setattr("sys.version", "3.99")
    assert engine() != before

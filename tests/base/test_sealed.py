"""What a run leaves for the next one is read by the same user's same program, whole, or not at all."""

from __future__ import annotations

import os
import pickle
import stat
import sys
from pathlib import Path

import pytest

from site_gen.base import sealed
from site_gen.base.sealed import seal, unsealed

VALUE = {"a": [1, 2, 3], "b": ("x", None)}


@pytest.fixture(autouse=True)
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "user"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "user"))
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "state" / "memory"
    seal(path, VALUE)
    return path


def test_it_is_read_as_it_was_kept(kept: Path) -> None:
    assert unsealed(kept) == VALUE
    assert [p.name for p in kept.parent.iterdir()] == ["memory"]


def test_nothing_is_there(tmp_path: Path) -> None:
    assert unsealed(tmp_path / "nowhere") is None


@pytest.mark.parametrize("place", [0, 31, 32, 40, -1])
def test_a_byte_that_changed_makes_it_worthless(kept: Path, place: int) -> None:
    data = bytearray(kept.read_bytes())
    data[place] ^= 1
    kept.write_bytes(data)
    assert unsealed(kept) is None


@pytest.mark.parametrize("length", [0, 10, 32, 50])
def test_half_a_file_is_none(kept: Path, length: int) -> None:
    kept.write_bytes(kept.read_bytes()[:length])
    assert unsealed(kept) is None


class _Harm:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, ("harm",)


def test_what_came_with_the_content_is_never_unpickled(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    kept.write_bytes(bytes(32) + pickle.dumps(_Harm()))
    assert unsealed(kept) is None
    assert not Path("harm").exists()


def test_another_user_does_not_read_it(kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "other"))
    assert unsealed(kept) is None


def test_another_program_does_not_read_it(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed, "engine", lambda: "another one")
    assert unsealed(kept) is None


def test_what_cannot_be_pickled_leaves_what_was_there(kept: Path) -> None:
    seal(kept, lambda: 1)
    assert unsealed(kept) == VALUE
    assert [p.name for p in kept.parent.iterdir()] == ["memory"]


@pytest.mark.skipif(sys.platform == "win32", reason="who may make links there is the administrator")
def test_a_link_that_came_with_the_content_is_not_followed(tmp_path: Path) -> None:
    own = tmp_path / "own.txt"
    own.write_text("kept", encoding="utf-8")
    path = tmp_path / "state" / "memory"
    path.parent.mkdir()
    path.with_name(f"memory.{os.getpid()}.tmp").symlink_to(own)
    path.symlink_to(own)
    seal(path, VALUE)
    seal(path, VALUE)
    assert own.read_text(encoding="utf-8") == "kept"


def test_who_has_no_place_for_a_key_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed, "user_cache", lambda: None)
    seal(tmp_path / "memory", VALUE)
    assert not (tmp_path / "memory").exists()
    assert unsealed(tmp_path / "memory") is None


def test_a_key_of_which_only_half_was_written_is_replaced(tmp_path: Path, kept: Path) -> None:
    next(tmp_path.rglob("key")).write_bytes(b"half")
    assert unsealed(kept) is None
    seal(kept, VALUE)
    assert unsealed(kept) == VALUE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a user's folder from others by itself")
def test_nobody_else_may_read_it(tmp_path: Path, kept: Path) -> None:
    for path in (kept, next(tmp_path.rglob("key"))):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600

"""A file that another program holds is named; the rest comes in, and the next command finishes."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from builds import built, lay_bare, tree
from posted_notice import CODE, FILE, LAST, PAGE, written

from site_gen.base.messages import say
from site_gen.outputs.writer.disk import publish
from site_gen.outputs.writer.journal import recover
from site_gen.outputs.writer.refused import OutputHeld

SITE = {"index.html": b"old", "files/bang.xlsx": b"old", "files/cu.pdf": b"old", "files/khac.pdf": b"old"}
NEW = {"index.html": b"new", "files/bang.xlsx": b"new", "files/khac.pdf": b"new"}
Hold = Callable[..., None]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "output"


@pytest.fixture
def hold(monkeypatch: pytest.MonkeyPatch) -> Hold:
    """Makes files of these names resist, with an error of the system; no names let all go."""
    real = {"replace": os.replace, "unlink": os.unlink}

    def holding(*names: str, code: int = errno.EACCES) -> None:
        def replace(source: str, target: str) -> None:
            if Path(target).name in names:
                raise OSError(code, "in use", target)
            real["replace"](source, target)

        def unlink(path: str, *more: object, **others: object) -> None:
            if Path(path).name in names:
                raise OSError(code, "in use", path)
            real["unlink"](path, *more, **others)

        monkeypatch.setattr(os, "replace", replace)
        monkeypatch.setattr(os, "unlink", unlink)

    return holding


@pytest.mark.parametrize("code", [errno.EACCES, errno.EPERM, errno.EBUSY])
def test_a_held_file_is_named_the_rest_is_published_and_the_next_command_finishes(
    code: int, out: Path, tmp_path: Path, hold: Hold
) -> None:
    publish(out, tmp_path / "state", SITE, ())
    hold("bang.xlsx", code=code)
    with pytest.raises(OutputHeld) as told:
        publish(out, tmp_path / "state", NEW, ())
    assert told.value.replacing == ("files/bang.xlsx",)
    assert "files/bang.xlsx" in say(told.value.message, "vi")
    assert "đóng tệp này" in say(told.value.hint, "vi")
    assert "Excel" in say(told.value.hint, "vi")
    assert (out / "index.html").read_bytes() == b"new"
    assert not (out / "files/cu.pdf").exists()
    with pytest.raises(OutputHeld):  # as long as it is held, each command says so
        recover(out, tmp_path / "state")
    hold()
    assert recover(out, tmp_path / "state")
    assert {p: d for p, d in tree(out).items() if not p.startswith(".")} == NEW
    assert publish(out, tmp_path / "state", NEW, ()).unchanged == len(NEW)


def test_a_file_that_cannot_be_removed_is_said_to_be_still_public(out: Path, tmp_path: Path, hold: Hold) -> None:
    publish(out, tmp_path / "state", SITE, ())
    hold("cu.pdf")
    with pytest.raises(OutputHeld) as told:
        publish(out, tmp_path / "state", NEW, ())
    assert told.value.removing == ("files/cu.pdf",)
    assert "vẫn còn công khai" in say(told.value.message, "vi")
    assert "đóng tệp này" in say(told.value.hint, "vi")
    assert (out / "files/bang.xlsx").read_bytes() == b"new"


def test_a_state_folder_that_is_lost_meanwhile_costs_nothing_but_the_files_that_were_held(
    out: Path, tmp_path: Path, hold: Hold
) -> None:
    publish(out, tmp_path / "state", SITE, ())
    hold("bang.xlsx")
    with pytest.raises(OutputHeld):
        publish(out, tmp_path / "state", NEW, ())
    hold()
    recover(out, tmp_path / "other")
    publish(out, tmp_path / "other", NEW, ())
    assert {p: d for p, d in tree(out).items() if not p.startswith(".")} == NEW


def test_an_expired_notice_whose_letter_is_open_is_an_error_and_the_page_about_it_is_gone(
    tmp_path: Path, hold: Hold
) -> None:
    content, out = written(tmp_path / "content", lay_bare), tmp_path / "output"
    built(content, out, as_of=LAST)
    hold(Path(FILE).name)
    with pytest.raises(OutputHeld) as told:
        built(content, out, as_of=LAST + timedelta(days=1))
    assert told.value.removing == (FILE,)
    assert CODE not in (out / PAGE).read_text(encoding="utf-8")
    hold()
    built(content, out, as_of=LAST + timedelta(days=1))
    assert not (out / FILE).exists()

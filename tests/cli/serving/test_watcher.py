from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import pytest

from site_gen.cli.serving import watcher
from site_gen.cli.serving.watcher import Changes, State, differing


@pytest.fixture
def changes(tmp_path: Path) -> Changes:
    for name in ("a.yml", "b.yml"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    return Changes([tmp_path], [tmp_path / "output"], Event())


def during_the_wait(changes: Changes, work: Callable[[], object], known: State) -> list[str]:
    """What is found changed since `known` when `work` is done while the watcher waits."""
    worker = Thread(target=work)
    worker.start()
    after = changes.after(known)
    worker.join()
    assert after is not None
    return [Path(path).name for path in differing(known, after)]


def test_a_saved_file_is_a_change(changes: Changes, tmp_path: Path) -> None:
    known = changes.look()

    found = during_the_wait(changes, lambda: (tmp_path / "a.yml").write_text("other", encoding="utf-8"), known)

    assert found == ["a.yml"]


def test_a_file_that_an_editor_replaces_is_a_change_though_its_size_and_time_are_the_same(
    changes: Changes, tmp_path: Path
) -> None:
    known = changes.look()
    seen = (tmp_path / "a.yml").stat()

    def save() -> None:
        new = tmp_path / "a.yml.tmp"
        new.write_text("b.yml", encoding="utf-8")
        os.utime(new, ns=(seen.st_atime_ns, seen.st_mtime_ns))
        new.replace(tmp_path / "a.yml")

    assert during_the_wait(changes, save, known) == ["a.yml"]


def test_added_and_removed_files_are_one_change(changes: Changes, tmp_path: Path) -> None:
    known = changes.look()

    def work() -> None:
        (tmp_path / "a.yml").unlink()
        (tmp_path / "c.yml").write_text("c", encoding="utf-8")

    assert during_the_wait(changes, work, known) == ["a.yml", "c.yml"]


def test_what_has_changed_while_nobody_looked_is_found(changes: Changes, tmp_path: Path) -> None:
    known = changes.look()
    (tmp_path / "b.yml").write_text("changed during a build", encoding="utf-8")

    assert during_the_wait(changes, lambda: None, known) == ["b.yml"]


@pytest.mark.parametrize(
    "name", ["a.yml~", "#a.yml#", "~$ke-hoach.xlsx", ".a.yml.swp", "a.yml.tmp", ".git/index", "output/index.html"]
)
def test_what_editors_leave_beside_the_content_and_the_output_in_it_are_no_change(
    changes: Changes, tmp_path: Path, name: str
) -> None:
    known = changes.look()
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("passing", encoding="utf-8")

    assert changes.look() == known


def test_files_that_never_rest_are_taken_as_they_are_after_a_while(
    changes: Changes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watcher, "PATIENCE", 0.0)
    looks = iter(range(1_000_000))
    monkeypatch.setattr(changes, "look", lambda: {"restless.yml": [next(looks)]})

    assert changes.after({}) == {"restless.yml": [1]}


def test_a_watcher_that_is_stopped_gives_nothing(changes: Changes) -> None:
    known = changes.look()
    changes.stop.set()

    assert changes.after(known) is None

"""`sitegen check --watch` finds after each save what a check of its own would find, until somebody has had enough."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from builds import SMALL, change

from site_gen.cli.serving.watcher import Changes, State

Run = Callable[..., Any]
SAID = re.compile(r"^(\d+) error.*\(\d[\d.,]* s\)\. Waiting for the next save", re.MULTILINE)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "content"))


@pytest.fixture
def saves(monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], None]]:
    """What is done to the content while it is watched, one save after the other; then Ctrl-C."""
    waiting: list[Callable[[], None]] = []
    steps: Iterator[Callable[[], None]] = iter(waiting)

    def after(self: Changes, known: State) -> State | None:
        if (save := next(steps, None)) is None:
            raise KeyboardInterrupt
        save()
        return self.look()

    monkeypatch.setattr(Changes, "after", after)
    return waiting


def test_each_save_is_checked_and_a_mended_file_is_clean_again(
    run: Run, content: Path, saves: list[Callable[[], None]]
) -> None:
    file = content / "units" / "van-phong.yml"
    whole = file.read_text(encoding="utf-8")
    saves += [lambda: change(file, "name:", "nam:"), lambda: file.write_text(whole, encoding="utf-8")]
    ran = run("check", "--watch")
    assert ran.code == 0
    counts = [int(errors) for errors in SAID.findall(ran.err)]
    assert counts[0] == counts[2] == 0
    assert counts[1] > 0
    assert "units/van-phong.yml:1:1" in ran.out
    assert "nam:" in ran.out


def test_a_template_of_ones_own_theme_is_read_anew_after_each_save(
    run: Run, content: Path, saves: list[Callable[[], None]]
) -> None:
    template = content / "theme" / "404.html"
    template.parent.mkdir()
    whole = '{% extends "layout.html" %}{% block main %}<h1>404</h1>{% endblock %}'
    template.write_text(whole, encoding="utf-8")
    saves += [
        lambda: change(template, '"layout.html"', '"layuot.html"'),
        lambda: change(template, '"layuot.html"', '"layout.html"'),
    ]
    counts = [int(errors) for errors in SAID.findall(run("check", "--watch").err)]
    assert counts == [0, 1, 0]


def test_a_deleted_file_counts_as_a_save(run: Run, content: Path, saves: list[Callable[[], None]]) -> None:
    saves += [(content / "units" / "van-phong.yml").unlink]
    ran = run("check", "--watch")
    first, second = (int(errors) for errors in SAID.findall(ran.err))
    assert first == 0
    assert second > 0
    assert "van-phong" in ran.out


@pytest.mark.parametrize("more", [("--site", "content"), ("--format", "json"), ("--output", "report.txt")])
def test_it_is_for_a_person_and_for_content(run: Run, content: Path, more: tuple[str, ...]) -> None:
    ran = run("check", "--watch", *more)
    assert ran.code == 2
    assert "`--watch` is for a person and for content" in ran.err

"""The process in which the preview builds: an answer for each line, and nothing kept that would make it grow."""

from __future__ import annotations

import gc
import io
import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from builds import SMALL

from site_gen.cli.serving import lasting as process
from site_gen.pipeline import lasting


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(lasting, "_sites", None)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["lasting", "--as-of", "2026-12-01", "--lang", "en", "--format", "json"])
    yield Path(shutil.copytree(SMALL, tmp_path / "content"))
    gc.enable()
    gc.unfreeze()


def answers(lines: Iterator[str], monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, str, str]]:
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdin", lines)
    monkeypatch.setattr(sys, "stdout", out)
    process.main()
    return [tuple(json.loads(line)) for line in out.getvalue().splitlines()]


def test_each_line_is_a_build_of_the_content_as_it_is_then(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = content / "pages" / "gioi-thieu.md"
    whole = page.read_text(encoding="utf-8")

    def saves() -> Iterator[str]:
        yield "\n"
        page.write_text("---\ntitel: A\n---\n", encoding="utf-8")
        yield "\n"
        page.write_text(whole, encoding="utf-8")
        yield "\n"

    first, spoilt, mended = answers(saves(), monkeypatch)
    assert [first[0], spoilt[0], mended[0]] == [0, 1, 0]
    assert json.loads(spoilt[1])["counts"]["error"] > 0
    assert json.loads(mended[1]) == json.loads(first[1])


def test_what_a_build_has_said_is_not_kept(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alive: list[int] = []

    def saves() -> Iterator[str]:
        for number in range(4):
            gc.unfreeze()  # what is frozen is not counted
            gc.collect()
            alive.append(sum(type(thing) is io.StringIO for thing in gc.get_objects()))
            (content / "pages" / "them.md").write_text(f"---\ntitle: Trang {number}\n---\nA\n", encoding="utf-8")
            yield "\n"

    assert [code for code, _, _ in answers(saves(), monkeypatch)] == [0, 0, 0, 0]
    assert alive[1] == alive[-1]

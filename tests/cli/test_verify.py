"""`sitegen verify` holds what is published to the publication log, whatever form the copy has."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from builds import SMALL, lay

Run = Callable[..., Any]
PLAN = "ke-hoach/cchc-2026.html"
FILE = "files/ke-hoach-2026.pdf"


@pytest.fixture
def output(run: Run, tmp_path: Path) -> Path:
    """The small site, built with a log."""
    content = lay(tmp_path / "content", SMALL)
    with (content / "site.yml").open("a", encoding="utf-8") as settings:
        settings.write("publication_log: có\n")
    built = run("build")
    assert built.code == 0, built.err
    assert "publication-log.jsonl; commit it" in built.err
    return tmp_path / "output"


def others(run: Run, place: Path) -> list[tuple[str, str]]:
    """What is not as the log says."""
    ran = run("verify", str(place), "--format", "json")
    found = [(row["path"], row["state"]) for row in json.loads(ran.out)["others"]]
    assert ran.code == (1 if found else 0)
    return found


def test_what_was_just_built_is_what_the_log_says(run: Run, output: Path) -> None:
    ran = run("verify", "output")
    assert ran.code == 0
    assert "addresses are as the log says, 0 are not" in ran.out


def test_what_was_changed_or_taken_away_is_named(run: Run, output: Path) -> None:
    page = output / PLAN
    page.write_text(page.read_text(encoding="utf-8").replace("</main>", "<p>thêm</p></main>"), encoding="utf-8")
    (output / FILE).unlink()
    assert others(run, output) == [(FILE, "missing"), (PLAN, "other")]


def test_a_banner_around_the_page_is_no_change(run: Run, output: Path) -> None:
    page = output / PLAN
    page.write_text(
        page.read_text(encoding="utf-8").replace("</body>", "<div>quảng cáo</div></body>"), encoding="utf-8"
    )
    assert others(run, output) == []


def test_what_was_taken_down_and_is_still_there_is_named(run: Run, output: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(output, tmp_path / "copy"))
    (tmp_path / "content" / "files" / "them.txt").write_text("x\n", encoding="utf-8")
    assert run("build").code == 0
    shutil.copy(output / "files" / "them.txt", copy / "files" / "them.txt")
    (tmp_path / "content" / "files" / "them.txt").unlink()
    assert run("build").code == 0
    assert others(run, copy) == [("files/them.txt", "still_there")]


def test_a_mirror_and_an_archive_are_read_too(run: Run, output: Path, tmp_path: Path) -> None:
    mirror = tmp_path / "ban-sao" / "binhan.example.gov.vn"
    shutil.copytree(output, mirror)
    assert others(run, mirror.parent) == []
    with zipfile.ZipFile(tmp_path / "ban-sao.zip", "w") as archive:
        for path in sorted(mirror.rglob("*.*")):
            archive.write(path, path.relative_to(mirror.parent))
    assert others(run, tmp_path / "ban-sao.zip") == []


def test_a_changed_past_is_named_by_its_line(run: Run, output: Path, tmp_path: Path) -> None:
    log = tmp_path / "content" / "publication-log.jsonl"
    rows = log.read_text(encoding="utf-8").splitlines(keepends=True)
    log.write_text("".join([*rows[:2], rows[2].replace('"up"', '"down"'), *rows[3:]]), encoding="utf-8")
    assert ("content/publication-log.jsonl:4", "broken") in others(run, output)


def test_without_a_log_it_says_how_to_begin_one(run: Run, output: Path, tmp_path: Path) -> None:
    (tmp_path / "content" / "publication-log.jsonl").unlink()
    ran = run("verify", "output")
    assert ran.code == 1
    assert "publication_log: có" in ran.out


@pytest.mark.parametrize("data", [None, b"", b"PK\x03\x04 no archive"])
def test_what_holds_no_site_is_refused_with_a_sentence(
    data: bytes | None, run: Run, output: Path, tmp_path: Path
) -> None:
    place = tmp_path / "la"
    if data is None:
        place.mkdir()
    else:
        place.write_bytes(data)
    ran = run("verify", str(place))
    assert ran.code == 2
    assert "no published site" in ran.err

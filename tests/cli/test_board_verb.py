"""`sitegen board`: what it prints, says and answers."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from site_gen.outputs.board import press
from site_gen.pipeline import extras

Run = Callable[..., Any]


@pytest.fixture
def content(content: Path) -> Path:
    """A new site with one guide, without an address."""
    lines = (content / "site.yml").read_text(encoding="utf-8").splitlines(keepends=True)
    (content / "site.yml").write_text("".join(x for x in lines if not x.startswith("base_url")), encoding="utf-8")
    return content


def test_it_names_the_files_that_are_new_and_nothing_when_none_is(content: Path, run: Run) -> None:
    first = run("board", "plan")
    assert (first.code, first.out.split()) == (0, [str(Path("bang-niem-yet/ke-hoach/cchc-2026.pdf"))])
    assert "1 sheets, 1 pages: 1 new or changed, 0 as before, 0 taken away" in first.err
    again = run("board", "plan")
    assert (again.code, again.out) == (0, "")
    assert "0 new or changed, 1 as before" in again.err


def test_it_says_kindly_why_there_is_no_code(content: Path, run: Run) -> None:
    assert "sheets bear no QR code" in run("board", "plan").err
    assert "QR" not in run("board", "plan", "--base-url", "https://mau.example.gov.vn").err


def test_the_destination_and_the_paper_can_be_chosen(content: Path, run: Run, tmp_path: Path) -> None:
    assert run("board", "plan", "--paper", "a3", "-d", "in", "-q").code == 0
    assert [p.name for p in (tmp_path / "in").rglob("*.pdf")] == ["cchc-2026-a3.pdf"]


def test_where_nothing_is_to_be_printed_it_says_so(content: Path, run: Run, tmp_path: Path) -> None:
    ran = run("board", "apologies")
    assert (ran.code, ran.out) == (0, "")
    assert "There is nothing to print." in ran.err
    assert not (tmp_path / "bang-niem-yet").exists()


def test_a_word_that_is_no_sheet_is_wrong_usage(content: Path, run: Run) -> None:
    ran = run("board", "cchc-2025")
    assert (ran.code, ran.out) == (2, "")
    assert "there is no sheet `cchc-2025`; did you mean `cchc-2026`?" in ran.err
    assert "name one of procedures, procedure, poster, apologies" in run("board", "zzzzzz").err


def test_without_the_extra_one_sentence_says_how_to_install_it(
    content: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(press, "find_spec", lambda name: None if name == "typst" else object())
    ran = run("board")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        "error: printing needs packages that are not installed: typst",
        f"  = how to fix it: install them with `{extras.install_command('pdf')}`",
    ]
    assert not (tmp_path / "bang-niem-yet").exists()


def test_what_fails_is_reported_and_nothing_is_printed(content: Path, run: Run, tmp_path: Path) -> None:
    (content / "units" / "hong.yml").write_text("name: [\n", encoding="utf-8")
    ran = run("board", "--format", "json")
    assert ran.code == 1
    assert json.loads(ran.out)["valid"] is False
    assert "Nothing was printed" in ran.err
    assert not (tmp_path / "bang-niem-yet").exists()


def test_a_report_for_programs_stands_alone_on_standard_output(content: Path, run: Run) -> None:
    ran = run("board", "plan", "--format", "json")
    assert json.loads(ran.out)["valid"] is True
    assert "cchc-2026.pdf" in ran.err

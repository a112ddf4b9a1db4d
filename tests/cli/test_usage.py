import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from site_gen import __version__
from site_gen.base.messages import Message, say
from site_gen.cli.language import language

Run = Callable[..., Any]


@pytest.mark.parametrize(
    ("typed", "meant"), [("chek", "check"), ("buidl", "build"), ("lits", "list"), ("explian", "explain")]
)
def test_a_mistyped_verb_is_answered_with_the_one_meant(run: Run, typed: str, meant: str) -> None:
    ran = run(typed)
    assert ran.code == 2
    assert f"there is no command `{typed}`; did you mean `{meant}`?" in ran.err


def test_a_verb_that_resembles_none_is_answered_with_the_list(run: Run) -> None:
    ran = run("xyz")
    assert ran.code == 2
    assert "the commands are: new, check, build" in ran.err


def test_without_a_verb_the_help_is_shown_and_the_exit_code_says_that_nothing_was_done(run: Run) -> None:
    ran = run()
    assert ran.code == 2
    assert "sitegen new site content" in ran.out
    assert ran.err == ""


def test_the_version_may_stand_beside_other_options(run: Run) -> None:
    assert run("--lang", "en", "--version").out == f"sitegen {__version__}\n"
    assert run("--version").out == f"sitegen {__version__}\n"
    assert run("version").out == f"sitegen {__version__}\n"


@pytest.mark.parametrize("day", ["30/02/2026", "2026-13-01", "hôm nay", "1/1", "21.11.2026", ""])
def test_a_day_that_does_not_exist_is_refused_with_two_ways_to_write_it(run: Run, content: Path, day: str) -> None:
    ran = run("check", "--as-of", day)
    assert ran.code == 2
    assert f"`{day}` is not a date; write it as 21/11/2026 or 2026-11-21" in ran.err


@pytest.mark.parametrize("day", ["21/11/2026", "2026-11-21", "1/12/2026"])
def test_a_day_may_be_written_the_vietnamese_or_the_iso_way(run: Run, content: Path, day: str) -> None:
    assert run("check", "--as-of", day).code == 0


@pytest.mark.parametrize("verb", [("check",), ("build",), ("list", "late")])
def test_a_missing_content_folder_is_answered_with_how_to_begin(run: Run, verb: tuple[str, ...]) -> None:
    ran = run(*verb, "-s", "khong-co")
    assert ran.code == 2
    assert "there is no content folder `khong-co`; begin with `sitegen new site khong-co`" in ran.err


def test_a_folder_without_settings_is_a_finding_with_how_to_begin(run: Run, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    ran = run("check")
    assert ran.code == 1
    assert "SITE001" in ran.out
    assert "sitegen new site content" in ran.out


def test_an_unknown_option_names_the_help_of_its_verb(run: Run) -> None:
    ran = run("check", "--fast")
    assert ran.code == 2
    assert "--fast" in ran.err
    assert "sitegen check --help" in ran.err


def test_an_unknown_format_names_those_there_are(run: Run, content: Path) -> None:
    ran = run("check", "--format", "xml")
    assert ran.code == 2
    assert "'sarif'" in ran.err


NO_COMMAND = Message("there is no command `{verb}`; {hint}")


@pytest.mark.parametrize("tongue", ["vi", "en"])
@pytest.mark.parametrize("given", ["option first", "option last", "option joined", "environment"])
def test_reports_speak_the_language_asked_for(
    run: Run, monkeypatch: pytest.MonkeyPatch, tongue: str, given: str
) -> None:
    monkeypatch.setenv("SITEGEN_LANG", tongue if given == "environment" else "")
    words = {
        "option first": ["--lang", tongue, "khong"],
        "option last": ["khong", "--lang", tongue],
        "option joined": ["khong", f"--lang={tongue}"],
        "environment": ["khong"],
    }[given]
    assert say(NO_COMMAND, tongue).partition("`{verb}`")[0] in run(*words).err


def test_the_option_goes_before_the_environment(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITEGEN_LANG", "vi")
    assert "there is no command" in run("khong", "--lang", "en").err


@pytest.mark.parametrize("setting", ["", "fr", "en_US"])
def test_an_unknown_language_in_the_environment_means_vietnamese(monkeypatch: pytest.MonkeyPatch, setting: str) -> None:
    monkeypatch.setattr(sys, "argv", ["sitegen", "check"])
    monkeypatch.setenv("SITEGEN_LANG", setting)
    language.cache_clear()
    assert language() == "vi"
    language.cache_clear()


def test_an_unknown_language_as_option_is_refused(run: Run, content: Path) -> None:
    ran = run("check", "--lang", "fr")
    assert ran.code == 2
    assert "'vi', 'en'" in ran.err

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from site_gen import __version__
from site_gen.base.messages import Message, say
from site_gen.cli.language import click_speaks, language, restore_language

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


ENGLISH = re.compile(
    r"Usage|Options|Commands|Show this|OPTIONS|ARGS|TEXT|PATH|DIRECTORY|FILE\b|INTEGER|RANGE|FOLDER|NUMBER|Example"
)


@pytest.mark.parametrize(
    "words", [[], ["new"], ["new", "site"], ["new", "progress"], ["list"], ["serve"]], ids=" ".join
)
def test_help_is_vietnamese_throughout(words: list[str]) -> None:
    environment = {**os.environ, "SITEGEN_LANG": "vi", "LANGUAGE": "en_US:en"}
    command = [sys.executable, "-m", "site_gen", *words, "--help"]
    shown = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True).stdout
    assert shown.startswith(" ".join(["Cách dùng: sitegen", *words, "[CỜ]"]))
    assert ENGLISH.findall(shown) == []


def test_help_is_english_when_asked_for() -> None:
    command = [sys.executable, "-m", "site_gen", "check", "--help", "--lang", "en"]
    environment = {**os.environ, "SITEGEN_LANG": "vi", "LANGUAGE": "vi"}
    shown = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True).stdout
    assert shown.startswith("Usage: sitegen check [OPTIONS]\n")
    assert "\nOptions:\n  -s, --source FOLDER " in shown
    assert "Show this message and exit." in shown


@pytest.mark.parametrize(
    ("words", "vietnamese", "english"),
    [
        ("check --formt json", "không có cờ `--formt`. Có phải '--format' không?", "No such option '--formt'. Did you"),
        (
            "check --fast",
            "Có phải '--format', '--site', '--watch' không?",
            "(Did you mean one of: '--format', '--site', '--watch'?)",
        ),
        ("check -s", "sau cờ `-s` phải có một giá trị.", "Option '-s' requires an argument."),
        ("check --strict=1", "cờ `--strict` không nhận giá trị.", "Option '--strict' does not take a value."),
        ("check a b", "thừa `a b`", "Got unexpected extra arguments (a b)"),
        ("check --format xml", "`xml` không có trong các lựa chọn 'full',", "'xml' is not one of 'full',"),
        ("build --jobs 0", "0 nằm ngoài khoảng 1<=x<=64.", "0 is not in the range 1<=x<=64."),
        ("build --jobs x", "`x` không phải số nguyên.", "'x' is not a valid integer range."),
        ("build --theme khong", "không có thư mục `khong`.", "Directory 'khong' does not exist."),
        (
            "list",
            "thiếu 'late|due|missing|expired|stale|changes'. Chọn một trong:",
            "Missing argument 'late|due|missing|expired|stale|changes'. Choose from:",
        ),
        (
            "list sai",
            "giá trị của 'late|due|missing|expired|stale|changes' không dùng được: ",
            "Invalid value for 'late|due|missing|expired|stale|changes': ",
        ),
    ],
)
def test_what_click_says_is_in_the_language_asked_for(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: str, vietnamese: str, english: str
) -> None:
    assert vietnamese in run("--lang", "vi", *words.split()).err
    monkeypatch.setenv("LANGUAGE", "vi")
    assert english in run("--lang", "en", *words.split()).err


def test_programs_that_we_start_get_the_language_we_were_started_with(run: Run) -> None:
    before = os.environ.get("LANGUAGE")
    with click_speaks():
        assert os.environ["LANGUAGE"] == language()
        restore_language()
        assert os.environ.get("LANGUAGE") == before
    run("check", "--lang", "vi")
    assert os.environ.get("LANGUAGE") == before


@pytest.mark.parametrize("words", ["check -s content -o khong-co/x.txt", "list late -o khong-co/x.csv"])
def test_a_report_that_cannot_be_written_is_told_in_words_of_our_own(run: Run, content: Path, words: str) -> None:
    ran = run(*words.split(), "--lang", "vi")
    assert ran.code == 2
    assert "không có tệp hay thư mục này" in ran.err


def test_an_unknown_language_as_option_is_refused(run: Run, content: Path) -> None:
    ran = run("check", "--lang", "fr")
    assert ran.code == 2
    assert "'vi', 'en'" in ran.err

"""Every help page shows examples, and every example works as it is printed."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from office_files import write_docx

from site_gen.cli.group import VERBS, root
from site_gen.importers.table import table_of

Run = Callable[..., Any]


def pages(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[str, click.Command]]:
    """Every command with its words, groups included."""
    yield " ".join(("sitegen", *path)), command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from pages(inner, (*path, name))


def examples(command: click.Command) -> list[str]:
    """The lines of a help page that can be typed."""
    return [line.strip() for line in (command.help or "").splitlines() if line.strip().startswith("sitegen ")]


PAGES = dict(pages(root))


@pytest.mark.parametrize("words", PAGES)
def test_every_help_page_shows_an_example(words: str) -> None:
    assert examples(PAGES[words])


@pytest.mark.parametrize("words", PAGES)
def test_a_help_page_is_about_its_own_command(words: str) -> None:
    own = [line for line in examples(PAGES[words]) if line.startswith(words)]
    assert own


@pytest.mark.parametrize("words", [words for words in PAGES if words != "sitegen"])
def test_help_is_shown_when_asked_for(run: Run, words: str) -> None:
    for option in ("--help", "-h"):
        ran = run(*words.split()[1:], option)
        assert ran.code == 0
        assert ran.out.startswith(f"Usage: {words} ")


@pytest.mark.parametrize("words", PAGES)
def test_every_option_says_what_it_is_for(words: str) -> None:
    silent = [p.opts for p in PAGES[words].params if isinstance(p, click.Option) and not p.help]
    assert silent == []


def test_the_first_page_names_every_verb(run: Run) -> None:
    out = run("--help").out
    assert [verb for verb in VERBS if f"\n  {verb} " not in out] == []


@pytest.mark.parametrize("words", PAGES)
def test_every_example_works(run: Run, begun: Path, tmp_path: Path, words: str) -> None:
    for line in examples(PAGES[words]):
        typed = shlex.split(line)[1:]
        begins = typed[:2] == ["new", "site"]
        if begins or not (tmp_path / "content").exists():
            shutil.rmtree(tmp_path / "content", ignore_errors=True)
            if not begins:
                shutil.copytree(begun, tmp_path / "content")
        if "--site" in typed:
            assert run("build").code == 0
        if typed[0] == "verify":
            keep_a_log(run, tmp_path)
        if typed[0] == "import":
            write_docx(tmp_path / typed[1], [table_of(ANNEX, 1)])
        if typed[0] == "serve":
            # Any free port: the usual one may be taken.
            assert says([*typed, "--port", "0"], tmp_path, ("http://127.0.0.1", "http://localhost")), line
        elif "--watch" in typed:
            assert says(typed, tmp_path, ("Waiting for the next save",)), line
        else:
            ran = run(*typed)
            assert ran.code == 0, (line, ran.out, ran.err)


def keep_a_log(run: Run, folder: Path) -> None:
    """A published site with its publication log, and a copy of it as an archive."""
    settings = folder / "content" / "site.yml"
    if "\npublication_log:" not in (text := settings.read_text(encoding="utf-8")):
        settings.write_text(f"{text}publication_log: có\n", encoding="utf-8")
    assert run("build").code == 0
    shutil.make_archive(str(folder / "ban-sao"), "zip", folder / "output")


ANNEX = [
    ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian hoàn thành"],
    ["1", "Lập kế hoạch", "Văn phòng HĐND và UBND xã", "Quý I/2026"],
]
"""What the examples import."""


def says(typed: list[str], folder: Path, wanted: tuple[str, ...]) -> bool:
    """Whether a command that goes on until Ctrl-C says one of the texts that show that it works; it is stopped then."""
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [sys.executable, "-m", "site_gen", *typed],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as going:
        assert going.stdout is not None
        patience = threading.Timer(60, going.kill)  # one that never says it fails the test
        patience.start()
        told = any(text in line for line in going.stdout for text in wanted)
        patience.cancel()
        going.send_signal(signal.SIGINT)
        going.communicate(timeout=60)
    return told

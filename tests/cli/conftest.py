"""Running commands in this process, in a project folder of their own, on one fixed day."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from site_gen.authoring.new_site import authority, new_site
from site_gen.cli import report
from site_gen.cli.language import language
from site_gen.cli.main import main

DAY = date(2026, 11, 21)
EPOCH = "1795237200"  # that day at noon in Vietnam


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `sitegen` with the given words in `tmp_path`, in English unless they say otherwise."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.setenv("SITEGEN_LANG", "en")
    monkeypatch.setenv("COLUMNS", "120")

    def command(*words: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["sitegen", *words])
        language.cache_clear()
        report._rows.cache_clear()  # it remembers files by their path as shown, which is the same in every test
        capsys.readouterr()
        try:
            main()
            code = 0
        except SystemExit as stop:
            code = int(stop.code or 0)
        finally:
            language.cache_clear()
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return command


OWN = {"address: Trụ sở UBND xã Mẫu": "address: Thôn 1, xã Mẫu", "xin hỏi trực tiếp": "xin hỏi"}
"""What an editor changes first, so that nothing is left to be told of the site."""


def begin(folder: Path) -> Path:
    """Writes a new site into `folder`."""
    for path, text in new_site(authority("UBND xã Mẫu"), "tỉnh Mẫu", DAY.year, DAY).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        for word, own in OWN.items():
            text = text.replace(word, own)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site, laid out once; copy it before changing it."""
    return begin(tmp_path_factory.mktemp("begun") / "content")


@pytest.fixture
def content(begun: Path, tmp_path: Path) -> Path:
    """A new site in `content` of the working folder."""
    return Path(shutil.copytree(begun, tmp_path / "content"))


@pytest.fixture
def portal(begun: Path, tmp_path: Path) -> Path:
    """Two sites under a portal in `content` of the working folder."""
    for name in ("xa-mot", "xa-hai"):
        shutil.copytree(begun, tmp_path / "content" / name)
    (tmp_path / "content" / "fleet.yml").write_text("title: Cổng mẫu\nsites: [xa-mot, xa-hai]\n", encoding="utf-8")
    return tmp_path / "content"

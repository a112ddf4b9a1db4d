"""Compiled templates are kept from one run to the next; whatever became of them changes how long it takes, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from site_gen.base.theme import Theme
from site_gen.render.environment import Templates


def shown(theme: Path, kept: Path, maker: str = "sitegen 1", language: str = "vi") -> tuple[str, bool]:
    """What the template shows, and whether it was compiled for that."""
    own = Templates(Theme((theme,)), language, (kept, maker))
    compiled: list[str | None] = []
    plain = own.environment._generate

    def generate(source: object, name: str | None, *rest: object, **more: object) -> str:
        compiled.append(name)
        return plain(source, name, *rest, **more)  # type: ignore[arg-type]  # handed on as it came

    own.environment._generate = generate  # type: ignore[method-assign]  # watched by the test
    return own.environment.get_template("a.html").render(), bool(compiled)


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    folder = tmp_path / "theme"
    folder.mkdir()
    (folder / "a.html").write_text('{{ _("Contact") }} 1', encoding="utf-8")
    return folder


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "state" / "templates"


def test_a_template_is_compiled_once(theme: Path, kept: Path) -> None:
    assert shown(theme, kept) == ("Liên hệ 1", True)
    assert shown(theme, kept) == ("Liên hệ 1", False)


def test_a_template_that_changed_is_compiled_again(theme: Path, kept: Path) -> None:
    shown(theme, kept)
    (theme / "a.html").write_text("2", encoding="utf-8")
    assert shown(theme, kept) == ("2", True)


def test_words_of_another_language_or_program_are_not_taken(theme: Path, kept: Path) -> None:
    shown(theme, kept)
    assert shown(theme, kept, language="en") == ("Contact 1", True)
    assert shown(theme, kept, maker="sitegen 2") == ("Liên hệ 1", True)
    (kept / "vi").rename(kept / "other")
    (kept / "en").rename(kept / "vi")
    assert shown(theme, kept) == ("Liên hệ 1", True)


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data[:64],
        lambda data: data[:65] + b"\0" + data[66:],
        lambda data: b"\xff" * 500,
        lambda data: data + b"x",
    ],
)
def test_a_damaged_file_is_compiled_again_and_mended(harm: Callable[[bytes], bytes], theme: Path, kept: Path) -> None:
    shown(theme, kept)
    [file] = (kept / "vi").iterdir()
    whole = file.read_bytes()
    file.write_bytes(harm(whole))
    assert shown(theme, kept) == ("Liên hệ 1", True)
    assert file.read_bytes() == whole


def test_a_lost_folder_is_made_again(theme: Path, kept: Path) -> None:
    shown(theme, kept)
    for file in (kept / "vi").iterdir():
        file.unlink()
    (kept / "vi").rmdir()
    assert shown(theme, kept) == ("Liên hệ 1", True)
    assert shown(theme, kept) == ("Liên hệ 1", False)


def test_where_nothing_can_be_kept_pages_are_rendered_all_the_same(theme: Path, kept: Path) -> None:
    kept.parent.mkdir()
    kept.write_text("no folder")
    assert [shown(theme, kept), shown(theme, kept)] == [("Liên hệ 1", True)] * 2

"""Every generator is given the whole workload, can be edited, and forgets."""

from __future__ import annotations

from pathlib import Path

import pytest
from commune import SAVED, Commune
from generators import ALL, DAY, FAST, MARK, OURS, PEERS, SITEGEN, Generator, Places, replace_mark
from workload import Procedure, edited


@pytest.fixture(params=[*PEERS, SITEGEN], ids=lambda one: str(one.name))
def laid(request: pytest.FixtureRequest, tmp_path: Path, workload: list[Procedure]) -> tuple[Generator, Path]:
    """A generator and its site, laid out; nothing is installed for that."""
    folder = tmp_path / "site"
    request.param.lay_out(folder, Places(tmp_path), workload)
    return request.param, folder


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_each_procedure_has_a_file_and_an_edit_changes_that_alone(
    laid: tuple[Generator, Path], workload: list[Procedure]
) -> None:
    generator, folder = laid
    before = tree(folder)
    generator.write_entry(folder, edited(workload[2], 1))
    after = tree(folder)
    assert before.keys() == after.keys()
    changed = [path for path in after if before[path] != after[path]]
    assert [Path(path).stem.replace("-", ".") for path in changed] == [workload[2].code]
    assert sum(Path(path).suffix == Path(changed[0]).suffix for path in after) >= len(workload)


def test_an_edit_of_the_layout_changes_its_mark_in_one_file(laid: tuple[Generator, Path]) -> None:
    generator, folder = laid
    before = tree(folder)
    generator.edit_layout(folder, 7)
    generator.edit_layout(folder, 12)
    changed = {path: data for path, data in tree(folder).items() if before[path] != data}
    assert [MARK.format(12) + "</p>" in data.decode() for data in changed.values()] == [True]


def test_forgetting_deletes_what_a_build_left_and_nothing_else(
    laid: tuple[Generator, Path], workload: list[Procedure]
) -> None:
    generator, folder = laid
    before = tree(folder)
    page = generator.page(folder, workload[0])
    page.parent.mkdir(parents=True)
    page.write_text("x", encoding="utf-8")
    generator.forget(folder)
    assert tree(folder) == before


def test_a_layout_without_the_mark_cannot_be_edited(tmp_path: Path) -> None:
    file = tmp_path / "layout.html"
    file.write_text("<p>", encoding="utf-8")
    with pytest.raises(SystemExit, match="does not say"):
        replace_mark(file, 1)


def test_sitegen_is_measured_with_its_own_theme_and_its_defaults(tmp_path: Path) -> None:
    command = SITEGEN.command(tmp_path, Places(tmp_path))
    build = "build --source content --destination out --as-of 2026-11-21 -q --profile --lang en"
    assert command[1:] == build.split()
    assert SITEGEN.command(tmp_path, Places(tmp_path), DAY, themed=True)[len(command) :] == ["--theme", "theme"]


def test_the_extra_is_installed_apart(tmp_path: Path) -> None:
    assert FAST.command(tmp_path, Places(tmp_path))[0] != SITEGEN.command(tmp_path, Places(tmp_path))[0]


def test_each_version_of_the_others_is_pinned() -> None:
    assert [one.name for one in PEERS if not any("==" in r or "@3." in r for r in one.requirements)] == []
    assert len(ALL) == len(PEERS) + len(OURS)


def test_each_save_of_the_commune_says_something_new_in_one_place(tmp_path: Path) -> None:
    commune = Commune(Places(tmp_path))
    file = commune.folder / "content" / SAVED
    commune.save()
    commune.save()
    text = file.read_text(encoding="utf-8")
    assert (text.count("Lần lưu thứ 1."), text.count("Lần lưu thứ 2.")) == (0, 1)

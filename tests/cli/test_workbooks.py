"""`export --xlsx`, `new workbook` and `import` of what they wrote."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

Run = Callable[..., Any]


def _edit(path: Path, old: str, new: str) -> None:
    book = openpyxl.load_workbook(path)
    (cell,) = [cell for row in book.worksheets[1] for cell in row if cell.value == old]
    cell.value = new
    book.save(path)


def test_a_workbook_goes_out_and_what_was_edited_comes_back(run: Run, content: Path, tmp_path: Path) -> None:
    assert run("export", "--xlsx", "unit").code == 0
    path = content / "units/phong-van-hoa-xa-hoi.yml"
    before = path.read_text(encoding="utf-8")
    name = before.partition("name: ")[2].partition("\n")[0]
    _edit(tmp_path / "unit.xlsx", name, "Văn phòng mới")
    done = run("import", "unit.xlsx", "--dry-run")
    assert done.code == 0
    assert f"{name} → Văn phòng mới" in done.out
    assert path.read_text(encoding="utf-8") == before
    assert run("import", "unit.xlsx").code == 0
    assert path.read_text(encoding="utf-8") == before.replace(f"name: {name}\n", "name: Văn phòng mới\n", 1)
    assert "0 changes" in run("import", "unit.xlsx").out


def test_what_does_not_fit_ends_with_one(run: Run, content: Path, tmp_path: Path) -> None:
    run("export", "--xlsx", "unit")
    _edit(tmp_path / "unit.xlsx", "phong-van-hoa-xa-hoi", "khac")
    done = run("import", "unit.xlsx")
    assert done.code == 1
    assert "IMP033" in done.out


def test_an_empty_workbook_is_not_written_over_another_file(run: Run, content: Path) -> None:
    assert run("new", "workbook", "document", "-o", "a.xlsx").code == 0
    assert "0 rows" in run("import", "a.xlsx").out
    assert run("new", "workbook", "document", "-o", "a.xlsx").code == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [(["--xlsx", "taks"], "tasks"), ([], "nginx"), (["nginx", "--xlsx", "unit"], "either"), (["--xlsx", "unit", "-s", "x"], "no site")],
)  # fmt: skip  # a table of slips
def test_a_slip_is_told(run: Run, content: Path, words: list[str], said: str) -> None:
    done = run("export", *words)
    assert done.code == 2
    assert said in done.err


def test_without_the_extra_the_command_to_install_it_is_named(
    run: Run, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    monkeypatch.delitem(sys.modules, "site_gen.outputs.entry_workbook", raising=False)
    done = run("export", "--xlsx", "unit")
    assert done.code == 2
    assert "pip install" in done.err

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from site_gen.authoring.forms import forms

Run = Callable[..., Any]
NAMES = [*forms(), "site", "fleet"]


def test_a_schema_is_printed_as_json(run: Run) -> None:
    ran = run("schema", "unit")
    assert ran.code == 0
    assert json.loads(ran.out)["title"] == "Đơn vị"


def test_without_a_name_the_schemas_are_listed_with_their_files(run: Run) -> None:
    lines = run("schema").out.splitlines()
    assert [line.split()[0] for line in lines] == NAMES
    assert "units/*.yml" in lines[0]


def test_all_schemas_are_written_into_a_folder(run: Run, tmp_path: Path) -> None:
    ran = run("schema", "--out", "schemas")
    assert ran.code == 0
    assert sorted(p.name for p in (tmp_path / "schemas").iterdir()) == sorted(f"{n}.json" for n in NAMES)
    assert (tmp_path / "schemas" / "plan.json").read_text(encoding="utf-8") == run("schema", "plan").out


def test_one_schema_can_be_written_alone(run: Run, tmp_path: Path) -> None:
    run("schema", "site", "--out", "schemas")
    assert [p.name for p in (tmp_path / "schemas").iterdir()] == ["site.json"]


def test_schemas_that_are_present_pass(run: Run) -> None:
    run("schema", "--out", "schemas")
    ran = run("schema", "--check", "schemas")
    assert (ran.code, ran.out) == (0, "")


@pytest.mark.parametrize("change", ["edited", "deleted", "not text"])
def test_a_schema_that_is_not_the_present_one_fails(run: Run, tmp_path: Path, change: str) -> None:
    run("schema", "--out", "schemas")
    path = tmp_path / "schemas" / "unit.json"
    if change == "deleted":
        path.unlink()
    else:
        path.write_bytes(b"{}" if change == "edited" else b"\xff")
    ran = run("schema", "--check", "schemas")
    assert ran.code == 1
    assert ran.out.splitlines() == [
        "schemas/unit.json is out of date",
        "update them: sitegen schema --out schemas",
    ]


def test_an_unknown_schema_is_answered_with_the_one_meant(run: Run) -> None:
    ran = run("schema", "units")
    assert ran.code == 2
    assert "there is no schema `units`; did you mean `unit`?" in ran.err


def test_a_folder_that_cannot_be_written_is_told_without_a_traceback(run: Run, tmp_path: Path) -> None:
    (tmp_path / "noi").write_text("a file")
    ran = run("schema", "--out", "noi/schemas")
    assert ran.code == 2
    assert "cannot be written" in ran.err

"""What only sitegen writes can be left out, and the rest is the same work."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import same_work
from generators import BARE, DAY, HERE, Places
from workload import Procedure


def test_a_bare_build_has_every_procedure_and_nothing_that_only_sitegen_writes(
    workload: list[Procedure], tmp_path: Path
) -> None:
    BARE.lay_out(tmp_path, Places(tmp_path), workload)
    program, script, *words = BARE.command(tmp_path, Places(tmp_path), DAY)
    assert Path(script) == HERE / "bare.py"
    assert Path(program).name == "python"
    subprocess.run([sys.executable, script, *words], cwd=tmp_path, check=True, capture_output=True)
    out = BARE.output(tmp_path)
    assert same_work.of_sitegen(out, workload, bare=True) == []
    assert list((out / "du-lieu").glob("*.csv")) == []
    assert [file.stat().st_size for file in (out / "tim-kiem").glob("*.js")] == [0]
    assert [file.parent.name for file in out.rglob("*.png")] == ["assets"]  # the one that all pages share


def test_the_whole_program_is_measured_as_users_call_it() -> None:
    whole = replace(BARE, bare=False)
    assert Path(whole.command(Path(), Places(Path()))[0]).name == "sitegen"

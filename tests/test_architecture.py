"""The drawing of the floors in `pyproject.toml` is true, and it can turn red."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from builds import REPOSITORY, environment


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """What import-linter says of the package in `folder`."""
    return subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"],
        cwd=folder,
        env=environment(PYTHONPATH=str(folder)),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_every_import_leads_down() -> None:
    ran = lint(REPOSITORY)
    assert ran.returncode == 0, ran.stdout


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The repository's package, to be broken."""
    shutil.copytree(REPOSITORY / "site_gen", tmp_path / "site_gen", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(REPOSITORY / "pyproject.toml", tmp_path / "pyproject.toml")
    return tmp_path


BREACHES = {
    "upwards": ("site_gen/base/names.py", "from site_gen.pipeline.request import Request"),
    "between content types": ("site_gen/kinds/unit/model.py", "from site_gen.kinds.page.model import PageModel"),
    "a folder outside the drawing": ("site_gen/utils/__init__.py", '"""Everything else."""'),
}


@pytest.mark.parametrize("breach", BREACHES)
def test_a_breach_of_the_drawing_is_found(breach: str, copy: Path) -> None:
    path, line = BREACHES[breach]
    file = copy / path
    file.parent.mkdir(exist_ok=True)
    file.write_text((file.read_text(encoding="utf-8") if file.exists() else "") + f"\n{line}\n", encoding="utf-8")
    ran = lint(copy)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "BROKEN" in ran.stdout

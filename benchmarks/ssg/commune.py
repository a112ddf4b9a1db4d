"""The example site of one commune: what an officer waits for."""

from __future__ import annotations

import os
import re
import select
import shutil
import signal
import subprocess
import time
from pathlib import Path

import measure
from figures import COMMUNE, COMMUNE_CHECK, COMMUNE_ONE_FILE, COMMUNE_SAVE, COMMUNE_WATCH
from generators import DAY, REPOSITORY, SITEGEN, Places, delete, environment
from measure import Cost
from scenarios import COLD, UNCHANGED, Failed

SAVED = "procedures/1.001193.yml"
PATIENCE = 60
"""Seconds after which a command that says nothing has failed."""


class Commune:
    """A copy of the example site, built, checked and previewed."""

    def __init__(self, places: Places) -> None:
        self.folder = places.site(SITEGEN.name, COMMUNE)
        self._program = str(places.program(SITEGEN.name) / "bin" / "sitegen")
        self._log = places.work / "log" / f"{COMMUNE}.txt"
        self._log.parent.mkdir(parents=True, exist_ok=True)
        delete([self.folder])
        shutil.copytree(REPOSITORY / "content" / COMMUNE, self.folder / "content")
        self._turn = 0

    def round(self) -> dict[str, Cost]:
        """Every scenario once."""
        SITEGEN.forget(self.folder)
        costs = {COLD: self._run("build", "-d", "out"), UNCHANGED: self._run("build", "-d", "out")}
        costs[COMMUNE_CHECK] = self._run("check")
        self.save()
        costs[COMMUNE_ONE_FILE] = self._run("check")
        costs[COMMUNE_WATCH] = self._saved(["check", "--watch"])
        costs[COMMUNE_SAVE] = self._saved(["serve", "-d", "preview", "--port", "0"], first=2)
        shown = Path(self.folder, "preview", "thu-tuc", "1.001193.html").read_text(encoding="utf-8")
        if (new := self._new()) not in shown:
            raise Failed(f"the preview does not show what was saved: {new}")
        return costs

    def _run(self, verb: str, *more: str) -> Cost:
        command = [self._program, verb, "-s", "content", "--as-of", DAY.isoformat(), *more, "-q"]
        cost = measure.run(command, self.folder, self._log)
        if cost.code:
            raise Failed(f"{verb} of {COMMUNE}: exit code {cost.code}\n{cost.said}")
        return cost

    def save(self) -> None:
        """Saves one file with something new in it."""
        self._turn += 1
        file = self.folder / "content" / SAVED
        text, hits = re.subn(
            r'^summary: "(.*?)(?: Lần lưu thứ \d+\.)?"$',
            rf'summary: "\1 {self._new()}"',
            file.read_text("utf-8"),
            flags=re.M,
        )
        if not hits:
            raise Failed(f"{SAVED} has no summary to edit")
        file.write_text(text, encoding="utf-8")

    def _new(self) -> str:
        """What the last save said."""
        return f"Lần lưu thứ {self._turn}."

    def _saved(self, words: list[str], first: int = 1) -> Cost:
        """From the moment in which a file is saved until a command that watches says what came of it.

        Args:
            words: The command.
            first: How many lines it says before it watches.
        """
        with self._log.open("wb") as out:
            watching = subprocess.Popen(
                [self._program, *words, "-s", "content", "--as-of", DAY.isoformat()],
                cwd=self.folder,
                env=environment(),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.PIPE,
            )
        try:
            _line(watching, before=first)
            time.sleep(1)  # until it watches
            before, begun = measure.cpu_so_far(watching.pid), time.perf_counter()
            self.save()
            said = _line(watching)
            return Cost(measure.cpu_so_far(watching.pid) - before, time.perf_counter() - begun, 0.0, 0, said)
        finally:
            watching.send_signal(signal.SIGINT)
            watching.wait(PATIENCE)


def _line(server: subprocess.Popen[bytes], before: int = 1) -> str:
    """The next line of a report on stderr, or a later one."""
    assert server.stderr
    said = b""
    end = time.monotonic() + PATIENCE
    while said.count(b"\n") < before:
        ready, _, _ = select.select([server.stderr], [], [], max(0, end - time.monotonic()))
        more = os.read(server.stderr.fileno(), 4096) if ready else b""
        if not more:
            raise Failed(f"it said only: {said.decode('utf-8', 'replace')}")
        said += more
    return said.decode("utf-8", "replace")

"""What a command costs: processor time and wall time of all its processes, and on demand their memory together."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

from generators import environment

SAMPLED_EVERY = 0.05
"""Seconds between two looks at the memory."""


@dataclass(frozen=True)
class Cost:
    """What one run cost.

    Attributes:
        cpu: Processor seconds, user and system, of the process and all that it waited for.
        wall: Seconds from start to end.
        peak: The most memory that its processes held together, in MiB, each shared page counted once; 0 where it was not
            looked at. Looking slows a run, so that times and memory are taken from different runs.
        code: The exit code.
        said: The end of what it printed.
    """

    cpu: float
    wall: float
    peak: float
    code: int
    said: str


def run(command: list[str], folder: Path, log: Path, memory: bool = False) -> Cost:
    """Runs a command to its end in a folder; what it prints goes to `log`."""
    with log.open("wb") as out:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment(), stdin=subprocess.DEVNULL, stdout=out, stderr=out
        )
        looking = Sampler(process.pid) if memory else None
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    peak = looking.end() if looking else 0.0
    said = log.read_bytes()[-1500:].decode("utf-8", "replace")
    return Cost(used.ru_utime + used.ru_stime, wall, peak, process.returncode, said)


class Sampler:
    """Looks again and again at the memory of a process and all below it."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._most = 0.0
        self._over = Event()
        self._thread = Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        while not self._over.wait(SAMPLED_EVERY):
            self._most = max(self._most, sum(map(held, family(self._pid))))

    def end(self) -> float:
        """Stops looking; the most that was seen, in MiB."""
        self._over.set()
        self._thread.join()
        return self._most


def family(pid: int) -> list[int]:
    """A process and all that descend from it."""
    children: dict[int, list[int]] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                stat = (folder / "stat").read_text(encoding="utf-8", errors="replace")
            except OSError:  # it has ended
                continue
            children.setdefault(int(stat.rpartition(")")[2].split()[1]), []).append(int(folder.name))
    found = [pid]
    for one in found:
        found += children.get(one, [])
    return found


def held(pid: int) -> float:
    """MiB that a process holds, its share of what it holds together with others; 0 where it has ended."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8")
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")) / 1024


def cpu_so_far(pid: int) -> float:
    """Processor seconds of a running process and of all below it, those that have ended too."""
    ticks = 0
    for one in family(pid):
        try:
            stat = Path(f"/proc/{one}/stat").read_text(encoding="utf-8", errors="replace")
        except OSError:  # it has ended, and its parent has its ticks
            continue
        ticks += sum(map(int, stat.rpartition(")")[2].split()[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")

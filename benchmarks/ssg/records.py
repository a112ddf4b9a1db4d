"""What was measured, kept as JSON lines in the work folder: one for each timed build, one when a run begins, one when it ends."""

from __future__ import annotations

import json
import os
import platform
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Record = dict[str, Any]


def machine(folder: Path) -> dict[str, str]:
    """What the figures depend on besides the programs."""
    model = next(
        (line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")), ""
    )
    memory = next((int(line.split()[1]) for line in _lines("/proc/meminfo") if line.startswith("MemTotal")), 0)
    return {
        "cores": str(os.cpu_count()),
        "processor": model or platform.machine(),
        "memory": f"{memory / 2**20:.0f} GiB",
        "system": f"{platform.system()} {platform.release().partition('-')[0]}",
        "python": platform.python_version(),
        "files": filesystem(folder),
        "load": f"{os.getloadavg()[0]:.1f}",
    }


def filesystem(folder: Path) -> str:
    """The kind of file system on which a folder lies."""
    mounts = [line.split()[1:3] for line in _lines("/proc/mounts")]
    above = [(mount, kind) for mount, kind in mounts if folder.resolve().is_relative_to(mount)]
    return max(above, key=lambda found: len(found[0]))[1] if above else "unknown"


def _lines(path: str) -> list[str]:
    file = Path(path)
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


@dataclass
class Run:
    """A run that has ended: which site, on which machine, with which versions, and what it measured."""

    id: str
    site: str
    rounds: int
    begun: str
    machine: dict[str, str]
    versions: dict[str, str]
    costs: list[Record] = field(default_factory=list)

    @property
    def scenarios(self) -> set[str]:
        """What was measured of anything."""
        return {cost["scenario"] for cost in self.costs}


class Kept:
    """The file of results."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def add(self, **record: Any) -> None:
        """Writes a line at once, so that a run that is broken off leaves what it measured."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with self._file.open("a", encoding="utf-8") as out:
            out.write(json.dumps(record, ensure_ascii=False) + "\n")

    def runs(self) -> list[Run]:
        """The runs that have ended, the oldest first."""
        begun: dict[str, Run] = {}
        ended = []
        for line in _lines(str(self._file)):
            record = json.loads(line)
            id, kind = record.pop("run"), record.pop("kind")
            if kind == "begin":
                begun[id] = Run(id=id, **record)
            elif kind == "cost":
                begun[id].costs.append(record)
            elif kind == "end":
                ended.append(begun[id])
        return ended

    def newest(self) -> dict[str, Run]:
        """For each site the newest of the runs that measured the most scenarios: a look at one of them hides no full run."""
        found: dict[str, Run] = {}
        for run in self.runs():
            if run.site not in found or len(run.scenarios) >= len(found[run.site].scenarios):
                found[run.site] = run
        return found

"""Whether anything at all changed since the last build, asked before anything heavy is imported.

Only the standard library is used here. A file counts as unchanged when size, times and inode are
the same; one that was written while the last build was starting is never trusted.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

Stamp = list[int]
RACY_NS = 50_000_000
"""File systems stamp times in ticks of a few milliseconds; within so many nanoseconds two writes can look alike."""


@dataclass(slots=True)
class Snapshot:
    """What a build depended on and what it left behind."""

    options: dict[str, Any]
    inputs: dict[str, Stamp]
    outputs: dict[str, Stamp] = field(default_factory=dict)
    result: dict[str, Any] = field(default_factory=dict)
    racy: bool = False


def _stamp(info: os.stat_result) -> Stamp:
    return [info.st_size, info.st_mtime_ns, info.st_ctime_ns, info.st_ino]


def stamps(roots: Iterable[Path]) -> dict[str, Stamp]:
    """The stamps of every file below `roots`, hidden ones left out."""
    out: dict[str, Stamp] = {}
    waiting = [os.fspath(r) for r in roots]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as found:
                for item in found:
                    if item.name.startswith(".") or item.name == "__pycache__":
                        continue
                    if item.is_dir(follow_symlinks=False):
                        waiting.append(item.path)
                        out[item.path + os.sep] = []
                    else:
                        out[item.path] = _stamp(item.stat(follow_symlinks=False))
        except OSError:
            out[here] = []
    return out


def take(options: dict[str, Any], roots: Iterable[Path]) -> Snapshot:
    """The state of all inputs now, at the start of a build."""
    now = time.time_ns()
    inputs = stamps(roots)
    racy = any(s and max(s[1], s[2]) > now - RACY_NS for s in inputs.values())
    return Snapshot(options, inputs, racy=racy)


def outputs_of(out: Path) -> dict[str, Stamp]:
    """The stamps of all output files, by size and time of change."""
    return {path: stamp[:2] for path, stamp in stamps([out]).items() if stamp}


def same(now: Snapshot, path: Path, out: Path) -> dict[str, Any] | None:
    """The result of the last build where nothing changed since, None where something may have."""
    try:
        before = Snapshot(**json.loads(path.read_bytes()))
        if before.racy or before.options != now.options or before.inputs != now.inputs or not before.outputs:
            return None
        return before.result if outputs_of(out) == before.outputs else None
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def remember(snapshot: Snapshot, path: Path, out: Path, result: dict[str, Any]) -> None:
    """Keep the snapshot of a successful build."""
    snapshot.outputs = outputs_of(out)
    snapshot.result = result
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(f".{os.getpid()}.tmp")
    temporary.write_text(json.dumps(asdict(snapshot)), encoding="utf-8")
    temporary.replace(path)

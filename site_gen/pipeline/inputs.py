"""Whether anything at all changed since the last build, asked before anything heavy is imported.

Only the standard library is used here. A file counts as unchanged when size, times and inode are
the same; one that was written while the last build was starting is never trusted.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import field
from pathlib import Path
from typing import Any

from site_gen.base.dataclass import dataclass
from site_gen.base.engine import PACKAGE, engine
from site_gen.base.stamps import Stamp, stamp_of, stamps
from site_gen.pipeline.memory import keep
from site_gen.pipeline.request import Request

RACY_NS = 50_000_000
"""File systems stamp times in ticks of a few milliseconds; within so many nanoseconds two writes can look alike."""


@dataclass(slots=True)
class InputState:
    """What a build depended on and what it left behind."""

    options: dict[str, Any]
    inputs: dict[str, Stamp]
    outputs: dict[str, Stamp] = field(default_factory=dict)
    result: dict[str, int] = field(default_factory=dict)
    racy: bool = False


def take(request: Request) -> InputState:
    """The state of all inputs now, at the start of a build."""
    now = time.time_ns()
    own = [os.path.abspath(folder) for folder in (request.out, request.state)]  # noqa: PTH100 — links stay as written
    inputs = stamps(_roots(request), leave=own)  # an output inside the content is no input
    racy = any(s and max(s[1], s[2]) > now - RACY_NS for s in inputs.values())
    return InputState(_options(request), inputs, racy=racy)


def _options(request: Request) -> dict[str, Any]:
    return {
        "as_of": request.as_of.isoformat(),
        "fail": int(request.fail_level),
        "base_url": request.base_url,
        "source": str(request.source.absolute()),
        "out": str(request.out.absolute()),
        "precompress": _copies() if request.precompress else "",
        "theme": str(request.theme.absolute() if request.theme else ""),
        "engine": engine(),
    }


def _copies() -> str:
    from site_gen.outputs.hosting.compressed import compressed_copies_of

    return " ".join(compressed_copies_of("index.html"))  # another library may have come or gone


def _roots(request: Request) -> list[Path]:
    """Everything a build depends on: content, theme, and the package with its kinds' templates."""
    return [request.source.absolute(), *(folder.absolute() for folder in request.whole_theme.folders), PACKAGE]


def _memory(request: Request) -> Path:
    return request.state / "inputs.json"


def _outputs(request: Request) -> dict[str, Stamp]:
    """The stamps of all output files, by size and time of change."""
    return {path: stamp[:2] for path, stamp in stamps([request.out.absolute()]).items() if stamp}


def recall(request: Request) -> InputState | None:
    """What the last successful build left; None where that cannot be trusted."""
    try:
        before = InputState(**json.loads(_memory(request).read_bytes()))
        counts = [before.result[name] for name in ("pages", "warnings")]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    sound = isinstance(before.outputs, dict) and all(type(count) is int for count in counts)
    return before if sound else None


def untouched(request: Request, before: InputState | None) -> bool:
    """Whether the output folder is as the last successful build left it."""
    return before is not None and bool(before.outputs) and _outputs(request) == before.outputs


def same(now: InputState, before: InputState | None, request: Request) -> bool:
    """Whether nothing that a build depends on, or has left, changed since the last one."""
    if before is None or before.racy or before.options != now.options or before.inputs != now.inputs:
        return False
    return untouched(request, before)


def wrote(state: InputState, files: Iterable[Path]) -> None:
    """What the build itself wrote among its inputs is no change since."""
    state.inputs.update({os.path.abspath(file): stamp_of(file) for file in files})  # noqa: PTH100 — links stay as written


def remember(state: InputState, request: Request, result: dict[str, int]) -> None:
    """Keep the state of a successful build. One that cannot be kept costs time, nothing else."""
    state.outputs = _outputs(request)
    state.result = result
    with suppress(OSError):
        keep(_memory(request), {name: getattr(state, name) for name in InputState.__slots__})

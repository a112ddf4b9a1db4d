"""What a build remembers for the next one, in files that may be lost or ruined at any time: that costs time, nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")


def keep(path: Path, value: Any) -> None:
    """Write what may be lost, whole or not at all. Ask under the lock of the build: the name in between is fixed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".tmp")
    temporary.write_text(json.dumps(value), encoding="utf-8")
    temporary.replace(path)


def recall(path: Path, kind: type[T]) -> T | None:
    """The value kept in a JSON file; None where it is gone or no longer of its type."""
    from pydantic import TypeAdapter  # not needed to find that nothing has changed

    try:
        return TypeAdapter(kind).validate_json(path.read_bytes(), strict=True)
    except (OSError, ValueError):
        return None

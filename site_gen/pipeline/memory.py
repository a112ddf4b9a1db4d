"""What a build remembers for the next one, in files that may be lost or ruined at any time: that costs time, nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter

T = TypeVar("T")


def recall(path: Path, kind: type[T]) -> T | None:
    """The value kept in a JSON file; None where it is gone or no longer what was written."""
    try:
        return TypeAdapter(kind).validate_json(path.read_bytes(), strict=True)
    except (OSError, ValueError):
        return None

"""The folder in which changed files lie complete before any of them comes in."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from site_gen.outputs.writer.safety import STAGING
from site_gen.outputs.writer.tree import Made, discard, write_new

Brought = tuple[int, str, int, str]
"""A staged file: its number, which is its name there, and its path, size and SHA-256."""


def output_lock(out: Path, state: Path) -> Path:
    """The lock held while `out` changes."""
    return state / f"output-{_token(out)}.lock"


def staging_places(out: Path, state: Path) -> tuple[Path, Path]:
    """Where staged files may lie, the better place first."""
    return state / f"staging-{_token(out)}", out / STAGING


def _token(out: Path) -> str:
    """What tells the traces of `out` from those of other outputs in one state folder."""
    return hashlib.sha256(str(out).encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Staging:
    """Files on their way to `out`; nothing is made on the disk before the first."""

    def __init__(self, out: Path, state: Path) -> None:
        self.brought: list[Brought] = []
        self._out = out
        self._better, self._inside = staging_places(out, state)
        self._folder: Path | None = None
        self._made_out = False

    @property
    def folder(self) -> Path:
        """The staging folder, made when first asked for."""
        if self._folder is None:
            self._made_out = not self._out.exists()
            self._out.mkdir(parents=True, exist_ok=True)
            self._inside.mkdir()
            self._folder = self._inside
            # Born in the output folder, it hands that folder's group and access rules on to the files.
            # Only a rename proves that files can be renamed from there to here: two bind mounts, or the
            # layers of a container, share a device number and still cannot.
            with suppress(OSError):
                self._better.parent.mkdir(parents=True, exist_ok=True)
                self._folder = self._inside.rename(self._better)
        return self._folder

    def add(self, path: str, data: bytes, made: Made) -> None:
        """Writes `data`, which is as `made`, to be brought to `path`."""
        number = len(self.brought)
        write_new(f"{self.folder}/{number}", data)
        self.brought.append((number, path, *made))

    def discard(self) -> None:
        """Removes what was staged, and the output folder if it was made for this and is empty."""
        with suppress(OSError):  # the next command sweeps what resists
            for place in (self._better, self._inside):
                discard(str(place))
            if self._made_out:
                self._out.rmdir()

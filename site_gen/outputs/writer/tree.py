"""The output folder as the writer walks it: by plain strings, and never through a link.

Every call that changes a disk is here. Paths are posix-relative strings: for ten thousand files,
Path objects would cost more than the work itself.
"""
# ruff: noqa: PTH102, PTH105, PTH106, PTH108 - strings, not Path: see above

from __future__ import annotations

import errno
import hashlib
import os
import stat
import sys
import time
from collections.abc import Callable, Iterable
from enum import Enum
from functools import partial
from pathlib import Path

from site_gen.base.messages import msg
from site_gen.outputs.writer.refused import OutputRefused

Made = tuple[int, str]
"""The size and the SHA-256 of a file."""

_BINARY: int = getattr(os, "O_BINARY", 0)
_NO_LINK: int = getattr(os, "O_NOFOLLOW", 0)


class Standing(Enum):
    """What stands where a folder is wanted."""

    FOLDER = 1
    ABSENT = 2
    BLOCKED = 3  # a file, a link or a foreign mount: never walked through


class Tree:
    """The folder `root` as it stands; what is learned about its folders is remembered."""

    def __init__(self, root: Path) -> None:
        self.root = str(root)
        self._known: dict[str, Standing] = {}

    def full(self, path: str) -> str:
        """The full path of `path`."""
        return f"{self.root}/{path}"

    def folder(self, path: str) -> Standing:
        """What stands at the folder `path` (the empty path is the root)."""
        known = self._known.get(path)
        if known is None:
            above = self.folder(path.rpartition("/")[0]) if path else Standing.FOLDER
            known = above if above is not Standing.FOLDER else _standing(self.full(path))
            self._known[path] = known
        return known

    def look(self, path: str) -> os.stat_result | None:
        """What stands at `path`, None where nothing does or where only a link leads there."""
        if self.folder(path.rpartition("/")[0]) is not Standing.FOLDER:
            return None
        try:
            return os.lstat(f"{self.root}/{path}")
        except FileNotFoundError:
            return None

    def holds(self, path: str, made: Made, verify: bool = False) -> bool:
        """Whether `path` is a file as `made`: by its size, with `verify` by its bytes."""
        seen = self.look(path)
        if seen is None or not stat.S_ISREG(seen.st_mode) or seen.st_size != made[0]:
            return False
        return not verify or measure(self.full(path)) == made

    def make_folder(self, path: str) -> None:
        """Makes the folder `path` and those above it.

        Raises `OutputRefused` if a file or a link stands in the way.
        """
        stands = self.folder(path)
        if stands is Standing.BLOCKED:
            raise in_the_way(self.full(path))
        if stands is Standing.ABSENT:
            if path:
                self.make_folder(path.rpartition("/")[0])
            os.mkdir(self.full(path))
            self._known[path] = Standing.FOLDER

    def drop(self, path: str) -> None:
        """Removes the file `path`, if it is there; a folder in its place stays."""
        seen = self.look(path)
        if seen is not None and not stat.S_ISDIR(seen.st_mode):
            _patiently(lambda: os.unlink(self.full(path)))

    def drop_empty(self, folders: Iterable[str]) -> None:
        """Removes those of `folders`, and of the folders above them, that are empty."""
        for folder in sorted(with_those_above(folders), key=len, reverse=True):  # the deepest first
            if self.folder(folder) is Standing.FOLDER:
                _remove_if_empty(self.full(folder))
        self._known.clear()


def with_those_above(folders: Iterable[str]) -> set[str]:
    """`folders` and every folder above them, without the root."""
    found = {""}
    for folder in folders:
        while folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found - {""}


def in_the_way(path: str) -> OutputRefused:
    """The refusal to write where something that we did not make stands."""
    return OutputRefused(
        msg("{path} was not made by this program and is in the place of a page.", path=path),
        msg("Move it out of the output folder, or delete it, and build again."),
    )


def measure(path: str) -> Made | None:
    """The size and digest of the file at `path`, None if there is no plain file."""
    try:
        fd = os.open(path, os.O_RDONLY | _BINARY | _NO_LINK | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        if error.errno in {errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.EISDIR, errno.ENXIO}:
            return None
        raise
    try:
        if not stat.S_ISREG(os.fstat(fd).st_mode):
            return None
        with os.fdopen(fd, "rb", closefd=False) as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            return file.tell(), digest
    finally:
        os.close(fd)


def write_new(path: str, data: bytes, durable: bool = False) -> None:
    """Writes a file that must not exist yet; `durable` waits until the disk has it."""
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(fd, rest) :]
        if durable:
            os.fsync(fd)
    finally:
        os.close(fd)


def move(source: str, target: str) -> None:
    """Puts `source` in the place of `target` in one step."""
    _patiently(lambda: os.replace(source, target))


def _patiently(step: Callable[[], None]) -> None:
    """Takes a step again where Windows refuses it: there, a reader or a virus scanner holds a file for a moment."""
    for pause in (0.01, 0.05, 0.2, 0.5):
        try:
            return step()
        except PermissionError:
            if sys.platform != "win32":
                raise
            time.sleep(pause)
    return step()


def discard(folder: str) -> None:
    """Removes `folder` with all that is in it; a link or a file in its place goes itself."""
    stands = _standing(folder)
    if stands is Standing.BLOCKED:
        _patiently(lambda: os.unlink(folder))
    elif stands is Standing.FOLDER:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    discard(entry.path)
                else:
                    _patiently(partial(os.unlink, entry.path))
        _patiently(lambda: os.rmdir(folder))


def sync_folder(path: str) -> None:
    """Waits until the names in the folder `path` are on the disk, where the system can say so."""
    if sys.platform == "win32":
        return
    fd = os.open(path, os.O_RDONLY)
    try:
        os.fsync(fd)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(fd)


def _standing(path: str) -> Standing:
    try:
        seen = os.lstat(path)
    except FileNotFoundError:
        return Standing.ABSENT
    # A junction of Windows calls itself a folder; only its tag tells.
    plain = stat.S_ISDIR(seen.st_mode) and not getattr(seen, "st_reparse_tag", 0)
    return Standing.FOLDER if plain else Standing.BLOCKED


def _remove_if_empty(path: str) -> None:
    try:
        os.rmdir(path)
    except OSError as error:
        # Somebody else's file is in it, or stands in it (a shell, a mount): then it stays.
        if error.errno not in {errno.ENOTEMPTY, errno.EEXIST, errno.EBUSY, errno.EACCES}:
            raise

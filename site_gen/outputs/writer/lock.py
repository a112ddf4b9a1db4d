"""One at a time: a lock that the system releases when its holder ends, however it ends.

By hand, for a build that finds nothing changed has no time to load a library for it (decision 016).
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from site_gen.base.messages import Message, msg
from site_gen.outputs.writer.refused import OutputBusy, refusing

_PAUSE = 0.05  # seconds between two tries

if sys.platform == "win32":
    import msvcrt

    _BYTE = 1 << 30  # Windows also forbids reading what is locked, so a byte beyond the process number

    def _switch(fd: int, mode: int) -> None:
        os.lseek(fd, _BYTE, os.SEEK_SET)
        msvcrt.locking(fd, mode, 1)

    def _take(fd: int) -> None:
        _switch(fd, msvcrt.LK_NBLCK)

    def _give(fd: int) -> None:
        _switch(fd, msvcrt.LK_UNLCK)

    _TAKEN: type[OSError] = PermissionError
else:
    import fcntl

    def _take(fd: int) -> None:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _give(fd: int) -> None:
        fcntl.flock(fd, fcntl.LOCK_UN)  # said aloud: a forked worker may still have the file open

    _TAKEN: type[OSError] = BlockingIOError


def build_lock(
    state: Path, wait: float, on_wait: Callable[[Message], None] | None = None
) -> AbstractContextManager[None]:
    """Holds the right to build with the folder `state`.

    If another process has it, `on_wait` hears so once; after `wait` seconds `OutputBusy` is raised.
    """
    return hold(state / "build.lock", wait, on_wait)


@contextmanager
def hold(file: Path, wait: float, on_wait: Callable[[Message], None] | None = None) -> Iterator[None]:
    """Holds the lock `file`, which is made if need be and stays behind harmlessly.

    Not re-entrant: the same process asking twice waits for itself. Workers that were forked meanwhile
    share the lock until they end, should their parent be killed. Raises `OutputBusy`.
    """
    with refusing(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        fd = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _wait_for(fd, file, wait, on_wait)
        try:
            with refusing(file):
                os.ftruncate(fd, 0)
                os.lseek(fd, 0, os.SEEK_SET)
                os.write(fd, b"%d\n" % os.getpid())
            yield
        finally:
            _give(fd)
    finally:
        os.close(fd)


def _wait_for(fd: int, file: Path, wait: float, on_wait: Callable[[Message], None] | None) -> None:
    deadline = 0.0
    while not _taken(fd, file):
        os.lseek(fd, 0, os.SEEK_SET)
        holder = os.read(fd, 32).decode("ascii", "replace").strip() or "?"
        if not deadline:
            deadline = time.monotonic() + wait
            if wait > 0 and on_wait:
                on_wait(msg("Another build is running (process {pid}); waiting for it.", pid=holder))
        if time.monotonic() >= deadline:
            raise OutputBusy(
                msg("Another build is running (process {pid}).", pid=holder),
                msg("Let it finish, or end it, and build again."),
            )
        time.sleep(_PAUSE)


def _taken(fd: int, file: Path) -> bool:
    with refusing(file):
        try:
            _take(fd)
        except _TAKEN:
            return False
    return True

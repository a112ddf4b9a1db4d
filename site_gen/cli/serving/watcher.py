"""Notices that content changed, and waits until the change is complete: one save or three hundred are one change.

The files are looked at: network drives and containers do not tell of changes. A look at 500 files takes some 4 ms.
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path
from threading import Event

from site_gen.base.stamps import Stamp, stamps
from site_gen.reading.site_files import is_ignored

QUIET = 0.15
"""Seconds without a change after which a change counts as complete."""
PATIENCE = 5.0
"""Seconds after which a change counts as complete although files keep changing."""
PAUSE = 0.25
"""Least seconds between two looks at the files."""
SHARE = 10
"""A look that takes long is repeated seldom: it may take one part in so many of a processor's time."""
State = dict[str, Stamp]
"""The files below the watched folders with their stamps."""


class Changes:
    """The files below `roots`, and when they have changed. The folders `leave` are not looked at.

    Used by one thread; `stop` ends its waiting.
    """

    def __init__(self, roots: Sequence[Path], leave: Sequence[Path], stop: Event) -> None:
        self.roots = [root.absolute() for root in roots]
        self.leave = [str(folder.absolute()) for folder in leave]
        self.stop = stop
        self._took = 0.0

    def look(self) -> State:
        """The state of the files now."""
        started = time.monotonic()
        seen = stamps(self.roots, self.leave)
        found = {path: stamp for path, stamp in seen.items() if stamp and not is_ignored(os.path.basename(path))}  # noqa: PTH119 — strings by the thousand
        self._took = time.monotonic() - started
        return found

    def after(self, known: State) -> State | None:
        """The next complete state that differs from `known`; None when stopped."""
        while not self.stop.is_set():
            now = self.look()
            if now != known and (now := self._complete(now)) != known:
                return now
            self.stop.wait(max(PAUSE, self._took * SHARE))
        return None

    def _complete(self, now: State) -> State:
        """`now`, or what it has become once nothing changes any more."""
        deadline = time.monotonic() + PATIENCE
        while not self.stop.wait(QUIET):
            before, now = now, self.look()
            if now == before or time.monotonic() > deadline:
                break
        return now


def differing(before: State, after: State) -> list[str]:
    """The paths that were added, changed or removed, sorted."""
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))

"""The stamps of files: what shows at a glance whether one of them changed. Only the standard library is used."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

Stamp = list[int]
"""Size, times of writing and of change in nanoseconds, and inode of a file; empty for a folder."""


def stamps(roots: Iterable[Path], leave: Iterable[str] = ()) -> dict[str, Stamp]:
    """The stamps of every file below `roots` by path; hidden ones, and the folders `leave`, are left out.

    What a link leads to is stamped too, for it may change while the link stays.
    """
    out: dict[str, Stamp] = {}
    waiting = [os.fspath(r) for r in roots]
    left = frozenset(leave)
    linked: set[str] = set()
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as found:
                for item in found:
                    if item.name.startswith(".") or item.name == "__pycache__":
                        continue
                    if item.is_dir(follow_symlinks=False):
                        if item.path not in left:
                            waiting.append(item.path)
                            out[item.path + os.sep] = []
                        continue
                    out[item.path] = _stamp(item.stat(follow_symlinks=False))
                    if item.is_symlink():
                        waiting += _behind(item, out, linked)
        except OSError:
            out[here] = []
    return out


def stamp_of(path: Path) -> Stamp:
    """The stamp of one file."""
    return _stamp(path.stat())


def _stamp(info: os.stat_result) -> Stamp:
    return [info.st_size, info.st_mtime_ns, info.st_ctime_ns, info.st_ino]


def _behind(link: os.DirEntry[str], out: dict[str, Stamp], linked: set[str]) -> list[str]:
    """Stamps the file behind `link`; or gives the folder behind it, unless that was given before."""
    target = os.path.realpath(link.path)
    try:
        if link.is_dir():
            # A link may lead to a folder above it: each is walked once, or this would never end.
            new = target not in linked
            linked.add(target)
            return [target] if new else []
        out[target] = _stamp(link.stat())
    except OSError:
        out[target] = []
    return []

"""The other way to bring a site in: a complete new folder beside the old one, then one exchange.

For those whose web server reads the output folder directly: no visitor sees an old page beside a new
one. Programs that stand in the folder (a shell, a server started inside it) keep standing in the old
one. Linux exchanges two folders in one step; elsewhere two renames follow each other, and between
them, for some microseconds, there is no folder.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from site_gen.base.messages import msg
from site_gen.outputs.writer.refused import OutputRefused
from site_gen.outputs.writer.safety import JOURNAL, MANIFEST, STAGING
from site_gen.outputs.writer.staging import Brought, Staging
from site_gen.outputs.writer.tree import Tree, discard, move, sync_folder, with_those_above, write_new

_EXCHANGE = 2
_HERE = -100  # the working folder, to which the paths are relative (they are absolute)


def beside(out: Path) -> Path:
    """Where the new folder is built; after the exchange, the old one lies there."""
    return out.with_name(f".{out.name}.sitegen-next")


def aside(out: Path) -> Path:
    """Where the old folder waits between two renames."""
    return out.with_name(f".{out.name}.sitegen-old")


def swap_in(out: Path, staging: Staging, remove: Collection[str], record: bytes) -> None:
    """Builds the new site beside `out` and exchanges the two."""
    try:
        staged = staging.folder  # asked for first: it makes an output folder where there is none
        _build(out, staged, staging.brought, remove, record)
        if not exchange(beside(out), out):
            _rename_twice(beside(out), out)
    except OSError as error:
        # Windows exchanges no folder in which a file is open or that a window shows.
        in_use = sys.platform == "win32" and isinstance(error, PermissionError)
        if error.errno not in {errno.EXDEV, errno.EBUSY} and not in_use:
            raise
        raise OutputRefused(
            msg("The folder {path} is a disk of its own or in use, so it cannot be exchanged.", path=str(out)),
            msg("Nothing was changed; close the files and windows that show it, or build without `--swap`."),
        ) from error


def _build(out: Path, staged: Path, brought: list[Brought], remove: Collection[str], record: bytes) -> None:
    tree = Tree(beside(out))
    discard(tree.root)
    own = {MANIFEST, JOURNAL, STAGING}
    _link_tree(str(out), tree.root, "", {*own, *remove, *(path for _, path, _, _ in brought)})
    for number, path, _, _ in brought:
        tree.make_folder(path.rpartition("/")[0])
        move(f"{staged}/{number}", tree.full(path))
    write_new(tree.full(MANIFEST), record, durable=True)
    for folder in sorted(with_those_above(path.rpartition("/")[0] for _, path, _, _ in brought)):
        sync_folder(tree.full(folder))
    sync_folder(tree.root)


def sweep(out: Path) -> None:
    """Makes an exchange durable, and removes what lies beside `out` after it or without it."""
    sync_folder(str(out.parent))
    for place in (aside(out), beside(out)):
        with suppress(OSError):  # the new site is in; what a program still holds of the old one goes next time
            discard(str(place))


def complete(out: Path) -> bool:
    """Finishes an exchange that was killed between its two renames, and sweeps; says if it was."""
    if not any(map(os.path.lexists, (aside(out), beside(out)))):
        return False
    waiting = os.path.lexists(aside(out)) and not os.path.lexists(out)
    if waiting:
        # The old folder only goes aside when the new one is complete.
        source = beside(out) if beside(out).is_dir() else aside(out)
        source.rename(out)
    sweep(out)
    return waiting


def exchange(first: Path, second: Path) -> bool:
    """Exchanges two folders in one step; False where the system or the disk cannot.

    Raises OSError if it can and something else forbids it.
    """
    if not sys.platform.startswith("linux"):
        return False
    import ctypes  # 10 ms, wanted here only

    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(_HERE, os.fsencode(first), _HERE, os.fsencode(second), _EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}:
        return False
    raise OSError(code, os.strerror(code), str(second))


def _rename_twice(new: Path, out: Path) -> None:
    old = aside(out)
    out.rename(old)
    try:
        new.rename(out)
    except OSError:
        old.rename(out)
        raise


def _link_tree(source: str, target: str, prefix: str, leave: set[str]) -> bool:
    """Links all of `source` but `leave` into the new folder `target`; False if only that was in it."""
    Path(target).mkdir()
    left = kept = False
    with os.scandir(source) as entries:
        for entry in entries:
            path, there = prefix + entry.name, f"{target}/{entry.name}"
            if path in leave:
                left = True
            elif entry.is_dir(follow_symlinks=False):
                inside = _link_tree(entry.path, there, path + "/", leave)
                kept, left = kept or inside, left or not inside
            else:
                _link(entry.path, there)
                kept = True
    if left and not kept and prefix:
        Path(target).rmdir()
        return False
    Path(target).chmod(stat.S_IMODE(Path(source).stat().st_mode))
    return True


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError) as error:
        if isinstance(error, OSError) and error.errno == errno.ENOSPC:
            raise
        import shutil

        shutil.copy2(source, target, follow_symlinks=False)

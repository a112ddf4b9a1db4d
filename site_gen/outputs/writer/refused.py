"""The refusals of the writer: each has one sentence on what is wrong and one on what to do."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from site_gen.base.messages import Message, msg
from site_gen.base.os_error import reason

_HELD = {errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY}
_HOLDERS = {
    "pdf": msg("Acrobat, Foxit or a browser"),
    "xls": msg("Excel"), "xlsx": msg("Excel"), "csv": msg("Excel"), "ods": msg("Excel"),
    "doc": msg("Word"), "docx": msg("Word"), "odt": msg("Word"),
    "html": msg("a browser or an editor"), "json": msg("a browser or an editor"), "txt": msg("a browser or an editor"),
    "jpg": msg("a program that shows pictures"), "jpeg": msg("a program that shows pictures"), "png": msg("a program that shows pictures"),
}  # fmt: skip  # a table: endings in a line with who holds such files

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


class OutputRefused(Exception):
    """The output folder cannot be written, or must not be.

    `message` says why, `hint` what a person can do about it.
    """

    def __init__(self, message: Message, hint: Message) -> None:
        super().__init__(f"{message} {hint}")
        self.message = message
        self.hint = hint


class OutputBusy(OutputRefused):
    """Another process holds the lock, and the time to wait for it is over."""


class NotKept(Exception):
    """Files that were to stay as they are cannot: they are missing, altered or not ours.

    Raised before anything is written; make `paths` again and publish.
    """

    def __init__(self, paths: Iterable[str]) -> None:
        self.paths = frozenset(paths)
        super().__init__(", ".join(sorted(self.paths)))


@contextmanager
def refusing(path: str | Path, begun: bool = False) -> Iterator[None]:
    """Turns an error of the system into an `OutputRefused` about `path`.

    `begun` says that the new site is already being put in place.
    """
    try:
        yield
    except OSError as error:
        where = str(path)
        if error.errno in _FULL:
            message = msg("The disk that holds {path} is full.", path=where)
        elif error.errno in _FORBIDDEN:
            message = msg("There is no permission to write in {path}.", path=where)
        else:
            message = msg("{path} could not be written: {reason}.", path=where, reason=reason(error))
        if begun:
            hint = msg("The new site is being put in place; once this is fixed, the next command completes it.")
        else:
            hint = msg("Nothing was changed; fix this and build again.")
        raise OutputRefused(message, hint) from error


class OutputHeld(OutputRefused):
    """Some files could not be replaced or removed, for another program holds them; all others are as the new site has them.

    The journal stays, so the next command takes the steps that are left; until then it says the same again.

    `replacing` keep their old words, `removing` are still public although they should not be.
    """

    def __init__(self, root: str, replacing: Sequence[str], removing: Sequence[str]) -> None:
        self.replacing, self.removing = tuple(replacing), tuple(removing)
        first = (self.removing or self.replacing)[0]
        count = len(self.removing or self.replacing)
        path = f"{root}/{first}"
        if self.removing:
            message = msg(
                "{path} is to be taken down and CANNOT BE DELETED: it is still public ({count} files)",
                path=path,
                count=count,
            )
        else:
            message = msg(
                "{path} cannot be replaced: another program holds it, or it is locked ({count} files)",
                path=path,
                count=count,
            )
        super().__init__(message, _hint(first, bool(self.removing)))


def _hint(name: str, public: bool) -> Message:
    who = _HOLDERS.get(name.rpartition(".")[2].lower(), msg("another program"))
    if public:
        return msg(
            "close this file (perhaps in {program}) or lift its write protection, then build again at once; everything else is published",
            program=who,
        )
    return msg(
        "close this file (perhaps in {program}) or lift its write protection, then build again; everything else is published",
        program=who,
    )


def is_held(error: OSError, path: str) -> bool:
    """Whether the one file `path` resists, not its whole folder."""
    return error.errno in _HELD and os.access(os.path.dirname(path) or ".", os.W_OK)  # noqa: PTH120 — strings by the thousand

"""How the writer says no: always one kind sentence, and one about what to do next."""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from site_gen.base.messages import Message, msg
from site_gen.base.os_error import reason

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

    Raised before anything is written; make `paths` anew and publish again.
    """

    def __init__(self, paths: Iterable[str]) -> None:
        self.paths = frozenset(paths)
        super().__init__(", ".join(sorted(self.paths)))


@contextmanager
def told(path: str | Path, begun: bool = False) -> Iterator[None]:
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
            hint = msg("The new site is on its way in; once this is mended, the next command completes it.")
        else:
            hint = msg("Nothing was changed; mend this and build again.")
        raise OutputRefused(message, hint) from error

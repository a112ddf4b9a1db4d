"""Published files that another program holds open, or that the system has locked: named, with who most likely holds them.

The other files have come in when this is raised. The journal stays, so the next command takes the steps that are left; until then
it says the same again.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence

from site_gen.base.messages import Message, msg
from site_gen.outputs.writer.refused import OutputRefused

_HELD = {errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY}
_HOLDERS = {
    "pdf": msg("Acrobat, Foxit or a browser"),
    "xls": msg("Excel"), "xlsx": msg("Excel"), "csv": msg("Excel"), "ods": msg("Excel"),
    "doc": msg("Word"), "docx": msg("Word"), "odt": msg("Word"),
    "html": msg("a browser or an editor"), "json": msg("a browser or an editor"), "txt": msg("a browser or an editor"),
    "jpg": msg("a program that shows pictures"), "jpeg": msg("a program that shows pictures"), "png": msg("a program that shows pictures"),
}  # fmt: skip


class OutputHeld(OutputRefused):
    """Some files could not be replaced or removed; all others are as the new site has them.

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

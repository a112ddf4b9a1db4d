"""What the system's own errors are called: its words are English, whatever the reader speaks."""

from __future__ import annotations

import errno
import sys

from site_gen.base.messages import Message, msg

WINDOWS_PATH = 259
"""So many letters of a path Windows opens as it comes."""

_FORBIDDEN = msg("there is no permission")
_FULL = msg("the disk is full")
_TOO_LONG = msg(
    "the path is longer than Windows allows; move the folder nearer to the top of the disk, for example to D:\\trang"
)
_TOO_MANY = msg("too many files are open at once")
_WORDS = {
    errno.ENOENT: msg("there is no such file or folder"),
    errno.EEXIST: msg("there is already something of this name"),
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: msg("the disk can only be read"),
    errno.ENOSPC: _FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): _FULL,  # Windows has no quotas
    errno.EISDIR: msg("it is a folder"),
    errno.ENOTDIR: msg("a part of the path is a file, not a folder"),
    errno.ENOTEMPTY: msg("the folder is not empty"),
    errno.ENAMETOOLONG: msg("the name is too long"),
    errno.ELOOP: msg("the links lead round in a circle"),
    errno.EBUSY: msg("another program is using it"),
    errno.EMFILE: _TOO_MANY,
    errno.ENFILE: _TOO_MANY,
    errno.ENOMEM: msg("there is not enough memory"),
    errno.EIO: msg("the disk reports a fault"),
    errno.EADDRNOTAVAIL: msg("this computer has no such address"),
}


def reason(error: OSError) -> Message:
    """Why the system refused, as half a sentence; a rare error is given by its number.

    Windows calls a path of more than 259 letters missing, unless long paths were switched on.
    """
    if sys.platform == "win32" and any(len(str(p or "")) > WINDOWS_PATH for p in (error.filename, error.filename2)):
        return _TOO_LONG
    words = _WORDS.get(error.errno or 0)
    return words or msg("the system refused (error {number})", number=error.errno or "?")

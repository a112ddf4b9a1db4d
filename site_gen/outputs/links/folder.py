"""The folder of a built site: its files by path, read one at a time."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import field
from pathlib import Path

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Diagnostic, Span
from site_gen.base.messages import Message, msg
from site_gen.base.os_error import reason
from site_gen.base.plain_text import normalise
from site_gen.outputs.links.codes import SEVERITIES, UNREADABLE

LIMIT = 4 << 20
"""Pages weigh at most 50 kB; a hundred times that is no page."""
_AGAIN = msg("build the site again")
_REMOVE = msg("take it out of the folder; `sitegen build` makes no such file")


def finding(code: str, at: Span, message: Message, hint: Message) -> Diagnostic:
    """A finding about a built site."""
    return Diagnostic(code, SEVERITIES[code], message, at, hint)


@dataclass(slots=True)
class Folder:
    """A folder, and what could not be read in it.

    Attributes:
        root: The folder.
        shown: The folder as reports name it.
        files: Path of every file, from the root.
        found: What resisted.
    """

    root: Path
    shown: str
    files: frozenset[str] = frozenset()
    found: list[Diagnostic] = field(default_factory=list)

    @classmethod
    def open(cls, root: Path) -> Folder:
        """Lists the folder, unless it holds no site. Hidden files are the program's own, or a version control's."""
        folder = cls(root, root.as_posix().rstrip("/") or "/")
        if (root / "index.html").is_file():
            folder.files = frozenset(folder._list())
        return folder

    def at(self, path: str, line: int = 0, column: int = 0) -> Span:
        """A place in a file, as reports show it; bytes that belong to no letter are shown as `?`."""
        whole = path if path and self.shown == "." else f"{self.shown}/{path}" if path else self.shown
        return Span(os.fsencode(whole).decode("utf-8", "replace"), line, column)

    def text(self, path: str) -> str | None:
        """A file's text, composed as reports show it; None, with a finding, where it cannot be had."""
        file = self.root / path
        try:
            size = file.stat().st_size
            if size > LIMIT:
                message = msg("the file has {size} kB, at most {limit} kB are read", size=size >> 10, limit=LIMIT >> 10)
                self._refuse(path, message)
                return None
            raw = file.read_bytes()
            return normalise(raw.decode("utf-8"))
        except OSError as error:
            self._refuse(path, msg("the file cannot be read: {reason}", reason=reason(error)))
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            message = msg("the file is not UTF-8: byte {byte} belongs to no letter", byte=f"0x{raw[error.start]:02X}")
            self._refuse(path, message, line)
        return None

    def _refuse(self, path: str, message: Message, line: int = 0, hint: Message = _AGAIN) -> None:
        self.found.append(finding(UNREADABLE, self.at(path, line, 1 if line else 0), message, hint))

    def _list(self) -> Iterator[str]:
        def resisted(error: OSError) -> None:
            path = os.path.relpath(error.filename, self.root) if error.filename else ""
            self._refuse(path, msg("the folder cannot be read: {reason}", reason=reason(error)))

        for place, folders, names in os.walk(self.root, onerror=resisted):
            here = os.path.relpath(place, self.root).replace(os.sep, "/")
            prefix = "" if here == "." else f"{here}/"
            folders[:] = sorted(f for f in folders if not f.startswith("."))
            for name in (*folders, *sorted(names)):
                if name.startswith("."):
                    continue
                path = prefix + name
                mode = (self.root / path).lstat().st_mode
                if stat.S_ISLNK(mode):
                    self._refuse(path, msg("it is a symbolic link"), hint=_REMOVE)
                elif stat.S_ISREG(mode):
                    yield path
                elif not stat.S_ISDIR(mode):
                    self._refuse(path, msg("it is not an ordinary file"), hint=_REMOVE)

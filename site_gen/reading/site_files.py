"""What lies in a site folder: its files in a fixed order, the form of each, copies of another, and what is ignored.

Reading, attachments and the preview's watcher ask here what to ignore, so that they ignore the same. Copies that a conflict
left are not ignored: somebody's work may be in them (`copies.py`).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Diagnostic, Span
from site_gen.base.messages import msg
from site_gen.base.os_error import WINDOWS_PATH, reason
from site_gen.base.theme import THEME_FOLDER
from site_gen.base.vietnamese import strip_marks
from site_gen.model.entry import Form
from site_gen.reading.copies import original_of
from site_gen.reading.refusals import refuse
from site_gen.reading.text import shown_name

FILES, CERTIFICATES = "files", "certificates"
"""The folders of attachments, and of certificates by which their signatures are checked."""
LOG = "publication-log.jsonl"
"""The publication log: what builds write there is no content."""
OUTPUT = ".sitegen.json"
"""The record in a folder that a site was published to: such a folder below the content is no content."""


_IGNORED_FILES = re.compile(
    r"""
    ^\.                                        # hidden: .DS_Store, .~lock.x.odt#, .x.yml.swp, .git
    | ^~                                       # Word and Excel: ~$ke-hoach.docx, ~WRL0001.tmp
    | ~$                                       # Emacs, Gedit, Kate: ke-hoach.yml~
    | ^\#.*\#$                                 # Emacs: #ke-hoach.yml#
    | ^(?:thumbs\.db|ehthumbs(?:_vista)?\.db|desktop\.ini|icon\r)$
    | ^(?:4913|5036|5159)$                     # Vim tries whether it may write
    | ^sed[a-z0-9]{6}$
    | ^(?=.*[a-f])[0-9a-f]{8}(?:\.tmp)?$       # Excel while it saves
    | \.(?:bak|backup|old|orig|rej|save|sav|asd|wbk|xlk)(?:\.?\d+)?$
    | \.(?:sw[nopx]|te?mp(?:[-.]\w+)?|lck|lock)$
    | \.(?:crdownload|part|partial|download|opdownload|filepart)$
    | ___jb_(?:tmp|old|bak)___$                # JetBrains
    """,
    re.IGNORECASE | re.VERBOSE,
)
_IGNORED_FOLDERS = re.compile(
    r"^\.|^(?:__macosx|__pycache__|@eadir|\$recycle\.bin|system volume information|lost\+found)$", re.IGNORECASE
)


def is_ignored(name: str) -> bool:
    """Whether Office, Windows, an editor or a browser left a file of this name: it is nobody's content."""
    return _IGNORED_FILES.search(name) is not None


def is_ignored_folder(name: str) -> bool:
    """Whether a folder of this name is kept by a system or a program for itself."""
    return _IGNORED_FOLDERS.search(name) is not None


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file, or a folder that is reported as a whole.

    Attributes:
        path: Where it is.
        name: Its path from the site folder, as it can be printed.
        original: The name of the file or folder beside it of which it is a copy.
    """

    path: Path
    name: str
    original: str = ""


def walk(root: Path, folder: Path, failed: list[OSError], leave: Sequence[str] = ()) -> Iterator[FoundFile]:
    """Everything below `folder` that may be content, in the same order on every machine; `root` is the site folder.

    The folders `leave` at its top are left to others. Folders that cannot be read are noted in `failed`.
    Folders that are copies of another, links to folders, and folders that bear the name of a file are yielded and not entered.
    """
    for place, folders, names in os.walk(folder, onerror=failed.append, followlinks=False):
        here = Path(place)
        inner = [f for f in folders if not is_ignored_folder(f) and not (here / f / OUTPUT).exists()]
        beside = frozenset((*names, *inner))
        whole = {f for f in inner if f.endswith((".yml", ".yaml", ".md")) or (here / f).is_symlink()}
        original = {n: original_of(n, beside, here) or "" for n in beside}
        listed = [*(n for n in names if not is_ignored(n)), *(f for f in inner if f in whole or original[f])]
        if here == folder:
            listed = [n for n in listed if n not in leave]
            inner = [f for f in inner if f not in leave]
        folders[:] = sorted(f for f in inner if f not in whole and not original[f])
        for name in sorted(listed, key=shown_name):
            path = here / name
            yield FoundFile(path, shown_name(path.relative_to(root).as_posix()), original[name])


def content_files(root: Path, failed: list[OSError], alone: bool) -> Iterator[FoundFile]:
    """What may be content, without the settings, the README and what a name beginning with `_` sets aside.

    Attachments and certificates are no content; of a site that stands `alone`, outside a portal, its theme is none either.
    """
    leave = (FILES, CERTIFICATES, THEME_FOLDER) if alone else (FILES, CERTIFICATES)
    for file in walk(root, root, failed, leave):
        if not file.path.name.startswith("_") and file.name not in ("site.yml", "README.md", LOG):
            yield file


def unreadable_folders(root: Path, shown: str, failed: Iterable[OSError]) -> list[Diagnostic]:
    """The refusal of each folder that could not be read; one that is not there is none."""
    found = []
    for error in failed:
        if isinstance(error, FileNotFoundError | NotADirectoryError) and len(str(error.filename)) <= WINDOWS_PATH:
            continue
        name = shown_name(Path(str(error.filename)).relative_to(root).as_posix())
        message = msg("the folder cannot be read: {reason}", reason=reason(error))
        found.append(refuse("FILE007", Span(f"{shown}/{name}"), message, msg("check that you may read it")))
    return found


def form_of(name: str, forms: Sequence[Form]) -> tuple[Form | None, str]:
    """The form of the file `name` and its id; none where nothing reads it."""
    parts = name.split("/")
    for form in forms:
        wanted = form.pattern.split("/")
        if len(wanted) == len(parts) and all(fnmatchcase(p, w) for p, w in zip(parts, wanted, strict=True)):
            stems = [
                p[len(w.split("*")[0]) : len(p) - len(w.split("*")[1])]
                for p, w in zip(parts, wanted, strict=True)
                if "*" in w
            ]
            return form, "/".join(id_of(stem) for stem in stems)
    return None, ""


def id_of(stem: str) -> str:
    """Letters without marks, digits, `.`, `_` and `-`: an id is part of an address."""
    return re.sub(r"[^a-z0-9._-]+", "-", strip_marks(stem).lower()).strip("-.")

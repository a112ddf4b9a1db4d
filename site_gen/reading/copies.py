"""Copies that Windows, cloud folders and browsers make: `x (1).yml`, `x - Bản sao.yml`, `x-LAPTOP-5QK2.yml`.

Both files may hold somebody's work, so nobody but a person can say which one is right: the copy is refused and its original named, and
neither of them is dropped in silence. A name alone says little where both could be meant (`chung-thuc-ban-sao.yml` beside
`chung-thuc.yml`); there the contents must be alike.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from site_gen.base.diagnostics import Diagnostic, Span
from site_gen.base.messages import msg
from site_gen.reading.refusals import refuse

_WORD = r"(?:copy|bản sao|sao chép)"
_NUMBERED = re.compile(r"^(?P<original>.+?)\s*\(\d{1,3}\)$")
# What only a program writes into a name; reported also where the original is gone.
_SURE = (
    re.compile(rf"^(?P<original>.+?)\s+[-–]\s+{_WORD}(?:\s*\(?\d+\)?)?$", re.IGNORECASE),  # Windows
    re.compile(rf"^(?P<original>.+?)\s*\([^()]*{_WORD}[^()]*\)$", re.IGNORECASE),  # GNOME
    re.compile(
        r"^(?:copy(?: \(?\d+\)?)? of|bản sao(?: \(?\d+\)?)? của)\s+(?P<original>.+)$", re.IGNORECASE
    ),  # Google, old Windows
    re.compile(
        r"^(?P<original>.+?)\s*[(\[][^()]*(?:conflict|xung đột).*$", re.IGNORECASE
    ),  # Dropbox, Nextcloud, Seafile
    re.compile(r"^(?P<original>.+?)\.(?:sync-)?conflict\b.*$", re.IGNORECASE),  # Syncthing, Resilio
    re.compile(r"^(?P<original>.+?)_(?:[^_]+_)*conflict\b.*$", re.IGNORECASE),  # ownCloud, Synology
    re.compile(r"^(?P<original>.+?)-(?:LAPTOP|DESKTOP|WIN|PC|MAY|MAYTINH)-[A-Z0-9]{3,}(?:-\d+)?$"),  # OneDrive
    re.compile(r"^(?P<original>.+?)[_.](?:BASE|LOCAL|REMOTE|BACKUP)_\d+$"),  # git mergetool
    re.compile(r"^(?P<original>.+?)~(?:HEAD|[0-9a-f]{7,40})$"),
)
# What a person could have written too.
_PERHAPS = (
    re.compile(r"^(?P<original>.+?)-[A-Z][A-Z0-9-]{3,14}$"),  # OneDrive: the computer's name
    re.compile(
        r"^(?P<original>.+?)[\s_-]+(?:copy|bản sao|sao chép|ban[_-]sao|sao[_-]chep)(?:[\s_-]*\d+)?$", re.IGNORECASE
    ),
    re.compile(r"^(?P<original>.+?)\s\d{1,2}$"),  # iCloud
)
_ALIKE = 0.7
"""The share of lines that two files have in common from which on one is taken for a copy of the other."""


def original_of(name: str, beside: Collection[str], folder: Path) -> str | None:
    """The name in `beside` of which `name`, in the same folder, is a copy; None where it is none."""
    stem, ending = _stem_and_ending(name, folder)
    for pattern in (_NUMBERED, *_SURE, *_PERHAPS):
        hit = pattern.match(stem)
        if hit is None:
            continue
        original = hit["original"].rstrip() + ending
        if original in beside and (pattern not in _PERHAPS or _alike(folder / name, folder / original)):
            return original
    return None


def missing_original(path: Path) -> str | None:
    """The name of the original, where only a program can have given a copy the name of `path`."""
    stem, ending = _stem_and_ending(path.name, path.parent)
    for pattern in _SURE:
        if (hit := pattern.match(stem)) is not None:
            return hit["original"].rstrip() + ending
    return None


def copy_fault(at: str, path: Path, original: str) -> Diagnostic:
    """The refusal of the copy `path` of the file or folder `original` beside it."""
    message = msg("`{name}` is a copy of `{original}`", name=path.name, original=original)
    line = 0 if path.is_dir() else _first_difference(path, path.with_name(original))
    if path.is_dir():
        hint = msg(
            "compare the two folders, keep what is right in `{original}`, then delete the copy", original=original
        )
    elif line is None:
        hint = msg("both files are the same: delete the copy")
    elif line:
        hint = msg(
            "compare the two files (they differ from line {line} on), keep what is right in `{original}`, then delete the copy",
            line=line,
            original=original,
        )
    else:
        hint = msg(
            "open both files, keep the right one under the name `{original}` and delete the other", original=original
        )
    return refuse("FILE014", Span(at), message, hint)


def missing_original_fault(at: str, name: str, original: str) -> Diagnostic:
    """The warning that `name` is called a copy while its original is not there."""
    message = msg("`{name}` is named as a copy, but there is no `{original}`", name=name, original=original)
    hint = msg("if it is to be published, rename it to `{original}`; otherwise delete it", original=original)
    return refuse("FILE015", Span(at), message, hint)


def _stem_and_ending(name: str, folder: Path) -> tuple[str, str]:
    stem, dot, ending = name.rpartition(".")
    if not stem or not ending.isalnum() or (folder / name).is_dir():
        return name, ""
    return stem, dot + ending


def _lines(path: Path) -> list[bytes]:
    try:
        return path.read_bytes().replace(b"\r\n", b"\n").rstrip().split(b"\n")
    except OSError:  # gone meanwhile, or a folder
        return []


def _alike(one: Path, other: Path) -> bool:
    first, second = set(_lines(one)), set(_lines(other))
    return len(first & second) > _ALIKE * max(len(first), len(second))


def _first_difference(one: Path, other: Path) -> int | None:
    """The first line that differs; 0 where that says nothing (pictures, Word files); None where nothing does."""
    first, second = _lines(one), _lines(other)
    if first == second:
        return None
    if b"\0" in b"".join((*first[:20], *second[:20])) or one.suffix not in (".yml", ".md", ".txt", ".csv"):
        return 0
    pairs = zip(first, second, strict=False)
    return next((n for n, (a, b) in enumerate(pairs, 1) if a != b), min(len(first), len(second)) + 1)

"""Where the writer may write: which folder, and which names in it."""

from __future__ import annotations

import errno
import os
import re
import unicodedata
from collections.abc import Collection, Iterable
from pathlib import Path

from site_gen.base.messages import msg
from site_gen.outputs.writer.refused import OutputRefused, refusing
from site_gen.outputs.writer.tree import with_those_above

MANIFEST = ".sitegen.json"
JOURNAL = ".sitegen.journal"
STAGING = ".sitegen.staging"

# What may lie in a folder that nobody has published to yet.
_HARMLESS = {".git", ".gitattributes", ".gitignore", ".gitkeep", ".DS_Store", "desktop.ini", "Thumbs.db", "lost+found"}

_BAD = re.compile(
    r"(?P<outside>(?:^|/)(?:\.{1,2})?(?:/|$)|[\\\0]|^[a-z]:)"
    r"|(?P<ours>^\.sitegen)"
    r"|(?P<odd>[\x01-\x1f\x7f<>:\"|?*\ud800-\udfff]|[. ](?:/|$)"
    r"|(?:^|/)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:[./]|$))",
    re.IGNORECASE,
)
_ELSEWHERE = msg("Choose a folder that is empty or does not exist yet.")
_LONGEST = 240  # bytes in one name; file systems allow 255


def settled(out: Path) -> Path:
    """`out` as one absolute path, whatever the working folder; a link at its very end is kept."""
    out = Path.cwd() / out
    return out.resolve() if out.name in {"", ".."} else out.parent.resolve() / out.name


def fold(path: str) -> str:
    """What two paths share that are one file on Windows or macOS."""
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", path).casefold()


def check_folder(out: Path, state: Path, never: Collection[Path] = ()) -> None:
    """Makes sure that a site may be published to `out`; ask before doing the work of a build.

    It may if it is absent, empty or ours, and neither is nor holds `state`, the home folder or one of
    `never`. Raises `OutputRefused`.
    """
    out = settled(out)
    with refusing(out):
        _check_place(out, [*never, state, *_home()])
        standing = next(folder for folder in (out, *out.parents) if folder.exists())
        if not standing.is_dir():
            raise OutputRefused(msg("The output folder {path} is a file.", path=str(standing)), _ELSEWHERE)
        if not os.access(standing, os.W_OK):
            raise PermissionError(errno.EACCES, "", str(standing))
        if standing == out:
            _refuse_foreign(out)


def _check_place(out: Path, precious: Iterable[Path]) -> None:
    name = str(out)
    if out.is_symlink():
        target = str(out.readlink())
        raise OutputRefused(
            msg("The output folder {path} is a link.", path=name),
            msg("Name the folder it leads to: {target}", target=target),
        )
    if out == out.parent:
        raise OutputRefused(msg("The output folder {path} is a whole disk.", path=name), _ELSEWHERE)
    for other in precious:
        if settled(other).resolve().is_relative_to(out):
            raise OutputRefused(
                msg("The output folder {path} is or holds {other}.", path=name, other=str(other)), _ELSEWHERE
            )


def _home() -> list[Path]:
    try:
        return [Path.home()]
    except RuntimeError:  # a service without one
        return []


def _refuse_foreign(out: Path) -> None:
    foreign = sorted({entry.name for entry in out.iterdir()} - _HARMLESS - {STAGING})
    # Asked after listing, and in this order: meanwhile another build may put the one for the other.
    if os.path.lexists(out / JOURNAL) or os.path.lexists(out / MANIFEST):
        return
    if foreign:
        raise OutputRefused(
            msg("{path} holds files that this program did not make: {name}", path=str(out), name=foreign[0]),
            _ELSEWHERE,
        )


def check_paths(paths: Collection[str]) -> None:
    """Makes sure that all `paths` can live together in one folder on any system.

    Raises `OutputRefused`.
    """
    for path in paths:
        check_path(path)
    folders = with_those_above(path.rpartition("/")[0] for path in paths)
    _refuse_same_names(paths, {fold(folder): folder for folder in folders})


def check_path(path: str) -> None:
    """Makes sure that `path` stays inside the folder and can be stored. Raises `OutputRefused`."""
    bad = _BAD.search(path)
    if bad is None and (len(path) <= 60 or all(len(os.fsencode(n)) <= _LONGEST for n in path.split("/"))):
        return
    # A name can hold anything; shown in full it could garble the terminal or break the encoding.
    shown = path[:200].encode("unicode_escape").decode("ascii") if bad else path[:200]
    kind = bad.lastgroup if bad else "long"
    if kind == "outside":
        message = msg("The file name {path} leads out of the output folder.", path=shown)
    elif kind == "ours":
        message = msg("The file name {path} is reserved for the program's own records.", path=shown)
    elif kind == "long":
        message = msg("The file name {path} is too long.", path=shown)
    else:
        message = msg("The file name {path} cannot be stored on every system.", path=shown)
    raise OutputRefused(message, msg("Use a short name of letters, digits, hyphens and dots."))


def _refuse_same_names(paths: Iterable[str], folders: dict[str, str]) -> None:
    seen: dict[str, str] = {}
    for path in paths:
        folded = fold(path)
        other = folders.get(folded) or seen.setdefault(folded, path)
        if other != path or folded in folders:
            first, second = sorted((path, other))
            raise OutputRefused(
                msg("{first} and {second} would be one file on some systems.", first=first, second=second),
                msg("Give one of them another name."),
            )

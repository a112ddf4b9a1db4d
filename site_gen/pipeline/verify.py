"""`sitegen verify`: a published site beside the publication log: nothing missing, nothing changed, nothing still there."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path, PurePosixPath

from site_gen.base.dataclass import dataclass
from site_gen.outputs.publication_log import Log, published_digest

REGISTER = "danh-muc-cong-khai.json"
"""The open data in which a site lists what it makes public."""
MOST = 100 << 20
"""No published file is larger; one in an archive that claims to be is not unpacked."""


class State(StrEnum):
    """How an address of a published site stands to the log."""

    SAME = "same"
    OTHER = "other"
    MISSING = "missing"
    STILL_THERE = "still_there"
    UNLOGGED = "unlogged"


@dataclass(frozen=True, slots=True)
class Verdict:
    """An address, below the site's folder, and how it stands to the log."""

    path: str
    state: State


class Dump:
    """A published site as files: an output folder, what `wget --mirror` left of one, or an archive of either.

    Raises OSError where it cannot be read or holds no site.
    """

    def __init__(self, place: Path) -> None:
        self._archive = zipfile.ZipFile(place) if place.is_file() else None
        self._place = place
        names = self._archive.namelist() if self._archive else list(_below(place))
        homes = sorted((name for name in names if PurePosixPath(name).name == "index.html"), key=lambda n: n.count("/"))
        if not homes:
            raise FileNotFoundError(str(place))
        self._root = homes[0].removesuffix("index.html")
        self.names = frozenset(name.removeprefix(self._root) for name in names if name.startswith(self._root))

    def read(self, path: str) -> bytes | None:
        """The bytes of a file below the site's home; None where there is none."""
        if path not in self.names:
            return None
        if self._archive is None:
            return (self._place / self._root / path).read_bytes()
        info = self._archive.getinfo(self._root + path)
        return self._archive.read(info) if info.file_size <= MOST else b""


def _below(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix()


def verdicts(log: Log, dump: Dump, folder: str = "") -> Iterator[Verdict]:
    """How each address of a site stands to its log, by path.

    Args:
        log: What was published by the log.
        dump: What is published.
        folder: The site's folder below the portal's home, with `/` at the end; empty for a site that stands alone.
    """
    standing = log.standing()
    for path, what in sorted(standing.items()):
        data = dump.read(folder + path)
        if data is None:
            yield Verdict(path, State.MISSING)
        else:
            same = published_digest(path, data) == what.sha256
            yield Verdict(path, State.SAME if same else State.OTHER)
    for path in sorted(log.gone()):
        if folder + path in dump.names:
            yield Verdict(path, State.STILL_THERE)
    for path in sorted(_listed(dump, folder) - standing.keys()):
        if folder + path in dump.names:
            yield Verdict(path, State.UNLOGGED)


def _listed(dump: Dump, folder: str) -> frozenset[str]:
    """The pages that the published register names; none where it cannot be read."""
    name = next((n for n in sorted(dump.names) if n.startswith(folder) and n.endswith(f"/{REGISTER}")), None)
    data = dump.read(name) if name else None
    try:
        rows = json.loads(data or b"{}")["rows"]
        urls = [str(row.get("url") or "") for row in rows if isinstance(row, Mapping)]
    except (ValueError, KeyError, TypeError, AttributeError):
        return frozenset()
    return frozenset(url.partition("#")[0] for url in urls if url and "://" not in url)

"""A bag of files whose digests are in it (BagIt, RFC 8493), and the same in one ZIP: byte for byte the same for the same files."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping

TAGS = ("bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt")
"""What lies beside the payload: what it is, of whom, and the digests."""
_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that a ZIP knows: the time of making is no part of what is handed over."""
_FILE = 0o100644 << 16


def bag(payload: Mapping[str, bytes], info: Iterable[tuple[str, str]]) -> dict[str, bytes]:
    """The files of a bag, in order of path.

    Args:
        payload: What is handed over, by path below `data/`; names as they may stand in an address.
        info: Label and value of each line of `bag-info.txt`; the number of bytes and files is added.
    """
    files = {f"data/{path}": data for path, data in payload.items()}
    oxum = f"{sum(map(len, files.values()))}.{len(files)}"
    told = [*info, ("Payload-Oxum", oxum)]
    about = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    lines = "".join(f"{label}: {' '.join(value.split())}\n" for label, value in told).encode()
    tags = dict(zip(TAGS, (about, lines, _manifest(files)), strict=False))
    tags[TAGS[-1]] = _manifest(tags)
    return dict(sorted({**files, **tags}.items()))


def bag_paths(payload: Iterable[str]) -> Iterator[str]:
    """The paths of a bag with this payload, in order."""
    return iter(sorted((*TAGS, *(f"data/{path}" for path in payload))))


def _manifest(files: Mapping[str, bytes]) -> bytes:
    lines = (f"{hashlib.sha256(data).hexdigest()}  {path}\n" for path, data in sorted(files.items()))
    return "".join(lines).encode()


def zipped(folder: str, files: Mapping[str, bytes]) -> bytes:
    """A ZIP that unpacks to a folder with the files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for path, data in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{folder}/{path}", _DAY)
            entry.create_system, entry.external_attr = 3, _FILE  # as on every system
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, data)
    return out.getvalue()

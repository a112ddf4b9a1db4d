"""The record in the output folder of what was published: by it the folder is known as ours."""

from __future__ import annotations

import json
import os
from pathlib import Path

from site_gen.base.messages import msg
from site_gen.outputs.writer.refused import OutputRefused, refusing
from site_gen.outputs.writer.safety import MANIFEST, settled
from site_gen.outputs.writer.tree import Made, Tree

Record = dict[str, Made]
"""What was published: path to size and SHA-256."""


def manifest(out: Path) -> dict[str, str]:
    """The SHA-256 of every file published to `out`, by path; nothing if it is not ours.

    Raises `OutputRefused` if the record is there and cannot be understood.
    """
    return {path: digest for path, (_, digest) in read_record(settled(out)).items()}


def damaged(out: Path, verify: bool = False) -> set[str]:
    """The published files that are gone, or not of their recorded size.

    `verify` reads every file and also finds those changed without changing size.
    """
    out = settled(out)
    record = read_record(out)
    tree = Tree(out)
    with refusing(out):
        return {path for path, made in record.items() if not tree.holds(path, made, verify)}


def read_record(out: Path) -> Record:
    """The record in `out`, empty if there is none. Raises `OutputRefused` if it is broken."""
    file = out / MANIFEST
    try:
        if file.is_symlink():
            raise ValueError("a link")
        text = file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError) as error:
        raise _broken(file) from error
    try:
        content = json.loads(text)
        if content["generator"] != "sitegen":
            raise ValueError("another program's")
        record = {path: (size, digest) for path, (size, digest) in content["files"].items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise _broken(file) from error
    if not all(type(size) is int and type(digest) is str for size, digest in record.values()):
        raise _broken(file)
    return record


def record_bytes(record: Record) -> bytes:
    """`record` as it is stored: sorted, a line for each file, without a time."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    lines = (f'{encode(path)}: [{size}, "{digest}"]' for path, (size, digest) in sorted(record.items()))
    return ('{"generator": "sitegen", "files": {\n' + ",\n".join(lines) + "\n}}\n").encode()


def _broken(file: Path) -> OutputRefused:
    return OutputRefused(
        msg("The record {path} cannot be understood.", path=str(file)),
        msg("Delete the folder {folder} and build again.", folder=os.fspath(file.parent)),
    )

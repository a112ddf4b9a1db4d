"""Digital signatures of PDFs, read by a process of its own with pyHanko (the extra `[sign]`).

A damaged or hostile file may keep that process busy or end it: then that file counts as unread, and another process goes on
behind it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from pydantic import TypeAdapter

from site_gen.base.dataclass import dataclass
from site_gen.model.signed_file import SignedFile
from site_gen.outputs.module_process import run_module

SECONDS_A_FILE = 40
"""The parent's patience, where the process cannot limit itself."""
_FILE: TypeAdapter[SignedFile] = TypeAdapter(SignedFile)


@dataclass(frozen=True, slots=True)
class Signatures:
    """What was read: of each file its signatures, in the order asked, and which files hold no certificate."""

    files: tuple[SignedFile, ...]
    no_certificates: frozenset[Path]


def readable() -> bool:
    """Whether the library that reads signatures is there."""
    return find_spec("pyhanko") is not None


def bears_signature(data: bytes) -> bool:
    """Whether a PDF may bear a signature: one names the bytes that it covers, in the clear (ISO 32000-1, 12.8.1)."""
    return b"/ByteRange" in data


def signatures_of(files: Sequence[Path], certificates: Sequence[Path]) -> Signatures:
    """What the signatures of PDFs say, checked against these certificates."""
    out: list[SignedFile] = []
    first: list[str] | None = None
    while first is None or len(out) < len(files):
        lines = _ran(files[len(out) :], certificates)
        if first is None:
            first = _names(lines[0]) if lines else []
        out += [_FILE.validate_json(line) for line in lines[1:]]
        if len(out) < len(files):
            out.append(SignedFile(unread=True))  # the one that the process ended at
    return Signatures(tuple(out), frozenset(Path(name) for name in first))


def _ran(files: Sequence[Path], certificates: Sequence[Path]) -> list[bytes]:
    """The whole lines that a process wrote before it ended."""
    asked = {"files": [str(path) for path in files], "certificates": [str(path) for path in certificates]}
    wrote = b""
    try:
        given = json.dumps(asked).encode()
        wrote = run_module("site_gen.outputs.signatures.reader", given, SECONDS_A_FILE * (len(files) + 1))
    except OSError:  # no process can be had: every file counts as unread
        return []
    return wrote.split(b"\n")[:-1]


def _names(line: bytes) -> list[str]:
    names = json.loads(line)
    return [str(name) for name in names] if isinstance(names, list) else []

"""What was parsed without a fault, kept from one run to the next by the digest of its bytes."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import field
from pathlib import Path

from site_gen.base.dataclass import dataclass
from site_gen.reading.document import Document


@dataclass(slots=True)
class ParseCache:
    """Documents that were read without a fault, by the digest of their bytes, each as a line of JSON.

    Remarks on the bytes alone (Windows line ends, a byte order mark) do not keep a document out: with it stands whether
    there were some, to be found again in the bytes.

    Plain data, kept below its own digest: losing or corrupting it costs time, never bytes of the site. Without a path nothing
    is kept.
    """

    path: Path | None = None
    engine: str = ""
    known: dict[str, bytes] = field(default_factory=dict)
    used: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def open(cls, path: Path | None, engine: str) -> ParseCache:
        """What an earlier run with the same engine remembered; empty where that cannot be trusted."""
        cache = cls(path, engine)
        if path is not None:
            try:
                seal, _, body = path.read_bytes().partition(b"\n")
            except OSError:
                return cache
            of, *lines = body.split(b"\n")
            if seal == _seal(body) and of == json.dumps(engine).encode():
                cache.known = {line[_DIGEST].decode("ascii", "replace"): line for line in lines}
        return cache

    def get(self, digest: str, path: str) -> tuple[Document, bool] | None:
        """The remembered document, under its present path, and whether there were remarks on its bytes."""
        line = self.known.get(digest) or self.used.get(digest)
        if line is None:
            return None
        try:
            _, data, marks, remarks = json.loads(line)
            sound = isinstance(data, dict) and type(remarks) is bool and all(isinstance(n, int) for n in marks)
        except (TypeError, ValueError):
            return None
        return (Document(path, data, tuple(marks), digest), remarks) if sound else None

    def use(self, digest: str, line: bytes) -> None:
        """Remember a document: its own line, or an empty one for what is known."""
        self.used[digest] = line or self.known.get(digest, b"")

    def save(self) -> None:
        """Write what this run used, unless that is what is already there."""
        if self.path is None or self.used.keys() == self.known.keys():
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        temporary = self.path.with_suffix(f".{os.getpid()}.tmp")
        body = b"\n".join([json.dumps(self.engine).encode(), *self.used.values()])
        temporary.write_bytes(_seal(body) + b"\n" + body)
        temporary.replace(self.path)


def line_of(document: Document, remarks: bool) -> bytes:
    """A document as the cache keeps it; `remarks` is whether there were some on its bytes."""
    return json.dumps([document.digest, document.data, document.marks, remarks], ensure_ascii=False).encode()


_DIGEST = slice(2, 66)
"""Where the digest stands in a line, `["…64 digits…", `: a document is parsed only when it is asked for."""


def _seal(body: bytes) -> bytes:
    return json.dumps(hashlib.sha256(body).hexdigest()).encode()

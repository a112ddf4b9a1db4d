"""What was parsed without a fault, kept from one run to the next by the digest of its bytes."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from site_gen.reading.document import Document


@dataclass(slots=True)
class ParseCache:
    """Documents that were read without a fault, by the digest of their bytes.

    Remarks on the bytes alone (Windows line ends, a byte order mark) do not keep a document out: `noted` says that there were
    some, to be found again in the bytes.

    Plain data, kept as JSON below its own digest: losing or corrupting it costs time, never bytes of
    the site.
    """

    path: Path | None = None
    engine: str = ""
    known: dict[str, list[Any]] = field(default_factory=dict)
    used: dict[str, list[Any]] = field(default_factory=dict)

    @classmethod
    def open(cls, path: Path | None, engine: str) -> ParseCache:
        """What an earlier run with the same engine remembered; empty where that cannot be trusted."""
        cache = cls(path, engine)
        if path is not None:
            try:
                seal, _, body = path.read_bytes().partition(b"\n")
                if seal == _seal(body) and (saved := json.loads(body))["engine"] == engine:
                    cache.known = dict(saved["documents"])
            except (OSError, ValueError, KeyError, TypeError):
                pass
        return cache

    def get(self, digest: str, path: str) -> tuple[Document | None, bool]:
        """The remembered document, under its present path, and whether its bytes were `noted`."""
        hit = self.known.get(digest) or self.used.get(digest)
        try:
            data, marks, noted = hit if isinstance(hit, list) else (None, (), False)
            if not isinstance(data, dict) or type(noted) is not bool or not all(isinstance(n, int) for n in marks):
                return None, False
        except (TypeError, ValueError):
            return None, False
        self.used[digest] = [data, list(marks), noted]
        return Document(path, data, tuple(marks)), noted

    def put(self, digest: str, document: Document, noted: bool) -> None:
        """Remember a document."""
        self.used[digest] = [document.data, list(document.marks), noted]

    def save(self) -> None:
        """Write what this run used, unless that is what is already there."""
        if self.path is None or self.used.keys() == self.known.keys():
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        temporary = self.path.with_suffix(f".{os.getpid()}.tmp")
        body = json.dumps({"engine": self.engine, "documents": self.used}, ensure_ascii=False).encode()
        temporary.write_bytes(_seal(body) + b"\n" + body)
        temporary.replace(self.path)


def _seal(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode()

"""Compiled templates, kept from one run to the next: compiling them takes longer than rendering a hundred pages."""

from __future__ import annotations

import hashlib
import marshal
import os
from contextlib import suppress
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache


class CompiledTemplates(BytecodeCache):
    """One file for each template, below a seal over the template's text, its code and `maker`.

    What does not bear its seal is compiled again and written anew: losing or corrupting it costs time, never bytes of the site.

    Args:
        folder: Where the files lie; made when it is needed. Where nothing can be written, nothing is kept.
        maker: Whatever else the code depends on: the program and its libraries, the language of the words.
    """

    def __init__(self, folder: Path, maker: str) -> None:
        self.folder, self.maker = folder, maker

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives the bucket the code that was kept for its template."""
        with suppress(OSError):
            seal, _, code = self._file(bucket).read_bytes().partition(b"\n")
            if seal == self._seal(bucket, code):
                bucket.code = marshal.loads(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the code of the bucket."""
        code = marshal.dumps(bucket.code)
        file = self._file(bucket)
        temporary = file.with_suffix(f".{os.getpid()}.tmp")
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(self._seal(bucket, code) + b"\n" + code)
            temporary.replace(file)

    def _file(self, bucket: Bucket) -> Path:
        return self.folder / bucket.key

    def _seal(self, bucket: Bucket, code: bytes) -> bytes:
        said = repr((self.maker, bucket.key, bucket.checksum)).encode()
        return hashlib.sha256(said + code).hexdigest().encode()

"""What is to be written, made one after the other as the writer asks for it: never all in memory."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from site_gen.base.diagnostics import Diagnostic, Span
from site_gen.base.messages import msg
from site_gen.pages.page import Artifact
from site_gen.reading.refusals import refuse
from site_gen.render.fault import distinct
from site_gen.render.job import Job


class Faulty(Exception):
    """Something could not be made; nothing has been written."""

    def __init__(self, found: Iterable[Diagnostic]) -> None:
        self.found = distinct(found)
        super().__init__(len(self.found))


class Stream(Mapping[str, bytes]):
    """Pages as they are rendered, then files; each is asked for once, in this order.

    Raises `Faulty` where a page failed, with the faults of all pages.
    `digests` holds the SHA-256 of every page that was given out.
    """

    def __init__(
        self, jobs: Iterable[Job], made: Iterator[Artifact | Diagnostic], files: Mapping[str, bytes | Path]
    ) -> None:
        self.digests: dict[str, str] = {}
        self._pages = dict.fromkeys(job.path for job in jobs)
        self._made = made
        self._files = files

    def __iter__(self) -> Iterator[str]:
        yield from self._pages
        yield from self._files

    def __len__(self) -> int:
        return len(self._pages) + len(self._files)

    def __contains__(self, path: object) -> bool:
        return path in self._pages or path in self._files

    def __getitem__(self, path: str) -> bytes:
        return self._page(path) if path in self._pages else self._file(path)

    def _page(self, path: str) -> bytes:
        item = next(self._made)
        if isinstance(item, Diagnostic):
            raise Faulty([item, *(x for x in self._made if isinstance(x, Diagnostic))])
        assert item.path == path, (item.path, path)
        self.digests[path] = hashlib.sha256(item.data).hexdigest()
        return item.data

    def _file(self, path: str) -> bytes:
        data = self._files[path]
        if isinstance(data, bytes):
            return data
        try:
            return data.read_bytes()
        except OSError:  # it was there when the content was read
            message = msg("`{name}` cannot be read any more", name=data.name)
            raise Faulty([refuse("FILE007", Span(str(data)), message, msg("build again"))]) from None

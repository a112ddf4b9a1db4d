"""What is to be written, made one after the other as the writer asks for it: never all in memory."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from site_gen.base.diagnostics import Diagnostic, Severity, Span
from site_gen.base.messages import msg
from site_gen.joined.codes import HEAVY_PAGE
from site_gen.outputs.cleaning import Broken, cleaned
from site_gen.outputs.hosting.compressed import compressed, compressed_copies_of
from site_gen.pages.page import Artifact
from site_gen.pages.parts import BUDGET
from site_gen.pipeline.attachments import attachment_finding
from site_gen.pipeline.privacy import PrivacyScan
from site_gen.reading.refusals import refuse
from site_gen.render.fault import distinct
from site_gen.render.job import Job


class Faulty(Exception):
    """Something could not be made; nothing has been written."""

    def __init__(self, found: Iterable[Diagnostic]) -> None:
        self.found = distinct(found)
        super().__init__(len(self.found))


class Stream(Mapping[str, bytes]):
    """Pages as they are rendered, then files; each is asked for once, in this order, and looked through on its way.

    Raises `Faulty` where a page failed or something personal would leave, with the faults of all pages and files.
    `digests` holds the SHA-256 of every page that was given out, `heavy` the findings on those over their budget. With
    `copies`, compressed copies follow each file; `shown` is the content folder as messages name it; `lighten` makes a
    picture as large as pages show it.
    """

    def __init__(
        self,
        jobs: Iterable[Job],
        made: Iterator[Artifact | Diagnostic],
        files: Mapping[str, bytes | Path],
        privacy: PrivacyScan,
        copies: bool = False,
        shown: str = "",
        fail_level: Severity = Severity.ERROR,
        lighten: Callable[[str, bytes], bytes] = lambda path, data: data,
    ) -> None:
        self._lighten = lighten
        self.digests: dict[str, str] = {}
        self.heavy: list[Diagnostic] = []
        self._pages = {job.path: job for job in jobs}
        self._shown = shown
        self._fail_level = fail_level
        self._made = made
        self._files = files
        self._privacy = privacy
        self._copies = {copy: p for p in (*self._pages, *files) for copy in compressed_copies_of(p)} if copies else {}
        self._last = ("", b"")

    def __iter__(self) -> Iterator[str]:
        for path in (*self._pages, *self._files):
            yield path
            if self._copies:
                yield from compressed_copies_of(path)

    def __len__(self) -> int:
        return len(self._pages) + len(self._files) + len(self._copies)

    def __contains__(self, path: object) -> bool:
        return path in self._pages or path in self._files or path in self._copies

    def __getitem__(self, path: str) -> bytes:
        if path in self._copies:
            assert self._last[0] == self._copies[path], path
            return compressed(self._last[1], path)
        data = self._page(path) if path in self._pages else self._file(path)
        if self._copies:
            self._last = (path, data)
        return data

    def _page(self, path: str) -> bytes:
        item = next(self._made)
        if isinstance(item, Diagnostic):
            raise Faulty([item, *self._rest()])
        assert item.path == path, (item.path, path)
        if not self._privacy.passes(path, item.data):
            raise Faulty(self._rest())
        if (heavy := too_heavy(self._pages[path], len(item.data), self._shown)) is not None:
            self.heavy.append(heavy)
            if heavy.severity >= self._fail_level:
                raise Faulty([heavy, *self._rest()])
        self.digests[path] = hashlib.sha256(item.data).hexdigest()
        return item.data

    def _rest(self) -> list[Diagnostic]:
        """What else is wrong with all that was still to come: nobody should fix one finding only to meet the next."""
        faults = []
        for item in self._made:
            if isinstance(item, Diagnostic):
                faults.append(item)
            else:
                self._privacy.passes(item.path, item.data)
        for path, data in self._files.items():
            if isinstance(data, bytes):
                self._privacy.passes(path, data)
        return [*faults, *self._privacy.findings()]

    def _file(self, path: str) -> bytes:
        data = self._files[path]
        if isinstance(data, bytes):
            if not self._privacy.passes(path, data):
                raise Faulty(self._rest())
            return data
        try:
            return self._lighten(path, cleaned(data.name, data.read_bytes()))
        except Broken as broken:  # it was whole when the content was read
            message = msg("`{name}` cannot be published: {reason}", name=data.name, reason=broken.reason)
            raise Faulty([attachment_finding("ATT010", Span(str(data)), message, msg("build again"))]) from None
        except OSError:  # it was there when the content was read
            message = msg("`{name}` cannot be read any more", name=data.name)
            raise Faulty([refuse("FILE007", Span(str(data)), message, msg("build again"))]) from None


def too_heavy(job: Job, size: int, shown: str) -> Diagnostic | None:
    """The warning that a page of `size` bytes is beyond the budget; `shown` is the content folder in messages."""
    if size <= BUDGET:
        return None
    sources = job.page.sources
    message = msg(
        "the page `{path}` weighs {size} kB, more than {limit} kB",
        path=job.path,
        size=-(-size // 1000),
        limit=BUDGET // 1000,
    )
    if len(sources) == 1:
        hint = msg("shorten the text, or put long tables and annexes into a file below `files/`")
    else:
        hint = msg(
            "it is a list made from {count} files: shorten their titles and summaries, or tell the maintainers",
            count=len(sources),
        )
    # Of a page that many entries make up, no editor can do much: that is for the maintainers.
    severity = Severity.WARNING if len(sources) == 1 else Severity.INFO
    return Diagnostic(HEAVY_PAGE, severity, message, Span(sources[0] if len(sources) == 1 else shown), hint)

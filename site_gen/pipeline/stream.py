"""What is to be written, made one after the other as the writer asks for it: never all in memory."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Diagnostic, Severity, Span
from site_gen.base.messages import msg
from site_gen.base.theme import Theme
from site_gen.base.workers import spread
from site_gen.joined.codes import HEAVY_PAGE
from site_gen.outputs.cleaning import Broken, cleaned
from site_gen.outputs.hosting.compressed import compressed, compressed_copies_of
from site_gen.outputs.privacy import Hit, scan_file
from site_gen.pages.page import Artifact
from site_gen.pages.parts import BUDGET
from site_gen.pipeline.attachments import attachment_finding
from site_gen.pipeline.freshness import own_of
from site_gen.pipeline.privacy import PrivacyScan
from site_gen.reading.refusals import refuse
from site_gen.render.fault import distinct
from site_gen.render.html import render_one, templates
from site_gen.render.job import Job
from site_gen.render.share_picture import Drawing, drawn

FEW = 120
"""Below so many pages for each worker, starting it costs more than it saves."""


LARGE = 2_000_000
"""So many bytes of other files are worth workers of their own."""
OnPage = Callable[[int, int], None]
"""Hears how many pages are made, of how many."""


class Faulty(Exception):
    """Something could not be made; nothing has been written."""

    def __init__(self, found: Sequence[Diagnostic]) -> None:
        self.found = distinct(found)
        super().__init__(len(self.found))


@dataclass(frozen=True, slots=True)
class Made:
    """A page or another file as it will be published, and what was found in it on its way.

    Of a page also its data, the digest of these, and that of what is its own among what it was made from.
    """

    path: str
    hits: tuple[Hit, ...]
    data: bytes = b""
    sha256: str = ""
    content: str = ""


Item = Job | Drawing | Artifact
"""What is made or looked through on its way to the disk."""


def make(item: Item, theme: Theme) -> Made | Diagnostic:
    """Renders a page, and looks through it; draws a picture, whose words stand on a page; of another file, looks through its data."""
    if isinstance(item, Artifact):
        return Made(item.path, scan_file(item.path, item.data))
    if isinstance(item, Drawing):
        picture = drawn(item)
        return Made(picture.path, (), picture.data, hashlib.sha256(picture.data).hexdigest())
    page = render_one(item, theme)
    if isinstance(page, Diagnostic):
        return page
    digest = hashlib.sha256(page.data).hexdigest()
    return Made(page.path, scan_file(page.path, page.data), page.data, digest, own_of(item))


def made_of(items: Sequence[Item], theme: Theme, workers: int) -> Iterator[Made | Diagnostic]:
    """All of them, files before pages and pictures, on as many processes as pay."""
    files = [item for item in items if isinstance(item, Artifact)]
    jobs = [item for item in items if isinstance(item, Job)]
    drawings = [item for item in items if isinstance(item, Drawing)]
    one = partial(make, theme=theme)
    # A table of all entries is as much work as hundreds of pages: such files are shared out one by one.
    yield from spread(one, files, workers if sum(len(file.data) for file in files) > LARGE else 1, 1)
    if len(jobs) >= FEW:  # a forked worker begins with the templates that were compiled before it
        for template, language in {(job.page.template, job.frame.language): None for job in jobs}:
            templates(theme, language).compile(template)
    yield from spread(one, [*jobs, *drawings], workers, FEW)


class Stream(Mapping[str, bytes]):
    """Files of known data, pages as they are rendered, pictures as they are drawn, then attachments; each is asked for once, in this order.

    Raises `Faulty` where a page failed or something personal would leave, with the faults of all pages and files.

    Args:
        jobs: The pages.
        files: Other files, whose data are known.
        attachments: Where the content's own files are, by their path in the output; they were looked through before.
        known: Of `files`, those that an earlier build looked through as they are.
        make: Makes pages and looks through them and the files that are not known, in their order.
        privacy: Hears what was found.
        copies: Whether compressed copies follow each file.
        shown: The content folder as messages name it.
        fail_level: The weight at which a finding fails the build.
        lighten: Makes a picture as large as pages show it.
        on_page: Hears after each page how many are made, of how many.
        drawings: Pictures for who sends a link to a page.

    Attributes:
        digests: The SHA-256 of every page that was given out.
        pictures: That of every picture.
        contents: The digest of what is its own among what it was made from.
        heavy: The findings on pages over their budget.
    """

    def __init__(
        self,
        jobs: Sequence[Job],
        files: Sequence[Artifact],
        attachments: Mapping[str, Path],
        known: frozenset[str],
        make: Callable[[Sequence[Item]], Iterator[Made | Diagnostic]],
        privacy: PrivacyScan,
        copies: bool = False,
        shown: str = "",
        fail_level: Severity = Severity.ERROR,
        lighten: Callable[[str, bytes], bytes] = lambda path, data: data,
        on_page: OnPage | None = None,
        drawings: Sequence[Drawing] = (),
    ) -> None:
        self._on_page = on_page
        self._lighten = lighten
        self.digests: dict[str, str] = {}
        self.contents: dict[str, str] = {}
        self.heavy: list[Diagnostic] = []
        self._files = {file.path: file.data for file in files}
        self.pictures: dict[str, str] = {}
        self._drawings = {drawing.path: drawing for drawing in drawings}
        self._pages = {job.path: job for job in jobs}
        self._attachments = attachments
        self._known = known
        self._shown = shown
        self._fail_level = fail_level
        self._made = make([*(file for file in files if file.path not in known), *jobs, *drawings])
        self._privacy = privacy
        self._copies = {copy: path for path in self._own() for copy in compressed_copies_of(path)} if copies else {}
        self._last = ("", b"")

    def close(self) -> None:
        """Ends the workers; nothing more will be asked for."""
        if isinstance(self._made, Generator):
            self._made.close()

    def _own(self) -> Iterator[str]:
        yield from self._files
        yield from self._pages
        yield from self._drawings
        yield from self._attachments

    def __iter__(self) -> Iterator[str]:
        for path in self._own():
            yield path
            if self._copies:
                yield from compressed_copies_of(path)

    def __len__(self) -> int:
        return len(self._files) + len(self._pages) + len(self._drawings) + len(self._attachments) + len(self._copies)

    def __contains__(self, path: object) -> bool:
        return any(path in own for own in (self._pages, self._files, self._drawings, self._attachments, self._copies))

    def __getitem__(self, path: str) -> bytes:
        if path in self._copies:
            assert self._last[0] == self._copies[path], path
            return compressed(self._last[1], path)
        data = self._attachment(path) if path in self._attachments else self._next(path)
        if self._copies:
            self._last = (path, data)
        return data

    def _next(self, path: str) -> bytes:
        if path in self._known:
            return self._files[path]
        item = next(self._made)
        if isinstance(item, Diagnostic):
            raise Faulty([item, *self._rest()])
        assert item.path == path, (item.path, path)
        if not self._privacy.note(path, item.hits):
            raise Faulty(self._rest())
        if path in self._files:
            return self._files[path]
        if path in self._drawings:
            self.pictures[path] = item.sha256
            return item.data
        if (heavy := too_heavy(self._pages[path], len(item.data), self._shown)) is not None:
            self.heavy.append(heavy)
            if heavy.severity >= self._fail_level:
                raise Faulty([heavy, *self._rest()])
        self.digests[path] = item.sha256
        self.contents[path] = item.content
        if self._on_page is not None:
            self._on_page(len(self.digests), len(self._pages))
        return item.data

    def _rest(self) -> list[Diagnostic]:
        """What else is wrong with all that was still to come: nobody should fix one finding only to meet the next."""
        faults = []
        for item in self._made:
            if isinstance(item, Diagnostic):
                faults.append(item)
            else:
                self._privacy.note(item.path, item.hits)
        return [*faults, *self._privacy.findings()]

    def _attachment(self, path: str) -> bytes:
        file = self._attachments[path]
        try:
            return self._lighten(path, cleaned(file.name, file.read_bytes()))
        except Broken as broken:  # it was whole when the content was read
            message = msg("`{name}` cannot be published: {reason}", name=file.name, reason=broken.reason)
            raise Faulty([attachment_finding("ATT010", Span(str(file)), message, msg("build again"))]) from None
        except OSError:  # it was there when the content was read
            message = msg("`{name}` cannot be read any more", name=file.name)
            raise Faulty([refuse("FILE007", Span(str(file)), message, msg("build again"))]) from None


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

"""`sitegen evidence pack`: gather, judge, render what belongs to each set, look through it, write folder and ZIP.

The same guard stands before it as before a build: while one finding fails, nothing is written. What it holds follows from the
content and the day alone.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from functools import cached_property, partial
from pathlib import Path

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Diagnostic, in_order
from site_gen.base.messages import Message, msg
from site_gen.joined.assessor import ProofRow, proof_rows
from site_gen.joined.evidence_pack import TABLE, Contents, contents_of, pack_pages, pack_table
from site_gen.joined.ledger import ledger_of
from site_gen.joined.proofs import proofs_of, tasks_by_criterion
from site_gen.joined.published import disclosures_of
from site_gen.outputs.bag import bag, bag_paths, zipped
from site_gen.outputs.board.frame import authority, place
from site_gen.outputs.cleaning import cleaned
from site_gen.outputs.single_page import Lead, single_page
from site_gen.outputs.writer.disk import Published, publish
from site_gen.outputs.writer.journal import recover
from site_gen.outputs.writer.lock import build_lock
from site_gen.outputs.writer.record import manifest
from site_gen.outputs.writer.refused import OutputRefused
from site_gen.pages.proofs import ProofSet, told
from site_gen.pages.recurring import lacks_dated
from site_gen.pipeline.gather import GatheredSite, gather
from site_gen.pipeline.other_files import imprint_of
from site_gen.pipeline.request import Request
from site_gen.pipeline.steps import Prepared, fails, prepare
from site_gen.pipeline.stream import Faulty, make
from site_gen.render.job import Job
from site_gen.rules.snapshot import Snapshot

ZIP = ".zip"


class UnknownSet(Exception):
    """A word that no set of any site is called by; `near` is what may have been meant."""

    def __init__(self, word: str, near: tuple[str, ...]) -> None:
        super().__init__(word)
        self.word, self.near = word, near


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: findings, what was written unless one of them failed it, and the packs by name with their files."""

    found: tuple[Diagnostic, ...]
    published: Published | None = None
    packs: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that a pack would lack: the pack, what it is with the points at stake, and where editors find the line."""

    pack: str
    what: str
    place: str


@dataclass(frozen=True)
class SitePacks:
    """The sets of one site that are to be packed; `every` are all that it has."""

    site: GatheredSite
    every: tuple[ProofSet, ...]
    sets: tuple[ProofSet, ...]

    @classmethod
    def of(cls, site: GatheredSite) -> SitePacks:
        """All sets of a site."""
        snapshot = site.snapshot
        every = proofs_of(snapshot, ledger_of(snapshot, disclosures_of(snapshot)))
        return cls(site, every, every)

    @property
    def snapshot(self) -> Snapshot:
        """The site's content."""
        return self.site.snapshot

    @cached_property
    def files(self) -> dict[str, Path]:
        """The attachments that may be published, by their path in the content."""
        return {path.removeprefix(self.site.prefix): file for path, file in self.site.attachments().items()}

    def rows(self, found: ProofSet) -> dict[str, ProofRow]:
        """The lines of a set as the assessor's pages show them, by key."""
        rows = proof_rows(self.snapshot, found, tasks_by_criterion(self.snapshot, self.every))
        return dict(zip((line.key for line in found.lines), rows, strict=True))


def name_of(found: ProofSet) -> str:
    """What the pack of a set is called."""
    return contents_of(found, {}, {}).name


def lacking(request: Request, words: Sequence[str]) -> tuple[Lack, ...]:
    """What the packs would lack on the day; nothing is rendered and nothing is written. Raises `UnknownSet`."""
    sites = _chosen([SitePacks.of(site) for site in gather(request).sites], words)
    return tuple(lack for one in sites for lack in _lacks(one))


def _lacks(one: SitePacks) -> Iterator[Lack]:
    for found in one.sets:
        pack = one.site.prefix + name_of(found)
        for line in found.lines:
            for paper in line.besides:
                if paper.lacking:
                    yield Lack(pack, told(one.snapshot, line, paper), line.place)
            if line.series and line.series.late:
                words = msg("{what}: {lack}", what=line.heading.rstrip("."), lack=lacks_dated(line.series))
                yield Lack(pack, one.snapshot.say(words), line.place)
            if line.bare:
                words = msg("{line}: called done, no paper named", line=line.no or line.text)
                yield Lack(pack, one.snapshot.say(words), line.place)


def pack(request: Request, words: Sequence[str], on_wait: Callable[[Message], None] | None = None) -> Outcome:
    """Write a folder and a ZIP for each set that is asked for into `request.out`; without a word, for all.

    Raises `UnknownSet`, and `OutputRefused` where the folder may not or cannot be written.
    """
    with build_lock(request.state, request.wait, on_wait):
        recover(request.out, request.state)
        old = manifest(request.out).keys()
        if "index.html" in old:
            raise OutputRefused(
                msg("The folder {path} holds the website.", path=str(request.out)),
                msg("Give the packs a folder of their own with `--destination`."),
            )
        prepared = prepare(request)
        found = in_order([*prepared.found, *prepared.preview.findings()])
        if fails(found, request.fail_level):
            return Outcome(found)
        chosen = _chosen([SitePacks.of(site) for site in prepared.gathered.sites], words)
        fresh = _Written(Packs(prepared, chosen))
        try:
            keep = {path for path in old if not fresh.covers(path)} if words else set()
            published = publish(request.out, request.state, fresh, keep, never=(request.source,), wait=request.wait)
        except Faulty as faulty:
            return Outcome(in_order([*found, *faulty.found]))
        return Outcome(found, published, tuple(fresh.counts.items()))


def _chosen(sites: Sequence[SitePacks], words: Sequence[str]) -> list[SitePacks]:
    """The sites with the sets that words name, by id or by the name of the pack; all without a word."""
    if not words:
        return list(sites)
    known = {name for one in sites for found in one.sets for name in _names(one, found)}
    for word in words:
        if word not in known:
            raise UnknownSet(word, tuple(get_close_matches(word, sorted(known), 3, 0.5)))
    wanted = set(words)
    return [replace(one, sets=tuple(s for s in one.sets if wanted.intersection(_names(one, s)))) for one in sites]


def _names(one: SitePacks, found: ProofSet) -> Iterator[str]:
    yield name_of(found)
    yield one.site.prefix + name_of(found)
    yield found.id or found.kind


class Packs:
    """Makes the files of packs. What personal there is in them raises `Faulty`."""

    def __init__(self, prepared: Prepared, sites: Sequence[SitePacks]) -> None:
        self._prepared = prepared
        self._jobs = {job.path: job for job in prepared.outputs.jobs}
        self._files = {file.path: file.data for file in prepared.outputs.files}
        self.sets = {one.site.prefix + name_of(found): (one, found) for one in sites for found in one.sets}

    def contents(self, name: str) -> Contents:
        """What goes into a pack."""
        one, found = self.sets[name]
        prefix = one.site.prefix
        pages = {path.removeprefix(prefix): job.page for path, job in self._jobs.items() if path.startswith(prefix)}
        return contents_of(found, one.files, pages)

    def bag(self, name: str) -> dict[str, bytes]:
        """The files of a pack, with their digests."""
        one, found = self.sets[name]
        info = (
            ("Source-Organization", one.snapshot.site.name),
            ("External-Description", found.title),
            ("External-Identifier", name),
            ("Bagging-Date", one.snapshot.as_of.isoformat()),
        )
        return bag(self._payload(one, found, self.contents(name)), info)

    def _payload(self, one: SitePacks, found: ProofSet, contents: Contents) -> dict[str, bytes]:
        """All that is handed over of a set, by path in its pack."""
        from site_gen.outputs.workbook import as_xlsx  # the extra [xlsx]

        prefix, site = one.site.prefix, one.snapshot.site
        frame = self._jobs[f"{prefix}index.html"].frame
        whose = tuple(str(line) for line in authority(site.name))
        made: dict[str, bytes] = {}
        for page in pack_pages(one.snapshot, contents, one.rows(found), whose, place(site.name)):
            made[page.url] = self._page(Job(page, prefix + page.url, frame), one, partial(_from, page.url))
        for url, there in contents.pages.items():
            made[there] = self._page(self._jobs[prefix + url], one, partial(_inside, contents, there))
        for (_, file), there in contents.files.items():
            made[there] = cleaned(file, one.files[file].read_bytes())
        made[TABLE] = as_xlsx(pack_table(one.snapshot, contents), imprint_of(one.snapshot))
        return made

    def _page(self, job: Job, one: SitePacks, lead: Lead) -> bytes:
        """A page as one file, looked through as one that is published."""
        made = make(job, self._prepared.request.whole_theme)
        if isinstance(made, Diagnostic):
            raise Faulty([made])
        if not self._prepared.privacy.note(job.path, made.hits):
            raise Faulty(self._prepared.privacy.findings())

        def read(address: str) -> bytes | None:
            if (known := self._files.get(one.site.prefix + address)) is not None:
                return known
            file = one.files.get(address)
            return cleaned(file.name, file.read_bytes()) if file is not None else None

        return single_page(made.data.decode(), job.page.url, read, lead).encode()


def _from(here: str, url: str) -> str:
    """Where a link of a page that was made for the pack leads."""
    return posixpath.relpath(url, posixpath.dirname(here) or ".")


def _inside(contents: Contents, here: str, url: str) -> str | None:
    """Where a link of a page of the site leads inside the pack; None where what it names is not in it."""
    file = next((there for (_, name), there in contents.files.items() if name == url), None)
    there = contents.pages.get(url) or file
    return _from(here, there) if there else None


class _Written(Mapping[str, bytes]):
    """The files of all packs for the writer, who asks for each once and in order: one pack at a time is in memory."""

    def __init__(self, packs: Packs) -> None:
        self._packs = packs
        self._paths = {name: (*bag_paths(packs.contents(name).paths), ZIP) for name in packs.sets}
        self._held: tuple[str, dict[str, bytes]] = ("", {})
        self.counts = {name: len(paths) - 1 for name, paths in self._paths.items()}

    def covers(self, path: str) -> bool:
        """Whether a path lies in one of these packs, or is the ZIP of one."""
        return any(path == f"{name}{ZIP}" or path.startswith(f"{name}/") for name in self._paths)

    def __iter__(self) -> Iterator[str]:
        for name, paths in self._paths.items():
            yield from (name + ZIP if path == ZIP else f"{name}/{path}" for path in paths)

    def __len__(self) -> int:
        return sum(map(len, self._paths.values()))

    def __getitem__(self, path: str) -> bytes:
        name = next(name for name in self._paths if path == name + ZIP or path.startswith(f"{name}/"))
        if self._held[0] != name:
            self._held = (name, self._packs.bag(name))
        files = self._held[1]
        if path == name + ZIP:
            return zipped(name.rpartition("/")[2], files)
        return files[path.removeprefix(f"{name}/")]

"""Personal data: what is about to be published is looked through, and findings name the place in the content it comes from."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import chain

from site_gen.base.diagnostics import Diagnostic, Severity, Span
from site_gen.base.messages import Message, msg
from site_gen.base.values import strings
from site_gen.outputs.privacy import Hit, masked, scan, scan_file
from site_gen.outputs.privacy.codes import WHAT
from site_gen.outputs.privacy.hit import EMAIL, PHONE
from site_gen.outputs.privacy.text import of_html
from site_gen.pages.page import Artifact, Page
from site_gen.pipeline.gather import Gathered
from site_gen.pipeline.lasting import latest
from site_gen.pipeline.official import Official, allowance_findings, officials
from site_gen.pipeline.places import SourceFiles
from site_gen.pipeline.request import Request
from site_gen.render.job import Frame, Job

OFFICIAL = msg(
    "remove it; if it is official, declare it as the contact of the site, a unit or a person, or allow it with its reason under `privacy` in site.yml"
)
PERSONAL = msg(
    "remove it, also from the folder's history; where a law asks for it, allow it with that reason under `privacy` in site.yml"
)


class PrivacyScan:
    """Looks through texts that are about to be published, and keeps what it finds.

    Args:
        officials: What each site may publish.
        sources: The content files behind each path of the output: its own, then all of its site.
        files: The content's files.

    `seen` holds, for each path that was looked through, the keys of the official values that stand there.
    """

    def __init__(
        self,
        officials: Iterable[Official],
        sources: Mapping[str, Iterable[Iterable[str]]],
        files: SourceFiles,
    ) -> None:
        self.seen: dict[str, list[str]] = {}
        self._sites = {official.folder: official for official in officials}
        self._anywhere = frozenset[str]().union(*(official.keys for official in self._sites.values()))
        self._sources = sources
        self.files = files
        self._found: dict[tuple[str, str], dict[str, Hit]] = defaultdict(dict)

    def allowed_on(self, path: str) -> frozenset[str]:
        """The keys of what may be published at a path: what its site may, or for a portal's page any site."""
        site = self._sites.get("") or self._sites.get(path.partition("/")[0])
        return site.keys if site is not None else self._anywhere

    def note(self, path: str, hits: Sequence[Hit]) -> bool:
        """Takes down what stands at a path of the output; says whether that may be published."""
        allowed = self.allowed_on(path)
        personal = [hit for hit in hits if hit.key not in allowed]
        for hit in personal:
            self._found[hit.code, hit.key].setdefault(path, hit)
        self.seen[path] = sorted({hit.key for hit in hits} & allowed)
        return not personal

    def preview(self, jobs: Iterable[Job], files: Iterable[Artifact] = ()) -> PrivacyScan:
        """Another scan that has looked through all that pages will show, before they are rendered, and through `files`.

        It knows what this one has seen, and none of its findings.
        """
        other = PrivacyScan(self._sites.values(), self._sources, self.files)
        other.seen |= self.seen
        frames: dict[Frame, str] = {}
        for job in jobs:
            if job.frame not in frames:
                frames[job.frame] = _words(job.frame.values)
            shown = job.page, frames[job.frame]
            other.note(job.path, latest(("hits", job.path), shown, partial(_hits_of, *shown)))
        for file in files:
            digest = hashlib.sha256(file.data).digest()
            other.note(file.path, latest(("hits", file.path), digest, partial(scan_file, file.path, file.data)))
        return other

    def findings(self) -> list[Diagnostic]:
        """One error for each value that may not be published, at the place in the content that it comes from."""
        out = []
        for (code, key), paths in sorted(self._found.items()):
            # Files of data and search repeat what a page says; the page is where people would look.
            paths = {path: hit for path, hit in paths.items() if path in self._sources} or paths
            page, hit = min(paths.items())
            place = self.files.place(key, hit.text, chain.from_iterable(self._sources.get(page, ())))
            where: str | Message = _masked_path(page)
            if len(paths) > 1:
                where = msg("{page} and {more} more", page=where, more=len(paths) - 1)
            message = msg(
                "{what}, {value}, would be published on {page}", what=WHAT[code], value=shown(hit), page=where
            )
            out.append(Diagnostic(code, Severity.ERROR, message, place or Span(page), hint(code)))
        return out

    @property
    def has_allowances(self) -> bool:
        """Whether any site allows a personal value."""
        return any(official.allowed for official in self._sites.values())

    def allowance_findings(self, as_of: date) -> list[Diagnostic]:
        """What is to be said of the sites' allowances, after all that is published was looked through."""
        out: list[Diagnostic] = []
        for official in self._sites.values():
            prefix = f"{official.folder}/" if official.folder else ""
            seen = {key for path, keys in self.seen.items() if path.startswith(prefix) for key in keys}
            out += allowance_findings(official, seen, as_of, self.files)
        return out


def privacy_scan(gathered: Gathered, request: Request, jobs: Iterable[Job]) -> PrivacyScan:
    """The scan for all sites, which has looked through nothing yet."""
    behind = {
        site.snapshot.catalog.folder: (*(entry.path for entry in site.snapshot.catalog.entries()), site.settings)
        for site in gathered.sites
    }
    anything = (f"{request.shown}/fleet.yml", *chain.from_iterable(behind.values()))
    sources = {}
    for job in jobs:
        site = "" if "" in behind else job.path.partition("/")[0]
        sources[job.path] = (job.page.sources, behind.get(site, anything))
    return PrivacyScan(officials(gathered), sources, SourceFiles(request.source, request.shown))


def shown(hit: Hit) -> str:
    """The value as a report may show it."""
    return masked(hit.key if hit.code == PHONE else hit.text)


def hint(code: str) -> Message:
    """What to do about a personal value."""
    return OFFICIAL if code in (PHONE, EMAIL) else PERSONAL


def _hits_of(page: Page, around: str) -> tuple[Hit, ...]:
    """What a page will show that is personal; `around` are the words of its frame."""
    own = _words([page.title, [list(crumb) for crumb in page.crumbs], page.context, list(page.graph)])
    return tuple(scan(f"{own}\n{around}"))


def _words(value: object) -> str:
    """The texts of plain values; those that are HTML as their reader meets them."""
    return "\n".join(of_html(text) if "<" in text else text for text in strings(value))


def _masked_path(path: str) -> str:
    """A path that does not itself give away what was found."""
    for hit in scan(path):
        path = path.replace(hit.text, masked(hit.text))
    return path

"""Stands at the door: looks through what is about to leave for personal data, and says where it comes from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain

from site_gen.base.diagnostics import Diagnostic, Severity, Span
from site_gen.base.messages import Message, msg
from site_gen.base.values import strings
from site_gen.outputs.privacy import Hit, masked, scan, text_of
from site_gen.outputs.privacy.codes import WHAT
from site_gen.outputs.privacy.hit import EMAIL, PHONE
from site_gen.outputs.privacy.text import of_html
from site_gen.pipeline.official import Official
from site_gen.pipeline.places import Files
from site_gen.render.job import Job

OFFICIAL = msg(
    "remove it; if it is official, declare it as the contact of the site, a unit or a person, or allow it with its reason under `privacy` in site.yml"
)
PERSONAL = msg(
    "remove it, also from the folder's history; where a law asks for it, allow it with that reason under `privacy` in site.yml"
)


class Guard:
    """Looks through texts on their way out.

    Args:
        officials: What each site may publish.
        sources: The content files behind each path of the output: its own, then all of its site.
        files: The content's files.

    `met` holds, for each path that was looked through, the keys of what is official and stands there.
    """

    def __init__(
        self, officials: Iterable[Official], sources: Mapping[str, Iterable[Iterable[str]]], files: Files
    ) -> None:
        self.met: dict[str, list[str]] = {}
        self._sites = {official.folder: official for official in officials}
        self._all = frozenset[str]().union(*(official.keys for official in self._sites.values()))
        self._sources = sources
        self._files = files
        self._found: dict[tuple[str, str], dict[str, Hit]] = defaultdict(dict)

    def successor(self) -> Guard:
        """A guard that knows what this one knows and has met, and has found nothing yet."""
        other = Guard(self._sites.values(), self._sources, self._files)
        other.met |= self.met
        return other

    def may(self, path: str) -> frozenset[str]:
        """What may be published at a path: what its site may, or for a portal's page any site."""
        site = self._sites.get("") or self._sites.get(path.partition("/")[0])
        return site.keys if site is not None else self._all

    def look(self, path: str, data: bytes) -> bool:
        """Looks through a file; says whether it may leave."""
        text = text_of(path, data)
        return text is None or self.read(path, text)

    def read(self, path: str, text: str) -> bool:
        """Looks through a text; says whether it may leave."""
        may = self.may(path)
        official: set[str] = set()
        passed = True
        for hit in scan(text):
            if hit.key in may:
                official.add(hit.key)
            else:
                passed = False
                self._found[hit.code, hit.key].setdefault(path, hit)
        self.met[path] = sorted(official)
        return passed

    def contexts(self, jobs: Iterable[Job]) -> None:
        """Looks through what pages will show, before they are rendered."""
        frames: dict[int, str] = {}
        for job in jobs:
            frame = frames.get(id(job.frame)) or frames.setdefault(id(job.frame), _words(job.frame))
            page = _words(
                [job.page.title, [list(crumb) for crumb in job.page.crumbs], job.page.context, list(job.page.graph)]
            )
            self.read(job.path, f"{page}\n{frame}")

    def used(self, folder: str) -> set[str]:
        """The official values that one site was seen to publish."""
        prefix = f"{folder}/" if folder else ""
        return {key for path, keys in self.met.items() if path.startswith(prefix) for key in keys}

    def found(self) -> list[Diagnostic]:
        """One error for each value that may not leave, at the place that it comes from."""
        out = []
        for (code, key), paths in sorted(self._found.items()):
            # Files of data and search repeat what a page says; the page is where people would look.
            paths = {path: hit for path, hit in paths.items() if path in self._sources} or paths
            page, hit = min(paths.items())
            place = self._files.place(key, hit.text, chain.from_iterable(self._sources.get(page, ())))
            where: str | Message = _quiet(page)
            more = len(paths) - 1
            if more:
                where = msg("{page} and {more} more", page=where, more=more)
            message = msg(
                "{what}, {value}, would be published on {page}", what=WHAT[code], value=shown(hit), page=where
            )
            out.append(Diagnostic(code, Severity.ERROR, message, place or Span(page), hint(code)))
        return out


def shown(hit: Hit) -> str:
    """The value as a report may show it."""
    return masked(hit.key if hit.code == PHONE else hit.text)


def hint(code: str) -> Message:
    """How to mend it."""
    return OFFICIAL if code in (PHONE, EMAIL) else PERSONAL


def _words(value: object) -> str:
    """The texts of plain values; those that are HTML as their reader meets them."""
    return "\n".join(of_html(text) if "<" in text else text for text in strings(value))


def _quiet(path: str) -> str:
    """A path that does not itself give away what was found."""
    for hit in scan(path):
        path = path.replace(hit.text, masked(hit.text))
    return path

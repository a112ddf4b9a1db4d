"""What a build would take down: addresses that are published now and that the content no longer leads to.

A notice that ends on its day is none: what the same content would have shown on the day of the last build goes by the calendar.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Diagnostic, Severity, Span
from site_gen.base.messages import msg
from site_gen.base.vietnamese import fold
from site_gen.joined.codes import TOO_MANY_REMOVALS
from site_gen.kinds import KINDS
from site_gen.outputs.well_known import VERSION
from site_gen.outputs.writer.record import manifest
from site_gen.pipeline.decide import Outputs, decide
from site_gen.pipeline.gather import Gathered, gather
from site_gen.pipeline.request import Request
from site_gen.render.job import Job

SHARE = 10
"""One part in so many of the published pages may go without being asked for."""
_HEAD = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_PART = re.compile(r"^(?P<list>.*)/(?P<named>trang-)?\d+\.html$")
_ALIKE = 0.85


@dataclass(frozen=True, slots=True)
class Removal:
    """A published address that would go.

    Attributes:
        path: The address, from the output's root.
        title: What the page is headed, as far as it can be read.
        file: The content file in which a line keeps the address; empty where no page is known that replaces it.
        line: That line.
    """

    path: str
    title: str = ""
    file: str = ""
    line: str = ""


def removals(gathered: Gathered, outputs: Outputs, request: Request) -> tuple[Removal, ...]:
    """The published pages and attachments that this build would take down, by address; nothing where nothing is published yet."""
    record = manifest(request.out)
    old = {path for path in record if _counts(path, record)}
    gone = old - _paths(gathered, outputs)
    if gone and (day := _day_of(request.out)) not in (None, request.as_of):
        before = replace(request, as_of=day or request.as_of)
        then = gather(before)
        gone -= _paths(then, decide(then, before))
    if not gone:
        return ()
    fresh = [job for job in outputs.jobs if job.path not in old]
    homes = _homes(gathered)
    found = []
    for path in sorted(gone):
        title = _title(request.out / path)
        replacement = _replacement(path, title, fresh)
        found.append(
            Removal(path, title, *(_line_to_keep(path, replacement.path, homes, request) if replacement else ()))
        )
    return tuple(found)


def too_many(gone: Iterable[Removal], request: Request) -> Diagnostic | None:
    """The refusal of a build that would take down more than a tenth of the pages, where nobody watches it."""
    pages = [removal.path for removal in gone if removal.path.endswith(".html")]
    count = sum(path.endswith(".html") for path in manifest(request.out)) if pages else 0
    if request.allow_removals or len(pages) * SHARE <= count:
        return None
    message = msg("this build would take down {gone} of {count} published pages", gone=len(pages), count=count)
    hint = msg("check whether content is missing; if these pages are meant to go, build with `--allow-removals`")
    return Diagnostic(TOO_MANY_REMOVALS, Severity.ERROR, message, Span(request.shown), hint)


def _counts(path: str, record: Collection[str]) -> bool:
    """Pages and attachments; further pages of a list come and go with its length."""
    if (part := _PART.match(path)) is not None and (part["named"] or f"{part['list']}.html" in record):
        return False
    return path.endswith(".html") or "/files/" in f"/{path}"


def _paths(gathered: Gathered, outputs: Outputs) -> set[str]:
    paths = {job.path for job in outputs.jobs} | {file.path for file in outputs.files}
    return paths.union(*(site.attachments() for site in gathered.sites))


def _day_of(out: Path) -> date | None:
    """The day for which the published site was built."""
    for path in sorted(p for p in manifest(out) if p.rpartition("/")[2] == VERSION):
        try:
            return date.fromisoformat(json.loads((out / path).read_bytes())["as_of"])
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return None


def _title(page: Path) -> str:
    try:
        hit = _HEAD.search(page.read_text(encoding="utf-8")) if page.suffix == ".html" else None
    except (OSError, ValueError):
        return ""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", hit[1])).split()) if hit else ""


def _replacement(path: str, title: str, fresh: list[Job]) -> Job | None:
    """The new page that most likely is what stood at `path`: of the same title, else of one much like it."""
    if not title or not path.endswith(".html"):
        return None
    folder = path.rpartition("/")[0]
    said = fold(title)
    same = [job for job in fresh if fold(job.page.title) == said]
    near = [
        job
        for job in fresh
        if job.path.rpartition("/")[0] == folder and SequenceMatcher(None, fold(job.page.title), said).ratio() >= _ALIKE
    ]
    for choice in (same, near):
        if len(choice) == 1:
            return choice[0]
    beside = [job for job in same if job.path.rpartition("/")[0] == folder]
    return beside[0] if len(beside) == 1 else None


def _homes(gathered: Gathered) -> dict[str, tuple[str, tuple[str, ...]]]:
    """The content file of each entry by the path of its page, and the old addresses it names already."""
    homes: dict[str, tuple[str, tuple[str, ...]]] = {}
    kinds = {kind.name: kind for kind in KINDS}
    for site in gathered.sites:
        for entry in site.snapshot.catalog.entries():
            kind = kinds[entry.kind]
            if isinstance(entry.model, kind.forms[0].model) and "#" not in (url := kind.url_of(entry)):
                homes[site.prefix + url] = (entry.path, tuple(entry.model.formerly))
    return homes


def _line_to_keep(
    old: str, new: str, homes: dict[str, tuple[str, tuple[str, ...]]], request: Request
) -> tuple[str, str]:
    """The file and the line that keep the address `old` for the page `new`."""
    home = homes.get(new)
    folder = new.partition("/")[0]
    prefix = f"{folder}/" if (request.source / folder / "site.yml").is_file() else ""
    address = old.removeprefix(prefix)
    if home is None:
        line = f"moved: [{{old: {address}, new: {new.removeprefix(prefix)}}}]"
        return f"{request.shown}/{prefix}site.yml", line
    file, named = home
    return file, f"formerly: [{', '.join((*named, address))}]"

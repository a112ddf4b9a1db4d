"""What a site still needs before it can be published, in the order in which an officer works: `sitegen doctor`.

Drafts are judged as if they were published, so that their faults come to light before they do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Diagnostic, Severity
from site_gen.base.messages import Message, msg
from site_gen.importers.draft import CHECK
from site_gen.joined.all_rules import RULES
from site_gen.joined.site import agenda_of
from site_gen.model.catalog import Catalog
from site_gen.model.refusing import BLANK
from site_gen.pipeline.gather import Gathered, GatheredSite, naming
from site_gen.reading.site_files import content_files
from site_gen.reading.split_names import with_names_split
from site_gen.rules.run import run

_DRAFT = re.compile(r"^draft:\s*(?:có|co|yes|true)\s*$", re.MULTILINE | re.IGNORECASE)
_DOUBT = re.compile(rf"^\s*# {CHECK}: (?P<what>.*)$")
UNKNOWN = "REF001"
"""The code of a name that nothing here bears."""


@dataclass(frozen=True, slots=True)
class Need:
    """One thing to do: where, and what."""

    place: str
    what: Message


@dataclass(frozen=True, slots=True)
class Step:
    """Things of one sort, done together."""

    title: Message
    how: Message
    needs: tuple[Need, ...]


@dataclass(slots=True)
class _File:
    """What a look at a content file shows: whether it is a draft, and on which lines something waits."""

    path: str
    is_draft: bool
    blanks: list[int] = field(default_factory=list)
    doubts: list[tuple[int, str]] = field(default_factory=list)


def steps(gathered: Gathered) -> list[Step]:
    """What is to be done, in order; steps without needs are left out."""
    files = {file.path: file for site in gathered.sites for file in _files(site)}
    trial = [found for site in gathered.sites for found in _as_published(site, gathered)]
    errors = [found for found in gathered.found if found.severity is Severity.ERROR]
    unknown = [found for found in (*errors, *trial) if found.code == UNKNOWN]
    of_drafts = [found for found in trial if found.code != UNKNOWN]
    waiting = {found.at.path for found in trial}
    ready = [
        file
        for file in files.values()
        if file.is_draft and not file.blanks and not file.doubts and file.path not in waiting
    ]
    every = (
        Step(
            msg("Mend what cannot be read or is wrong"),
            msg("each of them stops the site; `sitegen check` shows the line"),
            tuple(_by_file(found for found in errors if found.code != UNKNOWN)),
        ),
        Step(
            msg("Begin the units that are named and are not there"),
            msg('`sitegen new unit ID --name "…"`, or write the name of one that is there'),
            tuple(_by_name(unknown)),
        ),
        Step(
            msg("Fill in the blanks"),
            msg("write the fact in the place of `{blank}`, or delete the line", blank=BLANK),
            tuple(
                Need(f"{file.path}:{file.blanks[0]}", msg("{n} blanks", n=len(file.blanks)))
                for file in files.values()
                if file.blanks
            ),
        ),
        Step(
            msg("Look at what was doubtful when it was imported"),
            msg("compare with the original, then delete the comment"),
            tuple(
                Need(f"{file.path}:{line}", msg("{what}", what=what))
                for file in files.values()
                for line, what in file.doubts
            ),
        ),
        Step(
            msg("Mend what would stop the drafts"),
            msg("they are judged here as if they were published"),
            tuple(Need(_place(found), found.message) for found in of_drafts),
        ),
        Step(
            msg("Publish the drafts that are ready"),
            msg("delete the line `draft: có`, then run `sitegen check`"),
            tuple(Need(file.path, msg("nothing is missing")) for file in ready),
        ),
        Step(
            msg("Duties that are still open"),
            msg("what the law or a plan asks for and nothing here shows"),
            tuple(
                Need(one.place, msg("{what}", what=one.what))
                for snapshot in gathered.snapshots
                for one in agenda_of(snapshot)
                if one.state == "missing"
            ),
        ),
    )
    return [step for step in every if step.needs]


def _files(site: GatheredSite) -> Iterator[_File]:
    for file in content_files(site.root, [], alone=not site.prefix):
        if file.path.is_symlink() or file.path.suffix not in (".yml", ".md"):
            continue
        try:
            text = file.path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue  # `check` says so
        found = _File(f"{site.shown}/{file.name}", bool(_DRAFT.search(text)))
        for number, line in enumerate(text.splitlines(), 1):
            if hit := _DOUBT.match(line):
                found.doubts.append((number, hit["what"]))
            elif BLANK in line and not line.lstrip().startswith("#"):
                found.blanks.append(number)
        yield found


def _as_published(site: GatheredSite, gathered: Gathered) -> list[Diagnostic]:
    """The errors that the drafts of a site would raise if they were published."""
    catalog = site.snapshot.catalog
    if not catalog.drafts:
        return []
    entries = [*catalog.entries(), *catalog.drafts]
    names = [name for entry in entries for name in naming(entry)]
    whole = Catalog(catalog.folder, catalog.site, entries, names, catalog.broken, catalog.attachments)
    entries = [with_names_split(whole, entry) for entry in entries]
    whole = Catalog(catalog.folder, catalog.site, entries, names, catalog.broken, catalog.attachments)
    drafts = {entry.path for entry in catalog.drafts}
    known = set(gathered.found)
    judged = run(RULES, whole, site.snapshot.as_of, site.settings)
    return [
        found
        for found in judged.found
        if found.severity is Severity.ERROR and found.at.path in drafts and found not in known
    ]


def _by_file(found: Iterable[Diagnostic]) -> Iterator[Need]:
    """Each file once, with its first error and how many there are."""
    first: dict[str, Diagnostic] = {}
    counts = Counter[str]()
    for one in found:
        first.setdefault(one.at.path, one)
        counts[one.at.path] += 1
    for path, one in first.items():
        more = counts[path] - 1
        yield Need(_place(one), one.message)
        if more:
            yield Need(path, msg("{n} more in this file", n=more))


def _by_name(found: Sequence[Diagnostic]) -> Iterator[Need]:
    """Each unknown name once, with how often it stands, the most frequent first."""
    places: dict[str, list[Diagnostic]] = {}
    for one in found:
        name = dict(one.message.args).get("name", str(one.message))
        places.setdefault(str(name), []).append(one)
    for name, ones in sorted(places.items(), key=lambda pair: -len(pair[1])):
        yield Need(_place(ones[0]), msg("“{name}”, in {n} places", name=name, n=len(ones)))


def _place(found: Diagnostic) -> str:
    return found.at.path + (f":{found.at.line}" if found.at.line else "")

"""The first step: read the content and judge it by the rules. No page is decided and nothing is written here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any

from site_gen.authoring.leftovers import leftovers
from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Diagnostic, Severity, Span, in_order
from site_gen.base.messages import Message, msg
from site_gen.joined.all_rules import RULES
from site_gen.joined.duties import duty_faults
from site_gen.joined.duty_papers import paper_faults
from site_gen.joined.of_kinds import hidden_files_of_kind
from site_gen.joined.published import waiting_files
from site_gen.kinds import FORMS, KINDS
from site_gen.model.catalog import Catalog, Name
from site_gen.model.entry import Entry
from site_gen.model.evidence import files_kept_inside
from site_gen.model.settings import Fleet, Language
from site_gen.pipeline.extras import lacking
from site_gen.pipeline.lasting import drop_unused, memory_of, parse_cache
from site_gen.pipeline.profile import JUDGE, READ, REMEMBER, step
from site_gen.pipeline.request import Request
from site_gen.pipeline.signatures import SignatureReader
from site_gen.reading.load import load, read_fleet
from site_gen.reading.markdown_text import forget
from site_gen.reading.parse_cache import ParseCache
from site_gen.rules.run import run
from site_gen.rules.snapshot import Snapshot

_KINDS = {kind.name: kind for kind in KINDS}


@dataclass(frozen=True)
class GatheredSite:
    """One site as it was read.

    Attributes:
        snapshot: Its content.
        root: Its content folder.
        shown: That folder as messages name it.
    """

    snapshot: Snapshot
    root: Path
    shown: str

    @property
    def prefix(self) -> str:
        """What the paths of its output begin with: empty, or its folder in a portal with `/` at the end."""
        folder = self.snapshot.catalog.folder
        return f"{folder}/" if folder else ""

    @property
    def settings(self) -> str:
        """Its `site.yml` as messages name it."""
        return f"{self.shown}/site.yml"

    @cached_property
    def kept_inside(self) -> frozenset[str]:
        """Attachments that may never be published: papers of which only number and digest are told."""
        whole = self.snapshot.catalog.whole
        return files_kept_inside((whole.site, *(entry.model for entry in (*whole.entries(), *whole.drafts))))

    @cached_property
    def hidden_files(self) -> frozenset[str]:
        """Attachments that may not be published on this day."""
        return waiting_files(self.snapshot.catalog).union(
            self.kept_inside, *(hidden_files_of_kind(self.snapshot, kind) for kind in KINDS)
        )

    def attachments(self) -> dict[str, Path]:
        """The attachments that are published, by their path in the output; they are read only when they are written."""
        hidden = self.hidden_files
        return {
            self.prefix + path: self.root / path for path in self.snapshot.catalog.attachments if path not in hidden
        }


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything that was read, and what was found in it; `fleet` is the portal above several sites."""

    fleet: Fleet | None
    sites: tuple[GatheredSite, ...]
    found: tuple[Diagnostic, ...]

    @property
    def snapshots(self) -> tuple[Snapshot, ...]:
        """The content of each site."""
        return tuple(site.snapshot for site in self.sites)

    @property
    def language(self) -> str:
        """The language of the portal, else of the first site."""
        settings = [self.fleet, *(snapshot.catalog.site for snapshot in self.snapshots)]
        return next((one.language.value for one in settings if one is not None), Language.VI.value)


def naming(entry: Entry[Any]) -> Iterable[Name]:
    """Under which names an entry, and what it lists, may be referred to; only the first form of a kind is the thing itself."""
    kind = _KINDS[entry.kind]
    if isinstance(entry.model, kind.forms[0].model):
        label, url = kind.label_of(entry), kind.url_of(entry)
        for text in dict.fromkeys((entry.id, *kind.names(entry))):
            if text:
                yield Name(kind.name, entry.id, text, label, url)
    yield from kind.listed(entry)


def site_folders(request: Request, cache: ParseCache) -> tuple[Fleet | None, list[tuple[Path, str]], list[Diagnostic]]:
    """The fleet, if there is one, and each site's folder with its name below the output."""
    source, shown = request.source, request.shown
    if (source / "site.yml").exists():
        return None, [(source, "")], []
    if not (source / "fleet.yml").exists():
        message = msg("neither `site.yml` nor `fleet.yml` is here")
        return None, [], [Diagnostic("SITE001", Severity.ERROR, message, Span(shown), _begin(source, shown))]
    fleet, found = read_fleet(source, shown, cache)
    if fleet is None:
        return None, [], found
    folders = []
    for name in fleet.sites:
        if (source / name / "site.yml").exists():
            folders.append((source / name, name))
        else:
            message = msg("the site `{name}` has no folder with a `site.yml`", name=name)
            hint = msg("add the folder, or take it off the list")
            found.append(Diagnostic("SITE002", Severity.ERROR, message, Span(f"{shown}/fleet.yml", 1, 1), hint))
    found += _unlisted(source, shown, fleet.sites)
    return fleet, folders, found


def _begin(source: Path, shown: str) -> Message:
    """What to do where there are no settings: their name may only be misspelt."""
    names = sorted(path.name for path in source.iterdir()) if source.is_dir() else []
    for wanted in ("site.yml", "fleet.yml"):
        for name in names:
            if name.lower().startswith(wanted[:-3]) and name.lower() != wanted[:-3]:
                return msg("rename `{name}` to `{wanted}`", name=name, wanted=wanted)
    return msg("begin with `sitegen new site {folder}`, or name the content folder with `--source`", folder=shown)


def _unlisted(source: Path, shown: str, sites: Iterable[str]) -> Iterator[Diagnostic]:
    """Folders of sites that the portal does not list: nobody would read them."""
    listed = frozenset(sites)
    for folder in sorted(path.parent for path in source.glob("*/site.yml")):
        if folder.name not in listed and not folder.name.startswith((".", "_")):
            message = msg("`fleet.yml` does not list the site `{name}`", name=folder.name)
            hint = msg("add it to `sites` when it is to be published")
            yield Diagnostic("SITE005", Severity.WARNING, message, Span(f"{shown}/{folder.name}"), hint)


def gather(request: Request) -> Gathered:
    """Read and judge the whole content folder; every finding of every site, sorted by place."""
    forget()
    drop_unused()
    with step(READ):
        cache = parse_cache(request)
    fleet, folders, found = site_folders(request, cache)
    if fleet is not None and request.base_url:
        fleet = fleet.model_copy(update={"base_url": request.base_url.rstrip("/")})
    sites: list[GatheredSite] = []
    signatures = SignatureReader(request.state)
    for root, name in folders:
        shown = f"{request.shown}/{name}" if name else request.shown
        kept = memory_of(root)
        with step(READ):
            files, memory = (kept.files, kept.whole) if kept else (None, None)
            loaded = load(root, shown, name, FORMS, naming, cache, request.jobs, files, memory)
        found += loaded.found
        if loaded.catalog is None:
            continue
        catalog, settings = _with_base_url(loaded.catalog, request), f"{shown}/site.yml"
        with step(READ):
            catalog.attachments, faults = signatures.read(root, shown, catalog.attachments)
            found += faults
        with step(JUDGE):
            judged = run(RULES, catalog, request.as_of, settings, request.jobs)
            found += judged.found
            found += _own_unit(catalog, settings)
            if loaded.settings is not None:
                found += lacking(catalog.site, loaded.settings)
                found += paper_faults(Snapshot(catalog, request.as_of), loaded.settings, settings)
            found += leftovers(catalog, loaded.settings)
            found += duty_faults(catalog, settings)
        snapshot = Snapshot(catalog.on(request.as_of, kept.day if kept else None), request.as_of, judged.notes)
        sites.append(GatheredSite(snapshot, root, shown))
    with step(REMEMBER), suppress(OSError):  # a cache that cannot be kept costs time, nothing else
        cache.save()
        signatures.save()
    return Gathered(fleet, tuple(sites), in_order(found))


def _own_unit(catalog: Catalog, settings: str) -> Iterator[Diagnostic]:
    """An error where the unit whose site it is does not exist; one that cannot be read is reported already."""
    id = catalog.site.unit
    if not catalog.named("unit", id) and ("unit", id) not in catalog.broken:
        message = msg("the authority's own unit `{id}` is not in `units/`", id=id)
        hint = msg("add `units/{id}.yml`", id=id)
        yield Diagnostic("SITE003", Severity.ERROR, message, Span(settings, 1, 1), hint)


def _with_base_url(catalog: Catalog, request: Request) -> Catalog:
    if request.base_url:
        address = request.base_url.rstrip("/") + (f"/{catalog.folder}" if catalog.folder else "")
        catalog.site = catalog.site.model_copy(update={"base_url": address})
    return catalog

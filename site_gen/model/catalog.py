"""All entries of one site, found by model, by id and by the names people call them. Read-only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar, cast

from site_gen.base.names import name_key
from site_gen.base.vietnamese import fold
from site_gen.model.entry import Entry
from site_gen.model.published import Published
from site_gen.model.settings import Site

M = TypeVar("M", bound=Published)


@dataclass(frozen=True, slots=True)
class Name:
    """A name under which an entry of `kind` may be referred to, and how it is shown and linked.

    `listed` means a row of a list; an entry of its own with the same name or id takes precedence. `source` is the path of
    the entry that gives the name.
    """

    kind: str
    id: str
    text: str
    label: str
    url: str
    listed: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file below `files/` that may be published; of a picture width and height in points, as it stands upright."""

    path: str
    size: int
    media_type: str
    width: int = 0
    height: int = 0
    moving: bool = False

    @property
    def longest(self) -> int:
        """The longer side of a picture; 0 for any other file."""
        return max(self.width, self.height)

    def within(self, most: int) -> tuple[int, int]:
        """Width and height of the picture where neither side may be longer than `most`, in the same proportion."""
        scale = min(1, most / self.longest)
        return max(1, round(self.width * scale)), max(1, round(self.height * scale))


class Catalog:
    """What was read of one site.

    Args:
        folder: Name of the site's folder, empty for a site that stands alone.
        site: Its settings.
        entries: Everything that bound and is not a draft.
        names: Under which names entries are referred to.
        broken: Kind and id of entries that could not be bound, so that one mistake does not echo
            as a broken reference everywhere.
        attachments: Files below `files/`, by path.
        drafts: What is written and not published yet.
        digest: SHA-256 of all that is published of it: the bytes of settings and entries, names and sizes of attachments.
    """

    def __init__(
        self,
        folder: str,
        site: Site,
        entries: Iterable[Entry[Published]],
        names: Iterable[Name] = (),
        broken: Iterable[tuple[str, str]] = (),
        attachments: Mapping[str, Attachment] | None = None,
        digest: str = "",
        drafts: Iterable[Entry[Published]] = (),
    ) -> None:
        self.drafts = tuple(drafts)
        self.digest = digest
        self.whole = self
        self.waiting: tuple[Entry[Published], ...] = ()
        self.folder = folder
        self.site = site
        self.attachments = dict(attachments or {})
        self.broken = frozenset(broken)
        self._by_model: dict[type[Published], dict[str, Entry[Published]]] = {}
        for entry in sorted(entries, key=lambda e: (e.kind, e.id)):
            self._by_model.setdefault(type(entry.model), {})[entry.id] = entry
        self._names: dict[tuple[str, str], Name] = {}
        self._written: dict[str, dict[str, Name]] = {}
        self._given = tuple(names)
        for name in sorted(self._given, key=lambda n: n.listed):
            if name.text != name.id:  # an id is no name: `thon-ha` is an address, “Thon Ha” a name without its marks
                self._names.setdefault((name.kind, name_key(name.text)), name)
            self._names.setdefault((name.kind, "\0" + name.id), name)
            self._written.setdefault(name.kind, {})[name.text] = name

    def on(self, day: date) -> Catalog:
        """What is published on a day: without the entries that wait for a later day, which are then in `waiting`.

        `whole` is the catalog with everything in it. What belongs to a waiting entry, such as the appendix of a plan, waits with it.
        """
        waiting = {(e.kind, e.id) for e in self.entries() if e.model.waits and (e.model.appears or day) > day}
        if not waiting:
            return self
        kept: list[Entry[Published]] = []
        kept_back: list[Entry[Published]] = []
        for entry in self.entries():
            waits = (entry.kind, entry.id.partition("/")[0]) in waiting or (entry.kind, entry.id) in waiting
            (kept_back if waits else kept).append(entry)
        paths = {entry.path for entry in kept_back}
        names = [name for name in self._given if name.source not in paths]
        there = Catalog(self.folder, self.site, kept, names, self.broken, self.attachments, self.digest, self.drafts)
        there.whole, there.waiting = self.whole, tuple(kept_back)
        return there

    def all(self, model: type[M]) -> tuple[Entry[M], ...]:
        """Every entry of `model`, by id."""
        return cast(tuple[Entry[M], ...], tuple(self._by_model.get(model, {}).values()))

    def get(self, model: type[M], id: str) -> Entry[M] | None:
        """The entry of `model` with this id."""
        return cast("Entry[M] | None", self._by_model.get(model, {}).get(id))

    def entries(self) -> tuple[Entry[Published], ...]:
        """Everything, by model and id."""
        return tuple(entry for group in self._by_model.values() for entry in group.values())

    def named(self, kind: str, text: str) -> Name | None:
        """The name that a text stands for: by id, name or alias, in any spelling of the same name."""
        return self._names.get((kind, "\0" + text.lower())) or self._names.get((kind, name_key(text)))

    def alike(self, kind: str, text: str) -> frozenset[str]:
        """For a search: the ids that a text stands for; where no name fits exactly, of all names that are spelt so without marks."""
        if exact := self.named(kind, text):
            return frozenset({exact.id})
        wanted = fold(text)
        return frozenset(name.id for written, name in self._written.get(kind, {}).items() if fold(written) == wanted)

    def is_broken(self, kind: str, text: str) -> bool:
        """Whether the text names an entry that exists but could not be read."""
        return (kind, text) in self.broken or any(k == kind for k, _ in self.broken)

    def names(self, kind: str) -> tuple[Name, ...]:
        """Every name under which entries of a kind are known, for "did you mean"."""
        return tuple(self._written.get(kind, {}).values())

"""All entries of one site, found by model, by id and by the names people call them. Read-only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Generic, TypeVar, cast

from site_gen.base.dataclass import dataclass
from site_gen.base.names import name_key
from site_gen.base.traces import Memory, Read, note
from site_gen.base.vietnamese import fold
from site_gen.model.entry import Entry
from site_gen.model.published import Published
from site_gen.model.settings import Site
from site_gen.model.signed_file import SignedFile

M = TypeVar("M", bound=Published)
V = TypeVar("V")
WHOLE, DAY = "whole", "day"
"""Which catalog something was asked of: all that was read, or what is there on the day."""


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
    """A file below `files/`; of a picture width and height in points, as it stands upright.

    `signed` is what the digital signatures of a PDF say, None where nobody looked; `sha256` its digest, worked out only where a
    paper's is told: of one that is kept inside nothing else is published.
    """

    path: str
    size: int
    media_type: str
    width: int = 0
    height: int = 0
    moving: bool = False
    signed: SignedFile | None = None
    sha256: str = ""

    @property
    def longest(self) -> int:
        """The longer side of a picture; 0 for any other file."""
        return max(self.width, self.height)

    def within(self, most: int) -> tuple[int, int]:
        """Width and height of the picture where neither side may be longer than `most`, in the same proportion."""
        scale = min(1, most / self.longest)
        return max(1, round(self.width * scale)), max(1, round(self.height * scale))


class _Tracked(Generic[V]):
    """An attribute of a catalog that notes when it is read."""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, catalog: Catalog, owner: type) -> V:
        value: V = catalog.__dict__[self.name]
        note((catalog.view, self.name), value)
        return value

    def __set__(self, catalog: Catalog, value: V) -> None:
        catalog.__dict__[self.name] = value


class Catalog:
    """What was read of one site.

    It is a source of remembered functions (`base.traces`): whatever is asked of it is noted.

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
        memory: What is remembered of the same site.
    """

    folder = _Tracked[str]()
    site = _Tracked[Site]()
    attachments = _Tracked[dict[str, Attachment]]()
    broken = _Tracked[frozenset[tuple[str, str]]]()
    drafts = _Tracked[tuple[Entry[Published], ...]]()
    waiting = _Tracked[tuple[Entry[Published], ...]]()
    digest = _Tracked[str]()

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
        memory: Memory | None = None,
    ) -> None:
        self.memory = Memory() if memory is None else memory
        self.view = WHOLE
        self.drafts = tuple(drafts)
        self.digest = digest
        self._whole = self
        self.waiting = ()
        self.folder = folder
        self.site = site
        self.attachments = dict(attachments or {})
        self.broken = frozenset(broken)
        self._by_model: dict[type[Published], dict[str, Entry[Published]]] = {}
        self._tuples: dict[type[Published], tuple[Entry[Published], ...]] = {}
        self._entries: tuple[Entry[Published], ...] | None = None
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

    def on(self, day: date, memory: Memory | None = None) -> Catalog:
        """What is published on a day: without the entries that wait for a later day, which are then in `waiting`.

        What belongs to a waiting entry, such as the appendix of a plan, waits with it.
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
        there = Catalog(
            self.folder, self.site, kept, names, self.broken, self.attachments, self.digest, self.drafts, memory
        )
        there._whole, there.waiting, there.view = self._whole, tuple(kept_back), DAY
        return there

    @property
    def whole(self) -> Catalog:
        """The catalog with everything in it, also what waits for its day."""
        note((self.view, "waiting"), self.__dict__["waiting"])
        return self._whole

    def all(self, model: type[M]) -> tuple[Entry[M], ...]:
        """Every entry of `model`, by id."""
        found = self._tuples.get(model)
        if found is None:
            found = self._tuples[model] = tuple(self._by_model.get(model, {}).values())
        note((self.view, "all", model), found)
        return cast(tuple[Entry[M], ...], found)

    def get(self, model: type[M], id: str) -> Entry[M] | None:
        """The entry of `model` with this id."""
        found = self._by_model.get(model, {}).get(id)
        note((self.view, "get", model, id), found)
        return cast("Entry[M] | None", found)

    def entries(self) -> tuple[Entry[Published], ...]:
        """Everything, by model and id."""
        if self._entries is None:
            self._entries = tuple(entry for group in self._by_model.values() for entry in group.values())
        note((self.view, "entries"), self._entries)
        return self._entries

    def named(self, kind: str, text: str) -> Name | None:
        """The name that a text stands for: by id, name or alias, in any spelling of the same name."""
        found = self._names.get((kind, "\0" + text.lower())) or self._names.get((kind, name_key(text)))
        note((self.view, "named", kind, text), found)
        return found

    def alike(self, kind: str, text: str) -> frozenset[str]:
        """For a search: the ids that a text stands for; where no name fits exactly, of all names that are spelt so without marks."""
        if exact := self.named(kind, text):
            return frozenset({exact.id})
        wanted = fold(text)
        found = frozenset(name.id for written, name in self._written.get(kind, {}).items() if fold(written) == wanted)
        note((self.view, "alike", kind, text), found)
        return found

    def is_broken(self, kind: str, text: str) -> bool:
        """Whether the text names an entry that exists but could not be read."""
        return (kind, text) in self.broken or any(k == kind for k, _ in self.broken)

    def names(self, kind: str) -> tuple[Name, ...]:
        """Every name under which entries of a kind are known, for "did you mean"."""
        found = tuple(self._written.get(kind, {}).values())
        note((self.view, "names", kind), found)
        return found

    def now(self, read: Read) -> object:
        """What something is that was asked of this catalog or of `whole`; what no catalog of this view has is nothing."""
        view, name, *args = read
        asked = self if view == self.view else self._whole
        if view != asked.view:
            return None
        found = getattr(asked, str(name))
        return found(*args) if callable(found) else found

    def part(self, name: str) -> Catalog:
        """Itself: it has no parts."""
        return self

    def name_of(self, part: object) -> str | None:
        """Empty for itself."""
        return "" if part is self else None

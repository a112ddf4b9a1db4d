"""A snapshot: the content of one site as it stands on one day. Pages are decided from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message, msg, say
from site_gen.base.traces import Memory, Read, Source, note
from site_gen.base.values import Address, Key, Record
from site_gen.model.catalog import Attachment, Catalog
from site_gen.model.choice import Choice
from site_gen.model.evidence import Evidence
from site_gen.model.law import Confidence, LegalBasis
from site_gen.model.published import DocumentRef
from site_gen.model.settings import Site
from site_gen.model.signed_file import in_short
from site_gen.reading.shipped import legal_bases


@dataclass(frozen=True, slots=True)
class Note:
    """An acknowledged fault of the source, told to the citizen on the page of its entry."""

    code: str
    title: Message
    message: Message
    reason: str
    item: str = ""
    declared: str = ""
    computed: str = ""
    working: str = ""


@dataclass(frozen=True)
class Link(Record):
    """A reference as the page shows it; `url` is empty where it leads nowhere."""

    text: str
    url: Address


@dataclass(frozen=True)
class CitedDocument(Record):
    """A cited document as the page shows it; texts are empty, and `size` is 0 bytes, where nothing is known.

    `signed` says what its file says of its digital signatures, or what the content says where there is no file to look into.
    """

    title: str
    number: str
    date: str
    issuer: str
    url: Address
    file: Address
    size: int
    successor: str
    signed: str


@dataclass(frozen=True)
class ShownNote(Record):
    """A note in the words of the page; `figures` joins what was declared, computed and added up, to group equal ones; `anchor` is the place on the page."""

    code: Key
    title: str
    reason: str
    item: str
    declared: str
    computed: str
    working: str
    figures: str
    anchor: Key = ""


class Snapshot:
    """Content, day and notes; and the few ways in which every kind shows the same thing.

    It is the source of remembered functions (`base.traces`): its day and notes are noted when they are asked for, as what
    is asked of its catalog.

    Args:
        catalog: The content.
        as_of: The day.
        notes: What judging left, by path of the entry.
    """

    __slots__ = ("_as_of", "_notes", "catalog")

    def __init__(self, catalog: Catalog, as_of: date, notes: Mapping[str, tuple[Note, ...]] | None = None) -> None:
        self.catalog = catalog
        self._as_of = as_of
        self._notes = {} if notes is None else notes

    @property
    def memory(self) -> Memory:
        """What is remembered of the site."""
        return self.catalog.memory

    @property
    def as_of(self) -> date:
        """The day."""
        if self.memory.source is self:
            note(("day",), self._as_of)
        return self._as_of

    @property
    def notes(self) -> Mapping[str, tuple[Note, ...]]:
        """All notes."""
        note(("notes",), self._notes)
        return self._notes

    def now(self, read: Read) -> object:
        """What something is that was asked of this snapshot or its catalog."""
        if read == ("day",):
            return self._as_of
        if read[0] == "notes":
            return self._notes.get(str(read[1]), ()) if len(read) > 1 else self._notes
        return self.catalog.now(read)

    def part(self, name: str) -> Source:
        """The catalog, by its name."""
        return self.catalog if name == "catalog" else self

    def name_of(self, part: object) -> str | None:
        """The names of itself and of its catalog."""
        return "" if part is self else "catalog" if part is self.catalog else None

    @property
    def soon(self) -> date:
        """The last day that counts as due soon."""
        return self.as_of + min(timedelta(days=self.catalog.site.due_soon_days), date.max - self.as_of)

    @property
    def site(self) -> Site:
        """The site's settings."""
        return self.catalog.site

    def unit_id(self, text: str | None) -> str:
        """The id of the unit that a text names; empty where there is none."""
        name = self.catalog.named("unit", text) if text else None
        return name.id if name else ""

    def say(self, message: Message) -> str:
        """A message in the language of the site."""
        return say(message, self.catalog.site.language.value)

    def word(self, choice: Choice | None) -> str:
        """What the page calls one of a few values; nothing where there is none."""
        if choice is None:
            return ""
        return choice.label if self.catalog.site.language.value == "vi" else choice.english

    def link(self, kind: str, text: str) -> Link:
        """A reference as the page shows it: the document's own words, linked where they lead somewhere."""
        name = self.catalog.named(kind, text)
        if name is None and (later := self.catalog.whole.named(kind, text)):
            return Link(later.label if text == later.id else text, "")  # it waits for its day
        return Link(name.label if name and text == name.id else text, name.url if name else "")

    def links(self, kind: str, texts: Iterable[str]) -> list[Link]:
        """Several references."""
        return [self.link(kind, text) for text in texts]

    def document(self, document: DocumentRef) -> CitedDocument:
        """A cited document, linked to its attachment where the site has it; of a paper kept inside only what may be told."""
        claimed = isinstance(document, Evidence) and bool(document.signed)
        if isinstance(document, Evidence):
            document = document.published
        file = self.catalog.attachments.get(document.file or "")
        return CitedDocument(
            title=document.title,
            number=document.number or "",
            date=str(document.date or ""),
            issuer=document.issuer or "",
            url=document.url or "",
            file=file.path if file else "",
            size=file.size if file else 0,
            successor=self.successor(document),
            signed=self._signed(claimed, file),
        )

    def _signed(self, claimed: bool, file: Attachment | None) -> str:
        if claimed and (file is None or file.signed is None):
            return self.say(msg("said to be digitally signed, not checked"))
        if file is None or file.media_type != "application/pdf":
            return ""
        return self.say(in_short(file.signed))

    def successor(self, document: DocumentRef) -> str:
        """What replaced a cited law by the day of building; empty unless that was read in the law itself."""
        basis = _basis_of(document.law, document.number, document.title)
        known = (
            basis is not None
            and basis.confidence is Confidence.READ
            and basis.valid_to is not None
            and basis.valid_to < self.as_of
        )
        return str(basis.replaced_by or "") if basis is not None and known else ""

    def notes_of(self, path: str, language: str | None = None) -> list[ShownNote]:
        """What citizens are told about faults of the source behind the entry at `path`."""
        tongue = language or self.catalog.site.language.value
        mine = self._notes.get(path, ())
        note(("notes", path), mine)
        return [
            ShownNote(
                one.code,
                say(one.title, tongue),
                one.reason,
                one.item,
                one.declared,
                one.computed,
                one.working,
                f"{one.declared}|{one.computed}|{one.working}",
            )
            # What does not add up comes first, the whole before its parts.
            for one in sorted(mine, key=lambda n: (not n.working, n.item not in ("total", "components")))
        ]


@lru_cache(maxsize=1 << 12)
def _basis_of(law: str | None, number: str | None, title: str) -> LegalBasis | None:
    """The legal basis that a document is, by what names it. Thousands of entries cite the same few."""
    names = {number, *title.split()}
    return next((basis for basis in legal_bases().values() if basis.id == law or basis.number in names), None)

"""The register on a day: what replaced what, and what is in force."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

from site_gen.base.dataclass import dataclass
from site_gen.base.names import name_key
from site_gen.base.traces import remembered
from site_gen.base.vietnamese import natural_key
from site_gen.kinds.document.model import Document, Validity
from site_gen.kinds.document.numbers import parts
from site_gen.model.catalog import Catalog
from site_gen.model.entry import Entry

Sequence = tuple[str, int, str, bool, str]


@dataclass(frozen=True, slots=True)
class Filed:
    """A document with what the rest of the register says of it.

    Attributes:
        entry: The document.
        amended_by: Ids of documents that amend it.
        replaced_by: Ids of documents that replace it, whichever of the two says so.
        replaces: Ids of documents that it replaces, whichever of the two says so.
        ended: The last day on which it was in force, by its own dates or by its successors'.
        validity: Whether it is in force on the day; None where nothing says so.
    """

    entry: Entry[Document]
    amended_by: tuple[str, ...]
    replaced_by: tuple[str, ...]
    replaces: tuple[str, ...]
    ended: date | None
    validity: Validity | None

    @property
    def out_of_force(self) -> date | None:
        """The first day on which it was no longer in force."""
        return self.ended + timedelta(1) if self.ended else None


def starts(document: Document) -> date:
    """The first day on which a document has effect."""
    return document.effective_from or document.date


def by_dates(document: Document, ended: date | None, day: date) -> Validity | None:
    """What the dates alone say; None where they leave it open."""
    if document.effective_from is not None and document.effective_from > day:
        return Validity.NOT_YET
    if ended is not None:
        return Validity.EXPIRED if ended < day else Validity.IN_FORCE
    return None


def validity_on(document: Document, ended: date | None, day: date, closed: date | None = None) -> Validity | None:
    """What holds on a day: the dates where they speak, else what the entry declares.

    A document without an end stays in force while its authority is there to end it. After `closed`, the authority's
    last day, what became of it is for the successor to say.
    """
    dated, declared = by_dates(document, ended, day), document.validity
    if dated in (Validity.NOT_YET, Validity.EXPIRED):
        return dated
    if declared is Validity.PARTLY_EXPIRED or (declared is Validity.EXPIRED and dated is None):
        return declared
    if dated is not None or (document.effective_from is not None and (closed is None or day <= closed)):
        return Validity.IN_FORCE
    return declared


def sequence(document: Document, catalog: Catalog) -> Sequence | None:
    """Issuer, year, type and serial number: given once. None where the number cannot be read."""
    number, unit = parts(document.number), catalog.named("unit", document.issuer)
    if number is None:
        return None
    return (unit.id if unit else document.issuer, document.date.year, document.type, document.legal, number.serial)


def contradicted(filed: Filed, day: date) -> Validity | None:
    """What the dates say on a day where the entry declares something else; None where the two agree."""
    document = filed.entry.model
    declared, dated = document.validity, by_dates(document, filed.ended, day)
    begun = document.effective_from is not None and document.effective_from <= day
    if declared is None or declared is dated:
        return None
    if dated in (Validity.NOT_YET, Validity.EXPIRED):
        return dated
    if declared is Validity.NOT_YET and (begun or dated):
        return Validity.IN_FORCE
    return Validity.IN_FORCE if declared is Validity.EXPIRED and dated else None


class Register:
    """Every document by id, newest first."""

    def __init__(self, catalog: Catalog, as_of: date) -> None:
        entries = catalog.all(Document)
        closed = catalog.site.valid_to
        amended: dict[str, list[str]] = defaultdict(list)
        successors: dict[str, list[str]] = defaultdict(list)
        predecessors: dict[str, list[str]] = defaultdict(list)

        def ids(texts: tuple[str, ...]) -> list[str]:
            return [name.id for text in texts if (name := catalog.named("document", text))]

        for e in entries:
            for id in ids(e.model.amends):
                amended[id].append(e.id)
            for old, new in [(old, e.id) for old in ids(e.model.replaces)] + [
                (e.id, new) for new in ids(e.model.replaced_by)
            ]:
                successors[old].append(new)
                predecessors[new].append(old)
        models = {e.id: e.model for e in entries}

        def filed(e: Entry[Document]) -> Filed:
            new = tuple(dict.fromkeys(i for i in successors[e.id] if i != e.id))
            ends = [starts(models[i]) - timedelta(1) for i in new if i in models]
            if e.model.effective_to is not None:
                ends.append(e.model.effective_to)
            ended = min(ends, default=None)
            old = tuple(dict.fromkeys(i for i in predecessors[e.id] if i != e.id))
            return Filed(
                e, tuple(dict.fromkeys(amended[e.id])), new, old, ended, validity_on(e.model, ended, as_of, closed)
            )

        newest = sorted(entries, key=lambda e: (e.model.date, natural_key(e.model.number), e.id), reverse=True)
        self.by_id = {e.id: filed(e) for e in newest}
        self.by_number: dict[str, list[Entry[Document]]] = defaultdict(list)
        self.by_sequence: dict[Sequence, list[str]] = defaultdict(list)
        for e in entries:
            self.by_number[name_key(e.model.number)].append(e)
            if place := sequence(e.model, catalog):
                self.by_sequence[place].append(e.id)

    @property
    def all(self) -> tuple[Filed, ...]:
        """Every document, newest first."""
        return tuple(self.by_id.values())


@remembered
def register(catalog: Catalog, as_of: date) -> Register:
    """The register of a site on a day; made once, for every rule and page asks for it."""
    return Register(catalog, as_of)

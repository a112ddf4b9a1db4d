"""Documents and lists of them as rows of pages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Key, Record
from site_gen.kinds.document.model import Document, ExpiredList, ListedDocument, Validity
from site_gen.kinds.document.moments import life_of, list_url, name_of, url
from site_gen.kinds.document.register import Filed, register
from site_gen.model.entry import Entry
from site_gen.pages.fill import fill
from site_gen.pages.life import Status
from site_gen.pages.papers import Attached
from site_gen.rules.snapshot import Link, Snapshot


@dataclass(frozen=True)
class Related(Record):
    """Another document of the register, as a link."""

    text: str
    url: Address
    abstract: str


@dataclass(frozen=True)
class Row(Record):
    """A document in a list; `status` is None where nobody says whether it is in force, `reason` why it ended."""

    id: Key
    url: Address
    number: str
    type: str
    date: date
    abstract: str
    issuer: Link
    status: Status | None
    replaced_by: tuple[Related, ...]
    sample: bool
    reason: str = ""


@dataclass(frozen=True)
class Download(Record):
    """A file of a document, with what it is."""

    label: str
    file: Attached


@dataclass(frozen=True)
class ListRow(Record):
    """A list of documents that ended, as a link."""

    title: str
    url: Address
    kind: str
    count: int
    sample: bool


def related(snapshot: Snapshot, ids: Iterable[str]) -> tuple[Related, ...]:
    """Documents of the register, by their ids."""
    by_id = register(snapshot.catalog, snapshot.as_of).by_id
    found = [by_id[id].entry for id in ids if id in by_id]
    return tuple(Related(name_of(snapshot, e.model), url(e.id), e.model.abstract) for e in found)


def status(snapshot: Snapshot, filed: Filed) -> Status | None:
    """Whether a document is in force, with the day that belongs to it; None where nobody says so."""
    state = life_of(snapshot, filed).state(snapshot.as_of)
    begins = filed.entry.model.effective_from
    match state.word:
        case Validity.EXPIRED:
            detail = msg("since {day}", day=filed.out_of_force) if filed.out_of_force else None
        case Validity.NOT_YET:
            detail = msg("from {day}", day=begins) if begins else None
        case Validity():
            detail = msg("up to {day}", day=filed.ended) if filed.ended else None
        case _:
            return None
    return state.shown(snapshot, snapshot.say(detail) if detail else "")


def row_of(snapshot: Snapshot, filed: Filed, reason: str = "") -> Row:
    """A document as lists show it."""
    return fill(
        Row,
        snapshot,
        filed.entry,
        url=url(filed.entry.id),
        status=status(snapshot, filed),
        replaced_by=related(snapshot, filed.replaced_by),
        reason=reason,
    )


def lists(snapshot: Snapshot) -> list[Entry[ExpiredList]]:
    """The lists of documents that ended, newest first."""
    found = snapshot.catalog.all(ExpiredList)
    return sorted(found, key=lambda e: (-e.model.year, e.model.kind.value, e.id))


def listed_id(snapshot: Snapshot, item: ListedDocument) -> str:
    """The id of the document that a list names; empty where the register does not have it."""
    name = snapshot.catalog.named("document", item.document or item.number or "")
    return name.id if name else ""


def list_rows(snapshot: Snapshot, document: Entry[Document] | None = None) -> tuple[ListRow, ...]:
    """The lists as links; those that name a document, where one is given."""
    return tuple(
        fill(ListRow, snapshot, entry, url=list_url(entry.id), count=len(entry.model.items))
        for entry in lists(snapshot)
        if document is None or any(listed_id(snapshot, item) == document.id for item in entry.model.items)
    )

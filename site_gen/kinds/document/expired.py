"""What is no longer in force: all of it, and the yearly lists that announced it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Record
from site_gen.kinds.document.filters import GONE_INDEX
from site_gen.kinds.document.model import ExpiredList, ListedDocument, Validity
from site_gen.kinds.document.moments import SECTION, list_url
from site_gen.kinds.document.register import Filed, register
from site_gen.kinds.document.rows import Download, ListRow, Row, list_rows, listed_id, lists, row_of
from site_gen.model.entry import Entry
from site_gen.model.model import label_of
from site_gen.pages.fill import fill
from site_gen.pages.frames import Crumbs, Shown, crumbs_below
from site_gen.pages.page import Page, latest
from site_gen.pages.papers import attached, registered
from site_gen.rules.snapshot import CitedDocument, Link, ShownNote, Snapshot


@dataclass(frozen=True)
class EndedIn(Record):
    """The documents that ended in a year; None where nobody knows when they did."""

    year: int | None
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Ended(Shown):
    """All documents that ended, by year, and the lists that announced them."""

    template = "document/expired.html"
    years: tuple[EndedIn, ...]
    count: int
    lists: tuple[ListRow, ...]
    unit: Link


@dataclass(frozen=True)
class Listed(Record):
    """A row of a list: the document as the register has it, and what the list itself says of it.

    `otherwise` is how the list calls a document that the register calls by another number or abstract.
    """

    document: Row | None
    number: str
    abstract: str
    otherwise: str
    validity: str
    expired_on: date | None
    reason: str | None


@dataclass(frozen=True)
class Announced(Shown):
    """The page of a list."""

    template = "document/expired_list.html"
    rows: tuple[Listed, ...]
    kind: str
    years: str
    decision: CitedDocument
    registered: Address
    files: tuple[Download, ...]
    issuer: Link
    notes: list[ShownNote]


def expired_pages(snapshot: Snapshot) -> Iterator[Page]:
    """The page of all that ended, by year, and one for each announced list."""
    gone = sorted(
        (f for f in register(snapshot.catalog, snapshot.as_of).all if f.validity is Validity.EXPIRED),
        key=lambda f: (f.out_of_force is None, f.out_of_force or f.entry.model.date),
        reverse=True,
    )
    by_year: dict[int | None, list[Row]] = {}
    for filed in gone:
        year = filed.out_of_force.year if filed.out_of_force else None
        by_year.setdefault(year, []).append(row_of(snapshot, filed, _reason(snapshot, filed)))
    title, above = snapshot.say(msg("Documents no longer in force")), crumbs_below(snapshot, SECTION)
    announced = lists(snapshot)
    context = Ended(
        tuple(EndedIn(year, tuple(rows)) for year, rows in sorted(by_year.items(), key=lambda x: -(x[0] or 0))),
        len(gone),
        list_rows(snapshot),
        snapshot.link("unit", snapshot.site.unit),
    )
    entries = (*(filed.entry for filed in gone), *announced)
    yield Page(
        GONE_INDEX,
        context.template,
        title,
        context,
        tuple(entry.path for entry in entries),
        above,
        SECTION.menu,
        updated=latest(_updated(entry.model) for entry in announced),
        sample=any(entry.model.sample for entry in entries),
    )
    for entry in announced:
        yield _list(snapshot, entry, (*above, (title, GONE_INDEX)))


def _updated(announced: ExpiredList) -> date | None:
    return announced.updated_at or announced.published_at


def _reason(snapshot: Snapshot, filed: Filed) -> str:
    document = filed.entry.model
    if document.expiry_reason or filed.replaced_by or not document.effective_to:
        return document.expiry_reason or ""
    return snapshot.say(msg("its own last day, {day}", day=document.effective_to))


def _listed(snapshot: Snapshot, item: ListedDocument) -> Listed:
    filed = register(snapshot.catalog, snapshot.as_of).by_id.get(listed_id(snapshot, item))
    row = row_of(snapshot, filed, _reason(snapshot, filed)) if filed else None
    known = (None, row.number, row.abstract) if row else ()
    return fill(
        Listed,
        snapshot,
        item,
        document=row,
        number=item.number or item.document or "",
        abstract=item.abstract or "",
        otherwise=", ".join(words for words in (item.number, item.abstract) if words and row and words not in known),
        expired_on=item.expired_on or (filed.out_of_force if filed else None),
    )


def _list(snapshot: Snapshot, entry: Entry[ExpiredList], above: Crumbs) -> Page:
    announced = entry.model
    file = attached(snapshot, announced.file)
    context = fill(
        Announced,
        snapshot,
        entry,
        rows=tuple(_listed(snapshot, item) for item in announced.items),
        years=f"{announced.year_from}–{announced.year}" if announced.year_from else str(announced.year),
        registered=registered(snapshot, announced.decision),
        files=(Download(label_of(ExpiredList, "file", snapshot.site.language.value), file),) if file else (),
        issuer=snapshot.link("unit", announced.issuer or snapshot.site.unit),
        notes=snapshot.notes_of(entry.path),
    )
    return Page(
        list_url(entry.id),
        context.template,
        announced.title,
        context,
        (entry.path,),
        above,
        SECTION.menu,
        ("expired_list", entry.id),
        updated=_updated(announced),
        sample=announced.sample,
    )

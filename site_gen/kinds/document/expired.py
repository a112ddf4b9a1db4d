"""What is no longer in force: all of it, and the yearly lists that announced it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from site_gen.base.messages import msg
from site_gen.base.values import Address, Record
from site_gen.kinds.document.filters import GONE_INDEX
from site_gen.kinds.document.model import ExpiredList, ListedDocument, Validity
from site_gen.kinds.document.moments import SECTION, list_url, url
from site_gen.kinds.document.register import Filed, register
from site_gen.kinds.document.rows import Download, ListRow, Related, Row, list_rows, listed_id, lists, related, row_of
from site_gen.model.entry import Entry
from site_gen.pages.fill import fill
from site_gen.pages.frames import Crumbs, Shown, crumbs_below
from site_gen.pages.page import Page
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
    """A row of a list: the document as the register calls it, `listed` how the list itself calls it."""

    number: str
    listed: str
    expired_on: date | None
    date: date | None
    type: str
    abstract: str
    url: Address
    validity: str
    reason: str
    replaced_by: tuple[Related, ...]


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
        updated=max((_updated(entry.model) for entry in announced), default=""),
        sample=any(entry.model.sample for entry in entries),
    )
    for entry in announced:
        yield _list(snapshot, entry, (*above, (title, GONE_INDEX)))


def _updated(announced: ExpiredList) -> str:
    return str(announced.updated_at or announced.published_at or "")


def _reason(snapshot: Snapshot, filed: Filed) -> str:
    document = filed.entry.model
    if document.expiry_reason or filed.replaced_by or not document.effective_to:
        return document.expiry_reason or ""
    return snapshot.say(msg("its own last day, {day}", day=document.effective_to))


def _listed(snapshot: Snapshot, item: ListedDocument) -> Listed:
    filed = register(snapshot.catalog, snapshot.as_of).by_id.get(listed_id(snapshot, item))
    computed: dict[str, object] = {
        "number": item.number or item.document or "",
        "abstract": item.abstract or "",
        "listed": "",
        "date": None,
        "type": "",
        "url": "",
        "reason": item.reason or "",
        "replaced_by": (),
    }
    if filed:
        own = filed.entry.model
        computed |= {
            "number": own.number,
            "abstract": own.abstract,
            "listed": ", ".join(
                words for words in (item.number, item.abstract) if words not in (None, own.number, own.abstract)
            ),
            "date": own.date,
            "type": snapshot.word(own.type),
            "url": url(filed.entry.id),
            "expired_on": item.expired_on or filed.out_of_force,
            "reason": item.reason or _reason(snapshot, filed),
            "replaced_by": () if item.reason else related(snapshot, filed.replaced_by),
        }
    return fill(Listed, snapshot, item, **computed)


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
        files=(Download(snapshot.say(msg("The list")), file),) if file else (),
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

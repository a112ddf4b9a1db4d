"""The register: everything, filters as plain pages, a page for each document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Record
from site_gen.kinds.document.expired import expired_pages
from site_gen.kinds.document.filters import GONE_INDEX, Filter, filters
from site_gen.kinds.document.model import Document
from site_gen.kinds.document.moments import SECTION, name_of, url
from site_gen.kinds.document.register import Filed, register
from site_gen.kinds.document.rows import Download, ListRow, Related, Row, list_rows, related, row_of
from site_gen.model.model import label_of
from site_gen.pages.fill import fill
from site_gen.pages.frames import Shown, crumbs_below, crumbs_to, entry_page, panels_by_unit
from site_gen.pages.page import Page, Panel
from site_gen.pages.papers import attached
from site_gen.pages.signatures import ShownSignatures, shown_signatures
from site_gen.rules.snapshot import Link, ShownNote, Snapshot

NEWEST = 50
"""So many documents stand on the first page; the filters show all."""
NEWEST_OF_A_UNIT = 5


@dataclass(frozen=True)
class FilterLink(Record):
    """A page with some of the documents."""

    label: str
    url: Address
    count: int


@dataclass(frozen=True)
class FilterLinks(Record):
    """The filters by one property."""

    label: str
    links: tuple[FilterLink, ...]


@dataclass(frozen=True)
class Listing(Shown):
    """Documents: the newest of all, or those of a filter; `here` is the page's own address."""

    template = "document/list.html"
    here: Address
    first: bool
    filters: tuple[FilterLinks, ...]
    rows: tuple[Row, ...]
    count: int
    lists: tuple[ListRow, ...]
    unit: Link


@dataclass(frozen=True)
class Event(Record):
    """What happened to a document, or will, on a day."""

    day: date
    text: str
    url: Address = ""


@dataclass(frozen=True)
class Whole(Shown):
    """The page of a document."""

    template = "document/page.html"
    row: Row
    name: str
    legal: bool
    iso: bool
    signer_role: str | None
    field: str | None
    effective_from: date | None
    effective_to: date | None
    expiry_reason: str | None
    amends: tuple[Related, ...]
    amended_by: tuple[Related, ...]
    replaces: tuple[Related, ...]
    files: tuple[Download, ...]
    link: Address
    signature: ShownSignatures
    history: tuple[Event, ...]
    lists: tuple[ListRow, ...]
    note: str | None
    notes: list[ShownNote]


@dataclass(frozen=True)
class Issued(Shown):
    """The newest documents of a unit, on its page."""

    template = "document/unit_panel.html"
    rows: tuple[Row, ...]
    count: int
    more: Address = SECTION.url


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The index, its filters, the lists of what is no longer in force, and every document."""
    everything = register(snapshot.catalog, snapshot.as_of).all
    groups = [(label, chosen) for label, chosen in filters(snapshot, everything) if chosen]
    links = tuple(
        FilterLinks(snapshot.say(label), tuple(FilterLink(one.label, one.url, len(one.some)) for one in chosen))
        for label, chosen in groups
    )
    rows = {filed.entry.id: row_of(snapshot, filed) for filed in everything}
    yield _list(snapshot, Filter("", SECTION.url, snapshot.say(SECTION.title), everything), links, rows)
    for _, chosen in groups:
        for one in chosen:
            if one.url != GONE_INDEX:
                yield _list(snapshot, one, links, rows)
    yield from expired_pages(snapshot)
    for filed in everything:
        yield _page(snapshot, filed, rows[filed.entry.id])


def _updated(document: Document) -> date | None:
    return document.updated_at or document.published_at


def _list(snapshot: Snapshot, one: Filter, links: tuple[FilterLinks, ...], rows: Mapping[str, Row]) -> Page:
    first = one.url == SECTION.url
    shown = one.some[:NEWEST] if first else one.some
    days = [day for filed in one.some if (day := _updated(filed.entry.model))]
    context = Listing(
        here=one.url,
        first=first,
        filters=links,
        rows=tuple(rows[filed.entry.id] for filed in shown),
        count=len(one.some),
        lists=list_rows(snapshot) if first else (),
        unit=snapshot.link("unit", snapshot.site.unit),
    )
    return Page(
        one.url,
        context.template,
        one.title,
        context,
        tuple(filed.entry.path for filed in one.some),
        crumbs_to(snapshot, SECTION) if first else crumbs_below(snapshot, SECTION),
        SECTION.menu,
        updated=max(days, default=None),
        find=first,
        sample=any(filed.entry.model.sample for filed in shown),
        long=("rows",),
    )


def _history(snapshot: Snapshot, filed: Filed) -> tuple[Event, ...]:
    """What happened to a document, oldest first; what is to come stands there with its day."""
    document, by_id = filed.entry.model, register(snapshot.catalog, snapshot.as_of).by_id
    own = (
        (document.date, snapshot.say(msg("Signed"))),
        (document.published_at, label_of(Document, "published_at", snapshot.site.language.value)),
        (document.effective_from, snapshot.say(msg("In force from this day"))),
    )
    events = [Event(day, text) for day, text in own if day]
    others = [(id, True) for id in filed.amended_by] + [(id, False) for id in filed.replaced_by]
    for other, amends in ((by_id[id].entry, amends) for id, amends in others if id in by_id):
        name = name_of(snapshot, other.model)
        what = msg("Amended by {document}", document=name) if amends else msg("Replaced by {document}", document=name)
        events.append(Event(other.model.effective_from or other.model.date, snapshot.say(what), url(other.id)))
    if filed.out_of_force:
        events.append(Event(filed.out_of_force, snapshot.say(msg("No longer in force"))))
    return tuple(sorted(events, key=lambda event: event.day))


def _files(snapshot: Snapshot, document: Document) -> Iterator[Download]:
    """The document and its appendices, to download."""
    language = snapshot.site.language.value
    appendix = label_of(Document, "appendices", language)
    several = len(document.appendices) > 1
    labels = [f"{appendix} {number}" if several else appendix for number in range(1, len(document.appendices) + 1)]
    paths = ((document.file, label_of(Document, "file", language)), *zip(document.appendices, labels, strict=True))
    for path, label in paths:
        if file := attached(snapshot, path):
            yield Download(label, file)


def _page(snapshot: Snapshot, filed: Filed, row: Row) -> Page:
    entry, document = filed.entry, filed.entry.model
    name = name_of(snapshot, document)
    amended = (snapshot.catalog.named("document", text) for text in document.amends)
    context = fill(
        Whole,
        snapshot,
        entry,
        row=row,
        name=name,
        amends=related(snapshot, dict.fromkeys(found.id for found in amended if found)),
        amended_by=related(snapshot, filed.amended_by),
        replaces=related(snapshot, filed.replaces),
        files=tuple(_files(snapshot, document)),
        link=document.url or "",
        signature=shown_signatures(
            snapshot, document.signature, [path for path in (document.file, *document.appendices) if path]
        ),
        history=_history(snapshot, filed),
        lists=list_rows(snapshot, entry),
        notes=snapshot.notes_of(entry.path),
    )
    title = f"{name}: {document.abstract}"
    return entry_page(snapshot, SECTION, entry, context, row.url, title, updated=_updated(document))


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """On a unit's page the newest documents that it issued."""
    rows = [
        (filed.entry.model.issuer, row_of(snapshot, filed)) for filed in register(snapshot.catalog, snapshot.as_of).all
    ]
    yield from panels_by_unit(snapshot, 60, rows, lambda mine: Issued(mine[:NEWEST_OF_A_UNIT], len(mine)))

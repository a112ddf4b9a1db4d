"""What documents give to the whole site: section, register of disclosures, open data, feed, days to come, agenda."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.base.messages import msg
from site_gen.base.values import Plain
from site_gen.kinds.document.model import Document, ExpiredList, ListKind, Validity
from site_gen.kinds.document.register import contradicted, register
from site_gen.kinds.document.views import INDEX, Show, list_url, url
from site_gen.model.entry import Entry
from site_gen.model.period import Period
from site_gen.model.published import DocumentRef
from site_gen.pages.columns import Column, coded
from site_gen.pages.contributions import Disclosure, FeedItem, ScheduledChange, Section, Table, keys_of
from site_gen.pages.page import Agenda, Panel
from site_gen.rules.snapshot import Snapshot

SECTION = Section(
    "cong-khai",
    INDEX,
    msg("Documents"),
    msg("What the authority decided, whether it is in force, and what replaced it."),
    90,
)
NEWEST = 5


def topic(document: Document) -> str:
    """What duties call it: an ISO announcement, a legal document, else its type."""
    return f"document/{'iso' if document.iso else 'legal' if document.legal else document.type.value}"


def _unit(snapshot: Snapshot, text: str | None) -> str:
    name = snapshot.catalog.named("unit", text or snapshot.catalog.site.unit)
    return name.id if name else ""


def disclosures(snapshot: Snapshot) -> Iterator[Disclosure]:
    """Each document, and each list of documents that ended."""
    for entry in snapshot.catalog.all(Document):
        d = entry.model
        yield Disclosure(
            topic(d),
            d.abstract,
            url(entry.id),
            created=d.date,
            published=d.published_at,
            number=d.number,
            period=Period.of(d.date.year, 1, 12),
            unit=_unit(snapshot, d.issuer),
            entry=entry.path,
            complete=d.file is not None or d.url is not None,
            lacks=keys_of(Document, "file", "url"),
            sample=d.sample,
        )
    for listed in snapshot.catalog.all(ExpiredList):
        decision = listed.model.decision
        yield Disclosure(
            "document/expired_list",
            listed.model.title,
            list_url(listed),
            created=decision.date.exact if decision.date else None,
            published=listed.model.published_at,
            number=decision.number or "",
            period=Period.of(listed.model.year, 1, 12),
            unit=_unit(snapshot, listed.model.issuer),
            entry=listed.path,
            complete=bool(decision.number and listed.model.items),
            lacks=keys_of(DocumentRef, "number") if not decision.number else keys_of(ExpiredList, "items"),
            sample=listed.model.sample,
        )


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """The register as open data."""
    show = Show(snapshot, register(snapshot.catalog, snapshot.as_of))
    labels = {name: info.title or name for name, info in Document.model_fields.items()}
    names = (
        ("id", "string"),
        ("type", "string"),
        ("number", "string"),
        ("date", "date"),
        ("issuer", "string"),
        ("abstract", "string"),
        ("field", "string"),
        ("legal", "boolean"),
        ("effective_from", "date"),
        ("effective_to", "date"),
        ("validity", "string"),
        ("replaced_by", "string"),
        ("expiry_reason", "string"),
        ("published_at", "date"),
        ("url", "string"),
    )
    rows: list[tuple[Plain, ...]] = []
    for filed in show.register.all:
        d = filed.entry.model
        new = [show.register.by_id[id].entry.model.number for id in filed.replaced_by if id in show.register.by_id]
        rows.append(
            (
                filed.entry.id,
                snapshot.word(d.type),
                d.number,
                d.date.isoformat(),
                d.issuer,
                d.abstract,
                d.field,
                d.legal,
                _iso(d.effective_from),
                _iso(filed.ended),
                snapshot.word(filed.validity) or None,
                "; ".join(new) or None,
                d.expiry_reason,
                _iso(d.published_at),
                d.url or d.file,
            )
        )
    yield Table(
        "van-ban",
        show.say(SECTION.title),
        tuple(Column(name, labels.get(name, show.say(msg("Code"))), type_) for name, type_ in names),
        tuple(rows),
        tuple(f.entry.path for f in show.register.all),
        any(f.entry.model.sample for f in show.register.all),
        ("document/list.html", "document/expired.html", "document/unit_panel.html"),
    )
    lists = snapshot.catalog.all(ExpiredList)
    if lists:
        yield Table(
            "van-ban-het-hieu-luc",
            show.say(msg("Announced lists of documents no longer in force")),
            (
                Column("list", "Mã danh mục"),
                Column("title", "Tên danh mục"),
                coded("kind", "Loại danh mục", ListKind),
                Column("year", "Năm", "integer"),
                Column("document", "Văn bản", help="Mã hoặc số của văn bản có trên trang."),
                Column("number", "Số, ký hiệu", help="Khi văn bản không có trên trang."),
                Column("abstract", "Trích yếu", help="Khi văn bản không có trên trang."),
                coded("validity", "Tình trạng", Validity),
                Column("expired_on", "Ngày hết hiệu lực", "date"),
                Column("reason", "Lý do"),
            ),
            tuple(
                (
                    e.id,
                    e.model.title,
                    e.model.kind.value,
                    e.model.year,
                    item.document,
                    item.number,
                    item.abstract,
                    item.validity.value,
                    _iso(item.expired_on),
                    item.reason,
                )
                for e in lists
                for item in e.model.items
            ),
            tuple(e.path for e in lists),
            any(e.model.sample for e in lists),
            ("document/expired_list.html",),
        )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def feed(snapshot: Snapshot) -> Iterator[FeedItem]:
    """Each document on the day it was published."""
    show = Show(snapshot, register(snapshot.catalog, snapshot.as_of))
    for filed in show.register.all:
        d = filed.entry.model
        if d.published_at:
            yield FeedItem(d.published_at, url(filed.entry.id), show.name(d), d.abstract, d.issuer)


def turns(snapshot: Snapshot) -> Iterator[ScheduledChange]:
    """The days to come on which a document comes into force or ends."""
    show = Show(snapshot, register(snapshot.catalog, snapshot.as_of))
    for filed in show.register.all:
        entry, name = filed.entry, show.name(filed.entry.model)
        for day, words in (
            (entry.model.effective_from, msg("{document} comes into force", document=name)),
            (filed.out_of_force, msg("{document} is no longer in force", document=name)),
        ):
            if day is not None and day > snapshot.as_of:
                yield ScheduledChange(day, show.say(words), entry.path, url(entry.id), (entry.path,))


def agenda(snapshot: Snapshot) -> Iterator[Agenda]:
    """What is declared and no longer true; years whose list of ended documents is missing."""
    show = Show(snapshot, register(snapshot.catalog, snapshot.as_of))
    for filed in show.register.all:
        d = filed.entry.model
        if contradicted(filed, snapshot.as_of):
            what = show.say(msg("{document}: what is declared of its effect is out of date", document=show.name(d)))
            yield Agenda("stale", _iso(filed.ended) or "", what, d.issuer, filed.entry.path, url(filed.entry.id))
    lists = [e.model for e in snapshot.catalog.all(ExpiredList) if e.model.kind is ListKind.EXPIRED]
    if not lists:
        return
    first = min(x.year for x in lists)
    ended = {f.out_of_force.year for f in show.register.all if f.entry.model.legal and f.out_of_force}
    for year in sorted(ended - {x.year for x in lists}):
        if first < year < snapshot.as_of.year:
            what = show.say(msg("list of legal documents no longer in force, {year}", year=str(year)))
            yield Agenda("missing", "", what, snapshot.catalog.site.short_name, "document-lists", INDEX)


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """On a unit's page the newest documents that it issued."""
    show = Show(snapshot, register(snapshot.catalog, snapshot.as_of))
    by_unit: dict[str, list[Plain]] = {}
    counts: dict[str, int] = {}
    for filed in show.register.all:
        id = _unit(snapshot, filed.entry.model.issuer)
        counts[id] = counts.get(id, 0) + 1
        if counts[id] <= NEWEST:
            by_unit.setdefault(id, []).append(show.row(filed))
    for id, rows in by_unit.items():
        context: dict[str, Plain] = {"rows": rows, "count": counts[id], "url": INDEX}
        yield Panel(("unit", id), 60, "document/unit_panel.html", context)


def names(entry: Entry[Document]) -> tuple[str, ...]:
    """Number, number with its day, abstract."""
    d = entry.model
    day = f"{d.date.day:02d}/{d.date.month:02d}/{d.date.year}"
    return (d.number, f"{d.number} ngày {day}", d.abstract)

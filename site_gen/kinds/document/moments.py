"""The life of a document: it is issued, comes into force and ends; and the yearly lists of what ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.base.messages import msg
from site_gen.kinds.document.model import Document, ExpiredList, ListKind, Validity
from site_gen.kinds.document.register import Filed, contradicted, register, validity_on
from site_gen.model.entry import Entry
from site_gen.model.period import Period
from site_gen.model.published import DocumentRef
from site_gen.pages.contributions import Section, keys_of
from site_gen.pages.life import DAY, Disclosed, Life, Moment, News, Reminder, State, Subject, life, subject_of
from site_gen.rules.snapshot import Snapshot

UNSTATED = State("calm", msg("not stated"))
STATES = {
    validity: State(family, validity)
    for validity, family in (
        (Validity.NOT_YET, "soon"),
        (Validity.IN_FORCE, "done"),
        (Validity.PARTLY_EXPIRED, "soon"),
        (Validity.EXPIRED, "calm"),
    )
}

SECTION = Section(
    "cong-khai",
    "van-ban/index.html",
    msg("Documents"),
    msg("What the authority decided, whether it is in force, and what replaced it."),
    90,
)


def url(id: str) -> str:
    """Address of a document's page."""
    return f"van-ban/{id}.html"


def list_url(id: str) -> str:
    """Address of a list of documents that ended."""
    return f"van-ban/het-hieu-luc/{id}.html"


def name_of(snapshot: Snapshot, document: Document) -> str:
    """`Quyết định số 12/2026/QĐ-UBND`: type and number."""
    kind = snapshot.word(document.type)
    return snapshot.say(msg("{type} no. {number}", type=kind[:1].upper() + kind[1:], number=document.number))


def life_of(snapshot: Snapshot, filed: Filed) -> Life:
    """Whether a document is in force, from its issue on; after the authority's own last day nobody vouches for it."""
    document, closed = filed.entry.model, snapshot.site.valid_to
    name = name_of(snapshot, document)

    def state(day: date) -> State:
        validity = validity_on(document, filed.ended, day, closed)
        return STATES[validity] if validity else UNSTATED

    days = (
        (document.effective_from, msg("{document} comes into force", document=name)),
        (filed.out_of_force, msg("{document} is no longer in force", document=name)),
        (closed and closed + DAY, msg("{document}: the authority that issued it has ended", document=name)),
    )
    made = Disclosed(
        topic=f"document/{'iso' if document.iso else 'legal' if document.legal else document.type.value}",
        created=document.date,
        published=document.published_at,
        number=document.number,
        period=Period.of(document.date.year, 1, 12),
        complete=document.file is not None or document.url is not None,
        lacks=keys_of(Document, "file", "url"),
    )
    outdated = msg("{document}: what is declared of its effect is out of date", document=name)
    return life(
        subject_of(filed.entry, document.abstract, url(filed.entry.id), document.issuer),
        Moment(None, disclosed=made),
        Moment(document.published_at, news=News(document.abstract, name)),
        *(Moment(day, state(day), what) for day, what in days if day and state(day) is not state(day - DAY)),
        Reminder("stale", outdated, filed.ended, counted=False) if contradicted(filed, snapshot.as_of) else None,
        first=state(date.min),
    )


def list_life(snapshot: Snapshot, entry: Entry[ExpiredList]) -> Life:
    """A list of documents that ended, published once."""
    announced = entry.model
    decision = announced.decision
    made = Disclosed(
        topic="document/expired_list",
        created=decision.date.exact if decision.date else None,
        published=announced.published_at,
        number=decision.number or "",
        period=Period.of(announced.year, 1, 12),
        complete=bool(decision.number and announced.items),
        lacks=keys_of(ExpiredList, "items") if decision.number else keys_of(DocumentRef, "number"),
    )
    unit = announced.issuer or snapshot.site.unit
    return life(subject_of(entry, announced.title, list_url(entry.id), unit), Moment(None, disclosed=made))


def missing_lists(snapshot: Snapshot) -> Iterator[Life]:
    """Each year that is over, in which legal documents ended, and for which no list was announced, since the first one."""
    lists = [entry.model.year for entry in snapshot.catalog.all(ExpiredList) if entry.model.kind is ListKind.EXPIRED]
    found = register(snapshot.catalog, snapshot.as_of)
    ended = {filed.out_of_force.year for filed in found.all if filed.entry.model.legal and filed.out_of_force}
    for year in sorted(ended - set(lists)):
        if lists and min(lists) < year < snapshot.as_of.year:
            what = msg("list of legal documents no longer in force, {year}", year=str(year))
            subject = Subject(snapshot.say(what), SECTION.url, "document-lists", snapshot.site.short_name)
            yield life(subject, Reminder("missing", what))


def lives(snapshot: Snapshot) -> Iterator[Life]:
    """The life of each document and of each list, and the lists that are missing."""
    for filed in register(snapshot.catalog, snapshot.as_of).all:
        yield life_of(snapshot, filed)
    for entry in snapshot.catalog.all(ExpiredList):
        yield list_life(snapshot, entry)
    yield from missing_lists(snapshot)

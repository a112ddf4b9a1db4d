"""A page for each unit, and their list. What other kinds know of a unit is added by `joined`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Context, Record
from site_gen.base.vietnamese import sort_key
from site_gen.kinds.unit.location import ShownLocation, location_of
from site_gen.kinds.unit.model import Succession, Unit, UnitType
from site_gen.kinds.unit.moments import in_order, label, url
from site_gen.model.coordinates import position
from site_gen.model.entry import Entry
from site_gen.pages.contributions import Section
from site_gen.pages.fill import fill
from site_gen.pages.frames import Shown, entry_page, index_page
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Link, ShownNote, Snapshot

SECTION = Section("don-vi", "don-vi/index.html", msg("Units"), msg("Units"), 10)


@dataclass(frozen=True)
class UnitRow(Record):
    """A unit in the list, with the word for its type."""

    name: str
    type: str
    url: Address
    valid_to: date | None
    sample: bool


@dataclass(frozen=True)
class UnitIndex(Shown):
    """The list of all units, those of one type together."""

    template = "unit/list.html"
    units: tuple[UnitRow, ...]


@dataclass(frozen=True)
class ShownParent(Record):
    """The unit above, and until when it was."""

    unit: Link
    until: date | None


@dataclass(frozen=True)
class ShownSuccession(Record):
    """What followed a unit; `document` and `clause` only where somebody read them."""

    kind: str
    to: tuple[str, ...]
    members: tuple[str, ...]
    on: date | None
    verified: bool
    document: str
    clause: str | None


@dataclass(frozen=True)
class UnitPage(Shown):
    """The page of a unit: what it is, what it belongs to, and the profile of a commune; `joined` puts number and hours first."""

    template = "unit/page.html"
    name: str
    type: str
    level: str
    code: str | None
    aliases: tuple[str, ...]
    parents: tuple[ShownParent, ...]
    members: tuple[Link, ...]
    children: tuple[Link, ...]
    groups: tuple[Link, ...]
    valid_to: date | None
    succession: tuple[ShownSuccession, ...]
    address: str | None
    email: str | None
    website: Address | None
    intro: str | None
    org_chart: str | None
    location: ShownLocation | None
    map: Address | None
    map_is_picture: bool
    nature: str | None
    history: str | None
    notes: list[ShownNote]


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The list and a page each."""
    units = in_order(snapshot)
    if units:
        # A few invented units do not make the whole list a sample; each of them bears the mark.
        yield replace(index_page(snapshot, SECTION, _index(snapshot, units), units, long=("units",)), sample=False)
    for entry in units:
        unit = entry.model
        yield entry_page(
            snapshot,
            SECTION,
            entry,
            _unit(snapshot, entry),
            url(entry.id),
            unit.name,
            updated=unit.updated_at or unit.published_at,
            graph=_nodes(unit),
        )


def _index(snapshot: Snapshot, units: list[Entry[Unit]]) -> UnitIndex:
    groups: dict[str, list[UnitRow]] = {}
    for entry in units:
        word = snapshot.word(entry.model.type)
        groups.setdefault(word, []).append(fill(UnitRow, snapshot, entry, type=word, url=url(entry.id)))
    return UnitIndex(tuple(row for rows in groups.values() for row in rows))


def _unit(snapshot: Snapshot, entry: Entry[Unit]) -> UnitPage:
    unit = entry.model
    everyone = snapshot.catalog.all(Unit)

    def links(found: Iterable[Entry[Unit]]) -> tuple[Link, ...]:
        return tuple(Link(label(e), url(e.id)) for e in sorted(found, key=lambda e: sort_key(label(e))))

    def named(texts: Iterable[str]) -> bool:
        return any(snapshot.unit_id(text) == entry.id for text in texts)

    return fill(
        UnitPage,
        snapshot,
        entry,
        parents=tuple(fill(ShownParent, snapshot, parent) for parent in unit.parents),
        children=links(e for e in everyone if named(p.unit for p in e.model.parents)),
        groups=links(e for e in everyone if named(e.model.members)),
        succession=tuple(_succession(snapshot, s) for s in unit.succession),
        location=location_of(snapshot, entry),
        map_is_picture=(unit.map or "").lower().endswith((".png", ".jpg", ".jpeg", ".webp")),
        notes=snapshot.notes_of(entry.path),
    )


def _succession(snapshot: Snapshot, succession: Succession) -> ShownSuccession:
    read = succession.verified == "V"
    document = succession.document if read else None
    return fill(
        ShownSuccession,
        snapshot,
        succession,
        verified=read,
        document=" ".join(x for x in (document.title, document.number) if x) if document else "",
        clause=succession.clause if read else None,
    )


def _geo(unit: Unit) -> Context | None:
    """Where the office is, unless that is invented."""
    if unit.location is None or unit.location.sample:
        return None
    latitude, longitude = position(unit.location.office)
    return {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}


def _nodes(unit: Unit) -> tuple[Context, ...]:
    """The unit as schema.org knows it; a group that a plan addresses as one is no organisation, an invented unit nothing."""
    if unit.type is UnitType.GROUP or unit.sample:
        return ()
    facts: Context = {
        "name": unit.name,
        "alternateName": unit.short_name,
        "identifier": unit.code,
        "address": unit.address,
        "geo": _geo(unit),
        "telephone": unit.phone,
        "email": unit.email,
        "sameAs": unit.website,
        "foundingDate": unit.valid_from.isoformat() if unit.valid_from else None,
        "dissolutionDate": unit.valid_to.isoformat() if unit.valid_to else None,
    }
    kind = "Organization" if unit.type in (UnitType.ORGANISATION, UnitType.OTHER) else "GovernmentOrganization"
    return ({"@type": kind, **{name: value for name, value in facts.items() if value}},)

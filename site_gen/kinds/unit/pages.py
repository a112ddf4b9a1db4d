"""A page for each unit, and their list. What other kinds know of a unit is added by `joined`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_gen.base.messages import msg, say
from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import show_date, sort_key
from site_gen.kinds.unit.model import COMMUNES, Unit, UnitType
from site_gen.model.entry import Entry
from site_gen.pages.contributions import Disclosure, keys_of
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Snapshot

SECTION = "don-vi"


def url(id: str) -> str:
    """Address of a unit's page."""
    return f"don-vi/{id}.html"


def label(entry: Entry[Unit]) -> str:
    """What lists and links call a unit."""
    return entry.model.short_name or entry.model.name


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The list and a page each."""
    units = sorted(
        snapshot.catalog.all(Unit),
        key=lambda e: (e.id != snapshot.catalog.site.unit, e.model.type is UnitType.GROUP, sort_key(label(e))),
    )
    if not units:
        return
    title = say(msg("Units"), snapshot.catalog.site.language.value)
    groups: dict[str, list[Plain]] = {}
    for entry in units:
        groups.setdefault(snapshot.word(entry.model.type), []).append(
            {"name": entry.model.name, "url": url(entry.id), "ended": _day(entry.model)}
        )
    listed: list[Plain] = [{"type": kind, "units": rows} for kind, rows in groups.items()]
    yield Page(
        "don-vi/index.html", "unit/list.html", title, {"groups": listed}, tuple(u.path for u in units), (), SECTION
    )
    for entry in units:
        yield _page(snapshot, entry, title)


def _day(unit: Unit) -> str:
    return show_date(unit.valid_to) if unit.valid_to else ""


def _page(snapshot: Snapshot, entry: Entry[Unit], section_title: str) -> Page:
    unit = entry.model

    def those(found: Iterable[Entry[Unit]]) -> list[Plain]:
        return [{"text": label(e), "url": url(e.id)} for e in sorted(found, key=lambda e: sort_key(label(e)))]

    def means(text: str) -> bool:
        name = snapshot.catalog.named("unit", text)
        return name is not None and name.id == entry.id

    everyone = snapshot.catalog.all(Unit)
    children = those(e for e in everyone if any(means(p.unit) for p in e.model.parents))
    groups = those(e for e in everyone if any(means(m) for m in e.model.members))
    context: Context = {
        "name": unit.name,
        "type": snapshot.word(unit.type),
        "level": snapshot.word(unit.level),
        "code": unit.code or "",
        "aliases": list(unit.aliases),
        "parents": [
            {
                "unit": snapshot.link("unit", p.unit),
                "since": show_date(p.since) if p.since else "",
                "until": show_date(p.until) if p.until else "",
            }
            for p in unit.parents
        ],
        "members": snapshot.links("unit", unit.members),
        "children": children,
        "groups": groups,
        "valid_from": show_date(unit.valid_from) if unit.valid_from else "",
        "valid_to": _day(unit),
        "succession": [
            {
                "kind": snapshot.word(s.kind),
                "to": list(s.to),
                "members": list(s.members),
                "document": " ".join(x for x in (s.document.title, s.document.number or "") if x)
                if s.document and s.verified == "V"
                else "",
                "clause": (s.clause or "") if s.verified == "V" else "",
                "on": show_date(s.on) if s.on else "",
                "verified": s.verified == "V",
            }
            for s in unit.succession
        ],
        "contact": {
            "address": unit.address or "",
            "phone": unit.phone or "",
            "email": unit.email or "",
            "hours": unit.hours or "",
            "website": unit.website or "",
        },
        "intro": unit.intro or "",
        "profile": {name: value or "" for name, value in unit.profile.items()},
        "map_is_image": (unit.map or "").lower().endswith((".png", ".jpg", ".jpeg", ".webp")),
        "notes": snapshot.notes_of(entry.path),
        "own": entry.id == snapshot.catalog.site.unit,
    }
    updated = unit.updated_at or unit.published_at
    return Page(
        url(entry.id),
        "unit/page.html",
        unit.name,
        context,
        (entry.path,),
        ((section_title, "don-vi/index.html"),),
        SECTION,
        ("unit", entry.id),
        updated=updated.isoformat() if updated else "",
        graph=_nodes(unit),
    )


def _nodes(unit: Unit) -> tuple[Context, ...]:
    """The unit as schema.org knows it; a group that a plan addresses as one is no organisation, an invented unit nothing."""
    if unit.type is UnitType.GROUP or unit.sample:
        return ()
    facts: Context = {
        "name": unit.name,
        "alternateName": unit.short_name,
        "identifier": unit.code,
        "address": unit.address,
        "telephone": unit.phone,
        "email": unit.email,
        "sameAs": unit.website,
        "foundingDate": unit.valid_from.isoformat() if unit.valid_from else None,
        "dissolutionDate": unit.valid_to.isoformat() if unit.valid_to else None,
    }
    kind = "Organization" if unit.type in (UnitType.ORGANISATION, UnitType.OTHER) else "GovernmentOrganization"
    return ({"@type": kind, **{name: value for name, value in facts.items() if value}},)


def disclosures(snapshot: Snapshot) -> Iterator[Disclosure]:
    """The profile of the commune whose site this is, once any part of it is there."""
    name = snapshot.catalog.named("unit", snapshot.catalog.site.unit)
    entry = snapshot.catalog.get(Unit, name.id) if name else None
    if entry is None or entry.model.type not in COMMUNES or not any(entry.model.profile.values()):
        return
    unit = entry.model
    yield Disclosure(
        "unit/profile",
        unit.name,
        url(entry.id),
        published=unit.published_at,
        unit=entry.id,
        entry=entry.path,
        complete=all(unit.profile.values()),
        lacks=keys_of(Unit, *(name for name, value in unit.profile.items() if not value)),
        sample=unit.sample,
    )

"""The life of a unit, as far as others ask for it: the commune's profile is something it has to make public."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.vietnamese import sort_key
from site_gen.kinds.unit.model import COMMUNES, Unit, UnitType
from site_gen.model.entry import Entry
from site_gen.pages.contributions import keys_of
from site_gen.pages.life import Disclosed, Life, Moment, life, subject_of
from site_gen.rules.snapshot import Snapshot


def url(id: str) -> str:
    """Address of a unit's page."""
    return f"don-vi/{id}.html"


def label(entry: Entry[Unit]) -> str:
    """What lists and links call a unit."""
    return entry.model.short_name or entry.model.name


def in_order(snapshot: Snapshot) -> list[Entry[Unit]]:
    """The authority whose site this is, then its units by name, last the groups that plans address as one."""
    return sorted(
        snapshot.catalog.all(Unit),
        key=lambda e: (e.id != snapshot.site.unit, e.model.type is UnitType.GROUP, sort_key(label(e))),
    )


def lives(snapshot: Snapshot) -> Iterator[Life]:
    """The profile of the commune whose site this is, once any part of it is there."""
    entry = snapshot.catalog.get(Unit, snapshot.unit_id(snapshot.site.unit))
    if entry is None or entry.model.type not in COMMUNES or not any(entry.model.profile.values()):
        return
    missing = [name for name, value in entry.model.profile.items() if not value]
    profile = Disclosed(
        topic="unit/profile", published=entry.model.published_at, complete=not missing, lacks=keys_of(Unit, *missing)
    )
    yield life(subject_of(entry, entry.model.name, url(entry.id), entry.id), Moment(None, disclosed=profile))

"""Where a unit's office is: a sketch with the landmarks around it, and the same in words."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Record
from site_gen.kinds.unit.model import Location, Unit
from site_gen.kinds.unit.moments import label, url
from site_gen.model.coordinates import position
from site_gen.model.entry import Entry
from site_gen.pages.charts.sketch_map import SketchMap, direction, distance, in_words, sketch_map
from site_gen.pages.fill import fill
from site_gen.pages.frames import Shown, panel
from site_gen.pages.page import Panel
from site_gen.rules.snapshot import Snapshot


@dataclass(frozen=True)
class ShownLandmark(Record):
    """A landmark, and where the office is from it."""

    name: str
    way: str


@dataclass(frozen=True)
class ShownLocation(Record):
    """The sketch, the way in words, and the coordinates for the reader's own map program (`geo:`, RFC 5870)."""

    name: str
    office: str
    geo: Address
    way: str | None
    sample: bool
    landmarks: tuple[ShownLandmark, ...]
    roads: tuple[str, ...]
    sketch: SketchMap | None


@dataclass(frozen=True)
class OnContactPage(Shown):
    """Where the authority's own office is, on the page of contacts."""

    template = "unit/location_panel.html"
    location: ShownLocation
    more: Address


def location_of(snapshot: Snapshot, entry: Entry[Unit]) -> ShownLocation | None:
    """Where the office of a unit is; None where that is not told."""
    location = entry.model.location
    return _shown(snapshot, location, label(entry)) if location else None


def _shown(snapshot: Snapshot, location: Location, name: str) -> ShownLocation:
    office = position(location.office)

    def way(at: tuple[float, float]) -> str:
        holes = {"distance": in_words(distance(at, office)), "direction": snapshot.say(direction(at, office))}
        return snapshot.say(msg("the office is {distance} away, {direction}", **holes))

    marks = [(mark.name, position(mark.at)) for mark in location.landmarks]
    return fill(
        ShownLocation,
        snapshot,
        location,
        name=name,
        geo=f"geo:{location.office.replace(' ', '')}",
        landmarks=tuple(ShownLandmark(mark, way(at)) for mark, at in marks),
        roads=tuple(road.name for road in location.roads),
        sketch=sketch_map(
            name, office, marks, [(road.name, [position(at) for at in road.points]) for road in location.roads]
        ),
    )


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """On the page of contacts, where the authority itself is."""
    mine = snapshot.unit_id(snapshot.site.unit)
    for entry in snapshot.catalog.all(Unit):
        if entry.id == mine and (location := location_of(snapshot, entry)):
            yield panel(("site", "contact"), 10, OnContactPage(location, url(entry.id)))

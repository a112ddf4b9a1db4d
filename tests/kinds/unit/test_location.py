"""Where an office is, on the unit's page and on that of contacts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from snapshots import edition_of

from site_gen.kinds.unit.location import OnContactPage, panels
from site_gen.kinds.unit.pages import UnitPage, pages
from site_gen.rules.snapshot import Snapshot

DAY = date(2026, 5, 1)
LOCATION = """location:
  office: 21.59420, 105.84820
  landmarks: [{name: Chợ xã, at: "21.59420, 105.84920"}]
  roads: [{name: Đường trục xã, points: "21.59420, 105.84820; 21.59420, 105.84920"}]
  way: Đối diện sân vận động.
"""


def with_location(tmp_path: Path, more: str = "") -> Snapshot:
    """The shared site whose authority tells where it is."""
    base = (Path(__file__).parents[1] / "base_site" / "units" / "ubnd-xa.yml").read_text(encoding="utf-8")
    return edition_of(tmp_path, {"units/ubnd-xa.yml": base.rstrip() + "\n" + LOCATION + more}, DAY)


def test_the_way_is_drawn_and_told(tmp_path: Path) -> None:
    (page,) = (p for p in pages(with_location(tmp_path)) if p.url == "don-vi/ubnd-xa.html")

    assert isinstance(page.context, UnitPage)
    location = page.context.location
    assert location is not None
    assert location.sketch is not None
    assert (location.geo, location.way, location.sample) == ("geo:21.59420,105.84820", "Đối diện sân vận động.", False)
    assert [(mark.name, mark.way) for mark in location.landmarks] == [
        ("Chợ xã", "trụ sở cách đó 100\u00a0m, về phía tây")
    ]


def test_machines_are_told_where_it_is_unless_that_is_invented(tmp_path: Path) -> None:
    def told(snapshot: Snapshot) -> list[object]:
        (page,) = (p for p in pages(snapshot) if p.url == "don-vi/ubnd-xa.html")
        return [node.get("geo") for node in page.graph]

    (tmp_path / "real").mkdir()
    (tmp_path / "invented").mkdir()
    place = {"@type": "GeoCoordinates", "latitude": 21.5942, "longitude": 105.8482}
    assert told(with_location(tmp_path / "real")) == [place]
    assert told(with_location(tmp_path / "invented", "  sample: có\n")) == [None]


def test_the_page_of_contacts_shows_the_authority_itself(tmp_path: Path) -> None:
    (panel,) = panels(with_location(tmp_path))

    assert panel.subject == ("site", "contact")
    assert isinstance(panel.context, OnContactPage)
    assert panel.context.more == "don-vi/ubnd-xa.html"


def test_nobody_has_to_tell_where_they_are(tmp_path: Path) -> None:
    assert list(panels(edition_of(tmp_path, {}, DAY))) == []

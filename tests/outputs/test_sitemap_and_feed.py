"""What search engines and feed readers are told: true dates, whole addresses, and nothing that may not be found."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

from site_gen.outputs.feed import MOST, feed
from site_gen.outputs.sitemap import sitemap
from site_gen.pages.offer import FeedItem
from site_gen.pages.page import Page

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ATOM = "{http://www.w3.org/2005/Atom}"


def page(url: str, **more: object) -> Page:
    return Page(url, "x.html", "X", {}, **more)


def test_a_sitemap_lists_what_may_be_found_with_its_date() -> None:
    made = sitemap(
        [page("b.html"), page("a.html", updated="2026-03-01"), page("kin.html", index=False)], "https://x.vn/"
    )
    urls = ET.fromstring(made.data).findall(f"{MAP}url")
    assert [(u.findtext(f"{MAP}loc"), u.findtext(f"{MAP}lastmod")) for u in urls] == [
        ("https://x.vn/a.html", "2026-03-01"),
        ("https://x.vn/b.html", None),
    ]


def items(count: int) -> list[FeedItem]:
    return [FeedItem(date.fromordinal(739000 + n), f"tin/{n}.html", f"Tin <{n}> & khác") for n in range(count)]


def test_a_feed_is_valid_xml_newest_first_and_bounded() -> None:
    made = feed(items(MOST + 5), "UBND xã & bạn", "https://x.vn", date(2026, 11, 21))
    root = ET.fromstring(made.data)
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == MOST
    assert entries[0].findtext(f"{ATOM}title") == f"Tin <{MOST + 4}> & khác"
    assert root.findtext(f"{ATOM}updated") == entries[0].findtext(f"{ATOM}updated")


def test_every_entry_has_what_atom_asks_for() -> None:
    root = ET.fromstring(feed(items(2), "UBND xã", "", date(2026, 11, 21)).data)
    for element in (root, *root.findall(f"{ATOM}entry")):
        assert all(element.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
    ids = [e.findtext(f"{ATOM}id") for e in root.findall(f"{ATOM}entry")]
    assert len(set(ids)) == 2


def test_an_empty_feed_tells_the_day_of_building() -> None:
    root = ET.fromstring(feed([], "UBND xã", "https://x.vn", date(2026, 11, 21)).data)
    assert root.findtext(f"{ATOM}updated") == "2026-11-21T00:00:00+07:00"
    assert root.findall(f"{ATOM}entry") == []

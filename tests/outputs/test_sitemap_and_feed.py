"""What search engines and feed readers are told: true dates, whole addresses, and nothing that may not be found."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

import feedparser
import pytest

from site_gen.joined.feeds import MOST, Feed
from site_gen.outputs.feed import Origin, feed_file
from site_gen.outputs.well_known import sitemap
from site_gen.pages.contributions import FeedItem
from site_gen.pages.page import Page

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ATOM = "{http://www.w3.org/2005/Atom}"
DAY = date(2026, 11, 21)


def page(url: str, **more: object) -> Page:
    return Page(url, "x.html", "X", {}, **more)


def test_a_sitemap_lists_what_may_be_found_with_its_date() -> None:
    pages = [page("b.html"), page("a.html", updated=date(2026, 3, 1)), page("kin.html", index=False)]
    (made,) = sitemap([*pages, page("c.html", updated=date(2027, 1, 1))], "https://x.vn/", DAY)
    urls = ET.fromstring(made.data).findall(f"{MAP}url")
    assert [(u.findtext(f"{MAP}loc"), u.findtext(f"{MAP}lastmod")) for u in urls] == [
        ("https://x.vn/a.html", "2026-03-01"),
        ("https://x.vn/b.html", None),
        ("https://x.vn/c.html", None),
    ]


def test_a_large_site_has_an_index_of_sitemaps_that_list_every_page_once() -> None:
    *parts, index = sitemap([page(f"{n}.html") for n in range(5)], "https://x.vn", DAY, most=2)
    named = [m.text for m in ET.fromstring(index.data).iter(f"{MAP}loc")]
    assert index.path == "sitemap.xml"
    assert named == [f"https://x.vn/{p.path}" for p in parts]
    listed = [u.text for p in parts for u in ET.fromstring(p.data).iter(f"{MAP}loc")]
    assert listed == [f"https://x.vn/{n}.html" for n in range(5)]


@pytest.mark.parametrize(
    ("count", "files"), [(2, ["sitemap.xml"]), (3, ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"])]
)
def test_as_many_pages_as_the_protocol_allows_stand_in_one_file_and_one_more_makes_an_index(
    count: int, files: list[str]
) -> None:
    made = sitemap([page(f"{n}.html") for n in range(count)], "https://x.vn", DAY, most=2)
    assert [artifact.path for artifact in made] == files


@pytest.mark.parametrize("heaviest", [250, 300, 500])
def test_no_file_of_a_sitemap_is_heavier_than_the_protocol_allows(heaviest: int) -> None:
    pages = [page(f"{'ngày-' * (n % 7)}{n}.html", updated=DAY) for n in range(40)]
    *parts, _ = sitemap(pages, "https://x.vn", DAY, heaviest=heaviest)
    assert len(parts) > 1
    assert max(len(part.data) for part in parts) <= heaviest
    listed = [u.text for part in parts for u in ET.fromstring(part.data).iter(f"{MAP}loc")]
    assert sorted(listed) == sorted(f"https://x.vn/{p.url}" for p in pages)


def items(count: int) -> list[FeedItem]:
    return [FeedItem(date.fromordinal(739000 + n), f"tin/{n}.html", f"Tin <{n}> & khác") for n in range(count)]


def feed(found: list[FeedItem], home: str = "https://x.vn", path: str = "tin-moi.atom") -> bytes:
    return feed_file(Feed(path, "UBND xã & bạn", "index.html", tuple(found)), Origin("UBND xã & bạn", home, DAY)).data


def test_a_feed_is_read_by_another_program_newest_first_and_bounded() -> None:
    read = feedparser.parse(feed(items(MOST + 5)))
    assert not read.bozo
    assert len(read.entries) == MOST
    assert read.entries[0].title == f"Tin <{MOST + 4}> & khác"
    assert read.entries[0].link == f"https://x.vn/tin/{MOST + 4}.html"
    assert read.feed.updated == read.entries[0].updated
    assert read.feed.author == "UBND xã & bạn"


@pytest.mark.parametrize("home", ["", "https://x.vn"])
def test_every_entry_has_what_atom_asks_for(home: str) -> None:
    root = ET.fromstring(feed(items(2), home))
    for element in (root, *root.findall(f"{ATOM}entry")):
        assert all(element.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
    ids = [e.findtext(f"{ATOM}id") for e in (root, *root.findall(f"{ATOM}entry"))]
    assert len(set(ids)) == 3


def test_news_of_one_page_on_several_days_and_of_one_day_are_different_entries() -> None:
    one = FeedItem(date(2026, 3, 1), "thu-tuc/thay-doi.html", "Công bố một")
    two = FeedItem(date(2026, 3, 1), "thu-tuc/thay-doi.html", "Công bố hai")
    later = FeedItem(date(2026, 4, 1), "thu-tuc/thay-doi.html", "Công bố một")
    ids = [e.id for e in feedparser.parse(feed([one, two, later])).entries]
    assert len(set(ids)) == 3
    assert [e.id for e in feedparser.parse(feed([later])).entries] == ids[:1]


def test_without_an_address_a_feed_in_a_folder_leads_out_of_it() -> None:
    root = ET.fromstring(feed(items(1), "", "don-vi/van-phong.atom"))
    assert [link.attrib["href"] for link in root.iter(f"{ATOM}link")] == ["../index.html", "../tin/0.html"]


def test_an_empty_feed_tells_the_day_of_building() -> None:
    root = ET.fromstring(feed([]))
    assert root.findtext(f"{ATOM}updated") == "2026-11-21T00:00:00+07:00"
    assert root.findall(f"{ATOM}entry") == []

"""Which feeds there are, what is in each, and which page names it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from posted_notice import FIRST, PAGE, written

from site_gen.joined.site import chrome, decided
from site_gen.pipeline.gather import gather
from site_gen.pipeline.request import Request


def test_everything_notices_and_units_have_feeds_and_their_pages_name_them(tmp_path: Path) -> None:
    (only,) = gather(Request(written(tmp_path / "content"), tmp_path / "output", FIRST)).snapshots
    site = decided(only)
    assert [(f.path, f.page) for f in site.feeds[:2]] == [
        ("tin-moi.atom", "index.html"),
        ("thu-xin-loi/thong-bao.atom", "thu-xin-loi/index.html"),
    ]
    feeds = {feed.path: feed for feed in site.feeds}
    assert [i.url for i in feeds["thu-xin-loi/thong-bao.atom"].items] == [PAGE]
    assert PAGE in [i.url for i in feeds["don-vi/trung-tam-phuc-vu.atom"].items]
    assert {f"don-vi/{path.split('/')[1]}" for path in list(feeds)[2:]} == set(list(feeds)[2:])
    pages = {page.url: page for page in site.pages}
    assert pages["don-vi/trung-tam-phuc-vu.html"].feeds[0][0] == "don-vi/trung-tam-phuc-vu.atom"
    assert pages["ke-hoach/index.html"].feeds == ()
    assert chrome(only, site.pages)["feeds"] == [{"url": "tin-moi.atom", "title": feeds["tin-moi.atom"].title}]


def test_the_feed_of_notices_is_there_while_there_are_none(tmp_path: Path) -> None:
    (only,) = gather(Request(written(tmp_path / "content"), tmp_path / "output", FIRST - timedelta(1))).snapshots
    feeds = {feed.path: feed for feed in decided(only).feeds}
    assert feeds["thu-xin-loi/thong-bao.atom"].items == ()


def test_what_is_still_to_come_is_in_no_feed(tmp_path: Path) -> None:
    (only,) = gather(Request(written(tmp_path / "content"), tmp_path / "output", FIRST)).snapshots
    assert [i for feed in decided(only).feeds for i in feed.items if i.day > FIRST] == []

"""What search and the index know: all that answers a question, and nothing about a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from builds import DAY, change, lay
from plain import plain
from posted_notice import FIRST, PAGE, TRACES, written

from site_gen.joined.index_pages import INDEX, PER_PAGE, index_pages, search_doors, search_events
from site_gen.joined.search_entries import from_portal, search_entries
from site_gen.joined.site import pages_of
from site_gen.pages.contributions import SearchEntry
from site_gen.pages.page import Page
from site_gen.pages.parts import numbered
from site_gen.pipeline.gather import gather
from site_gen.pipeline.request import Request
from site_gen.rules.snapshot import Snapshot

LISTING = """title: Danh mục mẫu
unit: ubnd-xa-binh-an
source: nguồn mẫu
taken_on: 01/11/2026
rows:
  - {code: "1.000111", name: Cấp giấy một, procedure_field: Hộ tịch}
  - {code: "1.000112", name: Cấp giấy hai, procedure_field: Hộ tịch}
"""


def snapshot(content: Path, day: date = DAY) -> Snapshot:
    (only,) = gather(Request(content, content.parent / "output", day)).snapshots
    return only


def found(site: Snapshot) -> dict[str, SearchEntry]:
    return {f.url: f for f in search_entries(site, pages_of(site))}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return snapshot(lay(tmp_path_factory.mktemp("site") / "content"))


def test_every_page_that_may_be_listed_is_found_unless_it_only_sorts_others(small: Snapshot) -> None:
    pages = pages_of(small)
    known = set(found(small))
    assert {p.url for p in pages if p.index and p.find is None} <= known
    assert {p.url for p in pages if p.find is False} & known == set()
    assert "404.html" not in known


def test_a_row_of_a_list_is_found_at_its_place_by_its_code(tmp_path: Path) -> None:
    content = lay(tmp_path / "content")
    (content / "procedure-lists").mkdir()
    (content / "procedure-lists" / "mau.yml").write_text(LISTING, encoding="utf-8")

    row = found(snapshot(content))["thu-tuc/linh-vuc/ho-tich.html#1.000112"]

    assert (row.title, row.codes, row.place, row.group) == ("Cấp giấy hai", ("1.000112",), "Hộ tịch", "Thủ tục")


def test_a_thing_is_found_by_its_other_names(tmp_path: Path) -> None:
    content = lay(tmp_path / "content")
    unit = content / "units" / "van-phong.yml"
    change(unit, "  - Văn phòng\n", "  - Văn phòng\n  - Phòng số 9\n")

    assert "Phòng số 9" in found(snapshot(content))["don-vi/van-phong.html"].also


def test_a_posted_notice_is_not_found_but_the_list_of_them_is(tmp_path: Path) -> None:
    site = snapshot(written(tmp_path / "content"), FIRST + timedelta(5))
    known = found(site)

    assert PAGE in {p.url for p in pages_of(site)}
    assert PAGE not in known
    assert "thu-xin-loi/index.html" in known
    everything = repr(sorted(known.values(), key=lambda f: f.url))
    assert [trace for trace in TRACES if trace in everything] == []


def test_a_draft_is_not_found(tmp_path: Path) -> None:
    content = lay(tmp_path / "content")
    page = content / "pages" / "gioi-thieu.md"
    change(page, "---\n", "---\ndraft: có\n")

    assert "gioi-thieu.html" not in found(snapshot(content))


def test_the_index_lists_everything_that_is_found_once(small: Snapshot) -> None:
    known = search_entries(small, pages_of(small))
    pages = list(index_pages(small, known))

    lines = [row["url"] for page in pages if page.url != INDEX for row in plain(page.context)["rows"]]
    assert sorted(lines) == sorted(f.url for f in known)
    assert plain(pages[0].context)["count"] == len(known)
    assert all(page.find is False for page in pages)


def test_a_long_letter_is_cut_into_pages(small: Snapshot) -> None:
    many = [SearchEntry(f"x/{n}.html", f"Đơn {n:03}", "Tin", 0) for n in range(PER_PAGE + 1)]
    pages = {page.url: page for page in index_pages(small, many)}

    assert list(pages) == [INDEX, "muc-luc/dd.html", "muc-luc/dd-2.html"]
    assert [len(plain(pages[url].context)["rows"]) for url in ("muc-luc/dd.html", "muc-luc/dd-2.html")] == [PER_PAGE, 1]
    assert pages["muc-luc/dd-2.html"].title == "Mục lục: Đ (2/2)"


def test_what_leads_on_without_a_script_is_there(small: Snapshot) -> None:
    pages = pages_of(small)

    doors = search_doors(small, pages)

    assert doors[0] == ("Mục lục A–Z", INDEX)
    assert {url for _, url in doors} <= {page.url for page in pages}


def test_a_portal_finds_what_its_sites_hold_and_says_whose_it_is(small: Snapshot) -> None:
    item = SearchEntry("tin/a.html", "Tin", "Tin", 0, "Năm 2026", text="nhiều chữ")
    small.catalog.folder = "binh-an"

    (seen,) = from_portal(small, [item])

    small.catalog.folder = ""
    assert seen.url == "binh-an/tin/a.html"
    assert seen.place.endswith("· Năm 2026")
    assert seen.text == ""


def test_each_event_of_life_stands_once_on_the_search_page() -> None:
    event, fields = (
        Page("thu-tuc/su-kien/birth.html", "x.html", "Sinh con", {}),
        Page("thu-tuc/index.html", "x.html", "Thủ tục", {}),
    )
    more = replace(event, url="thu-tuc/su-kien/birth-2.html", title="Sinh con (2/2)")
    whole = replace(event, url="thu-tuc/su-kien/death.html", title="Người thân qua đời")
    pages = [*numbered([event, more], 150), *numbered([whole], 3), fields]
    assert [title for title, _ in search_events(pages)] == ["Sinh con", "Người thân qua đời"]

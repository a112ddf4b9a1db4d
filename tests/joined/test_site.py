from datetime import date
from pathlib import Path

import pytest
from builds import DAY, SMALL, change, lay
from plain import plain

from site_gen.joined.home import Home
from site_gen.joined.site import MENU, agenda_of, chrome, pages_of
from site_gen.pipeline.gather import gather
from site_gen.pipeline.request import Request
from site_gen.rules.snapshot import Snapshot


def snapshot(content: Path, day: date = DAY) -> Snapshot:
    (only,) = gather(Request(content, content.parent / "output", day)).snapshots
    return only


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return snapshot(lay(tmp_path_factory.mktemp("site") / "content"))


def test_every_site_has_a_home_a_statement_and_a_page_for_lost_visitors(small: Snapshot) -> None:
    pages = {page.url: page for page in pages_of(small)}
    assert list(pages) == sorted(pages)
    assert pages["index.html"].subject == ("site", "home")
    assert pages["kha-nang-tiep-can.html"].title == "Khả năng tiếp cận"
    assert not pages["404.html"].index


def test_the_home_page_shows_the_panels_of_the_kinds(small: Snapshot) -> None:
    (home,) = (page for page in pages_of(small) if page.url == "index.html")
    assert home.templates == ("plan/home_panel.html", "scorecard/home_panel.html", "ledger_panel.html")
    assert home.updated == date(2026, 9, 30)


def test_the_menu_leads_only_to_pages_that_are_there(tmp_path: Path) -> None:
    content = lay(tmp_path / "content")
    (content / "scorecards" / "chi-so-2025.yml").unlink()
    site = snapshot(content)
    pages = pages_of(site)
    menu = chrome(site, pages)["menu"]
    assert {item["url"] for item in menu} <= {page.url for page in pages}
    assert [item["key"] for item in menu] == [key for key, *_ in MENU if key in {item["key"] for item in menu}]


def test_the_frame_says_from_what_the_site_was_built_and_home_says_when(small: Snapshot) -> None:
    pages = pages_of(small)
    frame = chrome(small, pages)
    home = next(page.context for page in pages if page.url == "index.html")
    assert isinstance(home, Home)
    assert (home.built, frame["newest"], frame["index"]) == (DAY, "30/09/2026", False)
    assert frame["illustration"] == {"source": "một xã không có thật, để thử chương trình", "note": ""}


def test_a_real_authority_may_be_listed_by_search_engines(tmp_path: Path) -> None:
    content = lay(tmp_path / "content")
    change(content / "site.yml", "illustration:\n  source: một xã không có thật, để thử chương trình\n", "")
    site = snapshot(content)
    frame = chrome(site, pages_of(site))
    assert (frame["illustration"], frame["index"]) == ({}, True)


def test_what_is_due_is_listed_before_what_is_late_and_each_by_its_day(small: Snapshot) -> None:
    lines = agenda_of(small)
    assert [(line.state, line.when, line.place) for line in lines if line.place.startswith("cchc")] == [
        ("due", date(2026, 12, 31), "cchc-2026#nv-2/2"),
        ("due", date(2026, 12, 31), "cchc-2026#to-chuc-1"),
        ("late", date(2026, 9, 30), "cchc-2026#nv-2/1"),
    ]
    assert list(lines) == sorted(lines, key=lambda line: (line.state, line.when or date.max, line.place))
    assert "due" in {line.state for line in lines if line.place == "d23"}


def test_pages_depend_on_the_day_and_on_nothing_else_around(tmp_path: Path) -> None:
    first, again = (pages_of(snapshot(SMALL)) for _ in range(2))
    assert first == again
    assert pages_of(snapshot(SMALL, date(2027, 6, 1))) != first


def panel(content: Path, since: str) -> dict[str, object]:
    change(content / "site.yml", "place:", f"{since}place:")
    (home,) = (page for page in pages_of(snapshot(content)) if page.url == "index.html")
    found: dict[str, object] = plain(home.panels[-1].context)
    return found


@pytest.mark.parametrize("since", ["", "publishes_since: 01/12/2026\n", "publishes_since: 02/11/2026\n"])
def test_a_site_that_is_being_filled_is_not_graded_on_its_home_page(tmp_path: Path, since: str) -> None:
    told = panel(lay(tmp_path / "content"), since)
    assert told["summary"] == "Trang đang được bổ sung thông tin; chưa tính mức độ đầy đủ."
    assert (told["missing"], told["missing_count"]) == ([], 0)


def test_a_site_that_says_it_is_complete_is_graded(tmp_path: Path) -> None:
    told = panel(lay(tmp_path / "content"), "publishes_since: 01/11/2026\n")
    assert "xếp loại" in str(told["summary"])


def test_a_section_without_content_waits_in_the_footer(tmp_path: Path) -> None:
    content = lay(tmp_path / "content")
    site = snapshot(content)
    frame = chrome(site, pages_of(site))
    assert [item["key"] for item in frame["menu"]] == ["ke-hoach", "cong-khai", "don-vi", "lien-he"]
    assert [item["url"] for item in frame["extra"]][:2] == ["thu-tuc/index.html", "tin/index.html"]


def test_what_is_incomplete_is_listed_with_its_file_and_the_keys_that_are_lacking(tmp_path: Path) -> None:
    content = lay(tmp_path / "content")
    unit = content / "units" / "ubnd-xa-binh-an.yml"
    unit.write_text(unit.read_text(encoding="utf-8") + "nature: Đồi thấp, ba suối.\n", encoding="utf-8")
    told = [
        found.what for found in agenda_of(snapshot(content)) if found.state == "missing" and unit.name in found.what
    ]
    assert len(told) == 1
    assert told[0].endswith(
        "content/units/ubnd-xa-binh-an.yml thiếu `org_chart` (Tổ chức bộ máy), `map` (Bản đồ địa giới), "
        "`history` (Lịch sử, di tích)"
    )

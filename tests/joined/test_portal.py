from datetime import date

import pytest
from builds import DAY, change, lay
from plain import plain

from site_gen.base.values import Context
from site_gen.joined.portal import portal_chrome, portal_pages
from site_gen.joined.site import pages_of
from site_gen.pipeline.decide import decide
from site_gen.pipeline.gather import Gathered, gather
from site_gen.pipeline.request import Request

FLEET = "title: Hai xã\nsummary: Để thử\nsites: [yen-hoa, binh-an]\nbase_url: https://example.vn/\n"


@pytest.fixture(scope="module")
def request_(tmp_path_factory: pytest.TempPathFactory) -> Request:
    home = tmp_path_factory.mktemp("portal")
    for name in ("binh-an", "yen-hoa"):
        lay(home / "content" / name)
    change(home / "content" / "yen-hoa" / "site.yml", "short_name: UBND xã Bình An", "short_name: UBND xã Yên Hòa")
    (home / "content" / "fleet.yml").write_text(FLEET, encoding="utf-8")
    return Request(home / "content", home / "output", DAY)


@pytest.fixture(scope="module")
def gathered(request_: Request) -> Gathered:
    return gather(request_)


def portal(gathered: Gathered) -> dict[str, Context]:
    assert gathered.fleet is not None
    pages = portal_pages(gathered.fleet, [(e, pages_of(e)) for e in gathered.snapshots], DAY)
    return {page.url: plain(page.context) for page in pages}


def test_the_portal_lists_its_sites_in_the_order_of_the_file(gathered: Gathered) -> None:
    home = portal(gathered)["index.html"]
    assert [site["short_name"] for site in home["sites"]] == ["UBND xã Yên Hòa", "UBND xã Bình An"]
    assert [site["url"] for site in home["sites"]] == ["yen-hoa/index.html", "binh-an/index.html"]


def test_each_site_shows_its_plans_and_scorecards_with_their_addresses(gathered: Gathered) -> None:
    first = portal(gathered)["index.html"]["sites"][0]
    assert [plan["url"] for plan in first["plans"]] == ["yen-hoa/ke-hoach/cchc-2026.html"]
    assert [card["url"] for card in first["scorecards"]] == ["yen-hoa/chi-so/chi-so-2025.html"]


def test_the_portal_has_a_statement_and_a_page_for_lost_visitors(gathered: Gathered) -> None:
    assert set(portal(gathered)) == {"index.html", "404.html", "kha-nang-tiep-can.html"}
    assert portal(gathered)["404.html"]["links"] == [{"text": "Hai xã", "url": "index.html"}]


def test_the_frame_of_the_portal_gives_a_template_all_that_the_frame_of_a_site_gives(
    gathered: Gathered, request_: Request
) -> None:
    jobs, _ = decide(gathered, request_)
    frames = {job.path: set(job.frame.values) for job in jobs}
    assert frames["index.html"] == frames["yen-hoa/index.html"]


def test_every_site_leads_back_to_the_portal_and_the_portal_nowhere_above(
    gathered: Gathered, request_: Request
) -> None:
    jobs, _ = decide(gathered, request_)
    portals = {job.path: job.frame.values["portal"] for job in jobs}
    assert portals["yen-hoa/index.html"] == {"label": "Hai xã", "url": "../index.html"}
    assert portals["index.html"] == ""


def test_home_names_the_day_of_building_and_every_page_that_of_the_newest_content(gathered: Gathered) -> None:
    assert gathered.fleet is not None
    assert portal_chrome(gathered.fleet, date(2026, 9, 30))["newest"] == "30/09/2026"
    assert portal(gathered)["index.html"]["built"] == DAY.isoformat()

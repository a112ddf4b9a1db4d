"""Procedures as citizens look for them: two tiers as one, each with an address that is there, until the day it ends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from site_folders import BASE_SITE, lay_out, read_site

from site_gen.joined.lives import changes_of_kind
from site_gen.kinds.procedure import KIND
from site_gen.kinds.procedure.guide import Guide
from site_gen.kinds.procedure.items import PART, by_code, everyday, items, letter, letter_slug
from site_gen.kinds.procedure.pages import PER_PAGE
from site_gen.model.catalog import Catalog
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Snapshot

AS_OF = date(2023, 4, 15)
Site = Callable[..., Catalog]


def row(code: str, name: str = "", more: str = "") -> str:
    return f'  - code: "{code}"\n    name: {name or f"Cấp giấy {code}"}\n    procedure_field: Đất đai\n{more}'


def full_list(*rows: str) -> str:
    head = "title: Danh mục cấp xã\nunit: ubnd-xa\nsource: quyết định công bố\ntaken_on: 01/3/2023\nrows:\n"
    return head + "".join(rows)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """The shared site with the given files over it."""

    def made(**files: str) -> Catalog:
        root = lay_out(tmp_path / "site", (BASE_SITE,))
        for name, text in files.items():
            path = root / {"list": "procedure-lists/cap-xa.yml", "guide": "procedures/1.000656.yml"}[name]
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        loaded = read_site(root)
        assert loaded.found == ()
        assert loaded.catalog is not None
        return loaded.catalog

    return made


def pages(catalog: Catalog, as_of: date = AS_OF) -> dict[str, Page]:
    return {page.url: page for page in KIND.pages(Snapshot(catalog, as_of))}


def codes(page: Page, key: str = "rows") -> list[str]:
    return [row.code for row in getattr(page.context, key)]


def test_every_listed_procedure_leads_to_a_page_that_shows_it(site: Site) -> None:
    many = [f"1.{n:06}" for n in range(100, 100 + 2 * PART + 3)]
    catalog = site(list=full_list(*(row(code) for code in many)))
    shown = pages(catalog)
    for code in many:
        name = catalog.named("procedure", code)
        assert name is not None
        url, _, anchor = name.url.partition("#")
        assert anchor == code
        assert code in codes(shown[url])
    assert {u for u in shown if "linh-vuc/dat-dai" in u} == {
        "thu-tuc/linh-vuc/dat-dai.html",
        "thu-tuc/linh-vuc/dat-dai-2.html",
        "thu-tuc/linh-vuc/dat-dai-3.html",
    }


def test_no_page_of_a_unit_holds_more_than_fits(site: Site) -> None:
    catalog = site(list=full_list(*(row(f"1.{n:06}") for n in range(100, 200))))
    mine = [p for u, p in pages(catalog).items() if u.startswith("thu-tuc/don-vi/ubnd-xa")]
    assert sum(len(codes(p)) for p in mine) == 101  # with the one guide of the shared site
    assert max(len(codes(p)) for p in mine) <= PER_PAGE
    assert [(p.part.number, p.part.all) for p in mine] == [(1, 101), (2, 101), (3, 101)]


def test_what_ended_stays_where_old_papers_lead(site: Site) -> None:
    catalog = site(list=full_list(row("1.000100", more="    state: đã bãi bỏ\n    ended_on: 01/3/2023\n")))
    shown = pages(catalog)
    assert codes(shown["thu-tuc/linh-vuc/dat-dai.html"]) == []
    assert codes(shown["thu-tuc/linh-vuc/dat-dai.html"], "ended") == ["1.000100"]
    assert "1.000100" not in codes(shown["thu-tuc/don-vi/ubnd-xa.html"])


def test_a_procedure_applies_until_the_day_on_which_it_ends(site: Site) -> None:
    catalog = site(list=full_list(row("1.000100", more="    state: đã bãi bỏ\n    ended_on: 16/4/2023\n")))
    assert by_code(catalog, AS_OF)["1.000100"].applies
    assert not by_code(catalog, date(2023, 4, 16))["1.000100"].applies
    assert [t.day for t in changes_of_kind(Snapshot(catalog, AS_OF), KIND)] == [date(2023, 4, 16)]
    assert list(changes_of_kind(Snapshot(catalog, date(2023, 4, 16)), KIND)) == []
    (shown,) = pages(catalog)["thu-tuc/linh-vuc/dat-dai.html"].context.rows
    assert shown.state.family == "soon"


def test_a_guide_comes_before_its_row(site: Site) -> None:
    guide = (BASE_SITE / "procedures/1.004873.yml").read_text(encoding="utf-8").replace("1.004873", "1.000656")
    catalog = site(list=full_list(row("1.000656", "Thủ tục đăng ký khai tử")), guide=guide)
    name = catalog.named("procedure", "1.000656")
    assert name is not None
    assert name.url == "thu-tuc/1.000656.html"
    assert catalog.named("procedure", "Thủ tục đăng ký khai tử") is not None
    assert [i.code for i in items(catalog, AS_OF)].count("1.000656") == 1


def test_the_portal_address_of_a_row_is_made_of_its_code(site: Site) -> None:
    text = full_list(row("1.000100")).replace("rows:", "portal_url: https://dichvucong.example/tim?ma={code}\nrows:")
    (shown,) = pages(site(list=text))["thu-tuc/linh-vuc/dat-dai.html"].context.rows
    assert shown.portal_url == "https://dichvucong.example/tim?ma=1.000100"


@pytest.mark.parametrize(
    ("name", "mark", "address"),
    [
        ("Thủ tục đăng ký khai sinh", "K", "k"),
        ("Đăng ký lại khai tử", "K", "k"),
        ("Đăng ký", "Đ", "dd"),
        ("Đính chính Giấy chứng nhận", "Đ", "dd"),
        ("Dừng trợ cấp", "D", "d"),
        ("THỦ TỤC ấp trứng", "A", "a"),
        ("2 loại giấy", "0–9", "so"),
    ],
)
def test_a_name_stands_under_its_first_letter_that_tells_something(name: str, mark: str, address: str) -> None:
    assert letter(name) == mark
    assert letter_slug(mark) == address


def test_a_legal_name_without_what_every_other_one_says_is_the_everyday_one() -> None:
    assert everyday("Thủ tục đăng ký kết hôn") == "Đăng ký kết hôn"
    assert everyday("Thủ tục công nhận hòa giải viên (cấp xã)") == "Công nhận hòa giải viên"
    assert everyday("Chứng thực chữ ký") == "Chứng thực chữ ký"


def test_the_name_that_is_given_is_the_title_and_the_legal_one_stands_below(site: Site) -> None:
    guide = 'code: "1.000656"\nname: Thủ tục đăng ký khai tử\neveryday_name: Khai tử\nprocedure_field: Hộ tịch\n'
    page = pages(site(guide=guide))["thu-tuc/1.000656.html"]
    assert (page.title, page.formal) == ("Khai tử", "Thủ tục đăng ký khai tử")


def test_what_only_sends_the_reader_to_the_counter_is_asked_there_once(site: Site) -> None:
    guide = 'code: "1.000656"\nname: Khai tử\nprocedure_field: Hộ tịch\ntime_limit: {verbatim: chưa đối chiếu được; hỏi Bộ phận Một cửa}\nexempting: unchecked\n'
    context = pages(site(guide=guide))["thu-tuc/1.000656.html"].context
    assert isinstance(context, Guide)
    assert context.glance_time is None
    assert context.unknown == ("bao lâu", "bao nhiêu tiền", "nộp ở đâu, giờ nào", "ai được miễn, giảm")


def test_without_any_procedure_the_section_still_has_its_front_page(tmp_path: Path) -> None:
    root = lay_out(tmp_path / "site", (BASE_SITE,))
    (root / "procedures/1.004873.yml").unlink()
    catalog = read_site(root).catalog
    assert catalog is not None
    assert list(pages(catalog)) == ["thu-tuc/index.html"]

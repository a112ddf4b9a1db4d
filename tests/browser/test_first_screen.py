"""What the first screen of a phone holds, 360 by 740 points, on every example site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from kinds_of_pages import KINDS_OF_PAGES
from looking import PHONE, WIDE, assert_room_is_left, opened
from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser
FOLD = PHONE["height"]
SITES = ("cam-giang", "huong-thuy", "hoang-giang", "phu-thuong", "tuy-phuoc")


@pytest.fixture
def phone(browser: Browser) -> Iterator[Browser]:
    others = browser.contexts
    yield browser
    for context in browser.contexts:
        if context not in others:
            context.close()


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """A phone in which one page is opened after the other."""
    context = browser.new_context(viewport=PHONE)
    yield context.new_page()
    context.close()


def seen(browser: Browser, file: Path, **context: object) -> Page:
    return opened(browser, file.as_uri(), **{"viewport": PHONE, **context})


def box(found: Locator) -> dict[str, float]:
    place = found.bounding_box()
    assert place, found
    return dict(place)


def ends(found: Locator) -> float:
    place = box(found)
    return place["y"] + place["height"]


@pytest.mark.parametrize("site", SITES)
def test_the_header_and_the_notice_of_every_site_leave_the_screen_to_the_page(
    tab: Page, built: Path, site: str
) -> None:
    tab.goto((built / site / "index.html").as_uri())

    assert_room_is_left(tab)


def test_the_menu_opens_without_a_script_and_by_the_keyboard(phone: Browser, built: Path) -> None:
    page = seen(phone, built / KINDS_OF_PAGES["procedure"], java_script_enabled=False)
    entry = page.get_by_role("navigation", name="Mục chính").get_by_role("link", name="Thủ tục")

    assert not page.locator(".menu").is_visible()
    page.locator(".menu-button summary").focus()
    page.keyboard.press("Enter")
    assert entry.is_visible()
    assert box(entry)["height"] >= 44


def test_on_a_wide_screen_the_entries_are_in_sight(phone: Browser, built: Path) -> None:
    page = seen(phone, built / KINDS_OF_PAGES["procedure"], viewport=WIDE)

    assert page.locator(".menu").is_visible()
    assert not page.locator(".menu-button").is_visible()


@pytest.mark.parametrize("site", SITES)
def test_home_begins_with_search_and_the_doors_then_the_counter_and_what_is_late(
    phone: Browser, built: Path, site: str
) -> None:
    page = seen(phone, built / site / "index.html")
    in_order = [
        page.locator("main .find-form"),
        *page.locator(".doors li").all(),
        page.locator("#mot-cua"),
        page.locator("#dang-tre"),
        page.locator("main .prose").first,
    ]
    tops = [box(found)["y"] for found in in_order]

    assert tops == sorted(tops)
    assert box(page.locator(".doors li").first)["y"] < FOLD / 2
    assert ends(page.locator(".doors li").last) < FOLD


def test_the_counter_can_be_called_from_home(phone: Browser, built: Path) -> None:
    page = seen(phone, built / "cam-giang" / "index.html")

    assert page.locator("#mot-cua ~ p a").first.get_attribute("href") == "tel:+842080000000"


class Guide(NamedTuple):
    """What the first screen of a guide holds."""

    bottom: float
    """Where the answer ends."""
    unknown: int
    """How often it is told what is not known."""
    numbers: int
    """Numbers to ask at, told there."""
    unchecked: int
    """Words of doubt within the answer."""


MEASURED = """() => {
  const all = chosen => [...document.querySelectorAll(chosen)], glance = all('main .glance');
  return [
    Math.max(...glance.map(e => e.getBoundingClientRect().bottom)), all('#chua-ro').length,
    all("#chua-ro a[href^='tel:']").length,
    glance.filter(e => e.textContent.toLowerCase().includes('chưa đối chiếu')).length,
  ];
}"""


@pytest.fixture(scope="module")
def guides(tab: Page, built: Path) -> dict[str, Guide]:
    """Every guide of the richest site, opened once."""
    found = {}
    for file in sorted((built / "cam-giang" / "thu-tuc").glob("*.html")):
        if file.stem[0].isdigit():
            tab.goto(file.as_uri())
            found[file.name] = Guide(*tab.evaluate(MEASURED))
    assert len(found) > 50
    return found


def test_every_guide_answers_in_the_first_screen(guides: dict[str, Guide]) -> None:
    assert {name: guide.bottom for name, guide in guides.items() if not 0 < guide.bottom <= FOLD} == {}


def test_what_a_guide_does_not_know_is_told_once_with_the_number_to_ask(guides: dict[str, Guide]) -> None:
    assert {name: guide for name, guide in guides.items() if guide[1:] != (1, 1, 0)} == {}


@pytest.mark.parametrize("url", ["cam-giang/don-vi/tu-phap-ho-tich.html", "tuy-phuoc/don-vi/phong-tu-phap.html"])
def test_a_unit_begins_with_number_hours_and_what_it_is_late_with(phone: Browser, built: Path, url: str) -> None:
    page = seen(phone, built / url)
    names = page.locator("main .glance dt").all_inner_texts()

    assert [names[0], names[-1]] == ["Điện thoại", "Quá hạn"]
    assert ends(page.locator("main .glance")) < FOLD


def test_the_state_of_disclosure_begins_with_what_is_missing_and_folds_the_rest(phone: Browser, built: Path) -> None:
    page = seen(phone, built / KINDS_OF_PAGES["ledger of duties"])
    shown = page.locator("main tbody tr:visible .st").all_inner_texts()

    assert set(shown) == {"còn thiếu", "chưa đầy đủ", "công khai muộn"} & set(shown)
    assert page.locator("main details:not([open]) tbody tr").count() > len(shown)

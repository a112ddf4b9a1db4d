"""What single kinds of pages promise in a browser, and that no kind was left out of the tests over all of them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from kinds_of_pages import KINDS_OF_PAGES
from looking import TESTED, WIDE, axe, opened
from playwright.sync_api import Browser, expect

from site_gen.pipeline.decide import decide
from site_gen.pipeline.gather import gather
from site_gen.pipeline.request import Request

pytestmark = pytest.mark.browser
TESTS = Path(__file__).parents[1]
CONTENT = TESTS.parent / "content"


@pytest.fixture
def reader(browser: Browser) -> Iterator[Browser]:
    yield browser
    for context in browser.contexts:
        context.close()


def test_every_template_of_a_page_is_among_the_kinds(tmp_path: Path) -> None:
    request = Request(CONTENT, tmp_path, date(2026, 11, 21))
    jobs, _ = decide(gather(request), request)
    template = {job.path: job.page.template for job in jobs}
    looked_at = {template[url.partition("?")[0]] for url in KINDS_OF_PAGES.values()}

    assert sorted(set(template.values()) - looked_at) == []


def test_the_statement_tells_of_what_a_test_proves_and_of_nothing_else() -> None:
    proved = set()
    for path in sorted([*TESTS.glob("browser/test_*.py"), *TESTS.glob("site/test_*.py")]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "proves":
                proved |= {a.value for a in node.args if isinstance(a, ast.Constant)}

    assert proved == {check.value for check in TESTED.checks}


def test_the_statement_names_the_tool_by_its_version() -> None:
    assert axe().startswith(f"/*! axe v{TESTED.tool_version}\n")


def test_pages_move_only_for_who_did_not_ask_for_less_motion(built: Path) -> None:
    sheet = next((built / "assets").glob("site.*.css")).read_text(encoding="utf-8")
    allowed = re.search(r"@media \(prefers-reduced-motion: ?no-preference\) ?\{.*?\}\s*\}", sheet)

    assert allowed
    assert "@view-transition" in allowed[0]
    assert (
        re.findall(r"@view-transition|@keyframes|animation|transition: (?!none)|smooth", sheet.replace(allowed[0], ""))
        == []
    )


@pytest.mark.proves("alone")
@pytest.mark.parametrize("url", ["tim-kiem.html", "thu-xin-loi/index.html", "thu-xin-loi/2026-009.html", "index.html"])
def test_a_page_that_carries_a_script_is_whole_without_it(reader: Browser, built: Path, url: str) -> None:
    page = reader.new_context(java_script_enabled=False).new_page()
    page.goto((built / "cam-giang" / url).as_uri())

    expect(page.locator("main h1")).to_have_count(1)  # the search page leads on to the index
    expect(page.locator("main a:visible").nth(2)).to_be_visible()


def test_the_first_tab_stop_leads_past_the_menu(reader: Browser, built: Path) -> None:
    page = opened(reader, (built / KINDS_OF_PAGES["plan with progress"]).as_uri())
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "noi-dung"


def test_the_heading_of_a_page_is_seen_at_once_on_a_phone(reader: Browser, built: Path) -> None:
    page = opened(reader, (built / KINDS_OF_PAGES["procedure"]).as_uri(), viewport={"width": 360, "height": 740})
    banner = page.locator(".notice").bounding_box()
    heading = page.locator("h1").bounding_box()

    assert banner
    assert heading
    assert heading["y"] - banner["height"] < 400


def test_a_task_on_a_phone_is_a_card_that_names_its_cells(reader: Browser, built: Path) -> None:
    page = opened(reader, (built / KINDS_OF_PAGES["appendix"]).as_uri(), viewport={"width": 360, "height": 800})
    card = page.locator("table.tasks tbody.task").first

    assert card.evaluate("e => getComputedStyle(e).display") == "block"
    assert card.locator("td[data-l]").first.evaluate("e => getComputedStyle(e, '::before').content") != "none"


def test_shared_cells_are_shared_on_a_wide_screen(reader: Browser, built: Path) -> None:
    address = built / "cam-giang" / "ke-hoach" / "cchc-2023" / "phu-luc.html"
    page = opened(reader, address.as_uri(), viewport=WIDE)
    first, second = page.locator("#tt-6"), page.locator("#tt-7")

    assert first.locator("th[rowspan='2']").count() == 1
    assert second.locator("th").count() == 0

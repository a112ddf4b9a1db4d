"""Every kind of page in a real browser: readable by everybody, whole without script, asking nobody else for anything."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

KINDS_OF_PAGES = {
    "portal": "index.html",
    "home": "cam-giang/index.html",
    "plans": "cam-giang/ke-hoach/index.html",
    "plan with progress": "cam-giang/ke-hoach/cchc-2023.html",
    "plan in groups and parts": "tuy-phuoc/ke-hoach/khac-phuc-2024.html",
    "plan with money": "huong-thuy/ke-hoach/cchc-2023.html",
    "appendix": "huong-thuy/ke-hoach/cchc-2023/phu-luc.html",
    "documents of a plan": "cam-giang/ke-hoach/cchc-2023/van-ban.html",
    "task": "cam-giang/ke-hoach/cchc-2023/nhiem-vu/2.6.html",
    "filter": "cam-giang/ke-hoach/cchc-2023/quy/4.html",
    "units": "cam-giang/don-vi/index.html",
    "unit": "cam-giang/don-vi/van-phong-ubnd-xa.html",
    "unit that ended": "hoang-giang/don-vi/ubnd-xa-hoang-giang.html",
    "scorecards": "phu-thuong/chi-so/index.html",
    "scorecard": "phu-thuong/chi-so/chi-so-2021.html",
    "procedures": "cam-giang/thu-tuc/index.html",
    "procedure": "cam-giang/thu-tuc/1.001193.html",
    "procedures of a field": "cam-giang/thu-tuc/linh-vuc/ho-tich.html",
    "procedures by letter": "cam-giang/thu-tuc/a-z.html",
    "changes of procedures": "cam-giang/thu-tuc/thay-doi.html",
    "disclosure": "cam-giang/cong-khai/index.html",
    "ledger of duties": "cam-giang/cong-khai/tinh-trang.html",
    "ledger of an authority that ended": "hoang-giang/cong-khai/tinh-trang.html",
    "register of disclosures": "cam-giang/cong-khai/danh-muc.html",
    "frozen register": "cam-giang/cong-khai/danh-muc/2026-q3.html",
    "apologies": "cam-giang/thu-xin-loi/index.html",
    "apology": "cam-giang/thu-xin-loi/2026-009.html",
    "apology that ended": "cam-giang/thu-xin-loi/2026-001.html",
    "register of apologies": "cam-giang/thu-xin-loi/so-cong-khai.html",
    "statistics": "cam-giang/thong-ke/index.html",
    "statistics of a month": "cam-giang/thong-ke/2026-10.html",
    "indicators": "cam-giang/chi-tieu/index.html",
    "surveys": "cam-giang/khao-sat/index.html",
    "feedback": "cam-giang/phan-anh/index.html",
    "dialogues": "cam-giang/doi-thoai/index.html",
    "consultations": "cam-giang/lay-y-kien/index.html",
    "documents": "cam-giang/van-ban/index.html",
    "expired documents": "cam-giang/van-ban/het-hieu-luc.html",
    "budgets": "cam-giang/ngan-sach/index.html",
    "reports": "cam-giang/bao-cao/index.html",
    "news": "cam-giang/tin/index.html",
    "news by unit": "cam-giang/tin/theo-don-vi.html",
    "empty section": "tuy-phuoc/thu-xin-loi/index.html",
    "contact": "phu-thuong/lien-he.html",
    "open data": "cam-giang/du-lieu/index.html",
    "columns of a table": "cam-giang/du-lieu/nhiem-vu.html",
    "contact with staff and duty": "cam-giang/lien-he.html",
    "free page": "cam-giang/gioi-thieu.html",
    "search": "cam-giang/tim-kiem.html",
    "index from A to Z": "cam-giang/muc-luc/index.html",
    "index of a letter": "cam-giang/muc-luc/dd.html",
    "accessibility": "cam-giang/kha-nang-tiep-can.html",
    "not found": "cam-giang/404.html",
}
PAGES = pytest.mark.parametrize("url", KINDS_OF_PAGES.values(), ids=KINDS_OF_PAGES.keys())


@lru_cache(maxsize=1)
def axe() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2.0 to 2.2, A and AA. Injected past the page's own policy."""
    page.evaluate(axe())
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    result: dict[str, Any] = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})", tags
    )
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]} ({len(v['nodes'])})" for v in result["violations"]]


def opened(browser: Browser, address: str, **context: Any) -> Page:
    page = browser.new_context(bypass_csp=True, **context).new_page()
    page.goto(address)
    return page


@pytest.fixture
def reader(browser: Browser) -> Iterator[Browser]:
    yield browser
    for context in browser.contexts:
        context.close()


@PAGES
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_has_no_accessibility_violation(reader: Browser, built: Path, url: str, scheme: Any) -> None:
    page = opened(reader, (built / url).as_uri(), color_scheme=scheme, viewport={"width": 1280, "height": 900})

    assert violations(page) == []


@PAGES
def test_a_page_on_a_phone_has_no_accessibility_violation_and_no_sideways_scroll(
    reader: Browser, built: Path, url: str
) -> None:
    page = opened(reader, (built / url).as_uri(), viewport={"width": 320, "height": 640})

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page) == []


@PAGES
def test_a_page_is_whole_without_script_and_asks_no_other_server(reader: Browser, built: Path, url: str) -> None:
    asked: list[str] = []
    context = reader.new_context(java_script_enabled=False)
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    refused: list[str] = []
    page.on("requestfailed", lambda request: refused.append(request.url))
    page.goto((built / url).as_uri())

    assert page.locator("main h1").count() == 1
    assert [a for a in asked if not a.startswith("file:")] == []
    assert refused == []
    assert len(asked) <= 6


@PAGES
def test_a_page_keeps_its_own_security_policy(reader: Browser, built: Path, url: str) -> None:
    complaints: list[str] = []
    page = reader.new_context().new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.goto((built / url).as_uri())

    assert complaints == []
    assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px"  # the style sheet was let in


def test_the_first_tab_stop_leads_past_the_menu(reader: Browser, built: Path) -> None:
    page = opened(reader, (built / KINDS_OF_PAGES["plan with progress"]).as_uri())
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "noi-dung"


def test_every_tab_stop_can_be_seen(reader: Browser, built: Path) -> None:
    page = opened(reader, (built / KINDS_OF_PAGES["home"]).as_uri(), viewport={"width": 1280, "height": 900})
    seen = []
    for _ in range(12):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)"))

    assert min(seen) >= 2


def test_a_task_on_a_phone_is_a_card_that_names_its_cells(reader: Browser, built: Path) -> None:
    page = opened(
        reader, (built / KINDS_OF_PAGES["plan with progress"]).as_uri(), viewport={"width": 360, "height": 800}
    )
    card = page.locator("table.tasks tbody.task").first

    assert card.evaluate("e => getComputedStyle(e).display") == "block"
    assert card.locator("td[data-l]").first.evaluate("e => getComputedStyle(e, '::before').content") != "none"


def test_shared_cells_are_shared_on_a_wide_screen(reader: Browser, built: Path) -> None:
    page = opened(
        reader, (built / KINDS_OF_PAGES["plan with progress"]).as_uri(), viewport={"width": 1280, "height": 800}
    )
    first, second = page.locator("#tt-6"), page.locator("#tt-7")

    assert first.locator("th[rowspan='2']").count() == 1
    assert second.locator("th").count() == 0


def test_the_appendix_prints_in_landscape_with_repeated_headings(reader: Browser, built: Path) -> None:
    page = opened(reader, (built / KINDS_OF_PAGES["appendix"]).as_uri())
    page.emulate_media(media="print")

    assert page.locator("table.tasks thead").evaluate("e => getComputedStyle(e).display") == "table-header-group"
    assert page.locator(".landscape").evaluate("e => getComputedStyle(e).page") == "wide"
    assert page.locator(".motto").is_visible()
    assert not page.locator(".foot").is_visible()
    pdf = page.pdf(prefer_css_page_size=True)
    assert b"/MediaBox [0 0 841" in pdf  # A4 on its side, in points

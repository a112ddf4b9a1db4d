"""The page on which an import is looked through, as a reader meets it: axe, widths, keyboard, without script."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from looking import NARROW, WIDE, look, violations
from playwright.sync_api import Browser, Page

from site_gen.base.theme import Theme
from site_gen.cli.serving import review
from site_gen.importers.importing import Asked
from site_gen.importers.known import likely_target
from site_gen.importers.table import Book, table_of
from site_gen.pipeline.request import Request

pytestmark = pytest.mark.browser
ROWS = [
    ["TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Thời gian hoàn thành", "Kinh phí"],
    *([str(n), f"Việc số {n} của kế hoạch, lời dài như thật", "Kế hoạch", "Văn phòng", "Quý I/2026", ""] for n in range(1, 9)),
    ["11", "Báo cáo", "Báo cáo", "Văn phòng", "Quý IV/2099", "x"],
]  # fmt: skip  # a table


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    folder = tmp_path_factory.mktemp("review")
    theme: Theme = Request(folder, folder / "output", date(2026, 11, 30)).whole_theme
    book = Book("phu-luc.csv", "csv", (table_of(ROWS, 1),))
    target = likely_target(book)
    assert target is not None
    imported = target.read(book, Asked(date(2026, 11, 30), "cchc-2026"))
    html = review.page(book, imported, "kế hoạch", "vi", "phu-luc.csv").decode()
    (folder / "review.css").write_bytes(review.style(theme))
    html = html.replace('href="/review.css"', 'href="review.css"').replace("default-src 'none'; ", "")
    (folder / "review.html").write_text(html, encoding="utf-8")
    opened = browser.new_context(bypass_csp=True).new_page()
    opened.goto((folder / "review.html").as_uri())
    yield opened
    opened.context.close()


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_hangs_over_the_edge(page: Page, size: dict[str, int], colours: str) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]  # a mapping of the two
    look(page, colours)  # type: ignore[arg-type]  # one of the looks
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_the_keyboard_walks_from_a_doubt_to_its_cell_and_back(page: Page) -> None:
    page.locator(".doubts a").first.focus()
    page.keyboard.press("Enter")
    target = page.evaluate("document.querySelector(':target').tagName")
    assert target in ("TD", "SPAN")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')").startswith("#n")

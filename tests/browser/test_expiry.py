"""A page that was built before a posting ended, and is read afterwards, hides the notice in the reader's browser."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from builds import built, lay_bare
from playwright.sync_api import Browser
from posted_notice import CODE, FIRST, LAST, PAGE, written

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def posted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a posted notice, built while it was posted."""
    root = tmp_path_factory.mktemp("posted")
    outcome = built(written(root / "content", lay_bare), root / "output", as_of=FIRST)
    assert outcome.published is not None, outcome.found
    return root / "output"


def text(browser: Browser, page: Path, now: str) -> str:
    context = browser.new_context()
    tab = context.new_page()
    tab.clock.set_fixed_time(now)
    tab.goto(page.as_uri())
    shown = tab.locator("main").inner_text()
    context.close()
    return shown


@pytest.mark.parametrize("url", [PAGE, "thu-xin-loi/index.html"])
def test_on_the_last_day_in_vietnam_it_is_shown_and_an_hour_later_it_is_not(
    browser: Browser, posted: Path, url: str
) -> None:
    assert date(2026, 12, 5) == LAST
    assert CODE in text(browser, posted / url, "2026-12-05T23:30:00+07:00")
    assert CODE not in text(browser, posted / url, "2026-12-06T00:30:00+07:00")


def test_the_page_then_says_that_the_posting_has_ended(browser: Browser, posted: Path) -> None:
    said = "Đã hết thời gian công khai"
    assert said not in text(browser, posted / PAGE, "2026-12-05T12:00:00+07:00")
    assert said in text(browser, posted / PAGE, "2026-12-06T12:00:00+07:00")


def test_home_and_unit_lose_the_line_too(browser: Browser, posted: Path) -> None:
    for url in ("index.html", "don-vi/trung-tam-phuc-vu.html"):
        assert "07/TXL-UBND" in text(browser, posted / url, "2026-12-05T12:00:00+07:00")
        assert "07/TXL-UBND" not in text(browser, posted / url, "2026-12-06T12:00:00+07:00")

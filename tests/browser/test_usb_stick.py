"""The site on a USB stick: copied to a folder with blanks and marks in its name, opened as files, walked by clicking."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

CLICKS = 20
LINKS = "as => as.map((a, n) => [n, a.href.split('#')[0]]).filter(([n, href]) => href.startsWith('file:') && href.endsWith('.html'))"


@pytest.fixture(scope="module")
def stick(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the site, as it would lie on a stick."""
    folder = tmp_path_factory.mktemp("usb") / "Trang của xã #1 (50%)"
    shutil.copytree(built, folder)
    return folder


@pytest.fixture
def page(browser: Browser, stick: Path) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1100, "height": 800}, offline=True, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_every_link_that_is_clicked_opens_a_whole_page(page: Page, stick: Path) -> None:
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("requestfailed", lambda request: faults.append(f"{request.url}: {request.failure}"))
    outside: list[str] = []
    page.on("request", lambda asked: None if asked.url.startswith("file:") else outside.append(asked.url))
    page.goto((stick / "index.html").as_uri())
    seen = {page.url}
    for step in range(CLICKS):
        links = page.locator("a").evaluate_all(LINKS)
        fresh = [(n, href) for n, href in links if href not in seen]
        if not fresh:
            page.goto((stick / "cam-giang" / "muc-luc" / "index.html").as_uri())
            continue
        number, href = fresh[(step * 7) % len(fresh)]
        seen.add(href)
        link = page.locator("a").nth(number)
        if not link.is_visible():  # in a part that is folded away
            page.locator("details").evaluate_all("ds => ds.forEach(d => d.open = true)")
        with page.expect_navigation():
            link.click()
        assert page.url.split("#")[0] == href
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith("system-ui"), href

    assert len(seen) > CLICKS * 3 // 4
    assert faults == []
    assert outside == []


def test_search_works_from_the_stick(page: Page, stick: Path) -> None:
    page.goto((stick / "cam-giang" / "lien-he.html").as_uri())
    page.get_by_role("search").get_by_label("Tìm thủ tục, văn bản, tin").fill("khai sinh")
    page.keyboard.press("Enter")
    page.locator("#ket-qua a").first.click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("khai sinh", ignore_case=True)
    assert unquote(page.url).startswith(unquote(stick.as_uri()))


def test_pages_move_only_for_those_who_like_it(page: Page, stick: Path) -> None:
    """Snapshot transitions are asked for inside `prefers-reduced-motion: no-preference` and nowhere else."""
    page.goto((stick / "index.html").as_uri())
    found = page.evaluate(
        """() => [...document.styleSheets].flatMap(sheet => {
          const walk = (rules, media) => [...rules].flatMap(rule => rule.constructor.name === 'CSSViewTransitionRule'
            ? [media] : rule.cssRules ? walk(rule.cssRules, rule.conditionText || media) : []);
          try { return walk(sheet.cssRules, ''); } catch { return []; }
        })"""
    )
    if not found:  # a page that was opened as a file may not read its own style sheet
        sheet = next((stick / "assets").glob("site.*.css")).read_text(encoding="utf-8")
        before = sheet[: sheet.index("@view-transition")]
        assert sheet.count("@view-transition") == 1
        assert re.search(r"@media \(prefers-reduced-motion: ?no-preference\) ?\{$", before.rstrip())
    else:
        assert found == ["(prefers-reduced-motion: no-preference)"]

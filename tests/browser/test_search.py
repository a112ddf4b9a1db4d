"""Search in a real browser, from a folder on the disk: the kept questions, the form on every page, keyboard, no script."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from site_gen.base.vietnamese import strip_marks
from site_gen.outputs.search.words import words

pytestmark = pytest.mark.browser

QUERIES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "search_queries.yml").read_text(encoding="utf-8")
)
ASK = """q => new Promise(done => sitegenSearch.ask(q, {texts: true}, found => {
  done(found.hits.slice(0, 3).map(hit => hit.entry.url));
}))"""


def compact(code: str) -> str:
    """A code or official number without what parts it: `23/KH-UBND` becomes `23khubnd`."""
    return "".join(re.findall(r"[a-z0-9]+", strip_marks(code).lower()))


@pytest.fixture(scope="module")
def searching(browser: Browser, built: Path) -> Iterator[dict[str, Page]]:
    """The search page of each site that is asked."""
    context = browser.new_context()
    pages = {}
    for site in {query.get("site", "cam-giang") for query in QUERIES}:
        pages[site] = context.new_page()
        pages[site].goto((built / site / "tim-kiem.html").as_uri())
    yield pages
    context.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


def test_there_are_enough_kept_questions() -> None:
    assert len(QUERIES) >= 60
    assert len({query["q"] for query in QUERIES}) == len(QUERIES)


@pytest.mark.parametrize("query", QUERIES, ids=[f"{q['q']} ({q['why']})" for q in QUERIES])
def test_a_question_is_answered(searching: dict[str, Page], query: dict[str, Any]) -> None:
    urls = searching[query.get("site", "cam-giang")].evaluate(ASK, query["q"])

    if query.get("none"):
        assert urls == []
    elif "first" in query:
        assert urls[0] == query["first"]
    else:
        assert query["among"] in urls


def test_the_browser_compares_text_as_the_index_was_made(searching: dict[str, Page], built: Path) -> None:
    script = next((built / "phu-thuong" / "tim-kiem").glob("muc-luc.*.js")).read_text(encoding="utf-8")
    held = json.loads(script[script.index("(") + 1 : script.rindex(")")])["entries"]
    texts = [*held["title"], *held["places"], *(q["q"] for q in QUERIES), "QUỸ kĩ Thuý ỷ đĐ ﬁ İ ß 1.0/2-x"]

    theirs = searching["cam-giang"].evaluate(
        "ts => ts.map(t => [sitegenWords.words(t), sitegenWords.compact(t)])", texts
    )

    assert theirs == [[words(text), compact(text)] for text in texts]


def test_the_form_of_any_page_leads_to_marked_results_grouped_by_kind(page: Page, built: Path) -> None:
    page.goto((built / "cam-giang" / "ke-hoach" / "cchc-2023" / "nhiem-vu" / "2.6.html").as_uri())
    page.get_by_role("search").get_by_label("Tìm thủ tục, văn bản, tin").fill("dang ky khai sinh")
    page.keyboard.press("Enter")

    page.wait_for_url("**/cam-giang/tim-kiem.html?q=*")
    first = page.locator("#ket-qua section").first
    expect(first.get_by_role("heading", level=2)).to_contain_text("Thủ tục")
    link = first.get_by_role("link").first
    expect(link).to_have_text("Thủ tục đăng ký khai sinh")
    assert link.locator("mark").all_text_contents() == ["đăng", "ký", "khai", "sinh"]
    expect(page.get_by_role("status")).to_contain_text("kết quả")
    assert page.locator("main input").input_value() == "dang ky khai sinh"


def test_results_appear_while_typing_and_the_address_can_be_shared(page: Page, built: Path) -> None:
    page.goto((built / "cam-giang" / "tim-kiem.html").as_uri())
    page.locator("main input").press_sequentially("1.001193")

    expect(page.locator("#ket-qua a").first).to_have_text("Thủ tục đăng ký khai sinh")
    expect(page.locator("#ket-qua a")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"tim-kiem\.html\?q=1\.001193$"))
    assert page.locator("#ket-qua mark").all_text_contents() == ["1.001193"]


@pytest.mark.parametrize(("site", "files"), [("cam-giang", "/tim-kiem/t."), ("phu-thuong", "/tim-kiem/noi-dung.")])
def test_the_words_of_the_texts_are_read_only_when_titles_do_not_answer(
    page: Page, built: Path, site: str, files: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((built / site / "tim-kiem.html").as_uri())
    box = page.locator("main input")
    box.fill("chứng thực" if site == "cam-giang" else "cải cách")
    expect(page.locator("#ket-qua a").first).to_be_visible()
    assert [url for url in asked if files in url] == []

    box.fill("xuất trình giấy tờ tùy thân" if site == "cam-giang" else "tuyên truyền trên hệ thống loa")
    expect(page.locator("#ket-qua small", has_text="trong nội dung:").first).to_be_visible()
    assert [url for url in asked if files in url] != []


def test_results_are_walked_through_with_the_keyboard(page: Page, built: Path) -> None:
    page.goto((built / "cam-giang" / "tim-kiem.html").as_uri() + "?q=ket+hon")
    links = page.locator("#ket-qua a")
    expect(links.first).to_be_visible()
    page.locator("main input").focus()
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("main input")).to_be_focused()
    page.keyboard.press("Enter")
    expect(links.nth(0)).to_be_focused()


def test_a_long_group_opens_where_the_reader_is(page: Page, built: Path) -> None:
    page.goto((built / "cam-giang" / "tim-kiem.html").as_uri() + "?q=dat+dai")
    group = page.locator("#ket-qua section").first
    more = group.get_by_role("button")
    expect(more).to_be_visible()
    shown = group.get_by_role("link").count()
    more.click()

    assert group.get_by_role("link").count() > shown
    expect(group.get_by_role("link").nth(shown)).to_be_focused()
    expect(more).to_have_count(0)


def test_nothing_found_says_so_and_what_helps(page: Page, built: Path) -> None:
    page.goto((built / "cam-giang" / "tim-kiem.html").as_uri() + "?q=zzzzz")

    expect(page.get_by_role("status")).to_contain_text("Không tìm thấy")
    assert page.locator("#ket-qua a").count() == 0
    expect(page.get_by_role("link", name="Mục lục A–Z").first).to_be_visible()


def test_what_was_typed_is_never_taken_for_markup(page: Page, built: Path) -> None:
    page.goto((built / "cam-giang" / "tim-kiem.html").as_uri() + "?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+khai+sinh")

    expect(page.locator("#ket-qua a").first).to_be_visible()
    assert page.locator("#ket-qua img").count() == 0


def test_the_portal_finds_what_its_sites_hold(page: Page, built: Path) -> None:
    page.goto((built / "tim-kiem.html").as_uri() + "?q=23%2FKH-UBND")
    first = page.locator("#ket-qua a").first
    expect(first).to_be_visible()
    assert first.get_attribute("href") == "phu-thuong/van-ban/23-kh-ubnd-2022.html"
    expect(page.locator("#ket-qua li small").first).to_contain_text("UBND xã Phú Thượng")

    first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_without_a_script_the_lists_lead_to_everything(browser: Browser, built: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((built / "cam-giang" / "tim-kiem.html").as_uri())
    expect(page.get_by_text("Tìm cần chạy tập lệnh")).to_be_visible()
    page.locator("main").get_by_role("link", name="Mục lục A–Z").click()
    page.get_by_role("link", name="Đ", exact=True).first.click()
    page.get_by_role("link", name="Đất đai", exact=True).first.click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Đất đai")
    context.close()

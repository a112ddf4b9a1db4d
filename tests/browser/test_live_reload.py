"""`sitegen serve` as the editor meets it: in a browser, with a file open beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from playwright.sync_api import Browser, Page, expect
from preview_server import PATIENCE, Served, lay_out

pytestmark = pytest.mark.browser

PAGE = "gioi-thieu.html"


class Reader:
    """A person with one page open."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.addresses: list[str] = []
        self.complaints: list[str] = []
        page.on("framenavigated", lambda frame: self.addresses.append(frame.url))
        page.on("console", lambda said: self.complaints.append(said.text))
        page.add_init_script("document.addEventListener('LiveReloadConnect', () => { window.listens = true })")

    def open(self, address: str) -> None:
        """Goes there, and waits until the page listens for changes."""
        self.page.goto(address)
        # Asked from here: a wait inside the page would evaluate text later, which the page's own policy forbids.
        until = monotonic() + PATIENCE
        while not self.page.evaluate("window.listens"):
            assert monotonic() < until, "the page never began to listen"
            self.page.wait_for_timeout(50)

    def sees(self, selector: str, text: str) -> None:
        """Waits until what `selector` finds first shows `text`."""
        expect(self.page.locator(selector).first).to_contain_text(text, timeout=PATIENCE * 1000)


@pytest.fixture
def reader(browser: Browser) -> Iterator[Reader]:
    context = browser.new_context(locale="vi-VN")
    yield Reader(context.new_page())
    context.close()


def about(text: str) -> str:
    """The file of a page that says `text`."""
    return f"---\ntitle: Giới thiệu\n---\n\n{text}\n"


def replace(file: Path, old: str, new: str) -> None:
    """Saves `file` with `new` instead of `old`."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def built(served: Served) -> list[str]:
    """What each build was begun by and how it ended."""
    return [line.partition(" in ")[0] for line in served.builds]


def test_one_save_is_one_build_and_one_reload(reader: Reader, tmp_path: Path) -> None:
    content = lay_out(tmp_path)
    with Served(tmp_path) as served:
        reader.open(served.address + PAGE)
        for number in ("một", "hai", "ba"):  # each at once after the other: none is lost, none comes twice
            (content / "pages" / "gioi-thieu.md").write_text(about(f"Lần lưu thứ {number}."), encoding="utf-8")
            reader.sees("main", f"Lần lưu thứ {number}.")

    assert [served.address + PAGE] * 4 == reader.addresses
    assert ["built", *["content/pages/gioi-thieu.md: built"] * 3] == built(served)
    assert reader.complaints == []  # the page's own policy lets the preview work


def titled(page: Path, body: str) -> str:
    """A page with a title of its own: a hundred of one title are copies."""
    return about(body).replace("title: Giới thiệu", f"title: Trang {page.stem}")


def test_a_hundred_files_at_once_are_one_build_and_one_reload(reader: Reader, tmp_path: Path) -> None:
    folder = lay_out(tmp_path) / "pages"
    pages = [folder / f"trang-{number:03}.md" for number in range(100)]
    prepared = [tmp_path / page.name for page in pages]
    for page, new in zip(pages, prepared, strict=True):
        page.write_text(titled(page, "Viết lần đầu."), encoding="utf-8")
        new.write_text(titled(page, "Viết lần hai."), encoding="utf-8")
    with Served(tmp_path) as served:
        reader.open(served.address + "trang-007.html")
        for page, new in zip(pages, prepared, strict=True):
            new.replace(page)
        reader.sees("main", "Viết lần hai.")
        pages[7].write_text(titled(pages[7], "Viết lần ba."), encoding="utf-8")
        reader.sees("main", "Viết lần ba.")

    assert [served.address + "trang-007.html"] * 3 == reader.addresses
    many, one = "content/pages/trang-000.md and 99 more: built", "content/pages/trang-007.md: built"
    assert ["built", many, one] == built(served)


def test_a_mistake_is_shown_with_its_place_and_the_page_comes_back_by_itself(reader: Reader, tmp_path: Path) -> None:
    unit = lay_out(tmp_path) / "units" / "van-phong.yml"
    rows = unit.read_text(encoding="utf-8").splitlines()
    number = next(number for number, row in enumerate(rows, 1) if row.startswith("name:"))
    with Served(tmp_path) as served:
        reader.open(served.address + "don-vi/index.html")
        heading = reader.page.locator("h1").inner_text()
        replace(unit, "name:", "naem:")
        reader.sees(".finding:has(mark:text('naem'))", "naem")
        finding = reader.page.locator(".finding:has(mark:text('naem'))")
        place, word = finding.locator(".where code").inner_text(), finding.locator("mark").inner_text()
        expect(finding).to_have_css("background-color", "rgb(247, 242, 235)")  # drawn with the theme's own sheet
        replace(unit, "naem:", "name:")
        reader.sees("h1", heading)

    assert (f"content/units/van-phong.yml:{number}:1", "naem") == (place, word)
    assert [served.address + "don-vi/index.html"] * 3 == reader.addresses


def test_a_page_that_was_open_while_the_server_was_away_catches_up(reader: Reader, tmp_path: Path) -> None:
    file = lay_out(tmp_path) / "pages" / "gioi-thieu.md"
    with Served(tmp_path) as served:
        reader.open(served.address + PAGE)
    file.write_text("chưa có phần đầu\n", encoding="utf-8")
    with Served(tmp_path, port=served.port):
        reader.sees(".finding .where", "content/pages/gioi-thieu.md:1")
        file.write_text(about("Đã sửa xong."), encoding="utf-8")
        reader.sees("main", "Đã sửa xong.")

"""Every kind of page on A4 paper: read back from the PDF that the browser prints."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from kinds_of_pages import KINDS_OF_PAGES
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

pytestmark = [pytest.mark.browser, pytest.mark.proves("print")]
A4 = (595, 842)
"""Width and height in points."""
PORTRAIT, LANDSCAPE = 680, 1032
"""CSS pixels between the margins of 15 mm, and of 12 mm on a sheet on its side."""
FEWEST_WORDS = 12
"""A sheet with fewer words is wasted."""
LEAVE_OUT = ("Bỏ qua", "Chuyển đến nội dung", "Tìm trong trang này", "CSV", "Atom", "English")
"""Words of what nobody can use on paper."""
MOST_SHEETS = {"procedure": 3, "apology": 1, "task": 2, "unit": 5, "home": 3, "accessibility": 2, "contact": 2}


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """A reader with dark colours, who prints."""
    context = browser.new_context(color_scheme="dark")
    yield context.new_page()
    context.close()


class Printed(NamedTuple):
    """A page as it lies in the browser, its sheets, and what can be read on each."""

    kind: str
    page: Page
    pdf: PdfReader
    texts: list[str]


@pytest.fixture(scope="module", params=KINDS_OF_PAGES.items(), ids=KINDS_OF_PAGES.keys())
def printed(request: pytest.FixtureRequest, tab: Page, built: Path) -> Printed:
    kind, url = request.param
    path, _, query = url.partition("?")
    tab.emulate_media(media="null")  # as the page chooses: screen to look at, print on paper
    tab.goto(f"{(built / path).as_uri()}?{query}" if query else (built / path).as_uri())
    if query:
        expect(tab.locator("#ket-qua a").first).to_be_visible()
    data = tab.pdf(prefer_css_page_size=True)
    tab.emulate_media(media="print")
    pdf = PdfReader(io.BytesIO(data))
    return Printed(kind, tab, pdf, [sheet.extract_text() for sheet in pdf.pages])


def test_no_sheet_is_wasted(printed: Printed) -> None:
    words = [len(text.split()) for text in printed.texts]

    assert min(words) >= FEWEST_WORDS, words
    assert len(words) <= MOST_SHEETS.get(printed.kind, 30)


def test_every_sheet_is_a4(printed: Printed) -> None:
    sizes = {tuple(sorted((round(s.mediabox.width), round(s.mediabox.height)))) for s in printed.pdf.pages}

    assert sizes == {A4}


def test_nothing_is_cut_at_the_edge_of_the_sheet(printed: Printed) -> None:
    page = printed.page
    wide = page.locator(".landscape").count() > 0
    page.set_viewport_size({"width": LANDSCAPE if wide else PORTRAIT, "height": 900})
    over = page.evaluate(
        """([edge, wider]) => [...document.querySelectorAll('main *')]
          .filter(e => e.getBoundingClientRect().right > (e.closest('.wide') ? wider : edge) + 1 && !e.closest('svg, .vh'))
          .map(e => e.outerHTML.slice(0, 100))""",
        [LANDSCAPE if wide else PORTRAIT, LANDSCAPE],
    )

    assert over == []


def test_what_cannot_be_used_on_paper_is_left_out(printed: Printed) -> None:
    assert [words for words in LEAVE_OUT[:3] if words in printed.texts[0]] == []
    assert (
        printed.page.locator(
            ":is(.masthead nav, .find-form, .crumbs, .foot .wrap, .tools, .data, .pager, .skip):visible"
        ).count()
        == 0
    )


def test_nothing_hangs_out_where_a_sheet_has_no_room(printed: Printed) -> None:
    """The dots of a course of events stand left of their lines; what begins before the edge comes out cut in half."""
    before = printed.page.evaluate(
        """() => [...document.querySelectorAll('main *')].flatMap(e => {
          const mark = getComputedStyle(e, '::before')
          const left = e.getBoundingClientRect().left + (mark.position === 'absolute' ? parseFloat(mark.left) || 0 : 0)
          return left < document.querySelector('main').getBoundingClientRect().left - 1 && !e.closest('.vh') && e.checkVisibility()
            ? [e.outerHTML.slice(0, 100)] : []
        })"""
    )

    assert before == []


def test_notes_are_no_larger_than_the_cell_they_stand_in(printed: Printed) -> None:
    sizes = printed.page.evaluate(
        """() => [...document.querySelectorAll('main tbody :is(th, td) *, main thead th')].flatMap(e => {
          const size = x => parseFloat(getComputedStyle(x).fontSize)
          const around = e.matches('thead th') ? e.closest('table') : e.closest('th, td')
          return e.checkVisibility() && size(e) > size(around) + .01 ? [[e.outerHTML.slice(0, 80), size(e), size(around)]] : []
        })"""
    )

    assert sizes == []


def test_every_sheet_says_that_it_is_an_illustration_and_which_of_how_many(printed: Printed) -> None:
    english = printed.page.locator("html").get_attribute("lang") == "en"
    note = "Illustration, not a document" if english else "Bản minh họa, không phải văn bản"
    flat = ["".join(text.split()) for text in printed.texts]  # letters of a mixed font come apart
    numbers = [f"{number}/{len(flat)}" for number in range(1, len(flat) + 1)]

    assert [text for text in flat if "".join(note.split()) not in text] == []
    assert [text for text, number in zip(flat, numbers, strict=True) if number not in text] == []


def test_the_sheet_says_where_it_comes_from_and_from_when(printed: Printed) -> None:
    last = " ".join(printed.texts[-1].split())

    assert re.search(r"(?:lần cuối ngày|trang web: ngày|changed on|of the site:) \d\d/\d\d/20\d\d", last)
    assert ".html" in last


def test_the_sheet_is_white_and_its_details_are_open(printed: Printed) -> None:
    page = printed.page
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    closed = page.evaluate(
        """() => [...document.querySelectorAll('details > :not(summary)')]
          .filter(e => !e.closest('.noprint') && !e.checkVisibility()).map(e => e.outerHTML.slice(0, 100))"""
    )
    assert closed == []


def test_rows_are_kept_whole_and_heads_repeated(printed: Printed) -> None:
    page = printed.page
    # A row that begins a cell of several rows may not be kept whole, or all of these rows would be; its other cells are.
    split = page.evaluate(
        """() => [...document.querySelectorAll('main tbody tr')].flatMap(e => e.querySelector('[rowspan]')
            ? [...e.children].filter(cell => !cell.matches('[rowspan]')) : [e])
          .filter(e => getComputedStyle(e).breakInside !== 'avoid').length"""
    )
    heads = page.evaluate(
        "() => [...new Set([...document.querySelectorAll('main thead')].map(e => getComputedStyle(e).display))]"
    )

    assert split == 0
    assert heads in ([], ["table-header-group"])


def test_states_differ_in_pattern_where_there_is_no_colour(browser: Browser, built: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto((built / KINDS_OF_PAGES["plan with progress"]).as_uri())
    page.emulate_media(media="print")
    page.locator("main").evaluate(
        """main => main.insertAdjacentHTML('beforeend', ['done', 'run', 'soon', 'late', 'loop', 'calm'].map(family =>
          `<svg class="bar"><path class="b-${family}"/></svg><span class="st ${family}"></span>`).join(''))"""
    )
    patterns = page.evaluate(
        """() => [...document.querySelectorAll('main > svg.bar path')].map(e => getComputedStyle(e)).map(
          style => `${style.stroke} ${style.strokeDasharray}`)"""
    )
    marks = page.evaluate(
        """() => [...document.querySelectorAll('main > span.st')].map(e => getComputedStyle(e, '::before').content)"""
    )
    greys = {"rgb(0, 0, 0)", "rgb(153, 153, 153)", "rgb(255, 255, 255)"}
    context.close()

    assert len(set(patterns)) == 6
    assert {pattern.partition(")")[0] + ")" for pattern in patterns} <= greys
    assert len(set(marks)) == 6


def test_the_appendix_lies_on_its_side_under_the_motto(browser: Browser, built: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto((built / KINDS_OF_PAGES["appendix"]).as_uri())
    pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    context.close()

    assert {round(s.mediabox.width) for s in pdf.pages} == {A4[1]}
    sheets = ["".join(sheet.extract_text().split()) for sheet in pdf.pages]  # letters of a mixed font come apart
    assert "Độclập-Tựdo-Hạnhphúc" in sheets[0]
    assert [number for number, text in enumerate(sheets[:-1], 1) if "chủtrì" not in text.lower()] == []


def test_a_cell_of_many_rows_does_not_leave_the_sheet_before_it_empty(browser: Browser, built: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto((built / KINDS_OF_PAGES["appendix with objectives"]).as_uri())
    first, *_, last = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    context.close()

    assert "2.1" in first.extract_text()
    assert "2.35" in last.extract_text()

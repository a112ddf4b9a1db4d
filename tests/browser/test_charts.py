"""Charts as they are drawn: nothing outside its box, no small print, words for everybody, told apart without colour."""

from __future__ import annotations

from typing import Any

import pytest
from looking import LOOKS, opened
from pattern_book import URL, pattern_book
from playwright.sync_api import Browser

from site_gen.base.theme import theme_of

pytestmark = pytest.mark.browser

OUTSIDE = """() => [...document.querySelectorAll('svg.chart text, svg.chart circle')].filter(e => {
  const box = e.getBoundingClientRect(), around = e.closest('svg.chart').getBoundingClientRect();
  return box.left < around.left - 16 || box.right > Math.min(around.right + 16, innerWidth) || box.left < 0;
}).map(e => e.outerHTML)"""
"""Words and dots that stand further outside of their chart than the page's margin."""
SMALL = """() => [...document.querySelectorAll('svg.chart text')]
  .filter(e => parseFloat(getComputedStyle(e).fontSize) < 12).map(e => e.outerHTML)"""
UNNAMED = """() => [...document.querySelectorAll('svg.chart')].filter(e => e.getAttribute('aria-hidden') !== 'true'
  && !(e.getAttribute('role') === 'img' && (e.getAttribute('aria-label')
    || document.getElementById(e.getAttribute('aria-labelledby'))?.textContent.trim()))).map(e => e.outerHTML)"""
FILLS = """() => Object.fromEntries([...document.querySelectorAll('.key .fill')].map(e => [
  e.getAttribute('class'), getComputedStyle(e).strokeDasharray]))"""
INKS = """() => [...new Set([...document.querySelectorAll('svg.chart:not(.sketch-map) :is(.fill, polyline, circle, text:not(.count))')].map(e => {
  const style = getComputedStyle(e);
  return e.matches('text, circle') ? style.fill : style.stroke;
}))]"""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the pattern book."""
    out = tmp_path_factory.mktemp("charts")
    for path, data in pattern_book(theme_of()).items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(data)
    return (out / URL).as_uri()


def seen(browser: Browser, address: str, width: int, script: str, **context: Any) -> Any:
    """What a script finds on a page of a width."""
    page = opened(browser, address, viewport={"width": width, "height": 740}, **context)
    found = page.evaluate(script)
    page.context.close()
    return found


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_is_drawn_outside_its_chart(browser: Browser, book: str, width: int) -> None:
    assert seen(browser, book, width, OUTSIDE) == []
    assert seen(browser, book, width, "document.documentElement.scrollWidth") <= width


def test_no_words_of_a_chart_are_smaller_than_twelve_pixels_on_a_phone(browser: Browser, book: str) -> None:
    assert seen(browser, book, 360, SMALL) == []


def test_every_chart_is_a_picture_with_a_name(browser: Browser, book: str) -> None:
    assert seen(browser, book, 360, UNNAMED) == []


@pytest.mark.parametrize("look", LOOKS)
def test_states_are_told_apart_without_colour(browser: Browser, book: str, look: Any) -> None:
    dashes = seen(browser, book, 360, FILLS, **LOOKS[look])

    assert len(dashes) == 5
    assert len(set(dashes.values())) == 5


@pytest.mark.parametrize("look", LOOKS)
def test_what_is_drawn_can_be_seen_on_its_paper(browser: Browser, book: str, look: Any) -> None:
    page = opened(browser, book, viewport={"width": 360, "height": 740}, **LOOKS[look])
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    inks = page.evaluate(INKS)
    page.context.close()

    assert [ink for ink in inks if contrast(ink, paper) < 3] == []


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG reckons it."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of `rgb(…)`."""
    parts = [int(part) / 255 for part in colour.removeprefix("rgb(").removesuffix(")").split(", ")]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_paper_and_ink_are_enough_to_print(browser: Browser, book: str) -> None:
    page = opened(browser, book, viewport={"width": 700, "height": 900})
    page.emulate_media(media="print")
    inks, dashes = page.evaluate(INKS), page.evaluate(FILLS)
    page.context.close()

    assert all(contrast(ink, "rgb(255, 255, 255)") >= 3 for ink in inks if ink != "rgb(255, 255, 255)")
    assert len(set(dashes.values())) == 5


def test_words_grow_with_the_readers_letters(browser: Browser, book: str) -> None:
    page = opened(browser, book, viewport={"width": 360, "height": 740})
    page.add_style_tag(content="html { font-size: 200% }")

    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.chart text')).fontSize)") == 26
    assert page.evaluate(OVERLAP) == []
    page.context.close()


OVERLAP = """() => [...document.querySelectorAll('svg.lines')].filter(e => {
  const rows = [...e.querySelectorAll(':scope > text')].map(t => t.getBoundingClientRect());
  const plot = e.querySelector(':scope > svg').getBoundingClientRect();
  return rows.some(r => r.top < plot.top) || rows.some(r => r.bottom > e.getBoundingClientRect().bottom + 8);
}).map(e => e.id)"""
"""Line charts whose words below stand where they should not."""

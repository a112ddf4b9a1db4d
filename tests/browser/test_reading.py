"""Every kind of page, loaded once and read in every way that the accessibility statement tells of.

The fixture is of the module's scope and has the kinds as its parameters, so that pytest runs all tests of one page
after the other and the browser loads it once. All are loaded into one tab, whose renderer is warm after the first.
A test that changes the page puts it back.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from kinds_of_pages import KINDS_OF_PAGES
from looking import NARROW, PHONE, TESTED, WIDE, assert_room_is_left, look, violations
from playwright.sync_api import Browser, Page, expect

from site_gen.model.accessibility import Look

pytestmark = pytest.mark.browser


@dataclass(slots=True)
class Reading:
    """A loaded page, and what the browser told while it loaded; what a test makes it do afterwards is not counted."""

    page: Page
    loading: bool = False
    told: dict[str, list[str]] = field(default_factory=dict)

    def note(self, what: str, text: str) -> None:
        if self.loading:
            self.told[what].append(text)

    def load(self, address: str, shows: str | None) -> None:
        """Goes there, until it shows what `shows` selects."""
        self.told = {"asked": [], "refused": [], "complaints": []}
        self.loading = True
        self.page.goto(address)
        if shows:
            expect(self.page.locator(shows).first).to_be_visible()
        self.loading = False


FIRST_QUESTION = 25_000
"""Bytes, packed, that the index may weigh for a first question."""


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Reading]:
    """The browser as a reader has it: the page's own policy holds."""
    context = browser.new_context()
    page = context.new_page()
    read = Reading(page)
    page.on("request", lambda r: read.note("asked", r.url))
    page.on("requestfailed", lambda r: read.note("refused", r.url))
    page.on("console", lambda m: read.note("complaints", m.text))
    yield read
    context.close()


@pytest.fixture(scope="module", params=KINDS_OF_PAGES.values(), ids=KINDS_OF_PAGES.keys())
def reading(request: pytest.FixtureRequest, tab: Reading, built: Path) -> Reading:
    path, _, query = request.param.partition("?")
    address = (built / path).as_uri()
    tab.load(f"{address}?{query}" if query else address, "#ket-qua a" if query else None)
    return tab


def test_the_policy_lets_in_what_the_page_needs_and_nobody_else_is_asked(reading: Reading) -> None:
    assert reading.told["complaints"] == []
    assert reading.told["refused"] == []
    assert [url for url in reading.told["asked"] if not url.startswith("file:")] == []
    index = [url for url in reading.told["asked"] if "/tim-kiem/" in url]
    assert 3 <= len(reading.told["asked"]) - len(index) <= 6
    assert sum(len(gzip.compress(Path(urlsplit(url).path).read_bytes())) for url in index) <= FIRST_QUESTION
    assert reading.page.evaluate("getComputedStyle(document.body).marginTop") == "0px"


@pytest.mark.proves("machine", "targets")
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_no_rule_of_the_machine_is_broken(reading: Reading, size: dict[str, int]) -> None:
    assert {"wcag22aa", "best-practice"} <= set(TESTED.rules)
    look(reading.page, Look.LIGHT)
    reading.page.set_viewport_size(size)

    assert violations(reading.page) == []


@pytest.mark.proves("machine")
@pytest.mark.parametrize("colours", [c for c in TESTED.looks if c is not Look.LIGHT])
def test_text_stands_out_in_other_colours(reading: Reading, colours: Look) -> None:
    reading.page.set_viewport_size(WIDE)
    look(reading.page, colours)

    assert violations(reading.page, "color-contrast", "link-in-text-block") == []
    look(reading.page, Look.LIGHT)


WIDER_THAN_THE_SCREEN = """() => {
  const wide = document.documentElement.clientWidth, out = [];
  if (document.documentElement.scrollWidth > wide) out.push(`the page: ${document.documentElement.scrollWidth} of ${wide}`);
  for (const e of document.body.querySelectorAll('*')) {
    const style = getComputedStyle(e);
    if (['auto', 'scroll'].includes(style.overflowX) && e.scrollWidth > e.clientWidth + 1 && e.clientWidth) {
      const named = e.getAttribute('aria-label') || e.getAttribute('aria-labelledby');
      if (e.tabIndex !== 0 || e.getAttribute('role') !== 'region' || !named) out.push('scrolls unsaid: ' + e.outerHTML.slice(0, 120));
    }
  }
  return out;
}"""
CUT = """() => [...document.body.querySelectorAll('*')].filter(e => {
  const style = getComputedStyle(e);
  if (e.matches('.vh, .skip, svg *, svg') || !e.textContent.trim() || !e.clientHeight) return false;
  const hides = ['hidden', 'clip'];
  return (hides.includes(style.overflowX) && e.scrollWidth > e.clientWidth + 1)
    || (hides.includes(style.overflowY) && e.scrollHeight > e.clientHeight + 1);
}).map(e => 'cut: ' + e.outerHTML.slice(0, 120))"""


@pytest.mark.proves("reflow")
def test_nothing_but_a_table_that_says_so_scrolls_sideways(reading: Reading) -> None:
    found = {}
    for width in TESTED.widths:
        reading.page.set_viewport_size({"width": width, "height": 800})
        found[width] = reading.page.evaluate(WIDER_THAN_THE_SCREEN) + reading.page.evaluate(CUT)

    assert {width: what for width, what in found.items() if what} == {}


SPACED = """on => {
  if (!on) { document.adoptedStyleSheets = []; return; }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""
"""The four properties of WCAG 1.4.12, set as a reader's own style would."""


@pytest.mark.proves("spacing")
def test_wider_spacing_of_text_cuts_nothing(reading: Reading) -> None:
    found = {}
    reading.page.evaluate(SPACED, True)
    for width in (min(TESTED.widths), 1280):
        reading.page.set_viewport_size({"width": width, "height": 800})
        found[width] = reading.page.evaluate(WIDER_THAN_THE_SCREEN) + reading.page.evaluate(CUT)
    reading.page.evaluate(SPACED, False)

    assert {width: what for width, what in found.items() if what} == {}


LENGTHENED = """on => {
  if (!on) { for (const [node, text] of window.kept) node.data = text; return; }
  window.kept = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), nodes = [];
  while (walk.nextNode()) nodes.push(walk.currentNode);
  for (const node of nodes) {
    if (!/\\p{L}{3}.*\\s\\p{L}/u.test(node.data) || node.parentElement.closest('script, option, .vh, nav, svg, .num')) continue;
    window.kept.push([node, node.data]);
    node.data += '_va_ten_tep_khong_co_dau_cach'.repeat(6);
  }
}"""
"""Every text of words ends in one of 174 letters without a blank, as names of files are that officers paste."""


def test_a_word_without_end_does_not_widen_a_phones_page(reading: Reading) -> None:
    reading.page.set_viewport_size({"width": min(TESTED.widths), "height": 800})
    reading.page.evaluate(LENGTHENED, True)
    widths = reading.page.evaluate("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    reading.page.evaluate(LENGTHENED, False)

    assert widths[0] <= widths[1]


def test_the_header_and_the_notice_leave_the_screen_to_the_page(reading: Reading) -> None:
    reading.page.set_viewport_size(PHONE)

    assert_room_is_left(reading.page)


STOPS = """() => [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')]
  .filter(e => e.checkVisibility({checkVisibilityCSS: true}))"""
FOCUSED = """() => {
  const stops = (STOPS)(), out = [];
  for (const e of stops) {
    e.focus();
    const name = e.outerHTML.slice(0, 120), style = getComputedStyle(e);
    if (document.activeElement !== e) { out.push('cannot be reached: ' + name); continue; }
    if (parseFloat(style.outlineWidth) < 2 || style.outlineStyle === 'none') out.push('no ring: ' + name);
    const seen = [...e.getClientRects()].filter(b => b.width && b.height).some(b => [
      [b.left + 2, b.top + 2], [b.right - 2, b.bottom - 2], [(b.left + b.right) / 2, (b.top + b.bottom) / 2],
    ].some(([x, y]) => { const there = document.elementFromPoint(x, y); return there && (e.contains(there) || there.contains(e)); }));
    if (!seen) out.push('hidden while it has the focus: ' + name);
  }
  return out;
}""".replace("STOPS", STOPS)
WALK = """() => {
  window.stops = (STOPS)();
  document.addEventListener('focusin', e => window.walked.push(window.stops.indexOf(e.target)));
  getSelection().removeAllRanges();
  scrollTo(0, 0);
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
  window.walked = [];
  return window.stops.length;
}""".replace("STOPS", STOPS)
MOST_STOPS = 40
"""Pages with more links than this are walked so far and then from their end backwards; the rest is asked by script."""


@pytest.mark.proves("keyboard")
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_what_has_the_focus_is_marked_and_not_hidden(reading: Reading, size: dict[str, int]) -> None:
    reading.page.set_viewport_size(size)
    reading.page.keyboard.press("Tab")  # from now on the browser knows a reader with a keyboard

    assert reading.page.evaluate(FOCUSED) == []


@pytest.mark.proves("keyboard")
def test_the_tab_key_goes_through_the_page_in_its_order_and_out_of_it(reading: Reading) -> None:
    page = reading.page
    page.set_viewport_size(WIDE)
    count: int = page.evaluate(WALK)
    first = min(count, MOST_STOPS)
    for _ in range(first):
        page.keyboard.press("Tab")

    assert page.evaluate("walked") == list(range(first))
    page.evaluate("stops.at(-1).focus()")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement === document.body || document.activeElement === stops[0]")


@pytest.mark.proves("motion")
def test_nothing_moves_for_who_asked_for_less_motion(reading: Reading) -> None:
    reading.page.emulate_media(reduced_motion="reduce")
    moving = reading.page.evaluate(
        """() => [...document.querySelectorAll('*')].filter(e => {
          const style = getComputedStyle(e);
          return style.animationName !== 'none' || parseFloat(style.transitionDuration) || style.scrollBehavior === 'smooth';
        }).map(e => e.outerHTML.slice(0, 80))"""
    )
    reading.page.emulate_media(reduced_motion="no-preference")

    assert moving == []

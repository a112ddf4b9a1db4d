"""Ways of looking at a page in the browser, with what `data/accessibility.yml` says is tested."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

from playwright.sync_api import Browser, Page

from site_gen.model.accessibility import Look
from site_gen.reading.shipped import accessibility_tested

TESTED = accessibility_tested()
LOOKS: dict[Look, dict[str, Any]] = {
    Look.LIGHT: {"color_scheme": "light", "forced_colors": "none"},
    Look.DARK: {"color_scheme": "dark", "forced_colors": "none"},
    Look.FORCED: {"color_scheme": "light", "forced_colors": "active"},
}
"""How the browser is asked for each of the looks."""
NARROWEST, HEIGHT = min(TESTED.widths), 800
WIDE = {"width": 1280, "height": HEIGHT}
NARROW = {"width": NARROWEST, "height": HEIGHT}
PHONE = {"width": 360, "height": 740}
HEADER, NOTICE = 110, 32
"""Points that the header and the notice above it may take; a second line of the notice would be 42."""

AXE = """async wanted => (await axe.run(document, {
  runOnly: wanted.rules.length ? {type: 'rule', values: wanted.rules} : {type: 'tag', values: wanted.tags},
  resultTypes: ['violations'],
})).violations"""


@lru_cache(maxsize=1)
def axe() -> str:
    """The source of axe-core."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def opened(browser: Browser, address: str, **context: Any) -> Page:
    """A page in a context of its own, which the caller closes."""
    page = browser.new_context(bypass_csp=True, **context).new_page()
    page.goto(address)
    return page


def violations(page: Page, *rules: str) -> list[str]:
    """What axe-core finds, by `rules` alone where any are named: the rule, the element, how many more there are."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe())
    found: list[dict[str, Any]] = page.evaluate(AXE, {"tags": list(TESTED.rules), "rules": list(rules)})
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]} ({len(v['nodes'])})" for v in found]


def look(page: Page, look: Look) -> None:
    """Sets the colours that the reader's device asks for."""
    page.emulate_media(media="screen", **LOOKS[look])


def assert_room_is_left(page: Page) -> None:
    """Fails where header and notice take more of a phone's first screen than they may."""
    heights = page.evaluate(
        "() => ['.masthead', '.notice'].map(c => [...document.querySelectorAll(c)].map(e => e.getBoundingClientRect().height))"
    )
    assert [len(found) for found in heights] == [1, 1]
    (header,), (notice,) = heights
    assert 0 < header <= HEADER
    assert 0 < notice <= NOTICE

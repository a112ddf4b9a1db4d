"""The pattern book: each component has kept examples and no violation."""

from __future__ import annotations

from pathlib import Path

import pytest
from looking import opened, violations
from pattern_book import URL, examples, pattern_book
from playwright.sync_api import Browser

from site_gen.base.theme import theme_of

pytestmark = pytest.mark.browser
SHIPPED = theme_of()


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("patterns")
    for path, data in pattern_book(SHIPPED).items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(data)
    return out / URL


def test_every_component_with_a_macro_has_examples() -> None:
    macros = {name.split("/")[1] for name in SHIPPED.files("components/*/macro.html")}

    assert set(examples(SHIPPED)) == macros


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_component_has_an_accessibility_violation(browser: Browser, book: Path, scheme: str, width: int) -> None:
    page = opened(browser, book.as_uri(), color_scheme=scheme, viewport={"width": width, "height": 900})

    assert violations(page) == []
    page.context.close()


def test_status_is_told_by_word_and_shape_also_in_forced_colours(browser: Browser, book: Path) -> None:
    page = opened(browser, book.as_uri(), forced_colors="active")
    chips = page.locator(".st")

    assert all(chips.nth(i).inner_text().strip() for i in range(chips.count()))
    shapes = {chips.nth(i).evaluate("e => getComputedStyle(e, '::before').content") for i in range(6)}
    assert len(shapes) == 6
    page.context.close()

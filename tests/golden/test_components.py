"""The markup of each component, with its kept examples, is the agreed one. `make golden` keeps it anew."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from builds import SHIPPED
from kept import lines, main_part
from pattern_book import URL, examples, pattern_book

KEPT = Path(__file__).parent / "components"
COMPONENTS = sorted(examples(SHIPPED))


@pytest.fixture(scope="module")
def book() -> dict[str, str]:
    """The pattern book by component: what stands below the heading that bears its name."""
    parts = re.split(r'<h2 class="component">(.+?)</h2>', main_part(pattern_book(SHIPPED)[URL].decode()))
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_the_book_shows_every_component(book: dict[str, str]) -> None:
    assert sorted(book) == COMPONENTS


@pytest.mark.parametrize("component", COMPONENTS)
def test_the_markup_of_a_component_is_the_agreed_one(
    component: str, book: dict[str, str], golden: Callable[[Path, str], None]
) -> None:
    golden(KEPT / f"{component}.html", lines(book[component]))


def test_nothing_is_kept_of_a_component_that_is_gone() -> None:
    assert sorted(path.stem for path in KEPT.iterdir()) == COMPONENTS

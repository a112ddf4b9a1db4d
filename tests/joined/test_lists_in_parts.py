"""No list outgrows a page: for every kind, a site with very many entries keeps every page within its budget."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from crowds import base_catalog, crowded, rendered
from plain import plain

from site_gen.kind import Kind
from site_gen.kinds import KINDS
from site_gen.model.catalog import Catalog
from site_gen.pages.page import Page
from site_gen.pages.parts import BUDGET, part_url
from site_gen.rules.snapshot import Snapshot

MANY = {"person": 90, "indicator": 30, "budget": 40, "report": 90, "plan": 60}
"""What stands on one page by its nature (a contact list, a table of years) has as many entries as ten years give a commune."""
USUAL = 300
OF_ONE = 12
"""So many pages of one template are rendered: those of single entries are alike."""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return base_catalog(tmp_path_factory.mktemp("many"))


Made = Callable[[str], list[tuple[Page, bytes]]]
"""The pages of a site with very many entries of the kind of a name."""


@pytest.fixture(scope="module")
def made(base: Catalog) -> Made:
    """Each site is made once."""
    kinds = {kind.name: kind for kind in KINDS}
    return cache(lambda name: list(few_alike(crowded(base, kinds[name], MANY.get(name, USUAL)))))


def few_alike(snapshot: Snapshot) -> Iterator[tuple[Page, bytes]]:
    """Every page, of those that are alike a few."""
    seen: Counter[str] = Counter()

    def choose(page: Page) -> bool:
        seen[page.template] += 1
        return seen[page.template] <= OF_ONE or page.part.parts > 0

    return rendered(snapshot, choose)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_however_many_entries_there_are_every_page_keeps_its_budget(kind: Kind, made: Made) -> None:
    heavy = {
        page.url: len(data)
        for page, data in made(kind.name)
        if len(data) > BUDGET and page.url != "cong-khai/tinh-trang.html"
    }
    assert heavy == {}


@pytest.mark.parametrize(
    "name", ["feedback", "document", "apology", "dialogue", "consultation", "register", "procedure"]
)
def test_the_parts_of_a_list_hold_every_row_once_and_lead_to_each_other(name: str, made: Made) -> None:
    parts: dict[str, list[Page]] = {}
    html: dict[str, str] = {}
    for page, data in made(name):
        if "/trang-" in page.url or page.part.after.endswith("/trang-2.html"):
            parts.setdefault(page.part.steps[0].url, []).append(page)
            html[page.url] = data.decode()
    assert parts
    for first, pages in parts.items():
        pages.sort(key=lambda page: page.part.number)
        assert [page.url for page in pages] == [part_url(first, n) for n in range(1, len(pages) + 1)]
        rows = [row for page in pages for key in page.long for row in plain(page.context)[key]]
        assert len(rows) == pages[0].part.all
        for page, after in zip(pages, [*pages[1:], None], strict=True):
            assert bool(re.search('rel="next"', html[page.url])) == (after is not None)
            assert bool(re.search('rel="prev"', html[page.url])) == (page is not pages[0])
            assert page.find is (None if page is pages[0] else False) or page is pages[0]


@pytest.mark.parametrize(
    ("url", "second"),
    [
        ("phan-anh/index.html", "phan-anh/trang-2.html"),
        ("van-ban/loai/quyet-dinh.html", "van-ban/loai/quyet-dinh/trang-2.html"),
        ("index.html", "trang-2.html"),
    ],
)
def test_the_first_part_keeps_the_address_and_the_others_lie_below_it(url: str, second: str) -> None:
    assert (part_url(url, 1), part_url(url, 2)) == (url, second)

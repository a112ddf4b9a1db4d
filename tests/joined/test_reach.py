"""A site of many entries: no page outgrows its budget, and every entry is at most three clicks from the home page."""

from __future__ import annotations

import posixpath
import re
from typing import Any

import pytest
from crowds import base_catalog, crowded, rendered

from site_gen.kinds import KINDS
from site_gen.pages.page import Page
from site_gen.pages.parts import BUDGET, FEW, NEAR, steps_of

MANY, CLICKS = 2_000, 3
FIELD = "thu-tuc/linh-vuc/ho-tich"
VERBS = ("Cấp giấy", "Cấp lại", "Chấp thuận", "Đăng ký")
LINK = re.compile(r'<a [^>]*href="([^"#?:]+)')


def differing(n: int) -> dict[str, Any]:
    """Procedures of one field that begin with few words, as those of a real list do."""
    name = f"{VERBS[n % len(VERBS)]} xác nhận việc thứ {n} của hộ gia đình, cá nhân có địa chỉ thường trú tại xã"
    return {"name": name, "procedure_field": "Hộ tịch", "code": f"1.{100_000 + n}"}


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Page, str]]:
    """Every page that is not one of the entries, which link to nothing that is theirs."""
    kind = next(kind for kind in KINDS if kind.name == "procedure")
    site = crowded(base_catalog(tmp_path_factory.mktemp("reach")), kind, MANY, differing)
    made = rendered(site, lambda page: page.template != "procedure/page.html")
    return {page.url: (page, data.decode()) for page, data in made}


def links(url: str, html: str) -> set[str]:
    return {posixpath.normpath(posixpath.join(posixpath.dirname(url), target)) for target in LINK.findall(html)}


def test_no_list_of_many_entries_outgrows_its_budget(lists: dict[str, tuple[Page, str]]) -> None:
    assert {url: len(html.encode()) for url, (_, html) in lists.items() if len(html.encode()) > BUDGET} == {}


def test_every_entry_is_at_most_three_clicks_from_home(lists: dict[str, tuple[Page, str]]) -> None:
    reached, front = {"index.html"}, {"index.html"}
    for _ in range(CLICKS):
        front = {to for url in front if url in lists for to in links(url, lists[url][1])} - reached
        reached |= front
    entries = {f"thu-tuc/1.{100_000 + n}.html" for n in range(MANY)}
    assert sorted(entries - reached) == []


def test_each_part_of_a_long_list_leads_to_the_first_the_last_its_neighbours_and_some_between(
    lists: dict[str, tuple[Page, str]],
) -> None:
    parts = sorted((page for page, _ in lists.values() if page.url.startswith(FIELD)), key=lambda p: p.part.number)
    urls = [page.url for page in parts]
    assert len(parts) > 2 * FEW
    for n, page in enumerate(parts):
        pager = lists[page.url][1].partition('<nav class="pager"')[2].partition("</nav>")[0]
        named = links(page.url, pager)
        near = {urls[m] for far in NEAR for m in (n - far, n + far) if 0 <= m < len(urls)}
        assert named >= {urls[0], urls[-1], *near} - {page.url}
        assert len(named) <= 2 * FEW
        assert pager.count('aria-current="page"') == 1


@pytest.mark.parametrize("parts", [2, FEW, FEW + 1, 45, 222, 834])
def test_every_part_of_a_long_list_is_at_most_five_leaps_from_every_other(parts: int) -> None:
    ways = {number: set(steps_of(number, parts)) for number in range(1, parts + 1)}
    for start in {1, 2, parts // 3, parts - 1, parts} - {0}:
        reached = front = {start}
        for _ in range(5):
            front = {to for number in front for to in ways[number]} - reached
            reached = reached | front
        assert reached == ways.keys()


def test_a_leap_says_how_the_part_begins_that_it_leads_to(lists: dict[str, tuple[Page, str]]) -> None:
    first = lists[f"{FIELD}.html"][0]
    said = {step.number: step.label for step in first.part.steps}
    assert said[1] == said[2] == ""
    assert {label for number, label in said.items() if number > 2} == {"Cấp giấy", "Cấp lại", "Chấp thuận", "Xác nhận"}

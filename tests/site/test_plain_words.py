"""Every page that is built speaks to citizens: abbreviations are explained, dates and shares have one form, no code of ours shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from outline import outline

from site_gen.joined.all_rules import RULES
from site_gen.reading.shipped import abbreviations, shipped_duties
from site_gen.render.telephone import NUMBER

SILENT = ("script", "style", "title", "option", "code", "pre", "desc", "text", "tspan")
"""Elements whose text is no sentence."""


def texts(element: Element, inside: tuple[Element, ...] = ()) -> Iterator[tuple[str, tuple[Element, ...]]]:
    """Every text of a page in its order, with the elements that it stands in."""
    if element.tag in SILENT:
        return
    within = (*inside, element)
    if element.text:
        yield element.text, within
    for child in element:
        yield from texts(child, within)
        if child.tail:
            yield child.tail, within


@pytest.fixture(scope="module")
def pages(built: Path) -> dict[str, list[tuple[str, tuple[Element, ...]]]]:
    """The texts of the body of each Vietnamese page."""
    found = {}
    for path in sorted(built.rglob("*.html")):
        page = outline(path)
        if next(page.iter("html")).get("lang") == "vi":
            found[path.relative_to(built).as_posix()] = list(texts(next(page.iter("body"))))
    return found


Pages = dict[str, list[tuple[str, tuple[Element, ...]]]]


def told(pages: Pages, faults: Callable[[str, tuple[Element, ...]], Iterator[str]]) -> list[str]:
    return [
        f"{url}: {fault}" for url, found in pages.items() for text, inside in found for fault in faults(text, inside)
    ][:20]


@pytest.mark.parametrize(
    "deviation",
    [
        pytest.param(r"(?<![\d/.])(?:\d/\d\d?|\d\d/\d)/(?:19|20)\d\d(?!\d)", id="a day or a month of one digit"),
        pytest.param(r"\b(?:19|20)\d\d-\d\d-\d\d\b", id="a date as machines write it"),
        pytest.param(r"\b\d\d?[.-]\d\d?[.-]20\d\d\b", id="a date with points or dashes"),
        pytest.param(r"\btháng \d/20\d\d", id="a month of one digit"),
    ],
)
def test_days_and_months_have_one_form(pages: Pages, deviation: str) -> None:
    def faults(text: str, inside: tuple[Element, ...]) -> Iterator[str]:
        yield from re.findall(deviation, text)

    assert told(pages, faults) == []


@pytest.mark.parametrize("deviation", [r"\d[ \u00a0\u202f]%", r"\d phần trăm\b", r"\d\.\d+%"])
def test_shares_have_one_form(pages: Pages, deviation: str) -> None:
    def faults(text: str, inside: tuple[Element, ...]) -> Iterator[str]:
        yield from re.findall(deviation, text)

    assert told(pages, faults) == []


def test_no_code_of_a_rule_or_a_duty_is_shown(pages: Pages) -> None:
    codes = {rule.code for rule in RULES} | {duty.id.upper() for duty in shipped_duties()}

    def faults(text: str, inside: tuple[Element, ...]) -> Iterator[str]:
        yield from codes.intersection(re.findall(r"\b[A-Z]+\d+\b", text))
        yield from re.findall(r"tin cậy:? [ABC]\b", text)

    assert told(pages, faults) == []


def test_an_abbreviation_is_explained_where_a_page_first_uses_it(pages: Pages) -> None:
    known = abbreviations()
    pattern = re.compile(r"(?<![\w/.@-])(" + "|".join(sorted(known, key=len, reverse=True)) + r")(?!\w|[/.@-]\w)")
    wrong = []
    for url, found in pages.items():
        explained: set[str] = set()
        for text, inside in found:
            if inside[-1].tag == "abbr":
                explained.add(text)
                continue
            wrong += [f"{url}: {short}" for short in pattern.findall(text) if short not in explained]

    assert wrong[:20] == []


def test_each_is_explained_once_to_a_page(pages: Pages) -> None:
    for url, found in pages.items():
        once = [text for text, inside in found if inside[-1].tag == "abbr"]
        assert len(once) == len(set(once)), url


def test_a_telephone_number_can_be_dialled_where_it_stands(pages: Pages) -> None:
    before = ""

    def faults(text: str, inside: tuple[Element, ...]) -> Iterator[str]:
        nonlocal before
        for hit in NUMBER.finditer(text):
            is_fax = re.search(r"fax\W*$", before + text[: hit.start()], re.IGNORECASE)
            dials = any(e.tag == "a" and e.get("href", "").startswith("tel:") for e in inside)
            if not dials and not is_fax:
                yield hit[0]
        before = text[-20:]

    assert told(pages, faults) == []
    assert sum(e.get("href", "").startswith("tel:") for found in pages.values() for _, i in found for e in i[-1:]) > 500

"""Every page that is built, as somebody hears it: landmarks, headings, tables, names of what can be used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from outline import outline, words

pytestmark = pytest.mark.proves("structure")


@pytest.fixture(scope="module")
def pages(built: Path) -> dict[str, Element]:
    return {p.relative_to(built).as_posix(): outline(p) for p in sorted(built.rglob("*.html"))}


def told(pages: dict[str, Element], faults: Callable[[Element], Iterator[str]]) -> list[str]:
    """What is wrong, page by page; the first twenty say enough."""
    return [f"{url}: {fault}" for url, page in pages.items() for fault in faults(page)][:20]


def name_of(element: Element, page: Element) -> str:
    """The accessible name, as far as our markup gives one."""
    if "aria-labelledby" in element.attrib:
        named = {e.get("id"): e for e in page.iter() if e.get("id")}
        return " ".join(words(named[i]) for i in element.attrib["aria-labelledby"].split() if i in named)
    return element.get("aria-label", "")


def test_every_page_has_its_landmarks_once(pages: dict[str, Element]) -> None:
    def faults(page: Element) -> Iterator[str]:
        body = next(page.iter("body"))
        for tag in ("header", "main", "footer"):
            if (n := sum(1 for _ in body.iter(tag))) != 1:
                yield f"{n} times <{tag}>"
        if next(page.iter("html")).get("lang") not in ("vi", "en"):
            yield "its language is not stated"

    assert len(pages) > 800
    assert told(pages, faults) == []


def test_landmarks_of_one_kind_have_different_names(pages: dict[str, Element]) -> None:
    def faults(page: Element) -> Iterator[str]:
        marks = [
            e for e in page.iter() if e.tag in ("nav", "aside", "section") or e.get("role") in ("region", "search")
        ]
        names = [(e.get("role", "region" if e.tag == "section" else e.tag), name_of(e, page)) for e in marks]
        for (kind, name), n in Counter(names).items():
            if n > 1 and name:
                yield f"{n} times {kind} named '{name}'"
            if not name and kind != "region":  # without a name a section is no landmark
                yield f"a {kind} without a name"

    assert told(pages, faults) == []


def test_headings_leave_out_no_level(pages: dict[str, Element]) -> None:
    def faults(page: Element) -> Iterator[str]:
        last = 0
        for e in page.iter():
            if e.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
                if int(e.tag[1]) > last + 1:
                    yield f"{e.tag} '{words(e)[:50]}' after h{last}"
                if not words(e):
                    yield f"an empty {e.tag}"
                last = int(e.tag[1])

    assert told(pages, faults) == []


def test_tables_have_a_caption_and_heads_that_say_what_they_head(pages: dict[str, Element]) -> None:
    def faults(page: Element) -> Iterator[str]:
        for table in page.iter("table"):
            caption = table.find("caption")
            name = words(caption) if caption is not None else ""
            if not name:
                yield "a table without a caption"
            heads = list(table.iter("th"))
            if not any(th.get("scope") == "col" for th in heads):
                yield f"'{name}' has no head of a column"
            for th in heads:
                if th.get("scope") not in ("col", "row", "rowgroup", "colgroup"):
                    yield f"'{name}': a head without scope"
                if not words(th):
                    yield f"'{name}': an empty head"

    assert told(pages, faults) == []


def test_rows_of_a_table_have_as_many_cells_as_its_head(pages: dict[str, Element]) -> None:
    def faults(page: Element) -> Iterator[str]:
        for table in page.iter("table"):
            hanging: list[int] = []
            wide = 0
            for row in table.iter("tr"):
                cells = [c for c in row if c.tag in ("td", "th")]
                mine = sum(int(c.get("colspan", 1)) for c in cells) + len(hanging)
                wide = wide or mine
                if mine != wide:
                    yield f"a row of {mine} cells in a table of {wide}"
                hanging = [n - 1 for n in hanging if n > 1] + [
                    s - 1 for c in cells if (s := int(c.get("rowspan", 1))) > 1
                ]

    assert told(pages, faults) == []


def test_what_can_be_used_has_a_name(pages: dict[str, Element]) -> None:
    def faults(page: Element) -> Iterator[str]:
        labelled = {e.get("for") for e in page.iter("label") if words(e)}
        for e in page.iter():
            if e.tag in ("a", "button", "summary") and not (words(e) or e.get("aria-label")):
                yield f"an empty {e.tag} {e.attrib}"
            if e.tag in ("input", "select", "textarea") and e.get("id") not in labelled:
                yield f"an {e.tag} without a label"
            if e.tag == "img" and "alt" not in e.attrib:
                yield f"a picture without words: {e.get('src')}"
            if e.get("tabindex") not in (None, "0", "-1"):
                yield f"an order of its own: {e.tag} {e.attrib}"

    assert told(pages, faults) == []


def test_references_between_elements_are_kept(pages: dict[str, Element]) -> None:
    def faults(page: Element) -> Iterator[str]:
        ids = {e.get("id") for e in page.iter() if e.get("id")}
        for e in page.iter():
            for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
                for wanted in e.get(attribute, "").split():
                    if wanted not in ids:
                        yield f"{attribute}={wanted} of a {e.tag}"

    assert told(pages, faults) == []


@pytest.mark.proves("alone")
def test_scripts_are_few_and_never_needed_to_read(pages: dict[str, Element]) -> None:
    def faults(page: Element) -> Iterator[str]:
        for script in page.iter("script"):
            name = script.get("src", "").rpartition("/")[2].partition(".")[0]
            if "src" in script.attrib and name not in ("search", "expire", "muc-luc"):
                yield f"a script {script.get('src')}"
            if "src" in script.attrib and "defer" not in script.attrib and name != "search":
                yield f"a script that readers wait for: {script.get('src')}"

    assert told(pages, faults) == []

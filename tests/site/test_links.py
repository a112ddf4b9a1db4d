"""The built site as a whole: every link and fragment leads somewhere, every page can be found, markup is valid."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from parsing import parsed


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def targets(path: Path) -> Iterator[str]:
    for element in parsed(path)[0].iter():
        for name in ("href", "src"):
            if isinstance(element.tag, str) and name in element.attrib:
                yield element.attrib[name]


def ids(path: Path) -> list[str]:
    return [e.attrib["id"] for e in parsed(path)[0].iter() if isinstance(e.tag, str) and "id" in e.attrib]


def test_every_internal_link_and_fragment_leads_somewhere(built: Path) -> None:
    broken = []
    for page in pages(built):
        here = page.relative_to(built).as_posix()
        for target in targets(page):
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                continue
            path = (
                posixpath.normpath(posixpath.join(posixpath.dirname(here), unquote(parts.path))) if parts.path else here
            )
            if path.startswith("..") or not (built / path).is_file():
                broken.append(f"{here}: {target}")
            elif parts.fragment and unquote(parts.fragment) not in ids(built / path):
                broken.append(f"{here}: {target} (no such place)")

    assert broken == []


def test_every_page_can_be_reached_from_home_within_four_steps(built: Path) -> None:
    seen, edge = {"index.html"}, ["index.html"]
    for _ in range(4):
        following = []
        for here in edge:
            for target in targets(built / here):
                parts = urlsplit(target)
                if not parts.scheme and parts.path.endswith(".html"):
                    path = posixpath.normpath(posixpath.join(posixpath.dirname(here), unquote(parts.path)))
                    if path not in seen:
                        seen.add(path)
                        following.append(path)
        edge = following

    everything = {p.relative_to(built).as_posix() for p in pages(built)}
    assert {p for p in everything - seen if not p.endswith("404.html")} == set()


def test_no_page_uses_an_id_twice(built: Path) -> None:
    doubled = {
        p.name: [i for i in set(found) if found.count(i) > 1]
        for p in pages(built)
        if len(set(found := ids(p))) < len(found)
    }

    assert doubled == {}


def test_every_page_parses_without_an_error(built: Path) -> None:
    faults = {p.relative_to(built).as_posix(): parsed(p)[1][:2] for p in pages(built) if parsed(p)[1]}

    assert faults == {}


def test_every_page_has_one_main_heading_a_title_and_its_charset_first(built: Path) -> None:
    for page in pages(built):
        tree = parsed(page)[0]
        assert len([e for e in tree.iter() if e.tag == "h1"]) == 1, page
        assert (tree.find(".//title").text or "").strip(), page
        head = page.read_bytes()[:200]
        assert b'<meta charset="utf-8">' in head, page


def test_no_page_carries_inline_style_or_script(built: Path) -> None:
    for page in pages(built):
        for element in parsed(page)[0].iter():
            if isinstance(element.tag, str):
                assert element.tag != "style", page
                assert element.tag != "script" or _harmless(element), page
                assert not [a for a in element.attrib if a == "style" or a.startswith("on")], page


def _harmless(script: Any) -> bool:
    """A script of the site's own, or a block of data, which no browser runs."""
    text = (script.text or "").strip()
    return not text if "src" in script.attrib else script.attrib.get("type") == "application/ld+json" and bool(text)


def test_illustrations_are_kept_out_of_search_engines(built: Path) -> None:
    for page in pages(built):
        assert b'<meta name="robots" content="noindex">' in page.read_bytes(), page


@pytest.mark.parametrize("word", ["dữ liệu mẫu"])
def test_invented_progress_is_marked_on_every_page_that_shows_it(built: Path, word: str) -> None:
    for page in (built / "cam-giang" / "ke-hoach" / "cchc-2023").rglob("*.html"):
        assert word in page.read_text(encoding="utf-8"), page

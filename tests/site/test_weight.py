"""What a page weighs, as budgeted: a village with a slow network, a phone with little memory."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from outline import outline

HTML, STYLE, FIRST_SEARCH, REQUESTS = 50_000, 15_000, 25_000, 6
"""Bytes of a page as it lies on the disk; packed bytes of all style sheets and of what a first search loads; files a page asks for."""
FINGERPRINTED = re.compile(r"\.[a-z]{10}\.\w+$")


def pages(built: Path) -> list[Path]:
    return sorted(built.rglob("*.html"))


def packed(*files: Path) -> int:
    return sum(len(gzip.compress(f.read_bytes(), 9, mtime=0)) for f in files)


def loaded(page: Path) -> dict[str, str]:
    """What a browser fetches with the page, by address, and as what."""
    out = {}
    for e in outline(page).iter():
        if e.tag == "link" and e.get("rel") in ("stylesheet", "icon"):
            out[e.attrib["href"]] = e.attrib["rel"]
        elif e.tag in ("script", "img", "source", "iframe", "video", "audio", "object") and "src" in e.attrib:
            out[e.attrib["src"]] = e.tag
    return out


def test_no_page_is_heavier_than_its_budget(built: Path) -> None:
    heavy = {p.relative_to(built).as_posix(): n for p in pages(built) if (n := p.stat().st_size) > HTML}

    assert heavy == {}


def test_no_page_asks_for_more_files_than_its_budget(built: Path) -> None:
    many = {p.relative_to(built).as_posix(): len(a) for p in pages(built) if len(a := loaded(p)) + 1 > REQUESTS}

    assert many == {}


def test_all_style_together_keeps_its_budget(built: Path) -> None:
    sheets = list((built / "cam-giang" / "assets").glob("*.css"))

    assert len(sheets) == 2
    assert packed(*sheets) <= STYLE


@pytest.mark.parametrize("site", ["cam-giang", "phu-thuong", "."])
def test_what_the_search_page_loads_before_a_question_keeps_its_budget(built: Path, site: str) -> None:
    page = built / site / "tim-kiem.html"
    scripts = [page.parent / url for url, kind in loaded(page).items() if kind == "script"]

    assert len(scripts) == 2
    assert packed(*scripts) <= FIRST_SEARCH


def test_what_pages_load_is_named_by_its_content_and_comes_from_the_site(built: Path) -> None:
    for page in pages(built):
        for url, kind in loaded(page).items():
            assert not re.match(r"[a-z]+:|//", url), (page, url)
            assert (page.parent / url).is_file(), (page, url)
            assert kind == "img" or FINGERPRINTED.search(url), (page, url)


def test_style_asks_for_no_font_and_no_picture(built: Path) -> None:
    for sheet in built.rglob("*.css"):
        assert not re.search(r"@font-face|@import|url\(", sheet.read_text(encoding="utf-8")), sheet


def test_what_a_page_loads_says_how_large_it_is_before_it_comes(built: Path) -> None:
    """Nothing jumps while pictures load."""
    for page in pages(built):
        for image in outline(page).iter("img"):
            assert {"width", "height"} <= set(image.attrib), (page, image.attrib)

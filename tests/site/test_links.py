"""The built site as a whole: every link and fragment leads somewhere, every page can be found, markup is valid."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from parsing import parsed

from site_gen.outputs.links import check_site


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_every_link_leads_somewhere_and_every_page_is_three_clicks_from_home(built: Path) -> None:
    assert [(d.code, d.at.path, d.at.line, str(d.message)) for d in check_site(built)] == []


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

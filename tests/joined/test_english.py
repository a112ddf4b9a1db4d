"""The English pages: there where the site has an English name, one for each translation, and nothing in them that was not said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from builds import DAY, change, clean, lay
from plain import plain

from site_gen.joined.english import CONTACT, GUIDE_HERE, HOME, ORGANISATION, TRANSLATIONS, english_pages
from site_gen.joined.site import pages_of
from site_gen.pages.page import Page
from site_gen.pipeline.gather import gather
from site_gen.pipeline.request import Request
from site_gen.rules.snapshot import Snapshot

ENGLISH = """english:
  name: People's Committee of Bình An Commune
  short_name: Bình An Commune
  place: Thái Nguyên Province, Viet Nam
  hours: Monday to Friday, 7:30–11:30
"""


def snapshot(content: Path) -> Snapshot:
    (only,) = gather(Request(content, content.parent / "output", DAY)).snapshots
    return only


@pytest.fixture
def content(tmp_path: Path) -> Path:
    laid = lay(tmp_path / "content")
    settings = laid / "site.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + ENGLISH, encoding="utf-8")
    change(laid / "units" / "van-phong.yml", "aliases:", "name_en: Office of the Council and the Committee\naliases:")
    return laid


def by_url(pages: tuple[Page, ...]) -> dict[str, Page]:
    return {page.url: page for page in pages}


def test_a_site_without_an_english_name_has_no_english_page(tmp_path: Path) -> None:
    site = snapshot(lay(tmp_path / "content"))

    assert english_pages(site) == ()
    assert {page.alternates for page in pages_of(site)} == {()}
    assert GUIDE_HERE in by_url(pages_of(site))


def test_each_english_page_and_its_twin_name_each_other(content: Path) -> None:
    site = snapshot(content)
    pages = by_url((*pages_of(site), *english_pages(site)))

    for here, there in TRANSLATIONS.items():
        assert pages[here].alternates == pages[there].alternates == (("vi", here), ("en", there))


def test_a_site_that_is_in_english_needs_no_second_one(content: Path) -> None:
    settings = content / "site.yml"
    settings.write_text("language: en\n" + settings.read_text(encoding="utf-8"), encoding="utf-8")

    assert english_pages(snapshot(content)) == ()


def test_only_what_has_an_english_name_is_listed_beside_its_own(content: Path) -> None:
    (group,) = plain(by_url(english_pages(snapshot(content)))[ORGANISATION].context)["groups"]

    assert [(u["name"], u["here"], u["url"]) for u in group["units"]] == [
        ("Office of the Council and the Committee", "Văn phòng HĐND và UBND xã", "don-vi/van-phong.html")
    ]


def test_the_pages_are_in_english_and_say_what_is_not(content: Path, tmp_path: Path) -> None:
    shown = {path: data.decode() for path, data in clean(content, tmp_path / "out").items() if path.endswith(".html")}

    for there in TRANSLATIONS.values():
        assert '<html lang="en">' in shown[there]
        assert '<li class="beside"><a href="../' in shown[there]
    home = shown[HOME]
    assert "<h1>People&#39;s Committee of Bình An Commune</h1>" in home
    assert re.search(r'<p class="soft" lang="vi">Ủy ban nhân dân xã Bình An</p>', home)
    assert "Monday to Friday, 7:30–11:30" in shown[CONTACT]
    assert 'hreflang="x-default" href="https://binhan.example.gov.vn/index.html"' in home
    assert (
        '<link rel="alternate" hreflang="en" href="https://binhan.example.gov.vn/en/index.html">' in shown["index.html"]
    )


def test_english_pages_are_not_found_by_the_vietnamese_search(content: Path) -> None:
    assert {page.find for page in english_pages(snapshot(content))} == {False}

"""A voice that reads aloud is told of every phrase in another language than the page (WCAG 2.2, 3.1.2)."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from builds import REPOSITORY

from site_gen.reading.shipped import FOLDER

VOID = {"meta", "link", "img", "br", "input", "hr", "col", "source", "wbr", "area", "base"}
SILENT = {"script", "style", "code", "pre"}
"""What is no sentence of the page."""
ENGLISH = re.compile(
    r"(?<![\w.\-/@])(?:the|of|and|with|this|that|from|are|was|were|your|which|index)(?![\w\-/@]|\.\w)", re.I
)
"""Words that hold an English sentence together, or stand in phrases that the pages use; none is a word of Vietnamese."""
VIETNAMESE = re.compile(r"\w*[ăâđêôơưạảãàáằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]\w*", re.IGNORECASE)


class Spoken(HTMLParser):
    """What of a page is read aloud, with the language in which it would be."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str, bool]] = []
        self.said: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        language = given.get("lang") or (self.open[-1][1] if self.open else "")
        silent = tag in SILENT or (bool(self.open) and self.open[-1][2])
        if not silent:
            self.said += [(language, text) for name in ("alt", "title", "aria-label") if (text := given.get(name))]
        if tag not in VOID:
            self.open.append((tag, language, silent))

    def handle_endtag(self, tag: str) -> None:
        if tag in [name for name, *_ in self.open]:
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self.open and not self.open[-1][2] and self.open[-1][0] != "title":
            self.said.append((self.open[-1][1], " ".join(data.split())))


@pytest.fixture(scope="module")
def spoken(built: Path) -> list[tuple[str, str, str]]:
    """Every phrase of every page: address, language, words."""
    said = []
    for path in sorted(built.rglob("*.html")):
        page = Spoken()
        page.feed(path.read_text("utf-8"))
        said += [(path.relative_to(built).as_posix(), language, text) for language, text in page.said]
    return said


def names_in_english() -> set[str]:
    """The words of Vietnamese names that English pages say: names of places are said as the text around them."""
    told = set()
    for file in (REPOSITORY / "content").glob("*/site.yml"):
        english = yaml.safe_load(file.read_text("utf-8")).get("english", {})
        told |= set(
            VIETNAMESE.findall(" ".join(str(english.get(key)) for key in ("name", "short_name", "place", "about")))
        )
    return told


def test_no_english_phrase_is_read_with_a_vietnamese_voice(spoken: list[tuple[str, str, str]]) -> None:
    shipped = yaml.safe_load((FOLDER / "foreign_phrases.yml").read_text("utf-8"))["phrases"]
    known = [one["phrase"] for one in shipped if one["language"] == "en"]
    astray = [
        (path, text)
        for path, language, text in spoken
        if language == "vi" and (ENGLISH.search(text) or any(phrase in text for phrase in known))
    ]
    assert astray == []


def test_no_vietnamese_phrase_is_read_with_an_english_voice(spoken: list[tuple[str, str, str]]) -> None:
    names = names_in_english()
    astray = [
        (path, text)
        for path, language, text in spoken
        if language == "en" and not set(VIETNAMESE.findall(text)) <= names
    ]
    assert astray == []


def test_every_page_says_its_language(spoken: list[tuple[str, str, str]]) -> None:
    assert {language for _, language, _ in spoken} <= {"vi", "en"}

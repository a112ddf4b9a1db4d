"""The font that ships: every letter of Vietnamese, its licence beside it, and a list that tells the truth of it."""

from __future__ import annotations

import itertools
import unicodedata

import pytest
from builds import THEME
from fontTools.ttLib import TTFont

from site_gen.outputs.board.letters import BREAK, LACKING, fitted, lacking, printable

FONTS = THEME / "board" / "fonts"
KNOWN = printable(FONTS)
FILES = sorted(FONTS.glob("*.ttf"))


def test_there_are_four_styles_and_their_licence() -> None:
    assert [path.stem for path in FILES] == ["Tinos-Bold", "Tinos-BoldItalic", "Tinos-Italic", "Tinos-Regular"]
    licence = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert licence.startswith("Copyright 2010 Google Inc.")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence


def test_the_list_of_characters_is_what_every_style_has() -> None:
    held = [set(TTFont(path).getBestCmap()) for path in FILES]
    assert {ord(char) for char in KNOWN} == set.intersection(*held)


def test_every_letter_of_vietnamese_is_there() -> None:
    vowels = "aăâeêioôơuưy"
    tones = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
    letters = {unicodedata.normalize("NFC", v + t) for v, t in itertools.product(vowels, tones)} | {"đ"}
    assert len(letters) == 73
    assert {c for letter in letters for c in (letter, letter.upper())} - KNOWN == set()


def test_what_the_sheets_and_officials_write_is_there() -> None:
    assert set("“”‘’–—…•→≥≤×−²³½‰°₫§%&/()[]{}@#*+=<>|~^" + LACKING) - KNOWN == set()


def test_a_character_that_is_not_there_is_found_wherever_it_stands() -> None:
    value = {"rows": [{"name": "☎ Một cửa"}, {"name": "Đất đai\n✓"}], "count": 3, "none": None}
    assert lacking(value, KNOWN) == {"☎", "✓"}
    assert fitted(value, KNOWN) == {
        "rows": [{"name": "□ Một cửa"}, {"name": "Đất đai\n□"}],
        "count": 3,
        "none": None,
    }


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("https://camgiang.example.gov.vn/a", ["https://", "camgiang.", "example.", "gov.", "vn/", "a"]),
        ("07/QĐ-UBND", ["07/QĐ-UBND"]),
        ("Hồ sơ gồm bản chính và bản sao", ["Hồ sơ gồm bản chính và bản sao"]),
    ],
)
def test_only_a_long_address_gets_places_to_break_at(text: str, parts: list[str]) -> None:
    assert str(fitted(text, KNOWN)).split(BREAK) == parts

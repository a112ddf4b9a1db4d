from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.outputs.search.words import words

SPELT = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạờửỹỵ ABĐÝ.,-/0123456789")


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Đăng ký khai sinh", "dang ki khai sinh"),
        ("hoà giải", "hòa giải"),
        ("Quỹ, QUĨ; quy-qui", "qui qui qui qui"),
        ("Y tế", "i te"),
        ("mỹ thuật kỹ thuật lý lịch tỷ lệ", "mi thuat ki thuat li lich ti le"),
        ("23/KH-UBND", "23 kh ubnd"),
    ],
)
def test_spellings_of_the_same_words_meet(text: str, same: str) -> None:
    assert words(text) == words(same) == words(same.upper())


@pytest.mark.parametrize(("one", "other"), [("tay", "tai"), ("may", "mai"), ("thuy", "thui"), ("say", "sai")])
def test_syllables_in_which_y_makes_another_word_stay_apart(one: str, other: str) -> None:
    assert words(one) != words(other)


@given(SPELT)
def test_the_way_letters_are_composed_does_not_matter(text: str) -> None:
    assert words(unicodedata.normalize("NFD", text)) == words(unicodedata.normalize("NFC", text))


@given(SPELT)
def test_words_are_made_of_plain_letters_and_figures(text: str) -> None:
    assert all(word.isascii() and word.isalnum() and word == word.lower() for word in words(text))

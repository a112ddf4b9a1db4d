"""Letters of other alphabets are found where they stand for Vietnamese ones, and only there."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.base import lookalikes
from site_gen.base.lookalikes import corrected, find_lookalikes, may_have_lookalikes


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Ðảng", "Đảng"),
        ("ðường", "đường"),
        ("Ɖường", "Đường"),
        ("Тhôn", "Thôn"),
        ("BАN", "BAN"),
        ("ВСЕ", "BCE"),
        ("Μẫu", "Mẫu"),
        ("𝐓hông", "Thông"),
        ("ＵＢＮＤ", "UBND"),
        ("１２", "12"),
        ("Ⅲ", "III"),
        ("Vǎn", "Văn"),
        ("а\u0300nh", "ành"),
        ("th\u200bôn", "thôn"),
        ("th\u00adôn", "thôn"),
    ],
)
def test_a_word_with_an_odd_letter_is_told_with_the_word_that_is_meant(word: str, meant: str) -> None:
    assert [(at, said, better) for at, said, _, better in find_lookalikes(f"Về {word} này")] == [(3, word, meant)]
    assert corrected(word) == meant


@pytest.mark.parametrize(
    "line",
    [
        "Ủy ban nhân dân xã Bình An",
        "Anh Loïc ở phố Citroën, Åse Bjørn",
        "Cụ bà 10 µm, Δ T = 5 Ω, vùng α và ρ",
        "Mời bạn Nga: Привет, мир!",
        "½ ngày, 5 m², ① một, № 5, 20 °C",
        "👨‍👩‍👧 gia đình",
        "chữ\u200b có\u200b khoảng không ở cuối",
    ],
)
def test_what_stands_in_its_own_right_is_left(line: str) -> None:
    assert find_lookalikes(line) == []


@given(st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạẤẦẨẪẬ 0123456789,.-/\n", max_size=60))
def test_vietnamese_text_is_never_suspicious(text: str) -> None:
    assert not may_have_lookalikes(unicodedata.normalize("NFC", text))


@given(st.text(max_size=40))
def test_mending_twice_is_mending_once(text: str) -> None:
    assert corrected(corrected(text)) == corrected(text)


@given(st.text(st.characters() | st.sampled_from("aăĐ" + lookalikes.UNSEEN)))
def test_the_first_look_passes_over_no_letter_that_may_be_wrong(text: str) -> None:
    assert lookalikes.may_have_lookalikes(text) == (lookalikes._SIGNS.search(text) is not None)

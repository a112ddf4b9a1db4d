"""Two texts are one name only where they are spelt alike; marks tell names apart."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.base.names import name_key, same_name
from site_gen.base.vietnamese import fold

TONES = "\u0300\u0301\u0303\u0309\u0323"
ONSETS = ("", "b", "c", "ch", "đ", "d", "h", "kh", "ng", "nh", "qu", "gi", "th", "tr", "x")
VOWELS = ("a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "oa", "oe", "uy", "ia", "iê", "ươ", "uô", "ây")
ENDS = ("", "n", "ng", "nh", "m")


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


syllables = st.builds(
    lambda onset, vowels, tone, end: (onset, vowels, tone, end),
    st.sampled_from(ONSETS),
    st.sampled_from(VOWELS),
    st.sampled_from(("", *TONES)),
    st.sampled_from(ENDS),
)
names = st.lists(syllables, min_size=1, max_size=4)
Syllable = tuple[str, str, str, str]


def written(name: list[Syllable], on_last: bool = True) -> str:
    def one(syllable: Syllable) -> str:
        onset, vowels, tone, end = syllable
        at = len(vowels) if on_last else 1
        return onset + vowels[:at] + tone + vowels[at:] + end

    return composed(" ".join(map(one, name)))


@given(names, names)
def test_two_names_are_the_same_only_where_every_letter_and_mark_is(one: list[Syllable], other: list[Syllable]) -> None:
    assert same_name(written(one), written(other)) == (written(one) == written(other))


@given(names)
def test_where_the_tone_mark_sits_makes_no_other_name(name: list[Syllable]) -> None:
    assert same_name(written(name), written(name, on_last=False))


@given(st.text(max_size=40))
def test_form_capitals_and_blanks_make_no_other_name(text: str) -> None:
    for spelling in (unicodedata.normalize("NFD", text), f"  {text}\u00a0"):
        assert same_name(text, spelling) or not name_key(text).strip()


@given(names)
def test_capitals_make_no_other_name(name: list[Syllable]) -> None:
    assert same_name(written(name), written(name).upper())


@given(names, names)
def test_what_is_one_name_folds_alike(one: list[Syllable], other: list[Syllable]) -> None:
    if same_name(written(one), written(other)):
        assert fold(written(one)) == fold(written(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ủy ban nhân dân", "Uỷ ban nhân dân"),
        ("Văn hoá – Xã hội", "VĂN HÓA-XÃ  HỘI"),
        ("Nghiên cứu & Phát triển", "Nghiên cứu và phát triển"),
        ("Các ban, ngành", "Các ban ngành"),
        ("Qúy", "quý"),
        ("Thôn Già", "Thôn Gìa"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thôn Hà", "Thôn Hạ"),
        ("Thôn Hà", "Thôn Ha"),
        ("Địa chính", "Dịa chính"),
        ("12/QĐ-UBND", "12/QD-UBND"),
        ("Kỹ thuật", "Kĩ thuật"),
        ("Thôn Cô", "Thôn Cơ"),
        ("Tổ 1-2", "Tổ 12"),
        ("Đảng ủy", "Ðảng ủy"),
        ("--", "..."),
    ],
)
def test_different_names(one: str, other: str) -> None:
    assert not same_name(one, other)

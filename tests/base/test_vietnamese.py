"""Vietnamese text: names that mean the same meet, order is the dictionary's, numbers are read as they are written."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.base.vietnamese import (
    fold,
    natural_key,
    number_in_words,
    same_words,
    show_date,
    show_number,
    slug,
    sort_key,
    strip_marks,
)

PLAIN = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
MARKED = "".join(unicodedata.normalize("NFC", v + m) for v in "aăâeêioôơuưy" for m in "\u0300\u0309\u0303\u0301\u0323")
LETTERS = PLAIN + MARKED + (PLAIN + MARKED).upper()
vietnamese = st.text(LETTERS + "0123456789 -–/&.,()", max_size=30)
anything = st.text(max_size=60)


@given(anything)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(anything)
def test_a_folded_text_has_only_small_latin_letters_digits_and_single_blanks(text: str) -> None:
    assert re.fullmatch(r"(?:[a-z0-9]+(?: [a-z0-9]+)*)?", fold(text))


@given(vietnamese)
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@given(vietnamese)
def test_capitals_do_not_part_two_names(text: str) -> None:
    assert fold(text.upper()) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ủy ban nhân dân", "Uỷ ban nhân dân"),
        ("Văn hoá", "Văn hóa"),
        ("Tài chính – Kế hoạch", "Tài chính - Kế hoạch"),
        ("Văn hóa- Xã  hội", "Văn hoá - xã hội"),
        ("Nghiên cứu & Phát triển", "Nghiên cứu và phát triển"),
        ("Địa chính", "DIA CHINH"),
        ("Các ban, ngành", "Các ban ngành"),
    ],
)
def test_spellings_that_mean_the_same_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(anything)
def test_a_slug_is_ascii_and_stays_as_it_is(text: str) -> None:
    made = slug(text)
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", made)
    assert slug(made) == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Cải cách thể chế", "cai-cach-the-che"),
        ("Đường 30/4 (đoạn 2)", "duong-30-4-doan-2"),
        ("ƯƠNG ươn Ỷ ỵ", "uong-uon-y-y"),
        ("1.004220", "1-004220"),
        ("中文", ""),
    ],
)
def test_a_slug_reads_like_its_text(text: str, made: str) -> None:
    assert slug(text) == made


@given(vietnamese)
def test_marks_are_stripped_and_nothing_else(text: str) -> None:
    assert len(strip_marks(text)) == len(text)
    assert strip_marks(text).isascii() or "–" in text


@given(st.lists(vietnamese, max_size=6), st.randoms(use_true_random=False))
def test_sorting_gives_one_order_whatever_order_it_began_with(texts: list[str], random: object) -> None:
    shuffled = list(texts)
    random.shuffle(shuffled)
    assert sorted(shuffled, key=sort_key) == sorted(texts, key=sort_key)


@given(vietnamese, vietnamese)
def test_only_the_same_text_has_the_same_place(one: str, other: str) -> None:
    assert (sort_key(one) == sort_key(other)) == (one == other)


def test_words_stand_as_in_a_vietnamese_dictionary() -> None:
    ordered = ["a", "à", "ả", "ã", "á", "ạ", "an", "ăn", "ân", "ba", "bá", "da", "dê", "đa", "đê", "em", "êm"]
    ordered += ["o", "ô", "ơ", "tu", "tư", "y"]
    assert sorted(ordered, key=sort_key) == ordered


def test_a_letter_weighs_more_than_a_tone() -> None:
    assert sorted(["má", "man", "mà", "ma"], key=sort_key) == ["ma", "mà", "má", "man"]


def test_numbers_inside_names_stand_by_their_size() -> None:
    ordered = ["Thôn 1", "Thôn 2", "Thôn 10", "Thôn 10A", "Thôn Ao", "Thôn Ăn", "Thôn Ấm", "Thôn Dâu", "Thôn Đá"]
    ordered += ["Thôn O", "Thôn Ổi", "Thôn Ông", "Thôn Ơn", "Thôn U", "Thôn Ứng", "Tổ dân phố số 9", "Tổ dân phố số 11"]
    assert sorted(set(ordered), key=sort_key) == ordered


def test_item_numbers_stand_in_the_order_of_counting() -> None:
    assert sorted(["2.10", "2.9", "10.1", "2"], key=natural_key) == ["2", "2.9", "2.10", "10.1"]


@given(st.dates())
def test_a_date_is_day_month_year(day: date) -> None:
    parts = [int(x) for x in show_date(day).split("/")]
    assert date(parts[2], parts[1], parts[0]) == day


@given(st.decimals(-(10**12), 10**12, places=3))
def test_a_number_is_read_back_as_it_was(number: Decimal) -> None:
    shown = show_number(number)
    assert Decimal(shown.replace(".", "").replace(",", ".")) == number


@pytest.mark.parametrize(
    ("number", "places", "shown"),
    [
        (Decimal("73.25"), None, "73,25"),
        (Decimal("8.50"), None, "8,5"),
        (Decimal(8), None, "8"),
        (1234567, None, "1.234.567"),
        (Decimal("1E+3"), None, "1.000"),
        (Decimal("-1234.5"), None, "-1.234,5"),
        (Decimal("8.5"), 2, "8,50"),
        (8000, 0, "8.000"),
    ],
)
def test_numbers_are_shown_with_decimal_comma_and_points(number: Decimal | int, places: int | None, shown: str) -> None:
    assert show_number(number, places) == shown


DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
ONES = {**{word: n for n, word in enumerate(DIGITS)}, "mốt": 1, "lăm": 5}


def read_words(words: str) -> int:
    """A reader written apart from the writer: groups of three before nghìn, triệu, tỷ."""

    def group(parts: list[str]) -> int:
        value = 0
        for place, word in enumerate(parts):
            if word == "trăm":
                value = value * 100
            elif word == "mươi":
                value = value // 100 * 100 + value % 100 * 10
            elif word == "mười":
                value += 10
            elif word != "linh":
                value += ONES[word]
            assert place < 7
        return value

    total, pending, here = 0, 0, []
    for word in words.split():
        if word == "tỷ":
            total, pending, here = (total + pending + group(here)) * 10**9, 0, []
        elif word in ("triệu", "nghìn"):
            pending, here = pending + group(here) * {"triệu": 10**6, "nghìn": 10**3}[word], []
        else:
            here.append(word)
    return total + pending + group(here)


numbers = st.integers(0, 10**18 - 1) | st.integers(0, 10**4) | st.integers(0, 999).map(lambda n: n * 1000)


@given(numbers)
def test_an_amount_in_words_is_read_back_as_it_was(n: int) -> None:
    assert read_words(number_in_words(n)) == n


@given(numbers, numbers)
def test_an_amount_in_words_says_its_number_and_no_other(n: int, other: int) -> None:
    assert same_words(f"{number_in_words(n)} đồng", n, "đồng")
    assert same_words(f"{number_in_words(n)} đồng", other, "đồng") == (n == other)


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi bốn"),
        (105, "một trăm linh năm"),
        (406, "bốn trăm linh sáu"),
        (1_000, "một nghìn"),
        (1_005, "một nghìn không trăm linh năm"),
        (2_050_000, "hai triệu không trăm năm mươi nghìn"),
        (10**9, "một tỷ"),
        (10**12, "một nghìn tỷ"),
    ],
)
def test_amounts_are_spelt_as_treasuries_spell_them(n: int, words: str) -> None:
    assert number_in_words(n) == words


@pytest.mark.parametrize("n", [-1, 10**18])
def test_an_amount_that_has_no_words_is_refused(n: int) -> None:
    with pytest.raises(ValueError, match=str(n)):
        number_in_words(n)


@pytest.mark.parametrize(
    ("declared", "n"),
    [
        ("Bốn trăm linh sáu triệu đồng", 406),
        ("Bốn trăm lẻ sáu triệu đồng.", 406),
        ("bốn trăm lẻ sáu triệu đồng chẵn./.", 406),
        ("Hai mươi tư triệu đồng", 24),
        ("Hai mươi nhăm triệu đồng", 25),
        ("Một ngàn triệu đồng", 1000),
    ],
)
def test_other_spellings_of_an_amount_count_as_the_same(declared: str, n: int) -> None:
    assert same_words(declared, n, "triệu đồng")


@pytest.mark.parametrize("declared", ["Bốn trăm sáu mươi triệu đồng", "Bốn trăm linh sáu nghìn đồng", ""])
def test_another_amount_does_not(declared: str) -> None:
    assert not same_words(declared, 406, "triệu đồng")

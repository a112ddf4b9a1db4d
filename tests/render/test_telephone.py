"""Telephone numbers become links that a thumb can dial; a fax does not."""

from __future__ import annotations

import pytest

from site_gen.render.telephone import dialled


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("0208 3 871 234", "tel:+842083871234"),
        ("(0208) 3871234", "tel:+842083871234"),
        ("0912.345.678", "tel:+84912345678"),
        ("+84 208 3871 234", "tel:+842083871234"),
        ("1900 1234", "tel:19001234"),
        ("0208 3871 234, máy lẻ 12", "tel:+842083871234;ext=12"),
    ],
)
def test_a_number_is_a_link_that_dials_it(text: str, address: str) -> None:
    assert f'href="{address}"' in dialled(text)


def test_words_around_a_number_stay_and_are_escaped() -> None:
    assert dialled("<b> 0208 3 871 234 (giờ hành chính)") == (
        '&lt;b&gt; <a class="tel" href="tel:+842083871234">0208 3 871 234</a> (giờ hành chính)'
    )


def test_of_two_numbers_both_can_be_dialled() -> None:
    assert dialled("0208 3 871 234; 0912 345 678").count("tel:") == 2


@pytest.mark.parametrize(
    "text", ["Fax: 0208 3 871 234", "fax 0208 3871 234", "", "ngày 05/01/2023", "1.001193", "02/2025"]
)
def test_what_is_no_telephone_is_left_alone(text: str) -> None:
    assert dialled(text) == text

"""Which words make a row a total."""

from __future__ import annotations

import unicodedata

import pytest

from site_gen.model.figures import is_total

TOTALS = ("Tổng cộng", "TỔNG CỘNG", "Tổng số", "Tổng", "Cộng", "Cộng:", "tong cong", "cong", "**Tổng cộng**")
OF_WHAT = ("Tổng cộng (I+II)", "Cộng I", "Tổng số toàn xã", "Tổng cộng chung")


@pytest.mark.parametrize("text", [*TOTALS, *OF_WHAT])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_total_is_known_in_any_case_and_with_any_marks(text: str, form: str) -> None:
    assert is_total(unicodedata.normalize(form, text))


@pytest.mark.parametrize(
    "text", ["Tổng số thu", "Tổng hợp", "Công", "Cống", "Công an", "Cộng đồng", "Tổng kết", "Tổng chi ngân sách", ""]
)
def test_other_words_that_look_alike_are_no_totals(text: str) -> None:
    assert not is_total(text)

"""One form of letters and line ends."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.base.plain_text import normalise


@given(st.text())
def test_normal_text_is_composed_ends_lines_in_one_way_and_stays_so(text: str) -> None:
    once = normalise(text)
    assert "\r" not in once
    assert unicodedata.is_normalized("NFC", once)
    assert normalise(once) == once


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_counts_as_one(end: str) -> None:
    assert normalise(f"a{end}{end}b") == "a\n\nb"

"""A scan that leaves out what a text's words rule out finds what a scan finds that leaves out nothing."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_finding import INNOCENT
from test_finding import PERSONAL as SPELLINGS
from test_registers import OFFICIAL
from test_registers import PERSONAL as REGISTERED

from site_gen.outputs.privacy import finding, patterns, scan
from site_gen.outputs.privacy.first_look import CLASS, PAINTED, YEAR, Text, held_by
from site_gen.outputs.privacy.hit import Hit

KEPT = [*SPELLINGS, *INNOCENT, *REGISTERED, *OFFICIAL]
NUMBERS = ["0912 345 678", "001085012345", "095123456", "AB 123456", "GD4010123456789", "29A-123.45", "01/02/1990", "a@b.vn", "1980"]  # fmt: skip  # words of a list
BETWEEN = [
    " ",
    "",
    "\n",
    ": ",
    "\u00a0",
    "  ",
    "\u200b",
    "-",
    "(",
    "\u2009",
    "số ",
    "Nguyễn Văn A, ",
    "İ",
    "Σ",
    "\u0301",
    "ông ",
]
PIECES = st.sampled_from([*KEPT, *patterns.SIGNS, *NUMBERS, *BETWEEN])
TEXTS = st.lists(PIECES | PIECES.map(str.upper) | st.text(max_size=3), max_size=12).map("".join)


def plain_scan(text: str) -> list[Hit]:
    """What is found when every word may hold everything."""
    with patch.object(finding, "held_by", return_value=-1):
        return scan(text)


@given(TEXTS)
@example("CMND\u2009095123456, Ngày\nsinh: 01/02/1990")
@settings(max_examples=400)
def test_nothing_is_lost_by_looking_at_the_words_first(text: str) -> None:
    assert scan(text) == plain_scan(text)


@pytest.mark.parametrize("text", KEPT)
def test_nothing_is_lost_in_any_text_that_is_kept_as_an_example(text: str) -> None:
    assert scan(text) == plain_scan(text)
    assert scan(text.upper()) == plain_scan(text.upper())


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Số\u00a0TÀI khoản", ["số tài khoản", "tài khoản"]),
        ("sđt", ["sđt", "đt"]),
        ("tài liệu, (khoản 2)", ["tài khoản"]),  # its words stand there, if not together
        ("sinh 7/1990, 29A-123.45, TE 4", ["sinh", YEAR, PAINTED, CLASS]),
        ("điện thoạ i 7/19905 123.456 TEN", []),
    ],
)
def test_a_text_may_hold_what_its_words_hold(text: str, held: list[str]) -> None:
    looked = Text(text, text.lower(), held_by(text))
    assert [what for what in dict.fromkeys((*patterns.SIGNS, YEAR, PAINTED, CLASS)) if looked.may_hold(what)] == held

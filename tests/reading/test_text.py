"""Bytes to text: UTF-8, composed, with ordinary line ends, or a refusal."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from site_folders import CONTENT

from site_gen.base.diagnostics import Severity
from site_gen.reading.old_encodings import TCVN3
from site_gen.reading.text import decode

utf8 = st.text(st.characters(codec="utf-8"), max_size=200)


def _encoded(text: str) -> st.SearchStrategy[bytes]:
    return st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "cp1258"]).map(
        lambda name: text.encode(name, "ignore")
    )


@settings(max_examples=400)
@given(st.binary(max_size=200) | utf8.flatmap(_encoded))
def test_any_bytes_give_a_clean_text_or_an_error(raw: bytes) -> None:
    source, found = decode(raw, "a.yml")
    if source is None:
        assert any(d.severity is Severity.ERROR for d in found)
    else:
        assert unicodedata.is_normalized("NFC", source.text)
        assert "\r" not in source.text
        assert "\0" not in source.text


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\r\ufeff"), max_size=100))
def test_the_place_of_a_broken_byte_is_counted_in_letters(before: str) -> None:
    _, found = decode(before.encode() + b"\xe1\xba", "a.yml")
    rows = unicodedata.normalize("NFC", before).split("\n")
    assert [(len(rows), len(rows[-1]) + 1)] == [(d.at.line, d.at.column) for d in found]


@pytest.mark.parametrize("path", sorted(CONTENT.rglob("*.yml")), ids=lambda p: p.relative_to(CONTENT).as_posix())
def test_real_vietnamese_is_never_taken_for_an_old_encoding(path: Path) -> None:
    source, found = decode(path.read_bytes(), path.name)
    assert source is not None
    assert found == []


def test_every_letter_of_tcvn3_is_known_by_the_byte_the_standard_gives_it() -> None:
    letters = {letter for letter in TCVN3.values() if letter != "\0"}
    marks = "\u0300\u0309\u0303\u0301\u0323"
    vowels = "aăâeêioôơuưy"
    assert {unicodedata.normalize("NFC", v + m) for v in vowels for m in marks} <= letters
    assert len(letters) == len([x for x in TCVN3.values() if x != "\0"])
    assert {0xB5: "à", 0xB8: "á", 0xD3: "ể", 0xE4: "ọ", 0xFE: "ỵ"}.items() <= TCVN3.items()

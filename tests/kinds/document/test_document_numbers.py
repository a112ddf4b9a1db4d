"""A document's number is read in the forms in which it is written."""

from __future__ import annotations

import pytest

from site_gen.kinds.document.model import DocumentType
from site_gen.kinds.document.numbers import SYMBOLS, Parts, parts


@pytest.mark.parametrize(
    ("number", "read"),
    [
        ("12/QĐ-UBND", Parts("12", None, "QĐ")),
        ("012/QĐ-UBND", Parts("12", None, "QĐ")),
        ("05/2026/QĐ-UBND", Parts("5", 2026, "QĐ")),
        ("45/UBND-VP", Parts("45", None, "UBND")),
        ("12a/KH-UBND", Parts("12a", None, "KH")),
        ("07 / TTr-HĐND", Parts("7", None, "TTr")),
        ("/KH-UBND", None),
        ("không số", None),
    ],
)
def test_serial_year_and_symbol(number: str, read: Parts | None) -> None:
    assert parts(number) == read


def test_no_two_types_share_a_symbol() -> None:
    assert len(set(SYMBOLS.values())) == len(SYMBOLS)
    assert set(DocumentType) - set(SYMBOLS) == {DocumentType.OFFICIAL_LETTER, DocumentType.PUBLIC_LETTER}

"""What stands around a sheet: whose it is, where it is dated from, which words its templates use."""

from __future__ import annotations

import pytest
from builds import SHIPPED, THEME

from site_gen.outputs.board.frame import authority, place
from site_gen.outputs.board.words import ids, words


@pytest.mark.parametrize(
    ("name", "lines", "from_"),
    [
        ("Ủy ban nhân dân xã Cẩm Giàng", ("ỦY BAN NHÂN DÂN", "XÃ CẨM GIÀNG"), "Cẩm Giàng"),
        ("Uỷ ban nhân dân phường Hương Thủy", ("UỶ BAN NHÂN DÂN", "PHƯỜNG HƯƠNG THỦY"), "Hương Thủy"),
        ("UBND xã Mẫu", ("UBND XÃ MẪU",), ""),
        ("Trung tâm Phục vụ hành chính công", ("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",), ""),
    ],
)
def test_the_authority_stands_in_capitals_and_gives_the_place(name: str, lines: tuple[str, ...], from_: str) -> None:
    assert authority(name) == lines
    assert place(name) == from_


def test_the_ids_of_a_template_are_found() -> None:
    assert list(ids('#tr("No.") #tr("Page {page}/{pages}", page: 1) #tr-with("at {hour}", hour: x) #str("No")')) == [
        "No.",
        "Page {page}/{pages}",
        "at {hour}",
    ]


def test_every_word_that_a_template_asks_for_is_given() -> None:
    given = words(SHIPPED, "en")
    asked = {id for path in (THEME / "board").glob("*.typ") for id in ids(path.read_text(encoding="utf-8"))}
    assert asked == set(given)
    assert len(given) > 80
    assert all(id == said for id, said in given.items())

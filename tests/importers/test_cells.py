"""What stands in one cell, taken apart: bodies, products, times."""

from __future__ import annotations

import pytest

from site_gen.importers.rows import Row, RowKind
from site_gen.importers.table import Cell
from site_gen.importers.targets.cells import names, names_a_product, things
from site_gen.importers.targets.plan_cells import said_in


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("CC Văn phòng và CB,CCcó liên quan", ["CC Văn phòng", "CB,CC có liên quan"]),
        ("Công chức tư pháp - CB, CC có liên quan", ["Công chức tư pháp", "CB, CC có liên quan"]),
        ("Văn phòng và công chức chuyên môn", ["Văn phòng", "công chức chuyên môn"]),
        ("Văn phòng HĐND và UBND xã", ["Văn phòng HĐND và UBND xã"]),
        ("Phòng Văn hóa - Xã hội", ["Phòng Văn hóa - Xã hội"]),
        ("UBNDxã; Trưởng thôn", ["UBND xã", "Trưởng thôn"]),
        ("TTr-UBND", ["TTr-UBND"]),
    ],
)
def test_people_behind_an_office_are_a_body_of_their_own(text: str, bodies: list[str]) -> None:
    assert names(text) == bodies


@pytest.mark.parametrize(
    ("text", "products"),
    [
        ("Xây dựng kế hoạch thực hiện, báo cáo kết quả", ["Xây dựng kế hoạch thực hiện", "báo cáo kết quả"]),
        ("Kế hoạch tuyên truyền\n-\nBáo cáo", ["Kế hoạch tuyên truyền", "Báo cáo"]),
        ("Báo cáo kết quả, kinh phí", ["Báo cáo kết quả, kinh phí"]),
    ],
)
def test_products_in_one_cell(text: str, products: list[str]) -> None:
    assert things(text) == products


def test_what_begins_as_a_product_does() -> None:
    assert names_a_product("Ban hành quyết định")
    assert not names_a_product("Ban hành")
    assert not names_a_product("thực hiện kế hoạch")


@pytest.mark.parametrize(
    ("key", "text", "doubtful"),
    [
        ("lead", "Cán bộ, công", True),
        ("lead", "Cán bộ, công chức", False),
        ("deadline", "Quý, 6 tháng, 9 tháng, năm xã, thị trấn", True),
        ("deadline", "Theo kế hoạch của UBND xã", False),
        ("deadline", "Tháng 11/2023", False),
    ],
)
def test_what_slipped_out_of_a_neighbour_is_a_doubt(key: str, text: str, doubtful: bool) -> None:
    cell = Cell(text, 0, 0)
    noted = getattr(said_in({key: cell}, Row(RowKind.ITEM, "1", {0: cell}), {}, 2023)[key], "doubts", ())
    assert ("IMP005" in [doubt.code for doubt in noted]) is doubtful

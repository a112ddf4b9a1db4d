"""Tables are whole again after page breaks; headings, groups, sums and captions are told from rows."""

from __future__ import annotations

from collections.abc import Sequence

from office_files import grid

from site_gen.importers.assembly import assemble
from site_gen.importers.rows import RowKind
from site_gen.importers.table import Book, Paragraph, Table, table_of
from site_gen.importers.targets.plan_columns import headed

HEAD = ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian thực hiện"]


def _book(*blocks: Table | Paragraph) -> Book:
    return Book("a", "text", blocks)


def _table(rows: Sequence[Sequence[str]], number: int = 1, above: Sequence[str] = ()) -> Table:
    return table_of(rows, number, above)


def _lines(book: Book) -> list[list[str]]:
    (whole,) = assemble(book, headed)
    return [[row.text(column) for column in range(len(whole.headings))] for row in whole.rows]


def test_a_table_that_repeats_its_headings_on_the_next_page_is_one() -> None:
    book = _book(
        _table([HEAD, ["1", "Lập kế hoạch", "A", "Quý I"]]), _table([HEAD, ["2", "Báo cáo", "B", "Quý II"]], 2)
    )
    assert [line[0] for line in _lines(book)] == ["1", "2"]


def test_what_hangs_below_a_page_break_goes_back_to_its_cell() -> None:
    book = _book(
        _table([HEAD, ["1", "Rà soát văn bản của HĐND và", "Phòng", "Hoàn thành trước tháng"]]),
        _table([HEAD, ["", "UBND xã", "Tư pháp", "11/2026"], ["2", "Báo cáo", "B", "Quý II"]], 2),
    )
    assert _lines(book)[0] == [
        "1",
        "Rà soát văn bản của HĐND và UBND xã",
        "Phòng Tư pháp",
        "Hoàn thành trước tháng 11/2026",
    ]


def test_a_numbered_row_below_a_page_break_keeps_its_own_cells() -> None:
    book = _book(
        _table([HEAD, ["1", "Đẩy mạnh việc", "A", "Quý I"]]),
        _table([HEAD, ["2", "luân chuyển hồ sơ", "B", "Quý II"]], 2),
    )
    assert _lines(book) == [
        ["1", "Đẩy mạnh việc luân chuyển hồ sơ", "A", "Quý I"],
        ["2", "", "B", "Quý II"],
    ]


def test_a_joint_is_a_remark_with_its_place() -> None:
    book = _book(_table([HEAD, ["1", "Rà", "A", ""]]), _table([HEAD, ["", "soát", "", ""]], 2))
    (whole,) = assemble(book, headed)
    ((place, message),) = whole.remarks
    assert (place.part, place.row, place.column) == (2, 2, 2)
    assert "soát" in str(message)


def test_an_annex_of_its_own_is_another_table() -> None:
    first = _table([HEAD, ["1", "a", "A", ""], ["2", "b", "A", ""]])
    second = _table([HEAD, ["1", "c", "A", ""]], 2, ["Phụ lục số 02"])
    assert [len(whole.rows) for whole in assemble(_book(first, second), headed)] == [2, 1]


def test_headings_of_two_rows_are_read_together() -> None:
    table = grid(
        [
            ["TT", "Nhiệm vụ", "Phân công", "", "Thời gian"],
            ["", "", "Chủ trì", "Phối hợp", ""],
            ["1", "a", "A", "B", "Quý I"],
        ],
        [(0, 0, 2, 1), (0, 1, 2, 1), (0, 2, 1, 2), (0, 4, 2, 1)],
    )
    (whole,) = assemble(_book(table), headed)
    assert whole.headings == ["TT", "Nhiệm vụ", "Phân công Chủ trì", "Phân công Phối hợp", "Thời gian"]
    assert len(whole.rows) == 1


def test_the_numbers_of_the_columns_are_no_row() -> None:
    assert _lines(_book(_table([HEAD, ["(1)", "(2)", "(3)", "(4)"], ["1", "a", "A", "Quý I"]]))) == [
        ["1", "a", "A", "Quý I"]
    ]


def test_groups_sums_and_signatures_are_told_from_rows() -> None:
    rows = [
        HEAD,
        ["I", "CẢI CÁCH THỂ CHẾ", "", ""],
        ["1", "Lập kế hoạch", "A", "Quý I"],
        ["", "Tổng cộng", "12", ""],
        ["", "Người lập biểu", "", ""],
    ]
    (whole,) = assemble(_book(_table(rows)), headed)
    assert [row.kind for row in whole.rows] == [RowKind.GROUP, RowKind.ITEM, RowKind.TOTAL, RowKind.NOTE]


def test_two_tables_of_one_sheet_are_two_and_what_stands_between_is_a_caption() -> None:
    other = ["STT", "Nội dung công việc", "Người thực hiện", "Ghi chú"]
    rows = [
        ["PHỤ LỤC", "", "", ""],
        HEAD,
        ["1", "a", "A", "Quý I"],
        ["B. VIỆC KHÁC", "", "", ""],
        other,
        ["1", "b", "B", ""],
    ]
    first, second = assemble(_book(_table(rows)), headed)
    assert (first.above, second.above) == (("PHỤ LỤC",), ("B. VIỆC KHÁC",))
    assert [len(whole.rows) for whole in (first, second)] == [1, 1]


def test_a_merged_cell_covers_the_rows_below() -> None:
    table = grid([HEAD, ["1", "a", "A", "Quý I"], ["2", "b", "", "Quý II"]], [(1, 2, 2, 1)])
    (whole,) = assemble(_book(table), headed)
    assert [row.below for row in whole.rows] == [frozenset(), frozenset({2})]

"""A tracking sheet becomes dated progress, a list becomes guides to be completed; what is not sure is told."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from import_proof import plain

from site_gen.importers.importing import Asked, Imported, KnownTask
from site_gen.importers.known import TARGETS, likely_target
from site_gen.importers.table import Book, Cell, Place, Table, table_of

TASKS = (
    KnownTask("cchc-2026", "i.1", "1", "1", "Lập kế hoạch kiểm tra"),
    KnownTask("cchc-2026", "i.2", "2", "2", "Báo cáo kết quả"),
    KnownTask("cchc-2026", "i.2/1", "2.1", "3", "Báo cáo sáu tháng"),
    KnownTask("khac", "i.1", "1", "1", "Việc của kế hoạch khác"),
)
ASKED = Asked(date(2026, 11, 30), publisher="ubnd-xa", tasks=TASKS)
HEAD = ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Tình trạng", "Tỷ lệ hoàn thành", "Kết quả thực hiện"]


def _read(rows: list[list[str]], asked: Asked = ASKED, name: str = "") -> Imported:
    book = Book("theo-doi.xlsx", "xlsx", (table_of(rows, "Trang 1"),))
    target = next((t for t in TARGETS if t.name == name), None) or likely_target(book)
    assert target is not None
    assert target.name == (name or "progress")
    return target.read(book, asked)


def _updates(imported: Imported) -> dict[str, list[Any]]:
    return {draft.path: plain(draft.data)["updates"] for draft in imported.drafts}


def test_a_sheet_of_one_period_is_a_report(  # the title names the period, the words name the tasks
) -> None:
    rows = [
        ["THEO DÕI KẾ HOẠCH QUÝ III NĂM 2026", "", "", "", "", ""],
        HEAD,
        ["1", "Lập kế hoạch kiểm tra", "Văn phòng", "Đã hoàn thành", "100%", "Kế hoạch số 12"],
        ["2", "Báo cáo kết quả", "Văn phòng", "Đang thực hiện", "50", ""],
        ["3", "Báo cáo sáu tháng", "Văn phòng", "Chưa hoàn thành", "", ""],
    ]
    imported = _read(rows)
    assert _updates(imported) == {
        "plans/cchc-2026/progress/2026-q3.yml": [
            {"item": "i.1", "status": "done", "text": "Kế hoạch số 12", "done_count": "100%"},
            {"item": "i.2", "status": "under_way", "done_count": "50%"},
            {"item": "i.2/1", "status": "under_way"},
        ]
    }
    data = plain(imported.drafts[0].data)
    assert (data["period"], data["date"]) == ("Quý III/2026", "30/09/2026")
    assert imported.doubts == []


def test_columns_of_several_periods_are_several_reports() -> None:
    rows = [
        ["STT", "Nhiệm vụ", "Quý I/2026 Tình trạng", "Quý I/2026 Kết quả", "Quý II/2026 Tình trạng"],
        ["1", "Lập kế hoạch kiểm tra", "Đang thực hiện", "Đã dự thảo", "Hoàn thành"],
        ["2", "Báo cáo kết quả", "", "", "Chưa thực hiện"],
    ]
    found = _updates(_read(rows))
    assert {path[-11:-4]: [(u["item"], u["status"]) for u in updates] for path, updates in found.items()} == {
        "2026-q1": [("i.1", "under_way")],
        "2026-q2": [("i.1", "done"), ("i.2", "not_started")],
    }


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["9", "Việc lạ", "", "Hoàn thành", "", ""], "IMP025"),
        (["2", "Lời khác hẳn", "", "Hoàn thành", "", ""], "IMP025"),
        (["1", "Lập kế hoạch kiểm tra", "", "Hoàn thành", "40%", ""], "IMP025"),
        (["1", "Lập kế hoạch kiểm tra", "", "ờ", "", ""], "IMP025"),
    ],
)  # fmt: skip  # a table of rows
def test_what_is_not_sure_is_told(row: list[str], code: str) -> None:
    doubts = _read(
        [["Quý I/2026", "", "", "", "", ""], HEAD, row, ["1", "Lập kế hoạch kiểm tra", "", "Hoàn thành", "", ""]]
    ).doubts
    assert code in [doubt.code for doubt in doubts]


def test_a_task_that_comes_twice_is_told_and_the_first_stays() -> None:
    twice = [["1", "Lập kế hoạch kiểm tra", "", state, "", ""] for state in ("Hoàn thành", "Đang thực hiện")]
    imported = _read([["Quý I/2026", "", "", "", "", ""], HEAD, *twice])
    assert [doubt.code for doubt in imported.doubts] == ["IMP021"]
    assert [u["status"] for u in plain(imported.drafts[0].data)["updates"]] == ["done"]


def test_a_share_that_a_spreadsheet_holds_is_a_per_cent() -> None:
    texts = [["Quý I/2026", "", "", "", "", ""], HEAD, ["1", "Lập kế hoạch kiểm tra", "", "", "0,5", ""]]
    cells = [
        Cell(text, r, c, value=0.5 if text == "0,5" else None, at=Place("a", r + 1, c + 1))
        for r, row in enumerate(texts)
        for c, text in enumerate(row)
        if text
    ]
    book = Book("a.xlsx", "xlsx", (Table("a", cells),))
    target = next(t for t in TARGETS if t.name == "progress")
    assert plain(target.read(book, ASKED).drafts[0].data)["updates"] == [
        {"item": "i.1", "status": "under_way", "done_count": "50%"}
    ]


def test_a_sheet_without_a_known_task_is_nothing() -> None:
    imported = _read([HEAD, ["9", "Việc lạ", "", "Hoàn thành", "", ""]])
    assert imported.drafts == []
    assert "IMP013" in [doubt.code for doubt in imported.doubts]


def test_guides_are_made_of_a_list_where_that_is_asked_for() -> None:
    rows = [
        ["STT", "Mã TTHC", "Tên thủ tục hành chính", "Lĩnh vực", "Thời hạn giải quyết", "Phí, lệ phí"],
        ["1", "1.001193", "Đăng ký khai sinh", "Hộ tịch", "03 ngày làm việc", "8.000 đồng"],
        ["2", "1.000894", "Kết hôn", "Hộ tịch", "", "Theo quy định"],
        ["3", "", "Không mã", "Hộ tịch", "", ""],
    ]
    imported = _read(rows, name="procedure")
    assert [draft.path for draft in imported.drafts] == ["procedures/1.001193.yml", "procedures/1.000894.yml"]
    first, second = (plain(draft.data) for draft in imported.drafts)
    assert (first["draft"], first["time_limit"]) == ("có", "03 ngày làm việc")
    assert first["fees"][0]["amount"] == "8.000"
    assert second["fees"][0]["verbatim"] == "Theo quy định"
    assert "IMP020" in [doubt.code for doubt in imported.doubts]
    assert "IMP012" in [doubt.code for doubt in imported.doubts]

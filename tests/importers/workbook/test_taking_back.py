"""What an officer does to a workbook, and what a workbook must never do to a site."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from edited_workbooks import DAY, Site, codes

from site_gen.authoring.new_site import authority, new_site
from site_gen.importers.table import NotRead
from site_gen.importers.workbook.importing import take_back
from site_gen.importers.workbook.layout import RECORD, sheets_of
from site_gen.importers.workbook.reader import read_filled

ONE = """\
# văn bản một
type: quyết định
number: 12/QĐ-UBND   # số
date: 05/3/2026
issuer: ubnd-xa-mau
abstract: Ban hành quy chế
"""
TASKS = """\
tasks:
  - id: i.1
    area: I
    text: Việc một   # một
    lead: Văn phòng
    parts:
      - text: Phần một
      - {text: Phần hai, deadline: Quý I/2026}
  # việc hai
  - id: i.2
    area: I
    text: Việc hai
    lead: [Văn phòng, Phòng Kinh tế]
  - id: i.3
    area: I
    text: Việc ba
"""
LIST = """\
title: Danh mục
unit: ubnd-xa-mau
source: tỉnh
taken_on: 01/11/2026
rows:
  - code: "1.001193"
    name: Khai sinh
    procedure_field: Hộ tịch
  - code: "1.001190"
    name: Kết hôn
    procedure_field: Hộ tịch
"""


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("laid") / "content"
    files = new_site(authority("UBND xã Mẫu"), "tỉnh Mẫu", 2026, date(2026, 11, 21))
    for path, text in {
        **files,
        "documents/mot.yml": ONE,
        "documents/hai.yml": ONE.replace("12/", "13/"),
        "plans/cchc-2026/tasks.yml": TASKS,
        "procedure-lists/cap-xa.yml": LIST,
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def folder(laid_out: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(laid_out, tmp_path / "content"))


@pytest.fixture
def documents(folder: Path) -> Site:
    return Site(folder, "documents/*.yml")


@pytest.fixture
def tasks(folder: Path) -> Site:
    return Site(folder, "plans/*/tasks.yml")


@pytest.fixture
def lists(folder: Path) -> Site:
    return Site(folder, "procedure-lists/*.yml")


TASK, PART = 4, 6


def _row(site: Site, sheet: int, text: str) -> int:
    """The row that holds a text."""
    return next(cell.row - 1 for row in site.sheet(sheet) for cell in row if cell.value == text)


def test_comments_order_and_spelling_of_everything_else_stay(documents: Site) -> None:
    documents.cell(0, _row(documents, 0, "mot"), "Số, ký hiệu").value = "15/QĐ-UBND"
    documents.back()
    assert documents.text("documents/mot.yml") == ONE.replace("12/QĐ", "15/QĐ")


def test_taking_it_back_twice_changes_nothing(documents: Site) -> None:
    documents.cell(0, 1, "Trích yếu").value = "Khác"
    assert documents.back().files
    assert documents.back().files == {}


def test_columns_may_stand_in_any_order(documents: Site) -> None:
    page = documents.sheet(0)
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(reversed(row), 1):
            page.cell(number, column).value = value
    assert documents.back().files == {}


def _turn_over(site: Site, number: int) -> None:
    """Sorts the rows of a sheet the other way round."""
    page = site.sheet(number)
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    for place, row in enumerate((rows[0], *reversed(rows[1:])), 1):
        for column, value in enumerate(row, 1):
            page.cell(place, column).value = value


@pytest.mark.parametrize("pattern", ["documents/*.yml", "procedure-lists/*.yml", "plans/*/tasks.yml"])
def test_sorting_the_rows_of_a_workbook_sorts_no_file(folder: Path, pattern: str) -> None:
    site = Site(folder, pattern)
    for number in range(len(sheets_of(site.form))):
        _turn_over(site, number)
    assert site.back().files == {}


def test_a_value_that_is_edited_in_a_sorted_sheet_goes_to_its_own_row(lists: Site) -> None:
    (sheet,) = [
        n for n in range(len(sheets_of(lists.form))) if any(c.value == "Khai sinh" for r in lists.sheet(n) for c in r)
    ]
    _turn_over(lists, sheet)
    next(c for row in lists.sheet(sheet) for c in row if c.value == "Khai sinh").value = "Khai sinh lại"
    lists.back()
    assert lists.text("procedure-lists/cap-xa.yml") == LIST.replace("Khai sinh", "Khai sinh lại")


def test_a_deleted_column_deletes_nothing(documents: Site) -> None:
    documents.sheet(0).delete_cols(documents.cell(0, 1, "Trích yếu").column)
    taken = documents.back()
    assert (codes(taken), taken.files) == (["IMP034"], {})


def test_a_deleted_or_emptied_sheet_deletes_nothing_even_where_removing_was_asked_for(documents: Site) -> None:
    documents.sheet(0).delete_rows(2, 100)
    taken = documents.back(remove=True)
    assert (codes(taken), taken.files) == (["IMP034"], {})
    documents.book.remove(documents.sheet(0))
    taken = documents.back(remove=True)
    assert (set(codes(taken)), taken.files) == ({"IMP034"}, {})


def test_an_id_that_was_edited_is_told_and_nothing_is_written(documents: Site) -> None:
    documents.sheet(0).cell(2, 1).value = "ten-khac"
    taken = documents.back(remove=True)
    assert (codes(taken), taken.files) == (["IMP033"], {})


def test_of_two_rows_with_one_id_the_first_counts(documents: Site) -> None:
    page = documents.sheet(0)
    page.cell(3, 1).value = page.cell(2, 1).value
    documents.cell(0, 2, "Trích yếu").value = "Khác"
    taken = documents.back()
    assert codes(taken) == ["IMP033", "IMP030"]
    assert taken.files == {}


def test_a_formula_is_taken_by_its_value_and_one_without_value_is_told(documents: Site) -> None:
    documents.cell(0, 1, "Trích yếu").value = '="A"&"B"'  # openpyxl saves no value
    taken = documents.back()
    assert (codes(taken), taken.files) == (["IMP032"], {})


@pytest.mark.parametrize(
    ("held", "code"),
    [(1.001193, None), (1.00119, None), (1001193.0, None), (1.0012, "IMP036"), (1002000, "IMP036"), ("1.00119E+06", "IMP032"), (date(2026, 1, 2), "IMP032")],
)  # fmt: skip  # a table of what Excel makes of a code
def test_codes_that_excel_mangled(lists: Site, held: object, code: str | None) -> None:
    row = 2 if held == 1.00119 else 1
    lists.cell(1, row, "Mã thủ tục").value = held
    taken = lists.back()
    assert codes(taken) == ([code] if code else [])
    if code == "IMP036":
        assert f'code: "{"1.001200" if held == 1.0012 else "1.002000"}"' in lists.text("procedure-lists/cap-xa.yml")


def test_a_value_that_was_changed_on_both_sides_is_shown_with_both(documents: Site) -> None:
    documents.cell(0, _row(documents, 0, "mot"), "Trích yếu").value = "Của bảng tính"
    path = documents.source / "documents/mot.yml"
    path.write_text(ONE.replace("Ban hành quy chế", "Của trang"), encoding="utf-8")
    taken = documents.back()
    assert (codes(taken), taken.files) == (["IMP031"], {})
    assert "“Của trang”" in str(taken.doubts[0].message)
    assert "“Của bảng tính”" in str(taken.doubts[0].message)
    documents.back(replace=True)
    assert "abstract: Của bảng tính" in documents.text("documents/mot.yml")


def test_what_others_changed_elsewhere_in_the_file_stays(documents: Site) -> None:
    documents.cell(0, _row(documents, 0, "mot"), "Trích yếu").value = "Của bảng tính"
    changed = ONE.replace("05/3/2026", "06/3/2026") + "note: thêm\n"
    (documents.source / "documents/mot.yml").write_text(changed, encoding="utf-8")
    assert codes(documents.back()) == []
    assert documents.text("documents/mot.yml") == changed.replace("Ban hành quy chế", "Của bảng tính")


def test_an_entry_that_is_gone_since_is_not_made_again(documents: Site) -> None:
    documents.cell(0, _row(documents, 0, "mot"), "Trích yếu").value = "Khác"
    (documents.source / "documents/mot.yml").unlink()
    taken = documents.back()
    assert (codes(taken), taken.files) == (["IMP035"], {})


def test_an_item_is_found_again_where_others_came_before_it(tasks: Site) -> None:
    tasks.cell(TASK, _row(tasks, TASK, "i.2"), "Nhiệm vụ").value = "Việc hai, sửa"
    path = tasks.source / "plans/cchc-2026/tasks.yml"
    more = TASKS.replace("tasks:\n", "tasks:\n  - id: i.0\n    area: I\n    text: Việc mới\n")
    path.write_text(more, encoding="utf-8")
    assert codes(tasks.back()) == []
    assert path.read_text(encoding="utf-8") == more.replace("Việc hai\n", '"Việc hai, sửa"\n'.replace('"', ""))


def test_a_new_row_becomes_an_item_where_it_stands_and_once(tasks: Site) -> None:
    page = tasks.sheet(TASK)
    page.insert_rows(3)
    for heading, value in (("Mã", "i.1a"), ("Lĩnh vực", "I"), ("Nhiệm vụ", "Việc chen vào")):
        tasks.cell(TASK, 2, heading).value = value
    page.cell(3, 1).value, page.cell(3, 2).value = "cchc-2026", "moi"
    row = tasks.add(PART)
    parts = tasks.sheet(PART)
    parts.cell(row + 1, 1).value, parts.cell(row + 1, 2).value = "cchc-2026", "moi"
    tasks.cell(PART, row, "Nội dung").value = "Phần của việc mới"
    assert codes(tasks.back()) == []
    text = tasks.text("plans/cchc-2026/tasks.yml")
    new = "  - id: i.1a\n    area: I\n    text: Việc chen vào\n    parts:\n      - text: Phần của việc mới\n"
    assert text == TASKS.replace("  # việc hai\n", new + "  # việc hai\n")
    assert tasks.back().files == {}


def test_a_new_row_below_a_row_that_is_there(tasks: Site) -> None:
    row = tasks.add(PART)
    page = tasks.sheet(PART)
    page.cell(row + 1, 1).value, page.cell(row + 1, 2).value = "cchc-2026", "d1"
    tasks.cell(PART, row, "Nội dung").value = "Phần ba"
    tasks.back()
    assert "Quý I/2026}\n      - {text: Phần ba}\n" in tasks.text("plans/cchc-2026/tasks.yml")


def test_a_new_row_that_belongs_to_nothing_is_told(tasks: Site) -> None:
    row = tasks.add(PART)
    page = tasks.sheet(PART)
    page.cell(row + 1, 1).value, page.cell(row + 1, 2).value = "cchc-2026", "d99"
    tasks.cell(PART, row, "Nội dung").value = "Phần lạc"
    taken = tasks.back()
    assert (codes(taken), taken.files) == (["IMP033"], {})


def test_a_new_entry_is_a_file_and_a_draft_where_it_is_not_complete(documents: Site) -> None:
    page = documents.sheet(0)
    page.cell(4, 1).value = "moi"
    for heading, value in (("Số, ký hiệu", "20/QĐ-UBND"), ("Trích yếu", "Mới")):
        documents.cell(0, 3, heading).value = value
    taken = documents.back()
    assert codes(taken) == ["IMP038"]
    text = documents.text("documents/moi.yml")
    assert text.startswith("draft: có\ntype: (điền)\nnumber: 20/QĐ-UBND\ndate: (điền)\n")
    assert documents.back().files == {}


@pytest.mark.parametrize("id", ["../../x", "Mới", "a/b", "x" * 90, "site.yml/.."])
def test_an_id_that_is_no_id_makes_no_file(documents: Site, id: str) -> None:
    documents.sheet(0).cell(4, 1).value = id
    documents.cell(0, 3, "Trích yếu").value = "Mới"
    taken = documents.back()
    assert (codes(taken), taken.files) == (["IMP033"], {})


def test_a_row_that_was_taken_out_is_told_and_stays_unless_asked(tasks: Site) -> None:
    tasks.sheet(TASK).delete_rows(_row(tasks, TASK, "i.2") + 1)
    taken = tasks.back()
    assert (codes(taken), taken.files) == (["IMP030"], {})
    tasks.back(remove=True)
    text = tasks.text("plans/cchc-2026/tasks.yml")
    assert text == TASKS.replace(
        "  - id: i.2\n    area: I\n    text: Việc hai\n    lead: [Văn phòng, Phòng Kinh tế]\n", ""
    )
    assert codes(tasks.back(remove=True)) == []


def test_an_entry_that_was_taken_out_goes_where_that_was_asked_for(documents: Site) -> None:
    documents.sheet(0).delete_rows(_row(documents, 0, "mot") + 1)
    assert codes(documents.back()) == ["IMP030"]
    documents.back(remove=True)
    assert not (documents.source / "documents/mot.yml").exists()


def test_lists_of_texts_change_by_their_lines(tasks: Site) -> None:
    tasks.cell(TASK, _row(tasks, TASK, "i.2"), "Chủ trì").value = "Văn phòng\nCông an\nPhòng Kinh tế"
    tasks.cell(TASK, _row(tasks, TASK, "i.1"), "Chủ trì").value = "Văn phòng\nCông an"
    tasks.back()
    text = tasks.text("plans/cchc-2026/tasks.yml")
    assert "lead: [Văn phòng, Công an, Phòng Kinh tế]" in text
    assert "    lead:\n      - Văn phòng\n      - Công an\n    parts:\n" in text


def test_a_value_that_its_field_refuses_is_told_with_what_to_write(documents: Site) -> None:
    documents.cell(0, 1, "Ngày ban hành").value = "31/02/2026"
    documents.cell(0, 2, "Trích yếu").value = None
    taken = documents.back()
    assert (codes(taken), taken.files) == (["IMP032", "IMP032"], {})


def test_days_and_numbers_that_a_program_made_of_texts_are_taken_back(documents: Site) -> None:
    row = _row(documents, 0, "mot")
    documents.cell(0, row, "Ngày ban hành").value = date(2026, 3, 5)
    assert documents.back().files == {}
    documents.cell(0, row, "Ngày ban hành").value = date(2026, 3, 6)
    documents.back()
    assert "date: 06/03/2026" in documents.text("documents/mot.yml")


def test_a_workbook_of_another_site_is_refused(documents: Site) -> None:
    settings = documents.source / "site.yml"
    documents.book.save(documents.file)
    settings.write_text(settings.read_text(encoding="utf-8").replace("xã Mẫu", "xã Khác"), encoding="utf-8")
    filled = read_filled(documents.file)
    assert filled is not None
    with pytest.raises(NotRead, match="another site"):
        take_back(filled, Site(documents.source, documents.pattern).contents(), documents.source)


def test_a_workbook_without_its_record_is_refused(documents: Site) -> None:
    documents.book.remove(documents.book[RECORD])
    documents.book.save(documents.file)
    with pytest.raises(NotRead, match="hidden sheet"):
        read_filled(documents.file)


def test_a_record_that_somebody_changed_is_refused(documents: Site) -> None:
    documents.book[RECORD].cell(1, 2).value = "99"
    documents.book.save(documents.file)
    with pytest.raises(NotRead, match="damaged"):
        read_filled(documents.file)


def test_other_workbooks_are_none_of_ours(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.save(tmp_path / "a.xlsx")
    assert read_filled(tmp_path / "a.xlsx") is None
    (tmp_path / "b.csv").write_text("a;b\n", encoding="utf-8")
    assert read_filled(tmp_path / "b.csv") is None


def test_rows_above_the_headings_do_no_harm(documents: Site) -> None:
    documents.sheet(0).insert_rows(1, 3)
    assert documents.back().files == {}


def test_a_file_with_a_fault_is_left_out_and_told(documents: Site) -> None:
    (documents.source / "documents/ba.yml").write_text("a: [1\n", encoding="utf-8")
    contents = documents.contents()
    assert "ba" not in contents.files
    assert contents.found
    assert contents.day == DAY

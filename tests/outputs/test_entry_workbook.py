"""The workbook that is edited: text everywhere, ids protected, choices offered, help as notes, the same bytes each time."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest
from edited_workbooks import Site

from site_gen.importers.workbook.layout import GUIDE, LISTS, RECORD
from site_gen.outputs.entry_workbook import write_workbook

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("site") / "content"
    return Site(Path(shutil.copytree(ROOT / "content/phu-thuong", folder)), "documents/*.yml")


def test_the_first_sheet_explains_and_the_record_is_hidden_from_all(site: Site) -> None:
    assert site.book.sheetnames[0] == GUIDE
    assert site.book.sheetnames[-2:] == [LISTS, RECORD]
    assert site.book[RECORD].sheet_state == "veryHidden"
    assert "sitegen import" in " ".join(str(row[0].value) for row in site.book[GUIDE].iter_rows())


def test_every_cell_is_text_and_only_ids_are_locked(site: Site) -> None:
    page = site.sheet(0)
    assert page.protection.sheet
    cells = [cell for row in page.iter_rows(min_row=2) for cell in row if cell.value is not None]
    assert {(cell.data_type, cell.number_format) for cell in cells} == {("s", "@")}
    assert {cell.column for cell in cells if cell.protection.locked} == {1}


def test_headings_carry_the_help_of_their_field(site: Site) -> None:
    heading = next(cell for cell in site.sheet(0)[1] if cell.value == "Số, ký hiệu")
    assert heading.comment is not None
    assert site.form.model.model_fields["number"].description in heading.comment.text


def test_choices_and_references_are_offered(site: Site) -> None:
    offered = {str(rule.sqref).split(":")[0][:-1]: rule for rule in site.sheet(0).data_validations.dataValidation}
    kind, issuer = (site.cell(0, 1, heading).column_letter for heading in ("Loại văn bản", "Cơ quan ban hành"))
    assert offered[kind].errorStyle in (None, "stop")
    assert offered[issuer].errorStyle == "information"
    lists = [cell.value for row in site.book[LISTS].iter_rows(min_row=2) for cell in row if cell.value]
    assert {"quyết định", "có", "không"} <= set(lists)


def test_the_same_content_gives_the_same_bytes(site: Site, tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(site.contents(), tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_what_begins_like_a_formula_stays_text(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ROOT / "content/phu-thuong", tmp_path / "content"))
    path = next((folder / "documents").glob("*.yml"))
    text = path.read_text(encoding="utf-8")
    abstract = next(line for line in text.splitlines() if line.startswith("abstract:"))
    path.write_text(text.replace(abstract, "abstract: '=1+1'"), encoding="utf-8")
    site = Site(folder, "documents/*.yml")
    (cell,) = [cell for row in site.sheet(0).iter_rows(min_row=2) for cell in row if cell.value == "=1+1"]
    assert cell.data_type == "s" or openpyxl.load_workbook(site.file).epoch
    assert site.back(write=False).files == {}

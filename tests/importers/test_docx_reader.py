"""A Word document is read as Word shows it: spans, numbers that Word counts, inserted text; not what is deleted or hidden."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import element, grid, write_docx

from site_gen.importers.readers.docx import read_docx
from site_gen.importers.table import Book, NotRead


def _read(path: Path) -> Book:
    return read_docx(path)


def test_merged_cells_keep_their_spans(tmp_path: Path) -> None:
    table = grid([["A", "B", "C"], ["1", "x", "y"], ["2", "", "z"]], [(1, 1, 2, 1), (0, 0, 1, 2)])
    (read,) = _read(write_docx(tmp_path / "a.docx", [table])).tables
    assert [(c.text, c.row, c.column, c.rows, c.columns) for c in read.cells] == [
        ("A", 0, 0, 1, 2),
        ("C", 0, 2, 1, 1),
        ("1", 1, 0, 1, 1),
        ("x", 1, 1, 2, 1),
        ("y", 1, 2, 1, 1),
        ("2", 2, 0, 1, 1),
        ("z", 2, 2, 1, 1),
    ]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 4), st.integers(1, 3), st.integers(1, 3)), max_size=4))
@settings(max_examples=8, deadline=None)
def test_any_merging_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, wanted: list[tuple[int, int, int, int]]
) -> None:
    taken: set[tuple[int, int]] = set()
    merged = []
    for row, column, down, across in wanted:
        cells = {(row + y, column + x) for y in range(down) for x in range(across)}
        if not cells & taken and row + down <= 6 and column + across <= 5:
            taken |= cells
            merged.append((row, column, down, across))
    table = grid([[f"{row}.{column}" for column in range(5)] for row in range(6)], merged)
    path = write_docx(tmp_path_factory.mktemp("docx") / "a.docx", [table])
    (read,) = _read(path).tables
    assert [(c.text, c.row, c.column, c.rows, c.columns) for c in read.cells] == [
        (c.text, c.row, c.column, c.rows, c.columns) for c in table.cells
    ]


def test_numbers_that_word_counts_are_written_out(tmp_path: Path) -> None:
    table = grid([["TT", "Nhiệm vụ"], ["1", "a"], ["2", "b"], ["3", "c"]])
    (read,) = _read(write_docx(tmp_path / "a.docx", [table], numbered=True)).tables
    assert [cell.text.rstrip(".") for cell in read.cells if cell.column == 0] == ["TT", "1", "2", "3"]


def test_inserted_text_counts_and_deleted_text_does_not(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Hạn ")
    for name, text, tag in (("w:del", "30/6", "w:delText"), ("w:ins", "31/7", "w:t")):
        change, run, words = element(name), element("w:r"), element(tag)
        words.text = text
        run.append(words)
        change.append(run)
        paragraph._p.append(change)
    document.save(str(tmp_path / "a.docx"))
    book = _read(tmp_path / "a.docx")
    assert [paragraph.text for paragraph in book.paragraphs] == ["Hạn 31/7"]
    assert "tracked changes" in str(book.remarks[0][1])


def test_hidden_text_is_left_out_and_said(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Thấy")
    paragraph.add_run(" ẩn").font.hidden = True
    document.save(str(tmp_path / "a.docx"))
    book = _read(tmp_path / "a.docx")
    assert book.paragraphs[0].text == "Thấy"
    assert "hidden" in str(book.remarks[0][1])


def test_a_table_inside_a_cell_is_a_table_of_its_own(tmp_path: Path) -> None:
    document = docx.Document()
    outer = document.add_table(1, 1)
    outer.cell(0, 0).text = "ngoài"
    inner = outer.cell(0, 0).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "trong 1", "trong 2"
    document.add_paragraph("")
    document.save(str(tmp_path / "a.docx"))
    assert [[c.text for c in table.cells] for table in _read(tmp_path / "a.docx").tables] == [
        ["ngoài"],
        ["trong 1", "trong 2"],
    ]


def test_text_of_a_vntime_font_becomes_unicode(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph().add_run("Uû ban nh©n d©n x·").font.name = ".VnTime"
    document.save(str(tmp_path / "a.docx"))
    book = _read(tmp_path / "a.docx")
    assert book.paragraphs[0].text == "Uỷ ban nhân dân xã"
    assert ".VnTime" in str(book.remarks[0][1])


def test_a_damaged_document_is_refused(tmp_path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(tmp_path / "a.docx", "w") as file:
        file.writestr("word/document.xml", "<w:document")
    with pytest.raises(NotRead, match="damaged"):
        _read(tmp_path / "a.docx")

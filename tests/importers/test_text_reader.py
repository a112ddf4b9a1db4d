"""Texts with tables: Markdown, tabs, a cell a line, CSV; and the encodings of old files."""

from __future__ import annotations

from pathlib import Path

import pytest
from office_files import write_csv

from site_gen.importers.readers.opening import read_book
from site_gen.importers.readers.text import cleaned
from site_gen.importers.table import NotRead


def _rows(path: Path, text: str, encoding: str = "utf-8") -> list[list[str]]:
    path.write_bytes(text.encode(encoding))
    (table,) = read_book(path).tables
    return [[cell.text for cell in row] for row in table.rows()]


def test_a_markdown_table(tmp_path: Path) -> None:
    text = "Phụ lục\n\n| TT | Nhiệm vụ |\n|---|:--:|\n| 1 | a \\| b |\n| 2 | |\n\nHết"
    assert _rows(tmp_path / "a.md", text) == [["TT", "Nhiệm vụ"], ["1", "a | b"], ["2", ""]]
    assert [line.text for line in read_book(tmp_path / "a.md").paragraphs] == ["Phụ lục", "Hết"]
    assert read_book(tmp_path / "a.md").tables[0].above == ("Phụ lục",)


def test_lines_with_tabs(tmp_path: Path) -> None:
    text = "STT\tNội dung\tGhi chú\n1\t<p>- Một.</p> <p>- Hai.</p>\t\n\n\t\tthêm\n"
    assert _rows(tmp_path / "a.txt", text) == [
        ["STT", "Nội dung", "Ghi chú"],
        ["1", "- Một.\n- Hai.", ""],
        ["", "", "thêm"],
    ]


def test_a_cell_a_line_as_word_copies_it(tmp_path: Path) -> None:
    text = (
        "PHỤ LỤC\n\tStt\n\tNhiệm vụ\n\tĐơn vị\n\n\tI\n\tTHỂ CHẾ\n\n\t1\n\tKế hoạch\n\n\tPhòng Tư pháp,\n\nUBND xã\n\n"
        "\t2\n\tBáo cáo\n\tVăn phòng\n\n\tTổng\n\t5\n"
    )
    assert _rows(tmp_path / "a.txt", text) == [
        ["Stt", "Nhiệm vụ", "Đơn vị"],
        ["I", "THỂ CHẾ"],
        ["1", "Kế hoạch", "Phòng Tư pháp,\nUBND xã"],
        ["2", "Báo cáo", "Văn phòng"],
        ["Tổng", "5"],
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_with_any_separator(tmp_path: Path, separator: str) -> None:
    rows = [["STT", "Tên"], ["1", "có, dấu; phẩy"]]
    path = write_csv(tmp_path / ("a.tsv" if separator == "\t" else "a.csv"), rows, separator)
    (table,) = read_book(path).tables
    assert [[cell.text for cell in row] for row in table.rows()] == rows


def test_unicode_text_of_excel(tmp_path: Path) -> None:
    assert _rows(tmp_path / "a.csv", "\ufeffSTT,Tên\n1,Đất đai", "utf-16-le") == [["STT", "Tên"], ["1", "Đất đai"]]


@pytest.mark.parametrize(
    ("written", "encoding", "name"),
    [
        ("Uû ban nh©n d©n x· CÈm Giµng", "latin-1", "TCVN3"),
        ("UÛy ban nhaân daân xaõ Caåm Giaøng", "cp1252", "VNI"),
        ("U\u0309y ban nhân dân xa\u0303", "cp1258", "Windows-1258"),
    ],
)
def test_old_encodings_become_unicode_and_it_is_said(tmp_path: Path, written: str, encoding: str, name: str) -> None:
    (tmp_path / "a.txt").write_bytes(f"{written}\n".encode(encoding))
    book = read_book(tmp_path / "a.txt")
    assert "ban nhân dân xã" in book.paragraphs[0].text
    assert name in str(book.remarks[0][1])


def test_what_a_conversion_left_of_html_goes(tmp_path: Path) -> None:
    assert cleaned('<ul style="x"> - Một. <i>hai</i> &amp; ba</ul><p>bốn</p>') == "- Một. hai & ba\nbốn"


def test_a_binary_file_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"\x00\x01\x02 not a document")
    with pytest.raises(NotRead):
        read_book(tmp_path / "a.docx")

"""A PDF's tables are read by their drawn lines; scans and damaged files are refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from office_files import grid, write_pdf

from site_gen.importers.readers.opening import read_book
from site_gen.importers.table import NotRead


def test_cells_and_spans_are_those_that_are_drawn(tmp_path: Path) -> None:
    table = grid(
        [["TT", "Nhiệm vụ", "Chủ trì"], ["I", "THỂ CHẾ", ""], ["1", "Kế hoạch", "Tư pháp"], ["2", "Báo cáo", ""]],
        [(1, 1, 1, 2), (2, 2, 2, 1)],
    )
    (read,) = read_book(write_pdf(tmp_path / "a.pdf", [table], ["PHỤ LỤC"])).tables
    assert [(c.text, c.row, c.column, c.rows, c.columns) for c in read.cells] == [
        (c.text, c.row, c.column, c.rows, c.columns) for c in table.cells
    ]
    assert read.above == ("PHỤ LỤC",)


def test_a_scan_is_refused(tmp_path: Path) -> None:
    import typst

    (tmp_path / "a.pdf").write_bytes(typst.compile(b"#rect(width: 5cm, height: 5cm, fill: gray)"))
    with pytest.raises(NotRead, match="scan"):
        read_book(tmp_path / "a.pdf")


def test_a_damaged_pdf_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\nnothing more")
    with pytest.raises(NotRead, match="damaged"):
        read_book(tmp_path / "a.pdf")

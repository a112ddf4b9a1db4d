"""Open data: CSV that a spreadsheet opens right, JSON that a program can trust."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.outputs.open_data import as_csv, as_json, data_files
from site_gen.pages.offer import Column, Table

COLUMNS = (Column("name", "Tên"), Column("count", "Số", "integer"), Column("done", "Xong", "boolean"))


def table(*rows: tuple[object, ...]) -> Table:
    return Table("bang", "Bảng", COLUMNS, rows)


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_the_header_names_the_fields() -> None:
    assert read(as_csv(table()))[0] == ["name", "count", "done"]


def test_nothing_is_an_empty_cell_and_null() -> None:
    rows = table((None, None, True))
    assert read(as_csv(rows))[1] == ["", "", "true"]
    assert json.loads(as_json(rows, "2026-11-21"))["rows"] == [{"name": None, "count": None, "done": True}]


def test_files_carry_a_byte_order_mark_for_spreadsheets_and_none_for_programs() -> None:
    found = {a.path: a.data for a in data_files([table(("Đất đai", 3, False))], "2026-11-21")}
    assert list(found) == ["du-lieu/bang.csv", "du-lieu/bang.json"]
    assert found["du-lieu/bang.csv"].startswith(b"\xef\xbb\xbfname")
    assert found["du-lieu/bang.json"].startswith(b"{")
    assert json.loads(found["du-lieu/bang.json"])["fields"][1] == {"name": "count", "title": "Số", "type": "integer"}


@pytest.mark.parametrize("text", ["=1+1", "+84", "-5", "@x", " =1", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert read(as_csv(table((text, 1, True))))[1][0] == "'" + text


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"))), st.integers())
def test_whatever_a_cell_holds_can_be_read_back(text: str, number: int) -> None:
    shown = read(as_csv(table((text, number, False))))[1]
    assert shown[0].removeprefix("'") == text.removeprefix("'")
    assert int(shown[1]) == number

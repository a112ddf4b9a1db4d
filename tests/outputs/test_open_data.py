"""Open data: CSV that a spreadsheet opens right, JSON that a program can trust, a schema that holds it to its word."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.outputs.data_schema import schema_of
from site_gen.outputs.imprint import Imprint
from site_gen.outputs.open_data import as_csv, as_json, data_files
from site_gen.pages.contributions import Column, Table

COLUMNS = (Column("name", "Tên"), Column("count", "Số", "integer"), Column("done", "Xong", "boolean"))
IMPRINT = Imprint("Dữ liệu mở", "UBND xã Mẫu", date(2026, 11, 21))


def table(*rows: tuple[object, ...], columns: tuple[Column, ...] = COLUMNS, **more: object) -> Table:
    return Table("bang", "Bảng", columns, rows, **more)


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_the_header_names_the_fields() -> None:
    assert read(as_csv(table()))[0] == ["name", "count", "done"]


def test_nothing_is_an_empty_cell_and_null() -> None:
    rows = table((None, None, True))
    assert read(as_csv(rows))[1] == ["", "", "true"]
    assert as_json(rows, IMPRINT)["rows"] == [{"name": None, "count": None, "done": True}]


def test_files_carry_a_byte_order_mark_for_spreadsheets_and_none_for_programs() -> None:
    found = {a.path: a.data for a in data_files(table(("Đất đai", 3, False)), IMPRINT)}
    assert list(found) == ["du-lieu/bang.csv", "du-lieu/v1/bang.json", "du-lieu/v1/bang.schema.json"]
    assert found["du-lieu/bang.csv"].startswith(b"\xef\xbb\xbfname")
    assert found["du-lieu/v1/bang.json"].startswith(b"{")
    told = json.loads(found["du-lieu/v1/bang.json"])
    assert told["fields"][1] == {"name": "count", "title": "Số", "type": "integer"}
    assert told["$schema"] == "bang.schema.json"


def test_each_row_stands_on_a_line_of_the_json() -> None:
    rows = table(("Đất đai", 3, False), ('Hộ tịch, "khai sinh"', None, True))
    data = next(a.data for a in data_files(rows, IMPRINT) if a.path == "du-lieu/v1/bang.json").decode()
    assert data.splitlines()[-5:] == [
        ' "rows": [',
        '  {"name": "Đất đai", "count": 3, "done": false},',
        '  {"name": "Hộ tịch, \\"khai sinh\\"", "count": null, "done": true}',
        " ]",
        "}",
    ]
    assert json.loads(data) == as_json(rows, IMPRINT)


def test_a_table_without_rows_is_json_without_rows() -> None:
    data = next(a.data for a in data_files(table(), IMPRINT) if a.path == "du-lieu/v1/bang.json")
    assert json.loads(data) == as_json(table(), IMPRINT)
    assert as_json(table(), IMPRINT)["rows"] == []


@pytest.mark.parametrize("text", ["=1+1", "+84", "-5", "@x", " =1", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert read(as_csv(table((text, 1, True))))[1][0] == "'" + text


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"))), st.integers())
def test_whatever_a_cell_holds_can_be_read_back(text: str, number: int) -> None:
    shown = read(as_csv(table((text, number, False))))[1]
    assert shown[0].removeprefix("'") == text.removeprefix("'")
    assert int(shown[1]) == number


DATED = (
    Column("state", "Tình trạng", words=(("done", "xong"), ("late", "quá hạn"))),
    Column("day", "Ngày", "date", "Ngày xong thật."),
    Column("points", "Điểm", "number"),
)
STRICT = jsonschema.Draft202012Validator.FORMAT_CHECKER


def faults(rows: Table) -> list[str]:
    schema = schema_of(rows)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, format_checker=STRICT)
    return sorted(e.json_path for e in validator.iter_errors(as_json(rows, IMPRINT)))


def test_the_schema_takes_what_the_columns_promise_and_nothing_for_any_of_it() -> None:
    assert faults(table(("done", "2026-11-21", 73.25), (None, None, None), columns=DATED)) == []


@pytest.mark.parametrize(
    ("row", "where"),
    [
        (("doen", None, None), "$.rows[0].state"),
        ((None, "21/11/2026", None), "$.rows[0].day"),
        ((None, None, "73,25"), "$.rows[0].points"),
    ],
)
def test_the_schema_refuses_an_unknown_code_a_day_in_another_form_and_a_number_as_text(
    row: tuple[object, ...], where: str
) -> None:
    assert faults(table(row, columns=DATED)) == [where]


def test_the_schema_says_what_columns_and_codes_mean() -> None:
    properties = schema_of(table(columns=DATED))["properties"]["rows"]["items"]["properties"]
    assert properties["day"]["description"] == "Ngày xong thật."
    assert properties["state"]["oneOf"][2] == {"const": "late", "title": "quá hạn"}


def test_json_says_by_whose_leave_it_may_be_used() -> None:
    licence = ("CC0-1.0", "CC0", "https://creativecommons.org/publicdomain/zero/1.0/")
    assert as_json(table(), IMPRINT)["licence"] is None
    assert as_json(table(), Imprint("x", "y", date(2026, 1, 1), licence=licence))["licence"] == licence[2]

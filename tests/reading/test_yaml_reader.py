"""The YAML reader: plain text values with their places, on anything that may stand in a file."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from site_folders import CONTENT

from site_gen.base.diagnostics import Severity
from site_gen.base.plain_text import SourceFile, normalise
from site_gen.reading.document import Document
from site_gen.reading.refusals import REFUSALS
from site_gen.reading.yaml_reader import DEEPEST, parse

SIGNS = st.sampled_from(
    [*list(":-#?&*!|>%@`'\"[]{},<=.~ \n\t\xa0\u200b\u2028\ufeff\x85\x07"), "  ", "\n  ", ": ", "- "]
)
WORDS = st.sampled_from(
    ["name", "tên", "Kế hoạch", "1.004220", "no", "7:30", "30/02/2023", "<<", "---", "...", "%YAML"]
)
yaml_like = st.lists(st.one_of(SIGNS, WORDS), max_size=60).map("".join)
any_text = st.text(st.characters(codec="utf-8"), max_size=200)
keys = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=8).filter(
    lambda k: k != "<<"
)
texts = st.text(st.characters(codec="utf-8"), max_size=20)
values = st.recursive(
    texts, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4), max_leaves=12
)


def read(text: str) -> Document:
    document, found = parse(SourceFile("a.yml", text))
    assert document is not None, [str(d.message) for d in found]
    return document


def written(value: Any) -> str:
    """One line in which every scalar stands in quotation marks and every odd sign is escaped."""
    if value is None:
        return "~"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{written(k)}: {written(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    return '"' + "".join(c if " " <= c <= "~" and c not in '"\\' else f"\\U{ord(c):08x}" for c in value) + '"'


def places(document: Document) -> list[tuple[str | int, ...]]:
    def visit(value: Any, loc: tuple[str | int, ...]) -> list[tuple[str | int, ...]]:
        inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        return [loc, *(place for key, item in inner for place in visit(item, (*loc, key)))]

    return visit(document.data, ())


@settings(max_examples=400)
@given(yaml_like | any_text)
@example("a: &a [*a]\n")
@example("? ? ? a\n")
@example("a: !<tag:yaml.org,2002:binary> x\n")
@example("\ufeffa: 1\n\ufeff")
@example('"\\0": 1')
def test_any_text_is_read_or_refused_with_places_inside_it(text: str) -> None:
    source = SourceFile("a.yml", normalise(text))
    document, found = parse(source)
    rows = source.text.split("\n")
    spans = [d.at for d in found]
    spans += [document.at(loc, key) for loc in places(document) for key in (False, True)] if document else []
    for at in spans:
        assert 1 <= at.line <= len(rows)
        assert 1 <= at.column <= len(rows[at.line - 1]) + 1
    assert document is not None or found


@settings(max_examples=100)
@given(st.data())
def test_a_content_file_with_a_slip_is_read_or_refused(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(CONTENT.glob("*/units/*.yml"))), label="file")
    text = path.read_text(encoding="utf-8")
    at = data.draw(st.integers(0, len(text)), label="at")
    slip = data.draw(SIGNS | WORDS | st.just(""), label="slip")
    document, found = parse(SourceFile("a.yml", normalise(text[:at] + slip + text[at + 1 :])))
    assert document is not None or found


@settings(max_examples=60)
@given(st.dictionaries(keys, values, min_size=1, max_size=4))
def test_what_is_written_is_what_is_read(content: dict[str, Any]) -> None:
    document, found = parse(SourceFile("a.yml", written(content)))
    assert found == []
    assert document is not None
    assert content == document.plain()


@settings(max_examples=60)
@given(st.dictionaries(keys, values, min_size=1, max_size=4))
def test_every_value_is_found_where_it_stands(content: dict[str, Any]) -> None:
    text = written(content)
    document = read(text)
    for loc in places(document):
        value: Any = content
        for step in loc:
            value = value[step]
        at = document.at(loc)
        assert text[at.column - 1 :].startswith(written(value)[:1])
        if isinstance(value, str):
            assert text[at.column - 1 : at.end_column - 1] == written(value)
        if loc and isinstance(loc[-1], str):
            key = document.at(loc, key=True)
            assert text[key.column - 1 : key.end_column - 1] == written(loc[-1])


def test_a_value_that_is_not_there_is_shown_at_the_key_around_it() -> None:
    document = read("a: 1\nb:\n  c: 2\n")
    assert (document.at(("b", "d", "e")).line, document.at(("b", "d", "e")).column) == (2, 1)
    assert (document.at(("z",)).line, document.at(("z",)).column) == (1, 1)


def test_a_text_that_stands_for_a_list_is_shown_itself() -> None:
    document = read("lead: Phòng Tư Phát\n")
    assert document.at(("lead", 0)) == document.at(("lead",))
    assert document.at(("lead", 0)).column == 7
    assert document.at(("lead", 0), key=True).column == 1


def test_lines_of_front_matter_are_counted_from_the_top_of_the_file() -> None:
    document, _ = parse(SourceFile("a.md", "a: 1\nb: 2\n"), first_line=2)
    assert document is not None
    assert document.at(("b",)).line == 3


@pytest.mark.parametrize("text", ["1.004220", "0123456", "8.000", "no", "7:30", "2026-02-30", "1e3", "0x1F", "=", "<"])
def test_a_plain_scalar_stays_the_text_it_is(text: str) -> None:
    assert {"a": text} == read(f"a: {text}\n").plain()


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_only_nothing_is_nothing(text: str) -> None:
    assert read(f"a: {text}\n").plain() == {"a": None}


def test_what_is_in_quotation_marks_is_never_nothing() -> None:
    assert read("a: 'null'\nb: \"\"\n").plain() == {"a": "null", "b": ""}


def test_of_a_repeated_key_the_first_value_stays() -> None:
    assert read("a: 1\nb: 2\na: 3\n").plain() == {"a": "1", "b": "2"}


@pytest.mark.parametrize(
    ("row", "column"), [("a: Phòng 1 # tầng hai", 12), ("a: Phòng #2", 10), ("a: #4", 4), ("a: Họp tổ  # 3", 12)]
)
def test_what_a_sign_cuts_off_is_told(row: str, column: int) -> None:
    _, found = parse(SourceFile("a.yml", row))
    assert [(d.code, d.severity, d.at.column) for d in found] == [("YAML012", Severity.WARNING, column)]


def test_a_remark_set_apart_by_blanks_is_a_note_and_one_behind_a_quotation_mark_nothing() -> None:
    _, found = parse(
        SourceFile("a.yml", "a: Phòng 1   # tầng hai\nb: 'Phòng 2' # tầng ba\nc:\n  # tầng bốn\n  - Phòng 4\n")
    )
    assert [(d.severity, d.at.line) for d in found] == [(Severity.INFO, 1)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{v: 88,5, w: 90}", "88,5"),
        ("{v: 1,2,2}", "1,2,2"),
        ("{v: Tờ khai, đơn theo mẫu}", "Tờ khai, đơn theo mẫu"),
        ("{v: 1, v, w: 2}", "1, v"),
    ],
)
def test_what_a_comma_cut_off_between_braces_is_told_and_put_back(text: str, value: str) -> None:
    document, [told] = parse(SourceFile("a.yml", f"a: {text}\n"))
    assert document is not None
    assert (told.code, document.plain()["a"]["v"]) == ("YAML015", value)
    assert document.at(("a", "w")).line == 1


def test_places_stay_right_behind_a_value_that_was_put_back() -> None:
    document, _ = parse(SourceFile("a.yml", "a: {v: 88,5, w: 90}\nb: Một\n"))
    assert document is not None
    assert [document.at(("a", "w")).column, document.at(("b",)).line] == [17, 2]


def test_nesting_is_allowed_as_deep_as_any_content_goes() -> None:
    text = "".join("  " * depth + "a:\n" for depth in range(DEEPEST - 1)) + "  " * DEEPEST + "b: 1\n"
    assert read(text).data


def test_no_break_blanks_at_the_edges_are_read_as_blanks_and_inside_a_text_left_alone() -> None:
    document, found = parse(SourceFile("a.yml", "a:\u00a0Một\u00a0cửa\nb: |\n  Điều\u00a01\n"))
    assert document is not None
    assert document.plain() == {"a": "Một\u00a0cửa", "b": "Điều\u00a01\n"}
    assert [(d.code, d.at.line, d.at.column) for d in found] == [("YAML011", 1, 3)]


@pytest.mark.parametrize(
    "refusal", [r for r in REFUSALS if r.code.startswith("YAML") and r.wrong], ids=lambda r: r.code
)
def test_the_examples_of_a_refusal_are_true(refusal: Any) -> None:
    assert refusal.code in [d.code for d in parse(SourceFile("a.yml", refusal.wrong))[1]]
    assert parse(SourceFile("a.yml", refusal.right))[1] == []


def test_a_text_that_stands_for_a_list_of_one_is_the_place_of_its_item() -> None:
    at = read("a: Kế hoạch\n").at(("a", 0))
    assert (at.line, at.column) == (1, 4)

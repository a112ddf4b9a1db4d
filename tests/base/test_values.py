"""What is made of records: values by name, JSON, every text, the words to search for."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

import pytest

from site_gen.base.values import Address, Key, Record, as_json, named_values, strings, words


@dataclass(frozen=True)
class Inner(Record):
    id: Key
    text: str


@dataclass(frozen=True)
class Outer(Record):
    url: Address
    title: str
    day: date | None
    count: int
    inner: tuple[Inner, ...]


VALUE = Outer("a/b.html", "Kế hoạch", date(2026, 3, 15), 3, (Inner("x", "Nhiệm vụ"),))


def test_a_record_is_its_fields_by_name() -> None:
    assert named_values(VALUE)["title"] == "Kế hoạch"
    assert list(named_values(VALUE)) == ["url", "title", "day", "count", "inner"]


def test_a_mapping_is_its_own_values() -> None:
    assert named_values({"a": 1}) == {"a": 1}


def test_json_holds_days_in_iso_form_and_records_as_objects() -> None:
    assert json.loads(json.dumps(VALUE, default=as_json)) == {
        "url": "a/b.html",
        "title": "Kế hoạch",
        "day": "2026-03-15",
        "count": 3,
        "inner": [{"id": "x", "text": "Nhiệm vụ"}],
    }


def test_what_is_no_value_for_a_page_is_refused() -> None:
    with pytest.raises(TypeError, match="object is no value"):
        json.dumps(object(), default=as_json)


def test_every_text_is_looked_through_addresses_and_keys_too() -> None:
    assert list(strings(VALUE)) == ["a/b.html", "Kế hoạch", "15/03/2026", "x", "Nhiệm vụ"]


def test_words_to_search_for_are_neither_addresses_nor_keys() -> None:
    assert list(words([VALUE, {"reason": "thiếu vốn"}])) == ["Kế hoạch", "15/03/2026", "Nhiệm vụ", "thiếu vốn"]

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from site_gen.authoring.forms import forms
from site_gen.authoring.schemas import as_text, schemas
from site_gen.base.plain_text import SourceFile, normalise
from site_gen.reading.markdown_file import split
from site_gen.reading.yaml_reader import parse

CONTENT = Path(__file__).parents[2] / "content"
SCHEMAS = schemas()
KEPT = [
    *((name, p) for name, (_, form) in forms().items() for p in sorted(CONTENT.glob(f"*/{form.pattern}"))),
    *(
        (name, p)
        for name, (kind, form) in forms().items()
        for p in sorted((kind.folder / "example").glob(form.pattern))
    ),
    *(("site", p) for p in sorted(CONTENT.glob("*/site.yml"))),
    ("fleet", CONTENT / "fleet.yml"),
]


def values_of(path: Path) -> Any:
    """What a file holds as an editor sees it when every value is quoted."""
    source: SourceFile | None = SourceFile(path.name, normalise(path.read_text(encoding="utf-8")))
    assert source is not None
    if path.suffix == ".md":
        source, _, _ = split(source)
        assert source is not None
    document, _ = parse(source)
    assert document is not None
    return document.plain()


def faults(name: str, value: Any) -> list[str]:
    return [
        f"{'/'.join(map(str, e.absolute_path))}: {e.message[:60]}"
        for e in Draft7Validator(SCHEMAS[name]).iter_errors(value)
    ]


def properties(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for part in (schema, *schema.get("$defs", {}).values()):
        yield from part["properties"].items()


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_valid_draft_07(name: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize(("name", "path"), KEPT, ids=lambda x: x if isinstance(x, str) else x.name)
def test_every_content_file_fits_its_schema(name: str, path: Path) -> None:
    assert faults(name, values_of(path)) == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_has_a_vietnamese_title_and_help(name: str) -> None:
    assert [key for key, p in properties(SCHEMAS[name]) if not (p.get("title") and p.get("description"))] == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_no_part_of_a_schema_takes_unknown_keys(name: str) -> None:
    parts = (SCHEMAS[name], *SCHEMAS[name].get("$defs", {}).values())
    assert [part["additionalProperties"] for part in parts] == [False] * len(parts)


def test_a_misspelt_key_is_found() -> None:
    unit = {"nam": "A", "type": "xã", "level": "cấp xã"}
    assert len(faults("unit", unit)) == 2  # `nam` is unknown, `name` is missing


def test_required_keys_are_those_of_the_model() -> None:
    assert SCHEMAS["unit"]["required"] == ["name", "type", "level"]
    assert SCHEMAS["plan"]["required"] == ["title", "kind", "year", "issuer", "areas"]


@pytest.mark.parametrize("value", [2026, 2026.5, True])
def test_a_number_without_quotation_marks_is_underlined(value: object) -> None:
    plan = {"title": "A", "kind": "par_year", "year": value, "issuer": "a", "areas": [{"code": "I", "name": "A"}]}
    assert [fault.partition(":")[0] for fault in faults("plan", plan)] == ["year"]
    assert faults("plan", {**plan, "year": "2026"}) == []


@pytest.mark.parametrize("value", ["xã", "commune"])
def test_a_choice_takes_value_and_label(value: str) -> None:
    assert faults("unit", {"name": "A", "type": value, "level": "commune"}) == []


def test_a_value_outside_the_choices_is_found() -> None:
    assert len(faults("unit", {"name": "A", "type": "làng", "level": "commune"})) == 1


@pytest.mark.parametrize("value", ["Tên khác", ["Tên khác", "Tên nữa"]])
def test_a_single_text_may_stand_for_a_list(value: object) -> None:
    assert faults("unit", {"name": "A", "type": "xã", "level": "commune", "aliases": value}) == []


def test_an_optional_value_may_be_left_empty_and_a_required_one_not() -> None:
    assert faults("person", {"role": "A", "unit": "a", "name": None}) == []
    assert len(faults("person", {"role": None, "unit": "a"})) == 1


def test_a_model_that_holds_itself_refers_to_itself() -> None:
    assert SCHEMAS["scorecard"]["$defs"]["ScoredCriterion"]["properties"]["children"]["items"] == {
        "$ref": "#/$defs/ScoredCriterion"
    }


def test_the_text_of_a_markdown_file_is_no_key_of_its_front_matter() -> None:
    assert "body" not in SCHEMAS["page"]["properties"]
    assert "body" not in SCHEMAS["plan"]["properties"]


def test_own_keys_come_before_those_of_every_entry() -> None:
    assert next(iter(SCHEMAS["page"]["properties"])) == "title"
    assert list(SCHEMAS["page"]["properties"])[-1] == "anomalies"


def test_a_default_is_shown_as_one_would_write_it() -> None:
    assert SCHEMAS["page"]["properties"]["draft"]["default"] == "không"
    assert SCHEMAS["page"]["properties"]["order"]["default"] == "100"
    assert SCHEMAS["site"]["properties"]["language"]["default"] == "vi"


def test_a_reference_stands_alone_as_draft_07_wants_it() -> None:
    beside = [p for schema in SCHEMAS.values() for _, p in properties(schema) if "$ref" in p]
    assert beside == []


def test_the_text_of_a_schema_ends_with_a_line_end_and_keeps_its_letters() -> None:
    text = as_text(SCHEMAS["unit"])
    assert text.endswith("}\n")
    assert "Đơn vị" in text

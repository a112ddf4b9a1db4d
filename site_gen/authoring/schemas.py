"""The models as JSON Schema, for editors: Vietnamese titles and help, completion of keys and choices.

Draft-07, which every editor understands. Scalars are text, as the reader takes them: a number left
unquoted is underlined, and quoting it is never wrong. Of a Markdown form the schema describes the
front matter.
"""

from __future__ import annotations

import json
from enum import Enum
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from site_gen.authoring.forms import forms
from site_gen.kind import Kind, form_label
from site_gen.model.annotations import inner_model
from site_gen.model.entry import Form
from site_gen.model.published import Published
from site_gen.model.settings import Fleet, Site

Schema = dict[str, Any]
DRAFT = "http://json-schema.org/draft-07/schema#"
_PLACEHOLDER = ["Văn phòng UBND xã"]  # the sample that every line of text bears; it says nothing of this field


def schemas() -> dict[str, Schema]:
    """Every schema by its name: the forms of all kinds, then `site` and `fleet`."""
    out = {name: _of_form(kind, form) for name, (kind, form) in forms().items()}
    out["site"] = _schema(Site, "Trang của một cơ quan", "Tên, liên hệ, màu, địa chỉ và cài đặt của trang (site.yml).")
    out["fleet"] = _schema(Fleet, "Cổng nhiều trang", "Trang cổng đứng trên nhiều trang (fleet.yml).")
    return out


def as_text(schema: Schema) -> str:
    """A schema as it is printed and kept in a file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _of_form(kind: Kind, form: Form) -> Schema:
    help = kind.help if form is kind.forms[0] else f"Thuộc: {kind.label}."
    schema = _schema(form.model, form_label(kind, form), f"{help} Tệp: {form.pattern}.")
    if form.pattern.endswith(".md"):
        schema["properties"].pop("body", None)  # the text below the front matter
    return schema


def _schema(model: type[BaseModel], title: str, description: str) -> Schema:
    raw = model.model_json_schema(schema_generator=_Generator)
    models = _models(model)
    definitions = {name: _tidy(models[name], schema) for name, schema in sorted(raw.pop("$defs", {}).items())}
    itself = raw.get("$ref", "").rpartition("/")[2]  # where a model holds itself, it is a definition, too
    schema = {
        "$schema": DRAFT,
        "title": title,
        "description": description,
        **(definitions[itself] if itself else _tidy(model, raw)),
    }
    whole = {**schema, "$defs": definitions} if definitions else schema
    worded = frozenset(f"#/$defs/{name}" for name, inner in models.items() if hasattr(inner, "in_words"))
    out: Schema = _or_words(whole, worded)
    return out


def _or_words(value: Any, worded: frozenset[str]) -> Any:
    """The schema, in which a text may stand for each model that reads itself from words."""
    if isinstance(value, list):
        return [_or_words(item, worded) for item in value]
    if not isinstance(value, dict):
        return value
    if value.get("$ref") in worded:
        return {"anyOf": [value, {"type": "string"}]}
    return {key: _or_words(item, worded) for key, item in value.items()}


class _Generator(GenerateJsonSchema):
    """Says of a list that a single text may stand for it, where the field takes one."""

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        inner = super().function_before_schema(schema)
        if inner.get("type") == "array":
            function: Any = schema["function"]["function"]
            if function("x") == ["x"]:
                return {"anyOf": [inner, inner["items"]]}
        return inner


def _models(model: type[BaseModel]) -> dict[str, type[BaseModel]]:
    """The model and all inside it, by class name."""
    out: dict[str, type[BaseModel]] = {}
    waiting = [model]
    while waiting:
        here = waiting.pop()
        if out.setdefault(here.__name__, here) is here:
            inner = (inner_model(info.annotation) for info in here.model_fields.values())
            waiting += [m for m in inner if m is not None and m.__name__ not in out]
    return out


def _tidy(model: type[BaseModel], schema: Schema) -> Schema:
    shared = Published.model_fields if issubclass(model, Published) else {}
    names = sorted(schema["properties"], key=lambda name: name in shared)  # what every entry may carry comes last
    properties = {name: _property(schema["properties"][name], model.model_fields[name].default) for name in names}
    out: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    if schema.get("required"):
        out["required"] = schema["required"]
    return out


def _property(schema: Schema, default: object) -> Schema:
    head: Schema = {key: schema[key] for key in ("title", "description") if key in schema}
    body = _body({k: v for k, v in schema.items() if k not in ("title", "description", "default")})
    if "$ref" in body:  # what stands beside `$ref` does not count before draft 2019-09
        body = {"allOf": [body]}
    if (word := _default(default)) is not None:
        body["default"] = word
    return {**head, **body}


def _body(schema: Schema) -> Schema:
    """The schema of a value, without the placeholder; a key may be left empty where the value is optional."""
    out = dict(schema)
    if out.get("examples") == _PLACEHOLDER:
        del out["examples"]
    if "items" in out:
        out["items"] = _body(out["items"])
    if "anyOf" not in out:
        return out
    branches = [_body(branch) for branch in out["anyOf"]]
    others = [branch for branch in branches if branch != {"type": "null"}]
    if len(others) == 1 and len(branches) == 2 and others[0].get("type") == "string" and "enum" not in others[0]:
        del out["anyOf"]
        return {**out, **others[0], "type": ["string", "null"]}
    return {**out, "anyOf": branches}


def _default(value: object) -> str | None:
    """A default as one would write it; None where there is none to show."""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, Enum):
        return str(value.value)
    return str(value) if isinstance(value, str | int) and value != "" else None

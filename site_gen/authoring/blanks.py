"""A file of a form with a blank for each fact: what `sitegen new` writes.

The keys are those of the kept example, because they are what a complete entry has. Its facts are
left out: a fact of an example that stays in a file by oversight would be published as the site's own.
Of a list only the first item is kept; the others say nothing about how to write one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from site_gen.authoring.teaching import document_of
from site_gen.base.yaml_scalar import scalar
from site_gen.model.annotations import inner_model, is_of
from site_gen.model.fields import Slug, YesNo
from site_gen.model.refusing import BLANK

_UNASKED = ("sample", "draft")
"""Keys that say something about the example itself."""


def blank_form(text: str, path: str, model: type[BaseModel], known: Mapping[str, str], draft: bool = True) -> str:
    """The file with `BLANK` in the place of every value.

    Args:
        text: The example.
        path: Its name; `.md` has front matter.
        model: What it holds.
        known: Values of top-level keys that are known already.
        draft: Whether to mark it as a draft.
    """
    named = {name: known.get(name, value) for name, value in _asked(document_of(text, path).data, model).items()}
    missing = {name: value for name, value in known.items() if name not in named}
    lines = [*(["draft: có"] if draft else []), *_lines({**named, **missing}, "")]
    if not path.endswith(".md"):
        return "\n".join(lines) + "\n"
    return "\n".join(["---", *lines, "---", BLANK]) + "\n"


def _asked(data: Mapping[str, Any], model: type[BaseModel]) -> dict[str, Any]:
    """The keys of a group with what must be asked."""
    out = {}
    for name, value in data.items():
        info = model.model_fields[name]
        if name not in _UNASKED and not (
            is_of(info, YesNo) and not info.is_required() and "draft" in model.model_fields
        ):
            out[name] = _blank(value, info)
    return out


def _blank(value: Any, info: FieldInfo) -> Any:
    inner = inner_model(info.annotation)
    if isinstance(value, list):
        return [_blank(value[0], info)]
    if isinstance(value, Mapping) and inner is not None:
        return _asked(value, inner)
    return value if is_of(info, Slug) else BLANK


def _lines(data: Mapping[str, Any], indent: str) -> Iterator[str]:
    """The values as YAML, in block style; a mapping or list is never empty."""
    for name, value in data.items():
        if isinstance(value, Mapping):
            yield f"{indent}{name}:"
            yield from _lines(value, indent + "  ")
        elif isinstance(value, list):
            yield f"{indent}{name}:"
            for item in value:
                yield from _item(item, indent + "  ")
        else:
            yield f"{indent}{name}: {value if value == BLANK else scalar(value)}"


def _item(value: Any, indent: str) -> Iterator[str]:
    if not isinstance(value, Mapping):
        yield f"{indent}- {value if value == BLANK else scalar(value)}"
        return
    first, *rest = _lines(value, indent + "  ")
    yield f"{indent}- {first.removeprefix(indent + '  ')}"
    yield from rest

"""The base of every model of content, and its fields with their labels and help."""

from __future__ import annotations

from functools import cache
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field


class Model(BaseModel):
    """Base of every model: frozen, no unknown keys, built when first used."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, defer_build=True, arbitrary_types_allowed=True, hide_input_in_errors=True
    )
    may_be_total: ClassVar[bool] = False
    """Whether one of a list of these may be the sum of the others without being counted again."""


def field(
    label: str,
    help: str,
    default: Any = ...,
    aliases: tuple[str, ...] = (),
    not_shown: str = "",
    english: str = "",
    page: str = "",
) -> Any:
    """A field with its Vietnamese label and help.

    Args:
        label: What forms, tables and messages call the field, and pages too.
        help: One sentence for the editor.
        default: Value where the key is absent; without one the key is required.
        aliases: Other names people write, for "did you mean".
        not_shown: Why its value stands on no page, in Vietnamese; empty for all that is shown, which a test holds to it.
        english: What an English page calls it; every label that a template asks for has one.
        page: What pages call it, where readers need other words than editors.
    """
    said: dict[str, Any] = {
        "x-aliases": list(aliases),
        "x-not-shown": not_shown,
        "x-english": english,
        "x-page": page,
    }
    extra = {name: value for name, value in said.items() if value}
    return Field(default, title=label, description=help, json_schema_extra=extra or None)


@cache
def label_of(model: type[BaseModel], name: str, language: str = "vi") -> str:
    """What a page in a language calls a field of a model."""
    info = model.model_fields[name]
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    other = extra.get("x-english" if language == "en" else "x-page")
    return str(other or info.title or name)

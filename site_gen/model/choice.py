"""Enumerations with Vietnamese labels, read by value or label."""

from __future__ import annotations

from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import Any, Self, get_args

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from site_gen.base.messages import msg
from site_gen.base.vietnamese import excerpt, fold
from site_gen.model import lists
from site_gen.model.refusing import typed, wrong


class Choice(StrEnum):
    """One of a few values, each with its Vietnamese label; content may use either."""

    label: str
    english: str

    def __new__(cls, value: str, label: str, english: str = "") -> Self:
        """A member written as `NAME = "value", "label"`, with its English words where the value is too short for them."""
        self = str.__new__(cls, value)
        self._value_ = value
        self.label = label
        self.english = english or value.replace("_", " ")
        return self

    @classmethod
    def read(cls, value: object) -> Self:
        """The member meant by a value or a label, whichever way it is spelt."""
        if isinstance(value, cls):
            return value
        text = typed(value)
        if (member := cls._written().get(text)) is not None:
            return member
        key = fold(text)  # signs such as `>=` fold to nothing and are compared as written only
        if key and (member := cls._folded().get(key)) is not None:
            return member
        choices = ", ".join(f"{m.value} ({m.label})" for m in cls)
        hint = msg("choose one of: {choices}", choices=choices)
        if near := cls._near(key):
            hint = msg("did you mean `{near}`? The choices are: {choices}", near=near.label, choices=choices)
        wrong(msg("`{value}` is not one of the choices", value=excerpt(text, 60)), hint)

    @classmethod
    def several(cls, value: object) -> object:
        """A list of choices, or one text that names several: `cá nhân, tổ chức`."""
        labels = cls._folded()
        if isinstance(value, str):
            return lists.parts(value, lambda text: fold(text) in labels or text in cls._written())
        for first, second in pairwise(value) if isinstance(value, list) else ():
            if isinstance(first, str) and isinstance(second, str) and fold(f"{first}, {second}") in labels:
                if fold(first) in labels and fold(second) in labels:
                    continue
                wrong(
                    msg("the comma splits one choice, `{value}`, into two", value=f"{first}, {second}"),
                    msg("put it in quotation marks: `[{value}]`", value=f'"{first}, {second}"'),
                )
        return value

    @classmethod
    @cache
    def _written(cls) -> dict[str, Self]:
        """The members by value and label; where two share one, the first."""
        return {text: member for member in reversed(cls) for text in (member.value, member.label)}

    @classmethod
    @cache
    def _folded(cls) -> dict[str, Self]:
        """The same, however value and label are spelt."""
        return {fold(text): member for member in reversed(cls) for text in (member.value, member.label)}

    @classmethod
    def _near(cls, key: str) -> Self | None:
        """The one member of whose label the key is a word, else the one that is spelt most alike."""
        names = {fold(text): member for member in cls for text in (member.value, member.label)}
        worded = {names[name] for name in names if key and f" {key} " in f" {name} "}
        if len(worded) == 1:
            return worded.pop()
        close = get_close_matches(key, names, 1, 0.7)
        return names[close[0]] if close else None

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Reads through `read`; in JSON Schema the values and labels are both offered."""
        return core_schema.no_info_plain_validator_function(cls.read)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: Any) -> dict[str, Any]:
        """The values, with the labels as their descriptions."""
        return {
            "type": "string",
            "enum": [m.value for m in cls] + [m.label for m in cls if m.label != m.value],
            "x-labels": {m.value: m.label for m in cls},
        }


def choice_of(annotation: Any) -> type[Choice] | None:
    """The choices a field offers, through `| None` and tuples."""
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        return annotation
    return next((found for arg in get_args(annotation) if (found := choice_of(arg))), None)

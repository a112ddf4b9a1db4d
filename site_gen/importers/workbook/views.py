"""A file's values as rows of sheets: as they are written, not as they are understood, so that what is not edited is the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from hashlib import blake2s
from typing import Any

from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from site_gen.base.dataclass import dataclass
from site_gen.base.vietnamese import fold
from site_gen.importers.workbook.layout import Field, Sheet
from site_gen.model.annotations import inner_model, parts_of
from site_gen.model.entry import Loc
from site_gen.model.fields import says_yes

MOST_LETTERS = 32_767
"""Letters of a cell as Excel allows."""
NOT_SHOWN = "(xem trong tệp)"
"""What stands in the place of a value that no cell can hold: a text too long, a list whose items have several lines."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a sheet as a file has it.

    Attributes:
        key: Its mark: `d3.1` is the first below the third; empty for an entry.
        above: The mark of the row that it lies below; empty where that is the entry.
        loc: Where it stands in the file.
        cells: Its cells of content, as shown.
    """

    key: str
    above: str
    loc: Loc
    cells: tuple[str, ...]


def rows_of(sheets: tuple[Sheet, ...], data: Mapping[str, Any]) -> list[list[Row]]:
    """The rows of one file, sheet by sheet."""
    out: list[list[Row]] = [[] for _ in sheets]
    _collect(out, sheets, 0, data, Row("", "", (), ()))
    return out


def _collect(out: list[list[Row]], sheets: tuple[Sheet, ...], number: int, group: Any, at: Row) -> None:
    """Adds a row with everything below it."""
    sheet = sheets[number]
    out[number].append(
        Row(at.key, at.above, at.loc, tuple(shown(inside(group, sheet.model, f.path), f) for f in sheet.fields))
    )
    for inner, below in enumerate(sheets):
        if below.above == number:
            _items(out, sheets, inner, group, below.steps, sheet.model, at)
    if sheet.again:
        _items(out, sheets, number, group, sheet.again, sheet.model, at)


def _items(
    out: list[list[Row]],
    sheets: tuple[Sheet, ...],
    number: int,
    group: Any,
    steps: tuple[str, ...],
    owner: type[BaseModel],
    at: Row,
) -> None:
    for index, item in enumerate(items_of(inside(group, owner, steps), info_of(owner, steps))):
        key = f"{at.key}.{index + 1}" if at.key else f"d{index + 1}"
        _collect(out, sheets, number, item, Row(key, at.key, (*at.loc, *steps, index), ()))


def info_of(model: type[BaseModel], path: tuple[str, ...]) -> FieldInfo:
    """The field at the end of a path of keys."""
    *groups, last = path
    for key in groups:
        model = _inner(model, key)
    return model.model_fields[last]


def inside(group: Any, model: type[BaseModel], path: tuple[str, ...]) -> Any:
    """The value at a path of keys in a group, which may stand in words; None where there is none."""
    for key in path:
        group = as_group(group, model)
        if group is None:
            return None
        group = group.get(key)
        model = _inner(model, key)
    return group


@cache
def _inner(model: type[BaseModel], key: str) -> type[BaseModel]:
    return inner_model(model.model_fields[key].annotation) or model


def as_group(value: Any, model: type[BaseModel]) -> Mapping[str, Any] | None:
    """A group of keys, also one that is written as one text: `3 ngày làm việc`; None where it is neither."""
    if isinstance(value, dict):
        return value
    if not isinstance(value, str):
        return None
    for decorator in model.__pydantic_decorators__.model_validators.values():
        if decorator.info.mode == "before":
            try:
                made = getattr(model, decorator.cls_var_name)(value)
            except PydanticCustomError:
                return None
            if isinstance(made, dict):
                return {key: str(getattr(inner, "value", inner)) for key, inner in made.items()}
    return None


def items_of(value: Any, info: FieldInfo) -> list[Any]:
    """The items of a list of groups, also one that is written as one text."""
    if isinstance(value, str):
        for mark in (*info.metadata, *(m for p in parts_of(info.annotation) for m in getattr(p, "__metadata__", ()))):
            if isinstance(mark, BeforeValidator):
                try:
                    value = mark.func(value)  # type: ignore[call-arg]  # a validator of a value alone, as all of ours are
                except PydanticCustomError:
                    return []
                break
    return value if isinstance(value, list) else []


def shown(value: Any, field: Field) -> str:
    """A value as its cell shows it."""
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(item, str) and "\n" not in item for item in value):
        text = "\n".join(_word(item, field) for item in value)
    elif isinstance(value, str):
        text = value if field.several else _word(value, field)
    else:
        return NOT_SHOWN
    text = settled(text)
    return text if len(text) <= MOST_LETTERS else NOT_SHOWN


def _word(text: str, field: Field) -> str:
    """A choice by its label, a yes by `có`."""
    if field.choice is not None:
        try:
            return field.choice.read(text).label
        except PydanticCustomError:
            return text
    if field.yes_no:
        return "có" if says_yes(text) else "không" if fold(text) in ("khong", "no", "false", "sai") else text
    return text


def settled(text: str) -> str:
    """A text in the form in which cells are compared: programs change letters and line ends, and blanks at an end are seen by nobody."""
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").rstrip()


def mark_of_cell(text: str) -> str:
    """Twelve letters that tell one text from another; none for an empty one."""
    return blake2s(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest() if text else "-"


def marks_of(cells: tuple[str, ...]) -> str:
    """The marks of a row, in the order of its cells."""
    return " ".join(map(mark_of_cell, cells))

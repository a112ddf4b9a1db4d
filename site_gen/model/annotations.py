"""What is inside the annotation of a field: the model of its items, its marks, its field types."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo


def inner_model(annotation: Any) -> type[BaseModel] | None:
    """The model inside an annotation such as `tuple[Task, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (Annotated, tuple, list, Union, types.UnionType):
        for arg in get_args(annotation):
            if (hit := inner_model(arg)) is not None:
                return hit
    return None


def mark_of(annotation: Any, *marks: type[Any]) -> Any:
    """The mark that an annotation bears, itself or inside: of a text, or of the texts of a list; None where it bears none."""
    if get_origin(annotation) is Annotated:
        for meta in annotation.__metadata__:
            if isinstance(meta, marks):
                return meta
    for arg in get_args(annotation):
        if (hit := mark_of(arg, *marks)) is not None:
            return hit
    return None


def is_of(info: FieldInfo, kind: Any) -> bool:
    """Whether a field, or each item of its list, is of a field type: `Slug`, `Year`."""
    validator = get_args(kind)[1]
    return validator in info.metadata or any(validator in get_args(part) for part in parts_of(info.annotation))


def parts_of(annotation: Any) -> Iterator[Any]:
    """An annotation and all that it is made of, down to the field types."""
    yield annotation
    if get_origin(annotation) is not Annotated:
        for part in get_args(annotation):
            yield from parts_of(part)

"""What is inside the annotation of a field is found through tuples, choices and None."""

from __future__ import annotations

from typing import Annotated

import pytest
from pydantic import BaseModel, BeforeValidator

from site_gen.model.annotations import inner_model, is_of, mark_of
from site_gen.model.fields import (
    Day,
    Line,
    Lines,
    RefTo,
    UnitRef,
    Units,
    Whole,
)
from site_gen.model.model import Model, field


class Part(Model):
    number: Whole = field("Số", "Số thứ tự.")
    days: tuple[Day, ...] = field("Các ngày", "Nhiều ngày.", ())
    names: Lines = field("Tên", "Nhiều tên.", ())


@pytest.mark.parametrize(
    ("annotation", "inner"),
    [
        (Part, Part),
        (Part | None, Part),
        (tuple[Part, ...], Part),
        (Annotated[tuple[Part, ...], BeforeValidator(tuple)] | None, Part),
        (tuple[str, ...], None),
        (str | None, None),
        (Units, None),
    ],
)
def test_the_model_inside_an_annotation_is_found(annotation: object, inner: type[BaseModel] | None) -> None:
    assert inner_model(annotation) is inner


def test_a_field_is_of_the_type_of_its_value_or_of_its_items() -> None:
    types = {"number": Whole, "days": Day, "names": Lines}
    found = {name: [t for t in types.values() if is_of(info, t)] for name, info in Part.model_fields.items()}
    assert found == {name: [type] for name, type in types.items()}


@pytest.mark.parametrize("annotation", [UnitRef, UnitRef | None, Units, tuple[UnitRef, ...] | None])
def test_a_mark_is_found_inside_lists_and_choices(annotation: object) -> None:
    assert mark_of(annotation, RefTo) == RefTo("unit")
    assert mark_of(Line, RefTo) is None

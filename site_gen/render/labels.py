"""What templates call the fields of content: `label("Consultation.closes_on")`, in the words of the model."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from site_gen.kinds import FORMS
from site_gen.model.annotations import inner_model
from site_gen.model.model import label_of


class NoSuchField(LookupError):
    """A template asks for the label of something that no model has."""


@cache
def label(path: str, language: str) -> str:
    """The label of `Model.field`.

    Raises NoSuchField for a model or field that is not there, and for the name of two models.
    """
    name, _, field = path.partition(".")
    found = models().get(name, ())
    if len(found) != 1 or field not in found[0].model_fields:
        reason = "two models are called so" if len(found) > 1 else "there is no such field"
        raise NoSuchField(f'label("{path}"): {reason}')
    return label_of(found[0], field, language)


@cache
def models() -> dict[str, tuple[type[BaseModel], ...]]:
    """Every model of content by its class name: those of forms, and all that stand inside them."""
    out: dict[str, tuple[type[BaseModel], ...]] = {}
    for model in dict.fromkeys(inner for form in FORMS for inner in _within(form.model, ())):
        out[model.__name__] = (*out.get(model.__name__, ()), model)
    return out


def _within(model: type[BaseModel], above: tuple[type[BaseModel], ...]) -> Iterator[type[BaseModel]]:
    if model in above:
        return
    yield model
    for info in model.model_fields.values():
        if inner := inner_model(info.annotation):
            yield from _within(inner, (*above, model))

"""An entry: one file's content bound to its model, still knowing where each value stands."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Generic, Protocol, TypeVar

from pydantic import BaseModel

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Span
from site_gen.model.annotations import inner_model, mark_of
from site_gen.model.fields import FileIn, RefTo
from site_gen.model.published import Published

Loc = tuple[str | int, ...]
Mk = TypeVar("Mk")
M_co = TypeVar("M_co", bound=Published, covariant=True)


class Places(Protocol):
    """Where the values of a file stand."""

    def at(self, loc: Loc, key: bool = False) -> Span:
        """The place of the value at `loc`, or of what surrounds it."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry(Generic[M_co]):
    """One thing that is published: its kind, id, file and content."""

    kind: str
    id: str
    path: str
    model: M_co
    places: Places

    def at(self, *loc: str | int) -> Span:
        """The place of a value, for a finding."""
        return self.places.at(loc)


def value_at(model: Any, loc: Loc) -> Any:
    """The value at a place inside a model."""
    for step in loc:
        model = model[step] if isinstance(step, int) else getattr(model, step)
    return model


@dataclass(frozen=True, slots=True)
class Form:
    """Files of one shape: which content they hold and where they lie below the site folder.

    The parts that `*` stands for, joined by `/`, are the entry's id. `records` names the table of open data that holds
    every field of every entry; it is empty where not all of that may be read by everybody on every day. `rows` is the field
    that holds too much for a cell: its items are the rows of a second table. `called` is what officers call its folder or file
    besides the model's and the kind's names, so that a folder `thu-tuc` is known to mean `procedures`.
    """

    kind: str
    model: type[Published]
    pattern: str
    records: str = ""
    rows: str = ""
    called: tuple[str, ...] = ()

    def file_of(self, id: str) -> str:
        """The path of an entry's file; the parts of its id, joined by `/`, take the places of the stars."""
        parts = iter(id.split("/"))
        return re.sub(r"\*", lambda _: next(parts), self.pattern)

    @property
    def label(self) -> str:
        """The Vietnamese name: models of content are documented as `Phụ lục: targets and tasks …`; the words before the colon."""
        text = inspect.getdoc(self.model) or self.model.__name__
        return text.partition(":")[0].partition(". ")[0].strip().rstrip(".")


def marked(model: BaseModel) -> Iterator[tuple[Loc, RefTo | FileIn, str]]:
    """Every reference and file that a model's values hold, with its place."""
    return marked_with(model, RefTo, FileIn)


def marked_with(model: BaseModel, *marks: type[Mk]) -> Iterator[tuple[Loc, Mk, str]]:
    """Every text of a model whose field has one of the given marks, with its place and its mark."""
    for name, nested, mark in _shape(type(model), marks):
        value = getattr(model, name)
        if value is None:
            continue
        many = value if isinstance(value, tuple) else (value,)
        for index, item in enumerate(many):
            loc: Loc = (name, index) if isinstance(value, tuple) else (name,)
            if mark is not None:
                yield loc, mark, item
            elif nested and isinstance(item, BaseModel):
                for inner, its_mark, text in marked_with(item, *marks):
                    yield loc + inner, its_mark, text


@cache
def _shape(model: type[BaseModel], marks: tuple[type[Any], ...]) -> tuple[tuple[str, bool, Any], ...]:
    """Fields worth visiting: those that have a mark, and those whose models have one somewhere inside."""
    return tuple(_fields(model, marks, frozenset()))


def _fields(
    model: type[BaseModel], marks: tuple[type[Any], ...], above: frozenset[type[BaseModel]]
) -> Iterator[tuple[str, bool, Any]]:
    for name, info in model.model_fields.items():
        mark = next((m for m in info.metadata if isinstance(m, marks)), None) or mark_of(info.annotation, *marks)
        inner = inner_model(info.annotation)
        within = above | {model}
        nested = inner is not None and (inner in within or next(_fields(inner, marks, within), None) is not None)
        if mark or nested:
            yield name, nested, mark

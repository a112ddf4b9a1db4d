"""Columns of tables: a field of a model says what a column is called, holds and means; a kind only names it.

A column is declared once, with how its value is taken from a row. Rows may be anything: entries, models, values that a kind
works out. The files of open data, their dictionary and the workbook are made of these declarations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from site_gen.base.dataclass import dataclass
from site_gen.base.values import Plain
from site_gen.model.choice import Choice
from site_gen.model.entry import Entry
from site_gen.model.figures import Figure
from site_gen.model.period import Period

Value = Callable[[Any], object]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of open data.

    Attributes:
        name: The model's field, or the name of what is computed.
        label: What people call it.
        type: One of `string`, `integer`, `number`, `date`, `boolean`.
        help: What the label does not say.
        words: What each value means, where values are codes.
        value: What it holds in a row; days, choices and figures as they are.
    """

    name: str
    label: str
    type: str = "string"
    help: str = ""
    words: tuple[tuple[str, str], ...] = ()
    value: Value = field(default=lambda row: None, compare=False, repr=False)

    def cell(self, row: object) -> Plain:
        """The plain value in a row: days in ISO form, choices and periods as their codes, figures as numbers."""
        return _plain(self.value(row))


def column(model: type[BaseModel], name: str, value: Value | None = None, *, called: str = "") -> Column:
    """A column that is a field of a model.

    Args:
        model: The model whose field it is.
        name: The field.
        value: How a row gives the value; without it the row is an entry of the model, or the model itself.
        called: The column's name, where another column of the table has that of the field.
    """
    return described(called or name, model.model_fields[name], value or _field_of(name))


def columns(model: type[BaseModel], *names: str) -> tuple[Column, ...]:
    """Columns that are fields of a model, for rows that are its entries or the models themselves."""
    return tuple(column(model, name) for name in names)


def inside(part: Value, *columns: Column) -> tuple[Column, ...]:
    """Columns of something that a row holds, for rows of several things; `part` takes it from the row."""

    def of_part(one: Column) -> Column:
        return replace(one, value=lambda row: one.value(part(row)))

    return tuple(of_part(one) for one in columns)


def described(name: str, info: FieldInfo, value: Value) -> Column:
    """A column as a field describes it: label, help, type, and the words of its choices."""
    types = _single_types(info.annotation)
    held = next((kind for t, kind in _TYPES if t in types), "string")
    choice = next((t for t in types if isinstance(t, type) and issubclass(t, Choice)), None)
    return Column(name, str(info.title), held, info.description or "", _words(choice) if choice else (), value)


def in_words(column: Column) -> Column:
    """The same column, its cells holding the word of a choice and not its code."""

    def word(row: object) -> object:
        found = column.value(row)
        return found.label if isinstance(found, Choice) else None

    return replace(column, words=(), value=word)


def computed(
    name: str,
    label: str,
    value: Value,
    type: str = "string",
    *,
    help: str = "",
    choice: type[Choice] | None = None,
) -> Column:
    """A column that no field holds; its label is declared here, and nowhere else."""
    return Column(name, label, type, help, _words(choice) if choice else (), value)


def address(url: Value, label: str = "Địa chỉ trên trang") -> Column:
    """The last column of most tables: where the row stands on the website."""
    return computed("url", label, url)


def cells(columns: Iterable[Column], rows: Iterable[object]) -> tuple[tuple[Plain, ...], ...]:
    """The plain values of each row."""
    chosen = tuple(rows)
    return tuple(zip(*(map(_plain, map(column.value, chosen)) for column in columns), strict=True))


def _plain(value: object) -> Plain:
    """A value as a file of open data holds it; an empty text is nothing."""
    match value:
        case str() if type(value) is str:  # first, for most are
            return value or None
        case None | bool() | int() | float():
            return value
        case Decimal():
            return float(value)
        case Figure():
            return float(value.value)
        case Choice():
            return str(value.value)
        case Period():
            return value.key
        case date():
            return value.isoformat()
        case tuple() | list():
            return "; ".join(str(_plain(item)) for item in value) or None
    return str(value) or None


def _single_types(annotation: Any) -> tuple[Any, ...]:
    """The classes that a field's value may be, where it is one value and not a list of several."""
    args = getattr(annotation, "__args__", None)
    if args is None:
        return (annotation,)
    if getattr(annotation, "__origin__", None) is tuple:
        return ()
    return tuple(t for arg in args for t in _single_types(arg))


_TYPES: tuple[tuple[type, str], ...] = ((bool, "boolean"), (int, "integer"), (Figure, "number"), (date, "date"))


def _field_of(name: str) -> Value:
    return lambda row: getattr(row.model if isinstance(row, Entry) else row, name)


def _words(choice: type[Choice]) -> tuple[tuple[str, str], ...]:
    return tuple((c.value, c.label) for c in choice)

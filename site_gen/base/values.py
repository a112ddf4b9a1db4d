"""What pages, panels and sheets are given: plain values, dates, and records of them.

A record is a frozen dataclass beside the template that shows it. Whatever is made of it elsewhere (a digest, JSON for the
press, the words that search knows, the texts that are looked through for personal data) is derived from its fields.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from functools import cache
from typing import Annotated, Any, TypeAlias, get_type_hints

from site_gen.base.vietnamese import show_date

_NOT_WORDS = "not words"


class Record:
    """Base of frozen dataclasses that templates see. Fields are plain values, dates, other records, or sequences of them."""


Plain: TypeAlias = "str | int | float | bool | date | Record | Sequence[Plain] | Mapping[str, Plain] | None"
"""What a template may be given: nothing that can change, and nothing that has to be asked for more."""
Context: TypeAlias = "dict[str, Plain]"

Address: TypeAlias = Annotated[str, _NOT_WORDS]
"""An address of a page or a file; nobody searches for its letters."""
Key: TypeAlias = Annotated[str, _NOT_WORDS]
"""An id, a code of a choice, the name of a colour or a template: for the template, not for the reader."""


def named_values(value: Record | Mapping[str, Plain]) -> Mapping[str, Plain]:
    """The values of a record, or of a mapping, by name."""
    if isinstance(value, Mapping):
        return value
    return vars(value)


def as_json(value: object) -> Any:
    """For `json.dumps(…, default=as_json)`: a record as an object, a date in ISO form.

    Raises TypeError for anything else.
    """
    if isinstance(value, Record):
        return named_values(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is no value for a page")


def as_printed(value: Any) -> Any:
    """The same values for a sheet of the notice board: a record as a mapping, a date as people read it."""
    if isinstance(value, date):
        return show_date(value)
    if isinstance(value, Record | Mapping):
        return {name: as_printed(inner) for name, inner in named_values(value).items()}
    if isinstance(value, list | tuple):
        return [as_printed(inner) for inner in value]
    return value


def strings(value: object) -> Iterator[str]:
    """Every text among values, dates as pages write them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, date):
        yield show_date(value)
    elif isinstance(value, Record | Mapping):
        for inner in named_values(value).values():
            yield from strings(inner)
    elif isinstance(value, Sequence):
        for inner in value:
            yield from strings(inner)


def words(value: object) -> Iterator[str]:
    """The texts among values that a reader would search for: not addresses, nor keys, by what the fields of records say."""
    if isinstance(value, str):
        if value:
            yield value
    elif isinstance(value, date):
        yield show_date(value)
    elif isinstance(value, Record):
        cls: Any = type(value)
        for name in _with_words(cls):
            yield from words(getattr(value, name))
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from words(inner)
    elif isinstance(value, Sequence):
        for inner in value:
            yield from words(inner)


@cache
def _with_words(cls: Any) -> tuple[str, ...]:
    hints = get_type_hints(cls, include_extras=True)
    names = [field.name for field in fields(cls)]
    return tuple(name for name in names if _NOT_WORDS not in getattr(hints[name], "__metadata__", ()))

"""What pages, panels and sheets are given: plain values, dates, and records of them.

A record is a frozen dataclass beside the template that shows it. Whatever is made of it elsewhere (a digest, JSON for the
press, the words that search knows, the texts that are looked through for personal data) is derived from its fields.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
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
Drawn: TypeAlias = Annotated[str, _NOT_WORDS]
"""Words inside a picture, or read out in its place; the page says the same in its text, where search finds it."""


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
        return vars(value)
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


def strings(value: object) -> list[str]:
    """Every text among values, dates as pages write them."""
    found: list[str] = []
    _add(value, found, lambda record: vars(record).values())
    return found


def words(value: object) -> list[str]:
    """The texts among values that a reader would search for: not addresses, nor keys, by what the fields of records say."""
    found: list[str] = []
    _add(value, found, _said_by)
    return [text for text in found if text]


def _add(value: object, found: list[str], of: Callable[[Record], Iterable[object]]) -> None:
    """Adds every text inside a value to `found`; `of` says what of a record is looked at."""
    inner: Iterable[object] = ()
    if isinstance(value, str):
        found.append(value)
    elif isinstance(value, _NO_TEXT):
        pass
    elif isinstance(value, tuple | list):
        inner = value
    elif isinstance(value, Record):
        inner = of(value)
    elif isinstance(value, date):
        found.append(show_date(value))
    elif isinstance(value, Mapping):
        inner = value.values()
    elif isinstance(value, Sequence):
        inner = value
    for one in inner:
        if isinstance(one, str):  # most are, and a call for each takes as long as the rest
            found.append(one)
        elif one is not None:
            _add(one, found, of)


_NO_TEXT = (int, float, type(None))


def _said_by(record: Record) -> Iterable[object]:
    cls: Any = type(record)
    return [getattr(record, name) for name in _with_words(cls)]


@cache
def _with_words(cls: Any) -> tuple[str, ...]:
    hints = get_type_hints(cls, include_extras=True)
    names = [field.name for field in fields(cls)]
    return tuple(name for name in names if _NOT_WORDS not in getattr(hints[name], "__metadata__", ()))

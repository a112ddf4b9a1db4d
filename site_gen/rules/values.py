"""Walking the values of an entry: its texts, the documents it cites, the item around a place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from site_gen.model.entry import Entry, Loc
from site_gen.model.published import DocumentRef, Published


@lru_cache(maxsize=1024)
def documents(entry: Entry[Published]) -> tuple[tuple[Loc, DocumentRef], ...]:
    """Every document that an entry cites, with its place. Kept, as several rules ask for them."""
    return tuple((loc, value) for loc, value in walk(entry.model, ()) if isinstance(value, DocumentRef))


@lru_cache(maxsize=1024)
def texts(entry: Entry[Published]) -> tuple[tuple[Loc, str], ...]:
    """Every text with its place; what acknowledges anomalies is not content. Kept, as several rules ask for them."""
    return tuple(
        (loc, value) for loc, value in walk(entry.model, ()) if type(value) is str and loc[:1] != ("anomalies",)
    )


def walk(value: Any, loc: Loc) -> Iterator[tuple[Loc, Any]]:
    """Every value inside a value, outer ones first."""
    yield loc, value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if inner is not None and not isinstance(inner, bool | int):
                yield from walk(inner, (*loc, name))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from walk(inner, (*loc, index))


def item(model: BaseModel, loc: Loc) -> str:
    """The id or number of the innermost item around a place, by which it is acknowledged."""
    here: Any = model
    item = ""
    for step in loc:
        here = here[step] if isinstance(step, int) else getattr(here, step)
        label = getattr(here, "id", None) or getattr(here, "no", None) if isinstance(here, BaseModel) else None
        item = label or item
    return item

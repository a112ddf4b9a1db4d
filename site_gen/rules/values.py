"""Walking the values of an entry: its texts, the documents it cites, the item around a place."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from site_gen.model.entry import Entry, Loc
from site_gen.model.published import DocumentRef, Published


def documents(entry: Entry[Published]) -> tuple[tuple[Loc, DocumentRef], ...]:
    """Every document that an entry cites, with its place."""
    return _kept(entry)[0]


def texts(entry: Entry[Published]) -> tuple[tuple[Loc, str], ...]:
    """Every text with its place; what acknowledges anomalies is not content."""
    return _kept(entry)[1]


@lru_cache(maxsize=8)  # that of the entry that is judged, and of some that its rules look at: it holds the entries
def _kept(entry: Entry[Published]) -> tuple[tuple[tuple[Loc, DocumentRef], ...], tuple[tuple[Loc, str], ...]]:
    """The documents and texts of an entry, gone through once, as many rules ask for them."""
    found = walk(entry.model)
    cited = tuple((loc, value) for loc, value in found if isinstance(value, DocumentRef))
    said = tuple((loc, value) for loc, value in found if type(value) is str and loc[0] != "anomalies")
    return cited, said


def walk(value: Any, loc: Loc = ()) -> list[tuple[Loc, Any]]:
    """Every value inside a value, outer ones first; of a model's own fields no numbers, nor what is empty."""
    found: list[tuple[Loc, Any]] = []
    _go_through(value, loc, found)
    return found


def _go_through(value: Any, loc: Loc, found: list[tuple[Loc, Any]]) -> None:
    found.append((loc, value))
    if isinstance(value, str):  # most are, and pydantic takes long to say that they are no model
        return
    if isinstance(value, tuple):
        for index, inner in enumerate(value):
            _go_through(inner, (*loc, index), found)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if inner is not None and not isinstance(inner, int):
                _go_through(inner, (*loc, name), found)


def item(model: BaseModel, loc: Loc) -> str:
    """The id or number of the innermost item around a place, by which it is acknowledged."""
    here: Any = model
    item = ""
    for step in loc:
        here = here[step] if isinstance(step, int) else getattr(here, step)
        label = getattr(here, "id", None) or getattr(here, "no", None) if isinstance(here, BaseModel) else None
        item = label or item
    return item

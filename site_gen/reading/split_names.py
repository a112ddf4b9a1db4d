"""Names of entries that stand in one text, split once all names of the site are known: `Phòng Kinh tế, Công an xã`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Span
from site_gen.base.traces import remembered
from site_gen.model.catalog import Catalog
from site_gen.model.entry import Entry, Loc, Places, marked, value_at
from site_gen.model.fields import RefTo
from site_gen.model.lists import parts

M = TypeVar("M", bound=BaseModel)
_SEVERAL = re.compile(r"[,;\n&]|\svà\s")


@dataclass(frozen=True, slots=True)
class ShiftedPlaces:
    """Places of a file whose lists have become longer than they were written."""

    places: Places
    came_from: Mapping[Loc, Loc]

    def at(self, loc: Loc, key: bool = False) -> Span:
        """The place where the value at `loc` was written."""
        for depth in range(len(loc), 0, -1):
            if (old := self.came_from.get(loc[:depth])) is not None:
                return self.places.at(old + loc[depth:], key)
        return self.places.at(loc, key)


@remembered
def with_names_split(catalog: Catalog, entry: Entry[Any]) -> Entry[Any]:
    """The entry with each name an item of its list, where a list of references holds several names in one text.

    A name that has a comma or `và` of its own goes before its parts. What is not known stays as it was written.
    """
    lists: dict[Loc, dict[int, list[str]]] = {}
    for loc, mark, text in marked(entry.model):
        if isinstance(mark, RefTo) and isinstance(loc[-1], int) and _SEVERAL.search(text):
            kind = mark.kind
            names = parts(text, lambda name, kind=kind: catalog.named(kind, name) is not None)  # type: ignore[misc]  # mypy infers no lambda with a default
            if len(names) > 1:
                lists.setdefault(loc[:-1], {})[loc[-1]] = names
    if not lists:
        return entry
    model, came_from = entry.model, {}
    for loc, longer in lists.items():
        value = value_at(entry.model, loc)
        rows = [(index, name) for index, text in enumerate(value) for name in longer.get(index, [text])]
        came_from.update({(*loc, new): (*loc, old) for new, (old, _) in enumerate(rows)})
        model = _with(model, loc, tuple(name for _, name in rows))
    return replace(entry, model=model, places=ShiftedPlaces(entry.places, came_from))


def _with(model: Any, loc: Loc, value: Any) -> Any:
    """A copy of a frozen value in which one thing is different."""
    if not loc:
        return value
    step, rest = loc[0], loc[1:]
    if isinstance(step, int):
        return (*model[:step], _with(model[step], rest, value), *model[step + 1 :])
    return model.model_copy(update={step: _with(getattr(model, step), rest, value)})

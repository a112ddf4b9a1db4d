"""What is to be changed in the values of a file, and what its values are then."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import Any

from site_gen.base.dataclass import dataclass
from site_gen.editing.yaml_text import Tree
from site_gen.model.entry import Loc

Order = Callable[[Loc], Sequence[str]]
"""The keys of the group at a place, in the order in which its model has them."""


@dataclass(slots=True)
class Changes:
    """Changes of one file; every place is one of the file as it was read.

    Attributes:
        puts: New values by their places. The group or list around one need not be there yet.
        removed: Places of keys and items that go.
        inserted: New items of lists: the place of the list, the index behind which each comes (-1: before all), in order.
    """

    puts: dict[Loc, Tree] = field(default_factory=dict)
    removed: set[Loc] = field(default_factory=set)
    inserted: dict[Loc, list[tuple[int, Tree]]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.puts or self.removed or self.inserted)

    def settled(self, data: Mapping[str, Any], order: Order) -> Changes:
        """The same changes so that each can be made where it says.

        What goes into a group that is not there makes the group; a group or list that loses all it held goes itself.
        """
        puts: dict[Loc, Any] = {}
        for loc, value in self.puts.items():
            depth = next((n for n in range(1, len(loc)) if not isinstance(_at(data, loc[:n]), dict | list)), len(loc))
            if depth == len(loc):
                puts[loc] = value
                continue
            inner = puts.setdefault(loc[:depth], {})
            for step in loc[depth:-1]:
                inner = inner.setdefault(step, {})
            inner[loc[-1]] = value
        inserted: dict[Loc, list[tuple[int, Tree]]] = {}
        for loc, items in self.inserted.items():
            if isinstance(_at(data, loc), list) and _at(data, loc):
                inserted[loc] = items
                continue
            depth = next((n for n in range(1, len(loc)) if not isinstance(_at(data, loc[:n]), dict | list)), len(loc))
            listed: Any = [value for _, value in items]
            for step in reversed(loc[depth:]):
                listed = {step: listed}
            known = puts.get(loc[:depth])
            puts[loc[:depth]] = {**known, **listed} if isinstance(known, dict) and isinstance(listed, dict) else listed
        inserted = {
            loc: [(after, ordered(item, (*loc, 0), order)) for after, item in items] for loc, items in inserted.items()
        }
        removed = set(self.removed)
        puts = {loc: ordered(value, loc, order) for loc, value in puts.items()}
        for loc in sorted(removed, key=len, reverse=True):
            while len(loc) > 1 and _emptied(data, loc[:-1], removed, puts, inserted):
                removed.add(loc := loc[:-1])
        gone = {loc for loc in removed if not any(loc[:n] in removed for n in range(1, len(loc)))}
        return Changes(puts, gone, inserted)

    def applied(self, data: Mapping[str, Any], order: Order) -> dict[str, Any]:
        """The values after the changes, which must be settled."""
        made: dict[str, Any] = self._applied(data, (), order)
        return made

    def _applied(self, value: Any, here: Loc, order: Order) -> Any:
        if here in self.puts:
            return self.puts[here]
        if isinstance(value, dict):
            kept = {k: self._applied(v, (*here, k), order) for k, v in value.items() if (*here, k) not in self.removed}
            new = {loc[-1]: v for loc, v in self.puts.items() if loc[:-1] == here and loc[-1] not in value}
            return {**kept, **new}
        if not isinstance(value, list):
            return value
        added = self.inserted.get(here, [])
        out = [item for after, item in added if after < 0]
        for index, inner in enumerate(value):
            if (*here, index) not in self.removed:
                out.append(self._applied(inner, (*here, index), order))
            out += [item for after, item in added if after == index]
        return out


def _at(data: Any, loc: Loc) -> Any:
    for step in loc:
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data


def _emptied(data: Any, loc: Loc, removed: set[Loc], puts: Mapping[Loc, Any], inserted: Mapping[Loc, Any]) -> bool:
    """Whether the group or list at a place loses everything and gains nothing."""
    value = _at(data, loc)
    if loc in inserted or any(put[: len(loc)] == loc for put in puts):
        return False
    steps = value.keys() if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    return all((*loc, step) in removed for step in steps)


def ordered(value: Any, loc: Loc, order: Order) -> Any:
    """A new group with its keys in the order of the model."""
    if isinstance(value, dict):
        keys = [key for key in order(loc) if key in value]
        keys += [key for key in value if key not in keys]
        return {key: ordered(value[key], (*loc, key), order) for key in keys}
    if isinstance(value, list):
        return [ordered(item, (*loc, index), order) for index, item in enumerate(value)]
    return value

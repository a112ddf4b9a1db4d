"""Puts values into a file's values, also where a group or a list is written as one text and must be written out first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from difflib import SequenceMatcher
from typing import Any

from pydantic import BaseModel

from site_gen.base.dataclass import dataclass
from site_gen.editing.changes import Changes
from site_gen.editing.yaml_text import Tree
from site_gen.importers.workbook.views import as_group, items_of
from site_gen.model.annotations import inner_model
from site_gen.model.entry import Loc


@dataclass(slots=True)
class Edits:
    """The changes of one file as they are collected.

    Attributes:
        data: Its values as they stand in the file.
        model: What it is.
        changes: What is to be changed.
        whole: Groups and lists that stand as one text, written out with what was changed in them, by their places.
    """

    data: dict[str, Any]
    model: type[BaseModel]
    changes: Changes = field(default_factory=Changes)
    whole: dict[Loc, Any] = field(default_factory=dict)

    def put(self, loc: Loc, value: Tree) -> None:
        """A value in the place of what is there; an empty one takes the key away."""
        words = self._in_words(loc)
        if words is not None:
            _set(self._written_out(words), loc[len(words) :], value, self._model_at(words))
            return
        old = self.at(loc)
        if value in ("", [], None):
            if old is not None or self._has(loc):
                self.changes.removed.add(loc)
        elif isinstance(old, list) and old and isinstance(value, list):
            self._items(loc, old, value)
        else:
            self.changes.puts[loc] = value

    def insert(self, loc: Loc, after: int, item: Tree) -> None:
        """An item into the list at a place, behind one of its items; -1 for before all."""
        words = self._in_words((*loc, 0))
        if words is not None:
            target = self._written_out(words)
            for step in loc[len(words) :]:
                target = target[step]
            if isinstance(target, list):
                target.append(item)
            return
        self.changes.inserted.setdefault(loc, []).append((after, item))

    def remove(self, loc: Loc) -> bool:
        """Takes an item away; False where its list stands in words, so that nobody can say which words are its."""
        if self._in_words(loc) is not None:
            return False
        self.changes.removed.add(loc)
        return True

    def done(self) -> Changes:
        """The changes; a group that one text still says stays one text."""
        for loc, tree in self.whole.items():
            said = next(iter(tree.values())) if isinstance(tree, dict) and len(tree) == 1 else None
            model = self._model_at(loc)
            short = isinstance(said, str) and as_group(said, model) == tree
            self.changes.puts[loc] = said if short else tree
        return self.changes

    def at(self, loc: Loc) -> Any:
        """The value at a place, None where there is none."""
        here: Any = self.data
        for step in loc:
            if isinstance(here, dict):
                here = here.get(step)
            elif isinstance(here, list) and isinstance(step, int) and step < len(here):
                here = here[step]
            else:
                return None
        return here

    def _has(self, loc: Loc) -> bool:
        above = self.at(loc[:-1])
        return isinstance(above, dict) and loc[-1] in above

    def _items(self, loc: Loc, old: list[Any], new: Sequence[Any]) -> None:
        """Only those items of a list of texts that are others."""
        for what, a, b, c, d in SequenceMatcher(None, old, list(new), autojunk=False).get_opcodes():
            if what == "equal":
                continue
            paired = min(b - a, d - c)
            for n in range(paired):
                self.changes.puts[(*loc, a + n)] = new[c + n]
            self.changes.removed |= {(*loc, n) for n in range(a + paired, b)}
            behind = a + paired - 1
            for n in range(c + paired, d):
                self.changes.inserted.setdefault(loc, []).append((behind, new[n]))

    def _in_words(self, loc: Loc) -> Loc | None:
        """The place of the text that stands for the group or list in which a place lies."""
        here: Any = self.data
        for depth, step in enumerate(loc):
            if isinstance(here, str):
                return loc[:depth]
            if isinstance(here, dict):
                here = here.get(step)
            elif isinstance(here, list) and isinstance(step, int) and step < len(here):
                here = here[step]
            else:
                return None
        return None

    def _written_out(self, loc: Loc) -> Any:
        if loc not in self.whole:
            text, info = self.at(loc), self._info_at(loc)
            listed = info is not None and not isinstance(loc[-1], int) and items_of(text, info)
            self.whole[loc] = list(listed) if listed else dict(as_group(text, self._model_at(loc)) or {})
        return self.whole[loc]

    def _info_at(self, loc: Loc) -> Any:
        model = self._model_at(loc[:-1])
        return model.model_fields.get(str(loc[-1])) if isinstance(loc[-1], str) else None

    def _model_at(self, loc: Loc) -> type[BaseModel]:
        return model_at(self.model, loc)


def model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel]:
    """What the group at a place is, or what the items of the list are."""
    for step in loc:
        if isinstance(step, str) and step in model.model_fields:
            model = inner_model(model.model_fields[step].annotation) or model
    return model


def _set(target: Any, steps: Loc, value: Tree, model: type[BaseModel]) -> None:
    """Puts a value below a group or list that was written out."""
    for step in steps[:-1]:
        model = model_at(model, (step,))
        inner = target[int(step)] if isinstance(target, list) else target.get(step)
        if not isinstance(inner, dict | list):
            inner = dict(as_group(inner, model) or {})
            target[step] = inner
        target = inner
    if value in ("", [], None) and isinstance(target, dict):
        target.pop(steps[-1], None)
    else:
        target[steps[-1]] = value

"""What was read of one file: plain values, with the place of each."""

from __future__ import annotations

from dataclasses import field
from typing import Any

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Span
from site_gen.model.entry import Loc

Mark = tuple[int, int, int]  # line, column, end column
_Inner = dict[str | int, tuple[int, int]]
"""By key or number of each value of a list or group where in the marks that of its key begins, -1 where it has none, and its own."""


@dataclass(frozen=True, slots=True)
class Document:
    """Values of one file and where they stand.

    `marks` holds line, column and end column for each key and value in reading order, flat, so
    that a document is plain data for the cache and costs nothing until a place is asked for. `digest` is that of the
    file's bytes, empty where it came from elsewhere.
    """

    path: str
    data: Any
    marks: tuple[int, ...]
    digest: str = field(default="", compare=False)

    def at(self, loc: Loc, key: bool = False) -> Span:
        """The place of the value at `loc` (its key's with `key`), or of the nearest thing around it.

        A text that stands for a list of one is the place of the list's first item.
        """
        if not self.marks:
            return Span(self.path, 1, 1)
        here: Loc = ()
        value, key_at, at = self.data, -1, 0
        for step in loc:
            inner = self._inside(here, value, at).get(step)
            if inner is None:
                break
            here, value, (key_at, at) = (*here, step), value[step], inner
        inside = len(here) < len(loc) and not isinstance(
            value, str
        )  # a text may be a list of one: the fault is the text
        first = key_at if key_at >= 0 and (key or inside) else at
        line, column, end = self.marks[first : first + 3]
        return Span(self.path, line, column, end)

    def _inside(self, here: Loc, value: Any, at: int) -> _Inner:
        """Where the values right inside a value stand. Those of one document are kept: whoever asks for a place of it asks for others."""
        global _asked  # whose places were asked for last
        if _asked is None or _asked[0] is not self:
            _asked = self, {}
        if here not in _asked[1]:
            _asked[1][here] = _inner(value, at)
        return _asked[1][here]

    def plain(self) -> Any:
        """The values without the stand-ins of repeated keys."""

        def strip(value: Any) -> Any:
            if isinstance(value, dict):
                return {k: strip(v) for k, v in value.items() if not k.startswith("\0")}
            return [strip(v) for v in value] if isinstance(value, list) else value

        return strip(self.data)


def _inner(value: Any, at: int) -> _Inner:
    """Of the value whose mark begins at `at`."""
    found: _Inner = {}
    at += 3
    if isinstance(value, dict):
        for name, inner in value.items():
            found[name] = at, at + 3
            at += 3 + 3 * _count(inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            found[number] = -1, at
            at += 3 * _count(inner)
    return found


def _count(value: Any) -> int:
    """How many marks a value has: its own, and those of all keys and values inside it. Most are texts, which have one."""
    if isinstance(value, dict):
        return 1 + sum([2 if isinstance(inner, str) else 1 + _count(inner) for inner in value.values()])
    if isinstance(value, list):
        return 1 + sum([1 if isinstance(inner, str) else _count(inner) for inner in value])
    return 1


_asked: tuple[Document, dict[Loc, _Inner]] | None = None

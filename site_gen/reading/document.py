"""What was read of one file: plain values, with the place of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Span
from site_gen.model.entry import Loc

Mark = tuple[int, int, int]  # line, column, end column
_Index = dict[Loc, tuple[Mark | None, Mark, bool]]


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
        index = self._index()
        for depth in range(len(loc), -1, -1):
            if (hit := index.get(loc[:depth])) is not None:
                key_mark, mark, text = hit
                inside = depth < len(loc) and not text  # a text may stand for a list of one: the fault is the text
                line, column, end = key_mark if key_mark and (key or inside) else mark
                return Span(self.path, line, column, end)
        return Span(self.path, 1, 1)

    def _index(self) -> _Index:
        """Every place. That of one document is kept: whoever asks for a place of it asks for others, and all would weigh much."""
        global _asked  # whose places were asked for last
        if _asked is None or _asked[0] is not self:
            _asked = self, {here: (key_mark, mark, text) for here, key_mark, mark, text in self._walk()}
        return _asked[1]

    def _walk(self) -> Iterator[tuple[Loc, Mark | None, Mark, bool]]:
        marks = iter(zip(*[iter(self.marks)] * 3, strict=True))

        def visit(value: Any, here: Loc, key: Any) -> Iterator[Any]:
            yield here, key, next(marks), isinstance(value, str)
            if isinstance(value, Mapping):
                for name, inner in value.items():
                    yield from visit(inner, (*here, name), next(marks))
            elif isinstance(value, list):
                for index, inner in enumerate(value):
                    yield from visit(inner, (*here, index), None)

        if self.marks:
            yield from visit(self.data, (), None)

    def plain(self) -> Any:
        """The values without the stand-ins of repeated keys."""

        def strip(value: Any) -> Any:
            if isinstance(value, dict):
                return {k: strip(v) for k, v in value.items() if not k.startswith("\0")}
            return [strip(v) for v in value] if isinstance(value, list) else value

        return strip(self.data)


_asked: tuple[Document, _Index] | None = None

"""Where each key and value of a YAML text begins and ends: for who changes one and leaves everything else as it stands.

The reader keeps where things begin, which is all that findings need. Here the text has been read without a fault already.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from itertools import accumulate
from typing import Any

import yaml

from site_gen.base.dataclass import dataclass
from site_gen.model.entry import Loc

_Parser: Any = getattr(yaml, "CLoader", yaml.Loader)


@dataclass(slots=True)
class Node:
    """A value of the text.

    Attributes:
        start: Offset of its first letter; of a list in lines of its own the first dash.
        end: Offset behind its last letter; a container in lines of its own ends with its last value.
        column: Letters before it on its line.
        style: How a text is written: empty for plain, `"`, `'`, `|`, `>`.
        flow: Whether a list or group stands between brackets.
        is_list: Whether it is a list.
        key: Offsets of its key, None in a list.
        children: What it holds, None for a text.
    """

    start: int
    end: int
    column: int
    style: str = ""
    flow: bool = False
    is_list: bool = False
    key: tuple[int, int] | None = None
    children: dict[str | int, Node] | None = None

    def at(self, loc: Loc) -> Node | None:
        """The node at a place inside it, None where there is none."""
        here: Node | None = self
        for step in loc:
            here = here.children.get(step) if here is not None and here.children is not None else None
        return here


@dataclass(slots=True)
class _Open:
    node: Node
    key: str | None = None
    span: tuple[int, int] = (0, 0)
    count: int = field(default=0)


def extents(text: str) -> Node:
    """The extents of everything in a text. Raises ValueError where it holds no group of keys."""
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]

    def offset(mark: Any) -> int:
        line, column = int(mark.line), int(mark.column)
        return min(starts[min(line, len(starts) - 1)] + column, len(text))

    root: Node | None = None
    stack: list[_Open] = []
    for event in _events(text):
        if isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            node = stack.pop().node
            inner = list((node.children or {}).values())
            node.end = offset(event.end_mark) if node.flow else inner[-1].end if inner else node.start
            continue
        if not isinstance(event, yaml.ScalarEvent | yaml.SequenceStartEvent | yaml.MappingStartEvent):
            continue
        above = stack[-1] if stack else None
        if above is not None and not above.node.is_list and above.key is None:
            above.key, above.span = (
                str(getattr(event, "value", "")),
                (
                    offset(event.start_mark),
                    offset(event.end_mark),
                ),
            )
            continue
        node = _node(event, offset, text)
        if above is None:
            root = root or node
        else:
            assert above.node.children is not None
            if above.node.is_list:
                above.node.children[above.count] = node
                above.count += 1
            else:
                node.key = above.span
                above.node.children[str(above.key)] = node
                above.key = None
        if node.children is not None:
            stack.append(_Open(node))
    if root is None or root.children is None or root.is_list:
        raise ValueError("no group of keys")
    return root


def _node(event: Any, offset: Any, text: str) -> Node:
    start, end, column = offset(event.start_mark), offset(event.end_mark), int(event.start_mark.column)
    if isinstance(event, yaml.ScalarEvent):
        style = event.style or ""
        return Node(start, start + len(text[start:end].rstrip()), column, style)
    is_list = isinstance(event, yaml.SequenceStartEvent)
    return Node(start, end, column, flow=bool(event.flow_style), is_list=is_list, children={})


def _events(text: str) -> Iterator[Any]:
    parser = _Parser(text)
    try:
        yield from iter(parser.get_event, None)
    finally:
        getattr(parser, "dispose", lambda: None)()

"""A YAML text with some values changed: every letter that was not meant to change stays where it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from site_gen.base.dataclass import dataclass
from site_gen.editing.changes import Changes, Order
from site_gen.editing.yaml_text import Tree, flowing, group_lines, item_lines, key_lines, written
from site_gen.model.entry import Loc
from site_gen.reading.extents import Node, extents


@dataclass(frozen=True, slots=True)
class Edit:
    """Other letters in the place of those from `start` to `end`."""

    start: int
    end: int
    text: str


def edits(text: str, data: Mapping[str, Any], changes: Changes, order: Order) -> list[Edit]:
    """What to write into a text, from its end to its beginning. Raises ValueError where a change cannot be made so.

    Args:
        text: The text.
        data: Its values.
        changes: Settled changes of them.
        order: Where a new key belongs in its group.
    """
    spliced = _Splice(text, extents(text), order)
    found = [*spliced.puts(changes, data), *spliced.inserts(changes), *spliced.removals(changes)]
    numbered = sorted(enumerate(found), key=lambda pair: (pair[1].start, pair[1].end > pair[1].start, pair[0]))
    out = [edit for _, edit in numbered]
    for before, after in pairwise(out):
        if before.end > after.start:
            raise ValueError("two changes of one place")
    return out[::-1]


class _Splice:
    def __init__(self, text: str, root: Node, order: Order) -> None:
        self.text, self.root, self.order = text, root, order

    def node(self, loc: Loc) -> Node:
        found = self.root.at(loc)
        if found is None:
            raise ValueError(loc)
        return found

    def puts(self, changes: Changes, data: Mapping[str, Any]) -> Iterator[Edit]:
        """New values of what is there, and new keys, those of one group in order."""
        new: dict[Loc, list[str]] = {}
        for loc, value in changes.puts.items():
            if self.root.at(loc) is None:
                new.setdefault(loc[:-1], []).append(str(loc[-1]))
            else:
                yield self._changed(loc, value)
        for group, keys in new.items():
            yield from self._new_keys(group, keys, changes)

    def _changed(self, loc: Loc, value: Tree) -> Edit:
        node, above = self.node(loc), self.node(loc[:-1])
        indent = self._indent(loc)
        if above.flow:
            new = written(value, node.style, flow=True) if isinstance(value, str) else flowing(value)
            return Edit(node.start, node.end, new)
        if node.children is None and isinstance(value, str):
            new = written(value, node.style, indent=indent + 2)
            blank = " " if node.start == node.end and self.text[node.start - 1 : node.start] not in (" ", "\n") else ""
            return Edit(node.start, node.end, blank + new)
        if node.key is None:
            lines = list(item_lines(value, indent))
            return Edit(node.start, node.end, "\n".join(lines)[indent + 2 :])
        colon = self.text.index(":", node.key[1]) + 1
        first, *rest = key_lines(str(loc[-1]), value, indent)
        return Edit(colon, node.end, "\n".join([first.partition(":")[2], *rest]))

    def _indent(self, loc: Loc) -> int:
        """Blanks before the key or the dash of a value."""
        node, above = self.node(loc), self.node(loc[:-1])
        return self._column(node.key[0]) if node.key is not None else above.column

    def _column(self, offset: int) -> int:
        return offset - (self.text.rfind("\n", 0, offset) + 1)

    def _new_keys(self, group: Loc, keys: list[str], changes: Changes) -> Iterator[Edit]:
        node = self.node(group)
        children = {str(key): child for key, child in (node.children or {}).items()}
        rank = {key: number for number, key in enumerate(self.order(group))}
        for key in sorted(keys, key=lambda key: rank.get(key, len(rank))):
            value = changes.puts[(*group, key)]
            if not children:
                if not node.flow:
                    raise ValueError(group)
                yield Edit(node.start + 1, node.start + 1, f"{key}: {flowing(value)}")
                continue
            before = [old for old in children if rank.get(old, len(rank)) < rank.get(key, len(rank))]
            anchor = children[before[-1] if before else list(children)[-1]]
            if node.flow:
                yield Edit(anchor.end, anchor.end, f", {key}: {flowing(value)}")
                continue
            first = next(iter(children.values()))
            assert first.key is not None
            yield self._lines_behind(anchor, key_lines(key, value, self._column(first.key[0])))

    def _lines_behind(self, anchor: Node, lines: Iterator[str]) -> Edit:
        end = self.text.find("\n", anchor.end)
        if end < 0:
            return Edit(len(self.text), len(self.text), "\n" + "\n".join(lines))
        return Edit(end + 1, end + 1, "\n".join(lines) + "\n")

    def inserts(self, changes: Changes) -> Iterator[Edit]:
        """New items of lists that hold some already."""
        for loc, items in changes.inserted.items():
            node = self.node(loc)
            children = list((node.children or {}).values())
            for after, value in items:
                if node.flow:
                    anchor = children[after] if after >= 0 else None
                    at = anchor.end if anchor else children[0].start
                    yield Edit(at, at, f", {flowing(value)}" if anchor else f"{flowing(value)}, ")
                    continue
                sibling = children[max(after, 0)]
                short = (
                    isinstance(value, Mapping) and sibling.flow and "\n" not in self.text[sibling.start : sibling.end]
                )
                lines = iter([f"{' ' * node.column}- {flowing(value)}"]) if short else item_lines(value, node.column)
                if after >= 0:
                    yield self._lines_behind(children[after], lines)
                else:
                    at = self._line_of_dash(children[0], node)
                    yield Edit(at, at, "\n".join(lines) + "\n")

    def _line_of_dash(self, item: Node, above: Node) -> int:
        """Where the line begins on which an item has its dash."""
        at = self.text.rfind("\n", 0, item.start) + 1
        while True:
            row = self.text[at : self.text.find("\n", at)]
            if row[above.column : above.column + 1] == "-" and not row[: above.column].strip(" "):
                return at
            if at == 0 or (row.strip() and not row.strip().startswith("#") and self.text.find("\n", at) < item.start):
                raise ValueError("a list whose dashes stand behind others")
            at = self.text.rfind("\n", 0, at - 1) + 1

    def removals(self, changes: Changes) -> Iterator[Edit]:
        """What goes, with its lines."""
        for loc in changes.removed:
            node, above = self.node(loc), self.node(loc[:-1])
            siblings = list((above.children or {}).values())
            number = siblings.index(node)
            if above.flow:
                yield self._out_of_flow(siblings, number)
                continue
            newline = self.text.find("\n", node.end)
            end = newline + 1 if newline >= 0 else len(self.text)
            if node.key is None:
                yield Edit(self._line_of_dash(node, above), end, "")
                continue
            start = node.key[0]
            line = self.text.rfind("\n", 0, start) + 1
            if not self.text[line:start].strip():
                yield Edit(line, end, "")
            elif number + 1 < len(siblings):  # it stands behind a dash: the next key takes its place
                behind = siblings[number + 1].key
                assert behind is not None
                yield Edit(start, behind[0], "")
            else:
                raise ValueError(loc)

    def _out_of_flow(self, siblings: list[Node], number: int) -> Edit:
        node = siblings[number]
        start = node.key[0] if node.key is not None else node.start
        if number:
            return Edit(siblings[number - 1].end, node.end, "")
        if len(siblings) > 1:
            behind = siblings[1]
            return Edit(start, behind.key[0] if behind.key is not None else behind.start, "")
        return Edit(start, node.end, "")


def spliced(text: str, found: list[Edit]) -> str:
    """A text with edits made, from its end to its beginning."""
    for edit in found:
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def new_text(data: Mapping[str, Tree], body: str | None = None) -> str:
    """A new file; with a body, Markdown."""
    lines = list(group_lines(data, 0))
    if body is None:
        return "\n".join(lines) + "\n"
    return "\n".join(["---", *lines, "---", body, ""])

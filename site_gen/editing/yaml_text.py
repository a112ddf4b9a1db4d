"""Values as they are written into a YAML text: beside what stands there, in its manner."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from site_gen.model.refusing import BLANK

Tree = str | None | Sequence["Tree"] | Mapping[str, "Tree"]
"""A value as the reader gives it: a text, a list, a group."""

_PLAIN = re.compile(r"[^\W_](?:[\w ,.;()/’'–%+:-]*[\w.)%;,])?")
_PLAIN_IN_FLOW = re.compile(r"[^\W_](?:[\w .()/’'–%+-]*[\w.)%])?")
_WORDS_OF_YAML = frozenset(("null", "true", "false", "yes", "no", "on", "off"))
_PARTED = re.compile(r":(?:\s|$)|\s#")


def written(text: str, style: str = "", flow: bool = False, indent: int = 0) -> str:
    """A text as the value of a key or an item.

    Args:
        text: The text.
        style: How the value before it was written; it is written so again where that is possible.
        flow: Whether it stands between brackets, where a comma ends it.
        indent: The blanks before each line of a block of lines.
    """
    if text == BLANK and not flow:
        return text
    if style in ("|", ">") and not flow and _fits_block(text):
        return _block(text, style if "\n" not in text else "|", indent)
    if "\n" in text:
        return _block(text, "|", indent) if not flow and _fits_block(text) else _quoted(text)
    if style == "'" and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    plain = _PLAIN_IN_FLOW if flow else _PLAIN
    if style != '"' and plain.fullmatch(text) and text.lower() not in _WORDS_OF_YAML and not _PARTED.search(text):
        return text
    return _quoted(text)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _fits_block(text: str) -> bool:
    """Whether a block of lines gives the text back: none begins with blanks, is a blank line at an edge, or ends in blanks."""
    rows = text.removesuffix("\n").split("\n")
    return bool(rows[0].strip() and rows[-1].strip()) and all(
        row == row.rstrip() and "\t" not in row and (row == row.lstrip() or number) for number, row in enumerate(rows)
    )


def _block(text: str, sign: str, indent: int) -> str:
    head = sign if text.endswith("\n") else sign + "-"
    rows = text.removesuffix("\n").split("\n")
    return "\n".join([head, *(" " * indent + row if row else "" for row in rows)])


def flowing(value: Tree) -> str:
    """A value between brackets, on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flowing(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, str) or value is None:
        return written(value or "", flow=True)
    return "[" + ", ".join(flowing(inner) for inner in value) + "]"


def key_lines(key: str, value: Tree, indent: int) -> Iterator[str]:
    """The lines of a key with its value, each indented."""
    blanks = " " * indent
    if isinstance(value, Mapping):
        yield f"{blanks}{key}:"
        yield from group_lines(value, indent + 2)
    elif isinstance(value, str) or value is None:
        yield from f"{blanks}{key}: {written(value or '', indent=indent + 2)}".split("\n")
    else:
        yield f"{blanks}{key}:"
        for item in value:
            yield from item_lines(item, indent + 2)


def group_lines(group: Mapping[str, Tree], indent: int) -> Iterator[str]:
    """The lines of a group."""
    for key, value in group.items():
        yield from key_lines(key, value, indent)


def item_lines(value: Tree, indent: int) -> Iterator[str]:
    """The lines of an item of a list."""
    blanks = " " * indent
    if isinstance(value, Mapping):
        first, *rest = group_lines(value, indent + 2)
        yield f"{blanks}- {first[indent + 2 :]}"
        yield from rest
    elif isinstance(value, str) or value is None:
        yield from f"{blanks}- {written(value or '', indent=indent + 2)}".split("\n")
    else:
        yield f"{blanks}- {flowing(value)}"

"""A content file with some values changed: bytes in, bytes out, and proof that nothing else is different."""

from __future__ import annotations

import re
from typing import Any

from site_gen.base.diagnostics import Severity, worst
from site_gen.base.plain_text import SourceFile, normalise
from site_gen.editing.changes import Changes, Order
from site_gen.editing.splice import Edit, edits
from site_gen.reading.invisible import replace_invisible
from site_gen.reading.markdown_file import read_markdown, split
from site_gen.reading.yaml_reader import parse

BODY = "body"
_BOM = "\ufeff"
_ENDING = re.compile(r"\r\n|\r|\n")


class NotEdited(Exception):
    """A file that cannot be changed without changing more than was asked."""


def edited(raw: bytes, path: str, changes: Changes, order: Order) -> bytes:
    """The file with the changes made.

    Args:
        raw: The file as it lies there.
        path: Its name; `.md` has front matter.
        changes: What is to be changed.
        order: Where new keys belong.

    Raises NotEdited where the file has a fault, or is written in a way that cannot be spliced: then somebody must do it by hand.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotEdited(path) from error
    mark, text = (_BOM, text[1:]) if text.startswith(_BOM) else ("", text)
    data = _values(text, path)
    wanted = changes.settled(data, order)
    try:
        found = _edits(text, path, data, wanted, order)
    except (ValueError, AssertionError) as error:
        raise NotEdited(path) from error
    new = _with(text, found)
    if _values(new, path) != wanted.applied(data, order):
        raise NotEdited(path)
    return (mark + new).encode("utf-8")


def _values(text: str, path: str) -> dict[str, Any]:
    source = SourceFile(path, normalise(text))
    document, found = read_markdown(source) if path.endswith(".md") else parse(source)
    if document is None or worst(found) is Severity.ERROR:
        raise NotEdited(path)
    values: dict[str, Any] = document.data
    return values


def _edits(text: str, path: str, data: dict[str, Any], changes: Changes, order: Order) -> list[tuple[Edit, str]]:
    """Edits of the normalised text, each with that text, from the end to the beginning."""
    whole = normalise(text)
    if not path.endswith(".md"):
        cleaned = replace_invisible(SourceFile(path, whole), 1)[0].text
        return [(edit, cleaned) for edit in edits(cleaned, data, changes, order)]
    head, body, _ = split(SourceFile(path, whole))
    assert head is not None
    cleaned = replace_invisible(head, 2)[0].text
    begin = whole.index("\n") + 1
    merged = whole[:begin] + cleaned + whole[begin + len(head.text) :]
    below = len(merged) - len(body)
    inner = Changes(
        {loc: value for loc, value in changes.puts.items() if loc != (BODY,)},
        {loc for loc in changes.removed if loc != (BODY,)},
        changes.inserted,
    )
    found = [Edit(e.start + begin, e.end + begin, e.text) for e in edits(cleaned, data, inner, order)]
    text_of_body = changes.puts.get((BODY,), "" if (BODY,) in changes.removed else None)
    if isinstance(text_of_body, str):
        start = below + len(body) - len(body.lstrip("\n"))
        end = below + len(body.rstrip())
        found.insert(0, Edit(start, max(start, end), text_of_body))
    return [(edit, merged) for edit in found]


def _with(text: str, found: list[tuple[Edit, str]]) -> str:
    """The text as it lies there with edits of its normalised form: only lines that are touched take that form."""
    if not found:
        return text
    endings = _ENDING.findall(text)
    rows = _ENDING.split(text)
    clean = found[0][1].split("\n")
    if len(clean) != len(rows):
        raise NotEdited("lines")
    starts = [0]
    for row in clean:
        starts.append(starts[-1] + len(row) + 1)
    sign = "\r\n" if "\r\n" in endings else "\r" if "\r" in endings else "\n"
    line = len(rows) - 1
    for edit, _ in found:
        while starts[line] > edit.end:
            line -= 1
        first = last = line
        while starts[first] > edit.start:
            first -= 1
        before = clean[first][: edit.start - starts[first]]
        after = rows[last] if edit.end == starts[last] else clean[last][edit.end - starts[last] :]
        replaced = (before + edit.text + after).split("\n")
        rows[first : last + 1] = replaced
        endings[first:last] = [sign] * (len(replaced) - 1)
        clean[first : last + 1] = replaced
        line = first
    return "".join(row + ending for row, ending in zip(rows, [*endings, ""], strict=True))

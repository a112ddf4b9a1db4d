"""Comments that teach: what each key of a content file means, in the words of its model.

They are made from labels and help texts when a file is written, so that they never say anything
else than the messages, forms and reference do. They are Vietnamese, as labels are: editors read
them in the file, whatever language the command line speaks.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from site_gen.base.diagnostics import Severity, worst
from site_gen.base.plain_text import SourceFile
from site_gen.model.annotations import inner_model
from site_gen.model.choice import choice_of
from site_gen.model.entry import Loc
from site_gen.model.published import Published
from site_gen.reading.document import Document
from site_gen.reading.markdown_file import split
from site_gen.reading.yaml_reader import parse

WIDTH = 100
_UNTAUGHT = ("secrecy", "anomalies", "body")  # taught by `sitegen explain`, or not written as a key


def document_of(text: str, path: str = "") -> Document:
    """The values of a content file we wrote ourselves, with their places in the whole file."""
    source, first_line = SourceFile(path, text), 1
    if path.endswith(".md"):
        head, _, _ = split(source)
        assert head is not None, path
        source, first_line = head, 2
    document, found = parse(source, first_line)
    if document is None or worst(found) is Severity.ERROR:
        raise ValueError(path, found)  # a file of ours that its own reader refuses
    return document


def explained(text: str, path: str, model: type[BaseModel], suggest: bool = True) -> str:
    """The file with a comment above each key the first time it appears.

    Args:
        text: The file, its front matter included.
        path: Its name; `.md` has front matter.
        model: What it holds.
        suggest: Also list, as comments, the keys that could be added.
    """
    document = document_of(text, path)
    lines = text.split("\n")
    above: dict[int, list[str]] = {}
    for line, _, info in _firsts(document, model, lines):
        row = lines[line - 1]
        above[line] = _comment(_sentence(info), row[: len(row) - len(row.lstrip())])
    out: list[str] = []
    end = lines.index("---", 1) + 1 if path.endswith(".md") else len(lines)
    for number, row in enumerate(lines, 1):
        if suggest and number == end:
            out += list(_suggestions(document.data, model))
        out += [*above.get(number, ()), row]
    return "\n".join(out)


def _firsts(document: Document, model: type[BaseModel], lines: list[str]) -> Iterator[tuple[int, Loc, FieldInfo]]:
    """Line, place and field of each key where its field first appears at the beginning of a line."""
    seen: set[tuple[str, str]] = set()
    for loc, owner in _keys(document.data, model, ()):
        name = str(loc[-1])
        span = document.at(loc, key=True)
        before = lines[span.line - 1][: span.column - 1]
        if (owner.__name__, name) not in seen and not before.strip(" -"):
            seen.add((owner.__name__, name))
            yield span.line, loc, owner.model_fields[name]


def _keys(value: Any, model: type[BaseModel] | None, loc: Loc) -> Iterator[tuple[Loc, type[BaseModel]]]:
    if isinstance(value, Mapping) and model is not None:
        for name, inner in value.items():
            yield (*loc, name), model
            yield from _keys(inner, inner_model(model.model_fields[name].annotation), (*loc, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _keys(inner, model, (*loc, index))


def _sentence(info: FieldInfo) -> str:
    need = " (bắt buộc)" if info.is_required() else ""
    label, help = info.title or "", (info.description or "").rstrip(".")
    words = f"{label}{need}." if help.casefold() == label.casefold() else f"{label}{need}. {help}."
    choices = choice_of(info.annotation)
    if choices is None:
        return words
    listed = ", ".join(c.value if c.value == c.label else f"{c.value} ({c.label})" for c in choices)
    return f"{words} Chọn một: {listed}."


def _comment(words: str, indent: str) -> list[str]:
    return textwrap.wrap(
        words, WIDTH, initial_indent=f"{indent}# ", subsequent_indent=f"{indent}#   ", break_long_words=False
    )


def _suggestions(data: Mapping[str, Any], model: type[BaseModel]) -> Iterator[str]:
    shared = Published.model_fields if issubclass(model, Published) else {}
    names = sorted(model.model_fields, key=lambda name: name in shared)
    rest = [name for name in names if name not in data and name not in _UNTAUGHT]
    if rest:
        yield "# Có thể ghi thêm:"
    for name in rest:
        info = model.model_fields[name]
        yield from _comment(f"  {name} – {_sentence(info)}", "")

"""The only module that imports yaml: text to plain values with the place of each.

One pass over libyaml's events. `load` and `compose` are never used: they crash on deep nesting,
unfold alias bombs and guess types. Every scalar stays the text the author typed; an empty one is
None; the field decides later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from site_gen.base.diagnostics import Diagnostic, Span
from site_gen.base.messages import Message, msg
from site_gen.base.source import SourceFile
from site_gen.reading.refusals import refuse

# libyaml's parser where PyYAML was built with it; the pure one gives the same events, slowly.
_Parser: Any = getattr(yaml, "CLoader", yaml.Loader)

Loc = tuple[str | int, ...]
_NULL = {"", "~", "null", "Null", "NULL"}
_TAGS = {None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}
MOST_NODES, DEEPEST = 200_000, 24


@dataclass(frozen=True, slots=True)
class Document:
    """Values of one file and where they stand.

    `marks` holds line, column and end column for each key and value in reading order, flat, so
    that a document is plain data for the cache and costs nothing until a place is asked for.
    """

    path: str
    data: Any
    marks: tuple[int, ...]

    def at(self, loc: Loc, key: bool = False) -> Span:
        """The place of the value at `loc` (its key's with `key`), or of the nearest thing around it."""
        best, best_key = (1, 1, 0), (1, 1, 0)
        depth = -1
        for here, key_mark, mark in self._walk():
            if len(here) > depth and loc[: len(here)] == here:
                best, best_key, depth = mark, key_mark or mark, len(here)
                if depth == len(loc):
                    break
        line, column, end = best_key if (key or depth < len(loc)) and depth > 0 else best
        return Span(self.path, line, column, end)

    def _walk(self) -> Iterator[tuple[Loc, tuple[int, int, int] | None, tuple[int, int, int]]]:
        marks = iter(zip(*[iter(self.marks)] * 3, strict=True))

        def visit(value: Any, here: Loc, key: Any) -> Iterator[Any]:
            yield here, key, next(marks)
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


def parse(source: SourceFile, first_line: int = 1) -> tuple[Document | None, list[Diagnostic]]:
    """Read `source`; a Document whenever something of it can be judged further, and all faults.

    Args:
        source: The text.
        first_line: The file's line at which the text begins, for front matter.
    """
    reader = _Reader(source, first_line)
    document = reader.run()
    return document, [*reader.found, *_invisible(source, first_line)]


class _Reader:
    def __init__(self, source: SourceFile, first_line: int) -> None:
        self.source, self.shift = source, first_line - 1
        self.found: list[Diagnostic] = []
        self.marks: list[int] = []

    def span(self, mark: Any, end: Any = None) -> Span:
        stop = end.column + 1 if end is not None and end.line == mark.line else 0
        return Span(self.source.path, mark.line + 1 + self.shift, mark.column + 1, stop)

    def refuse(self, code: str, event: Any, message: Message, hint: Message) -> None:
        self.found.append(refuse(code, self.span(event.start_mark, event.end_mark), message, hint))

    def run(self) -> Document | None:
        parser = _Parser(self.source.text)
        try:
            root, whole = self._build(parser)
        except yaml.YAMLError as error:
            self.found.append(_explain(error, self.source, self.shift))
            return None
        finally:
            getattr(parser, "dispose", lambda: None)()
        if not whole:
            return None
        if not isinstance(root, dict):
            self.found.append(
                refuse(
                    "YAML013",
                    Span(self.source.path, 1 + self.shift, 1),
                    msg("the file is not written as `key: value`"),
                    msg("begin each line with a key, for example `title: …`"),
                )
            )
            return None
        return Document(self.source.path, root, tuple(self.marks))

    def _build(self, parser: Any) -> tuple[Any, bool]:
        """The root value, and whether the end was reached."""
        root: Any = None
        documents = nodes = 0
        stack: list[list[Any]] = []  # [container, pending key, its first mark or None, is_map]
        while parser.check_event():
            event = parser.get_event()
            kind = type(event)
            if kind in (yaml.SequenceEndEvent, yaml.MappingEndEvent):
                stack.pop()
                continue
            if kind is yaml.DocumentStartEvent and documents:
                self.refuse(
                    "YAML009",
                    event,
                    msg("a second document begins here"),
                    msg("delete this `---`, or move what follows to a file of its own"),
                )
                return root, True
            if kind not in (
                yaml.ScalarEvent,
                yaml.SequenceStartEvent,
                yaml.MappingStartEvent,
                yaml.AliasEvent,
            ):
                continue
            nodes += 1
            if nodes > MOST_NODES:
                self.refuse(
                    "YAML008",
                    event,
                    msg("the file holds more than {count} values", count=MOST_NODES),
                    msg("split it into several files"),
                )
                return root, False
            value = self._value(event, kind)
            frame = stack[-1] if stack else None
            start, end = event.start_mark, event.end_mark
            mark = (
                start.line + 1 + self.shift,
                start.column + 1,
                end.column + 1 if end.line == start.line else 0,
            )
            if frame is not None and frame[3] and frame[1] is None:
                if kind is not yaml.ScalarEvent:
                    self.refuse(
                        "YAML010",
                        event,
                        msg("a key must be a simple word"),
                        msg("write `key: value`; put a text that begins with `[`, `{` or `?` in quotation marks"),
                    )
                    return root, False
                frame[1] = self._key(frame, event, nodes)
                self.marks += mark
                continue
            if frame is None:
                root, documents = value, 1
            elif frame[3]:
                frame[0][frame[1]] = value
                frame[1] = None
            else:
                frame[0].append(value)
            self.marks += mark
            if kind in (yaml.SequenceStartEvent, yaml.MappingStartEvent):
                stack.append([value, None, {}, kind is yaml.MappingStartEvent])
                if len(stack) > DEEPEST:
                    self.refuse(
                        "YAML007",
                        event,
                        msg("more than {count} levels of nesting", count=DEEPEST),
                        msg("check for stray `[` or `{`; put such a text in quotation marks"),
                    )
                    return root, False
        return root, True

    def _value(self, event: Any, kind: type) -> Any:
        if event.anchor is not None:
            sign = "*" if kind is yaml.AliasEvent else "&"
            self.refuse(
                "YAML005",
                event,
                msg("`{sign}{name}` is an anchor or alias", sign=sign, name=event.anchor),
                msg("write the content out; a text that begins with `*` or `&` needs quotation marks"),
            )
        if kind is not yaml.AliasEvent and event.tag not in _TAGS:
            self.refuse(
                "YAML006",
                event,
                msg("`{tag}` is a type tag", tag=event.tag.replace("tag:yaml.org,2002:", "!!")),
                msg("delete the tag; a text that begins with `!` needs quotation marks"),
            )
        if kind is yaml.SequenceStartEvent:
            return []
        if kind is yaml.MappingStartEvent:
            return {}
        if kind is yaml.AliasEvent or (not event.style and event.value in _NULL):
            return None
        if not event.style:
            self._comment(event)
        return event.value

    def _comment(self, event: Any) -> None:
        end = event.end_mark
        row = self.source.line(end.line + 1)[end.column :]
        if re.match(r"[ \t]+#[^\s#!]", row):
            self.refuse(
                "YAML012",
                event,
                msg("`{text}` is cut off: after a blank, `#` begins a comment", text=row.strip()[:40]),
                msg("put the whole text in quotation marks"),
            )

    def _key(self, frame: list[Any], event: Any, number: int) -> str:
        name = str(event.value)
        if name == "<<" and not event.style:
            self.refuse("YAML005", event, msg("`<<` merges other content in"), msg("write the keys out"))
        if name in frame[0]:
            first = frame[2][name]
            self.refuse(
                "YAML004",
                event,
                msg("`{key}` stands here a second time; it is already on line {line}", key=name, line=first),
                msg("keep one of the two"),
            )
            return f"\0{number}"
        frame[2][name] = event.start_mark.line + 1 + self.shift
        return name


_PROBLEMS: tuple[tuple[str, str, Message, Message], ...] = (
    (
        "found character '\\t'",
        "YAML002",
        msg("a tab stands where blanks are expected"),
        msg("replace the tab by two blanks for each step"),
    ),
    (
        "that cannot start any token",
        "YAML001",
        msg("`{text}` begins with a sign that YAML keeps for itself"),
        msg("put the text in quotation marks"),
    ),
    (
        "unexpected end of stream",
        "YAML003",
        msg("the quotation mark opened here is never closed"),
        msg("add the closing quotation mark at the end of the text"),
    ),
    (
        "mapping values are not allowed",
        "YAML001",
        msg("a second colon stands in `{text}`"),
        msg("put the text after the first colon in quotation marks, or check the indentation"),
    ),
    (
        "could not find expected ':'",
        "YAML001",
        msg("`{text}` is not followed by a colon"),
        msg("write `key: value`, or indent the line under the text it belongs to"),
    ),
    (
        "did not find expected key",
        "YAML001",
        msg("`{text}` is not in line with the keys above it"),
        msg("check the indentation and the quotation marks of this line and the one before"),
    ),
    (
        "did not find expected '-' indicator",
        "YAML001",
        msg("`{text}` breaks the list above it"),
        msg("begin each item of the list with `- ` in the same column"),
    ),
    (
        "did not find expected ',' or",
        "YAML001",
        msg("a `[` or `{{` is not closed before `{text}`"),
        msg("close it, or put the text in quotation marks"),
    ),
    (
        "unknown escape character",
        "YAML001",
        msg("`{text}` holds a `\\` that YAML does not know"),
        msg("use single quotation marks, in which `\\` is an ordinary sign"),
    ),
    (
        "control characters are not allowed",
        "YAML001",
        msg("an invisible control character stands in the file"),
        msg("delete it and retype the text around it"),
    ),
    (
        "special characters are not allowed",
        "YAML001",
        msg("an invisible control character stands in the file"),
        msg("delete it and retype the text around it"),
    ),
)


def _explain(error: yaml.YAMLError, source: SourceFile, shift: int) -> Diagnostic:
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    if mark is None:  # a reader error carries no mark: look for the character itself
        hit = re.search(r"[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", source.text)
        at = hit.start() if hit else 0
        line, column = source.text.count("\n", 0, at) + 1, at - source.text.rfind("\n", 0, at)
    else:
        line, column = mark.line + 1, mark.column + 1
    row = source.line(line)
    code, message, hint = (
        "YAML001",
        msg("the structure breaks off at `{text}`"),
        msg("check the indentation, colons and quotation marks of this line and the one before"),
    )
    for sign, its_code, its_message, its_hint in _PROBLEMS:
        if sign in problem:
            code, message, hint = its_code, its_message, its_hint
            break
    lead = source.line(line)[: len(row) - len(row.lstrip())]
    if "\t" in lead:  # libyaml reports a tab indent in several ways
        code, message, hint = _PROBLEMS[0][1:]
        column = lead.index("\t") + 1
    if (code == "YAML003" or "scanning a quoted scalar" in str(getattr(error, "context", ""))) and context is not None:
        code, message, hint = _PROBLEMS[2][1:]
        line, column = context.line + 1, context.column + 1
    if "{text}" in message.id:
        message = msg(message.id, text=row.strip()[:60])
    return refuse(code, Span(source.path, line + shift, column), message, hint)


_HIDDEN = {
    "\u00a0": "NBSP",
    "\u200b": "ZWSP",
    "\u200c": "ZWNJ",
    "\u200d": "ZWJ",
    "\u2060": "WJ",
    "\ufeff": "BOM",
    "\u00ad": "SHY",
}
_HIDDEN_AT = re.compile(f"[{''.join(_HIDDEN)}]")


def _invisible(source: SourceFile, first_line: int) -> list[Diagnostic]:
    """Invisible characters where YAML takes them for letters: in keys and at the edge of plain values."""
    if not _HIDDEN_AT.search(source.text):
        return []
    found = []
    for number, row in enumerate(source.text.split("\n"), first_line):
        hit = re.match(
            rf"^[\s-]*[\w.-]*[{''.join(_HIDDEN)}]|^[^\"'#]*?:\s*[{''.join(_HIDDEN)}]|^[{''.join(_HIDDEN)}]",
            row,
        )
        if hit:
            place = next(i for i, c in enumerate(row) if c in _HIDDEN)
            found.append(
                refuse(
                    "YAML011",
                    Span(source.path, number, place + 1, place + 2),
                    msg(
                        "an invisible character ({name}) stands here",
                        name=f"{_HIDDEN[row[place]]}, U+{ord(row[place]):04X}",
                    ),
                    msg("delete it and type an ordinary blank"),
                )
            )
    return found

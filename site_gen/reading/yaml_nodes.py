"""The only module that imports yaml: text to plain values with the place of each.

One pass over libyaml's events. `load` and `compose` are never used: they crash on deep nesting,
unfold alias bombs and guess types. Every scalar stays the text the author typed; an empty one is
None; the field decides later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from site_gen.base.diagnostics import Diagnostic, Span
from site_gen.base.messages import Message, msg
from site_gen.base.source import SourceFile
from site_gen.base.vietnamese import excerpt
from site_gen.reading.hidden import tame
from site_gen.reading.refusals import refuse
from site_gen.reading.yaml_faults import explain

# libyaml's parser where PyYAML was built with it; the pure one gives the same events, slowly.
_Parser: Any = getattr(yaml, "CLoader", yaml.Loader)

Loc = tuple[str | int, ...]
Mark = tuple[int, int, int]  # line, column, end column
_NULL = {"", "~", "null", "Null", "NULL"}
_TAGS = {None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}
MOST_NODES, DEEPEST = 200_000, 24


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
    _index: dict[Loc, tuple[Mark | None, Mark, bool]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def at(self, loc: Loc, key: bool = False) -> Span:
        """The place of the value at `loc` (its key's with `key`), or of the nearest thing around it.

        A text that stands for a list of one is the place of the list's first item.
        """
        if not self._index:
            self._index.update((here, (key_mark, mark, text)) for here, key_mark, mark, text in self._walk())
        for depth in range(len(loc), -1, -1):
            if (hit := self._index.get(loc[:depth])) is not None:
                key_mark, mark, text = hit
                inside = depth < len(loc) and not text  # a text may stand for a list of one: the fault is the text
                line, column, end = key_mark if key_mark and (key or inside) else mark
                return Span(self.path, line, column, end)
        return Span(self.path, 1, 1)

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


def parse(source: SourceFile, first_line: int = 1) -> tuple[Document | None, list[Diagnostic]]:
    """Read `source`; a Document whenever something of it can be judged further, and all faults.

    Args:
        source: The text.
        first_line: The file's line at which the text begins, for front matter.
    """
    tamed, found = tame(source, first_line)
    reader = _Reader(tamed, first_line)
    document = reader.run()
    return document, [*found, *reader.found]


class _Reader:
    def __init__(self, source: SourceFile, first_line: int) -> None:
        self.source, self.shift = source, first_line - 1
        self.rows = source.text.split("\n")
        self.anchors: set[str] = set()
        self.found: list[Diagnostic] = []
        self.marks: list[int] = []

    def place(self, event: Any) -> Mark:
        start, end = event.start_mark, event.end_mark
        if start.line >= len(self.rows):  # libyaml sees one more line behind the last
            return len(self.rows) + self.shift, len(self.rows[-1]) + 1, 0
        return start.line + 1 + self.shift, start.column + 1, end.column + 1 if end.line == start.line else 0

    def refuse(self, code: str, event: Any, message: Message, hint: Message) -> None:
        self.found.append(refuse(code, Span(self.source.path, *self.place(event)), message, hint))

    def run(self) -> Document | None:
        parser = _Parser(self.source.text)
        try:
            root, whole = self._build(parser)
        except yaml.YAMLError as error:
            self.found.append(explain(error, self.source, self.shift))
            return None
        finally:
            getattr(parser, "dispose", lambda: None)()
        if not whole:
            return None
        if not isinstance(root, dict):
            self.found.append(self._no_keys(root))
            return None
        return Document(self.source.path, root, tuple(self.marks))

    def _no_keys(self, root: Any) -> Diagnostic:
        if root is None:
            message = msg("there are only blanks and comments here")
        elif isinstance(root, list):
            message = msg("this is a list, but an entry is written as `key: value`")
        else:
            message = msg("`{text}` is not written as `key: value`", text=excerpt(str(root).split("\n")[0], 60))
        line, column = (self.marks[0], self.marks[1]) if self.marks and root is not None else (1 + self.shift, 1)
        hint = msg("begin each line with a key, for example `title: …`; put several entries into files of their own")
        return refuse("YAML013", Span(self.source.path, line, column), message, hint)

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
            frame = stack[-1] if stack else None
            value = self._value(event, kind, merging=frame is not None and frame[1] == "<<")
            mark = self.place(event)
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

    def _value(self, event: Any, kind: type, merging: bool) -> Any:
        if event.anchor is not None and not merging:  # `<<` was told already
            self._anchor(event, "*" if kind is yaml.AliasEvent else "&")
        if kind is yaml.AliasEvent:
            return f"*{event.anchor}"  # as it stands there: what its field makes of it is not told a second time
        if event.tag not in _TAGS:
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
        if not event.style:
            self._comment(event)
            self._dash(event)
            return None if event.value in _NULL else event.value
        if event.style == ">" and not event.value.strip():
            self.refuse(
                "YAML001",
                event,
                msg("`>` begins a block of text, but none follows"),
                msg("put the sign in quotation marks, or write the text below it, indented"),
            )
        return event.value

    def _anchor(self, event: Any, sign: str) -> None:
        name = sign + event.anchor
        if name in self.anchors:  # a bomb is made of hundreds; each name is told once
            return
        self.anchors.add(name)
        self.refuse(
            "YAML005",
            event,
            msg("`{name}` is an anchor", name=name) if sign == "&" else msg("`{name}` is an alias", name=name),
            msg("write the content out; a text that begins with `*` or `&` needs quotation marks"),
        )

    def _comment(self, event: Any) -> None:
        end = event.end_mark
        row = self.rows[end.line] if end.line < len(self.rows) else ""
        hit = re.compile(r"[ \t]+(#[^\s#!].*)").match(row, end.column)
        if hit:
            self.found.append(
                refuse(
                    "YAML012",
                    Span(self.source.path, end.line + 1 + self.shift, hit.start(1) + 1, len(row) + 1),
                    msg("`{text}` is cut off: after a blank, `#` begins a comment", text=excerpt(hit[1].strip(), 40)),
                    msg("put the whole text in quotation marks"),
                )
            )

    def _dash(self, event: Any) -> None:
        if re.match(r"-[^\W\d_]|[–—−•●▪]\s*\w", event.value):
            self.refuse(
                "YAML014",
                event,
                msg("`{text}` begins no list item", text=excerpt(event.value, 40)),
                msg("begin each item with `-` and a blank; put a text that begins with a dash in quotation marks"),
            )

    def _key(self, frame: list[Any], event: Any, number: int) -> str:
        name = str(event.value)
        if "\0" in name:  # our own sign for a stand-in
            self.refuse("YAML010", event, msg("a key must be a simple word"), msg("retype the key by hand"))
            return f"\0{number}"
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

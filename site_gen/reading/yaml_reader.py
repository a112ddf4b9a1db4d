"""Text to plain values with the place of each. Only this module and `extents` import yaml.

One pass over libyaml's events. `load` and `compose` are never used: they crash on deep nesting,
unfold alias bombs and guess types. Every scalar stays the text the author typed; an empty one is
None; the field decides later.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from typing import Any

import yaml

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Diagnostic, Span
from site_gen.base.messages import Message, msg
from site_gen.base.plain_text import SourceFile
from site_gen.base.vietnamese import excerpt
from site_gen.reading.document import Document, Mark
from site_gen.reading.invisible import replace_invisible
from site_gen.reading.refusals import refuse
from site_gen.reading.yaml_errors import explain
from site_gen.reading.yaml_lint import cut_by_comma, cut_by_comment, no_item

# libyaml's parser where PyYAML was built with it; the pure one gives the same events, slowly.
_Parser: Any = getattr(yaml, "CLoader", yaml.Loader)

_NULL = {"", "~", "null", "Null", "NULL"}
_TAGS = {None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}
_SCALAR, _ALIAS, _LIST, _GROUP = yaml.ScalarEvent, yaml.AliasEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent
_NODES = frozenset((_SCALAR, _ALIAS, _LIST, _GROUP))
_ENDS = frozenset((yaml.SequenceEndEvent, yaml.MappingEndEvent))
_SIMPLE_KEY = msg("a key must be a simple word")
MOST_NODES, DEEPEST = 200_000, 24


def parse(source: SourceFile, first_line: int = 1) -> tuple[Document | None, list[Diagnostic]]:
    """Read `source`; a Document whenever something of it can be judged further, and all faults.

    Args:
        source: The text.
        first_line: The file's line at which the text begins, for front matter.
    """
    cleaned, found = replace_invisible(source, first_line)
    reader = _Reader(cleaned, first_line)
    document = reader.run()
    return document, [*found, *reader.found]


@dataclass(slots=True)
class _Frame:
    """A list or group that is being read, and the key and value of the group that were read last."""

    container: Any
    is_map: bool
    is_flow: bool
    key: str | None = None
    key_event: Any = None
    key_faults: Sequence[Diagnostic] = ()
    last: str = ""
    last_event: Any = None
    lines: dict[str, int] = field(default_factory=dict)


class _Stop(Exception):
    """What follows is not read; the fault has been noted."""


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
            root = self._build(parser)
        except _Stop:
            return None
        except yaml.YAMLError as error:
            self.found.append(explain(error, self.source, self.shift))
            return None
        finally:
            getattr(parser, "dispose", lambda: None)()
        if isinstance(root, dict):
            return Document(self.source.path, root, tuple(self.marks))
        self.found.append(self._no_keys(root))
        return None

    def _no_keys(self, root: Any) -> Diagnostic:
        if root is None:
            message = msg("there are only blanks and comments here")
        elif isinstance(root, list):
            message = msg("this is a list, but an entry is written as “key: value”")
        else:
            message = msg("`{text}` is not written as “key: value”", text=excerpt(str(root).split("\n")[0], 60))
        line, column = (self.marks[0], self.marks[1]) if self.marks and root is not None else (1 + self.shift, 1)
        hint = msg("begin each line with a key, for example `title: …`; put several entries into files of their own")
        return refuse("YAML013", Span(self.source.path, line, column), message, hint)

    def _build(self, parser: Any) -> Any:
        """The root value; raises _Stop where nothing can be made of the file."""
        root: Any = None
        begun, nodes = False, 0
        stack: list[_Frame] = []
        for event in iter(parser.get_event, None):
            kind = type(event)
            if kind in _ENDS:
                stack.pop()
            elif kind is yaml.DocumentStartEvent and begun:
                hint = msg("delete this `---`, or move what follows to a file of its own")
                self.refuse("YAML009", event, msg("a second document begins here"), hint)
                break
            if kind not in _NODES:
                continue
            nodes += 1
            if nodes > MOST_NODES:
                message = msg("the file holds more than {count} values", count=MOST_NODES)
                self.refuse("YAML008", event, message, msg("split it into several files"))
                raise _Stop
            frame = stack[-1] if stack else None
            value = self._value(event, kind, frame)
            mark = self.place(event)
            if frame is None:
                root, begun = value, True
            elif not frame.is_map:
                frame.container.append(value)
            elif frame.key is None:
                self._begin_pair(frame, event, kind, nodes)
            elif frame.is_flow and self._cut_by_comma(frame, event):
                continue
            else:
                frame.container[frame.key] = value
                frame.last, frame.last_event, frame.key = str(frame.key), event, None
            self.marks += mark
            if kind is _LIST or kind is _GROUP:
                stack.append(_Frame(value, kind is _GROUP, bool(event.flow_style)))
                if len(stack) > DEEPEST:
                    hint = msg("check for stray `[` or `{`; put such a text in quotation marks")
                    self.refuse("YAML007", event, msg("more than {count} levels of nesting", count=DEEPEST), hint)
                    raise _Stop
        return root

    def _begin_pair(self, frame: _Frame, event: Any, kind: type, number: int) -> None:
        """Takes the event as the next key of a group."""
        if kind is not _SCALAR:
            hint = msg("write “key: value”; put a text that begins with `[`, `{` or `?` in quotation marks")
            self.refuse("YAML010", event, _SIMPLE_KEY, hint)
            raise _Stop
        before = len(self.found)
        frame.key = self._key(frame, event, number)
        frame.key_event, frame.key_faults = event, self.found[before:]

    def _value(self, event: Any, kind: type, frame: _Frame | None) -> Any:
        merging = frame is not None and frame.key == "<<"
        if event.anchor is not None and not merging:  # `<<` has been refused already
            self._anchor(event, "*" if kind is _ALIAS else "&")
        if kind is _ALIAS:
            return f"*{event.anchor}"  # as it stands there: what its field makes of it is not refused a second time
        if event.tag not in _TAGS:
            message = msg("`{tag}` is a type tag", tag=event.tag.replace("tag:yaml.org,2002:", "!!"))
            hint = msg("delete the tag; a text that begins with `!` needs quotation marks")
            self.refuse("YAML006", event, message, hint)
        if kind is _LIST:
            return []
        if kind is _GROUP:
            return {}
        if not event.style:
            return self._plain(event, frame)
        if event.style == ">" and not event.value.strip():
            hint = msg("put the sign in quotation marks, or write the text below it, indented")
            self.refuse("YAML001", event, msg("`>` begins a block of text, but none follows"), hint)
        return event.value

    def _plain(self, event: Any, frame: _Frame | None) -> str | None:
        """A text without quotation marks, which YAML may have read in another way than it was meant."""
        in_flow = frame is not None and frame.is_flow
        comment = cut_by_comment(event, self.rows, self.source.path, self.shift, in_flow)
        if comment is not None:
            self.found.append(comment)
        if frame is not None and (items := no_item(event, self.rows, frame.is_map)) is not None:
            self.refuse("YAML014", event, items.message, items.hint)
            return items.meant
        return None if event.value in _NULL else event.value

    def _anchor(self, event: Any, sign: str) -> None:
        name = sign + event.anchor
        if name in self.anchors:  # a bomb is made of hundreds; each name is refused once
            return
        self.anchors.add(name)
        message = msg("`{name}` is an anchor", name=name) if sign == "&" else msg("`{name}` is an alias", name=name)
        hint = msg("write the content out; a text that begins with `*` or `&` needs quotation marks")
        self.refuse("YAML005", event, message, hint)

    def _key(self, frame: _Frame, event: Any, number: int) -> str:
        """The name of a key; a stand-in for one that is refused, so that the rest can be read."""
        name = str(event.value)
        if "\0" in name:  # our own sign for a stand-in
            self.refuse("YAML010", event, _SIMPLE_KEY, msg("retype the key by hand"))
            return f"\0{number}"
        if name == "<<" and not event.style:
            self.refuse("YAML005", event, msg("`<<` merges other content in"), msg("write the keys out"))
        if (first := frame.lines.get(name)) is not None:
            message = msg("`{key}` stands here a second time; it is already on line {line}", key=name, line=first)
            self.refuse("YAML004", event, message, msg("keep one of the two"))
            return f"\0{number}"
        frame.lines[name] = event.start_mark.line + 1 + self.shift
        return name

    def _cut_by_comma(self, frame: _Frame, event: Any) -> bool:
        """Whether the key is what a comma between braces cut off from the value before it; then it is put back there.

        `{pct: 88,5}` is a key `pct` and a key `5` that has not even a colon.
        """
        key, last = frame.key_event, frame.last_event
        scalars = isinstance(last, yaml.ScalarEvent) and isinstance(event, yaml.ScalarEvent)
        if not scalars or last.style or event.value or key.value == "…":
            return False
        line, start, end = key.end_mark.line, last.start_mark.column, key.end_mark.column
        if last.start_mark.line != line or (event.start_mark.line, event.start_mark.column) != (line, end):
            return False  # a colon stands between key and value
        whole = self.rows[line][start:end]
        line, column, _ = self.place(last)
        comma = cut_by_comma(frame.last, whole, Span(self.source.path, line, column, end + 1))
        before = {(line, column), *((d.at.line, d.at.column) for d in frame.key_faults)}
        self.found = [*(d for d in self.found if (d.at.line, d.at.column) not in before), comma]
        frame.container[frame.last] = whole
        frame.lines.pop(str(key.value), None)
        del self.marks[-3:]
        frame.key = None
        return True

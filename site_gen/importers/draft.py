"""Drafts: files of content as they would be written, with a comment on every line that somebody must look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Severity
from site_gen.base.messages import Message, msg, say
from site_gen.base.yaml_scalar import scalar
from site_gen.importers.table import Place
from site_gen.model.refusing import BLANK

VIETNAMESE = "vi"
CHECK = "cần xem"
"""What a comment on a doubtful line begins with; `sitegen doctor` finds it by that."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that the file does not say clearly, and what was made of it.

    Attributes:
        code: Its kind, `IMP003`; `refusals.py` explains each.
        at: Where it stands in the file.
        words: What the cell says itself.
        message: What is doubtful, and what was written for it.
        severity: A warning where somebody must look, information where something was mended for sure.
    """

    code: str
    at: Place
    words: str
    message: Message
    severity: Severity = Severity.WARNING


@dataclass(frozen=True, slots=True)
class Noted:
    """A value with the doubts about it, which become comments above its line."""

    value: object
    doubts: tuple[Doubt, ...]


def unsaid(key: str) -> Noted:
    """A blank in the place of a value that the file does not give."""
    return Noted(BLANK, (Doubt("IMP012", Place(), "", msg("not found in the file: write `{key}` by hand", key=key)),))


def noted_in(value: object) -> Iterator[Doubt]:
    """All doubts about a value and what it holds, in order."""
    if isinstance(value, Noted):
        yield from value.doubts
        yield from noted_in(value.value)
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from noted_in(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from noted_in(inner)


@dataclass(slots=True)
class Draft:
    """A file of content to be looked at.

    Attributes:
        path: Where it goes below the site folder.
        data: Its keys and values in order: texts, lists, groups, or one of these as `Noted`.
        body: The text below the front matter of a Markdown file.
        source: What it was made from, said in its first line.
    """

    path: str
    data: dict[str, object]
    body: str = ""
    source: str = ""

    def text(self) -> str:
        """The file."""
        lines = [f"# {self.source}"] if self.source else []
        lines += _keys(self.data, "")
        if not self.path.endswith(".md"):
            return "\n".join(lines) + "\n"
        return "\n".join(["---", *lines, "---", self.body.strip(), ""])


def _bare(value: object) -> tuple[object, Sequence[Doubt]]:
    return (value.value, value.doubts) if isinstance(value, Noted) else (value, ())


def _comments(doubts: Sequence[Doubt], indent: str) -> Iterator[str]:
    for doubt in doubts:
        said = " ".join(f"{say(doubt.at.words(), VIETNAMESE)}: {say(doubt.message, VIETNAMESE)}".split())
        yield f"{indent}# {CHECK}: {said}"


def _keys(data: Mapping[str, object], indent: str) -> Iterator[str]:
    for name, noted in data.items():
        value, doubts = _bare(noted)
        if value in (None, "", [], {}):
            yield from _comments(doubts, indent)
            continue
        yield from _comments(doubts, indent)
        if isinstance(value, Mapping):
            yield f"{indent}{name}:"
            yield from _keys(value, indent + "  ")
        elif isinstance(value, list | tuple):
            yield f"{indent}{name}:"
            for item in value:
                yield from _item(item, indent + "  ")
        else:
            yield f"{indent}{name}: {_scalar(value)}"


def _scalar(value: object) -> str:
    return BLANK if value == BLANK else scalar(str(value))


def _item(noted: object, indent: str) -> Iterator[str]:
    value, doubts = _bare(noted)
    yield from _comments(doubts, indent)
    if not isinstance(value, Mapping):
        yield f"{indent}- {_scalar(value)}"
        return
    begun = False
    for line in _keys(value, indent + "  "):
        if begun or line.lstrip().startswith("#"):
            yield line
        else:
            yield f"{indent}- {line.removeprefix(indent + '  ')}"
            begun = True

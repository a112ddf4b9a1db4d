"""What libyaml stumbled over, told as an officer would see it: the line he wrote, not the parser's state."""

from __future__ import annotations

import re
from typing import Any

from site_gen.base.diagnostics import Diagnostic, Span
from site_gen.base.messages import Message, msg
from site_gen.base.source import SourceFile
from site_gen.base.vietnamese import excerpt
from site_gen.reading.refusals import refuse
from site_gen.reading.yaml_slips import in_quotes

_RESERVED = (
    "scanning an alias",
    "scanning an anchor",
    "scanning a tag",
    "scanning a block scalar",
    "scanning a directive",
)
_UNPRINTABLE = re.compile(r"[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NO_BLANK = re.compile(r"\s*(?:- +)*[\w.-]+:[^\s:/]")


def explain(error: Exception, source: SourceFile, shift: int) -> Diagnostic:
    """A parser's error as a finding.

    Args:
        error: What PyYAML raised, with its `problem`, `context` and their marks.
        source: The text that was parsed.
        shift: How many lines of the file stand before it.
    """
    code, (line, column), message, hint = _Fault(error, source.text).told()
    return refuse(code, Span(source.path, line + shift, column), message, hint)


_Told = tuple[str, tuple[int, int], Message, Message]


class _Fault:
    """One error, with the rows around it."""

    def __init__(self, error: Exception, text: str) -> None:
        self.text, self.rows = text, text.split("\n")
        self.problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
        self.context = str(getattr(error, "context", None) or "")
        self.began = self._place(getattr(error, "context_mark", None))
        self.at = self._place(getattr(error, "problem_mark", None))

    def _place(self, mark: Any) -> tuple[int, int] | None:
        if mark is None:
            return None
        if mark.line >= len(self.rows):  # libyaml sees one more line behind the last
            return len(self.rows), len(self.rows[-1]) + 1
        return mark.line + 1, min(mark.column, len(self.rows[mark.line])) + 1

    def row(self, place: tuple[int, int] | None) -> str:
        return self.rows[place[0] - 1] if place and place[0] <= len(self.rows) else ""

    def rest(self, place: tuple[int, int]) -> str:
        """What stands at a place and behind it."""
        return excerpt(self.row(place)[place[1] - 1 :].strip(), 60)

    def told(self) -> _Told:
        if self.at is None:
            return self._control_character()
        for look in (self._tab, self._comment, self._quote, self._sign, self._colon, self._bracket, self._alignment):
            if (hit := look(self.at)) is not None:
                return hit
        return (
            "YAML001",
            self.at,
            msg("the structure breaks off at `{text}`", text=excerpt(self.row(self.at).strip(), 60)),
            msg("check the indentation, colons and quotation marks of this line and the one before"),
        )

    def _control_character(self) -> _Told:
        hit = _UNPRINTABLE.search(self.text)  # a reader error carries no mark: look for the character itself
        at = hit.start() if hit else 0
        place = (self.text.count("\n", 0, at) + 1, at - self.text.rfind("\n", 0, at))
        return (
            "YAML001",
            place,
            msg("an invisible control character stands in the file"),
            msg("delete it and retype the text around it"),
        )

    def _tab(self, at: tuple[int, int]) -> _Told | None:
        row = self.row(at)
        lead = row[: len(row) - len(row.lstrip())]  # libyaml reports a tab indent in several ways
        if "\t" not in lead:
            return None
        return (
            "YAML002",
            (at[0], lead.index("\t") + 1),
            msg("a tab stands where blanks are expected"),
            msg("replace the tab by two blanks for each step"),
        )

    def _comment(self, at: tuple[int, int]) -> _Told | None:
        """A ` #` between braces: what closes them stands behind it."""
        for line in {at[0], self.began[0] if self.began else at[0]}:
            row = self.row((line, 1))
            hit = re.search(r"[{\[].*?\s(#.*[}\]].*)", row)
            if hit and hit[1].count('"') % 2 == 0 and row[: hit.start(1)].count('"') % 2 == 0:
                return (
                    "YAML001",
                    (line, hit.start(1) + 1),
                    msg(
                        "`{text}` is taken as a comment, and with it what closes the bracket", text=excerpt(hit[1], 60)
                    ),
                    msg("put the text that holds the `#` in quotation marks"),
                )
        return None

    def _quote(self, at: tuple[int, int]) -> _Told | None:
        never = (
            msg("the quotation mark opened here is never closed"),
            msg("add the closing quotation mark at the end of the text"),
        )
        if "quoted scalar" in self.context and self.began:
            if "escape" in self.problem:
                return (
                    "YAML001",
                    at,
                    msg("`{text}` holds a `\\` that YAML does not know", text=excerpt(self.row(at).strip(), 60)),
                    msg("use single quotation marks, in which `\\` is an ordinary sign"),
                )
            return "YAML003", self.began, *never
        if "did not find expected" not in self.problem:
            return None
        before = self.text[: self._offset(at)].rstrip()
        if before[-1:] not in ("'", '"', "]", "}"):
            return None
        start = before.rfind({"]": "[", "}": "{"}.get(before[-1], before[-1]), 0, len(before) - 1)
        opened = (self.text.count("\n", 0, start) + 1, start - self.text.rfind("\n", 0, start))
        if start < 0 or self.row(at)[: at[1] - 1].rstrip()[-1:] != before[-1]:
            return None
        if opened[0] != at[0]:  # the text ran on to the next quotation mark, which closed it by accident
            return ("YAML003", opened, *never) if before[-1] in "\"'" else None
        return (
            "YAML001",
            at,
            msg("`{text}` stands after the closing `{sign}`", text=self.rest(at), sign=before[-1]),
            self._whole(at),
        )

    def _offset(self, at: tuple[int, int]) -> int:
        return sum(len(row) + 1 for row in self.rows[: at[0] - 1]) + at[1] - 1

    def _sign(self, at: tuple[int, int]) -> _Told | None:
        if "block sequence entries are not allowed" in self.problem:
            return (
                "YAML001",
                at,
                msg("`{text}` begins a list on the line of its key", text=self.rest(at)),
                msg("begin the list on the next line; put a text that begins with `-` in quotation marks"),
            )
        place = self.began if self.began and any(x in self.context for x in _RESERVED) else at
        if place is at and not re.search(
            "cannot start any token|expected node content|mapping keys are not allowed", self.problem
        ):
            return None
        if not self.rest(place):
            return (
                "YAML001",
                place,
                msg("the file breaks off here"),
                msg("finish the last line; close what was opened with `[`, `{` or a quotation mark"),
            )
        return (
            "YAML001",
            place,
            msg("`{text}` begins with a sign that YAML keeps for itself", text=self.rest(place)),
            msg("put the text in quotation marks: {mended}", mended=in_quotes(self.row(place)[place[1] - 1 :].strip())),
        )

    def _colon(self, at: tuple[int, int]) -> _Told | None:
        if "could not find expected ':'" in self.problem:
            place = self.began or at
            return self._no_blank(place[0]) or (
                "YAML001",
                place,
                msg("`{text}` is not followed by a colon", text=excerpt(self.row(place).strip(), 60)),
                msg("write “key: value”, or indent the line under the text it belongs to"),
            )
        if "mapping values are not allowed" not in self.problem:
            return None
        above = next((n for n in range(at[0] - 1, 0, -1) if self.rows[n - 1].strip()), 0)
        row = self.row(at)
        if re.search(r":\s", row[: at[1] - 1]):
            return (
                "YAML001",
                at,
                msg("a second colon stands in `{text}`", text=excerpt(row.strip(), 60)),
                self._after_first_colon(row),
            )
        if (
            re.match(r"\s*-\s", row)
            and above
            and (hit := re.match(r"\s*(?:-\s+)?([\w.-]+):\s+(\S.*)", self.rows[above - 1]))
        ):
            return (
                "YAML001",
                (at[0], len(row) - len(row.lstrip()) + 1),
                msg(
                    "a list begins below `{key}`, but `{text}` already stands behind the colon",
                    key=hit[1],
                    text=excerpt(hit[2], 40),
                ),
                msg(
                    "make it the first item of the list: put `- {text}` in a line below `{key}:`",
                    key=hit[1],
                    text=excerpt(hit[2], 40),
                ),
            )
        return (self._no_blank(above) if above else None) or (
            "YAML001",
            (at[0], len(row) - len(row.lstrip()) + 1),
            msg("`{text}` is indented deeper than the line above it", text=excerpt(row.strip(), 60)),
            msg("begin it in the same column as the keys it belongs to"),
        )

    def _value(self, at: tuple[int, int]) -> str:
        """The text that stands behind the first colon or the dash of a line."""
        return re.sub(r"^\s*(?:-\s+)*(?:[^\s:]+:\s+)?", "", self.row(at), count=1).strip()

    def _whole(self, at: tuple[int, int]) -> Message:
        text = self._value(at)
        if "'" in text and '"' in text:
            return msg('put the whole text in quotation marks; if it holds `"`, use single ones')
        return msg("put the text in quotation marks: {mended}", mended=in_quotes(text))

    def _after_first_colon(self, row: str) -> Message:
        """The line with its text in quotation marks; curly ones of Word give way to those that YAML knows."""
        key, _, text = row.strip().partition(":")
        text = text.strip()
        curly = re.fullmatch(r"[“”„](.*)[“”]", text)
        mended = f"{key}: {in_quotes(curly[1] if curly else text)}"
        if curly:
            return msg(
                "Word's curly quotation marks mean nothing to YAML; write straight ones: `{mended}`", mended=mended
            )
        return msg("put the text after the first colon in quotation marks: `{mended}`", mended=mended)

    def _no_blank(self, line: int) -> _Told | None:
        row = self.rows[line - 1]
        if not _NO_BLANK.match(row):
            return None
        return (
            "YAML001",
            (line, row.index(":") + 1),
            msg("a blank is missing after the colon in `{text}`", text=excerpt(row.strip(), 60)),
            msg("write “key: value”"),
        )

    def _bracket(self, at: tuple[int, int]) -> _Told | None:
        if "flow" not in self.context or self.began is None:
            return None
        return (
            "YAML001",
            self.began,
            msg("the bracket opened in `{text}` is not closed", text=self.rest(self.began)),
            msg("close it, or put the text in quotation marks"),
        )

    def _alignment(self, at: tuple[int, int]) -> _Told | None:
        if "did not find expected key" in self.problem:
            return (
                "YAML001",
                at,
                msg("`{text}` is not in line with the keys above it", text=excerpt(self.row(at).strip(), 60)),
                msg("check the indentation and the quotation marks of this line and the one before"),
            )
        if "did not find expected '-' indicator" in self.problem:
            return (
                "YAML001",
                at,
                msg("`{text}` breaks the list above it", text=excerpt(self.row(at).strip(), 60)),
                msg("begin each item of the list with `- ` in the same column"),
            )
        return None

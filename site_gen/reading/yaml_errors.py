"""What libyaml stumbled over, explained to an officer by the line they wrote, not by the parser's state."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from site_gen.base.diagnostics import Diagnostic, Span
from site_gen.base.messages import Message, msg
from site_gen.base.plain_text import SourceFile
from site_gen.base.vietnamese import excerpt
from site_gen.reading.refusals import refuse
from site_gen.reading.yaml_lint import in_quotes

_RESERVED = re.compile("scanning (?:an alias|an anchor|a tag|a block scalar|a directive)")
_NO_TOKEN = re.compile("cannot start any token|expected node content|mapping keys are not allowed")
_UNPRINTABLE = re.compile(r"[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NO_BLANK = re.compile(r"\s*(?:- +)*[\w.-]+:[^\s:/]")
_KEY_AND_TEXT = re.compile(r"\s*(?:-\s+)?([\w.-]+):\s+(\S.*)")

Place = tuple[int, int]
"""Line and column of the text, from 1."""


class _Explained(NamedTuple):
    at: Place
    message: Message
    hint: Message
    code: str = "YAML001"


def explain(error: Exception, source: SourceFile, shift: int) -> Diagnostic:
    """A parser's error as a finding.

    Args:
        error: What PyYAML raised, with its `problem`, `context` and their marks.
        source: The text that was parsed.
        shift: How many lines of the file stand before it.
    """
    (line, column), message, hint, code = _Error(error, source.text).explained()
    return refuse(code, Span(source.path, line + shift, column), message, hint)


class _Error:
    """One error, with the rows around it."""

    def __init__(self, error: Exception, text: str) -> None:
        self.text, self.rows = text, text.split("\n")
        self.problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
        self.context = str(getattr(error, "context", None) or "")
        self.began = self._place(getattr(error, "context_mark", None))
        self.at = self._place(getattr(error, "problem_mark", None))

    def _place(self, mark: Any) -> Place | None:
        if mark is None:
            return None
        if mark.line >= len(self.rows):  # libyaml sees one more line behind the last
            return len(self.rows), len(self.rows[-1]) + 1
        return mark.line + 1, min(mark.column, len(self.rows[mark.line])) + 1

    def _place_of(self, index: int) -> Place:
        """The place of a letter of the text."""
        return self.text.count("\n", 0, index) + 1, index - self.text.rfind("\n", 0, index)

    def row(self, place: Place) -> str:
        return self.rows[place[0] - 1] if place[0] <= len(self.rows) else ""

    def line(self, place: Place) -> str:
        """The line of a place, as a message quotes it."""
        return excerpt(self.row(place).strip(), 60)

    def rest(self, place: Place) -> str:
        """What stands at a place and behind it."""
        return excerpt(self.row(place)[place[1] - 1 :].strip(), 60)

    def first_letter(self, line: int) -> Place:
        row = self.rows[line - 1]
        return line, len(row) - len(row.lstrip()) + 1

    def explained(self) -> _Explained:
        if self.at is None:
            return self._control_character()
        for look in (self._tab, self._comment, self._quote, self._sign, self._colon, self._bracket, self._alignment):
            if (hit := look(self.at)) is not None:
                return hit
        message = msg("the structure breaks off at `{text}`", text=self.line(self.at))
        hint = msg("check the indentation, colons and quotation marks of this line and the one before")
        return _Explained(self.at, message, hint)

    def _control_character(self) -> _Explained:
        hit = _UNPRINTABLE.search(self.text)  # a reader error carries no mark: look for the character itself
        message = msg("an invisible control character stands in the file")
        return _Explained(
            self._place_of(hit.start() if hit else 0), message, msg("delete it and retype the text around it")
        )

    def _tab(self, at: Place) -> _Explained | None:
        row = self.row(at)
        lead = row[: len(row) - len(row.lstrip())]  # libyaml reports a tab indent in several ways
        if "\t" not in lead:
            return None
        message, hint = (
            msg("a tab stands where blanks are expected"),
            msg("replace the tab by two blanks for each step"),
        )
        return _Explained((at[0], lead.index("\t") + 1), message, hint, "YAML002")

    def _comment(self, at: Place) -> _Explained | None:
        """A ` #` between braces: what closes them stands behind it."""
        for line in {at[0], self.began[0] if self.began else at[0]}:
            row = self.row((line, 1))
            hit = re.search(r"[{\[].*?\s(#.*[}\]].*)", row)
            if hit and hit[1].count('"') % 2 == 0 and row[: hit.start(1)].count('"') % 2 == 0:
                text = excerpt(hit[1], 60)
                message = msg("`{text}` is taken as a comment, and with it what closes the bracket", text=text)
                hint = msg("put the text that holds the `#` in quotation marks")
                return _Explained((line, hit.start(1) + 1), message, hint)
        return None

    def _quote(self, at: Place) -> _Explained | None:
        if "quoted scalar" in self.context and self.began:
            if "escape" not in self.problem:
                return self._never_closed(self.began)
            message = msg("`{text}` holds a `\\` that YAML does not know", text=self.line(at))
            return _Explained(at, message, msg("use single quotation marks, in which `\\` is an ordinary sign"))
        if "did not find expected" not in self.problem:
            return None
        before = self.text[: sum(len(row) + 1 for row in self.rows[: at[0] - 1]) + at[1] - 1].rstrip()
        sign = before[-1:]
        if sign not in ("'", '"', "]", "}"):
            return None
        start = before.rfind({"]": "[", "}": "{"}.get(sign, sign), 0, len(before) - 1)
        if start < 0 or self.row(at)[: at[1] - 1].rstrip()[-1:] != sign:
            return None
        opened = self._place_of(start)
        if opened[0] != at[0]:  # the text ran on to the next quotation mark, which closed it by accident
            return self._never_closed(opened) if sign in "\"'" else None
        message = msg("`{text}` stands after the closing `{sign}`", text=self.rest(at), sign=sign)
        text = re.sub(r"^\s*(?:-\s+)*(?:[^\s:]+:\s+)?", "", self.row(at), count=1).strip()
        hint = msg("put the text in quotation marks: {fixed}", fixed=in_quotes(text))
        if "'" in text and '"' in text:
            hint = msg('put the whole text in quotation marks; if it holds `"`, use single ones')
        return _Explained(at, message, hint)

    def _never_closed(self, opened: Place) -> _Explained:
        message = msg("the quotation mark opened here is never closed")
        return _Explained(opened, message, msg("add the closing quotation mark at the end of the text"), "YAML003")

    def _sign(self, at: Place) -> _Explained | None:
        if "block sequence entries are not allowed" in self.problem:
            message = msg("`{text}` begins a list on the line of its key", text=self.rest(at))
            hint = msg("begin the list on the next line; put a text that begins with `-` in quotation marks")
            return _Explained(at, message, hint)
        if self.began and _RESERVED.search(self.context):
            at = self.began
        elif not _NO_TOKEN.search(self.problem):
            return None
        if not self.rest(at):
            hint = msg("finish the last line; close what was opened with `[`, `{` or a quotation mark")
            return _Explained(at, msg("the file breaks off here"), hint)
        message = msg("`{text}` begins with a sign that YAML reserves for itself", text=self.rest(at))
        whole = in_quotes(self.row(at)[at[1] - 1 :].strip())
        return _Explained(at, message, msg("put the text in quotation marks: {fixed}", fixed=whole))

    def _colon(self, at: Place) -> _Explained | None:
        if "could not find expected ':'" in self.problem:
            place = self.began or at
            message = msg("`{text}` is not followed by a colon", text=self.line(place))
            hint = msg("write “key: value”, or indent the line under the text it belongs to")
            return self._no_blank(place[0]) or _Explained(place, message, hint)
        if "mapping values are not allowed" not in self.problem:
            return None
        row, begin = self.row(at), self.first_letter(at[0])
        if re.search(r":\s", row[: at[1] - 1]):
            message = msg("a second colon stands in `{text}`", text=self.line(at))
            return _Explained(at, message, self._after_first_colon(row))
        above = next((n for n in range(at[0] - 1, 0, -1) if self.rows[n - 1].strip()), 0)
        if above and re.match(r"\s*-\s", row) and (hit := _KEY_AND_TEXT.match(self.rows[above - 1])):
            parts = {"key": hit[1], "text": excerpt(hit[2], 40)}
            message = msg("a list begins below `{key}`, but `{text}` already stands behind the colon", **parts)
            hint = msg("make it the first item of the list: put `- {text}` in a line below `{key}:`", **parts)
            return _Explained(begin, message, hint)
        message = msg("`{text}` is indented deeper than the line above it", text=self.line(at))
        hint = msg("begin it in the same column as the keys it belongs to")
        return (self._no_blank(above) if above else None) or _Explained(begin, message, hint)

    def _after_first_colon(self, row: str) -> Message:
        """The line with its text in quotation marks; curly ones of Word give way to those that YAML knows."""
        key, text = (part.strip() for part in row.strip().split(":", 1))
        if curly := re.fullmatch(r"[“”„](.*)[“”]", text):
            return msg(
                "Word's curly quotation marks mean nothing to YAML; write straight ones: `{fixed}`",
                fixed=f"{key}: {in_quotes(curly[1])}",
            )
        fixed = f"{key}: {in_quotes(text)}"
        return msg("put the text after the first colon in quotation marks: `{fixed}`", fixed=fixed)

    def _no_blank(self, line: int) -> _Explained | None:
        row = self.rows[line - 1]
        if not _NO_BLANK.match(row):
            return None
        message = msg("a blank is missing after the colon in `{text}`", text=excerpt(row.strip(), 60))
        return _Explained((line, row.index(":") + 1), message, msg("write “key: value”"))

    def _bracket(self, at: Place) -> _Explained | None:
        if "flow" not in self.context or self.began is None:
            return None
        message = msg("the bracket opened in `{text}` is not closed", text=self.rest(self.began))
        return _Explained(self.began, message, msg("close it, or put the text in quotation marks"))

    def _alignment(self, at: Place) -> _Explained | None:
        if "did not find expected key" in self.problem:
            message = msg("`{text}` is not in line with the keys above it", text=self.line(at))
            hint = msg("check the indentation and the quotation marks of this line and the one before")
        elif "did not find expected '-' indicator" in self.problem:
            message = msg("`{text}` breaks the list above it", text=self.line(at))
            hint = msg("begin each item of the list with `- ` in the same column")
        else:
            return None
        return _Explained(at, message, hint)

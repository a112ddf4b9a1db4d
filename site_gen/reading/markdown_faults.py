"""What a Markdown text may not hold: raw HTML, links that may not be published, a second main heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from site_gen.base.diagnostics import Diagnostic, Span
from site_gen.base.messages import msg
from site_gen.base.vietnamese import excerpt
from site_gen.reading.bare_addresses import BARE
from site_gen.reading.html_advice import instead_of
from site_gen.reading.markdown_parsers import normalized
from site_gen.reading.markdown_pasted import SUSPECT as PASTED
from site_gen.reading.markdown_pasted import pasted
from site_gen.reading.refusals import refuse

if TYPE_CHECKING:
    from markdown_it.token import Token

_SAFE_LINK = re.compile(r"(?:https?://[^/\s]|mailto:|tel:|#|(?!//)(?![a-z][a-z0-9+.-]*:))", re.IGNORECASE)


def faults(tokens: Sequence[Token], text: str) -> list[Diagnostic]:
    """Raw HTML, links that may not be published, headings that compete with the title, and what paste left behind.

    Args:
        tokens: What a parser made of the text that lets everything through, with addresses as they are written.
        text: The text; places count from its first line, in a file without a name.
    """
    return _Check(tokens, text).found


class _Check:
    """One text, gone through token by token; `seek` finds each sign once, in the order of the text."""

    def __init__(self, tokens: Sequence[Token], text: str) -> None:
        self.rows = text.split("\n")
        self.found: list[Diagnostic] = []
        for token in tokens:
            start, end = token.map or (0, len(self.rows))
            self.cursor, self.end = (start, 0), end
            if token.type == "html_block":
                self._html(token.content.strip().split("\n")[0])
            elif token.type == "heading_open" and token.tag == "h1":
                self._heading(token.markup)
            opened: list[str] = []
            for child in token.children or ():
                if child.type == "html_inline":
                    self._inline(child.content, opened)
                elif child.type == "code_inline":
                    self._seek(child.content)  # what stands in code is no HTML; step over it
                elif child.type in ("link_open", "image") and child.markup != BARE:
                    self._link(str(child.attrs.get("href" if child.type == "link_open" else "src", "")))
        if PASTED.search(text):
            self.found += pasted(tokens, self.rows, "", 1)

    def _seek(self, sign: str) -> Span:
        """The next place of `sign`, else where we are."""
        line, column = self.cursor
        for number in range(line, min(self.end, len(self.rows))):
            at = self.rows[number].find(sign, column if number == line else 0)
            if sign and at >= 0:
                self.cursor = (number, at + len(sign))
                return Span("", number + 1, at + 1, at + 1 + len(sign))
        return Span("", line + 1, column + 1)

    def _html(self, tag: str) -> None:
        at = self._seek(tag.split("\n")[0])
        row = self.rows[min(at.line - 1, len(self.rows) - 1)]
        self.found.append(refuse("MARK002", at, msg("`{tag}` is HTML", tag=excerpt(tag, 40)), instead_of(tag, row)))

    def _inline(self, tag: str, opened: list[str]) -> None:
        """An inline tag; the end of one that was refused is not refused again."""
        name = re.sub(r"[^a-z0-9]", "", tag.strip("</").split()[0].lower()) if tag.strip("</>").strip() else ""
        if tag.startswith("</") and name in opened:
            opened.remove(name)
            self._seek(tag)
            return
        opened.append(name)
        self._html(tag)

    def _heading(self, markup: str) -> None:
        sign, message = "#", msg("`#` makes a second main heading")
        if markup != "#":
            sign = self.rows[self.cursor[0]].strip()
            message = msg("`===` below a line makes it a second main heading")
        at = self._seek(sign)
        self.found.append(refuse("MARK004", at, message, msg("begin it with `##`")))

    def _link(self, target: str) -> None:
        target = normalized(target)
        if _SAFE_LINK.match(target):
            return
        before = self.cursor
        at = self._seek(target.split(":")[0] if ":" in target else target)
        if self.cursor == before:  # a reference: its address stands elsewhere, perhaps in capitals
            lower = [row.lower() for row in self.rows]
            sign = target.split(":")[0].lower()
            number = next((n for n, row in enumerate(lower) if re.match(r"\s*\[", row) and f"]: {sign}" in row), -1)
            if number >= 0:
                column = lower[number].index(f"]: {sign}") + 3
                at = Span("", number + 1, column + 1, column + 1 + len(sign))
        hint = msg("use an address that begins with `https://`, or one inside the site")
        if target.lower().startswith("data:image/"):
            hint = msg("save the picture as a jpg or png file in `files/`, and write `![…](files/…)` in its place")
        message = msg("the link `{target}` may not be published", target=excerpt(target, 80))
        self.found.append(refuse("MARK003", at, message, hint))


SUSPECT = re.compile(rf"<[a-zA-Z/!?]|\]\s*[(\[:]|^ {{0,3}}#\s|^ {{0,3}}=+ *$|{PASTED.pattern}", re.MULTILINE)
"""Without one of these in a text there is nothing to find."""

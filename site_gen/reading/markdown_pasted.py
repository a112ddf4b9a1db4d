"""What Word and Excel leave behind in Markdown, where it means something else: tables, bullets, indents, single lines.

Nothing here is wrong Markdown; it is shown, only not as it was meant. So each finding says how it would be written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from site_gen.base.diagnostics import Diagnostic, Span
from site_gen.base.messages import Message, msg
from site_gen.base.vietnamese import excerpt
from site_gen.model.lists import SIGNS
from site_gen.reading.refusals import refuse

if TYPE_CHECKING:
    from markdown_it.token import Token

SUSPECT = re.compile(r"\t|^ {4}|[^\n]\n[^\n]|^\s*\||^#+[^\s#]|^\s*[-–—•●▪■◦○‣➢✓\uf0b7\uf0a7\uf0d8]", re.MULTILINE)
"""Without one of these in a text there is nothing to find."""
_BULLET = re.compile(rf"\s*(?:[{SIGNS}]\s*|[–—·]\s+|o\t\s*|-(?=[^\W\d_]))(?=\S)")
_ORDERED = re.compile(r"\s*\(?(?:\d{1,2}|[a-zđ])[.)]\s+\S|\s*\d{1,2}[.)](?=[^\W\d_])")
_HEADING = re.compile(r"\s{0,3}(#{1,6})(?=[^\s#])([^#]*)$")
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")


def pasted(tokens: Sequence[Token], rows: list[str], path: str, shift: int) -> Iterator[Diagnostic]:
    """Findings of one text.

    Args:
        tokens: What the parser made of it.
        rows: Its lines.
        path: Its file.
        shift: The line of the file at which it begins.
    """
    for before, token in zip([None, *tokens], tokens, strict=False):
        if not token.map:
            continue
        start, end = token.map
        block = rows[start:end]
        while block and not block[-1].strip():
            block.pop()
        fault = None
        if token.type == "code_block":
            fault = _table(block) or _indented(block)
        elif token.type == "inline" and before is not None and before.type == "paragraph_open":
            fault = _heading(block) or _bullets(block) or _table(block) or _run_together(block)
        if fault is not None:
            code, index, message, hint = fault
            row = rows[start + index]
            column = len(row) - len(row.lstrip()) + 1
            yield refuse(code, Span(path, shift + start + index, column, len(row) + 1), message, hint)


_Fault = tuple[str, int, Message, Message]
"""Code, line of the block, message and hint."""


def _heading(block: list[str]) -> _Fault | None:
    for index, row in enumerate(block):
        hit = _HEADING.match(row)
        if hit and (len(hit[1]) > 1 or " " in hit[2].strip()):  # a single `#CCHC` is a word that people search by
            message = msg("`{text}` is shown with its `#`, not as a heading", text=excerpt(row.strip(), 40))
            marks = hit[1] if len(hit[1]) > 1 else "##"
            return "MARK007", index, message, msg("write a blank: `{fixed}`", fixed=f"{marks} {hit[2].strip()}")
    return None


def _bullets(block: list[str]) -> _Fault | None:
    at = [index for index, row in enumerate(block) if _BULLET.match(row)]
    if not at:
        return None
    fixed = "".join(f"\n{_BULLET.sub('- ', block[index], count=1).strip()}" for index in at[:3])
    message = msg("`{text}` makes no list: its lines run together", text=excerpt(block[at[0]].strip(), 40))
    return "MARK006", at[0], message, msg("begin each item with `- `, after an empty line:\n{fixed}", fixed=fixed)


def _table(block: list[str]) -> _Fault | None:
    """Cells separated by tabs, or rows with `|` that lack the line below the head."""
    stripped = [row.strip() for row in block]
    tabs = sum(row.count("\t") for row in stripped)
    if tabs > 1:
        first = next(index for index, row in enumerate(stripped) if "\t" in row)
        cells = [[cell.strip() for cell in row.split("\t")] for row in stripped[first:] if "\t" in row]
        message = msg("this table was pasted with tabs: its cells run together")
    else:
        piped = [index for index, row in enumerate(stripped) if row.startswith("|") and row.count("|") > 1]
        if not piped and len(stripped) > 1 and all(row.count("|") > 0 for row in stripped):
            piped = list(range(len(stripped)))
        if not piped:
            return None
        first = piped[0]
        cells = [
            [cell.strip() for cell in stripped[i].strip("|").split("|")] for i in piped if not _RULE.match(stripped[i])
        ]
        message = msg("these rows make no table: the line below the head is missing or has another number of columns")
    if not cells:
        return None
    width = max(len(row) for row in cells)
    lines = [cells[0], ["---"] * width, *cells[1:2]]
    fixed = "".join("\n| " + " | ".join([*line, *[""] * (width - len(line))]) + " |" for line in lines)
    hint = msg("write it like this, after an empty line, and the other rows in the same way:\n{fixed}", fixed=fixed)
    return "MARK005", first, message, hint


def _indented(block: list[str]) -> _Fault:
    text = excerpt(block[0].strip(), 40)
    message = msg("`{text}` is indented, so it is shown in typewriter letters and without line breaks", text=text)
    hint = msg("delete the blanks or the tab in front; an empty line separates paragraphs, and they need no indent")
    return "MARK008", 0, message, hint


def _items(text: str, following: str) -> Message:
    """The same two lines as a list, or as a list below a line."""
    lines = [
        re.sub(r"^(\d+[.)])\s*", r"\1 ", line) if line[0].isdecimal() else f"- {line}" for line in (text, following)
    ]
    if _ORDERED.match(text) is None:
        return msg("leave an empty line before the list:\n{fixed}", fixed=f"\n{text}\n\n{lines[1]}")
    return msg("write each item like this, after an empty line:\n{fixed}", fixed=f"\n{lines[0]}\n{lines[1]}")


def _run_together(block: list[str]) -> _Fault | None:
    """Lines that were meant to stand one below the other: the next one begins a sentence or an item, and this one was not full."""
    full = max(len(row.strip()) for row in block)
    for index, (row, after) in enumerate(pairwise(block)):
        text, following = row.strip(), after.strip()
        if not text or not following or row.endswith(("  ", "\\")):
            continue
        is_item = _ORDERED.match(after) is not None
        is_new = following[0].isupper() and text[-1] not in ".!?…"
        has_room = text[-1] in ":;" or len(text) + 1 + len(following.split()[0]) <= max(full, 60)
        if is_item or (is_new and has_room):
            quoted, fixed = excerpt(text, 40), f"\n{text}\\\n{following}"
            message = msg("“{text}” and the line below it run together into one line of the page", text=quoted)
            hint = msg("leave an empty line between them, or end each line with `\\`:\n{fixed}", fixed=fixed)
            return "MARK009", index, message, _items(text, following) if is_item else hint
    return None

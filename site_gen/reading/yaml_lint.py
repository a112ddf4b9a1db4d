"""What YAML accepts without a word and reads in another way than it was meant: a comma, a `#`, a bullet."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Diagnostic, Severity, Span
from site_gen.base.messages import Message, msg
from site_gen.base.vietnamese import excerpt
from site_gen.model.lists import SIGNS, as_yaml
from site_gen.reading.refusals import refuse

_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_BULLET = re.compile(rf"\s*(?:[-–—−{SIGNS}]\s*)(?=\S)")
_ITEM = re.compile(rf"\s*(?:[-–—−]\s|[{SIGNS}])")
_GROUP = re.compile(r"\s*-\s+[\w.-]+:(?:\s|$)")
_COMMENT = re.compile(r"([ \t]+)(#(?!!)\s*[^\s#].*)")
_NO_ITEM = re.compile(rf"-[^\W\d_]|[–—−{SIGNS}]\s*\w")


def cut_by_comma(key: str, whole: str, at: Span) -> Diagnostic:
    """A value between braces that its own comma ended."""
    fixed = whole.replace(",", ".") if _THOUSANDS.fullmatch(whole) else in_quotes(whole)
    message = msg("between braces the comma in `{text}` ends the value", text=excerpt(whole, 60))
    return refuse("YAML015", at, message, msg("write `{key}: {fixed}`", key=key, fixed=fixed))


def cut_by_comment(event: Any, rows: list[str], path: str, shift: int, is_flow: bool) -> Diagnostic | None:
    """What stands behind a value and a ` #`, which is lost; a mere note where two blanks set it apart as a comment."""
    end = event.end_mark
    row = rows[end.line] if end.line < len(rows) else ""
    if "#" not in row or (hit := _COMMENT.match(row, end.column)) is None:
        return None
    rest = re.split(r"[,}\]]", hit[0])[0] if is_flow else hit[0]
    whole = in_quotes(f"{event.value}{rest.rstrip()}".strip())
    at = Span(path, end.line + 1 + shift, hit.start(2) + 1, len(row) + 1)
    message = msg("`{text}` is cut off: after a blank, `#` begins a comment", text=excerpt(hit[2].strip(), 40))
    hint = msg(
        "if it belongs to the text, write {whole}; if it is a remark of your own, put it in a line above", whole=whole
    )
    found = refuse("YAML012", at, message, hint)
    is_remark = len(hit[1]) > 2 or (len(hit[1]) == 2 and re.match(r"#\s+[^\W\d_]", hit[2]))
    return replace(found, severity=Severity.INFO) if is_remark else found


@dataclass(frozen=True, slots=True)
class NoItem:
    """A text that was meant as items of a list: what is said of it, and the items, each a line."""

    message: Message
    hint: Message
    meant: str


def no_item(event: Any, rows: list[str], is_map: bool) -> NoItem | None:
    """A dash without a blank, a long dash or a bullet from Word where `- ` begins an item; or items below a text."""
    first, last = event.start_mark, event.end_mark
    begun = None if event.value[:1].isalnum() else _NO_ITEM.match(event.value)  # as nearly every text begins
    if not begun and first.line == last.line:
        return None
    below = rows[first.line + 1 : last.line + 1]
    if begun and not is_map and event.value[0] in SIGNS:
        return None  # in a list of its own, a bullet is only doubled: its field drops it
    if not begun and (not any(_ITEM.match(row) for row in below) or any(_GROUP.match(row) for row in below)):
        return None  # a group below a text is no YAML at all, and is refused as such
    end = None if below else last.column
    items = [_BULLET.sub("", rows[first.line][first.column : end], count=1).strip()]
    for row in below:
        if _BULLET.match(row):
            items.append(_BULLET.sub("", row, count=1).strip())
        else:
            items[-1] += " " + row.strip()
    message = msg("`{text}` begins no list item", text=excerpt(event.value, 40))
    if not begun:
        first_item = excerpt(items[0], 40)
        message = msg("the lines below `{text}` are no items of a list: they run on from it", text=first_item)
    if not is_map and not below:
        hint = msg("write a blank between the dash and the text: `- {text}`", text=items[0])
    else:
        hint = msg(
            "begin each item with `-` and a blank:{fixed}\nor, if it is no list, put the text in quotation marks",
            fixed=as_yaml(items),
        )
    return NoItem(message, hint, "\n".join(items))


def in_quotes(text: str) -> str:
    """A text in quotation marks, in single ones where it holds double ones."""
    return f"'{text}'" if '"' in text and "'" not in text else '"' + text.replace('"', '\\"') + '"'

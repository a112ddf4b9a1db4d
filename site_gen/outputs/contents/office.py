"""The words of Word, Excel and OpenDocument files, without an XML parser that a hostile file could keep busy."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from html import unescape

from site_gen.outputs.packed import Packed
from site_gen.outputs.privacy.text import of_rows

_BREAK = re.compile(
    r"</(?:w:p|w:tc|text:p|text:h|table:table-cell|a:p|si|is|author|property)\s*>|<(?:w:br|w:cr|text:line-break)\b[^<>]*>"
)
_BLANK = re.compile(r"<(?:w:tab|text:tab|text:s)\b[^<>]*>")
_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(
    r"(?:word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)|docProps/(?:core|app|custom))\.xml"
)
_OPEN = re.compile(r"(?:content|styles|meta)\.xml")
_EXCEL = re.compile(
    r"(?:xl/(?:comments/?comment\d+|comments\d*|drawings/drawing\d+|threadedComments/\w+)|docProps/(?:core|app|custom))\.xml"
)
_SHEET = re.compile(r"xl/worksheets/\w+\.xml")
_VALUE = re.compile(r"<v\b[^<>]*>([^<]*)</v>")
_PLACE = re.compile(r'\br="([A-Z]{1,3})\d+"')
_TYPE = re.compile(r'\bt="(\w+)"')


def _words(package: Packed, parts: re.Pattern[str]) -> str:
    return "\n".join(_plain(package, name) for name in package.names() if parts.fullmatch(name))


def _plain(package: Packed, name: str) -> str:
    xml = package.read(name).decode("utf-8", "replace")
    return _readable(xml.replace("\r", " ").replace("\n", " "))


def _readable(xml: str) -> str:
    return unescape(_TAG.sub("", _BLANK.sub(" ", _BREAK.sub("\n", xml))))


def _excel(package: Packed) -> str:
    """Cells with the name of their column, where that tells what a number is."""
    names = list(package.names())
    shared = _plain(package, "xl/sharedStrings.xml").split("\n") if "xl/sharedStrings.xml" in names else []
    sheets = [of_rows(_rows(package.read(n).decode("utf-8", "replace"), shared)) for n in names if _SHEET.fullmatch(n)]
    return "\n".join([*sheets, _words(package, _EXCEL)])


def _rows(xml: str, shared: list[str]) -> list[list[str]]:
    """The cells of a sheet. Split, not matched: what is never closed must not be searched again and again."""
    out: list[list[str]] = []
    for row in xml.split("</row>"):
        cells: list[str] = []
        for piece in row.split("</c>")[:-1]:
            tag, _, inside = piece[piece.rfind("<c ") :].partition(">")
            place = _PLACE.search(tag)
            column = _column(place[1]) if place else len(cells)
            if column < 2000:
                cells += [""] * (column - len(cells))
                cells.append(_value(tag, inside, shared))
        out.append(cells)
    return out


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _value(tag: str, inside: str, shared: list[str]) -> str:
    kind = _TYPE.search(tag)
    value = _VALUE.search(inside)
    if kind and kind[1] == "inlineStr":
        return _readable(inside).strip()
    text = unescape(value[1]) if value else ""
    if kind and kind[1] == "s" and text.isdecimal():
        return shared[int(text)] if int(text) < len(shared) else ""
    return text


WORDS: dict[str, Callable[[Packed], str]] = {
    "docx": partial(_words, parts=_WORD),
    "xlsx": _excel,
    **dict.fromkeys(("odt", "ods"), partial(_words, parts=_OPEN)),
}

"""The words of an output file as a reader meets them: tags gone, cells apart, numbers whole.

A number that tags cut in two is one number; two cells beside each other are not. What a spreadsheet or a table heads
with a word carries that word along, so that nine digits below “CMND” are known for what they are.
"""

from __future__ import annotations

import csv
import io
import json
import re
from functools import lru_cache
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

from site_gen.base.values import strings

_TAG = re.compile(r"(<!--.*?-->|<[^<>]*>)", re.DOTALL)
_CODE = re.compile(r"<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_DATA = re.compile(r"<script\b[^>]*\bapplication/ld\+json\b[^>]*>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_INSIDE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|data|dfn|em|font|i|kbd|mark|q|s|small|span|strong|sub|sup|time|tspan|u|var|wbr)\b|<!--",
    re.IGNORECASE,
)
_INDEX = re.compile(rb"sitegenSearch\.\w+\((.*)\);\n", re.DOTALL)
_LABEL = re.compile(r'\sdata-l="([^"]*)"')
_SAID = re.compile(
    r'\s(?:href|src|srcset|title|alt|content|aria-label|aria-description|value|placeholder|label|summary|data-(?!l=)[\w-]+)="(?!(?:\.\./)*assets/)([^"]+)"'
)
_OPEN = re.compile(r'="[^"]*$')


def text_of(path: str, data: bytes) -> str | None:
    """The words of the output file at `path`; None for what holds none, such as pictures and style sheets."""
    ending = path.rpartition(".")[2].lower()
    if ending in ("html", "htm", "xml", "atom", "svg", "rss"):
        return of_html(data.decode("utf-8", "replace"))
    if ending == "json" or ending.endswith("json"):
        return of_json(data)
    if ending == "js" and (held := _INDEX.fullmatch(data)):
        return of_json(held[1])  # the index of the search page
    if ending == "csv":
        return of_csv(data.decode("utf-8-sig", "replace"))
    if ending == "ics":
        return re.sub(r"\r?\n[ \t]", "", data.decode("utf-8", "replace"))  # RFC 5545: long lines are folded
    if ending in ("txt", "md", "vcf", "webmanifest"):
        return data.decode("utf-8-sig", "replace")
    return None


def of_html(html: str) -> str:
    """The words of HTML or XML, attributes that people meet at the end, and after them what it tells machines."""
    for_machines = [of_json(block.encode()) for block in _DATA.findall(html)] if "ld+json" in html else []
    if "<script" in html or "<style" in html:
        html = _CODE.sub("", html)
    html = html.replace("\r", " ").replace("\n", " ")  # a line end inside a paragraph is a blank
    pieces = _TAG.split(html)
    tags = [_seen(tag) for tag in pieces[1::2]]
    pieces[1::2] = [tag.shown for tag in tags]
    words = "".join(pieces)
    if '"' not in words and all(tag.closed for tag in tags):
        said = [text for tag in tags for text in tag.said]
    else:  # an attribute that may reach beyond what looks like its tag
        said = _SAID.findall(html)
    if said:
        unique = "\n".join(dict.fromkeys(said))
        words += "\n" + (unquote(unique) if "%" in unique else unique)
    words = unescape(words) if "&" in words else words
    return "\n".join([words, *for_machines])


class _Tag(NamedTuple):
    """What a tag is to a reader: what it puts into the text, what its attributes say, and whether each of them ends in it."""

    shown: str
    said: tuple[str, ...]
    closed: bool


@lru_cache(maxsize=8192)
def _seen(tag: str) -> _Tag:
    """Tags come again on every page. Inside a line one shows nothing, else a new line, which begins with the column's name."""
    said = tuple(_SAID.findall(tag)) if '="' in tag else ()
    closed = not _OPEN.search(tag)
    if _INSIDE.match(tag):
        return _Tag("", said, closed)
    label = _LABEL.search(tag)
    return _Tag(f"\n{label[1]}: " if label else "\n", said, closed)


def of_json(data: bytes) -> str:
    """The texts of JSON, each with its key; numbers are numbers."""
    try:
        content = json.loads(data)
    except (ValueError, RecursionError):
        return data.decode("utf-8", "replace")
    return "\n".join(strings(content))


def of_csv(text: str) -> str:
    """The cells of CSV, each on its line, with its column's name where that may tell what a number is."""
    sample = text[:4096]
    separator = max(",;\t", key=sample.count)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=separator))
    except csv.Error:
        return text
    return of_rows(rows)


_TELLING = re.compile(
    r"cccd|căn cước|cmnd|cmt|chứng minh|định danh|hộ chiếu|sinh|thoại|s?đt\b|di động|tài khoản|stk|phát hành|vào sổ|chủ hồ sơ|người nộp|bhyt|bhxh|bảo hiểm|thuế|mst|biển (?:số|kiểm)|bks|bệnh (?:án|nhân)",
    re.IGNORECASE,
)


def of_rows(rows: list[list[str]]) -> str:
    """The cells of a table, each on its line; cells below a telling heading repeat it."""
    heads: dict[int, str] = {}
    lines: list[str] = []
    for row in rows:
        for column, cell in enumerate(row):
            cell = cell.strip()
            if not cell:
                continue
            if len(cell) < 60 and _is_telling(cell):
                heads[column] = " ".join(cell.split())
            head = heads.get(column)
            lines.append(f"{head}: {cell}" if head and head != cell else cell)
    return "\n".join(lines)


@lru_cache(maxsize=8192)
def _is_telling(cell: str) -> bool:
    """Whether a cell may say what those below it are; one with a figure is one of those. Many cells come again in every row."""
    return not any(map(str.isdigit, cell)) and _TELLING.search(cell) is not None

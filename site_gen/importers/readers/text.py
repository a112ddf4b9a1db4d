"""Plain text with tables in it: Markdown tables, lines with tabs, a cell a line as copying from Word gives it, and CSV."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from html import unescape
from itertools import takewhile
from pathlib import Path

from site_gen.base.messages import Message, msg
from site_gen.importers.readers.cell_lines import rows_of_cell_lines
from site_gen.importers.table import Book, NotRead, Paragraph, Place, Table, table_of
from site_gen.reading.old_encodings import of_tcvn3, of_vni

_RULE = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?)?\s*")
_TAG = re.compile(r"</?(?:p|ul|ol|li|br|i|b|u|em|strong|span|div|sup|sub|font)\b[^<>]*/?>", re.IGNORECASE)
_BLOCK = re.compile(r"<\s*(?:/p|/li|br|/div)\s*/?>|<\s*(?:p|li)\b[^<>]*>", re.IGNORECASE)
_FORMS = {".csv": ",;\t", ".tsv": "\t"}


def read_text(path: Path) -> Book:
    """Read a text, with the tables that it draws. Raises NotRead where its letters cannot be told."""
    text, remark = decoded(path)
    remarks = ((Place(), remark),) if remark else ()
    if signs := _FORMS.get(path.suffix.lower()):
        rows = _csv_rows(text, signs)
        return Book(path.name, path.suffix[1:].lower(), (table_of(rows, 1),), remarks)
    return Book(path.name, "text", tuple(_blocks(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))), remarks)


def decoded(path: Path) -> tuple[str, Message | None]:
    """The text of a file, and what had to be decided for it."""
    raw = path.read_bytes()
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16"), None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _old_text(path, raw)
    if "\0" in text:
        raise NotRead(
            msg("`{name}` is no text, Word, Excel or PDF file", name=path.name),
            msg("save it as .docx, .xlsx or as a text in UTF-8"),
        )
    return text, None


_VIETNAMESE = re.compile("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)


def _old_text(path: Path, raw: bytes) -> tuple[str, Message]:
    """Text in an encoding from before Unicode: the one whose reading looks most like Vietnamese."""
    plain = raw.decode("latin-1")
    readings = {
        "Windows-1258": unicodedata.normalize("NFC", raw.decode("cp1258", "replace")),
        "TCVN3": of_tcvn3(plain),
        "VNI": of_vni(raw.decode("cp1252", "replace")),
    }
    name = max(readings, key=lambda one: _likeness(readings[one]))
    if _likeness(readings[name]) < 0:
        raise NotRead(
            msg("the letters of `{name}` are in an unknown encoding", name=path.name),
            msg("open it, choose “Save as” and the encoding UTF-8"),
        )
    return readings[name], msg("the text was in {encoding} and was turned into Unicode; compare it", encoding=name)


def _likeness(text: str) -> int:
    """How many letters are such as only Vietnamese has, less those signs that it never has."""
    strange = sum(
        not c.isascii() and not c.isalpha() and c not in "–—…“”‘’•·\u00a0\u0300\u0301\u0303\u0309\u0323" for c in text
    )
    return len(_VIETNAMESE.findall(text)) - 3 * strange - (0 if text.isascii() else 1)


def _csv_rows(text: str, signs: str) -> list[list[str]]:
    """The rows of a CSV file with the separator that most lines share."""
    lines = text.splitlines()
    if lines and (hit := re.fullmatch(r"sep=(.)", lines[0].strip())):
        return list(csv.reader(io.StringIO("\n".join(lines[1:])), delimiter=hit[1]))
    head = lines[:50]
    sign = max(signs, key=lambda one: sum(line.count(one) for line in head))
    return [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text), delimiter=sign)]


Parser = Callable[[Sequence[str]], tuple[int, list[list[str]]]]
"""From lines to how many of them draw a table, and its rows; no lines where none begins here."""


def _blocks(lines: Sequence[str]) -> Iterator[Paragraph | Table]:
    """Paragraphs and tables in order; rows of a table keep the number of the line they begin at."""
    above: list[str] = []
    number, at = 0, 0
    while at < len(lines):
        for parser in (_pipes, _tabs, rows_of_cell_lines):
            taken, rows = parser(lines[at:])
            if taken:
                number += 1
                yield table_of(rows, number, above)
                above = []
                at += taken
                break
        else:
            if text := cleaned(lines[at]):
                above.append(text)
                yield Paragraph(text, Place("", at + 1))
            at += 1


def _pipes(lines: Sequence[str]) -> tuple[int, list[list[str]]]:
    """A Markdown table: a line of names, a rule, and rows."""
    if len(lines) < 2 or "|" not in lines[0] or not _RULE.fullmatch(lines[1]) or lines[1].count("|") < 2:
        return 0, []
    rows = [lines[0], *takewhile(lambda line: line.lstrip().startswith("|"), lines[2:])]
    return len(rows) + 1, [[cleaned(cell) for cell in _split(row)] for row in rows]


def _split(row: str) -> list[str]:
    inner = row.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return [cell.replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", inner)]


_LEAST_TABS = 2


def _tabs(lines: Sequence[str]) -> tuple[int, list[list[str]]]:
    """Rows as copying from a spreadsheet gives them: at least two lines with as many tabs each, blank lines between."""
    count = lines[0].count("\t")
    if count < _LEAST_TABS or lines[0].strip("\t ") == "":
        return 0, []
    rows: list[list[str]] = []
    taken = 0
    for number, line in enumerate(lines):
        if not line.strip():
            if not any("\t" in ahead for ahead in lines[number : number + 3]):
                break
            continue
        if line.count("\t") != count:
            break
        rows.append([cleaned(cell) for cell in line.split("\t")])
        taken = number + 1
    filled = {column for row in rows for column, cell in enumerate(row) if cell}
    return (taken, rows) if len(rows) > 1 and len(filled) > 1 else (0, [])


def cleaned(text: str) -> str:
    """Text without what a conversion left of HTML; what was a paragraph stands on a line of its own."""
    if "<" in text:
        text = _TAG.sub("", _BLOCK.sub("\n", text))
    if "&" in text:
        text = unescape(text)
    text = re.sub(r"\*\*|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)", "", text)
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))

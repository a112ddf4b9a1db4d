"""Letters that are not what they seem: old encodings kept as Unicode, lost letters, look-alikes, codes of web pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape

from site_gen.base.diagnostics import Diagnostic, Span
from site_gen.base.lookalikes import UNSEEN, find_lookalikes, may_have_lookalikes
from site_gen.base.messages import msg
from site_gen.base.plain_text import SourceFile
from site_gen.base.vietnamese import excerpt
from site_gen.reading.old_encodings import READINGS, may_be_odd, odd_words
from site_gen.reading.refusals import refuse

_SURE = {"UTF-8": re.compile(""), "VNI": re.compile("[øåûñöæ]", re.IGNORECASE), "TCVN3": re.compile("(?!)")}
"""What a single word shows: TCVN3 has signs such as `·` and `®` that stand elsewhere, VNI the ï of Loïc."""
_LOST = "\ufffd"
_ASKED = re.compile(r"(?<![^\s\"'“(])[^\W\d_]*[^\W\d_]\?[^\W\d_]+(?![^\s.,;:!\"'”)])")
_CODE = re.compile(r"&(?:amp;)*(#\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{3,8}\d?);", re.IGNORECASE)
_MARKDOWN = frozenset({"lt", "gt", "amp", "quot"})
"""What Markdown needs a code for."""


def check_letters(source: SourceFile) -> list[Diagnostic]:
    """What a reader would not see as it was meant, each kind at its place."""
    rows = source.text.split("\n")
    converted: list[Diagnostic] = []
    if may_be_odd(source.text):
        converted += _old_encoding(source.path, rows)
    if _LOST in source.text or "?" in source.text:
        converted += _lost(source.path, rows)
    return converted or [*_lookalikes(source), *_codes(source, rows)]


def _old_encoding(path: str, rows: list[str]) -> Iterator[Diagnostic]:
    """Reported once for a file, at its first word: the whole text was converted wrongly."""
    hits = [(number, *word) for number, row in enumerate(rows, 1) if not row.isascii() for word in odd_words(row)]
    counts = Counter(name for *_, by in hits for name in by)
    name = max(READINGS, key=lambda n: counts[n])
    if not counts:
        return
    number, start, end, _ = next(hit for hit in hits if name in hit[3])
    row = rows[number - 1]
    if counts[name] < 2 and not _SURE[name].search(row[start:end]):
        return
    texts = {"text": excerpt(row.strip(), 50), "shown": excerpt(READINGS[name](row).strip(), 50)}
    said = {
        "TCVN3": msg("“{text}” looks like TCVN3 text of a .VnTime font; in Unicode it would be “{shown}”", **texts),
        "VNI": msg("“{text}” looks like VNI text of a VNI-Times font; in Unicode it would be “{shown}”", **texts),
        "UTF-8": msg("“{text}” is Unicode text that was converted once too often; it was “{shown}”", **texts),
    }[name]
    hint = msg("convert the text to Unicode (UniKey: Ctrl+Shift+F6) and check every line")
    if name == "UTF-8":
        hint = msg("copy the text again from the document it comes from, or type it again as shown; check every line")
    yield refuse("FILE002", Span(path, number, start + 1, end + 1), said, hint)


def _lost(path: str, rows: list[str]) -> Iterator[Diagnostic]:
    """Reported once for a file: letters that an earlier conversion threw away cannot be computed."""
    hint = msg("type the letters again; the document the text was copied from still has them")
    for number, row in enumerate(rows, 1):
        lost = row.find(_LOST)
        asked = [] if "?" not in row else list(_ASKED.finditer(row))
        if lost < 0 and len(asked) < 2:
            continue
        start, end = (lost, lost + 1) if lost >= 0 else asked[0].span()
        text, sign = excerpt(row[max(0, start - 20) :].strip(), 50), _LOST if lost >= 0 else "?"
        message = msg("in “{text}” signs like `{sign}` stand where letters were lost", text=text, sign=sign)
        yield refuse("FILE002", Span(path, number, start + 1, end + 1), message, hint)
        return


def _lookalikes(source: SourceFile) -> Iterator[Diagnostic]:
    """Every such word once, where it first stands."""
    if not may_have_lookalikes(source.text):
        return
    seen: set[str] = set()
    for number, row in enumerate(source.text.split("\n"), 1):
        for start, word, letter, meant in find_lookalikes(row):
            if word in seen:
                continue
            seen.add(word)
            code = f"U+{ord(letter):04X}"
            if letter in UNSEEN:
                said = msg("an invisible character ({code}) stands inside `{word}`", code=code, word=meant)
                hint = msg("type the word again without it, or a blank in its place")
            else:
                shown = f"“{letter}” ({code})"
                said = msg(
                    "in `{word}` stands {letter}, which only looks like a letter of Vietnamese", word=word, letter=shown
                )
                hint = msg("type the word again: `{word}`", word=meant)
            yield refuse("CHAR001", Span(source.path, number, start + 1, start + len(word) + 1), said, hint)


def _codes(source: SourceFile, rows: list[str]) -> Iterator[Diagnostic]:
    """Codes such as `&#7846;`: a page shows them as they stand, but for those in Markdown, which mean their letter."""
    if "&" not in source.text:
        return
    body = _body(rows) if source.path.endswith(".md") else len(rows)
    seen: set[str] = set()
    for number, row in enumerate(rows, 1):
        for code in _CODE.finditer(row):
            letter = unescape(unescape(code[0]))
            twice = code[0].lower().startswith("&amp;")
            if letter == code[0] or letter.startswith("&") or code[0] in seen or code[1].lower() in _MARKDOWN:
                continue
            if number > body and not twice:
                continue
            seen.add(code[0])
            hint = msg("type an ordinary blank instead")
            if letter.isprintable() and not letter.isspace():
                hint = msg("write the letter itself: `{letter}`", letter=letter)
            message = msg("`{code}` is a code of web pages and is shown as it stands", code=code[0])
            yield refuse("CHAR002", Span(source.path, number, code.start() + 1, code.end() + 1), message, hint)


def _body(rows: list[str]) -> int:
    """The line on which the front matter of a Markdown file ends."""
    return next((number for number, row in enumerate(rows[1:], 2) if row.strip() == "---"), len(rows))

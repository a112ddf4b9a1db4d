"""The text before its meaning: cleaned, cut into clauses, trimmed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from site_gen.base.lookalikes import UNSEEN

_INVISIBLE = dict.fromkeys(map(ord, UNSEEN))
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_AROUND = " ,.:;/-+*…•·\u2010\u2011\u2012\u2013\u2014\u2212"
_NUMBERED = re.compile(r"^(?:[0-9]{1,2}|[a-zđ])[.)](?: |$)", re.IGNORECASE)
_BULLET_LINE = re.compile(r"\n\s*(?:[-+*•·\u2013\u2014]|[0-9]{1,2}[.)]|[a-zđA-ZĐ][.)])\s")

_ITEM = r"(?:(?:0?[69]\s+)?tháng|năm|quý)"
_CLAUSE_END = re.compile(
    # "định kỳ quý; 6 tháng, cả năm" is one list of frequencies
    rf";(?!(?:(?<=quý;)|(?<=tháng;))\s*{_ITEM}(?:(?:,|\s+và)\s*(?:cả\s+)?{_ITEM})*\s*\.?\s*(?:;|$))",
    re.IGNORECASE,
)
_MARKED = re.compile(r"[;\n]|\s/\s|^[-\u2013\u2014]")
_LINE = re.compile(r"(\s*\n\s*)")
_SLASH = re.compile("( /)(?= )")
_DASH = re.compile("( [-\u2013\u2014])(?= )")
_JOINTS = (" và ", " hoặc ")
_APART = (",", ".", "/", " và", " hoặc")


def clean(text: str) -> str:
    """Composed letters, nothing invisible; line breaks are kept."""
    return unicodedata.normalize("NFC", text).translate(_INVISIBLE).strip()


def fold(words: str) -> str:
    """The form that patterns match: lower case and plain hyphens, every letter in its place."""
    low = words.replace("İ", "i").translate(_DASHES).lower()  # the one letter that would become two
    return low.replace("quí", "quý").replace("qúy", "quý").replace("tuỳ", "tùy")


def clauses(text: str, understood: Callable[[str], bool]) -> list[str]:
    """The parts that semicolons and bullets set apart, and those that line breaks and slashes do.

    A line break or a slash is often just where a cell was too narrow; it counts only between words
    that are understood by themselves, and a line break only before a capital. So does a dash where
    the text begins with one.
    """
    if not _MARKED.search(text):
        return [trim_start(one_line(text))]
    dashes = text.startswith(("-", "\u2013", "\u2014"))
    text = re.sub(r"\s+/\s+", " / ", _BULLET_LINE.sub(";;", text))
    found = [
        trim_start(clause)
        for piece in _CLAUSE_END.split(text)
        for line in _parted(_LINE.split(piece), understood)
        for words in _parted(_SLASH.split(one_line(line)), understood)
        for clause in (_parted(_DASH.split(words), understood) if dashes else [words])
    ]
    return [clause for clause in found if clause]


def _parted(pieces: list[str], understood: Callable[[str], bool]) -> list[str]:
    """Pieces and the marks between them, from the last to the first: joined again unless both sides are understood."""
    *rest, last = pieces
    found = [last]
    for words, mark in zip(rest[-2::-2], rest[::-2], strict=True):
        apart = "/" in mark or found[-1].lstrip(_AROUND)[:1].isupper()
        if apart and understood(words) and understood(found[-1]):
            found.append(words)
        else:
            found[-1] = f"{words}{mark}{found[-1]}"
    return found[::-1]


def one_line(words: str) -> str:
    """Single blanks between words, no other white space."""
    return " ".join(words.split())


def trim(words: str) -> str:
    """Words without the punctuation, joining words and brackets around them."""
    while True:
        shorter = f" {_unwrap(words).strip(_AROUND)} "
        for joint in _JOINTS:
            shorter = shorter.removeprefix(joint).removesuffix(joint)
        shorter = shorter.strip()
        if shorter == words:
            return words
        words = shorter


def trim_start(words: str) -> str:
    """Trimmed words without the number or letter of a list before them ("1. ", "a) ")."""
    while words:
        shorter = f" {_unwrap(words).lstrip(_AROUND)}"
        for joint in _JOINTS:
            shorter = shorter.removeprefix(joint)
        shorter = _NUMBERED.sub("", shorter.lstrip())
        if shorter == words:
            shorter = trim(words)
            if shorter == words:
                break
        words = shorter
    return words


def _unwrap(words: str) -> str:
    """Without a pair of brackets around all of it; a bracket that lacks its other half becomes an ellipsis."""
    if "(" not in words and ")" not in words:
        return words
    depth, closes = 0, []
    for place, letter in enumerate(words):
        depth += (letter == "(") - (letter == ")")
        if depth < 0:
            break
        if depth == 0 and letter == ")":
            closes.append(place)
    if depth:
        return words.replace("(", "…").replace(")", "…")
    inner = words.strip(_AROUND)
    return inner[1:-1] if inner.startswith("(") and len(closes) == 1 and inner.endswith(")") else words


def apart_before(words: str) -> bool:
    """Whether the words end with what sets apart the next expression: a comma, "và"."""
    return f" {words}".rstrip().endswith(_APART)


def apart_after(words: str) -> bool:
    """Whether the words begin with what sets them apart from the expression before."""
    return f"{words} ".lstrip().startswith((",", ".", "/", "và ", "hoặc "))

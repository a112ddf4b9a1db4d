"""Letters that look like those of Vietnamese and are others: a text with them reads well, yet nothing finds it."""

from __future__ import annotations

import re
import unicodedata

_CYRILLIC = dict(zip("АВЕЅІЈКМНОРСТУХЗаеѕіјорсухԁԛԝһӏҮҺ", "ABESIJKMHOPCTYX3aesijopcyxdqwhlYh", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοινυκρχ", "ABEZHIKMNOPTYXoivukpx", strict=True))
_LATIN = dict(zip("ÐðƉɖꟇǍǎıɡɑ", "ĐđĐđDĂăiga", strict=True))
_OF_OTHER_SCRIPTS = {**_CYRILLIC, **_GREEK}
_FOREIGN = {**_LATIN, **_OF_OTHER_SCRIPTS}
UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
"""Characters without width, which web pages and Word leave inside words."""
_STYLED = "\u2160-\u217f\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff"
_MARKS = "\u0300-\u036f"
_WORD = re.compile(rf"(?:[^\W_]|[{_MARKS}{UNSEEN}])+")
_SIGNS = re.compile(rf"[{''.join(_FOREIGN)}{_STYLED}]|(?<=[^\W_])[{UNSEEN}]+(?=[^\W_])")
"""Whatever may be wrong in a word."""
_LETTERS = re.compile(rf"[{''.join(_FOREIGN)}{_STYLED}{UNSEEN}]")
"""The letters that are, a cheap first look."""
_OWN_SCRIPT = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")
_LATIN_LETTER = re.compile("[A-Za-zÀ-ɏḀ-ỹ]")


def may_have_lookalikes(text: str) -> bool:
    """Whether a text may hold such a letter; `find_lookalikes` then says where."""
    return not text.isascii() and _LETTERS.search(text) is not None and _SIGNS.search(text) is not None


def corrected(text: str) -> str:
    """The text with the letters that are meant."""
    if not may_have_lookalikes(text):
        return text
    plain = "".join(_FOREIGN.get(c) or (unicodedata.normalize("NFKC", c) if _is_styled(c) else c) for c in text)
    return unicodedata.normalize("NFC", re.sub(rf"(?<=[^\W_])[{UNSEEN}]+(?=[^\W_])", "", plain))


def find_lookalikes(line: str) -> list[tuple[int, str, str, str]]:
    """Words of a line that are not what they seem: where each begins, the word, its first odd letter, the word as meant.

    Greek and Cyrillic letters are odd beside Latin ones, or where every letter of the word has a Latin look-alike and the line
    has no other word of that script: a sentence in Russian is a sentence in Russian.
    """
    out: list[tuple[int, str, str, str]] = []
    if not may_have_lookalikes(line):
        return out
    foreign = any(c not in _OF_OTHER_SCRIPTS for c in _OWN_SCRIPT.findall(line))
    for word in _WORD.finditer(line):
        sign = _SIGNS.search(word[0])
        if sign is None or (meant := corrected(word[0])) == word[0]:
            continue
        if sign[0] in _OF_OTHER_SCRIPTS and not _LATIN_LETTER.search(word[0]):
            formula = len(word[0]) == 1 and sign[0] in _GREEK
            if foreign or formula or _OWN_SCRIPT.search(meant):
                continue
        out.append((word.start(), word[0], sign[0][0], meant))
    return out


def _is_styled(letter: str) -> bool:
    return re.match(f"[{_STYLED}]", letter) is not None

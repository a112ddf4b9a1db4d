"""Vietnamese as it was written before Unicode, or as it looks after one conversion too many; for advice only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from site_gen.base.vietnamese import strip_marks

TCVN3 = dict(
    zip(
        range(0xA1, 0xFF),
        "ĂÂÊÔƠƯĐăâêôơưđ\u0000\u0000\u0000\u0000\u0000\u0000àảãáạ\u0000ằẳẵắ\u0000\u0000\u0000\u0000\u0000\u0000\u0000"
        "ặầẩẫấậè\u0000ẻẽéẹềểễếệìỉ\u0000\u0000\u0000ĩíịò\u0000ỏõóọồổỗốộờởỡớợù\u0000ủũúụừửữứựỳỷỹýỵ",
        strict=False,
    )
)
"""TCVN 5712:1993 (TCVN3), the upper half as the .VnTime fonts print it."""

_TONES = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_HAT = dict(zip("áàåãä", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_BOWL = dict(zip("éèúüë", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_ALONE = dict(zip("ñôöæóòî", "đơưỉĩịỵ", strict=True))


def _vni_pairs() -> dict[str, str]:
    pairs = {f"{vowel}{sign}": vowel + tone for vowel in "aeouy" for sign, tone in _TONES.items()}
    pairs |= {f"{old}{sign}": new + tone for old, new in (("ô", "ơ"), ("ö", "ư")) for sign, tone in _TONES.items()}
    for vowel in "aeo":
        pairs[f"{vowel}â"] = f"{vowel}\u0302"
        pairs |= {f"{vowel}{sign}": f"{vowel}\u0302{tone}" for sign, tone in _HAT.items()}
    pairs["aê"] = "a\u0306"
    pairs |= {f"a{sign}": f"a\u0306{tone}" for sign, tone in _BOWL.items()}
    small = {old: unicodedata.normalize("NFC", new) for old, new in {**pairs, **_ALONE}.items()}
    large = {old.upper(): new.upper() for old, new in small.items()}
    mixed = {old[0].upper() + old[1:]: new.upper() for old, new in small.items() if len(old) == 2}
    return {**small, **large, **mixed, **{o[0] + o[1].upper(): n for o, n in small.items() if len(o) == 2}}


_VNI = _vni_pairs()
_VNI_LETTERS = re.compile("|".join(sorted(map(re.escape, _VNI), key=lambda old: -len(old))))


def of_tcvn3(text: str) -> str:
    """Text of a .VnTime font whose bytes were kept as Latin-1."""
    return "".join(TCVN3.get(ord(c)) or c for c in text)


def of_vni(text: str) -> str:
    """Text of a VNI font: a vowel and behind it a letter that stands for its marks."""
    return _VNI_LETTERS.sub(lambda pair: _VNI[pair[0]], text)


def _cp1252(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


_BYTES = {_cp1252(n): n for n in range(0x80, 0x100)} | {chr(n): n for n in range(0x80, 0xA0)}
_NEXT = "".join(map(re.escape, (c for c, n in _BYTES.items() if n < 0xC0)))
_TWICE = re.compile(f"[\u00c3-\u00c6][{_NEXT} ]|[\u00e1\u00e2][{_NEXT}]{{2}}")


def of_twice(text: str) -> str:
    """Text whose UTF-8 was read as Windows-1252 and saved as UTF-8 again."""

    def once(signs: re.Match[str]) -> str:
        raw = bytes(_BYTES.get(c, 0xA0) for c in signs[0])
        return raw.decode("utf-8", "ignore") or signs[0]

    return unicodedata.normalize("NFC", _TWICE.sub(once, text))


_SYLLABLE = re.compile(
    "(?:ngh?|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdghklmnprstvx])?(?!aa|ee|ii|uu|yy)[aeiouy]{1,3}(?P<end>ng|nh|ch|[cmnpt])?",
    re.IGNORECASE,
)
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_LETTERS = re.compile(r"[^\W\d_]+")
_FOREIGN = "¡-¿ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ"
"""What Vietnamese is not written with."""
_TWICE_SIGNS = "(?:[ÃÄÆ][¡-¿ƒŠšŽžŒœŸ€†‡ˆ‰˜™‹›\u00a0\u0080-\u009f]|á[º»])"  # no quotation marks: “UBND XÃ” is Vietnamese
_MAY_BE_ODD = re.compile(f"[{_FOREIGN}Ã]")
"""A cheap first look: one of these is in every odd word."""
_ODD_WORD = re.compile(rf"[^ \t\n]*(?:[^\W\d_][{_FOREIGN}]|[{_FOREIGN}][^\W\d_]|{_TWICE_SIGNS})[^ \t\n]*")
_OWN = re.compile("[a-zđ\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323]+", re.IGNORECASE)


def is_syllable(word: str) -> bool:
    """Whether a word can be Vietnamese: its letters in an order that occurs, one tone at most, and one that its end allows."""
    syllable = _SYLLABLE.fullmatch(strip_marks(word))
    pieces = unicodedata.normalize("NFD", word)
    tones = _TONE.findall(pieces)
    if syllable is None or len(tones) > 1 or not _OWN.fullmatch(pieces):
        return False
    stopped = (syllable["end"] or "").lower() in ("c", "ch", "p", "t")
    return not stopped or tones in (["\u0301"], ["\u0323"])


READINGS: dict[str, Callable[[str], str]] = {"UTF-8": of_twice, "VNI": of_vni, "TCVN3": of_tcvn3}
"""How a text is read that stands for another one."""


def may_be_odd(text: str) -> bool:
    """Whether a text may have an odd word. False is sure."""
    return _MAY_BE_ODD.search(text) is not None


def odd_words(row: str) -> list[tuple[int, int, tuple[str, ...]]]:
    """Words of a row that become Vietnamese only when read in one of these ways: from where to where, and by which."""
    out: list[tuple[int, int, tuple[str, ...]]] = []
    if not may_be_odd(row):
        return out
    for word in _ODD_WORD.finditer(row):
        by = tuple(name for name, read in READINGS.items() if _makes_sense(word[0], read(word[0])))
        if by:
            out.append((word.start(), word.end(), by))
    return out


def _makes_sense(word: str, meant: str) -> bool:
    if meant == word or _ODD_WORD.search(meant):
        return False
    marked = [run for run in _LETTERS.findall(meant) if not run.isascii()]
    return bool(marked) and all(map(is_syllable, marked))

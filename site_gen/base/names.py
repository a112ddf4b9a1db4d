"""When two spellings are one name. Equality of names is decided here and nowhere else.

Tone and letter marks tell names apart: Thôn Hà and Thôn Hạ are two villages. `vietnamese.fold`, which drops the marks,
may suggest and search, never decide.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_VOWELS = re.compile(f"[aeiouy](?:[aeiouy\u0302\u0306\u031b{_TONES}])*")
_TONE = re.compile(f"[{_TONES}]")
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")


@lru_cache(maxsize=65536)
def name_key(text: str) -> str:
    """What all spellings of one name share, and no two names.

    Form of Unicode, capitals, blanks, dashes and other signs between words, `&` for `và`, and on which of its vowels a
    syllable bears its tone (hoà, hòa) make no difference. Every other letter and mark does.
    """
    pieces = unicodedata.normalize("NFD", text.lower().replace("&", " và "))
    settled = _VOWELS.sub(_tone_last, pieces)
    words = unicodedata.normalize("NFC", " ".join(_WORD.findall(settled)))
    return words or " ".join(text.split())


def same_name(one: str, other: str) -> bool:
    """Whether two texts are one name."""
    return name_key(one) == name_key(other)


def _tone_last(vowels: re.Match[str]) -> str:
    """The vowels of a syllable with its tone behind them."""
    return _TONE.sub("", vowels[0]) + "".join(_TONE.findall(vowels[0]))

"""Text as search compares it. `themes/default/assets/search.js` does the same with what is typed; a test holds them together."""

from __future__ import annotations

import re
from functools import lru_cache

from site_gen.base.vietnamese import strip_marks

_I = re.compile(r"(qu|[bcdghklmnpqrstvx]*)y")
"""A syllable whose only vowel is y: `kỹ` is also spelt `kĩ`, `quy` also `qui`; but `tay` is not `tai`."""


@lru_cache(maxsize=65536)
def _syllable(folded: str) -> str:
    return folded[:-1] + "i" if _I.fullmatch(folded) else folded


@lru_cache(maxsize=65536)
def _written(token: str) -> tuple[str, ...]:
    return tuple(_syllable(w) for w in re.findall(r"[a-z0-9]+", strip_marks(token).lower()))


@lru_cache(maxsize=65536)
def _told(token: str) -> tuple[str, ...]:
    return tuple(word for word in _written(token) if len(word) > 1 and word.isalpha())


def told(text: str) -> set[str]:
    """The words by which a long text is found. Figures are amounts, days and telephones there; code and title find those."""
    return set().union(*map(_told, set(text.split())))


def words(text: str) -> list[str]:
    """The syllables of a text without marks, in lower case, y as i where both are spelt."""
    return [word for token in text.split() for word in _written(token)]

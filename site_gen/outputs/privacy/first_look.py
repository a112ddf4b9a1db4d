"""What the words of a text can be the beginning of, so that only expressions that may match are asked.

Most signs of personal data stand in none of a text's words, and words come again on every page: what one of them holds is
found out once, and a text holds what its words hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache, reduce
from operator import or_

from site_gen.base.dataclass import dataclass
from site_gen.outputs.privacy import patterns

YEAR = re.compile(r"[/.-](?:19\d\d|200\d|201[0-4])(?!\d)")
"""The end of a day on which somebody now grown up may have been born."""
PAINTED = re.compile(r"\d{3}\.\d\d(?![^\W_])")
"""The end of a number plate."""
CLASS = re.compile(rf"(?<![^\W_])(?:{'|'.join(sorted(patterns.HEALTH_CLASSES))})(?![^\W\d_])")
"""The beginning of a card of health insurance."""
_SHAPES = {YEAR: 1, PAINTED: 2, CLASS: 4}


@dataclass(frozen=True, slots=True)
class Text:
    """A text that is looked through.

    Attributes:
        text: As its reader takes it.
        low: The same in small letters, letter for letter.
        held: What its words hold, as `held_by` says it.
    """

    text: str
    low: str
    held: int

    def may_hold(self, what: str | re.Pattern[str]) -> bool:
        """Whether a sign, or one of the shapes above, may stand in the text. False is sure."""
        needed = _needed(what)
        return self.held & needed == needed

    def places_of(self, sign: str) -> Iterator[int]:
        """Where a sign stands."""
        if not self.may_hold(sign):
            return
        place = self.low.find(sign)
        while place >= 0:
            yield place
            place = self.low.find(sign, place + 1)


def held_by(text: str) -> int:
    """What the words of a text hold: a bit for each shape and for each word of the signs."""
    return reduce(or_, map(_held_by_word, set(text.split())), 0)


@lru_cache(maxsize=1 << 15)
def _held_by_word(word: str) -> int:
    held = _held_by_letters(word.translate(_NO_FIGURES))
    for shape in (YEAR, PAINTED):
        if shape.search(word):
            held |= _SHAPES[shape]
    return held


@lru_cache(maxsize=1 << 13)
def _held_by_letters(letters: str) -> int:
    """What a word holds whatever its figures are: dates, codes and addresses differ by no more than these, and no sign has any."""
    low = letters.lower()
    held = _SHAPES[CLASS] if CLASS.search(letters) else 0
    if _ANY_PIECE.search(low):
        held += sum([bit for piece, bit in _PIECES.items() if piece in low])
    return held


def _pieces(sign: str) -> set[str]:
    """The words of a sign. One letter says nothing: most words have it."""
    return {piece for piece in sign.split() if len(piece) > 1 or not piece.isalpha()}


_PIECES = {
    piece: 1 << place
    for place, piece in enumerate(sorted(set().union(*map(_pieces, patterns.SIGNS))), start=len(_SHAPES))
}
_NO_FIGURES = str.maketrans("", "", "0123456789")
_ANY_PIECE = re.compile("|".join(map(re.escape, _PIECES)))


@cache
def _needed(what: str | re.Pattern[str]) -> int:
    if not isinstance(what, str):
        return _SHAPES[what]
    return sum(_PIECES[piece] for piece in _pieces(what))

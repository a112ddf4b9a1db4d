"""Which entries hold a word, as letters: numbers of entries as differences, figures in 26 letters whose last one is a capital.

That is small when packed, and never looks like somebody's number to who searches the output for such.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from string import ascii_lowercase

Held = dict[str, list[int]]
"""Which entries hold each word, in order of the words and of the numbers."""
TIERS, TIER = (4, 6, 9, 13), "."
"""Words of a title, at most, in each tier but the last two; what parts the tiers of a list."""
MARK = "#"
"""What tells a piece of a code from a word."""


def by_tier(held: Held, sizes: Sequence[int], own: Sequence[Sequence[str]] = ()) -> dict[str, str]:
    """The entries of each word in tiers by the length of their titles; last those that hold it elsewhere than in their title.

    With the words of titles (`own`), each place of the word in a title is told: whether words stand side by side, and how long the
    title is about, is known before any title is there.
    """
    lists: dict[str, str] = {}
    tier_of = [bisect_left(TIERS, size) for size in sizes]
    places: list[dict[str, list[int]]] = [{} for _ in own]
    for number, words_ in enumerate(own):
        for place, word in enumerate(words_):
            places[number].setdefault(word, []).append(place)
    for word, numbers in held.items():
        tiers: list[list[tuple[int, int]]] = [[] for _ in range(len(TIERS) + 2)]
        for number in numbers:
            if not own or word.startswith(MARK):
                tiers[tier_of[number]].append((number, -1))
            elif here := places[number].get(word):
                tiers[tier_of[number]] += [(number, place) for place in here]
            else:
                tiers[-1].append((number, -1))
        lists[word] = TIER.join(map(placed, tiers)).rstrip(TIER)
    return lists


def placed(postings: Iterable[tuple[int, int]]) -> str:
    """Numbers as differences, each with the letter of its place unless that is -1; a difference of zero is one more place.

    Where numbers bear a worth instead of places, its letter stands there.
    """
    out: list[str] = []
    last = -1
    for number, place in postings:
        out.append(_letters(number - last))
        if place >= 0:
            out.append(ascii_lowercase[min(place, FAR)])
        last = number
    return "".join(out)


FAR = 25
"""The last place in a title that is told apart."""


def differences(numbers: Iterable[int]) -> str:
    """Numbers in ascending order, as letters."""
    return "".join([_letters(number - last) for last, number in pairwise((-1, *numbers))])


@lru_cache(maxsize=4096)
def _letters(value: int) -> str:
    """A whole number in base 26: small letters, the last digit a capital."""
    last = chr(ord("A") + value % 26)
    value //= 26
    rest = ""
    while value:
        rest = chr(ord("a") + value % 26) + rest
        value //= 26
    return rest + last

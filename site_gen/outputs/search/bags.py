"""What the thesaurus says of each entry, as words and pairs of neighbouring words: all phrases that lead to it are one text, ranked as
BM25 ranks texts. A question in words that no phrase has put together yet still meets the words of several.

K and B are those of BM25 (Robertson, Zaragoza 2009): how soon more of the same says no more, and how much longer texts are marked down.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import ceil

from site_gen.outputs.search.postings import placed
from site_gen.outputs.search.thesaurus import Phrase

K, B = 1.2, 0.5
OTHER = 0.65
"""What a phrase says of an entry that may be meant, beside one that is."""
LEVELS, TOP = 5, K + 1
"""Worths are told in so many steps up to the highest; a letter for each, further ones where phrases begin, end, or are whole."""
STARTS, ENDS, WHOLE = 1, 2, 4
"""Where phrases begin, where they end, and that a phrase is nothing but this; the last goes before the others."""
BEFORE = "-"
"""Marks a partner that stands before the word that holds the pair."""


class _Worths(defaultdict[int, float]):
    """What each entry is worth, and whether phrases that mean it begin or end there."""

    def __init__(self) -> None:
        super().__init__(float)
        self.edges: defaultdict[int, int] = defaultdict(int)


def bags_of(phrases: Sequence[Phrase], idle: Iterable[str] = ()) -> dict[str, str]:
    """For each word what it leads to, then the pairs that it holds: `postings|partners:postings|…`.

    A pair is held by its rarer word that is not idle, for a question looks up no idle words. Pairs of idle words say nothing.

    Args:
        phrases: What people say, and the numbers of the entries that are meant.
        idle: Folded words that say nothing by themselves.
    """
    words: defaultdict[str, _Worths] = defaultdict(_Worths)
    pairs: defaultdict[tuple[str, str], _Worths] = defaultdict(_Worths)
    lengths: Counter[int] = Counter()
    counts: Counter[str] = Counter()
    idle = frozenset(idle)
    for phrase in phrases:
        counts.update(set(phrase.words))
        found = _pairs(phrase.words, idle)
        for number, worth in (*((n, 1.0) for n in phrase.main), *((n, OTHER) for n in phrase.other)):
            lengths[number] += len(phrase.words)
            for word in set(phrase.words):
                words[word][number] += worth
            for pair in found:
                pairs[pair][number] += worth
        for number in phrase.main:
            if len(phrase.words) == 1:
                words[phrase.words[0]].edges[number] = WHOLE
            for pair, edges in found.items():
                pairs[pair].edges[number] |= edges
    middle = sum(lengths.values()) / max(len(lengths), 1)
    held: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for (first, second), worths in pairs.items():
        holders = [word for word in (first, second) if not word.isupper()]
        holder = min(holders, key=lambda word: (word in idle, counts[word], word != first), default="")
        if holder:
            held[holder][_told(worths, lengths, middle)].append(second if holder == first else BEFORE + first)
    lines = {}
    for word, worths in words.items():
        if not word.isupper():
            shared = sorted((" ".join(sorted(partners)), told) for told, partners in held[word].items())
            lines[word] = "|".join((_told(worths, lengths, middle), *(f"{names}:{told}" for names, told in shared)))
    return lines


def _pairs(words: Sequence[str], idle: frozenset[str]) -> dict[tuple[str, str], int]:
    """Neighbours, and whether the phrase begins or ends with them; two idle words only where all of them are idle."""
    all_idle = idle.issuperset(words)
    found: dict[tuple[str, str], int] = {}
    for at, pair in enumerate(pairwise(words)):
        if all_idle or not idle.issuperset(pair):
            edges = WHOLE if len(words) == 2 else (STARTS if at == 0 else 0) | (ENDS if at == len(words) - 2 else 0)
            found[pair] = found.get(pair, 0) | edges
    return found


def _told(worths: _Worths, lengths: Mapping[int, int], middle: float) -> str:
    """Numbers of entries, each with the letter of its worth."""
    return placed(
        (
            number,
            ceil(LEVELS * times / (times + K * (1 - B + B * lengths[number] / middle)))
            - 1
            + LEVELS * min(worths.edges[number], WHOLE),
        )
        for number, times in sorted(worths.items())
    )

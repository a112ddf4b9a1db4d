"""How an index is cut: where its parts begin, and what they are called. What is in them is told by `index.py`.

A part is as small as a question can use, and lies where it lay before an edit elsewhere: words are cut by their beginnings, entries by
their number, and every part is named by what it holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from string import ascii_lowercase

from site_gen.base.fingerprint import fingerprint

WORDS = 360
"""Bytes of a part of words, before packing; one word that very many entries hold makes a larger one."""
ENTRIES, BLOCK = 2, 32
"""So many entries in a part, and in a block of parts that share a name: a name for each part would weigh more than a question."""
SHARED = 6
"""So many parts of words share a name."""
NAME = 6
"""Letters of a name."""


def cut(words: Mapping[str, int], most: int = WORDS, depth: int = 1) -> Iterator[list[str]]:
    """Words in parts of at most `most`, in order; an edit moves no border but those of the words that begin alike.

    Args:
        words: What each weighs, in order of the words; all of them begin with the same `depth - 1` letters.
        most: What a part may weigh, unless a single word weighs more.
        depth: How many letters parted words have in common, one more at each level.
    """
    if sum(words.values()) <= most or len(words) == 1:
        if words:
            yield list(words)
        return
    part: list[str] = []
    filled = 0
    for _, same in groupby(words, key=lambda word: word[:depth]):
        group = list(same)
        weight = sum(words[word] for word in group)
        if part and filled + weight > most:
            yield part
            part, filled = [], 0
        if weight > most:
            yield from cut({word: words[word] for word in group}, most, depth + 1)
        else:
            part += group
            filled += weight
    if part:
        yield part


def blocks(count: int) -> Iterator[range]:
    """The numbers of the entries of each block."""
    return (range(at, min(at + BLOCK, count)) for at in range(0, count, BLOCK))


def parts_of(block: range) -> Iterator[range]:
    """The numbers of the entries of each part of a block."""
    return (range(at, min(at + ENTRIES, block.stop)) for at in range(block.start, block.stop, ENTRIES))


def name_of(contents: Sequence[bytes], length: int = NAME, letters: str = ascii_lowercase) -> str:
    """What a part or a block is called."""
    return fingerprint(b"".join(contents), length, letters)

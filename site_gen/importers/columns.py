"""Which column is which: headings of a table against what the columns of a form are called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from site_gen.base.dataclass import dataclass
from site_gen.base.vietnamese import fold

SURE, LIKELY = 0.86, 0.6
"""From which likeness on a heading is taken for a column without a doubt, and at all."""
_ASIDE = re.compile(r"\((?:[^()]*)\)")
_NUMBERING = re.compile(r"^\s*(?:\(?\d{1,2}\)?|[A-Z])\s*[-–.:)]\s*")
"""`1 - Mục tiêu`, `(3) Hoạt động`: the number of a column, not part of its name."""
_EMPTY_WORDS = frozenset(["cac", "cua", "va", "theo", "ve", "so", "de", "cho", "trong"])


@dataclass(frozen=True, slots=True)
class Column:
    """A column that a form can take.

    Attributes:
        key: The field that it fills.
        names: What it is called in tables, the most usual first.
        label: What it is called in messages.
    """

    key: str
    names: tuple[str, ...]
    label: str = ""

    def __str__(self) -> str:
        return self.label or self.names[0]


@dataclass(frozen=True, slots=True)
class Matched:
    """A column of a table and what it was taken for, with how like their names are, from 0 to 1."""

    column: Column
    likeness: float

    @property
    def sure(self) -> bool:
        """Whether nobody needs to look at it."""
        return self.likeness >= SURE


def match(
    headings: Sequence[str], columns: Sequence[Column], given: Mapping[str, str] | None = None
) -> dict[int, Matched]:
    """For each place in `headings` the column that it is; no column twice, the most alike first.

    Args:
        headings: The headings of a table in order; empty where there is none.
        columns: The columns that a form can take.
        given: From folded headings to keys: what somebody has decided; an empty key means that the column is not wanted.
    """
    decided = {number: given[fold(text)] for number, text in enumerate(headings) if given and fold(text) in given}
    by_key = {column.key: column for column in columns}
    out = {number: Matched(by_key[key], 1.0) for number, key in decided.items() if key in by_key}
    taken = {found.column.key for found in out.values()}
    ways = sorted(
        (
            (likeness(text, column.names), -rank, number, column)
            for number, text in enumerate(headings)
            if text and number not in decided
            for rank, column in enumerate(columns)
        ),
        key=lambda way: (-way[0], way[2], -way[1]),
    )
    for alike, _, number, column in ways:
        if alike >= LIKELY and number not in out and column.key not in taken:
            out[number] = Matched(column, alike)
            taken.add(column.key)
    return dict(sorted(out.items()))


def likeness(heading: str, names: Iterable[str]) -> float:
    """How like a heading is to the most alike of some names, from 0 to 1."""
    said = plain_heading(heading)
    return max((_alike(said, plain_heading(name)) for name in names), default=0.0) if said else 0.0


def without_number(heading: str) -> str:
    """A heading without the number of its column: `Mục tiêu` for `1 - Mục tiêu`."""
    return _NUMBERING.sub("", heading)


@lru_cache(maxsize=4096)
def plain_heading(text: str) -> str:
    """A heading without its number, its unit in brackets, marks and signs."""
    line = " ".join(text.split())
    bare = _ASIDE.sub(" ", without_number(line))
    return fold(bare) or fold(line)


@lru_cache(maxsize=65536)
def _alike(said: str, name: str) -> float:
    if said == name:
        return 1.0
    if said.replace(" ", "") == name.replace(" ", ""):
        return 0.98
    ours, theirs = _words(said), _words(name)
    if not ours or not theirs:
        return 0.0
    common = len(ours & theirs)
    # A heading says the whole name and more: `Nhiệm vụ cụ thể năm 2023` is `Nhiệm vụ cụ thể`.
    covered, told = common / len(theirs), common / len(ours)
    begins = 0.06 if said.startswith(name) or name.startswith(said) else 0.0
    return min(0.97, 0.62 * covered + 0.32 * told + begins)


def _words(text: str) -> frozenset[str]:
    words = frozenset(text.split())
    return words - _EMPTY_WORDS or words

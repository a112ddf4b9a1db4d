"""A personal value in a text, what it is, and how it is looked for beside a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_gen.outputs.privacy.values import key

ID, PHONE, EMAIL, BIRTH, ACCOUNT, LAND, HOLDER, NUMBER, HEALTH = (
    "PRIVACY001", "PRIVACY002", "PRIVACY003", "PRIVACY004", "PRIVACY005", "PRIVACY006", "PRIVACY007", "PRIVACY010", "PRIVACY011"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hit:
    """One personal value.

    Attributes:
        code: What it is.
        key: The value as it is compared with what may be published.
        text: As it stands.
        start: Where it begins in the scanned text.
        end: Where it ends.
    """

    code: str
    key: str
    text: str
    start: int
    end: int


def at_signs(
    text: str, low: str, signs: Iterable[str], expression: re.Pattern[str], before: int = 0
) -> Iterator[re.Match[str]]:
    """Matches that begin with one of the words: looking for plain words is many times faster than for an expression.

    With `before` the match may begin so many letters before the word.
    """
    for sign in signs:
        place = low.find(sign)
        while place >= 0:
            match = (
                expression.search(text, max(0, place - before), place + 200)
                if before
                else expression.match(text, place)
            )
            if match is not None:
                yield match
            place = low.find(sign, place + 1)


def told(code: str, match: re.Match[str], group: str | int = 0, value: str = "") -> Hit:
    """A group of a match as a hit; `value` where its key is not simply its letters and digits."""
    text = match[group]
    return Hit(code, value or key(text), text, match.start(group), match.end(group))


def near(
    text: str, places: Iterable[int], expression: re.Pattern[str], before: int, after: int
) -> Iterator[re.Match[str]]:
    """Matches around places, each told once and whole: windows that meet are one, so that none ends inside a match of the next."""
    windows: list[tuple[int, int]] = []
    for place in places:
        first, last = max(0, place - before), place + after
        if windows and first <= windows[-1][1]:
            windows[-1] = (windows[-1][0], last)
        else:
            windows.append((first, last))
    for first, last in windows:
        yield from expression.finditer(text, first, last)


def places_of(low: str, sign: str) -> Iterator[int]:
    """Where a word stands."""
    place = low.find(sign)
    while place >= 0:
        yield place
        place = low.find(sign, place + 1)

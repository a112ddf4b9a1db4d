"""A personal value in a text: what it is, how it is looked for beside a word, compared, and shown where anybody reads along."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from site_gen.base.dataclass import dataclass
from site_gen.base.vietnamese import strip_marks
from site_gen.outputs.privacy.first_look import Text

ID, PHONE, EMAIL, BIRTH, ACCOUNT, LAND, HOLDER, NUMBER, HEALTH = (
    "PRIVACY001", "PRIVACY002", "PRIVACY003", "PRIVACY004", "PRIVACY005", "PRIVACY006", "PRIVACY007", "PRIVACY010", "PRIVACY011"
)  # fmt: skip  # names above, codes below, in one order


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
    looked: Text, signs: Iterable[str], expression: re.Pattern[str], before: int = 0
) -> Iterator[re.Match[str]]:
    """Matches that begin with one of the words: looking for plain words is many times faster than for an expression.

    With `before` the match may begin so many letters before the word.
    """
    text = looked.text
    for sign in signs:
        for place in looked.places_of(sign):
            match = (
                expression.search(text, max(0, place - before), place + 200)
                if before
                else expression.match(text, place)
            )
            if match is not None:
                yield match


def hit_of(code: str, match: re.Match[str], group: str | int = 0, value: str = "") -> Hit:
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


_HIDDEN = "•••"


def digits(text: str) -> str:
    """The digits of a text, full-width ones as ordinary ones."""
    return "".join(str(unicodedata.digit(c)) for c in text if c.isdecimal())


@lru_cache(maxsize=4096)  # official contacts stand on every page
def key(text: str) -> str:
    """What spellings of one value share: `+84 912 345 678` and `0912.345.678`, capitals and marks apart."""
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    if "@" in plain:
        return plain
    letters = re.sub(r"[\W_]", "", strip_marks(plain))
    abroad = re.fullmatch(r"(?:00)?84(?:0?)([235789]\d{8,9})", letters)
    if abroad and (plain.lstrip("( ")[:1] == "+" or letters.startswith("0084") or len(letters) == 11):
        return "0" + abroad[1]
    return letters


def masked(text: str) -> str:
    """A value that its owner recognises and nobody else can use: reports of a build are public."""
    plain = unicodedata.normalize("NFKC", text).strip()
    name, at, domain = plain.partition("@")
    if at:
        return f"{name[:2] if len(name) > 3 else name[:1]}{_HIDDEN}@{domain}"
    letters = "".join(c for c in plain if c.isalnum())
    if not any(c.isdigit() for c in letters):
        return letters[:1] + _HIDDEN  # a name
    if len(letters) >= 10 and letters.isdecimal():
        return letters[:4] + _HIDDEN + letters[-3:]
    return letters[: min(len(letters) // 4, 2)] + _HIDDEN + letters[len(letters) - min(len(letters) // 4, 2) :]

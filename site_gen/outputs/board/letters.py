"""What the shipped font can print: letters it lacks are found before they leave a hole in a sheet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.base.values import Plain, Record, named_values, strings
from site_gen.reading.refusals import Refusal

LETTER = "BOARD001"

BOARD: tuple[Refusal, ...] = (
    Refusal(LETTER, Severity.WARNING, msg("a character cannot be printed on a board sheet"),
            msg("Sheets for the notice board are printed with one font that carries all letters of Vietnamese and the usual signs, so that every printer gives the same page. It has no pictures and no other scripts. The sheet shows □ where such a character stands; the website is not affected. Write it in letters."),
            "note: ☎ gọi bộ phận Một cửa", "note: Gọi bộ phận Một cửa"),
)  # fmt: skip  # a table: code, severity and title in a line, its texts below

LACKING = "□"
"""Stands where a letter of the content is not in the font."""
BREAK = "\u200b"
"""A place at which a line may end though no blank is there."""
_LONG = re.compile(r"\S{25,}")
_SEAM = re.compile(r"(?<=[/._?&=@:;,-])(?=\w)")


@lru_cache(maxsize=4)
def printable(fonts: Path) -> frozenset[str]:
    """The characters that every style of the font has, as `tools/fonts.py` wrote them down."""
    found: set[str] = set()
    for line in (fonts / "characters.txt").read_text(encoding="ascii").split():
        first, last = (int(end, 16) for end in line.split("-"))
        found.update(map(chr, range(first, last + 1)))
    return frozenset(found)


def lacking(value: Plain, known: frozenset[str]) -> set[str]:
    """The characters of plain values that the font lacks; ends of lines and blanks are none."""
    return {char for text in strings(value) for char in text if char not in known and not char.isspace()}


def fitted(value: Plain, known: frozenset[str]) -> Plain:
    """The same values as the font can print them, long addresses with places to break at."""
    if isinstance(value, str):
        text = "".join(char if char in known or char == "\n" else " " if char.isspace() else LACKING for char in value)
        return _LONG.sub(lambda hit: _SEAM.sub(BREAK, hit[0]), text)
    if isinstance(value, Record | Mapping):
        return {key: fitted(inner, known) for key, inner in named_values(value).items()}
    if isinstance(value, list | tuple):
        return [fitted(inner, known) for inner in value]
    return value

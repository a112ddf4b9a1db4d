"""The numbers that Word counts itself: they stand nowhere in the text, yet a plan's rows are called by them.

After ECMA-376 part 1, 17.9: a paragraph names a list (`numId`) and a level (`ilvl`), the list's abstract definition says how each level
is counted and written (`%1.%2.`).
"""

from __future__ import annotations

import re
from dataclasses import field
from typing import Any

from docx.oxml.ns import qn

from site_gen.base.dataclass import dataclass

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip  # a table of pairs
BULLET = "-"


def roman(number: int) -> str:
    """`IV` for 4."""
    out = ""
    for value, letters in _ROMAN:
        while number >= value:
            out, number = out + letters, number - value
    return out


def lettered(number: int) -> str:
    """`a` for 1; Word goes on with `aa` after `z`."""
    letter = chr(ord("a") + (number - 1) % 26)
    return letter * ((number - 1) // 26 + 1)


@dataclass(frozen=True, slots=True)
class _Level:
    format: str = "decimal"
    text: str = "%1."
    start: int = 1


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)


class Numbers:
    """The counters of one document; paragraphs must be asked for in its order."""

    def __init__(self, document: Any) -> None:
        self._lists: dict[str, _List] = {}
        self._of_style: dict[str, tuple[str, int]] = {}
        try:
            numbering = document.part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError):
            return
        abstract = {one.get(qn("w:abstractNumId")): _levels(one) for one in numbering.findall(qn("w:abstractNum"))}
        # Lists of one abstract definition count on together, unless one says where it starts.
        shared: dict[str, _List] = {}
        for one in numbering.findall(qn("w:num")):
            to = one.find(qn("w:abstractNumId")).get(qn("w:val"))
            levels = abstract.get(to, {})
            own = {
                int(over.get(qn("w:ilvl"))): int(start.get(qn("w:val")))
                for over in one.findall(qn("w:lvlOverride"))
                if (start := over.find(qn("w:startOverride"))) is not None
            }
            if own:
                levels = {n: _Level(level.format, level.text, own.get(n, level.start)) for n, level in levels.items()}
                self._lists[one.get(qn("w:numId"))] = _List(levels)
            else:
                self._lists[one.get(qn("w:numId"))] = shared.setdefault(to, _List(levels))
        for style in document.styles.element.findall(qn("w:style")):
            if (found := _named(style.find(qn("w:pPr")))) is not None:
                self._of_style[style.get(qn("w:styleId"))] = found

    def of(self, paragraph: Any) -> str:
        """The number before a paragraph, counted on; empty where it has none."""
        properties = paragraph.find(qn("w:pPr"))
        named = _named(properties)
        if named is None and properties is not None and (style := properties.find(qn("w:pStyle"))) is not None:
            named = self._of_style.get(style.get(qn("w:val")) or "")
        if named is None or named[0] not in self._lists:
            return ""
        counted, depth = self._lists[named[0]], named[1]
        level = counted.levels.get(depth)
        if level is None or level.format == "none":
            return ""
        if level.format == "bullet":
            return BULLET
        counted.counts[depth] = counted.counts.get(depth, level.start - 1) + 1
        for deeper in [n for n in counted.counts if n > depth]:
            del counted.counts[deeper]
        return re.sub(r"%(\d)", lambda hit: self._written(counted, int(hit[1]) - 1, level), level.text)

    @staticmethod
    def _written(counted: _List, depth: int, asked: _Level) -> str:
        level = counted.levels.get(depth, asked)
        number = counted.counts.get(depth, level.start)
        ways = {
            "upperRoman": lambda: roman(number),
            "lowerRoman": lambda: roman(number).lower(),
            "upperLetter": lambda: lettered(number).upper(),
            "lowerLetter": lambda: lettered(number),
            "decimalZero": lambda: f"{number:02d}",
        }
        return ways.get(level.format, lambda: str(number))()


def _levels(abstract: Any) -> dict[int, _Level]:
    out: dict[int, _Level] = {}
    for level in abstract.findall(qn("w:lvl")):
        said = {
            name: element.get(qn("w:val")) or ""
            for name in ("numFmt", "lvlText", "start")
            if (element := level.find(qn(f"w:{name}"))) is not None
        }
        start = said.get("start", "1")
        out[int(level.get(qn("w:ilvl")))] = _Level(
            said.get("numFmt", "decimal"), said.get("lvlText", ""), int(start) if start.isdigit() else 1
        )
    return out


def _named(properties: Any) -> tuple[str, int] | None:
    """The list and the level that properties of a paragraph name; a list 0 means none."""
    found = properties.find(qn("w:numPr")) if properties is not None else None
    if found is None or (number := found.find(qn("w:numId"))) is None:
        return None
    level = found.find(qn("w:ilvl"))
    depth = level.get(qn("w:val")) if level is not None else "0"
    return number.get(qn("w:val")) or "", int(depth or 0)

"""What stands in one cell, taken apart: its number, its lines, several things in one."""

from __future__ import annotations

import re

_OWN_NUMBER = re.compile(r"\s*(\d{1,3}(?:\.\d{1,3})+)\.?\s+(?=\S)|\s*(\d{1,3}(?:\.\d{1,3})+)\.\s*(?=\D)")
_BULLET = re.compile(r"^\s*(?:[-–+•*●○▪]|\d{1,2}[.)](?!\d)|[a-zđ]\))\s*")
_INNER_BULLET = re.compile(r"(?<=[.;:])\s+[-–+]\s+(?=[A-ZĐÀ-Ỹ\d])|(?<=[^\W\d_])\s+[-–+](?=[A-ZĐ][^\s-]+\s)")


def own_number(text: str) -> tuple[str, str]:
    """The number with parts that a text begins with, and the rest: `2.1` and `Tham mưu` for `2.1. Tham mưu`."""
    hit = _OWN_NUMBER.match(text)
    return ((hit[1] or hit[2]), text[hit.end() :].strip()) if hit else ("", text.strip())


def points(text: str) -> list[str]:
    """The points of a cell: its lines and bullets, each as one line; lines that go on with a sentence stay with it."""
    out: list[str] = []
    for line in _INNER_BULLET.sub("\n- ", text).split("\n"):
        words = " ".join(line.split())
        if not words:
            continue
        bare = _BULLET.sub("", words).strip()
        if not bare:
            continue
        if words != bare or not out or not bare[:1].islower():
            out.append(bare)
        else:
            out[-1] += f" {bare}"
    return out


def has_bullets(text: str) -> bool:
    """Whether a text is a list of points."""
    lines = [line for line in _INNER_BULLET.sub("\n- ", text).split("\n") if line.strip()]
    return sum(bool(_BULLET.match(line)) for line in lines) > 1


def things(text: str) -> list[str]:
    """Several things in one cell, as products are: its points, each parted at semicolons."""
    return [thing.strip(" .;,") for point in points(text) for thing in point.split(";") if thing.strip(" .;,")]


def one_line(text: str) -> str:
    """A cell on one line, points parted by semicolons."""
    found = points(text)
    return "; ".join(point.rstrip(" ;.") if len(found) > 1 else point for point in found).strip()

"""The published plans that the content was written from, where they lie beside the repository."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from site_gen.base.vietnamese import fold

_BESIDE = [folder / "shared" / "seeds" for folder in Path(__file__).parents[3:5]]
SEEDS = next((folder for folder in _BESIDE if folder.is_dir()), _BESIDE[0])
NUMBERS = {"cam-giang": "000", "huong-thuy": "001", "hoang-giang": "002", "phu-thuong": "003", "tuy-phuoc": "004"}
with_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="the original wording is not kept in this repository")


@cache
def raw(site: str) -> str:
    """The text of a site's plan, without tags, its tables and marks kept."""
    [path] = SEEDS.glob(f"{NUMBERS[site]}_*.txt")
    return re.sub(r"<[^>]*>", " ", path.read_text(encoding="utf-8"))


@cache
def seed(site: str) -> str:
    """The text of a site's plan, without markup."""
    return raw(site).replace("*", " ")


@cache
def folded(site: str) -> str:
    """The same as words, between blanks."""
    return f" {fold(seed(site))} "


def holds(site: str, text: str) -> bool:
    """Whether the plan says `text`, whatever its marks, dashes and blanks; a page break may cut it once."""
    words = fold(text).split()
    return any(
        f" {' '.join(words[:cut])} " in folded(site)
        and (not words[cut:] or f" {' '.join(words[cut:])} " in folded(site))
        for cut in range(len(words), 0, -1)
    )


def names(site: str) -> set[str]:
    """The people whom the plan names: comrades by name, and who signed."""
    text = seed(site)
    found = set(re.findall(r"(?:đ/c|đồng chí)\s+(\w+(?:\s+[^\W\d_a-zà-ỹ]\w+)?)", text))
    found |= set(re.findall(r"CHỦ TỊCH\s*\n+\s*(\w+(?: \w+){1,3})\s*$", text))
    offices = {"chu", "pct", "ct", "cong", "cac", "lanh", "bi", "pho"}
    cut = {re.sub(r"\s+(?:CC|PCT|VHXH|UBND)\b.*", "", name) for name in found if name[:1].isupper()}
    return {name for name in cut if fold(name).split()[0] not in offices}

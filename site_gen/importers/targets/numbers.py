"""Numbers as cells hold them: money with its words, scores, per cents, counts, codes that Excel made numbers of."""

from __future__ import annotations

import re
from decimal import Decimal

from site_gen.base.vietnamese import fold, show_number
from site_gen.importers.table import Cell
from site_gen.model.figures import Figure

_PLAIN = re.compile(r"[+-]?\d{1,3}(?:[.\s\u00a0]\d{3})+(?:,\d+)?|[+-]?\d+(?:[.,]\d+)?")
_UNIT = re.compile(r"\s*(?:%|đồng|đ|vnđ|vnd|triệu đồng|nghìn đồng|tr\.?\s*đ|triệu|tỷ|điểm)\.?\s*$", re.IGNORECASE)


def figure_in(cell: Cell) -> Figure | None:
    """The number that a cell is, with its own words; None where it is words."""
    if isinstance(cell.value, float):
        return Figure(Decimal(str(cell.value)), cell.line or show_number(Decimal(str(cell.value))))
    line = cell.line
    bare = _UNIT.sub("", line).strip()
    if not bare or not _PLAIN.fullmatch(bare):
        return None
    if re.fullmatch(r"[+-]?\d{1,3}(?:[.\s\u00a0]\d{3})+(?:,\d+)?", bare):
        number = re.sub(r"[.\s\u00a0]", "", bare).replace(",", ".")
    else:
        number = bare.replace(",", ".")
    return Figure(Decimal(number), bare)


def money_unit_of(heading: str) -> str:
    """The unit that a heading of money names: `triệu đồng`; empty where it names none."""
    said = fold(heading)
    for words, unit in (
        ("ty dong", "billion"),
        ("trieu dong", "million"),
        ("nghin dong", "thousand"),
        ("ngan dong", "thousand"),
    ):
        if words in said:
            return unit
    return "dong" if re.search(r"\bdong\b", said) else ""

"""The number of a criterion on a form: in a column of its own, as a figure of Excel's, or in front of the name."""

from __future__ import annotations

import re
from collections.abc import Container
from decimal import Decimal

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.importers.draft import Doubt
from site_gen.importers.table import Cell
from site_gen.importers.targets.scorecard_tree import Number, dotted

_NO = re.compile(r"(?:(?:TCTP|TC|tiêu chí|lĩnh vực|nhiệm vụ)\s*)?(\d{1,2}(?:\.\d{1,2})*)\s*[.):]?", re.IGNORECASE)
_NO_IN_LABEL = re.compile(r"(\d{1,2}(?:\.\d{1,2})+|\d{1,2}(?=[.)]))[.):]*\s+(?=\S)")
_SECTION = re.compile(r"(?:(?:Phần|PHẦN|Mục|MỤC)\s+)?([IVX]{1,5}|[A-HĐ])\s*[.):]?")
_SECTION_IN_LABEL = re.compile(r"(?:(?:Phần|PHẦN|Mục|MỤC)\s+)?([IVX]{1,5}|[A-HĐ])[.):]\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Numbered:
    """What a row calls its criterion.

    Attributes:
        label: Its name without the number.
        number: Its number; empty for a section, and where it has none.
        section: The letter or roman number of a section.
        doubts: What is not sure about it.
    """

    label: str
    number: Number = ()
    section: str = ""
    doubts: tuple[Doubt, ...] = ()


def number_of_criterion(cell: Cell | None, label: str, seen: Container[Number]) -> Numbered:
    """The number of a row.

    Args:
        cell: Its cell of numbers; None where that is empty or there is no such column.
        label: Its name.
        seen: The numbers that stand above it.
    """
    if cell is None:
        if hit := _NO_IN_LABEL.match(label):
            return Numbered(label[hit.end() :].strip(), _parts(hit[1]))
        if hit := _SECTION_IN_LABEL.match(label):
            return Numbered(label[hit.end() :].strip(), section=hit[1])
        return Numbered(label)
    if isinstance(cell.value, float):
        return _of_figure(cell, cell.value, label, seen)
    if hit := _NO.fullmatch(cell.line):
        return Numbered(label, _parts(hit[1]))
    if hit := _SECTION.fullmatch(cell.line):
        return Numbered(label, section=hit[1])
    if len(cell.line) < 4:  # `a)`, `-`
        return Numbered(f"{cell.line} {label}")
    message = msg("this is no number of a criterion; its place in the tree was guessed")
    return Numbered(label, doubts=(Doubt("IMP014", cell.at, cell.line, message),))


def _of_figure(cell: Cell, value: float, label: str, seen: Container[Number]) -> Numbered:
    """Excel makes a number of `1.10`, and drops its zero."""
    number = _parts(str(Decimal(str(value))) if value % 1 else str(int(value)))
    before, full = (number[0], number[-1] * 10 - 1), (number[0], number[-1] * 10)
    if len(number) != 2 or number not in seen or before not in seen:
        return Numbered(label, number)
    message = msg(
        "Excel made a number of this; behind {before} it was taken for {number}",
        before=dotted(before),
        number=dotted(full),
    )
    return Numbered(label, full, doubts=(Doubt("IMP014", cell.at, f"{cell.line} {label}", message),))


def _parts(number: str) -> Number:
    return tuple(int(part) for part in number.split("."))

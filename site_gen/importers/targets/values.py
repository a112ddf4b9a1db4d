"""A cell as the value of a field: what a field of the model takes decides how the cell is read."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache

from pydantic import BaseModel

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message, msg
from site_gen.base.vietnamese import fold, show_date
from site_gen.importers.columns import likeness
from site_gen.importers.table import Cell
from site_gen.importers.targets.cells import names, one_line, points
from site_gen.importers.targets.numbers import figure_in
from site_gen.model.annotations import is_of, parts_of
from site_gen.model.choice import Choice
from site_gen.model.fields import Amount, Day, Lines, PDate, Score, Units, Whole, YesNo

_CODE = re.compile(r"\d\.\d{6}(?:\.\d{3}\.\d\d\.\d\d\.[A-Z]\d\d)?")
_MARKS = {"x", "v", "co", "1", "yes", "true", "✓", "✔", "√"}
_NO_MARKS = {"", "khong", "0", "no", "false", "-"}
DIGITS = 6
"""Digits behind the point of a procedure's code."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a cell was read as; a doubt where that is not sure, and no value where it is nothing of the kind."""

    value: object
    doubt: Message | None = None


def value_of(cell: Cell, model: type[BaseModel], key: str) -> Value:
    """The value of a field out of a cell."""
    kind = field_kind(model, key)
    if cell.remark is not None and not cell.text:
        return Value(None, cell.remark)
    if isinstance(kind, type) and issubclass(kind, Choice):
        return _choice(cell, kind)
    reader = {"code": _code, "day": _day, "whole": _whole, "amount": _amount, "yes_no": _yes_no, "lines": _lines}.get(
        str(kind)
    )
    return reader(cell) if reader else Value(one_line(cell.text))


@cache
def field_kind(model: type[BaseModel], key: str) -> str | type[Choice]:
    """What a field takes: a closed list, `day`, `whole`, `amount`, `yes_no`, `code`, `lines` or `text`."""
    info = model.model_fields[key]
    for part in parts_of(info.annotation):
        if isinstance(part, type) and issubclass(part, Choice):
            return part
    for name, kinds in (("day", (Day, PDate)), ("whole", (Whole,)), ("amount", (Amount, Score)), ("yes_no", (YesNo,))):
        if any(is_of(info, kind) for kind in kinds):
            return name
    if key in ("code", "procedure"):
        return "code"
    return "lines" if any(is_of(info, kind) for kind in (Lines, Units)) else "text"


def _code(cell: Cell) -> Value:
    """A procedure's code; Excel makes numbers of codes and drops their last zeros."""
    if isinstance(cell.value, float):
        text = f"{Decimal(str(cell.value)):.{DIGITS}f}"
        if _CODE.fullmatch(text):
            return Value(text, msg("Excel made a number of the code; it was taken for {code}", code=text))
    if isinstance(cell.value, date):
        return Value(one_line(cell.text), msg("Excel made a day of the code: type it again from the original"))
    text = "".join(cell.text.split()).replace(",", ".")
    if _CODE.fullmatch(text):
        return Value(text)
    found = _CODE.search(cell.text)
    if found:
        return Value(found[0], msg("the cell holds more than a code"))
    return Value(one_line(cell.text), msg("this is not a code such as 1.001193") if cell.text else None)


def _day(cell: Cell) -> Value:
    if isinstance(cell.value, date):
        return Value(show_date(cell.value))
    hit = re.search(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})", cell.text) or re.search(
        r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", cell.line, re.IGNORECASE
    )
    if hit is None:
        return Value(one_line(cell.text), msg("this is not a day") if cell.text else None)
    try:
        return Value(show_date(date(int(hit[3]), int(hit[2]), int(hit[1]))))
    except ValueError:
        return Value(one_line(cell.text), msg("there is no such day"))


def _whole(cell: Cell) -> Value:
    figure = figure_in(cell)
    if figure is None:
        return Value(None, None if fold(cell.text) in _NO_MARKS else msg("this is not a number"))
    if figure.value != int(figure.value):
        return Value(None, msg("this is not a whole number"))
    return Value(str(int(figure.value)))


def _amount(cell: Cell) -> Value:
    figure = figure_in(cell)
    return Value(figure.verbatim) if figure is not None else Value(one_line(cell.text))


def _yes_no(cell: Cell) -> Value:
    says = fold(cell.text) or cell.text.strip().lower()
    if says in _MARKS:
        return Value("có")
    if says in _NO_MARKS:
        return Value(None)
    if re.search(r"\b(?:truc tuyen|toan trinh|mot phan|muc do [34])\b", says):
        return Value("có")
    return Value(None, msg("neither yes nor no"))


def _choice(cell: Cell, kind: type[Choice]) -> Value:
    best = max(kind, key=lambda one: likeness(cell.text, (one.label, one.value)))
    alike = likeness(cell.text, (best.label, best.value))
    if alike >= 0.85:
        return Value(best.value)
    if alike >= 0.5:
        return Value(best.value, msg("taken for “{label}”", label=best.label))
    return Value(None, msg("none of: {labels}", labels=", ".join(one.label for one in kind)))


def _lines(cell: Cell) -> Value:
    found = [name for point in points(cell.text) for name in names(point)]
    return Value(found if len(found) > 1 else "".join(found))

"""What somebody typed into a cell, as a text and as a value of the field; Excel's numbers and days are taken back where that is sure."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Severity
from site_gen.base.messages import Message, msg
from site_gen.base.vietnamese import show_date
from site_gen.editing.yaml_text import Tree
from site_gen.importers.table import number_words
from site_gen.importers.targets.values import DIGITS
from site_gen.importers.workbook.filled import Given
from site_gen.importers.workbook.layout import Field
from site_gen.importers.workbook.views import settled
from site_gen.model.annotations import is_of
from site_gen.model.choice import Choice
from site_gen.model.fields import Amount, Day, Days, Dong, PDate, Percent, Score, Whole, Year
from site_gen.model.refusing import BLANK, WRONG

_DAYS, _DEADLINES = (Day, PDate), ("deadline", "deadline_read_as", "due")
_NUMBERS = (Amount, Dong, Score, Percent, Whole, Days, Year)
_CUT = re.compile(r"\d(?:[.,]\d+)?E\+\d+", re.IGNORECASE)
_CODES = ("code", "procedure", "codes")
_SEVEN_DIGITS = (10**DIGITS, 10 ** (DIGITS + 1))


@dataclass(frozen=True, slots=True)
class Typed:
    """What a cell says.

    Attributes:
        text: Its words, in the form in which cells are compared.
        doubt: What is not sure about them.
        severity: An error where they cannot be used.
    """

    text: str
    doubt: Message | None = None
    severity: Severity = Severity.WARNING

    @property
    def unusable(self) -> bool:
        """Whether the cell must be typed again."""
        return self.doubt is not None and self.severity is Severity.ERROR


def typed_in(given: Given, field: Field) -> Typed:
    """The words of a cell."""
    value = given.value
    if given.lost:
        return Typed("", msg("a formula whose value was not saved: type the value itself"), Severity.ERROR)
    formula = msg("a formula stands here; its value was taken") if given.formula else None
    if isinstance(value, str):
        if _CUT.fullmatch(value.strip()):
            return Typed(
                settled(value),
                msg("Excel cut a number and its last digits are lost: type it again as text"),
                Severity.ERROR,
            )
        return Typed(settled(value), formula, Severity.INFO)
    if isinstance(value, bool):
        return Typed("có" if value else "không", formula, Severity.INFO)
    if isinstance(value, int | float):
        return _number(float(value), given, field, formula)
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        if field.path[-1] in _DEADLINES or any(is_of(field.info, kind) for kind in _DAYS):
            return Typed(show_date(day), formula, Severity.INFO)
        return Typed(
            show_date(day),
            msg("Excel made a day of what was typed: format the cell as text and type it again"),
            Severity.ERROR,
        )
    if value is None:
        return Typed("")
    kind = msg("a time") if isinstance(value, timedelta) else msg("something else than text")
    return Typed(
        str(value),
        msg("Excel made {kind} of what was typed: format the cell as text and type it again", kind=kind),
        Severity.ERROR,
    )


def _number(value: float, given: Given, field: Field, formula: Message | None) -> Typed:
    if any(is_of(field.info, kind) for kind in _NUMBERS):
        words = number_words(round(value * 100, 6)) + "%" if given.percent else number_words(value)
        return Typed(words, formula, Severity.INFO)
    if field.path[-1] in _CODES:
        return _code(value)
    if value == int(value) and abs(value) < 1e15:
        return Typed(str(int(value)), formula, Severity.INFO)
    text = number_words(value).replace(",", ".")
    return Typed(text, msg("Excel made a number of what was typed; it was taken for {text}", text=text))


def _code(value: float) -> Typed:
    """A procedure's code. Excel drops its last zeros, or takes its point for one between thousands."""
    if _SEVEN_DIGITS[0] <= value < _SEVEN_DIGITS[1] and value == int(value):
        value = value / 10**DIGITS
    text = f"{Decimal(str(value)):.{DIGITS}f}"
    if len(text) == DIGITS + 2 and Decimal(text) == Decimal(str(value)):
        return Typed(text, msg("Excel made a number of the code; it was taken for {code}", code=text))
    return Typed(
        number_words(value),
        msg("Excel made a number of the code: format the cell as text and type it again"),
        Severity.ERROR,
    )


def same_value(old: Any, new: str, field: Field) -> bool:
    """Whether what a cell says means the value that is there, however it is spelt: `8.5` that Excel shows as `8,5`."""
    if not isinstance(old, str) or not new:
        return False
    made = []
    for text in (old, new):
        try:
            made.append(_reader(field.info).validate_python(text))
        except ValidationError:
            return False
    first, second = (getattr(one, "value", one) if not isinstance(one, Choice) else one for one in made)
    return bool(first == second)


def value_of_text(text: str, field: Field, old: Any) -> Tree:
    """The value that a cell's words become, in the manner of the one before it."""
    if field.several:
        items = [_worded(line.strip(), field, None) for line in text.split("\n") if line.strip()]
        return items[0] if len(items) == 1 and not isinstance(old, list) else items
    if field.long:
        return text + "\n" if isinstance(old, str) and old.endswith("\n") else text
    return _worded(" ".join(text.split()), field, old)


def _worded(text: str, field: Field, old: Any) -> str:
    """A choice by its label where the value before it is a label, else by its code."""
    if field.choice is None:
        return text
    try:
        chosen = field.choice.read(text)
    except PydanticCustomError:  # `fault_of` tells why
        return text
    labelled = isinstance(old, str) and old not in {choice.value for choice in field.choice}
    return chosen.label if labelled and field.choice.read(chosen.label) is chosen else str(chosen.value)


def fault_of(value: Tree, field: Field) -> Message | None:
    """Why a field does not take a value, and how to write it."""
    if value == BLANK:
        return None
    try:
        _reader(field.info).validate_python(value)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        if first["type"] == WRONG:
            ctx: dict[str, Any] = first["ctx"]
            return msg("{what}; {hint}", what=ctx["message"], hint=ctx["hint"])
        return msg("the value does not fit here")
    return None


_readers: dict[int, TypeAdapter[Any]] = {}


def _reader(info: FieldInfo) -> TypeAdapter[Any]:
    """What reads the values of a field; fields are those of models, which stay, so each is made once."""
    if (found := _readers.get(id(info))) is None:
        of: Any = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
        found = _readers[id(info)] = TypeAdapter(of)
    return found

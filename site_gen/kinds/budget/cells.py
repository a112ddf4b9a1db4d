"""What stands in a cell of a budget table, and how its columns hang together."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.vietnamese import excerpt
from site_gen.model.figures import Figure, amount
from site_gen.model.refusing import typed, wrong

NOTHING = frozenset({"", "-", "–", "—", "x", "X"})


def cell(value: object) -> object:
    """An amount, a percentage, or nothing (`-`, `x`, blank); a minus sign or brackets for what is below zero."""
    if value is None or isinstance(value, Figure):
        return value
    text = typed(value)
    if text in NOTHING:
        return None
    bare = text.removesuffix("%").strip()
    below = re.fullmatch(r"[-–−]\s*(.+)|\((.+)\)", bare)
    figure = amount((below[1] or below[2]) if below else bare)
    assert isinstance(figure, Figure)
    return Figure(-figure.value if below else figure.value, text)


def row_of_cells(value: object) -> object:
    """Cells as a list, or in one line, separated by `|`: `1.200 | 600 | 50`; tabs, semicolons and wide gaps separate them, too."""
    if not isinstance(value, str):
        return value
    sign = next((sign for sign in ("|", "\t", ";") if sign in value), None)
    return [part.strip() for part in (value.split(sign) if sign else re.split(r"\s{2,}", value.strip()))]


Cell = Annotated[
    Figure | None, BeforeValidator(cell), WithJsonSchema({"type": "string", "examples": ["1.250.000", "103,5", "-"]})
]
"""An amount or nothing."""


Cells = Annotated[
    tuple[Cell, ...],
    BeforeValidator(row_of_cells),
    WithJsonSchema(
        {
            "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
            "examples": ["1.200.000 | 610.000 | 50,8"],
        }
    ),
]
"""The cells of a row."""


@dataclass(frozen=True, slots=True)
class Formula:
    """How a column follows from others: `3=2/1` is a percentage, `1=2+3` a sum.

    `terms` are column codes with their signs; of a ratio the first is divided by the second.
    """

    verbatim: str
    ratio: bool
    terms: tuple[tuple[int, str], ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The columns it is made of."""
        return tuple(code for _, code in self.terms)


def formula(value: object) -> object:
    """A formula as the head of an official table states it: `3=2/1`, `1=2+3`, `4=3-2`; the left side may be missing."""
    if isinstance(value, Formula):
        return value
    text = typed(value)
    right = re.sub(r"\s|[x×*]100%?$|%$", "", text.rpartition("=")[2])
    if hit := re.fullmatch(r"(\w+)[/:](\w+)", right):
        return Formula(text, True, ((1, hit[1]), (1, hit[2])))
    if re.fullmatch(r"\w+(?:[+\-–]\w+)+", right):
        parts = re.findall(r"([+\-–]?)(\w+)", right)
        return Formula(text, False, tuple((-1 if sign in ("-", "–") else 1, code) for sign, code in parts))
    wrong(
        msg("`{value}` is not a formula of columns", value=excerpt(text, 40)),
        msg("write `3=2/1` for a percentage or `1=2+3` for a sum, with the numbers of the columns"),
    )


FormulaText = Annotated[Formula, BeforeValidator(formula), WithJsonSchema({"type": "string", "examples": ["3=2/1"]})]
"""A formula in the head of a column."""

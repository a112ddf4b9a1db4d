"""Cells and formulas are read as official tables write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic_core import PydanticCustomError

from site_gen.kinds.budget.cells import Formula, cell, formula, row_of_cells
from site_gen.model.figures import Figure


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1.250.000", "1250000"),
        ("8,5", "8.5"),
        ("103,5%", "103.5"),
        ("-1.250", "-1250"),
        ("(1.250)", "-1250"),
        ("−5", "-5"),
    ],
)
def test_a_figure(written: str, value: str) -> None:
    read = cell(written)
    assert isinstance(read, Figure)
    assert (read.value, read.verbatim) == (Decimal(value), written)


@pytest.mark.parametrize("written", ["", "-", "–", " x ", None])
def test_nothing(written: str | None) -> None:
    assert cell(written) is None


@pytest.mark.parametrize("written", ["50.5", "năm mươi", "1,2,3"])
def test_what_is_no_figure_is_refused(written: str) -> None:
    with pytest.raises(PydanticCustomError):
        cell(written)


def test_a_row_may_stand_in_one_line() -> None:
    assert row_of_cells("1.200 | 600 |-| 50,5") == ["1.200", "600", "-", "50,5"]
    assert row_of_cells(["1.200"]) == ["1.200"]


@pytest.mark.parametrize(
    ("written", "ratio", "terms"),
    [
        ("3=2/1", True, ((1, "2"), (1, "1"))),
        ("2/1", True, ((1, "2"), (1, "1"))),
        ("6 = 4 : 2", True, ((1, "4"), (1, "2"))),
        ("3=2/1x100%", True, ((1, "2"), (1, "1"))),
        ("1=2+3", False, ((1, "2"), (1, "3"))),
        ("5=3-2", False, ((1, "3"), (-1, "2"))),
        ("c=a+b", False, ((1, "a"), (1, "b"))),
    ],
)
def test_a_formula(written: str, ratio: bool, terms: tuple[tuple[int, str], ...]) -> None:
    assert formula(written) == Formula(written, ratio, terms)


@pytest.mark.parametrize("written", ["3", "=", "3=2/1/4", "2+", "cộng"])
def test_what_is_no_formula_is_refused(written: str) -> None:
    with pytest.raises(PydanticCustomError):
        formula(written)

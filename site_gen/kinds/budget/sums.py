"""Which rows add up to which, and where a table's figures do not hold."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from site_gen.base.dataclass import dataclass
from site_gen.base.vietnamese import show_number
from site_gen.kinds.budget.model import Budget, BudgetColumn, BudgetRow, RowKind


@dataclass(frozen=True, slots=True)
class Sum:
    """Row `row` is the sum of the rows `addends`; `partial` where these are only some of its parts."""

    row: int
    addends: tuple[int, ...]
    partial: bool


@dataclass(frozen=True, slots=True)
class Fault:
    """A figure that does not hold: where, what the table says, what it comes to, and the calculation written out."""

    row: int
    column: int
    declared: Decimal
    computed: Decimal
    working: str


def figure(number: Decimal) -> str:
    """A number with a true minus sign."""
    return show_number(number).replace("-", "−")


def keys(budget: Budget) -> tuple[str, ...]:
    """What each row is called when a finding about it is acknowledged: the numbers that lead to it, `A.I.1`."""
    way: list[tuple[int, str]] = []
    out: list[str] = []
    for index, row in enumerate(budget.rows):
        way = [step for step in way if step[0] < row.level]
        own = (row.no or "").rstrip(".")
        above = way[-1][1] if way else ""
        key = own if not above or own.startswith(above + ".") else f"{above}.{own}"
        key = key if own and key not in out else f"dong-{index + 1}"
        way.append((row.level, key))
        out.append(key)
    return tuple(out)


def children(rows: tuple[BudgetRow, ...], index: int) -> tuple[int, ...]:
    """The rows one step below a row."""
    below: list[int] = []
    for other in range(index + 1, len(rows)):
        if rows[other].level <= rows[index].level:
            break
        below.append(other)
    step = min((rows[i].level for i in below), default=0)
    return tuple(i for i in below if rows[i].level == step)


def _beside(rows: tuple[BudgetRow, ...], index: int) -> tuple[int, ...]:
    """The rows that a total without rows of its own adds up: those before it, or after it where it stands first."""
    own = rows[index].level

    def run(way: range) -> tuple[int, ...]:
        out: list[int] = []
        for other in way:
            row = rows[other]
            if row.level < own or (row.level == own and row.kind is RowKind.TOTAL):
                break
            if row.level == own:
                out.append(other)
        return tuple(sorted(out))

    return run(range(index - 1, -1, -1)) or run(range(index + 1, len(rows)))


def sums(budget: Budget) -> Iterator[Sum]:
    """Every row that is a sum of others, at any depth."""
    for index, row in enumerate(budget.rows):
        below = children(budget.rows, index)
        addends = tuple(i for i in below if budget.rows[i].kind is not RowKind.TOTAL)
        if not below and row.kind is RowKind.TOTAL:
            addends = _beside(budget.rows, index)
        if addends:
            yield Sum(index, addends, row.partial)


def is_share(column: BudgetColumn) -> bool:
    """Whether a column holds percentages, which are never added up."""
    return column.formula.ratio if column.formula else "%" in column.label


def value_in(row: BudgetRow, column: int) -> Decimal | None:
    """The figure of a row in a column, counted from 0; None where the cell is blank or not there."""
    cell = row.values[column] if column < len(row.values) else None
    return cell.value if cell else None


def faulty_sums(budget: Budget) -> Iterator[Fault]:
    """Rows whose figure is not the sum of its rows, column by column; blank cells count as nothing."""
    for one in sums(budget):
        for column in range(len(budget.columns)):
            declared = value_in(budget.rows[one.row], column)
            parts = [v for i in one.addends if (v := value_in(budget.rows[i], column)) is not None]
            if is_share(budget.columns[column]) or declared is None or not parts:
                continue
            computed = sum(parts, Decimal(0))
            if computed > declared if one.partial else computed != declared:
                yield Fault(one.row, column, declared, computed, _written([(1, p) for p in parts]))


def _written(parts: list[tuple[int, Decimal]]) -> str:
    text = " ".join(f"{'+' if sign * value >= 0 else '−'} {figure(abs(value))}" for sign, value in parts)
    return text.removeprefix("+ ")


def codes(budget: Budget) -> dict[str, int]:
    """Columns by the code that formulas use."""
    return {column.no or str(index + 1): index for index, column in enumerate(budget.columns)}


def faulty_formulas(budget: Budget) -> Iterator[Fault]:
    """Cells that are not what the formula of their column makes of the others in their row.

    A percentage holds as far as it is written: `33,3` stands for one third.
    """
    known = codes(budget)
    for column, head in enumerate(budget.columns):
        formula = head.formula
        if formula is None or not set(formula.codes) <= {code for code, at in known.items() if at != column}:
            continue
        for index, row in enumerate(budget.rows):
            declared = value_in(row, column)
            values = [value_in(row, known[code]) for code in formula.codes]
            if declared is None:
                continue
            if formula.ratio:
                over, under = values
                if over is None or not under:
                    continue
                computed = _rounded(over / under * 100, declared)
                working = f"{figure(over)} : {figure(under)} × 100"
                share = over / under * 100
                right = abs(share - declared) * 2 <= Decimal(1).scaleb(_exponent(declared))
            else:
                signed = [(sign, v) for (sign, _), v in zip(formula.terms, values, strict=True) if v is not None]
                if not signed:
                    continue
                computed = sum((sign * v for sign, v in signed), Decimal(0))
                working, right = _written(signed), computed == declared
            if not right:
                yield Fault(index, column, declared, computed, working)


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _rounded(number: Decimal, like: Decimal) -> Decimal:
    return number.quantize(Decimal(1).scaleb(min(_exponent(like), -1)), ROUND_HALF_UP)


def total_row(budget: Budget) -> int | None:
    """The row that the amount in words speaks of: the last total, else the only row of the first level."""
    totals = [i for i, row in enumerate(budget.rows) if row.kind is RowKind.TOTAL]
    top = [i for i, row in enumerate(budget.rows) if row.level == 1]
    return totals[-1] if totals else top[0] if len(top) == 1 else None

"""Income against spending: the two totals of a table and what they are made of, beside what was planned."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message, msg
from site_gen.base.values import Address, Record
from site_gen.base.vietnamese import fold
from site_gen.kinds.budget.model import Budget, RowKind, Stage
from site_gen.kinds.budget.moments import url
from site_gen.kinds.budget.sums import children, figure, is_share, value_in
from site_gen.kinds.budget.timetable import BudgetYear
from site_gen.model.entry import Entry
from site_gen.model.figures import MoneyUnit
from site_gen.pages.charts.bars import Bullet, bullet
from site_gen.pages.charts.scale import Axis, Scale, bar_scale
from site_gen.rules.snapshot import Snapshot

MOST_PARTS = 8
"""So many parts of a total are drawn; a table with more of them is read as a table."""
_PLANNED = re.compile(r"du toan|ke hoach")


@dataclass(frozen=True, slots=True)
class Money:
    """A row with its figure in the table's unit, and what was planned where the table says both."""

    label: str
    total: bool
    value: Decimal
    planned: Decimal | None


@dataclass(frozen=True)
class MoneyBar(Record):
    """A row as a bar, with a tick at what was planned."""

    label: str
    total: bool
    value: str
    planned: str | None
    bar: Bullet


@dataclass(frozen=True)
class YearBalance(Record):
    """Income and spending of a year, by the table of the latest stage that holds both."""

    title: str
    url: Address
    finding: str
    rows: tuple[MoneyBar, ...]


@dataclass(frozen=True)
class Balance(Record):
    """Income and spending of a table: what it comes to in words, the bars, their scale."""

    finding: str
    rows: tuple[MoneyBar, ...]
    axis: Axis


def totals(budget: Budget) -> tuple[Money, Money] | None:
    """Total income and total spending; None where the table does not hold both."""
    found = tuple(next(_sides(budget, words), None) for words in ("thu", "chi"))
    income, spending = (_money(budget, index) if index is not None else None for index in found)
    return (income, spending) if income and spending else None


def balance(snapshot: Snapshot, budget: Budget) -> Balance | None:
    """The chart of a table; None where it does not hold both sides."""
    sides = totals(budget)
    if sides is None:
        return None
    rows = [row for words in ("thu", "chi") for row in _with_parts(budget, next(_sides(budget, words)))]
    scale = scale_of(rows)
    unit = _unit(snapshot, budget)
    return Balance(
        snapshot.say(compared(sides[0].value, sides[1].value, unit)),
        tuple(money_bar(snapshot, row, scale, unit) for row in rows),
        scale.axis(figure),
    )


def year_balances(snapshot: Snapshot, years: Iterable[BudgetYear]) -> tuple[YearBalance, ...]:
    """Of each year the latest stage that holds both sides, all on one scale, whichever unit each table counts in."""
    found = [(entry, sides) for year in years if (entry := _latest(year)) and (sides := totals(entry.model))]
    scale = scale_of(_times(row, entry.model.money_unit) for entry, sides in found for row in sides)
    return tuple(
        YearBalance(
            f"{entry.model.year}, {snapshot.word(entry.model.stage)}",
            url(entry.id),
            snapshot.say(compared(sides[0].value, sides[1].value, unit)),
            tuple(money_bar(snapshot, row, scale, unit, entry.model.money_unit) for row in sides),
        )
        for entry, sides in found
        for unit in (_unit(snapshot, entry.model),)
    )


def _latest(year: BudgetYear) -> Entry[Budget] | None:
    """The table of the latest stage of a year that says in which unit it counts and holds both sides."""
    stages = list(Stage)
    newest = sorted(year.entries, key=lambda entry: (stages.index(entry.model.stage), entry.id), reverse=True)
    return next((entry for entry in newest if entry.model.money_unit and totals(entry.model)), None)


def _times(row: Money, unit: MoneyUnit | None) -> Money:
    """A row in đồng."""
    times = unit.in_dong if unit else 1
    return replace(row, value=row.value * times, planned=None if row.planned is None else row.planned * times)


def compared(income: Decimal, spending: Decimal, unit: str) -> Message:
    """Income and spending in one sentence."""
    holes = {"income": _with(figure(income), unit), "spending": _with(figure(spending), unit)}
    gap = _with(figure(abs(income - spending)), unit)
    if income > spending:
        return msg("Income {income}, spending {spending}: {gap} more came in than went out", **holes, gap=gap)
    if income < spending:
        return msg("Income {income}, spending {spending}: {gap} more went out than came in", **holes, gap=gap)
    return msg("Income and spending are equal: {income}", income=holes["income"])


def scale_of(rows: Iterable[Money]) -> Scale:
    """The scale on which all of them can be compared."""
    return bar_scale([value for row in rows for value in (row.value, row.planned) if value is not None])


def money_bar(snapshot: Snapshot, row: Money, scale: Scale, unit: str, counted: MoneyUnit | None = None) -> MoneyBar:
    """A row as its bar; `counted` is the unit of its table where the scale counts in đồng."""
    length = _times(row, counted)
    value = _with(figure(row.value), unit)
    planned = None if row.planned is None else _with(figure(row.planned), unit)
    said = value if planned is None else snapshot.say(msg("{value}, planned {planned}", value=value, planned=planned))
    return MoneyBar(row.label, row.total, value, planned, bullet(scale, length.value, length.planned, text=said))


def _unit(snapshot: Snapshot, budget: Budget) -> str:
    return snapshot.word(budget.money_unit) if budget.money_unit else ""


def _with(number: str, unit: str) -> str:
    return f"{number}\u00a0{unit}" if unit else number


def _sides(budget: Budget, word: str) -> Iterator[int]:
    """The rows of the first level that are the total of income (`thu`), or of spending (`chi`)."""
    other = "chi" if word == "thu" else "thu"
    top = min((row.level for row in budget.rows), default=1)
    for index, row in enumerate(budget.rows):
        words = fold(row.label).split()
        whole = row.kind is RowKind.TOTAL or words[:1] == ["tong"] or bool(children(budget.rows, index))
        if row.level == top and whole and word in words[:3] and other not in words[:3]:
            yield index


def _with_parts(budget: Budget, index: int) -> Iterator[Money]:
    """A total, and below it its parts where they are few enough to be seen."""
    below = children(budget.rows, index)
    for number in (index, *(below if len(below) <= MOST_PARTS else ())):
        if money := _money(budget, number):
            yield money


def _money(budget: Budget, index: int) -> Money | None:
    """A row by the column that says what came of it, and by the one that says what was planned; None where that is not clear.

    Of a table with more than two columns of money nobody can say by their names which of them belong together.
    """
    amounts = [n for n, column in enumerate(budget.columns) if not is_share(column) and not column.formula]
    planned = [n for n in amounts if _PLANNED.search(fold(budget.columns[n].label))]
    if not amounts or len(amounts) > 2:
        return None
    came = next((n for n in reversed(amounts) if n not in planned), amounts[-1])
    row = budget.rows[index]
    value = value_in(row, came)
    if value is None:
        return None
    top = min(row.level for row in budget.rows)
    return Money(
        row.label, row.level == top, value, value_in(row, planned[0]) if planned and came not in planned else None
    )

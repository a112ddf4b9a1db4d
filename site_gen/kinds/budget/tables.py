"""Budget tables as open data: each as it is published, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from site_gen.base.messages import msg
from site_gen.kinds.budget.model import Budget, BudgetRow
from site_gen.kinds.budget.moments import url
from site_gen.kinds.budget.sums import value_in
from site_gen.kinds.budget.timetable import public_since, unit_of
from site_gen.model.entry import Entry
from site_gen.pages.columns import Column, address, column, columns, computed
from site_gen.pages.contributions import Table, entry_table
from site_gen.rules.snapshot import Snapshot


def figures(index: int, label: str) -> Column:
    """The column of figures at an index, counted from 0; called `value_1`, `value_2`, … in files."""

    def number(row: BudgetRow) -> int | float | None:
        value: Decimal | None = value_in(row, index)
        return value if value is None else int(value) if value == value.to_integral_value() else float(value)

    return computed(f"value_{index + 1}", label, number, "number")


def table_of(entry: Entry[Budget]) -> Table:
    """A table as it is published."""
    budget = entry.model
    unit = f" ({budget.money_unit.label})" if budget.money_unit else ""
    return entry_table(
        f"ngan-sach-{entry.id}",
        f"{budget.title}{unit}",
        (
            *columns(BudgetRow, "no", "label", "level", "kind"),
            *(figures(index, head.label) for index, head in enumerate(budget.columns)),
        ),
        budget.rows,
        (entry,),
        shown=(url(entry.id),),
    )


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """Each table, then the list of them, where there are any."""
    entries = snapshot.catalog.all(Budget)
    for entry in entries:
        yield table_of(entry)
    if entries:
        listed = (
            computed("id", "Mã bảng", lambda entry: entry.id, help="Bảng số liệu là tệp `ngan-sach-` và mã này."),
            *columns(Budget, "title", "year", "stage"),
            column(Budget, "unit", lambda entry: unit_of(snapshot.catalog, entry.model)),
            *columns(Budget, "form_no", "money_unit", "due_on"),
            computed("public_since", "Công khai từ", lambda entry: public_since(entry.model), "date"),
            address(lambda entry: url(entry.id)),
        )
        title = snapshot.say(msg("Budget tables by year and stage"))
        yield entry_table("ngan-sach", title, listed, entries, shown=("budget/list.html", "budget/unit_panel.html"))

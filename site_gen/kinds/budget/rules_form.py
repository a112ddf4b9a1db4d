"""What must be true of the form of a budget table: cells for every column, levels, formulas that name columns."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.kinds.budget.model import Budget, RowKind
from site_gen.kinds.budget.sums import children, codes, keys
from site_gen.model.entry import Entry
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

AnyBudget = Entry[Budget]


@rule(
    "BUDGET005",
    msg("a row has too many or too few values"),
    Severity.ERROR,
    Budget,
    wrong='columns: [{label: Dự toán}, {label: Thực hiện}]\nrows: [{label: Tổng thu, values: "1.200"}]',
    right='columns: [{label: Dự toán}, {label: Thực hiện}]\nrows: [{label: Tổng thu, values: "1.200 | 600"}]',
)
def rows_fill_the_columns(entry: AnyBudget, snapshot: Snapshot) -> Iterator[Finding]:
    """Each row has as many values as the table has columns; otherwise figures would stand under the wrong heading."""
    named = keys(entry.model)
    for index, row in enumerate(entry.model.rows):
        if len(row.values) != len(entry.model.columns):
            message = msg(
                "“{row}” has {count} values, the table has {columns} columns",
                row=row.label,
                count=len(row.values),
                columns=len(entry.model.columns),
            )
            hint = msg("part the values with `|` and write `-` where there is none")
            yield Finding(entry.at("rows", index, "values"), message, hint, named[index])


@rule(
    "BUDGET015",
    msg("a row's level does not fit its place"),
    Severity.ERROR,
    Budget,
    wrong="rows:\n  - {label: Tổng thu, level: 1}\n  - {label: Phí, level: 3}",
    right="rows:\n  - {label: Tổng thu, level: 1}\n  - {label: Phí, level: 2}",
)
def levels_follow_each_other(entry: AnyBudget, snapshot: Snapshot) -> Iterator[Finding]:
    """The first row is of level 1, and a row lies at most one level below the row before it."""
    before = 0
    for index, row in enumerate(entry.model.rows):
        if not 1 <= row.level <= before + 1:
            message = msg(
                "“{row}” is of level {level} after one of level {before}",
                row=row.label,
                level=row.level,
                before=before,
            )
            hint = msg("write a level from 1 to {most}", most=before + 1)
            yield Finding(entry.at("rows", index, "level"), message, hint, keys(entry.model)[index])
        before = row.level


@rule(
    "BUDGET016",
    msg("a subtotal has no rows below it"),
    Severity.WARNING,
    Budget,
    wrong="rows:\n  - {label: Cộng thu, kind: cộng nhóm, level: 1}\n  - {label: Phí, level: 1}",
    right="rows:\n  - {label: Cộng thu, kind: cộng nhóm, level: 1}\n  - {label: Phí, level: 2}",
)
def subtotals_have_rows(entry: AnyBudget, snapshot: Snapshot) -> Iterator[Finding]:
    """A subtotal is the sum of the rows below it; where these have the same level, nothing can be added up."""
    for index, row in enumerate(entry.model.rows):
        if row.kind is RowKind.SUBTOTAL and not children(entry.model.rows, index):
            message = msg("nothing lies below “{row}”", row=row.label)
            hint = msg("give its rows a greater `level`, or call it `khoản mục` or `tổng cộng`")
            yield Finding(entry.at("rows", index), message, hint, keys(entry.model)[index])


@rule(
    "BUDGET017",
    msg("a formula names a column that is not there"),
    Severity.ERROR,
    Budget,
    wrong="columns: [{label: Dự toán}, {label: So sánh (%), formula: 3=2/1}]",
    right="columns: [{label: Dự toán}, {label: Thực hiện}, {label: So sánh (%), formula: 3=2/1}]",
)
def formulas_name_columns(entry: AnyBudget, snapshot: Snapshot) -> Iterator[Finding]:
    """Columns are called by their `no`, or counted from 1; a formula cannot speak of itself either."""
    known = codes(entry.model)
    for index, column in enumerate(entry.model.columns):
        own = column.no or str(index + 1)
        wrong = [c for c in column.formula.codes if c not in known or c == own] if column.formula else []
        if wrong:
            message = msg("column {own} cannot be made of column {code}", own=own, code=wrong[0])
            hint = msg("the columns are: {codes}", codes=", ".join(known))
            yield Finding(entry.at("columns", index, "formula"), message, hint, own)


RULES: tuple[Rule, ...] = (rows_fill_the_columns, levels_follow_each_other, subtotals_have_rows, formulas_name_columns)

"""Arithmetic of a budget table: every subtotal, total and percentage is calculated again."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import number_in_words, same_words
from site_gen.kinds.budget.model import Budget, RowKind
from site_gen.kinds.budget.sums import Fault, faulty_formulas, faulty_sums, figure, is_share, keys, total_row
from site_gen.model.entry import Entry
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

AnyBudget = Entry[Budget]


def _wrong_sums(entry: AnyBudget, totals: bool) -> Iterator[tuple[str, Fault]]:
    named = keys(entry.model)
    for fault in faulty_sums(entry.model):
        if (entry.model.rows[fault.row].kind is RowKind.TOTAL) == totals:
            yield named[fault.row], fault


@rule(
    "BUDGET001",
    msg("a row is not the sum of the rows below it"),
    Severity.WARNING,
    Budget,
    wrong='rows:\n  - {no: I, label: Thu hưởng 100%, values: "500"}   # các dòng dưới: 300 + 150 = 450\n  - {no: "1", label: Phí, level: 2, values: "300"}\n  - {no: "2", label: Thu khác, level: 2, values: "150"}',
    right='rows:\n  - {no: I, label: Thu hưởng 100%, values: "450"}\n  - {no: "1", label: Phí, level: 2, values: "300"}\n  - {no: "2", label: Thu khác, level: 2, values: "150"}',
)
def rows_are_the_sum_of_their_rows(entry: AnyBudget, snapshot: Snapshot) -> Iterator[Finding]:
    """A row that has rows below it is their sum, in every column but those of percentages, at any depth.

    Where the rows below are only some of the parts (“trong đó”), say `partial: có`: their sum may then be less,
    never more. Blank cells count as nothing.
    """
    for key, fault in _wrong_sums(entry, totals=False):
        head, row = entry.model.columns[fault.column], entry.model.rows[fault.row]
        declared, computed = figure(fault.declared), figure(fault.computed)
        message = msg(
            "“{row}”, column “{column}”: {declared}, but the rows below add up to {computed}",
            row=row.label,
            column=head.label,
            declared=declared,
            computed=computed,
        )
        hint = msg(
            "check figures and `level`, say `partial: có` if not all parts are listed, or acknowledge it under `anomalies`"
        )
        yield Finding(
            entry.at("rows", fault.row, "values", fault.column), message, hint, key, declared, computed, fault.working
        )


@rule(
    "BUDGET002",
    msg("a total is not the sum of its rows"),
    Severity.WARNING,
    Budget,
    wrong='rows:\n  - {label: Thu, values: "700"}\n  - {label: Bổ sung, values: "300"}\n  - {label: Tổng cộng, kind: tổng cộng, values: "1.100"}',
    right='rows:\n  - {label: Thu, values: "700"}\n  - {label: Bổ sung, values: "300"}\n  - {label: Tổng cộng, kind: tổng cộng, values: "1.000"}',
)
def totals_are_the_sum_of_their_rows(entry: AnyBudget, snapshot: Snapshot) -> Iterator[Finding]:
    """A total adds up the rows below it; without any, the rows beside it on its own level, up to the total before.

    Citizens and the treasury add the column up. Where the published table itself is wrong, keep its figure and
    acknowledge the finding: the page then shows both.
    """
    for key, fault in _wrong_sums(entry, totals=True):
        declared, computed = figure(fault.declared), figure(fault.computed)
        message = msg(
            "“{row}”, column “{column}”: {declared}, but the rows add up to {computed}",
            row=entry.model.rows[fault.row].label,
            column=entry.model.columns[fault.column].label,
            declared=declared,
            computed=computed,
        )
        hint = msg("check the figures and `level`, or acknowledge it under `anomalies`")
        yield Finding(
            entry.at("rows", fault.row, "values", fault.column), message, hint, key, declared, computed, fault.working
        )


@rule(
    "BUDGET003",
    msg("a cell is not what the formula of its column says"),
    Severity.WARNING,
    Budget,
    wrong='formula: 3=2/1\nvalues: "1.200 | 600 | 60"   # 600 : 1.200 là 50 %',
    right='formula: 3=2/1\nvalues: "1.200 | 600 | 50"',
)
def cells_follow_formulas(entry: AnyBudget, snapshot: Snapshot) -> Iterator[Finding]:
    """Official tables say in their head how a column follows from others: `3=2/1` is a percentage, `1=2+3` a sum.

    A percentage may be rounded to the digits with which it is written.
    """
    named = keys(entry.model)
    for fault in faulty_formulas(entry.model):
        head = entry.model.columns[fault.column]
        declared, computed = figure(fault.declared), figure(fault.computed)
        message = msg(
            "“{row}”, column “{column}” ({formula}): {declared}, but it comes to {computed}",
            row=entry.model.rows[fault.row].label,
            column=head.label,
            formula=head.formula.verbatim if head.formula else "",
            declared=declared,
            computed=computed,
        )
        hint = msg("check the figures and the formula, or acknowledge it under `anomalies`")
        yield Finding(
            entry.at("rows", fault.row, "values", fault.column),
            message,
            hint,
            named[fault.row],
            declared,
            computed,
            fault.working,
        )


@rule(
    "BUDGET004",
    msg("the total in words differs from the figure"),
    Severity.WARNING,
    Budget,
    wrong='values: "406"   # triệu đồng\ntotal_words: Bốn trăm sáu mươi triệu đồng',
    right='values: "406"   # triệu đồng\ntotal_words: Bốn trăm linh sáu triệu đồng',
)
def words_are_the_total(entry: AnyBudget, snapshot: Snapshot) -> Iterator[Finding]:
    """The line “Bằng chữ” says the same amount as the total row: in the table's own unit or in full đồng.

    linh/lẻ, nghìn/ngàn and tư/bốn count as one.
    """
    b, row = entry.model, total_row(entry.model)
    column = b.words_column - 1
    if not b.total_words or b.money_unit is None or row is None or not 0 <= column < len(b.rows[row].values):
        return
    cell = b.rows[row].values[column]
    amounts = [(cell.value, b.money_unit.label), (cell.value * b.money_unit.in_dong, "đồng")] if cell else []
    whole = [(int(n), unit) for n, unit in amounts if n == n.to_integral_value() and 0 <= n < 10**18]
    if whole and not any(same_words(b.total_words, n, unit) for n, unit in whole):
        right = f"{number_in_words(whole[0][0])} {whole[0][1]}"
        message = msg(
            "“{words}” is not {figure} {unit}",
            words=b.total_words,
            figure=figure(amounts[0][0]),
            unit=amounts[0][1],
        )
        hint = msg("in words it is “{right}”", right=right.capitalize())
        yield Finding(entry.at("total_words"), message, hint, "total_words", b.total_words, right)


@rule(
    "BUDGET013",
    msg("a column of percentages has no formula"),
    Severity.INFO,
    Budget,
    wrong="columns: [{label: Dự toán}, {label: Thực hiện}, {label: So sánh (%)}]",
    right="columns: [{label: Dự toán}, {label: Thực hiện}, {label: So sánh (%), formula: 3=2/1}]",
)
def shares_can_be_checked(entry: AnyBudget, snapshot: Snapshot) -> Iterator[Finding]:
    """Without its formula a percentage can neither be checked nor understood: percent of what?"""
    for index, column in enumerate(entry.model.columns):
        if is_share(column) and column.formula is None:
            message = msg("“{column}” does not say of what", column=column.label)
            hint = msg("add `formula` as the head of the table states it, for example `3=2/1`")
            yield Finding(entry.at("columns", index), message, hint, column.no or str(index + 1))


RULES: tuple[Rule, ...] = (
    rows_are_the_sum_of_their_rows,
    totals_are_the_sum_of_their_rows,
    cells_follow_formulas,
    words_are_the_total,
    shares_can_be_checked,
)

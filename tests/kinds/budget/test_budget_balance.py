"""Income against spending is drawn where a table says both, and never guessed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from snapshots import edition_of

from site_gen.kinds.budget.balance import Balance, balance, year_balances
from site_gen.kinds.budget.model import Budget
from site_gen.kinds.budget.timetable import years
from site_gen.rules.snapshot import Snapshot

DAY = date(2026, 11, 21)
HEAD = "form_no: 113/CK TC-NSNN\ntitle: Cân đối {year}\nyear: {year}\nstage: {stage}\nmoney_unit: {unit}\n"
COLUMNS = "columns: [{label: Dự toán năm}, {label: Thực hiện}, {label: So sánh (%), formula: 3=2/1}]\n"
ROWS = """rows:
  - {no: A, label: Tổng số thu, values: "100 | 60 | 60"}
  - {no: I, label: Thu xã hưởng, level: "2", values: "40 | 20 | 50"}
  - {no: II, label: Thu bổ sung, level: "2", values: "60 | 40 | 66,7"}
  - {no: B, label: Tổng số chi, values: "100 | 50 | 50"}
  - {no: I, label: Chi thường xuyên, level: "2", values: "90 | 50 | 55,6"}
  - {no: II, label: Dự phòng, level: "2", values: "10 | - | -"}
"""


def table(
    year: str = "2026", stage: str = "q1", unit: str = "triệu đồng", columns: str = COLUMNS, rows: str = ROWS
) -> str:
    """A table of a stage."""
    return HEAD.format(year=year, stage=stage, unit=unit) + columns + rows


def site_of(tmp_path: Path, *tables: str) -> Snapshot:
    """The shared site with some tables."""
    return edition_of(tmp_path, {f"budgets/bieu-{n}.yml": text for n, text in enumerate(tables)}, DAY)


def drawn(tmp_path: Path, text: str) -> Balance | None:
    """The chart of the only table."""
    snapshot = site_of(tmp_path, text)
    (entry,) = snapshot.catalog.all(Budget)
    return balance(snapshot, entry.model)


def test_both_totals_and_their_parts_stand_on_one_scale_with_what_was_planned(tmp_path: Path) -> None:
    chart = drawn(tmp_path, table())

    assert chart is not None
    assert chart.finding == "Thu 60\u00a0triệu đồng, chi 50\u00a0triệu đồng: thu nhiều hơn chi 10\u00a0triệu đồng"
    assert [(row.label, row.total, row.bar.width, row.bar.target) for row in chart.rows] == [
        ("Tổng số thu", True, 60, 100),
        ("Thu xã hưởng", False, 20, 40),
        ("Thu bổ sung", False, 40, 60),
        ("Tổng số chi", True, 50, 100),
        ("Chi thường xuyên", False, 50, 90),
    ]


def test_an_estimate_alone_has_no_tick(tmp_path: Path) -> None:
    rows = "rows: [{label: Tổng số thu, values: '7'}, {label: Tổng số chi, values: '7'}]\n"
    chart = drawn(tmp_path, table(stage="approved", columns="columns: [{label: Dự toán}]\n", rows=rows))

    assert chart is not None
    assert [(row.value, row.planned, row.bar.target) for row in chart.rows] == [("7\u00a0triệu đồng", None, None)] * 2
    assert chart.finding == "Thu bằng chi: 7\u00a0triệu đồng"


@pytest.mark.parametrize(
    "text",
    [
        table(rows=ROWS[: ROWS.index("  - {no: B")]),
        table(
            columns="columns: [{label: Dự toán NSNN}, {label: Dự toán xã}, {label: Quyết toán xã}]\n",
            rows="rows: [{label: Tổng số thu, values: '7|6|5'}, {label: Tổng số chi, values: '7|6|5'}]\n",
        ),
        table(columns="columns: [{label: So sánh (%)}]\n", rows="rows: [{label: Tổng số thu, values: '7'}]\n"),
    ],
    ids=["one side only", "which columns belong together is not clear", "shares only"],
)
def test_what_is_not_clear_is_not_drawn(tmp_path: Path, text: str) -> None:
    assert drawn(tmp_path, text) is None


def test_more_was_spent_than_came_in(tmp_path: Path) -> None:
    rows = "rows: [{label: Tổng thu, values: '5'}, {label: Tổng chi, values: '9'}]\n"
    chart = drawn(tmp_path, table(columns="columns: [{label: Quyết toán}]\n", rows=rows))

    assert chart is not None
    assert chart.finding.endswith("chi nhiều hơn thu 4\u00a0triệu đồng")


def test_years_are_compared_in_the_same_money_by_their_latest_stage(tmp_path: Path) -> None:
    thousands = ROWS.replace('"', "'")
    snapshot = site_of(
        tmp_path,
        table(),
        table(stage="h1"),
        table(year="2025", stage="final_accounts", unit="nghìn đồng", rows=thousands),
    )
    this, last = year_balances(snapshot, years(snapshot.catalog))

    assert (this.title, last.title) == ("2026, thực hiện 06 tháng", "2025, quyết toán")
    assert [row.bar.width for row in (*this.rows, *last.rows)] == [60, 50, 0.06, 0.05]


def test_without_tables_there_is_nothing(tmp_path: Path) -> None:
    assert year_balances(site_of(tmp_path), ()) == ()

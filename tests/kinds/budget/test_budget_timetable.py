"""Which stages are expected and when, by the rule of the year."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from site_folders import BASE_SITE, lay_out, read_site

from site_gen.joined.lives import agenda_of_kind, changes_of_kind, disclosures_of_kind
from site_gen.kinds.budget import KIND
from site_gen.kinds.budget.model import Budget, Stage
from site_gen.kinds.budget.timetable import last_day, missing_after, years
from site_gen.model.catalog import Catalog
from site_gen.rules.snapshot import Snapshot


def entry(year: int, stage: str, extra: str = "") -> str:
    return (
        f"form_no: 1\ntitle: Biểu {year} {stage}\nyear: {year}\nstage: {stage}\nmoney_unit: đồng\n"
        f'columns: [{{label: Số tiền}}]\nrows: [{{label: Tổng, values: "1"}}]\nexplanation: Có.\n{extra}'
    )


def catalog(tmp_path: Path, **entries: str) -> Catalog:
    site = lay_out(tmp_path / "site", (BASE_SITE,))
    (site / "budgets").mkdir()
    for name, text in entries.items():
        (site / "budgets" / f"{name}.yml").write_text(text, encoding="utf-8")
    read = read_site(site).catalog
    assert read is not None
    return read


def test_a_year_with_one_stage_is_not_yet_in_use(tmp_path: Path) -> None:
    found = catalog(tmp_path, a=entry(2026, "h1"))
    assert [y.absent for y in years(found)] == [()]
    assert list(changes_of_kind(Snapshot(found, date(2026, 7, 15)), KIND)) == []


def test_from_the_second_stage_on_each_absent_one_has_its_day(tmp_path: Path) -> None:
    found = catalog(tmp_path, a=entry(2026, "approved"), b=entry(2026, "h1"))
    (year,) = years(found)
    assert year.missing(date(2026, 7, 31)) == (Stage.SUBMITTED, Stage.Q1)
    assert year.missing(date(2028, 1, 1)) == (Stage.SUBMITTED, Stage.Q1, Stage.M9, Stage.YEAR, Stage.FINAL_ACCOUNTS)
    changes = {t.day for t in changes_of_kind(Snapshot(found, date(2026, 7, 31)), KIND)}
    assert changes == {missing_after(2026, s) + timedelta(1) for s in (Stage.M9, Stage.YEAR, Stage.FINAL_ACCOUNTS)}


def test_the_agenda_tells_what_is_missing_and_what_is_due(tmp_path: Path) -> None:
    found = catalog(tmp_path, a=entry(2026, "approved"), b=entry(2026, "h1", "due_on: 10/07/2026\n"))
    listed = [(a.state, a.when, a.days) for a in agenda_of_kind(Snapshot(found, date(2026, 10, 10)), KIND)]
    assert listed == [
        ("missing", date(2025, 12, 31), 283),
        ("missing", date(2026, 4, 30), 163),
        ("due", date(2026, 10, 30), 20),
        ("late", date(2026, 7, 10), 92),
    ]


@pytest.mark.parametrize(
    ("year", "stage", "resolution", "last"),
    [
        (2025, "q1", "", date(2025, 4, 15)),
        (2025, "m9", "", date(2025, 10, 15)),
        (2025, "approved", "20/12/2024", date(2025, 1, 19)),
        (2025, "final_accounts", "10/07/2026", date(2026, 8, 9)),
        (2025, "submitted", "02/12/2024", date(2024, 12, 9)),
        (2025, "submitted", "", None),
        (2025, "year", "", None),
        (2026, "q1", "", None),
    ],
)
def test_the_last_day_of_the_old_circular(
    tmp_path: Path, year: int, stage: str, resolution: str, last: date | None
) -> None:
    extra = f"resolution:\n  title: Nghị quyết\n  date: {resolution}\n" if resolution else ""
    found = catalog(tmp_path, a=entry(year, stage, extra))
    assert last_day(found.all(Budget)[0].model, found.site) == last


def test_duties_know_it_by_its_stage_and_period(tmp_path: Path) -> None:
    found = catalog(
        tmp_path,
        a=entry(2026, "q1", "posted_from: 10/04/2026\nposted_to: 11/05/2026\npublished_at: 12/04/2026\n"),
        b=entry(2025, "final_accounts").replace("explanation: Có.\n", ""),
    )
    first, second = disclosures_of_kind(Snapshot(found, date(2026, 7, 15)), KIND)
    assert (first.topic, str(first.period), first.published, first.until) == (
        "budget/q1",
        "quý I/2026",
        date(2026, 4, 10),
        date(2026, 5, 11),
    )
    assert (first.forms, first.complete) == (("web", "board"), True)
    assert (second.topic, str(second.period), second.complete) == ("budget/final_accounts", "năm 2025", False)


def test_an_index_stands_where_there_is_no_budget() -> None:
    empty = read_site(BASE_SITE).catalog
    assert empty is not None
    assert [page.url for page in KIND.pages(Snapshot(empty, date(2023, 5, 1)))] == ["ngan-sach/index.html"]

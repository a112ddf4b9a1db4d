"""A series of reports: what fills a gap, what stands late, which days change a page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from site_folders import BASE_SITE, lay_out, read_site

from site_gen.joined.lives import agenda_of_kind, changes_of_kind, disclosures_of_kind
from site_gen.kinds.report import KIND
from site_gen.kinds.report.model import Report, ReportType
from site_gen.kinds.report.moments import ON_TIME, OPEN, OVERDUE, SENT, SENT_LATE, UNDATED, life_of
from site_gen.kinds.report.rules import mentioned
from site_gen.kinds.report.series import Series, series
from site_gen.model.catalog import Catalog
from site_gen.pages.life import State
from site_gen.rules.snapshot import Snapshot


def catalog(tmp_path: Path, **entries: str) -> Catalog:
    site = lay_out(tmp_path / "site", (BASE_SITE,))
    (site / "reports").mkdir()
    for name, text in entries.items():
        head = f"---\ntitle: Báo cáo {name}\ntype: par\n{text}---\n"
        (site / "reports" / f"{name}.md").write_text(head, encoding="utf-8")
    read = read_site(site).catalog
    assert read is not None
    return read


@pytest.mark.parametrize(
    ("more", "day", "expected"),
    [
        ("due: 15/03/2023\nsent_on: 15/03/2023\n", date(2023, 4, 1), ON_TIME),
        ("due: 15/03/2023\nsent_on: 16/03/2023\n", date(2023, 4, 1), SENT_LATE),
        ("sent_on: 16/03/2023\n", date(2023, 4, 1), SENT),
        ("due: 15/03/2023\npublished_at: 16/03/2023\n", date(2023, 4, 1), UNDATED),
        ("due: 15/03/2023\n", date(2023, 3, 15), OPEN),
        ("due: 15/03/2023\n", date(2023, 3, 16), OVERDUE),
        ("", date(2023, 4, 1), OPEN),
    ],
)
def test_how_a_report_stands(more: str, day: date, expected: State, tmp_path: Path) -> None:
    found = catalog(tmp_path, a=f"period: quý I/2023\n{more}")
    (entry,) = found.all(Report)
    assert life_of(Snapshot(found, day), entry).state(day) is expected


def gaps(tmp_path: Path, *periods: str) -> list[str]:
    entries = {f"r{i}": f"period: {p}\n" for i, p in enumerate(periods)}
    (one,) = series(catalog(tmp_path, **entries))
    return [period.key for period, _ in one.gaps()]


@pytest.mark.parametrize(
    ("periods", "missing"),
    [
        (("2023-q1", "2023-q2", "2023-q4"), ["2023-q3"]),
        (("2023-q1", "2023-h1", "2023-9m", "2023", "2024-q1"), []),
        (("2023-q1", "2023-h1", "2023", "2024-q1"), ["2023-q3"]),
        (("2023-01", "2023-04"), ["2023-02", "2023-03"]),
        (("2021", "2023"), ["2022"]),
        (("2021-9m", "2023-9m"), ["2022-9m"]),
        (("2020-q1", "2023-q1"), []),
        (("2023-q4",), []),
    ],
)
def test_gaps(tmp_path: Path, periods: tuple[str, ...], missing: list[str]) -> None:
    assert gaps(tmp_path, *periods) == missing


def test_no_entry_no_series() -> None:
    assert list(Series(ReportType.PAR, "ubnd-xa", ()).gaps()) == []


@pytest.mark.parametrize(
    ("title", "periods"),
    [
        ("Báo cáo CCHC quý II năm 2026", ["2026-q2"]),
        ("Báo cáo Quý 3/2025", ["2025-q3"]),
        ("Báo cáo quý IV", ["2026-q4"]),
        ("Báo cáo quý II và 6 tháng đầu năm 2026", ["2026-q2", "2026-h1"]),
        ("Báo cáo 9 tháng năm 2026", ["2026-9m"]),
        ("Báo cáo chín tháng đầu năm", ["2026-9m"]),
        ("Báo cáo tháng 03 năm 2026", ["2026-03"]),
        ("Báo cáo theo Công văn ngày 9 tháng 5 năm 2026", []),
        ("Báo cáo theo Công văn ngày 09/5/2026", []),
        ("Báo cáo công tác năm 2026", []),
    ],
)
def test_what_a_title_speaks_of(title: str, periods: list[str]) -> None:
    assert [p.key for p in mentioned(title, 2026)] == periods


def test_agenda_and_days_to_come(tmp_path: Path) -> None:
    found = catalog(
        tmp_path,
        a="period: 2023-q1\ndue: 15/03/2023\n",
        b="period: 2023-q2\ndue: 15/06/2023\n",
        c="period: 2022-q3\nsent_on: 15/09/2022\n",
    )
    listed = [(a.state, a.when, a.days) for a in agenda_of_kind(Snapshot(found, date(2023, 5, 20)), KIND)]
    assert listed == [
        ("late", date(2023, 3, 15), 66),
        ("due", date(2023, 6, 15), 26),
        ("missing", date(2022, 12, 31), None),
    ]
    assert [t.day for t in changes_of_kind(Snapshot(found, date(2023, 5, 20)), KIND)] == [date(2023, 6, 16)]
    assert list(changes_of_kind(Snapshot(found, date(2023, 6, 16)), KIND)) == []


def test_what_is_only_announced_is_not_yet_disclosed(tmp_path: Path) -> None:
    found = catalog(
        tmp_path,
        a="period: 2023-q1\ndue: 15/03/2023\n",
        b="period: 2022\nsent_on: 14/12/2022\npublished_at: 16/12/2022\n",
    )
    (disclosed,) = disclosures_of_kind(Snapshot(found, date(2023, 5, 20)), KIND)
    assert (disclosed.topic, disclosed.created, disclosed.published, str(disclosed.period), disclosed.complete) == (
        "report/par",
        date(2022, 12, 14),
        date(2022, 12, 16),
        "năm 2022",
        False,
    )


def test_an_index_stands_where_there_is_no_report() -> None:
    empty = read_site(BASE_SITE).catalog
    assert empty is not None
    assert [page.url for page in KIND.pages(Snapshot(empty, date(2023, 5, 1)))] == ["bao-cao/index.html"]

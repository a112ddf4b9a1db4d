"""The order of periods, what is missing in it and what is due next."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from snapshots import edition_of

from site_gen.kinds.dossier_statistics.moments import lives
from site_gen.kinds.dossier_statistics.pages import pages
from site_gen.kinds.dossier_statistics.series import due_on, outstanding, running, year_to_date
from site_gen.model.period import Period
from site_gen.pages.life import agenda, scheduled_changes
from site_gen.rules.snapshot import Snapshot

ROW = "rows:\n  - unit: Văn phòng\n    received_online: {n}\n    done_on_time: {n}\n"


def files(*periods: str) -> dict[str, str]:
    return {f"dossiers/{n}.yml": f"period: {p}\n" + ROW.format(n=10 + n) for n, p in enumerate(periods)}


def test_figures_are_due_in_the_middle_of_the_next_month() -> None:
    assert due_on(Period.of(2023, 12)) == date(2024, 1, 15)
    assert due_on(Period.of(2023, 1, 3)) == date(2023, 4, 15)


def test_months_run_and_a_year_stands_beside(tmp_path: Path) -> None:
    snapshot = edition_of(tmp_path, files("tháng 2/2023", "năm 2022", "tháng 1/2023"), date(2023, 3, 1))
    assert [m.period.key for m in running(snapshot.catalog)] == ["2023-01", "2023-02"]


def test_a_gap_is_missing_and_a_late_month_is_late(tmp_path: Path) -> None:
    snapshot = edition_of(tmp_path, files("tháng 1/2023", "tháng 3/2023"), date(2023, 6, 10))
    assert [(a.state, a.when, a.days) for a in agenda(snapshot, lives(snapshot))] == [
        ("missing", date(2023, 3, 15), None),
        ("late", date(2023, 5, 15), 26),
        ("due", date(2023, 6, 15), 5),
    ]


def test_a_month_that_has_not_ended_is_not_asked_for(tmp_path: Path) -> None:
    snapshot = edition_of(tmp_path, files("tháng 1/2023"), date(2023, 2, 28))
    assert list(agenda(snapshot, lives(snapshot))) == []


def test_a_series_that_has_ended_is_not_late(tmp_path: Path) -> None:
    series = running(edition_of(tmp_path, files("tháng 1/2023"), date(2023, 3, 1)).catalog)
    assert len(outstanding(series, date(2023, 12, 31), None)) == 10
    assert outstanding(series, date(2025, 12, 31), None) == []
    assert [p.key for p in outstanding(series, date(2023, 12, 31), date(2023, 3, 31))] == ["2023-02", "2023-03"]


def test_sums_since_january_add_flows_and_keep_the_stocks_of_both_ends(tmp_path: Path) -> None:
    months = {
        "dossiers/1.yml": "period: 2023-01\nrows:\n  - {unit: Văn phòng, carried_over: 4, received_direct: 6, "
        "done_early: 7, pending_in_time: 3}\n",
        "dossiers/2.yml": "period: 2023-02\nrows:\n  - {unit: Văn phòng, carried_over: 3, received_direct: 9, "
        "done_early: 10, pending_in_time: 2}\n",
    }
    series = running(edition_of(tmp_path, months, date(2023, 3, 1)).catalog)
    members, units = year_to_date(series[-1], series)
    assert len(members) == 2
    total = units["van-phong"]
    assert (total.to_do, total.accounted, total.pending, total.done) == (19, 19, 2, 17)


def test_the_overview_changes_by_itself_on_the_foretold_days_and_on_no_other(tmp_path: Path) -> None:
    snapshot = edition_of(tmp_path, files("tháng 1/2023"), date(2023, 2, 10))
    foretold = [change.day for change in scheduled_changes(snapshot, lives(snapshot))]
    assert foretold[:2] == [date(2023, 3, 16), date(2023, 4, 16)]
    seen = next(iter(pages(snapshot))).context
    for n in range(1, 500):
        day = snapshot.as_of + timedelta(n)
        now = next(iter(pages(Snapshot(snapshot.catalog, day)))).context
        assert (now != seen) == (day in foretold), day
        seen = now

"""A plan's year as a picture: each item once, on its last day."""

from __future__ import annotations

import runpy
from datetime import date
from pathlib import Path

from snapshots import edition_of

from site_gen.kinds.plan.views import shows
from site_gen.kinds.plan.year import YearOfPlan, year_of_plan

FILES: dict[str, str] = runpy.run_path(str(Path(__file__).parent / "life_files.py"))["FILES"]


def years(tmp_path: Path, day: date, files: dict[str, str] = FILES) -> dict[str, YearOfPlan | None]:
    """The pictures of all plans on a day, by the plan's id."""
    return {show.id: year_of_plan(show) for show in shows(edition_of(tmp_path, files, day))}


def test_each_item_with_a_last_day_is_drawn_once_and_the_others_are_counted(tmp_path: Path) -> None:
    year = years(tmp_path, date(2026, 7, 1))["co-bao-cao"]

    assert year is not None
    assert [column.count for column in year.chart.columns] == [0, 0, 0, 0, 0, 1, 0, 0, 2, 0, 0, 1]
    assert (year.undated, year.chart.outside) == (1, 0)
    assert year.counts == {"done": 0, "run": 0, "soon": 0, "late": 1, "calm": 3}
    assert year.finding == "Đến hạn nhiều nhất vào tháng 09/2026: 2 trong 4 việc"


def test_a_plan_without_days_has_no_picture(tmp_path: Path) -> None:
    files = {
        **FILES,
        "plans/nam-nay/tasks.yml": "tasks:\n  - {id: a, area: I, text: Hướng dẫn, deadline: Thường xuyên}\n",
    }

    assert years(tmp_path, date(2026, 7, 1), files)["nam-nay"] is None


def test_where_no_month_stands_out_none_is_named(tmp_path: Path) -> None:
    tasks = "tasks:\n" + "".join(
        f"  - {{id: {id}, area: I, text: Rà soát {id}, deadline: tháng {month}/2026}}\n"
        for id, month in (("a", 3), ("b", 5))
    )
    year = years(tmp_path, date(2026, 2, 1), {**FILES, "plans/nam-nay/tasks.yml": tasks})["nam-nay"]

    assert year is not None
    assert year.finding == "Việc của kế hoạch đến hạn khi nào"


def test_the_picture_itself_does_not_go_by_the_day(tmp_path: Path) -> None:
    """Where today stands is drawn by the page, which knows the day of building from its frame."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()

    assert years(tmp_path / "a", date(2026, 7, 1)) == years(tmp_path / "b", date(2026, 7, 2))

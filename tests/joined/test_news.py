"""What the page of news by unit says of a unit without any: late once the year is over, and nothing of years it never saw."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from plain import plain
from site_folders import BASE_SITE, lay_out, read_site

from site_gen.joined.news import news_pages
from site_gen.rules.snapshot import Snapshot

ITEM = "---\ntitle: Tin {n}\ndate: {day}\nunit: {unit}\n---\nBà con đến xem.\n"
TU_PHAP = "name: Tư pháp - Hộ tịch\ntype: bộ phận\nlevel: nội bộ\nvalid_from: 01/01/2025\nparents:\n  - unit: ubnd-xa\n"


@pytest.mark.parametrize(("day", "running"), [(date(2026, 12, 31), "calm"), (date(2027, 1, 1), "late")])
def test_a_nought_is_calm_while_the_year_runs_and_late_afterwards(tmp_path: Path, day: date, running: str) -> None:
    root = lay_out(tmp_path / "site", [BASE_SITE])
    (root / "news").mkdir()
    (root / "units" / "tu-phap.yml").write_text(TU_PHAP, encoding="utf-8")
    for n, told in enumerate(("10/3/2024", "10/3/2025", "10/3/2026", "11/3/2026")):
        text = ITEM.format(n=n, day=told, unit="van-phong")
        (root / "news" / f"tin-{n}.md").write_text(text, encoding="utf-8")
    catalog = read_site(root).catalog
    assert catalog is not None
    (page,) = news_pages(Snapshot(catalog, day))
    rows = plain(page.context)["rows"]
    assert isinstance(rows, list)
    assert plain(page.context)["years"] == [2026, 2025, 2024]
    shown = {
        row["id"]: [(cell["n"], cell["state"] and cell["state"]["family"]) for cell in row["cells"]] for row in rows
    }
    assert shown["tu-phap"] == [(0, running), (0, "late"), (0, None)]
    assert [n for n, _ in shown["van-phong"]] == [2, 1, 1]

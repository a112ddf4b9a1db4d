"""A plan of more rows than a page has room for: its first page keeps to its tasks, and still says of each who and by when."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from builds import built
from site_folders import BASE_SITE, lay_out

from site_gen.base.diagnostics import Severity
from site_gen.kinds.plan.views import MOST_ROWS

LEADS = ("Tư pháp - Hộ tịch", "Văn phòng UBND xã")


def _tasks(count: int) -> str:
    rows = (
        f'  - {{id: v{n}, no: "{n}", area: I, text: Việc thứ {n}, lead: [{", ".join(LEADS)}], deadline: Quý I/2023}}\n'
        for n in range(count)
    )
    return "headings: {row: STT, task: Nội dung, lead: Cơ quan thực hiện, deadline: Thời gian}\ntasks:\n" + "".join(
        rows
    )


def _pages(tmp_path: Path, count: int) -> tuple[str, str]:
    """The plan's first page, and that of its documents."""
    site = lay_out(tmp_path / "site", (BASE_SITE,))
    folder = site / "plans" / "ke-hoach"
    (folder / "tasks.yml").write_text(_tasks(count), encoding="utf-8")
    for report in (folder / "progress").glob("*.yml"):
        report.unlink()
    duty = "duties:\n  - {unit: Tư pháp - Hộ tịch, duty: Tổng hợp kết quả.}\n"
    plan = (folder / "plan.md").read_text(encoding="utf-8").replace("number: ", f"{duty}number: ", 1)
    (folder / "plan.md").write_text(plan, encoding="utf-8")
    outcome = built(site, tmp_path / "out")
    assert outcome.published is not None, [d for d in outcome.found if d.severity is Severity.ERROR]
    pages = [tmp_path / "out" / "ke-hoach" / name for name in ("ke-hoach.html", "ke-hoach/van-ban.html")]
    first, documents = (page.read_text(encoding="utf-8") for page in pages)
    return first, documents


@pytest.mark.parametrize("count", [3, MOST_ROWS + 1])
def test_the_table_of_every_plan_says_who_and_by_when(count: int, tmp_path: Path) -> None:
    first, _ = _pages(tmp_path, count)
    table = first[first.index('class="cards list"') :]
    assert re.findall(r'<th scope="col">([^<]+)', table)[:4] == ["STT", "Nội dung", "Cơ quan thực hiện", "Thời gian"]
    assert table.count('data-l="Cơ quan thực hiện">Tư pháp - Hộ tịch; Văn phòng UBND xã<') == count
    assert table.count('data-l="Thời gian">Quý I/2023<') == count


@pytest.mark.parametrize("count", [3, MOST_ROWS + 1])
def test_what_a_plan_says_besides_its_tasks_stands_with_its_documents(count: int, tmp_path: Path) -> None:
    first, documents = _pages(tmp_path, count)
    assert ("Tổng hợp kết quả." in first, "Tổng hợp kết quả." in documents) == (False, True)

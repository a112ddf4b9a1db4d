"""What pages of statistics say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from snapshots import edition_of

from site_gen.kinds.dossier_statistics.moments import lives
from site_gen.kinds.dossier_statistics.pages import Index, Whole, pages, panels
from site_gen.kinds.dossier_statistics.series import running
from site_gen.kinds.dossier_statistics.views import Declared, services
from site_gen.pages.life import disclosures
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Link

MONTHS = {
    "dossiers/2023-02.yml": """period: tháng 2/2023
published_at: 10/3/2023
rows:
  - {unit: Văn phòng, field: Hộ tịch, received_online: 20, done_on_time: 20, digitised_result: 15}
  - {unit: Văn phòng, field: Chứng thực, received_online: 30, done_on_time: 30}
  - {unit: Tư pháp - Hộ tịch, received_direct: 9, done_on_time: 8, pending_late: 1, apologised: 1, late_reason: Chờ xác minh}
""",
    "dossiers/2023-03.yml": """period: tháng 3/2023
rows:
  - {unit: Văn phòng, received_online: 10, done_on_time: 10}
  - {unit: Tư pháp - Hộ tịch, carried_over: 1, received_direct: 9, done_on_time: 9, done_late: 1, late_reason: Chờ xác minh}
total_declared: {received_online: 12}
""",
}
DAY = date(2023, 4, 20)


def all_pages(tmp_path: Path) -> dict[str, Page]:
    return {page.url: page for page in pages(edition_of(tmp_path, MONTHS, DAY))}


def march(tmp_path: Path) -> Whole:
    context = all_pages(tmp_path)["thong-ke/2023-03.html"].context
    assert isinstance(context, Whole)
    return context


def test_without_statistics_the_section_is_there_and_empty(tmp_path: Path) -> None:
    (page,) = pages(edition_of(tmp_path, {}, DAY))
    assert isinstance(page.context, Index)
    assert (page.url, page.context.latest) == ("thong-ke/index.html", None)


def test_there_is_a_page_for_each_period(tmp_path: Path) -> None:
    assert set(all_pages(tmp_path)) == {"thong-ke/index.html", "thong-ke/2023-02.html", "thong-ke/2023-03.html"}


def test_units_without_late_dossiers_are_named(tmp_path: Path) -> None:
    assert march(tmp_path).without_late == (Link("Văn phòng UBND xã", "don-vi/van-phong.html"),)


def test_what_was_late_before_is_not_newly_late(tmp_path: Path) -> None:
    assert [(row.done_late, row.newly) for row in march(tmp_path).late] == [(1, 0)]


def test_a_declared_total_that_differs_is_shown_with_the_sum(tmp_path: Path) -> None:
    assert march(tmp_path).declared == (Declared("Tiếp nhận trực tuyến", "12", "10"),)


def test_a_share_counts_only_the_rows_that_state_it(tmp_path: Path) -> None:
    snapshot = edition_of(tmp_path, MONTHS, DAY)
    office = services(snapshot, running(snapshot.catalog)[0]).rows[0]
    assert [cell.part for cell in office.cells] == ["50/50", "15/20"]


def test_each_unit_has_its_panel_and_each_period_its_disclosure(tmp_path: Path) -> None:
    snapshot = edition_of(tmp_path, MONTHS, DAY)
    assert [p.subject for p in panels(snapshot)] == [("site", "home"), ("unit", "van-phong"), ("unit", "tu-phap")]
    assert [(d.topic, d.url, d.published, d.complete) for d in disclosures(snapshot, lives(snapshot))] == [
        ("dossier_statistics", "thong-ke/2023-02.html", date(2023, 3, 10), True),
        ("dossier_statistics", "thong-ke/2023-03.html", None, True),
    ]

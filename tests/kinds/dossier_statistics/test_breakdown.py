"""Nothing that is hidden on the page stands in the open data, in a sum or in a share."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from snapshots import edition_of

from site_gen.base.messages import msg, say
from site_gen.kinds.dossier_statistics.breakdown import breakdown
from site_gen.kinds.dossier_statistics.series import running
from site_gen.kinds.dossier_statistics.tables import tables
from site_gen.kinds.dossier_statistics.views import blocks
from site_gen.rules.snapshot import Snapshot

UNDER, HIDDEN = say(msg("under {n}", n=3)), say(msg("hidden"))
FIELDS = """period: tháng 3/2023
rows:
  - {unit: Văn phòng, field: Hộ tịch, received_online: 26, received_direct: 12, done_early: 20, done_on_time: 18}
  - {unit: Văn phòng, field: Chứng thực, received_online: 9, received_direct: 61, done_early: 4, done_on_time: 66}
  - {unit: Văn phòng, field: Đất đai, received_online: 15, received_direct: 8, done_early: 3, done_on_time: 19, done_late: 1}
  - {unit: Tư pháp - Hộ tịch, received_online: 1, done_late: 1}
"""


def snapshot(tmp_path: Path, text: str = FIELDS) -> Snapshot:
    return edition_of(tmp_path, {"dossiers/2023-03.yml": text}, date(2023, 4, 10))


def test_a_small_number_is_told_as_under_three(tmp_path: Path) -> None:
    site = snapshot(tmp_path)
    lines = breakdown(site.catalog, running(site.catalog)[0].entry)["van-phong"]
    assert lines is not None
    land = next(line for line in lines if line.field == "Đất đai")
    assert land.shown["done_late"] == UNDER
    assert land.together(("done_early", "done_on_time", "done_late")) is None


def test_the_totals_of_units_stay(tmp_path: Path) -> None:
    by_unit, _ = tables(snapshot(tmp_path))
    names = [c.name for c in by_unit.columns]
    late = {row[names.index("unit")]: row[names.index("done_late")] for row in by_unit.rows}
    assert late == {"Văn phòng UBND xã": 1, "Tư pháp - Hộ tịch": 1}


def test_page_and_open_data_hide_the_same(tmp_path: Path) -> None:
    site = snapshot(tmp_path)
    _, by_field = tables(site)
    names = [c.name for c in by_field.columns]
    (block,) = blocks(site, running(site.catalog)[0])
    columns = ("received_online", "received_direct", "done_early", "done_on_time", "done_late")
    assert [[row[names.index(c)] for c in columns] for row in by_field.rows] == [
        [getattr(line, c) for c in columns] for line in block.lines
    ]
    assert {UNDER, HIDDEN} >= {v for row in by_field.rows for v in row[4:] if isinstance(v, str) and not v.isdecimal()}


def test_stocks_and_apologies_are_not_told_by_field(tmp_path: Path) -> None:
    _, by_field = tables(snapshot(tmp_path))
    names = {c.name for c in by_field.columns}
    assert not names & {"carried_over", "pending_in_time", "pending_late", "apologised"}


def test_a_unit_with_one_row_has_no_breakdown(tmp_path: Path) -> None:
    site = snapshot(tmp_path)
    assert list(breakdown(site.catalog, running(site.catalog)[0].entry)) == ["van-phong"]


def test_fields_that_cannot_be_told_safely_are_not_told(tmp_path: Path) -> None:
    lone = (
        "period: tháng 3/2023\nrows:\n"
        "  - {unit: Văn phòng, field: Hộ tịch, received_direct: 2, done_early: 2}\n"
        "  - {unit: Văn phòng, field: Đất đai, received_direct: 2, done_early: 2}\n"
    )
    site = snapshot(tmp_path, lone)
    assert breakdown(site.catalog, running(site.catalog)[0].entry) == {"van-phong": None}
    assert [t.name for t in tables(site)] == ["thong-ke-ho-so"]

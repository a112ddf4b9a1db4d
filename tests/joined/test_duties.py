"""Which duties a site has, and what its settings get wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from builds import DAY, change, lay
from plain import plain

from site_gen.base.diagnostics import Diagnostic
from site_gen.joined.duties import duties_of
from site_gen.joined.ledger import DutyState, Ledger, ledger_of
from site_gen.joined.published import disclosures_of
from site_gen.joined.site import pages_of
from site_gen.pipeline.gather import Gathered, gather
from site_gen.pipeline.request import Request
from site_gen.rules.snapshot import Snapshot


def gathered(tmp_path: Path, settings: str) -> Gathered:
    content = lay(tmp_path / "content")
    with (content / "site.yml").open("a", encoding="utf-8") as file:
        file.write(settings)
    return gather(Request(content, tmp_path / "output", DAY))


def told(found: Gathered) -> list[Diagnostic]:
    """What is found beside the one late task of the small site."""
    return [d for d in found.found if d.code != "PLAN022"]


def snapshot(tmp_path: Path, settings: str = "") -> Snapshot:
    found = gathered(tmp_path, settings)
    assert told(found) == []
    return found.snapshots[0]


def ledger(tmp_path: Path, settings: str = "") -> Ledger:
    site = snapshot(tmp_path, settings)
    return ledger_of(site, disclosures_of(site))


def state(found: Ledger, id: str) -> DutyState:
    return next(line.state for line in found.lines if line.owed.duty.id == id)


def test_a_duty_can_be_switched_off_with_its_reason(tmp_path: Path) -> None:
    found = ledger(tmp_path, "duties:\n  off:\n    - {id: D09, reason: Tỉnh làm video chung.}\n")
    line = next(line for line in found.lines if line.owed.duty.id == "d09")
    assert (line.state, line.owed.off, line.slots) == (DutyState.OFF, "Tỉnh làm video chung.", ())


def test_a_duty_of_its_own_is_reckoned_like_the_shipped_ones(tmp_path: Path) -> None:
    own = """duties:
  add:
    - id: x-01
      title: Lịch tiếp công dân
      text: Ngày nào lãnh đạo tiếp công dân.
      who: Văn phòng
      parts:
        - {topics: page/gioi-thieu, every: current}
"""
    assert state(ledger(tmp_path, own), "x-01") is DutyState.MET


def test_a_due_day_or_a_rhythm_can_be_changed_for_one_part(tmp_path: Path) -> None:
    wish = "duties:\n  changed:\n    - {id: d10, topic: survey/staff, every: quarterly, due: {days: '30'}, reason: Xã nhỏ.}\n"
    (owed,) = (o for o in duties_of(snapshot(tmp_path, wish).catalog) if o.duty.id == "d10")
    assert [part.every.value for part in owed.duty.parts] == ["monthly", "monthly", "quarterly"]
    assert [part.due.days for part in owed.duty.parts if part.due] == [15, 15, 30]
    assert owed.changed == ("Xã nhỏ.",)


@pytest.mark.parametrize(
    ("settings", "code", "says"),
    [
        ("off:\n    - {id: d95, reason: A.}", "DUTY001", "speaks of `d95`"),
        ("changed:\n    - {id: d95, due: {days: '1'}, reason: A.}", "DUTY001", "speaks of `d95`"),
        ("changed:\n    - {id: d06, topic: tin, due: {days: '1'}, reason: A.}", "DUTY001", "no topic `tin`"),
        ("add:\n    - {id: d05, title: A, text: B., who: C}", "DUTY002", "an id that is taken"),
        ("add:\n    - {id: all, title: A, text: B., who: C}", "DUTY002", "an id that is taken"),
    ],
)
def test_settings_that_would_do_nothing_are_found(tmp_path: Path, settings: str, code: str, says: str) -> None:
    (found,) = told(gathered(tmp_path, f"duties:\n  {settings}\n"))
    assert (found.code, found.at.path.rpartition("/")[2]) == (code, "site.yml")
    assert says in str(found.message)


def test_a_missing_reason_is_found(tmp_path: Path) -> None:
    (found,) = gathered(tmp_path, "duties:\n  off:\n    - {id: d05}\n").found
    assert "reason" in str(found.message)


def test_a_site_may_keep_no_ledger_and_says_why(tmp_path: Path) -> None:
    site = snapshot(tmp_path, "duties:\n  off:\n    - {id: all, reason: Trang chỉ giới thiệu một kế hoạch.}\n")
    pages = {page.url: page for page in pages_of(site)}
    assert plain(pages["cong-khai/tinh-trang.html"].context)["absent"] == "Trang chỉ giới thiệu một kế hoạch."
    assert plain(pages["cong-khai/index.html"].context)["summary"] == ""
    assert "ledger_panel.html" not in pages["index.html"].templates


def test_a_district_has_no_duty_of_communes(tmp_path: Path) -> None:
    content = lay(tmp_path / "content")
    unit = content / "units" / "ubnd-xa-binh-an.yml"
    text = unit.read_text(encoding="utf-8")
    level = next(row for row in text.splitlines() if row.startswith("level:"))
    change(unit, level, "level: district")
    (site,) = gather(Request(content, tmp_path / "output", DAY)).snapshots
    assert "d14" not in [o.duty.id for o in duties_of(site.catalog)]
    assert "d14" in [o.duty.id for o in duties_of(snapshot(tmp_path / "commune").catalog)]


def test_a_site_that_began_after_its_authority_ended_is_reckoned_on_the_day_of_building(tmp_path: Path) -> None:
    found = ledger(tmp_path, "valid_to: 15/10/2026\npublishes_since: 16/10/2026\n")
    assert (found.ended, found.day) == (False, DAY)


def test_an_authority_that_has_ended_is_reckoned_on_its_last_day(tmp_path: Path) -> None:
    found = ledger(tmp_path, "valid_to: 15/10/2026\n")
    assert found.ended
    assert found.day.isoformat() == "2026-10-15"
    assert all(slot.due is None or slot.due <= found.day for line in found.lines for slot in line.slots if slot.period)

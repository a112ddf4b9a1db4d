"""What comes again is followed instance by instance: each has a day, a state and its papers, and none hides the others."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from builds import built
from recurring_site import DAY, lay_recurring

from site_gen.joined.due_days import due_days
from site_gen.joined.ledger import ledger_of
from site_gen.joined.proofs import proofs_of
from site_gen.joined.published import disclosures_of
from site_gen.joined.site import agenda_of, scheduled_changes_of
from site_gen.model.instances import InstanceState, name_of
from site_gen.pages.proofs import ProofLine
from site_gen.pages.recurring import Series
from site_gen.pipeline.gather import gather
from site_gen.pipeline.request import Request
from site_gen.rules.snapshot import Snapshot


def read(content: Path, day: date = DAY) -> Snapshot:
    return gather(Request(content, content.parent / "none", day)).snapshots[0]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_recurring(tmp_path_factory.mktemp("recurring") / "content")


@pytest.fixture(scope="module")
def snapshot(site: Path) -> Snapshot:
    return read(site)


@pytest.fixture(scope="module")
def output(site: Path) -> dict[str, bytes]:
    out = site.parent / "output"
    outcome = built(site, out, as_of=DAY)
    assert outcome.published is not None, [(d.code, d.at, str(d.message)) for d in outcome.found if d.severity > 1]
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file()}


def text(page: bytes) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.decode()).replace("\u00a0", " ").split())


def lines(snapshot: Snapshot) -> dict[str, ProofLine]:
    sets = proofs_of(snapshot, ledger_of(snapshot, disclosures_of(snapshot)))
    return {line.key: line for one in sets if one.kind == "plan" for line in one.lines}


def series(snapshot: Snapshot, key: str) -> Series:
    found = lines(snapshot)[key].series
    assert found is not None
    return found


def states(found: Series) -> Counter[InstanceState]:
    return Counter(one.state for one in found.dated)


def test_each_month_has_its_state_and_two_papers_of_one_are_fine(snapshot: Snapshot) -> None:
    months = series(snapshot, "thang").dated
    assert [one.state for one in months[:4]] == [
        InstanceState.PRESENT,
        InstanceState.UNFIT,
        InstanceState.OVERDUE,
        InstanceState.NOT_DUE,
    ]
    assert [len(one.papers) for one in months[:3]] == [2, 1, 0]
    assert len(months) == 12


def test_two_weeks_are_proved_by_what_was_made_within_them(snapshot: Snapshot) -> None:
    (proved,) = (one for one in series(snapshot, "hai-tuan").dated if one.papers)
    assert proved.instance.period_start <= date(2023, 1, 18) <= proved.instance.period_end
    assert name_of(proved.instance) == "09/01/2023 – 22/01/2023"


def test_what_is_asked_for_besides_the_periods_stands_beside_them(snapshot: Snapshot) -> None:
    assert [paper.evidence.title for paper in lines(snapshot)["thang"].besides] == ["Báo cáo đột xuất"]
    assert series(snapshot, "thang").ad_hoc


def test_what_comes_again_without_saying_how_often_has_no_instances(
    snapshot: Snapshot, output: dict[str, bytes]
) -> None:
    found = series(snapshot, "dinh-ky")
    assert (found.dated, found.unsaid, found.lacking) == ((), True, ())
    assert "không nói bao lâu một lần" in text(output["ke-hoach/ke-hoach/nhiem-vu/dinh-ky.html"])


def test_a_report_of_the_site_proves_the_period_that_the_plan_asks_for(snapshot: Snapshot) -> None:
    first, second, *_ = series(snapshot, "bao-cao-1").dated
    assert (first.state, [paper.page for paper in first.papers]) == (
        InstanceState.PRESENT,
        ["bao-cao/cchc-2023-q1.html"],
    )
    assert second.state is InstanceState.NOT_DUE


def test_a_duty_that_says_the_same_as_a_report_is_followed_once(snapshot: Snapshot) -> None:
    assert {"bao-cao-1", "to-chuc-2"} <= lines(snapshot).keys()
    assert "to-chuc-1" not in lines(snapshot)


def test_one_line_of_the_list_names_what_is_missing_of_an_item(snapshot: Snapshot) -> None:
    missing = [line for line in agenda_of(snapshot) if line.state == "missing" and "#thang" in line.place]
    assert [line.what for line in missing] == ["Báo cáo hồ sơ: thiếu minh chứng 2/12 kỳ: tháng 02/2023, tháng 03/2023"]


def test_each_instance_to_come_stands_in_the_calendar_under_a_name_that_lasts(site: Path, snapshot: Snapshot) -> None:
    def keys(on: Snapshot) -> dict[str, date]:
        found = due_days(on, ledger_of(on, disclosures_of(on)))
        return {one.key: one.day for one in found if "#thang" in one.key}

    now, later = keys(snapshot), keys(read(site, date(2023, 6, 2)))
    assert (len(now), len(later)) == (9, 7)
    assert later.items() <= now.items()
    assert "plan/ke-hoach#thang/month-2023-04-30" in now


def test_the_page_changes_on_the_day_after_an_instance_was_due(snapshot: Snapshot) -> None:
    assert ("ke-hoach#thang", date(2023, 5, 1)) in {(c.place, c.day) for c in scheduled_changes_of(snapshot)}


def test_what_nobody_has_reported_is_foretold_as_missing_and_the_rest_as_overdue(snapshot: Snapshot) -> None:
    told = {c.place: c.what for c in scheduled_changes_of(snapshot)}
    assert told["ke-hoach#bao-cao-1"].endswith("quá hạn")
    assert told["ke-hoach#to-chuc-2"].endswith("thiếu")


def test_the_page_of_a_task_counts_and_does_not_drown(output: dict[str, bytes]) -> None:
    page = output["ke-hoach/ke-hoach/nhiem-vu/hai-tuan.html"].decode()
    assert re.search(r"1/2\d kỳ có minh chứng", page)
    opened, _, folded = page.partition("<details>")
    assert opened.count('<th scope="row"') <= 6 < folded.count('<th scope="row"')


def test_plan_and_assessor_show_who_reports_when(output: dict[str, bytes]) -> None:
    page = output["ke-hoach/ke-hoach/van-ban.html"].decode()
    assert 'id="ky-bao-cao-1"' in page
    assert "25/BC-UBND" in page
    assert "1/4 kỳ có minh chứng" in text(output["minh-chung/ke-hoach/ke-hoach.html"])


def test_a_unit_sees_the_periods_that_it_owes(output: dict[str, bytes]) -> None:
    assert "thiếu minh chứng 2/12 kỳ" in text(output["don-vi/van-phong.html"])

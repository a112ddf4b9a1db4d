"""The register as of the day, its pages, and the frozen one of a quarter."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from builds import DAY, built, lay
from plain import plain
from reckoning import day, shown

from site_gen.authoring.new_entry import Asked, new_entry
from site_gen.joined.published import disclosures_of
from site_gen.joined.register import Group, frozen_rows, frozen_text, groups_of, register_table
from site_gen.joined.register_pages import MOST, sheets_of
from site_gen.joined.site import pages_of
from site_gen.kinds.register import KIND
from site_gen.model.period import Period
from site_gen.outputs.open_data import as_csv
from site_gen.pipeline.gather import gather
from site_gen.pipeline.request import Request
from site_gen.rules.snapshot import Snapshot

QUARTER = Period.of(2026, 7, 3)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return lay(tmp_path / "content")


def snapshot(content: Path, on: date = DAY) -> Snapshot:
    (only,) = gather(Request(content, content.parent / "output", on)).snapshots
    return only


def test_what_is_published_after_the_day_is_not_in_it(content: Path) -> None:
    before, after = (disclosures_of(snapshot(content, on)) for on in (date(2026, 9, 29), date(2026, 9, 30)))
    assert len(after) == len(before) + 1


def test_postings_of_an_entry_add_to_its_forms(content: Path) -> None:
    with (content / "plans/cchc-2026/progress/2026-q3.yml").open("a", encoding="utf-8") as file:
        file.write(
            "postings:\n  - {form: niêm yết, posted_from: 01/10/2026}\n  - {form: truyền thanh, posted_from: 02/12/2026}\n"
        )
    found = [d.forms for d in disclosures_of(snapshot(content)) if d.topic.endswith("/progress")]
    assert found == [("web", "board")]


def test_the_register_is_open_data(content: Path) -> None:
    rows = as_csv(register_table(snapshot(content), disclosures_of(snapshot(content)))).splitlines()
    assert rows[0] == "topic,kind,title,number,created,forms,published,until,period,unit,url,sample"
    assert len(rows) == 1 + sum(len(g.rows) for g in groups_of(disclosures_of(snapshot(content))))


def test_of_an_apology_only_number_and_days_are_told() -> None:
    letter = shown("05/8/2026", "apology", number="12/TXL", unit="mot-cua", until=day("04/9/2026"))
    (row,) = frozen_rows([letter], QUARTER)
    assert (row.title, row.number, row.unit) == ("Thư xin lỗi", "12/TXL", "")


def test_what_was_taken_down_before_the_quarter_stands_in_an_earlier_register() -> None:
    gone, still = (shown("01/6/2026", until=day(d)) for d in ("30/6/2026", "01/7/2026"))
    assert frozen_rows([gone, still], QUARTER) == (still,)


def test_rows_of_a_frozen_register_stand_by_their_day() -> None:
    late, early, unknown = shown("05/8/2026"), shown("05/7/2026"), shown("")
    assert frozen_rows([late, early, unknown], QUARTER) == (unknown, early, late)


@pytest.mark.parametrize(
    ("id", "on", "is_there"),
    [
        ("2026-q3", date(2026, 10, 1), True),
        ("2026-q3", date(2026, 9, 30), False),
        ("2026-07", DAY, False),
        ("a", DAY, False),
    ],
)
def test_only_a_quarter_that_is_over_can_be_frozen(content: Path, id: str, on: date, is_there: bool) -> None:
    assert bool(frozen_text(snapshot(content).catalog, id, on)) is is_there


def test_a_new_register_is_whole_and_without_a_finding(content: Path, tmp_path: Path) -> None:
    asked = Asked(KIND, KIND.forms[0], "2026-q3", date(2026, 10, 5))
    ((path, text),) = new_entry(asked, snapshot(content).catalog).items()
    assert path == "registers/2026-q3.yml"
    (content / "registers").mkdir()
    (content / path).write_text(text.replace("draft: có\n", ""), encoding="utf-8")
    outcome = built(content, tmp_path / "output")
    assert {d.code for d in outcome.found} == {"PLAN022"}  # the one late task of the small site
    page = (tmp_path / "output/cong-khai/danh-muc/2026-q3.html").read_text(encoding="utf-8")
    assert 'href="../../ke-hoach/cchc-2026.html"' in page
    d17 = next(page for page in pages_of(snapshot(content)) if page.url == "cong-khai/tinh-trang.html")
    assert any(
        "2026-q3" in str(duty["evidence"])
        for duty in [*plain(d17.context)["lacking"], *plain(d17.context)["rest"]]
        if duty["id"] == "d17"
    )


def test_an_address_that_is_gone_is_told_as_text(content: Path) -> None:
    (content / "registers").mkdir()
    (content / "registers/2026-q3.yml").write_text(
        "quarter: quý III/2026\nfrozen_on: 05/10/2026\nrows:\n  - {title: Tin cũ, topic: news, url: tin/cu.html}\n",
        encoding="utf-8",
    )
    (page,) = (p for p in pages_of(snapshot(content)) if p.url == "cong-khai/danh-muc/2026-q3.html")
    assert [(row.url, row.live) for row in page.context.rows] == [("tin/cu.html", False)]


def test_a_long_register_is_parted_by_kind_by_year_and_by_so_many_rows() -> None:
    few = Group("news", "Tin", tuple(shown("05/8/2026") for _ in range(MOST)))
    assert [(s.url, len(s.rows)) for s in sheets_of(few)] == [("cong-khai/danh-muc/nhom-news.html", MOST)]
    rows = [shown("05/8/2026")] * (MOST + 1) + [shown("05/8/2025")] * 2 + [shown("")]
    assert [
        (s.url.removeprefix("cong-khai/danh-muc/nhom-"), len(s.rows))
        for s in sheets_of(Group("news", "Tin", tuple(rows)))
    ] == [
        ("news-2026.html", MOST),
        ("news-2026-2.html", 1),
        ("news-2025.html", 2),
        ("news-chua-ro.html", 1),
    ]

"""Tables of open data: every table that a page shows is offered beside it, and each is explained on a page of its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from builds import DAY, change, lay
from plain import plain
from posted_notice import FIRST, written

from site_gen.base.diagnostics import Severity
from site_gen.joined.site import Decided, decided
from site_gen.joined.tables import fits_workbook
from site_gen.pages.contributions import Column, Table
from site_gen.pages.page import Page
from site_gen.pipeline.gather import gather
from site_gen.pipeline.request import Request
from site_gen.rules.snapshot import Snapshot


def snapshot(content: Path, day: date = DAY) -> Snapshot:
    (only,) = gather(Request(content, content.parent / "output", day)).snapshots
    return only


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Decided:
    return decided(snapshot(lay(tmp_path_factory.mktemp("site") / "content")))


def pages(site: Decided) -> dict[str, Page]:
    return {page.url: page for page in site.pages}


def offered(page: Page) -> list[object]:
    return [table.csv for table in page.data]


def test_a_page_offers_the_tables_whose_rows_it_and_its_panels_show(small: Decided) -> None:
    found = pages(small)
    plan = ["du-lieu/nhiem-vu.csv", "du-lieu/muc-tieu.csv", "du-lieu/tien-do.csv"]
    assert offered(found["ke-hoach/cchc-2026.html"]) == plan
    assert offered(found["don-vi/van-phong.html"]) == [
        "du-lieu/don-vi-day-du.csv",
        "du-lieu/danh-ba.csv",
        "du-lieu/nhiem-vu.csv",
        "du-lieu/minh-chung.csv",
        "du-lieu/tieu-chi.csv",
    ]
    assert offered(found["kha-nang-tiep-can.html"]) == []


def test_every_table_has_a_group_a_name_of_its_own_and_rows_as_wide_as_its_columns(small: Decided) -> None:
    names = [table.name for table in small.tables]
    assert len(set(names)) == len(names)
    for table in small.tables:
        assert table.group, table.name
        assert {len(row) for row in table.rows} <= {len(table.columns)}, table.name
        assert len({c.name for c in table.columns}) == len(table.columns), table.name


def test_a_code_is_always_one_whose_meaning_is_told(small: Decided) -> None:
    for table in small.tables:
        for number, column in enumerate(table.columns):
            if column.words:
                known = {value for value, _ in column.words} | {None}
                assert {row[number] for row in table.rows} <= known, (table.name, column.name)


def test_a_table_knows_the_day_of_its_newest_content(tmp_path: Path) -> None:
    content = lay(tmp_path / "content")
    with (content / "units" / "van-phong.yml").open("a", encoding="utf-8") as file:
        file.write("updated_at: 05/10/2026\n")
    found = {t.name: t.updated for t in decided(snapshot(content)).tables}
    assert found["don-vi"] == date(2026, 10, 5)


def test_names_of_office_holders_stay_on_the_page(tmp_path: Path) -> None:
    content = lay(tmp_path / "content")
    person = content / "people" / "chu-tich.yml"
    person.write_text(person.read_text(encoding="utf-8") + "name: Trần Văn Mẫu\n", encoding="utf-8")
    site = decided(snapshot(content))
    assert "Trần Văn Mẫu" in str(pages(site)["lien-he.html"].context)
    assert "Trần Văn Mẫu" not in str(site.tables)


def test_the_list_names_every_table_and_each_has_a_page(small: Decided) -> None:
    found = pages(small)
    listed = [t["link"]["page"] for t in plain(found["du-lieu/index.html"].context)["tables"]]
    assert len(listed) == len(small.tables)
    assert set(listed) <= set(found)
    assert found["du-lieu/index.html"].footer is not None


def test_a_tables_page_names_where_the_site_shows_it(small: Decided) -> None:
    seen = plain(pages(small)["du-lieu/nhiem-vu.html"].context)["seen"]
    assert {"text": "Kế hoạch cải cách hành chính năm 2026", "url": "ke-hoach/cchc-2026.html"} in seen


def test_the_page_of_rows_that_pass_is_not_to_be_found_and_says_so(tmp_path: Path) -> None:
    page = pages(decided(snapshot(written(tmp_path / "content"), FIRST)))["du-lieu/thu-xin-loi.html"]
    assert (page.index, plain(page.context)["passing"], page.graph) == (False, True, ())


def test_workbooks_are_offered_where_the_site_wants_them_and_never_of_what_passes(tmp_path: Path) -> None:
    content = written(tmp_path / "content")
    with (content / "site.yml").open("a", encoding="utf-8") as file:
        file.write("open_data:\n  xlsx: có\n  licence: CC-BY-4.0\n")
    found = pages(decided(snapshot(content, FIRST)))
    assert found["ke-hoach/cchc-2026.html"].data[0].xlsx == "du-lieu/nhiem-vu.xlsx"
    assert found["thu-xin-loi/index.html"].data[0].xlsx == ""
    assert (
        plain(found["du-lieu/index.html"].context)["licence"]["url"] == "https://creativecommons.org/licenses/by/4.0/"
    )


def test_a_sheet_holds_its_header_and_as_many_rows_as_excel_allows() -> None:
    def rows(count: int) -> Table:
        return Table("x", "X", (Column("a", "A"),), ((1,),) * count)

    assert fits_workbook(rows(1_048_575))
    assert not fits_workbook(rows(1_048_576))


@pytest.mark.parametrize(
    ("limit", "value", "words"),
    [
        ("MOST_LINES", 1, "nhiều dòng hơn mức 0 dòng"),
        ("MOST_LETTERS", 3, "dài hơn mức 3 chữ"),
        ("MOST_LETTERS", 1_000_000, None),
    ],
)
def test_the_page_of_a_table_too_large_for_a_spreadsheet_says_so_and_offers_no_workbook(
    limit: str, value: int, words: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("site_gen.joined.tables." + limit, value)
    content = lay(tmp_path / "content")
    with (content / "site.yml").open("a", encoding="utf-8") as file:
        file.write("open_data:\n  xlsx: có\n")
    page = pages(decided(snapshot(content)))["du-lieu/nhiem-vu.html"]
    context = plain(page.context)
    if words is None:
        assert context["beyond"] == ""
    else:
        assert words in context["beyond"]
    assert (context["table"]["xlsx"] == "") == (words is not None)


def test_an_unknown_licence_is_refused_with_those_that_are_known(tmp_path: Path) -> None:
    content = lay(tmp_path / "content")
    change(content / "site.yml", "place:", "open_data:\n  licence: MIT\nplace:")
    found = gather(Request(content, tmp_path / "output", DAY)).found
    (fault,) = [d for d in found if d.at.path.endswith("site.yml") and d.severity is Severity.ERROR]
    assert fault.at.line == 4
    assert "CC-BY-4.0" in str(fault.hint)

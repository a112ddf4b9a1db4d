"""The list of fields: what a board has room for where the list of procedures has dozens of pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from printed import Printed, codes
from snapshots import edition_of

from site_gen.joined.board import chosen, sheets_of
from site_gen.kinds.procedure.sheets import MOST_ROWS
from site_gen.outputs.board.press import Press
from site_gen.pages.contributions import Sheet
from site_gen.rules.snapshot import Snapshot

ADDRESS = "https://camgiang.example.gov.vn"


@pytest.fixture
def fields(sheets: dict[str, Sheet]) -> Sheet:
    return sheets["thu-tuc/linh-vuc"]


@pytest.mark.parametrize(("paper", "pages"), [("a4", 3), ("a3", 1)])
def test_every_field_stands_there_with_its_count_on_few_sheets(
    paper: str, pages: int, press: Press, fields: Sheet
) -> None:
    one = Printed.of(press.pdf(fields, paper))
    assert len(one.pages) == pages
    text = one.text.casefold()
    assert [f["title"] for f in fields.context["fields"] if str(f["title"]).casefold() not in text] == []
    assert one.text.count(" thủ tục") >= len(fields.context["fields"])
    assert "Hộ tịch 39 thủ tục" in one.text
    assert "81 lĩnh vực, 396 thủ tục" in one.text


def test_each_field_has_a_code_that_leads_to_its_page(press: Press, fields: Sheet, snapshot: Snapshot) -> None:
    wanted = {f"{ADDRESS}/{url}" for url in (fields.url, *fields.codes)}
    assert len(wanted) == 82
    assert set(codes(press.pictures(fields, "a3", 200))) == wanted
    told = Printed.of(press.pdf(fields, "a3")).alternatives()
    assert [url for url in wanted if not any(words.endswith(url) for words in told)] == []


def test_without_an_address_the_fields_stand_there_without_codes(
    press: Press, fields: Sheet, snapshot: Snapshot
) -> None:
    site = snapshot.catalog.site
    snapshot.catalog.site = site.model_copy(update={"base_url": None})
    try:
        one = Printed.of(Press(snapshot, press.theme).pdf(fields, "a4"))
    finally:
        snapshot.catalog.site = site
    assert one.alternatives() == []
    assert "Quét mã" not in one.text
    assert "Hộ tịch 39 thủ tục" in one.text


def test_a_board_shows_the_fields_of_many_procedures_and_the_whole_list_of_few(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    few = sheets_of(edition_of(tmp_path, {}, date(2026, 11, 10)))
    assert [s.name for s in chosen(few, ("procedures",))] == ["thu-tuc/danh-muc"]
    many = sheets_of(snapshot)
    assert sum(int(f["count"]) for f in many[0].context["fields"]) > MOST_ROWS
    assert [s.name for s in chosen(many, ("procedures",))] == ["thu-tuc/linh-vuc"]
    assert [s.name for s in chosen(many, ("procedures", "danh-muc"))] == ["thu-tuc/danh-muc"]


def test_a_long_list_of_fields_goes_on_on_the_next_sheet(press: Press, fields: Sheet) -> None:
    rows = [{"title": f"Lĩnh vực số {n} có tên rất dài và còn dài hơn thế", "count": n} for n in range(200)]
    many = replace(fields, context={"fields": rows}, codes=tuple(f"thu-tuc/linh-vuc/so-{n}.html" for n in range(200)))
    text = Printed.of(press.pdf(many, "a4")).text
    assert [n for n in range(200) if f"Lĩnh vực số {n} " not in text] == []

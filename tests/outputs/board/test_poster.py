"""Posters: every procedure on one sheet of A3, in letters that can be read from a metre away."""

from __future__ import annotations

from dataclasses import replace

import pytest
from printed import Printed, codes

from site_gen.joined.board import sheets_of
from site_gen.outputs.board.press import Press
from site_gen.pages.contributions import Sheet
from site_gen.rules.snapshot import Snapshot

LEAST = 24.0
"""Points of the smallest letters that have to be read; what is smaller names the sheet itself: its address, code and day."""
SMALL_PRINT = 16.0


@pytest.fixture(scope="module")
def posters(snapshot: Snapshot, press: Press) -> dict[str, Printed]:
    """The poster of every guide, by code."""
    return {s.key: Printed.of(press.pdf(s, "a3")) for s in sheets_of(snapshot) if s.group == "poster"}


@pytest.fixture
def poster(sheets: dict[str, Sheet]) -> Sheet:
    return sheets["thu-tuc/ap-phich-1.001193"]


def test_every_guide_has_a_poster_of_one_sheet(posters: dict[str, Printed], sheets: dict[str, Sheet]) -> None:
    assert set(posters) == {sheet.key for sheet in sheets.values() if sheet.group == "procedure"}
    assert {(len(one.pages), one.size) for one in posters.values()} == {(1, (297, 420))}


def test_nothing_that_has_to_be_read_is_smaller_than_24_points(posters: dict[str, Printed]) -> None:
    for one in posters.values():
        sizes = one.sizes()
        assert min(sizes) == SMALL_PRINT
        assert [size for size in sizes if SMALL_PRINT < size < LEAST] == []
        small = "".join(sizes[SMALL_PRINT])
        assert small.startswith("Trên trang thông tin điện tử")
        assert small.endswith("Bản minh họa, không phải văn bản của cơ quan.")


def test_it_says_how_long_how_much_where_and_what_to_bring(posters: dict[str, Printed]) -> None:
    text = posters["1.001193"].text
    for words in ("Thủ tục đăng ký khai sinh", "Bao lâu 1 ngày", "Bao nhiêu tiền", "Nộp ở đâu, giờ nào", "Trực tuyến"):
        assert words in text
    assert "Tờ khai đăng ký khai sinh (1 bản chính)" in text
    assert "0208 000 0000" in text


def test_its_code_leads_to_the_guide(press: Press, poster: Sheet) -> None:
    assert codes(press.pictures(poster, "a3", 40)) == ["https://camgiang.example.gov.vn/thu-tuc/1.001193.html"]


@pytest.mark.parametrize(("papers", "letters"), [(3, 40), (12, 60), (40, 80), (3, 900), (0, 0)])
def test_what_does_not_fit_is_left_out_and_said(papers: int, letters: int, press: Press, poster: Sheet) -> None:
    paper = poster.context["papers"][0]
    many = [{**paper, "name": f"Giấy tờ {n} " + "chữ " * (letters // 4)} for n in range(papers)]
    context = {**poster.context, "papers": many, "steps": ["Nộp hồ sơ tại quầy. " * 5] * 8}
    one = Printed.of(press.pdf(replace(poster, context=context), "a3"))
    assert len(one.pages) == 1
    shown = [n for n in range(papers) if f"Giấy tờ {n} " in one.text]
    assert shown == list(range(len(shown)))
    assert (f"Và {papers - len(shown)} giấy tờ khác" in one.text) == (len(shown) < papers)


def test_where_sources_do_not_agree_it_sends_to_the_counter(press: Press, poster: Sheet) -> None:
    context = {**poster.context, "disputed": ("Lệ phí: 5.000 đồng hoặc miễn phí",)}
    assert "Các nguồn chưa khớp nhau" in Printed.of(press.pdf(replace(poster, context=context), "a3")).text


def test_cases_are_named_where_papers_depend_on_them(press: Press, poster: Sheet) -> None:
    case = {"name": "Sinh ở nước ngoài", "papers": (), "fees": (), "exemptions": (), "time_limit": None, "note": None}
    context = {**poster.context, "papers": (), "cases": (case,)}
    text = Printed.of(press.pdf(replace(poster, context=context), "a3")).text
    assert "Tùy trường hợp:" in text
    assert "Sinh ở nước ngoài" in text

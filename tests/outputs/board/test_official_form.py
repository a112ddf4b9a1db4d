"""Sheets have the form of official papers: whose, which number, from where and when, what sort of paper; tables and addresses whole."""

from __future__ import annotations

from dataclasses import replace

import pytest
from printed import Printed

from site_gen.outputs.board.press import Press
from site_gen.pages.contributions import Sheet

FORMS = {
    "thu-tuc/linh-vuc-ho-tich": ("DANH MỤC", "Thủ tục hành chính, lĩnh vực hộ tịch"),
    "thu-tuc/1.001193": ("HƯỚNG DẪN THỦ TỤC HÀNH CHÍNH", "Thủ tục đăng ký khai sinh"),
    "thu-xin-loi/danh-sach": ("DANH MỤC", "Thư xin lỗi đang công khai"),
    "thu-xin-loi/2026-009": ("THƯ XIN LỖI", "về việc trả kết quả chậm"),
    "ke-hoach/cchc-2023": ("PHỤ LỤC", "Kế hoạch thực hiện công tác cải cách hành chính năm 2023"),
    "thong-ke/2026-10": ("THỐNG KÊ", "Hồ sơ thủ tục hành chính, tháng 10/2026"),
    "bien-ban/niem-yet": ("BIÊN BẢN", "Niêm yết 4 văn bản"),
}
"""What sort of paper each sheet is, and the beginning of what it is about."""


@pytest.mark.parametrize("name", FORMS)
def test_a_sheet_says_what_sort_of_paper_it_is_and_then_what_it_is_about(
    name: str, press: Press, sheets: dict[str, Sheet]
) -> None:
    kind, about = FORMS[name]
    first = Printed.of(press.pdf(sheets[name], "a4")).pages[0]
    assert first.index("Độc lập - Tự do - Hạnh phúc") < first.index(kind)
    assert f"{kind} {about}".casefold() in first.casefold()


def test_the_number_stands_under_the_authority_and_the_day_under_the_motto(
    press: Press, sheets: dict[str, Sheet]
) -> None:
    first = Printed.of(press.pdf(sheets["thu-xin-loi/2026-009"], "a4")).pages[0]
    assert "XÃ CẨM GIÀNG Số: MẪU-09/TXL-UBND CỘNG HÒA" in first
    assert "Hạnh phúc Cẩm Giàng, ngày 16 tháng 11 năm 2026" in first
    assert first.count("MẪU-09/TXL-UBND") == 1


def test_room_is_left_for_a_number_that_is_written_by_hand(press: Press, sheets: dict[str, Sheet]) -> None:
    minutes = Printed.of(press.pdf(sheets["bien-ban/niem-yet"], "a4")).pages[0]
    assert "Số: ....." in minutes.replace(". ", ".")
    assert "XÃ CẨM GIÀNG Số: …" in Printed.of(press.pdf(sheets["ke-hoach/cchc-2023"], "a4")).pages[0]


@pytest.mark.parametrize("letters", [20, 90, 160])
def test_an_address_stands_in_one_line_however_long_it_is(letters: int, press: Press, sheets: dict[str, Sheet]) -> None:
    sheet = replace(sheets["thu-tuc/1.001193"], url=f"thu-tuc/{'1.001193-' * 20}"[:letters] + ".html")
    lines = Printed.of(press.pdf(sheet, "a4")).reader.pages[0].extract_text().splitlines()
    assert any(f"https://camgiang.example.gov.vn/{sheet.url}" in line for line in lines)


def test_a_small_group_of_a_long_table_is_not_divided(press: Press, sheets: dict[str, Sheet]) -> None:
    sheet = sheets["thu-tuc/danh-muc"]
    field = next(field for field in sheet.context["fields"] if len(field["rows"]) > 4)
    fields = [
        {
            "title": f"Lĩnh vực {n}",
            "rows": [{**row, "name": f"Việc {n}.{m}."} for m, row in enumerate(field["rows"][:4])],
        }
        for n in range(20)
    ]
    pages = Printed.of(press.pdf(replace(sheet, context={**sheet.context, "fields": fields}), "a4")).pages
    assert len(pages) > 2
    for n in range(20):
        assert len({number for number, page in enumerate(pages) for m in range(4) if f"Việc {n}.{m}." in page}) == 1


def test_a_table_of_few_rows_stays_on_one_page_with_its_heading(press: Press, sheets: dict[str, Sheet]) -> None:
    pages = Printed.of(press.pdf(sheets["thong-ke/2026-10"], "a4")).pages
    (page,) = [page for page in pages if "Dịch vụ công trực tuyến và số hóa" in page]
    table = page.partition("Dịch vụ công trực tuyến và số hóa")[2]
    assert all(
        unit["unit"].text in table for unit in (vars(r) for r in sheets["thong-ke/2026-10"].context["services"].rows)
    )

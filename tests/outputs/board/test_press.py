"""What comes out of the press: opened, read back and scanned by programs that had no part in making it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from builds import SHIPPED, THEME
from printed import Printed, codes

from site_gen.base.messages import Message, msg
from site_gen.base.theme import theme_of
from site_gen.outputs.board.press import Press, pages_in
from site_gen.pages.contributions import Sheet
from site_gen.rules.snapshot import Snapshot

KINDS = {
    "thu-tuc/linh-vuc-ho-tich": "thu-tuc/linh-vuc/ho-tich.html",
    "thu-tuc/1.001193": "thu-tuc/1.001193.html",
    "thu-xin-loi/danh-sach": "thu-xin-loi/index.html",
    "thu-xin-loi/2026-009": "thu-xin-loi/2026-009.html",
    "ke-hoach/cchc-2023": "ke-hoach/cchc-2023/phu-luc.html",
    "thong-ke/2026-10": "thong-ke/2026-10.html",
    "bien-ban/niem-yet": "",
}
"""One sheet of each template, and the page that its code leads to."""
each = pytest.mark.parametrize("name", KINDS)
OTHERS = ("thu-tuc/linh-vuc", "thu-tuc/ap-phich-1.001193")
"""Sheets that use a larger paper in their own way; each has tests of its own."""


@pytest.fixture(scope="session")
def printed(press: Press, sheets: dict[str, Sheet]) -> dict[tuple[str, str], Printed]:
    """Every kind of sheet on both papers."""
    return {(n, p): Printed.of(press.pdf(sheets[n], p)) for n in KINDS for p in sheets[n].papers}


@each
def test_every_sheet_is_on_the_paper_asked_for(name: str, printed: dict[tuple[str, str], Printed]) -> None:
    sizes = {paper: one.size for (n, paper), one in printed.items() if n == name}
    a4, a3 = (210, 297), (297, 420)
    if name.startswith("ke-hoach"):
        assert sizes == {"a4": a4[::-1], "a3": a3[::-1]}
    elif name.startswith("bien-ban"):
        assert sizes == {"a4": a4}
    else:
        assert sizes == {"a4": a4, "a3": a3}


@each
def test_a3_is_a4_enlarged_with_the_same_lines_on_the_same_pages(
    name: str, printed: dict[tuple[str, str], Printed]
) -> None:
    if (name, "a3") in printed:
        assert printed[name, "a3"].pages == printed[name, "a4"].pages


@each
def test_a_sheet_begins_with_authority_and_motto(name: str, printed: dict[tuple[str, str], Printed]) -> None:
    first, *others = printed[name, "a4"].pages
    for words in ("ỦY BAN NHÂN DÂN XÃ CẨM GIÀNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"):
        assert first.count(words) == 1
        assert not any(words in page for page in others)


@each
def test_every_page_says_which_of_how_many_it_is(
    name: str, printed: dict[tuple[str, str], Printed], snapshot: Snapshot
) -> None:
    pages = printed[name, "a4"].pages
    for number, page in enumerate(pages, 1):
        words = snapshot.say(msg("Page {page}/{pages}", page=number, pages=len(pages)))
        assert page.count(words) == 1
        assert snapshot.say(msg("Illustration, not a document of the authority.")) in page


@pytest.mark.parametrize("name", [*KINDS, *OTHERS])
def test_only_the_shipped_font_is_used_and_all_of_it_is_inside(
    name: str, press: Press, sheets: dict[str, Sheet]
) -> None:
    assert Printed.of(press.pdf(sheets[name], sheets[name].papers[0])).fonts() == {"Tinos"}


@pytest.mark.parametrize("name", [*KINDS, *OTHERS])
def test_a_sheet_is_tagged_and_says_its_title_and_language(name: str, press: Press, sheets: dict[str, Sheet]) -> None:
    one = Printed.of(press.pdf(sheets[name], sheets[name].papers[0]))
    assert bool(one.catalog["/MarkInfo"]["/Marked"])
    assert one.catalog["/Lang"] == "vi"
    assert one.reader.metadata is not None
    assert one.reader.metadata.title == sheets[name].title
    tags = one.tags()
    assert tags.count("/H1") == 1
    assert ("/TH" in tags) == (sheets[name].template not in ("apology", "procedure", "fields", "poster"))
    assert "pdfuaid:part" in one.catalog["/Metadata"].get_data().decode()


@each
def test_its_code_leads_to_the_page_and_is_said_in_words(
    name: str, press: Press, sheets: dict[str, Sheet], printed: dict[tuple[str, str], Printed]
) -> None:
    wanted = [f"https://camgiang.example.gov.vn/{KINDS[name]}"] if KINDS[name] else []
    assert codes(press.pictures(sheets[name], "a4", 110)) == wanted
    told = printed[name, "a4"].alternatives()
    assert len(told) == len(wanted)
    assert all(address in words for address, words in zip(wanted, told, strict=True))
    assert all(address in printed[name, "a4"].text.replace(" ", "") for address in wanted)


@pytest.mark.parametrize("name", ["thu-tuc/linh-vuc-ho-tich", "ke-hoach/cchc-2023"])
def test_the_head_of_a_table_is_on_every_page_that_the_table_is_on(
    name: str, printed: dict[tuple[str, str], Printed], snapshot: Snapshot
) -> None:
    pages = printed[name, "a4"].pages
    of_procedures = ["Tên thủ tục", *(snapshot.say(Message(head)) for head in ("How long", "How much"))]
    heads = of_procedures if name.startswith("thu-tuc") else ["Nhiệm vụ", "Hoạt động", "Bộ phận chủ trì"]
    assert len(pages) > 2
    for page in pages:
        found = [page.find(head) for head in heads]
        assert -1 not in found
        assert found == sorted(found)


def test_the_heading_of_a_part_is_never_the_last_line_of_a_page(press: Press, sheets: dict[str, Sheet]) -> None:
    sheet = sheets["thu-tuc/danh-muc"]
    first = sheet.context["fields"][:12]
    fields = [field["title"] for field in first]
    pages = Printed.of(press.pdf(replace(sheet, context={**sheet.context, "fields": first}), "a4")).pages
    assert len(pages) > 2
    for page in pages:
        body = page.partition(press.snapshot.say(msg("Illustration, not a document of the authority.")))[0].strip()
        assert not any(body.lower().endswith(f"{str(field).lower()} ({n})") for field in fields for n in range(1, 60))


def test_two_runs_give_the_same_bytes(snapshot: Snapshot, sheets: dict[str, Sheet]) -> None:
    for name in (*KINDS, *OTHERS):
        paper = sheets[name].papers[0]
        assert Press(snapshot, SHIPPED).pdf(sheets[name], paper) == Press(snapshot, SHIPPED).pdf(sheets[name], paper)


def test_one_template_of_ones_own_is_laid_over_the_shipped_ones(
    snapshot: Snapshot, sheets: dict[str, Sheet], tmp_path: Path
) -> None:
    sheet = sheets["thu-xin-loi/danh-sach"]
    own = tmp_path / "board" / f"{sheet.template}.typ"
    own.parent.mkdir()
    own.write_text((THEME / "board" / own.name).read_text("utf-8") + "\nTờ thêm của xã\n", "utf-8")
    assert "Tờ thêm của xã" in Printed.of(Press(snapshot, theme_of(tmp_path)).pdf(sheet, "a4")).text
    assert "Tờ thêm của xã" not in Printed.of(Press(snapshot, SHIPPED).pdf(sheet, "a4")).text


def test_without_an_address_the_path_is_printed_and_no_code(snapshot: Snapshot, sheets: dict[str, Sheet]) -> None:
    site = snapshot.catalog.site
    snapshot.catalog.site = site.model_copy(update={"base_url": None})
    try:
        press = Press(snapshot, SHIPPED)
        one = Printed.of(press.pdf(sheets["thu-tuc/1.001193"], "a4"))
        pictures = press.pictures(sheets["thu-tuc/1.001193"], "a4", 150)
    finally:
        snapshot.catalog.site = site
    assert codes(pictures) == []
    assert one.alternatives() == []
    assert "thu-tuc/1.001193.html" in one.text
    assert "https://" not in one.text


def test_content_is_text_and_never_markup(press: Press, sheets: dict[str, Sheet]) -> None:
    evil = '#read("/etc/passwd") *đậm* $x^2$ `mã` <nhãn> @ref #include "x.typ" \\ // ghi chú'
    sheet = sheets["thu-tuc/1.001193"]
    one = Printed.of(
        press.pdf(replace(sheet, title=evil, context={**sheet.context, "name": evil, "steps": [evil]}), "a4")
    )
    assert one.text.count(evil) == 2
    assert one.reader.metadata is not None
    assert one.reader.metadata.title == evil


def test_a_cell_longer_than_a_page_goes_on_on_the_next(press: Press, sheets: dict[str, Sheet]) -> None:
    words = [f"chữ{n}" for n in range(3000)]
    sheet = sheets["thu-tuc/linh-vuc-ho-tich"]
    field = sheet.context["fields"][0]
    row = {**field["rows"][0], "name": " ".join(words)}
    long = replace(sheet, context={**sheet.context, "fields": [{**field, "rows": [row]}]})
    text = Printed.of(press.pdf(long, "a4")).text
    assert [word for word in words if word not in text] == []


def test_a_word_without_end_stays_inside_the_page(press: Press, sheets: dict[str, Sheet]) -> None:
    address = "https://dichvucong.example.gov.vn/" + "/".join(f"muc-{n}" for n in range(60))
    sheet = sheets["thu-tuc/1.001193"]
    one = Printed.of(press.pdf(replace(sheet, context={**sheet.context, "conditions": [address]}), "a4"))
    assert address in one.text.replace(" ", "")


def test_what_the_source_gets_wrong_is_told_as_on_the_page(press: Press, sheets: dict[str, Sheet]) -> None:
    note = {"reason": "Bản gốc cộng sai.", "declared": "325", "computed": "324", "working": "152 + 172"}
    for name in ("thu-tuc/1.001193", "thu-xin-loi/2026-009", "thong-ke/2026-10"):
        sheet = sheets[name]
        text = Printed.of(press.pdf(replace(sheet, context={**sheet.context, "notes": [note]}), "a4")).text
        assert "Bản gốc cộng sai." in text
        assert "324 (152 + 172)" in text


def test_a_long_title_is_shortened_above_the_following_pages(press: Press, sheets: dict[str, Sheet]) -> None:
    sheet = sheets["thu-tuc/linh-vuc-ho-tich"]
    title = "Danh mục thủ tục hành chính " + "rất dài " * 60
    first, second, *_ = Printed.of(press.pdf(replace(sheet, title=title.strip()), "a4")).pages
    assert "UBND xã Cẩm Giàng: Danh mục thủ tục hành chính rất dài" in second
    assert second.count("rất dài") < 12
    assert "rất dài" not in first


@pytest.mark.parametrize(
    ("date", "parts"),
    [("05/11/2026", ("05", "11", "2026")), ("16/02/2026", ("16", "02", "2026")), ("01/09/2026", ("01", "9", "2026"))],
)
def test_a_letter_is_dated_as_officials_do(
    date: str, parts: tuple[str, str, str], press: Press, sheets: dict[str, Sheet]
) -> None:
    sheet = sheets["thu-xin-loi/2026-009"]
    text = Printed.of(press.pdf(replace(sheet, context={**sheet.context, "signed_on": date}), "a4")).text
    day, month, year = parts
    words = press.snapshot.say(msg("day {day} month {month} year {year}", day=day, month=month, year=year))
    assert f"Cẩm Giàng, {words}" in text


def test_pages_are_counted(press: Press, sheets: dict[str, Sheet]) -> None:
    assert pages_in(press.pdf(sheets["thu-xin-loi/2026-009"], "a4")) == 1

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from builds import DAY, change, lay
from written_links import PAGE, Told, links_of, told_of

from site_gen.base.diagnostics import Severity
from site_gen.joined.codes import SEVERITIES
from site_gen.kinds import KINDS
from site_gen.model.entry import marked_with
from site_gen.model.fields import MarkdownText
from site_gen.pipeline.decide import decide
from site_gen.pipeline.gather import gather
from site_gen.pipeline.request import Request

UNDERSTOOD = [
    "ke-hoach/index.html",
    "/ke-hoach/index.html",
    "../ke-hoach/index.html",
    "./ke-hoach/index.html",
    "ke-hoach/index.html?loc=1",
    "https://binhan.example.gov.vn/ke-hoach/index.html",
    "http://www.binhan.example.gov.vn/",
    "https://binhan.example.gov.vn",
    "/",
    "files/ke-hoach-2026.pdf",
    "/files/ke-hoach-2026.pdf",
    "gioi-thieu.html",
    "#chuc-nang",
    "#chức-năng",
    "#doan-chuc-nang",
    "#",
    "https://chinhphu.vn/đường?a=b#c",
    "mailto:ubnd@binhan.example.gov.vn",
    "tel:02083000111",
    "sitemap.xml#",
    "du-lieu/index.html",
]
ASTRAY = {
    "[x](ke-hoach/khong-co.html)": "HREF001 1:5 ghi địa chỉ tính từ gốc trang web",
    "[x](pages/gioi-thieu.md)": "HREF001 1:5 ghi `gioi-thieu.html`",
    "[x](gioi-thieu.md#doan-a)": "HREF001 1:5 ghi `gioi-thieu.html#doan-a`",
    "[x](ke-hoach/)": "HREF001 1:5 ghi `ke-hoach/index.html`",
    "[x](gioi-thieu)": "HREF001 1:5 ghi `gioi-thieu.html`",
    "[x](Gioi-Thieu.HTML)": "HREF001 1:5 ghi `gioi-thieu.html`",
    "[x](ke-hoach\\index.html)": "HREF001 1:5 ghi `ke-hoach/index.html`",
    "[x](https://binhan.example.gov.vn/Ke-hoach)": "HREF001 1:5 ghi `https://binhan.example.gov.vn/ke-hoach/index.html`",
    "[x](giới-thiệu.html)": "HREF001 1:5 ghi `gioi-thieu.html`",
    "[x](gioi-thiieu.html)": "HREF001 1:5 có phải là `gioi-thieu.html` không?",
    "[x](ke-hoach-2026.pdf)": "HREF003 1:5 ghi `files/ke-hoach-2026.pdf`",
    "[x](tep/ke-hoach-2026.pdf)": "HREF003 1:5 ghi `files/ke-hoach-2026.pdf`",
    "[x](files/Ke-Hoach-2026.PDF)": "HREF003 1:5 ghi `files/ke-hoach-2026.pdf`",
    "[x](files\\ke-hoach-2026.pdf)": "HREF003 1:5 ghi `files/ke-hoach-2026.pdf`",
    "[x](<files/ke hoach 2026.pdf>)": "HREF003 1:6 ghi `files/ke-hoach-2026.pdf`",
    "[x](files/khong-co-gi.pdf)": "HREF003 1:5 chép tệp vào thư mục `files/` của trang web rồi ghi `files/khong-co-gi.pdf`",
    "[x](files/ke-hoach-2025.pdf)": "HREF003 1:5 có phải `files/ke-hoach-2026.pdf` không? Nếu không, chép",
    "[x](files/ke hoach 2026.pdf)": "HREF004 1:4 ghi `[x](files/ke-hoach-2026.pdf)`, không để khoảng trắng",
    "[x] (gioi-thieu.html)": "HREF004 1:5 ghi `[x](gioi-thieu.html)`",
    "(Xem)[gioi-thieu.html]": "HREF004 1:6 chữ viết trước, địa chỉ viết sau: `[Xem](gioi-thieu.html)`",
    "[x]()": "HREF004 1:1 ghi địa chỉ vào giữa",
    "[x](https:/chinhphu.vn)": "HREF004 1:5 viết đủ địa chỉ",
    "[x](https://chinhphu)": "HREF004 1:5 viết đủ địa chỉ",
    "Xem www.chinhphu.vn.": "HREF006 1:5 ghi `https://www.chinhphu.vn`",
    "https://binhan.example.gov.vn/x.html": "HREF001 1:1 ghi địa chỉ",
    "[x](gioi-thieu.html#khong)": "HREF002 1:5 bỏ phần từ `#`",
    "## Một\n\n[x](#mot-cua-2)": "HREF002 3:5",
    "[x][a]\n\n[a]: khong-co.html": "HREF001 3:6 ghi địa chỉ",
    "[khong.html](khong.html) [khong.html](khong.html)": "HREF001 1:14 ghi địa chỉ",
}
"""What is told first of each text."""
NOT_MEANT = [
    "`[x](files/khong co.pdf)` và `www.chinhphu.vn`",
    "Điều 3 [khoản 1] (xem phụ lục 2)",
    "Thư gửi ubnd@www.example.vn",
    "[Ghi chú](#)",
    "Ví dụ:\n\n    [x](khong-co.html)",
]

Each = Callable[[str], list[str]]
"""What is told of one of the texts above."""


def around(target: str) -> str:
    """A text that links there."""
    return f"## Chức năng\n\nXem [ở đây]({target})."


@pytest.fixture(scope="module")
def each(tmp_path_factory: pytest.TempPathFactory) -> Each:
    """All texts are judged at once, each as a page of its own."""
    site = lay(tmp_path_factory.mktemp("links") / "content")
    texts = [*map(around, UNDERSTOOD), *ASTRAY, *NOT_MEANT]
    found = told_of(site, {f"pages/bai-viet-{number}.md": text for number, text in enumerate(texts)})
    return dict(zip(texts, found.values(), strict=True)).__getitem__


@pytest.mark.parametrize("target", UNDERSTOOD)
def test_an_address_is_understood_however_it_was_typed(each: Each, target: str) -> None:
    assert [line for line in each(around(target)) if "sitemap" not in target] == []


@pytest.mark.parametrize(("written", "answer"), ASTRAY.items())
def test_a_link_that_leads_nowhere_is_told_where_it_is_written(each: Each, written: str, answer: str) -> None:
    found = each(written)
    assert found
    assert found[0].startswith(answer), found


def test_equal_links_are_told_one_by_one(told: Told) -> None:
    assert [line.split()[1] for line in told("[a](x-y.html) [b](x-y.html)\n\n[c](x-y.html)")] == ["1:5", "1:19", "3:5"]


@pytest.mark.parametrize("text", NOT_MEANT)
def test_what_was_not_meant_as_a_link_is_left_alone(each: Each, text: str) -> None:
    assert each(text) == []


def test_a_place_of_another_page_is_told_with_the_id_it_has(site: Path, told: Told) -> None:
    (site / "pages/khac.md").write_text("---\ntitle: Khác\n---\n## Mục tiêu\n", encoding="utf-8")
    assert told("[a](khac.html#doan-muc-tieu) [b](khac.html#noi-dung)") == []
    assert told("[a](khac.html#mục-tiêu)") == ["HREF002 1:5 ghi `khac.html#doan-muc-tieu`"]
    assert told("[a](khac.html#doan-muc-tiu)") == ["HREF002 1:5 ghi `khac.html#doan-muc-tieu`"]


def test_a_link_to_a_draft_names_the_draft(site: Path, told: Told) -> None:
    (site / "pages/nhap.md").write_text("---\ntitle: Nháp\ndraft: có\n---\nX.\n", encoding="utf-8")
    (line,) = told("[a](nhap.html)")
    assert line.startswith("HREF001 1:5 đăng bản nháp ấy trước")


def test_markdown_in_yaml_and_in_settings_is_judged_at_its_line(site: Path) -> None:
    change(site / "site.yml", "đã hứa gì", "[đã hứa gì](khong-co.html)")
    units = site / "units/van-phong.yml"
    units.write_text(units.read_text(encoding="utf-8") + "\n  ![Trụ sở](https://a.vn/b.jpg)\n", encoding="utf-8")
    last = units.read_text(encoding="utf-8").count("\n")
    at = {(d.code, d.at.path.rpartition("/")[2], d.at.line, d.at.column) for d in links_of(site)}
    row = next(
        n for n, line in enumerate((site / "site.yml").read_text(encoding="utf-8").split("\n"), 1) if "khong-co" in line
    )
    assert ("IMG002", "van-phong.yml", last, 13) in at
    assert any(code == "HREF001" and (name, line) == ("site.yml", row) for code, name, line, _ in at)


def test_a_portal_and_its_sites_know_each_other_by_whole_addresses(portal: Path) -> None:
    text = "[a](https://xa.example.gov.vn/hoa-binh/gioi-thieu.html) [b](https://xa.example.gov.vn/hoa-binh/khong.html)"
    (portal / "binh-an/pages/them.md").write_text(f"---\ntitle: Thêm\n---\n{text}\n", encoding="utf-8")
    change(portal / "fleet.yml", "title: Cổng", 'title: Cổng\nabout: "[c](binh-an/index.html) [d](binh-an/x.html)"')
    assert [d.message.args[0][1] for d in links_of(portal)] == [
        "https://xa.example.gov.vn/hoa-binh/khong.html",
        "binh-an/x.html",
    ]


def test_every_markdown_field_of_every_kind_is_gone_through() -> None:
    """`marked_with` is what the judge asks; whatever field is marked as Markdown is in its answer, nested ones too."""
    fields = {
        (form.model.__name__, name)
        for kind in KINDS
        for form in kind.forms
        for name, info in form.model.model_fields.items()
        if any(isinstance(m, MarkdownText) for m in info.metadata) or "MarkdownText" in repr(info.annotation)
    }
    assert len(fields) > 15
    for kind in KINDS:
        for form in kind.forms:
            mine = {name for model, name in fields if model == form.model.__name__}
            blank = form.model.model_construct(**dict.fromkeys(form.model.model_fields))
            full = blank.model_copy(update=dict.fromkeys(mine, "[x](y.html)"))
            assert {str(loc[0]) for loc, _, _ in marked_with(full, MarkdownText)} == mine


APOLOGY = """number: 05/TXL-UBND
date: 03/11/2026
unit: van-phong
kind: quá hạn
dossier_code: MAU-2026-0041
received_on: 30/10/2026
due_on: 02/11/2026
cause: phải xác minh thêm
reason: Phải xác minh với xã nơi cư trú trước đây.
new_due_on: 10/11/2026
sent_on: 03/11/2026
signer_role: Phó Chủ tịch UBND xã
posted_from: 03/11/2026
on_board: có
resolved_on: 10/11/2026
posted_to: 03/12/2026
"""
DAYS = [DAY + timedelta(days) for days in (-400, -45, -20, 0, 20, 45, 400, 4000)]


def test_what_changes_with_the_day_alone_is_no_error(site: Path) -> None:
    """Every address that the site has on any of these days is linked; on the others its lack is a warning."""
    (site / "apologies").mkdir()
    (site / "apologies/2026-001.yml").write_text(APOLOGY, encoding="utf-8")
    every: set[str] = set()
    for day in DAYS:
        request = Request(site, site.parent / "output", day)
        jobs, assets = decide(gather(request), request)
        every |= {job.path for job in jobs}
        every |= {asset.path for asset in assets if asset.path.endswith((".atom", ".ics", ".csv", ".json", ".xml"))}
    (site / "pages/moi-noi.md").write_text(PAGE + "\n".join(f"[x]({path})" for path in sorted(every)), encoding="utf-8")
    told = [d for day in DAYS for d in links_of(site, day) if d.at.path.endswith("moi-noi.md")]
    assert {d.message.args[0][1] for d in told if d.code != "HREF005"} == set()
    assert {d.severity for d in told} == {Severity.WARNING}


def test_places_come_and_go_with_the_day_too() -> None:
    assert SEVERITIES["HREF002"] is Severity.WARNING

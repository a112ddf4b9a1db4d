"""A plan's table speaks with the plan's own words: its columns, its order, its number, its misprints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from builds import built
from site_folders import BASE_SITE, lay_out

from site_gen.kinds.plan.headings import columns, lower_first, words
from site_gen.kinds.plan.model import Headings

HEADINGS = {
    "row": "Stt",
    "targets": "Mục tiêu phải đạt",
    "task": "Nội dung cần làm",
    "part": "Giải pháp",
    "outputs": "Kết quả đầu ra",
    "lead": "Cơ quan thực hiện",
    "coordinating": "Cơ quan cùng làm",
    "budget": "Kinh phí triển khai (triệu đồng)",
    "deadline": "Thời gian hoàn thành",
    "remark": "Ghi chú",
}
TASKS = """arranged_by: lead
targets:
  - {id: m1, no: "1", text: Văn bản đúng luật}
  - {id: m2, no: "2", text: Phục vụ tốt hơn}
tasks:
  - id: a
    no: "1"
    area: I
    targets: [m1]
    text: Rà soát văn bản
    lead: Tư pháp - Hộ tịch
    deadline: Quý I/2023
    budget: "5"
    remark: Việc mới
  - id: b
    no: "2"
    area: II
    targets: [m2]
    text: Niêm yết thủ tục
    lead: Văn phòng UBND xã
    coordinating: Tư pháp - Hộ tịch
    outputs: Bảng niêm yết
    parts:
      - {no: "1", text: Soạn bảng niêm yết, deadline: tháng 01/2032, deadline_read_as: tháng 01/2023}
      - {no: "2", text: Treo bảng niêm yết, deadline: Thường xuyên}
  - {id: c, no: "3", area: I, targets: [m2], text: Kiểm tra văn bản, lead: Văn phòng UBND xã, deadline: Quý IV/2023}
anomalies:
  - {code: PLAN010, at: b/1, reason: "Văn bản ghi năm 2032, các dòng khác ghi năm 2023."}
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every page of a site with such a plan, by address, as HTML without the search index."""
    root = tmp_path_factory.mktemp("headings")
    site = lay_out(root / "site", (BASE_SITE,))
    head = "headings:\n" + "".join(f"  {name}: {words}\n" for name, words in HEADINGS.items())
    folder = site / "plans" / "ke-hoach"
    (folder / "tasks.yml").write_text(head + TASKS, encoding="utf-8")
    plan = (folder / "plan.md").read_text(encoding="utf-8")
    decision = "decision: {title: Quyết định ban hành kế hoạch, number: 77/QĐ-UBND, date: 04/01/2023}\nmoney_unit: triệu đồng\n"
    plan = plan.replace("number: 12/KH-UBND\n", decision)
    (folder / "plan.md").write_text(plan, encoding="utf-8")
    outcome = built(site, root / "out")
    assert outcome.published is not None, [(d.at, str(d.message)) for d in outcome.found]
    return {
        p.relative_to(root / "out").as_posix(): p.read_text(encoding="utf-8") for p in (root / "out").rglob("*.html")
    }


def text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html.replace("\u00a0", " ")).split())


def test_every_column_of_the_printed_table_bears_the_documents_heading(pages: dict[str, str]) -> None:
    heads = re.findall(r'<th scope="col">([^<]+)</th>', pages["ke-hoach/ke-hoach/phu-luc.html"])
    assert heads == [*HEADINGS.values(), "Tình trạng"]


def test_no_page_says_that_somebody_leads_where_the_document_does_not(pages: dict[str, str]) -> None:
    told = {
        url
        for url, html in pages.items()
        if url.startswith(("ke-hoach/", "don-vi/")) and "chủ trì" in text(html).lower()
    }
    assert told == set()


@pytest.mark.parametrize(
    "url",
    [
        "ke-hoach/ke-hoach.html",
        "ke-hoach/ke-hoach/phu-luc.html",
        "ke-hoach/ke-hoach/nhiem-vu/b.html",
        "ke-hoach/ke-hoach/quy/1.html",
        "don-vi/van-phong.html",
    ],
)
def test_the_heading_stands_wherever_the_column_does(pages: dict[str, str], url: str) -> None:
    found = (
        url if url in pages else next(u for u in pages if u.startswith("don-vi/") and "Niêm yết thủ tục" in pages[u])
    )
    assert "Cơ quan thực hiện" in text(pages[found])


def test_choosing_by_unit_says_what_the_unit_does(pages: dict[str, str]) -> None:
    assert "Theo cơ quan thực hiện" in text(pages["ke-hoach/ke-hoach.html"])
    titles = [
        text(re.search("<h1>(.*?)</h1>", html)[1])
        for url, html in pages.items()
        if url.startswith("ke-hoach/ke-hoach/don-vi/")
    ]
    assert sorted(titles) == ["Cơ quan thực hiện: Tư pháp - Hộ tịch", "Cơ quan thực hiện: Văn phòng UBND xã"]


def test_the_number_of_a_task_is_not_that_of_a_line_in_its_cell(pages: dict[str, str]) -> None:
    numbers = re.findall(r'<td class="no"><a [^>]*>([^<]*)</a>', pages["ke-hoach/ke-hoach/phu-luc.html"])
    assert numbers == ["1", "2", "3"]
    rows = re.findall(
        r'<tr id="viec-b-\d">\s*<td class="num" data-l="[^"]+">([^<]*)</td>', pages["ke-hoach/ke-hoach/quy/1.html"]
    )
    assert rows == ["2"]


def test_a_plan_that_goes_by_people_has_a_heading_for_each_of_them_once(pages: dict[str, str]) -> None:
    for url in ("ke-hoach/ke-hoach/phu-luc.html", "ke-hoach/ke-hoach.html"):
        heads = [text(h) for h in re.findall(r'<tr class="area"[^>]*>(.*?)</tr>', pages[url])]
        assert heads == ["Tư pháp - Hộ tịch", "Văn phòng UBND xã"]


@pytest.mark.parametrize(
    "url", ["ke-hoach/ke-hoach.html", "ke-hoach/ke-hoach/phu-luc.html", "ke-hoach/ke-hoach/nhiem-vu/b.html"]
)
def test_a_misprint_stands_beside_what_it_is_read_as(pages: dict[str, str], url: str) -> None:
    assert "tháng 01/2032 (hiểu là: tháng 01/2023)" in text(pages[url])


def test_a_plan_issued_with_a_decision_names_it_instead_of_a_blank_number(pages: dict[str, str]) -> None:
    for url in ("ke-hoach/ke-hoach.html", "ke-hoach/ke-hoach/van-ban.html"):
        assert "77/QĐ-UBND" in text(pages[url])
        assert "để trống số" not in text(pages[url])


def test_every_column_can_be_called_as_the_document_calls_it() -> None:
    assert set(Headings.model_fields) == set(vars(words(None, "vi"))) == set(HEADINGS)


@pytest.mark.parametrize(
    ("heading", "within"), [("Cơ quan thực hiện", "cơ quan thực hiện"), ("CQ thực hiện", "CQ thực hiện")]
)
def test_a_heading_in_a_sentence_begins_small_unless_it_is_an_abbreviation(heading: str, within: str) -> None:
    assert lower_first(heading) == within


def test_tasks_that_serve_the_same_target_share_its_cell(pages: dict[str, str]) -> None:
    cells = re.findall(r'<td class="aim"([^>]*)>([^<]*)</td>', pages["ke-hoach/ke-hoach/phu-luc.html"])
    assert [(re.search(r"rowspan", how) is not None, words) for how, words in cells] == [
        (False, "1. Văn bản đúng luật"),
        (True, "2. Phục vụ tốt hơn"),
    ]


def test_what_the_document_remarks_stands_in_its_own_column(pages: dict[str, str]) -> None:
    for url in ("ke-hoach/ke-hoach/phu-luc.html", "ke-hoach/ke-hoach/nhiem-vu/a.html"):
        assert "Việc mới" in text(pages[url])
    assert '<td data-l="Ghi chú">Việc mới</td>' in pages["ke-hoach/ke-hoach/phu-luc.html"]


@pytest.mark.parametrize(
    ("stated", "held", "shown"),
    [
        # no columns told: the usual ones, and those in which something stands
        ((), (), ("task", "lead", "deadline")),
        ((), ("outputs", "coordinating"), ("task", "outputs", "lead", "coordinating", "deadline")),
        # columns as the document prints them, in its order, also where nothing stands in them
        (("row", "task", "lead", "budget", "deadline", "remark"), (), ("task", "lead", "budget", "deadline", "remark")),
        (("targets", "task", "lead"), ("lead",), ("targets", "task", "lead")),
        # what the document has no column for stands with its kin, anything else at its usual place
        (("task", "lead"), ("part", "coordinating", "lead"), ("task", "lead")),
        (("task", "lead"), ("outputs", "budget"), ("task", "outputs", "lead", "budget")),
        (("deadline",), ("part",), ("task", "part", "deadline")),
    ],
)
def test_the_columns_are_those_of_the_document_and_nothing_is_lost(
    stated: tuple[str, ...], held: tuple[str, ...], shown: tuple[str, ...]
) -> None:
    own = Headings.model_validate({name: name for name in stated}) if stated else None
    assert columns(own, frozenset(held)) == shown


def test_parts_and_helpers_stand_with_their_kin_where_the_document_has_no_column_for_them(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site", (BASE_SITE,))
    head = "headings: {task: Nội dung, lead: Cơ quan thực hiện, deadline: Thời gian}\n"
    (site / "plans" / "ke-hoach" / "tasks.yml").write_text(head + TASKS, encoding="utf-8")
    outcome = built(site, tmp_path / "out")
    assert outcome.published is not None, [(d.at, str(d.message)) for d in outcome.found]
    table = (tmp_path / "out" / "ke-hoach" / "ke-hoach" / "phu-luc.html").read_text(encoding="utf-8")
    task, lead = (
        re.findall(pattern, table, re.S) for pattern in (r'<th class="what".*?</th>', r'data-l="Cơ quan.*?</td>')
    )
    assert [text(cell) for cell in task][1:3] == ["Niêm yết thủ tục 1 Soạn bảng niêm yết", "2 Treo bảng niêm yết"]
    assert text(lead[1].partition(">")[2]) == "Văn phòng UBND xã Phối hợp: Tư pháp - Hộ tịch"

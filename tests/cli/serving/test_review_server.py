"""An import in the browser: every doubt leads to its cell and to its line, and back; nothing of the file is markup."""

from __future__ import annotations

import re
import socket
from datetime import date
from pathlib import Path
from threading import Thread
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import html5lib
import pytest

from site_gen.cli.serving import review
from site_gen.cli.serving.review import MOST_ROWS
from site_gen.importers.importing import Asked
from site_gen.importers.known import TARGETS, likely_target
from site_gen.importers.table import Book, table_of

HEAD = ["TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Thời gian hoàn thành"]
ROWS = [
    HEAD,
    ["1", "Lập kế hoạch <script>alert(1)</script>", "Kế hoạch", "Văn phòng", "Quý I/2026"],
    ["3", "Báo cáo", "Báo cáo", "Văn phòng", "Quý IV/2099"],
]


def _page(rows: list[list[str]] = ROWS) -> str:
    book = Book("phu-luc.csv", "csv", (table_of(rows, 1),))
    target = likely_target(book) or TARGETS[0]
    imported = target.read(book, Asked(date(2026, 11, 30), "cchc-2026"))
    return review.page(book, imported, "a plan", "en", "phu-luc.csv").decode()


def test_every_link_leads_to_something_on_the_page_and_every_id_is_there_once() -> None:
    html = _page()
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    links = re.findall(r'href="#([^"]+)"', html)
    assert len(links) > 4
    assert set(links) <= set(ids)


def test_a_doubt_leads_to_its_cell_and_to_the_line_written_for_it() -> None:
    html = _page()
    doubt = re.search(r'<li id="n(\d+)">.{0,80}IMP003.*?</li>', html, re.DOTALL)
    assert doubt is not None
    cell, line = re.findall(r'href="#([^"]+)"', doubt[0])
    assert re.search(rf'<td id="{cell}" class="doubtful">3 <a href="#n{doubt[1]}">', html)
    shown = re.search(rf'id="{line}">(.*?)<a href="#n{doubt[1]}">', html)
    assert shown is not None
    assert "cần xem" in shown[1]


def test_it_is_valid_and_what_the_file_says_is_text() -> None:
    html = _page()
    html5lib.HTMLParser(strict=True).parse(html)
    assert "<script" not in html


def test_a_long_table_is_cut_and_says_so() -> None:
    html = _page([HEAD, *([str(n), f"Việc {n}", "", "Văn phòng", "Quý I/2026"] for n in range(1, MOST_ROWS + 50))])
    assert "50 more rows are not shown" in html
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(re.findall(r'\bid="([^"]+)"', html))


def test_a_file_without_doubts_says_so() -> None:
    html = _page([["Số, ký hiệu", "Ngày ban hành", "Trích yếu"], ["12/QĐ-UBND", "05/3/2026", "Quy chế"]])
    assert "Nothing is doubtful" in html


@pytest.fixture(scope="module")
def address() -> str:
    import asyncio

    from tornado.httpserver import HTTPServer

    from site_gen.cli.serving.reviewing import Review

    listening = socket.create_server(("127.0.0.1", 0))
    listening.setblocking(False)
    css = (Path(review.__file__).parent / "review.css").read_bytes()
    shown = Review(listening, _page().encode(), css)

    async def serve() -> None:
        HTTPServer(shown.application()).add_socket(listening)
        await asyncio.Event().wait()

    Thread(target=lambda: asyncio.run(serve()), daemon=True).start()
    return shown.address


def test_it_is_served_to_this_computers_own_browser_alone(address: str) -> None:
    with urlopen(address, timeout=10) as answer:
        assert b"phu-luc.csv" in answer.read()
        assert answer.headers["Cache-Control"] == "no-store"
    with urlopen(address + "review.css", timeout=10) as answer:
        assert answer.headers["Content-Type"].startswith("text/css")
    with pytest.raises(HTTPError, match="421"):
        urlopen(Request(address, headers={"Host": "example.gov.vn"}), timeout=10)
    with pytest.raises(HTTPError, match="404"):
        urlopen(address + "etc/passwd", timeout=10)

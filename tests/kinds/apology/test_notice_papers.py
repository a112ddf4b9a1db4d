"""The papers of a notice: whole on its page while it stands, afterwards and elsewhere only which paper it is and its number."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from builds import clean, lay_bare, tree
from posted_notice import FIRST, LAST, PAGE, written

from site_gen.joined.site import agenda_of
from site_gen.pipeline.evidence_pack import pack
from site_gen.pipeline.gather import gather
from site_gen.pipeline.request import Request

KEPT = b"%PDF-1.4\nZebra\n"
PAPERS = """evidence:
  - {title: biên bản niêm yết, number: 14/BB, date: 05/11/2026, file: files/bien-ban-007.pdf}
  - {title: Đơn của Zebra, number: 15/BB, date: 05/11/2026, proves: Lời của Zebra}
  - {title: Phiếu của Zebra, number: 16/PG, inside: có, file: files/zebra.pdf}
  - {title: Biên bản gỡ niêm yết, due: 08/12/2026, role: Công chức Văn phòng}
"""
ASSESSOR, SUPPLIER = "minh-chung/thu-xin-loi.html", "minh-chung/nop/chuc-danh-cong-chuc-van-phong.html"
Output = Callable[[date], dict[str, bytes]]


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = written(tmp_path_factory.mktemp("papers") / "content", lay_bare)
    with (site / "apologies" / "2026-007.yml").open("a", encoding="utf-8") as file:
        file.write(PAPERS)
    (site / "files" / "bien-ban-007.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    (site / "files" / "zebra.pdf").write_bytes(KEPT)
    return site


@pytest.fixture(scope="module")
def on(content: Path) -> Output:
    return cache(lambda day: clean(content, content.parent / day.isoformat(), as_of=day))


def text(page: bytes) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.decode()).replace("\u00a0", " ").split())


def naming(files: dict[str, bytes], word: str) -> set[str]:
    """The files that hold a word, or bear it as a name."""
    return {path for path, data in files.items() if word in path or word.encode() in data}


def test_while_it_stands_its_page_shows_every_paper_and_only_a_number_of_those_kept_inside(on: Output) -> None:
    page = on(FIRST)[PAGE].decode()
    assert "files/bien-ban-007.pdf" in page
    assert "Đơn của Zebra" in page
    assert "16/PG" in page
    assert hashlib.sha256(KEPT).hexdigest() in page
    assert "Phiếu của Zebra" not in page


def test_its_own_words_leave_its_page_on_no_day(on: Output) -> None:
    files = on(FIRST)
    assert naming(files, "Zebra") == {PAGE}
    assert naming(files, "zebra.pdf") == set()
    page = text(files[ASSESSOR])
    assert "Biên bản niêm yết" in page
    assert "giấy tờ khác của thư" in page
    assert "bien-ban-007" not in files[ASSESSOR].decode()


def test_afterwards_nothing_is_left_but_kind_number_and_day(on: Output) -> None:
    files = on(LAST + timedelta(1))
    assert naming(files, "Zebra") | naming(files, "zebra.pdf") | naming(files, "bien-ban-007") == set()
    assert "14/BB" in text(files[ASSESSOR])
    assert "14/BB" not in text(files[PAGE])


def test_before_its_posting_nothing_is_known_of_them(on: Output) -> None:
    files = on(FIRST - timedelta(1))
    assert naming(files, "14/BB") | naming(files, "bien-ban-007") == set()
    assert ASSESSOR not in files


def test_who_has_to_supply_one_finds_it(on: Output) -> None:
    assert "trước hết ngày 08/12/2026" in text(on(FIRST)[SUPPLIER])


@pytest.mark.parametrize(("day", "state"), [(date(2026, 12, 8), "due"), (date(2026, 12, 9), "missing")])
def test_a_paper_is_due_and_then_missing(content: Path, day: date, state: str) -> None:
    (snapshot,) = gather(Request(content, content.parent / "none", day)).snapshots
    found = [line for line in agenda_of(snapshot) if "Biên bản gỡ niêm yết" in line.what]
    assert [(line.state, line.when, line.who) for line in found] == [(state, date(2026, 12, 8), "Công chức Văn phòng")]
    assert found[0].place.endswith("apologies/2026-007.yml")


def test_a_pack_outlives_the_notice_and_holds_nothing_of_its_own_words(content: Path) -> None:
    out = content.parent / "packs"
    assert pack(Request(content, out, FIRST, jobs=1), ("apologies",)).published is not None
    files = {path: data for path, data in tree(out).items() if path.startswith("thu-xin-loi/")}
    assert naming(files, "Biên bản niêm yết")
    assert naming(files, "Zebra") | naming(files, "bien-ban-007") | naming(files, "MAU-KHONG-DE-LAI") == set()

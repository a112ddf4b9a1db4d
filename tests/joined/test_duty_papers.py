"""Papers of the duties of disclosure: asked for or there, checked like those of entries, and kept inside where they say so."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from builds import DAY, clean, lay_bare

from site_gen.joined.due_days import due_days
from site_gen.joined.ledger import ledger_of
from site_gen.joined.published import disclosures_of
from site_gen.joined.site import agenda_of, scheduled_changes_of
from site_gen.pipeline.evidence_pack import pack
from site_gen.pipeline.gather import Gathered, gather
from site_gen.pipeline.request import Request
from site_gen.rules.snapshot import Snapshot

SECRET = b"%PDF-1.4\nZebra\n"
PAPERS = """duties:
  changed:
    - id: d05
      reason: Đoàn kiểm tra đòi biên bản.
      evidence:
        - {title: Biên bản niêm yết, unit: trung-tam-phuc-vu, due: 20/12/2026}
        - {title: Sổ theo dõi, role: Công chức Văn phòng}
        - {title: Quyết định công khai, number: 12/QĐ-UBND, date: 01/11/2026, file: files/quyet-dinh.pdf}
        - {title: Biên bản Zebra, number: 07/BB, inside: có, file: files/bien-ban-zebra.pdf, proves: Lời Zebra}
    - id: d06
      reason: Mỗi tháng một biên bản.
      evidence: [{title: Biên bản chốt số liệu, period: tháng 12/2026}]
"""
Site = Callable[[str], Path]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Lays a site with the settings that are given."""

    def laid(settings: str) -> Path:
        content = lay_bare(tmp_path / "content")
        with (content / "site.yml").open("a", encoding="utf-8") as file:
            file.write(settings)
        (content / "files").mkdir(exist_ok=True)
        (content / "files" / "quyet-dinh.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
        (content / "files" / "bien-ban-zebra.pdf").write_bytes(SECRET)
        return content

    return laid


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = lay_bare(tmp_path_factory.mktemp("duties") / "content")
    with (home / "site.yml").open("a", encoding="utf-8") as file:
        file.write(PAPERS)
    (home / "files").mkdir(exist_ok=True)
    (home / "files" / "quyet-dinh.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    (home / "files" / "bien-ban-zebra.pdf").write_bytes(SECRET)
    return home


@pytest.fixture(scope="module")
def output(content: Path) -> dict[str, bytes]:
    return clean(content, content.parent / "output", as_of=DAY)


def read(content: Path, day: date = DAY) -> Gathered:
    return gather(Request(content, content.parent / "none", day))


@pytest.fixture(scope="module")
def snapshot(content: Path) -> Snapshot:
    return read(content).snapshots[0]


def text(page: bytes) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.decode()).replace("\u00a0", " ").split())


def faults(content: Path) -> list[tuple[str, int]]:
    return [(d.code, d.at.line) for d in read(content).found if d.at.path.endswith("site.yml")]


def test_the_assessor_sees_what_is_there_and_what_is_missing_of_a_duty(output: dict[str, bytes]) -> None:
    page = text(output["minh-chung/cong-khai.html"])
    assert "Biên bản niêm yết" in page
    assert "12/QĐ-UBND" in page
    assert b"files/quyet-dinh.pdf" in output["minh-chung/cong-khai.html"]


def test_the_state_of_disclosure_tells_what_is_missing(output: dict[str, bytes]) -> None:
    page = text(output["cong-khai/tinh-trang.html"])
    assert "thiếu “Sổ theo dõi”" in page
    assert "Đoàn kiểm tra đòi biên bản." in page


def test_a_unit_and_a_role_find_what_they_supply(output: dict[str, bytes]) -> None:
    assert "Biên bản niêm yết" in text(output["minh-chung/nop/trung-tam-phuc-vu.html"])
    assert "Biên bản niêm yết" in text(output["don-vi/trung-tam-phuc-vu.html"])
    assert "Sổ theo dõi" in text(output["minh-chung/nop/chuc-danh-cong-chuc-van-phong.html"])


def test_lists_calendar_and_changes_name_the_day(snapshot: Snapshot) -> None:
    found = [(a.state, a.when, a.place) for a in agenda_of(snapshot) if a.what.startswith(("D05: ", "D06: "))]
    assert found == [("due", date(2026, 12, 20), "d05"), ("due", date(2027, 1, 15), "d06"), ("missing", None, "d05")]
    ledger = ledger_of(snapshot, disclosures_of(snapshot))
    assert ("duty/d05", date(2026, 12, 20)) in {(d.key, d.day) for d in due_days(snapshot, ledger)}
    assert date(2026, 12, 21) in {c.day for c in scheduled_changes_of(snapshot) if c.place == "d05"}


def test_a_paper_kept_inside_leaves_number_and_digest_alone(output: dict[str, bytes]) -> None:
    leaks = [path for path, data in output.items() if re.search(rb"zebra", path.encode() + data, re.IGNORECASE)]
    assert leaks == []
    page = text(output["minh-chung/cong-khai.html"])
    assert "07/BB" in page
    assert hashlib.sha256(SECRET).hexdigest() in page


def test_the_pack_holds_what_may_be_handed_out(content: Path) -> None:
    out = content.parent / "packs"
    assert pack(Request(content, out, DAY, jobs=1), ("duties",)).published is not None
    names = [path.name for path in out.rglob("*")]
    assert "quyet-dinh.pdf" in names
    assert not [name for name in names if "zebra" in name]


@pytest.mark.parametrize(
    ("paper", "code"),
    [
        ("{title: Biên bản, unit: Phòng không có}", "REF001"),
        ("{title: Biên bản, file: files/khong-co.pdf}", "REF002"),
        ("{title: Biên bản, file: files/quyet-dinh.pdf, sha256: " + "0" * 64 + "}", "PAPER001"),
        ("{title: Lịch năm trước, number: 02/L, date: 05/5/2025}", "PAPER002"),
    ],
)
def test_a_fault_of_a_paper_is_found_at_its_place(paper: str, code: str, site: Site) -> None:
    own = "duties:\n  add:\n    - id: x-01\n      title: Lịch\n      text: Lịch tiếp.\n      who: Văn phòng\n"
    own += f"      since: 01/01/2026\n      evidence:\n        - {paper}\n"
    content = site(own)
    line = 1 + next(
        n for n, text in enumerate((content / "site.yml").read_text(encoding="utf-8").splitlines()) if paper in text
    )
    assert faults(content) == [(code, line)]


def test_a_paper_of_an_earlier_year_that_holds_for_this_one_says_so(site: Site) -> None:
    own = "duties:\n  add:\n    - id: x-01\n      title: Lịch\n      text: Lịch tiếp.\n      who: Văn phòng\n"
    own += (
        "      since: 01/01/2026\n      evidence: [{title: Lịch, number: 02/L, date: 15/12/2025, period: năm 2026}]\n"
    )
    assert faults(site(own)) == []

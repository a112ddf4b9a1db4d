"""Proof: what is missing is told wherever it is looked for, the points are counted once, and what is kept inside stays inside."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from builds import built
from proof_site import DAY, SECRET, lay_proofs

from site_gen.joined.ledger import ledger_of
from site_gen.joined.proofs import proofs_of
from site_gen.joined.published import disclosures_of
from site_gen.joined.site import agenda_of, scheduled_changes_of
from site_gen.pipeline.gather import gather
from site_gen.pipeline.request import Request
from site_gen.rules.snapshot import Snapshot


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_proofs(tmp_path_factory.mktemp("proofs") / "content")


@pytest.fixture(scope="module")
def snapshot(site: Path) -> Snapshot:
    return gather(Request(site, site.parent / "none", DAY)).snapshots[0]


@pytest.fixture(scope="module")
def output(site: Path) -> dict[str, bytes]:
    out = site.parent / "output"
    outcome = built(site, out, as_of=DAY)
    assert outcome.published is not None, [(d.code, d.at, str(d.message)) for d in outcome.found if d.severity > 1]
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file()}


def text(page: bytes) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.decode()).replace("\u00a0", " ").split())


def test_points_that_hang_on_a_part_do_not_hang_on_the_whole_once_more(snapshot: Snapshot) -> None:
    card = next(s for s in proofs_of(snapshot, ledger_of(snapshot, disclosures_of(snapshot))) if s.kind == "scorecard")
    assert {line.key: line.stake and str(line.stake) for line in card.unproved} == {"3": None, "3.1": "1", "3.2": "1"}
    assert str(card.stake) == "2"


def test_what_is_missing_is_listed_with_its_points_its_day_and_who_owes_it(snapshot: Snapshot) -> None:
    found = [line for line in agenda_of(snapshot) if line.place.startswith("chi-so#")]
    assert [(line.state, line.place, line.when, line.who) for line in found] == [
        ("due", "chi-so#3.1", date(2023, 11, 19), "Tư pháp - Hộ tịch"),
        ("missing", "chi-so#3", None, ""),
        ("missing", "chi-so#3.2", None, ""),
    ]
    assert "3.1: thiếu “Báo cáo kiểm soát” (1 điểm)" in found[0].what


def test_the_page_changes_on_the_day_after_the_last_one(snapshot: Snapshot) -> None:
    assert ("chi-so#3.1", date(2023, 11, 20)) in {(c.place, c.day) for c in scheduled_changes_of(snapshot)}


def test_a_unit_sees_what_it_owes(output: dict[str, bytes]) -> None:
    page = text(output["don-vi/tu-phap.html"])
    assert "Minh chứng còn phải nộp" in page
    assert "Báo cáo kiểm soát" in page


def test_task_and_criterion_lead_to_each_other(output: dict[str, bytes]) -> None:
    assert b'href="../../../chi-so/chi-so.html#tc-3.1"' in output["ke-hoach/ke-hoach/nhiem-vu/a.html"]
    assert b"nhiem-vu/a.html" in output["chi-so/chi-so.html"]
    assert b"nhiem-vu/a.html" in output["minh-chung/chi-so/chi-so.html"]
    assert b"#tc-3.1" in output["minh-chung/ke-hoach/ke-hoach.html"]


def test_a_paper_that_proves_two_criteria_says_so_at_both(output: dict[str, bytes]) -> None:
    page = output["chi-so/chi-so.html"].decode()
    assert len(re.findall(r"Cũng chứng minh cho.{0,40}?#tc-3\.[12]", page, re.DOTALL)) == 2


def test_what_is_missing_comes_first_on_the_page_of_the_assessor(output: dict[str, bytes]) -> None:
    page = text(output["minh-chung/chi-so/chi-so.html"])
    assert page.rindex("Kiểm soát thủ tục") < page.rindex("Chính quyền cơ sở")
    assert "minh-chung/index.html" in output["index.html"].decode()


def test_the_assessor_finds_a_component_on_a_page_of_its_own(output: dict[str, bytes]) -> None:
    page = text(output["minh-chung/chi-so/chi-so/2.html"])
    assert "Chính quyền cơ sở" in page
    assert "Kiểm soát thủ tục" not in page


def opened(path: str, data: bytes) -> Iterator[bytes]:
    """The bytes of a file, and of what is packed in it."""
    yield data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for name in packed.namelist():
                yield from opened(name, packed.read(name))


def test_a_paper_kept_inside_leaves_its_number_and_its_digest_and_nothing_else(output: dict[str, bytes]) -> None:
    leaks = {
        path
        for path, data in output.items()
        for part in (path.encode(), *opened(path, data))
        if re.search(rb"zebra|012345678901", part, re.IGNORECASE)
    }
    assert leaks == set()
    assert not [path for path, data in output.items() if data == SECRET]
    page = text(output["chi-so/chi-so.html"])
    assert "07/BB" in page
    assert hashlib.sha256(SECRET).hexdigest() in page
    assert "09/BB" in text(output["ke-hoach/ke-hoach/nhiem-vu/a.html"])

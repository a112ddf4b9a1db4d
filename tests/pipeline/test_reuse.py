"""What stands beside the pages of a site that is really built: of a real authority, of an illustration, of a portal."""

from __future__ import annotations

import io
import json
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from builds import DAY, built, change, clean, lay
from posted_notice import FIRST, written

from site_gen.base.messages import say
from site_gen.pipeline import extras
from site_gen.pipeline.gather import gather
from site_gen.pipeline.request import Request

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A real authority's site, with workbooks."""
    home = tmp_path_factory.mktemp("real")
    content = written(home / "content")
    with (content / "site.yml").open("a", encoding="utf-8") as file:
        file.write("open_data: {xlsx: có, licence: CC0-1.0}\nsecurity_contact: antoan@binhan.example.gov.vn\n")
    return clean(content, home / "out", as_of=FIRST)


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The same as an illustration."""
    home = tmp_path_factory.mktemp("shown")
    return clean(lay(home / "content"), home / "out")


def test_a_real_site_can_be_found_and_written_to(real: dict[str, bytes]) -> None:
    assert real["robots.txt"].decode().splitlines() == [
        "User-agent: *",
        "Disallow: ",
        "",
        "Sitemap: https://binhan.example.gov.vn/sitemap.xml",
    ]
    assert b"Contact: mailto:antoan@binhan.example.gov.vn" in real[".well-known/security.txt"]
    listed = {
        (e.text or "").removeprefix("https://binhan.example.gov.vn/")
        for e in ET.fromstring(real["sitemap.xml"]).iter(LOC)
    }
    assert listed <= {path for path in real if path.endswith(".html")}
    assert "du-lieu/don-vi.html" in listed


def test_an_illustration_can_be_neither(shown: dict[str, bytes]) -> None:
    assert shown["robots.txt"] == b"User-agent: *\nDisallow: /\n"
    assert not {"sitemap.xml", ".well-known/security.txt"} & set(shown)
    package = json.loads(shown["du-lieu/datapackage.json"])
    assert package["contributors"][0]["title"] == "Người dựng trang minh họa này, không phải Ủy ban nhân dân xã Bình An"


def test_where_there_is_no_contact_there_is_no_security_txt(tmp_path: Path) -> None:
    content = written(tmp_path / "content")
    change(content / "site.yml", "  email: ubnd@binhan.example.gov.vn\n", "")
    assert ".well-known/security.txt" not in clean(content, tmp_path / "out")


def test_workbooks_lie_beside_every_table_but_those_whose_rows_pass(real: dict[str, bytes]) -> None:
    names = {p.removesuffix(".csv") for p in real if p.startswith("du-lieu/") and p.endswith(".csv")}
    books = {p.removesuffix(".xlsx") for p in real if p.endswith(".xlsx")}
    assert names - books == {"du-lieu/thu-xin-loi"}
    sheet = openpyxl.load_workbook(io.BytesIO(real["du-lieu/don-vi.xlsx"])).worksheets[0]
    assert [cell.value for cell in sheet[1]][:2] == ["id", "name"]


def test_without_the_library_a_wish_for_workbooks_is_refused_at_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = lay(tmp_path / "content")
    change(content / "site.yml", "place:", "open_data:\n  xlsx: có\nplace:")
    monkeypatch.setattr(extras, "find_spec", lambda name: None)
    (fault,) = [d for d in gather(Request(content, tmp_path / "out", DAY)).found if d.code == "SITE004"]
    assert (fault.at.line, fault.at.column) == (4, 9)
    assert extras.install_command("xlsx") in say(fault.hint, "en")
    assert built(content, tmp_path / "out").published is None


def test_the_version_counts_what_is_there_and_knows_no_clock(real: dict[str, bytes]) -> None:
    told = json.loads(real["version.json"])
    assert told["as_of"] == FIRST.isoformat()
    assert told["counts"]["pages"] == sum(path.endswith(".html") for path in real)
    assert told["counts"]["entries"]["apology"] == 1
    assert set(told) == {"generator", "as_of", "newest_content", "counts", "content_sha256", "registers_sha256"}


def test_the_digest_of_the_content_changes_with_the_content_and_not_with_the_day(tmp_path: Path) -> None:
    content = lay(tmp_path / "content")

    def digest(day: date = DAY) -> str:
        (only,) = gather(Request(content, tmp_path / "out", day)).snapshots
        return only.catalog.digest

    before = digest()
    assert digest(DAY + timedelta(1)) == before
    with (content / "units" / "van-phong.yml").open("a", encoding="utf-8") as file:
        file.write("# chỉ một lời nhắc\n")
    assert digest() != before


def test_a_portal_speaks_for_its_sites_at_its_root(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "fleet.yml").write_text(
        "title: Cổng\nsites: [xa-a, xa-b]\nbase_url: https://x.vn/cong\nsecurity_contact: https://x.vn/bao-loi\n",
        encoding="utf-8",
    )
    written(content / "xa-a")
    lay(content / "xa-b")
    files = clean(content, tmp_path / "out", as_of=FIRST, base_url="https://x.vn/cong")
    robots = files["robots.txt"].decode().splitlines()
    assert robots == ["User-agent: *", "Disallow: /cong/xa-b/", "", "Sitemap: https://x.vn/cong/xa-a/sitemap.xml"]
    assert b"Contact: https://x.vn/bao-loi" in files[".well-known/security.txt"]
    assert [s["url"] for s in json.loads(files["version.json"])["sites"]] == ["xa-a/", "xa-b/"]


def test_what_a_page_tells_machines_is_looked_through_like_its_words(tmp_path: Path) -> None:
    content = written(tmp_path / "content")
    change(content / "site.yml", "place: tỉnh Thái Nguyên", "place: tỉnh Thái Nguyên, hỏi 0912 345 678")
    outcome = built(content, tmp_path / "out", as_of=FIRST)
    assert {d.code for d in outcome.found if d.severity >= 3} <= {"PRIVACY002"}
    assert outcome.published is None

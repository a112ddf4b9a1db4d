"""Evidence packs: what is in them, what may not be, and that the same content gives the same bytes."""

from __future__ import annotations

import io
import posixpath
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import bagit
import openpyxl
import pytest
from builds import built, tree
from proof_site import DAY, lay_proofs

from site_gen.outputs.writer.refused import OutputRefused
from site_gen.pipeline.evidence_pack import UnknownSet, lacking, pack
from site_gen.pipeline.request import Request

NAMES = {"bang-diem-chi-so", "ke-hoach-ke-hoach", "nghia-vu"}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_proofs(tmp_path_factory.mktemp("packs") / "content")


@pytest.fixture(scope="module")
def asked(content: Path) -> Request:
    return Request(content, content.parent / "packs", DAY, jobs=1)


@pytest.fixture(scope="module")
def out(asked: Request) -> Path:
    outcome = pack(asked, ())
    assert outcome.published is not None, [(d.code, str(d.message)) for d in outcome.found if d.severity > 1]
    assert {name for name, _ in outcome.packs} == NAMES
    return asked.out


def packed(path: str, data: bytes) -> Iterator[bytes]:
    yield path.encode()
    yield data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            for name in opened.namelist():
                yield from packed(name, opened.read(name))


def test_every_pack_is_a_whole_bag(out: Path) -> None:
    for name in NAMES:
        bagit.Bag(str(out / name)).validate()


def test_the_zip_holds_what_the_folder_holds(out: Path) -> None:
    for name in NAMES:
        with zipfile.ZipFile(out / f"{name}.zip") as opened:
            held = {path.removeprefix(f"{name}/"): opened.read(path) for path in opened.namelist()}
        assert held == tree(out / name)


def test_the_same_content_and_day_give_the_same_bytes(out: Path, asked: Request, tmp_path: Path) -> None:
    elsewhere = Path(shutil.copytree(asked.source, tmp_path / "other" / "content"))
    again = replace(asked, source=elsewhere, out=tmp_path / "packs")
    assert pack(again, ()).published is not None
    assert {p: d for p, d in tree(again.out).items() if not p.startswith(".")} == {
        p: d for p, d in tree(out).items() if not p.startswith(".")
    }


def test_nothing_that_is_kept_inside_gets_into_a_pack(out: Path) -> None:
    leaks = {
        path
        for path, data in tree(out).items()
        if any(re.search(rb"zebra|012345678901", part, re.IGNORECASE) for part in packed(path, data))
    }
    assert leaks == set()
    assert b"07/BB" in (out / "bang-diem-chi-so/data/index.html").read_bytes()


def test_each_criterion_with_papers_has_a_folder_with_them(out: Path) -> None:
    data = out / "bang-diem-chi-so/data"
    folders = sorted(path.name for path in data.iterdir() if path.is_dir() and path.name != "trang")
    assert folders == ["001-3-thu-tuc", "002-3-1-kiem-soat-thu-tuc", "003-3-2-mot-cua"]
    for name in folders[1:]:
        assert (data / name / "ke-hoach.pdf").is_file()
        assert b"11/KH-UBND" in (data / name / "giay-to.html").read_bytes()


def test_what_is_missing_stands_on_top_of_index_and_workbook(out: Path) -> None:
    data = out / "bang-diem-chi-so/data"
    page = re.sub(r"<style>.*?</style>", "", (data / "index.html").read_text(encoding="utf-8"), flags=re.DOTALL)
    assert page.index("Kiểm soát thủ tục") < page.index("Chính quyền cơ sở")
    rows = list(openpyxl.load_workbook(data / "muc-luc.xlsx").worksheets[0].values)
    assert rows[0][0] == "no"
    assert [row[0] for row in rows[1:]][-1] == "4"


def test_every_link_leads_to_a_file_of_the_pack_and_nothing_is_loaded(out: Path) -> None:
    for name in NAMES:
        root = out / name / "data"
        for path in root.rglob("*.html"):
            html = path.read_text(encoding="utf-8")
            assert not re.search(r"<(?:script|form|link)\b", html), path
            for target in re.findall(r'<a\b[^>]*\shref="([^"#]+)', html):
                if not re.match(r"[a-z]+:", target):
                    assert (path.parent / target).is_file(), (path, posixpath.normpath(target))


def test_the_check_says_what_would_be_missing_on_a_day(asked: Request) -> None:
    today = [lack.what for lack in lacking(asked, ("chi-so",))]
    later = [lack.what for lack in lacking(replace(asked, as_of=date(2023, 11, 20)), ("chi-so",))]
    assert today[1] == "3.1: thiếu “Báo cáo kiểm soát” (1 điểm)"
    assert later[1] == "3.1: thiếu “Báo cáo kiểm soát”, đã quá hạn (1 điểm)"


def test_a_word_that_names_nothing_is_refused_with_the_nearest(asked: Request) -> None:
    with pytest.raises(UnknownSet) as refused:
        lacking(asked, ("chi-sao",))
    assert "chi-so" in refused.value.near


def test_one_pack_made_again_leaves_the_others(out: Path, asked: Request) -> None:
    before = tree(out)
    outcome = pack(asked, ("chi-so",))
    assert outcome.published is not None
    assert tree(out) == before


def test_while_something_fails_nothing_is_packed(content: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(content, tmp_path / "content"))
    (other / "pages/gioi-thieu.md").write_text("---\ntitle: Giới thiệu\n---\nCCCD 012345678901\n", encoding="utf-8")
    outcome = pack(Request(other, tmp_path / "packs", DAY, jobs=1), ())
    assert outcome.published is None
    assert not (tmp_path / "packs").exists()


def test_packs_never_go_into_the_folder_of_a_website(asked: Request, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert built(asked.source, site, as_of=DAY).published is not None
    with pytest.raises(OutputRefused):
        pack(replace(asked, out=site), ())


def test_what_a_build_looked_through_is_not_looked_through_again(
    asked: Request, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert built(asked.source, tmp_path / "site", as_of=DAY).published is not None
    looked: list[str] = []

    def look(path: str, *more: object) -> tuple[None, list[object]]:
        looked.append(path)
        return None, []

    monkeypatch.setattr("site_gen.pipeline.attachments._look", look)
    assert pack(replace(asked, out=tmp_path / "packs"), ("chi-so",)).published is not None
    assert looked == ["files/bien-ban-zebra.pdf"]  # of what is kept inside nothing is remembered

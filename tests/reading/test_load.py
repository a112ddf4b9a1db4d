"""A site folder as a catalog: what is read, what is passed over, and what is remembered."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from site_folders import BASE_SITE, FORMS, lay_out, read_site

from site_gen.kinds.plan.model import Appendix, Plan, Progress
from site_gen.kinds.unit.model import Unit
from site_gen.reading.load import load, read_document
from site_gen.reading.parse_cache import ParseCache
from site_gen.reading.refusals import REFUSALS

UNIT = "name: Văn thư\ntype: bộ phận\nlevel: nội bộ\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "site", [BASE_SITE])


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_an_entry_is_known_by_the_parts_of_its_path_that_vary(root: Path) -> None:
    catalog = read_site(root).catalog
    assert catalog is not None
    assert [e.id for e in catalog.all(Plan)] == ["ke-hoach"]
    assert [e.id for e in catalog.all(Appendix)] == ["ke-hoach"]
    assert [e.id for e in catalog.all(Progress)] == ["ke-hoach/quy-1"]


def test_a_draft_is_read_but_not_in_the_catalog(root: Path) -> None:
    write(root / "units/van-thu.yml", UNIT + "draft: có\n")
    loaded = read_site(root)
    assert loaded.found == ()
    assert loaded.catalog is not None
    assert loaded.catalog.get(Unit, "van-thu") is None


def test_a_draft_is_checked_like_anything_else(root: Path) -> None:
    write(root / "units/van-thu.yml", UNIT + "draft: có\ntitel: A\n")
    assert [d.code for d in read_site(root).found] == ["KEY001"]


def test_an_entry_that_could_not_be_read_is_remembered_as_broken(root: Path) -> None:
    write(root / "units/van-thu.yml", "name: [\n")
    catalog = read_site(root).catalog
    assert catalog is not None
    assert {("unit", "van-thu")} == catalog.broken


def test_without_settings_there_is_no_catalog_but_every_other_file_is_still_checked(root: Path) -> None:
    write(root / "site.yml", "name: A\n")
    write(root / "units/van-thu.yml", UNIT + "titel: A\n")
    loaded = read_site(root)
    assert loaded.catalog is None
    assert {"content/site.yml", "content/units/van-thu.yml"} == {d.at.path for d in loaded.found}


@pytest.mark.parametrize("name", [".git/a.yml", "_nhap/a.yml.bak", "README.md", "units/a.yml~", "units/.a.yml.swp"])
def test_what_is_hidden_or_left_by_an_editor_is_passed_over(root: Path, name: str) -> None:
    write(root / name, "a\n")
    assert read_site(root).found == ()


def test_files_are_read_in_the_same_order_on_every_machine(root: Path) -> None:
    for name in ("b", "a", "ă", "Z"):
        write(root / f"units/x{name}x.yml", "titel: A\n")
    paths = [d.at.path for d in read_site(root).found]
    assert sorted(paths) == paths


def _load_with(cache: ParseCache, root: Path) -> object:
    loaded = load(root, "content", "", FORMS, lambda entry: (), cache)
    assert loaded.catalog is not None
    return [(e.kind, e.id, e.model, e.at("title"), e.at("tasks", 1, "text")) for e in loaded.catalog.entries()]


def test_what_was_remembered_gives_the_same_entries_and_places(root: Path, tmp_path: Path) -> None:
    kept = tmp_path / "parsed.jsonl"
    first = ParseCache.open(kept, "1")
    fresh = _load_with(first, root)
    first.save()
    again = ParseCache.open(kept, "1")
    assert again.known
    assert fresh == _load_with(again, root)


def sealed(body: str) -> str:
    return json.dumps(hashlib.sha256(body.encode()).hexdigest()) + "\n" + body


@pytest.mark.parametrize(
    "spoilt",
    [
        "",
        "{",
        "null",
        "x\n1",
        sealed('"1"\n{} []'),
        sealed('"2"\n["a", {}]'),
        sealed('"1"\nabc'),
        sealed('"1"\n\ufffd \n'),
    ],
)
def test_a_spoilt_memory_changes_nothing(root: Path, tmp_path: Path, spoilt: str) -> None:
    kept = write(tmp_path / "parsed.jsonl", spoilt)
    assert _load_with(ParseCache(), root) == _load_with(ParseCache.open(kept, "1"), root)


@pytest.mark.parametrize(
    "document",
    [None, 1, [], [1], ["", {}, ["a"]], ["", "a", [1, 1, 1], False], ["", {}, None, False], ["", {}, [1, 1, 1], 2]],
)
def test_a_spoilt_document_is_read_anew(root: Path, tmp_path: Path, document: object) -> None:
    cache = ParseCache(tmp_path / "parsed.jsonl")
    fresh = _load_with(cache, root)
    spoilt = dict.fromkeys(cache.used, json.dumps(document).encode())
    assert _load_with(ParseCache(known=spoilt), root) == fresh


def test_a_file_with_a_finding_is_not_remembered_so_that_it_is_told_every_time(tmp_path: Path) -> None:
    path = write(tmp_path / "a.yml", "a: Số #12\n")
    cache = ParseCache()
    told = [read_document(path, "a.yml", tmp_path, cache)[1] for _ in range(2)]
    assert [d.code for d in told[0]] == ["YAML012"]
    assert told[0] == told[1]


def test_windows_line_ends_are_remarked_every_time_and_parsed_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    cache = ParseCache(tmp_path / "parsed.jsonl")
    first, told = read_document(path, "a.yml", tmp_path, cache)
    monkeypatch.setattr("site_gen.reading.load.parse", lambda source: pytest.fail("parsed again"))
    again, told_again = read_document(path, "a.yml", tmp_path, cache)
    assert (again, told_again) == (first, told)
    assert [d.code for d in told] == ["FILE009", "FILE011"]


@pytest.mark.parametrize("name", ["units", "files/anh"])
def test_a_folder_that_cannot_be_read_is_told(name: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / name).mkdir(exist_ok=True)
    real = os.scandir

    def scandir(path: str) -> object:
        if str(path) == str(root / name):
            raise PermissionError(13, "no", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert [(d.code, d.at.path) for d in read_site(root).found] == [("FILE007", f"content/{name}")]


def test_a_moved_file_is_known_under_its_new_path(tmp_path: Path) -> None:
    path = write(tmp_path / "a.yml", "a: 1\n")
    cache = ParseCache(tmp_path / "parsed.jsonl")
    read_document(path, "a.yml", tmp_path, cache)
    document, _ = read_document(path, "b.yml", tmp_path, cache)
    assert document is not None
    assert document.at(("a",)).path == "b.yml"


@settings(max_examples=60)
@given(st.binary(max_size=120) | st.text(":-#?&*!|>%`'\"[]{},<= \n\tab\u00a0", max_size=80).map(str.encode))
def test_any_bytes_in_a_content_file_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    root = tmp_path_factory.getbasetemp() / "any-bytes"
    for name in ("site.yml", "units/a.yml", "pages/a.md", "files/a.pdf"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(raw)
    assert {"content/units/a.yml", "content/pages/a.md"} <= {d.at.path for d in read_site(root).found}


def test_every_kind_of_attachment_that_may_be_published_is_accepted(root: Path) -> None:
    heads = {
        "a.pdf": b"%PDF-1.7\n",
        "a.docx": b"PK\x03\x04",
        "a.xlsx": b"PK\x03\x04",
        "a.odt": b"PK\x03\x04",
        "a.ods": b"PK\x03\x04",
        "a.csv": "tên;số\n".encode(),
        "a.txt": ("ố" * 2000).encode()[:4097] + "ố".encode()[1:],
        "a.png": b"\x89PNG\r\n\x1a\n",
        "a.jpg": b"\xff\xd8\xff\xe0",
        "a.jpeg": b"\xff\xd8\xff\xe0",
        "a.webp": b"RIFF\0\0\0\0WEBP",
        "a.mp4": b"\0\0\0\x18ftypmp42",
        "2023/q-1/ke_hoach.v2.pdf": b"%PDF-1.7\n",
    }
    for name, head in heads.items():
        (root / "files" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "files" / name).write_bytes(head)
    loaded = read_site(root)
    assert loaded.found == ()
    assert loaded.catalog is not None
    assert {f"files/{name}" for name in heads} | {"files/ke-hoach.pdf"} == loaded.catalog.attachments.keys()


def test_every_severity_of_a_refusal_is_that_of_the_table(root: Path) -> None:
    write(root / "units/van-thu.txt", "a\n")
    [found] = read_site(root).found
    assert next(r.severity for r in REFUSALS if r.code == found.code) is found.severity

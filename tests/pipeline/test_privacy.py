"""Nothing personal leaves: from content to output, in check and in build alike."""

from __future__ import annotations

import json
import sys
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from builds import DAY, built, change, clean, lay, lay_bare, tree

from site_gen.base.diagnostics import Diagnostic, Severity
from site_gen.cli.report import FORMATS
from site_gen.outputs.privacy import Hit
from site_gen.pipeline.request import Request
from site_gen.pipeline.steps import check

sys.path.insert(0, str(Path(__file__).parents[1] / "outputs" / "attachments"))

from specimens import docx, jpeg, packed, packed_pdf, pdf


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return lay_bare(tmp_path / "content")


PAGE = "---\ntitle: Chuyện của xã\n---\nDòng đầu.\n\nGọi anh A **0912 345 678** khi cần.\n"


def told(content: Path, tmp_path: Path, as_of: date = DAY) -> list[Diagnostic]:
    """What `check` says of personal data and attachments; `build` must say the same."""

    def about(found: tuple[Diagnostic, ...]) -> list[Diagnostic]:
        return [
            d
            for d in found
            if d.code.startswith(("PRIVACY", "SECRET", "ATT")) and d.at.path.find("ke-hoach-2026.pdf") < 0
        ]

    request = Request(content, tmp_path / "output", as_of, jobs=1)
    checked = about(check(request))
    outcome = built(content, tmp_path / "output", as_of=as_of)
    if any(d.severity is Severity.ERROR for d in checked):
        assert outcome.published is None
    assert [(d.code, d.at) for d in about(outcome.found)] == [(d.code, d.at) for d in checked]
    return checked


def lines(found: list[Diagnostic]) -> list[str]:
    return [f"{d.code} {'/'.join(d.at.path.split('/')[-2:])}:{d.at.line}:{d.at.column}" for d in found]


def write(content: Path, path: str, text: str | bytes) -> Path:
    file = content / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def allow(content: Path, *rows: str) -> None:
    settings = content / "site.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "privacy:\n  allow:\n" + "".join(rows), encoding="utf-8")


def test_a_number_in_the_text_fails_the_build_at_its_line(content: Path, tmp_path: Path) -> None:
    before = clean(content, tmp_path / "output")
    write(content, "pages/chuyen.md", PAGE)
    found = told(content, tmp_path)
    assert lines(found) == ["PRIVACY002 pages/chuyen.md:6:13"]
    assert "0912•••678" in str(found[0].message)
    assert tree(tmp_path / "output") == before


@pytest.mark.parametrize("format_", FORMATS)
def test_no_report_repeats_the_number(format_: str, content: Path, tmp_path: Path) -> None:
    write(content, "pages/chuyen.md", PAGE)
    found = told(content, tmp_path)
    report = FORMATS[format_](found, "vi")
    assert "345" not in report
    assert "chuyen.md" in report


def test_what_the_content_declares_as_official_may_be_published(content: Path, tmp_path: Path) -> None:
    write(content, "pages/chuyen.md", PAGE.replace("0912 345 678", "+84 208.3000.111, UBND@binhan.example.gov.vn"))
    assert told(content, tmp_path) == []


def test_a_contact_that_is_not_official_any_more_is_found_on_pages_that_did_not_change(
    content: Path, tmp_path: Path
) -> None:
    write(content, "pages/chuyen.md", PAGE.replace("0912 345 678", "0208 3000 111"))
    assert told(content, tmp_path) == []
    change(content / "site.yml", "0208 3 000 111", "0208 3 000 112")
    assert "PRIVACY002 pages/chuyen.md:6:13" in lines(told(content, tmp_path))


def test_a_value_is_allowed_with_its_reason(content: Path, tmp_path: Path) -> None:
    write(content, "pages/chuyen.md", PAGE)
    allow(content, "    - {value: +84912345678, reason: Đội trưởng đội cứu nạn đồng ý công khai.}\n")
    assert told(content, tmp_path) == []
    assert built(content, tmp_path / "output").published is not None


def test_an_allowance_that_nothing_needs_is_told_at_its_line(content: Path, tmp_path: Path) -> None:
    allow(content, "    - {value: 0912 345 678, reason: Số cũ.}\n")
    (found,) = told(content, tmp_path)
    settings = (content / "site.yml").read_text(encoding="utf-8").split("\n")
    assert (found.code, found.severity) == ("PRIVACY008", Severity.WARNING)
    assert "0912 345 678" in settings[found.at.line - 1]
    assert told(content, tmp_path) == [found]  # also when no page is rendered again


def test_an_allowance_whose_day_has_passed_is_told_and_never_stops_a_build(content: Path, tmp_path: Path) -> None:
    write(content, "pages/chuyen.md", PAGE)
    allow(content, "    - {value: 0912 345 678, reason: Trực bão., until: 31/10/2026}\n")
    assert [(d.code, d.severity) for d in told(content, tmp_path)] == [("PRIVACY009", Severity.WARNING)]
    assert told(content, tmp_path / "before", as_of=date(2026, 10, 31)) == []


@pytest.mark.parametrize("code", ["PRIVACY002", "SECRET001"])
def test_a_personal_or_secret_thing_can_be_neither_silenced_nor_weighed_less(
    code: str, content: Path, tmp_path: Path
) -> None:
    write(content, "pages/chuyen.md", PAGE.replace("title:", "secrecy: mật\ntitle:"))
    with (content / "site.yml").open("a", encoding="utf-8") as settings:
        settings.write(
            f"silence:\n  - {{code: {code}, reason: x}}\nseverities:\n  - {{code: {code}, severity: info, reason: x}}\n"
        )
    assert {(d.code, d.severity) for d in told(content, tmp_path)} == {
        ("PRIVACY002", Severity.ERROR),
        ("SECRET001", Severity.ERROR),
    }


def test_a_secret_draft_is_a_leak_too(content: Path, tmp_path: Path) -> None:
    write(content, "pages/chuyen.md", "---\ntitle: x\ndraft: có\nsecrecy: mật\n---\nNội dung.\n")
    assert lines(told(content, tmp_path)) == ["SECRET001 pages/chuyen.md:4:10"]
    write(content, "pages/chuyen.md", "---\ntitle: x\ndraft: có\n---\n0912 345 678\n")
    assert told(content, tmp_path) == []


def test_an_attachment_is_looked_through_though_no_entry_names_it(content: Path, tmp_path: Path) -> None:
    write(content, "files/don.docx", docx("Người làm đơn: 0912 345 678"))
    (found,) = told(content, tmp_path)
    assert (found.code, found.at.path.rsplit("/", 1)[1]) == ("PRIVACY002", "don.docx")


def test_the_entry_that_names_an_attachment_is_told_with_its_line(tmp_path: Path) -> None:
    content = lay(tmp_path / "content")
    naming = next(
        p
        for p in content.rglob("*")
        if p.suffix in (".md", ".yml") and "files/ke-hoach-2026.pdf" in p.read_text(encoding="utf-8")
    )
    write(content, "files/don.docx", docx("0912 345 678"))
    change(naming, "files/ke-hoach-2026.pdf", "files/don.docx")
    (found,) = told(content, tmp_path)
    ((_, place),) = found.related
    assert place.path.endswith(naming.relative_to(content).as_posix())
    assert f"{place.path}:{place.line}" in str(found.message)


def test_attachments_leave_without_names(content: Path, tmp_path: Path) -> None:
    write(content, "files/anh.jpg", jpeg(6))
    write(content, "files/ke-hoach.docx", docx())
    write(content, "files/ke-hoach.pdf", pdf())
    out = clean(content, tmp_path / "output")
    assert not any(b"Nguyen Van Mau" in data for data in out.values())
    assert out["files/anh.jpg"] != jpeg(6)
    assert clean(content, tmp_path / "again") == out


def test_attachments_are_judged_one_by_one(content: Path, tmp_path: Path) -> None:
    write(content, "files/a-ten.pdf", packed_pdf())
    write(content, "files/b-mat.pdf", pdf("UBND XA\nTOI MAT\nKe hoach", author=""))
    write(content, "files/c-mat.docx", docx(unicodedata.normalize("NFD", "ỦY BAN NHÂN DÂN XÃ\nTỐI  MẬT\nKế hoạch")))
    write(content, "files/d-ky.pdf", pdf(signed=True))
    write(content, "files/e-quet.pdf", pdf("", author=""))
    write(content, "files/g-khoa.pdf", pdf(password="x"))
    write(content, "files/h-hong.docx", b"PK\x03\x04" + b"x" * 99)
    write(content, "files/i-bom.xlsx", packed({"xl/sharedStrings.xml": b"0" * (65 << 20)}))
    write(content, "files/k-ghi.docx", docx("Tài liệu mật là gì"))
    found = told(content, tmp_path)
    assert [(d.code, d.severity.word, d.at.path.rsplit("/", 1)[1]) for d in found] == [
        ("ATT006", "error", "a-ten.pdf"),
        ("SECRET002", "error", "c-mat.docx"),
        ("ATT007", "info", "d-ky.pdf"),
        ("ATT008", "info", "e-quet.pdf"),
        ("ATT009", "warning", "g-khoa.pdf"),
        ("ATT010", "error", "h-hong.docx"),
        ("ATT010", "error", "i-bom.xlsx"),
    ]
    assert told(content, tmp_path) == found  # remembered or not


def test_what_is_remembered_of_attachments_costs_time_alone(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from site_gen.pipeline import attachments

    write(content, "files/don.docx", docx("gọi 0208 3000 111"))
    assert told(content, tmp_path) == []
    memory = tmp_path / ".sitegen" / "output" / "attachments.json"
    assert "02083000111" in {key for one in json.loads(memory.read_bytes())["files"].values() for key in one["keys"]}
    calls: list[str] = []
    real = attachments.inside_of
    monkeypatch.setattr(attachments, "inside_of", lambda name, data: calls.append(name) or real(name, data))
    assert told(content, tmp_path) == []
    assert calls == []
    for broken in (b"", b"{}", b'{"engine": 1, "files": {"a": 1}}', b"[" * 9999):
        memory.write_bytes(broken)
        assert told(content, tmp_path) == []
    assert "files/don.docx" in calls


def test_a_contact_that_is_not_official_any_more_is_found_in_an_attachment_that_did_not_change(
    content: Path, tmp_path: Path
) -> None:
    write(content, "files/don.docx", docx("gọi 0208 3000 111"))
    assert told(content, tmp_path) == []
    change(content / "site.yml", "0208 3 000 111", "0208 3 000 112")
    assert "PRIVACY002" in {d.code for d in told(content, tmp_path)}


def test_what_is_fresh_is_not_looked_through_again(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from site_gen.pipeline import stream

    page = write(content, "pages/chuyen.md", PAGE.replace("0912 345 678", "chị B"))
    built(content, tmp_path / "output")
    looked: set[str] = set()
    real = stream.scan_file

    def look(path: str, data: bytes) -> tuple[Hit, ...]:
        looked.add(path)
        return real(path, data)

    monkeypatch.setattr(stream, "scan_file", look)
    change(page, "Dòng đầu", "Dòng thứ nhất")
    built(content, tmp_path / "output")
    pages = {path for path in looked if path.endswith(".html")}
    assert "robots.txt" not in looked
    assert pages - {"tim-kiem.html"} == {"chuyen.html"}  # the search page names the file of words

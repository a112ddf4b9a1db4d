"""Documents, budgets and reports are shown whatever they leave out, and whatever they carry."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from builds import built
from site_folders import BASE_SITE, lay_out

BARE = {
    "documents/a.yml": "type: công văn\nnumber: 45/UBND-VP\ndate: 05/01/2026\nissuer: Sở Nội vụ\nabstract: Về việc thử\n",
    "document-lists/nam.yml": (
        "title: Danh mục hết hiệu lực\nyear: 2025\ndecision: {title: Quyết định}\n"
        "items:\n  - {number: 01/2019/QĐ-UBND, abstract: Quy định thử}\n"
    ),
    "budgets/a.yml": (
        "form_no: 1\ntitle: Biểu thử\nyear: 2026\nstage: q1\ncolumns: [{label: Số tiền}]\n"
        'rows: [{label: Tổng, values: "1.250.000"}]\n'
    ),
    "reports/a.md": "---\ntitle: Báo cáo thử\ntype: khác\nperiod: quý III/2026\n---\n",
    "units/so-noi-vu.yml": "name: Sở Nội vụ\ntype: phòng, ban\nlevel: cấp tỉnh\n",
}
FULL = {
    "files/quyet-dinh.pdf": "%PDF-1.4\n/ByteRange\n",
    "files/phu-luc.pdf": "%PDF-1.4\n/ByteRange\n",
    "documents/cu.yml": (
        "type: quyết định\nnumber: 02/2025/QĐ-UBND\ndate: 10/02/2025\nissuer: ubnd-xa\nabstract: Quy định cũ\n"
        "legal: có\neffective_from: 20/02/2025\nurl: https://example.gov.vn/cu\npublished_at: 12/02/2025\n"
        "signature: {person: có, organisation: có}\nreplaced_by: moi\n"
    ),
    "documents/moi.yml": (
        "type: quyết định\nnumber: 07/2026/QĐ-UBND\ndate: 10/03/2026\nissuer: ubnd-xa\nsigner_role: Chủ tịch\n"
        "abstract: Quy định mới\nfield: Tư pháp\nlegal: có\neffective_from: 01/04/2026\neffective_to: 31/12/2027\n"
        "replaces: 02/2025/QĐ-UBND\nfile: files/quyet-dinh.pdf\nappendices: [files/phu-luc.pdf]\nnote: Xem **Điều 3**.\n"
        'signature: {person: có, organisation: có, timestamps: ["2026-03-10T13:43:32+0700"]}\n'
        "published_at: 12/03/2026\n"
    ),
    "document-lists/nam.yml": (
        "title: Danh mục văn bản hết hiệu lực năm 2026\nyear: 2026\nfile: files/phu-luc.pdf\n"
        "decision: {title: Quyết định công bố, number: 07/2026/QĐ-UBND, date: 10/11/2026}\nitems:\n  - document: cu\n"
    ),
    "budgets/a.yml": (
        "form_no: 113\ntitle: Cân đối ngân sách\nyear: 2026\nstage: q1\nmoney_unit: triệu đồng\n"
        "columns: [{label: Dự toán}, {label: Thực hiện}, {label: So sánh, formula: 3=2/1}]\nrows:\n"
        '  - {no: A, label: Tổng thu, values: "1.200 | 600 | 50"}\n'
        '  - {no: I, label: Thu khác, level: 2, partial: có, values: "1.200 | 590 | 49,2"}\n'
        '  - {no: "1", label: Phí, level: 3, values: "1.000 | -10 | -1"}\n'
        "total_words: Một nghìn hai trăm triệu đồng\nexplanation: Thu đạt **50%**.\nfile: files/quyet-dinh.pdf\n"
        "decision: {title: Quyết định công bố, number: 07/2026/QĐ-UBND}\nresolution: {title: Nghị quyết}\n"
        "posted_from: 05/04/2026\nposted_to: 06/05/2026\npublished_at: 05/04/2026\ndue_on: 15/04/2026\n"
    ),
    "reports/a.md": (
        "---\ntitle: Báo cáo thử quý II năm 2026\ntype: par\nperiod: quý II/2026\ncutoff: 14/06/2026\ndue: 15/06/2026\n"
        "due_rule: trước ngày 15\nsent_to: [Sở Nội vụ, UBND tỉnh]\nsent_on: 16/06/2026\nlate_reason: Mất điện.\n"
        "document: {title: Báo cáo, number: 07/2026/QĐ-UBND}\nfile: files/quyet-dinh.pdf\npublished_at: 17/06/2026\n"
        'figures: [{label: Đúng hạn, value: "98,5", unit: "%"}, {label: Hồ sơ, value: "1.250"}]\n---\nTóm tắt.\n'
    ),
    "reports/b.md": "---\ntitle: Báo cáo thử\ntype: par\nperiod: quý IV/2026\ndue: 01/11/2026\n---\n",
}


def shown(tmp_path: Path, files: dict[str, str]) -> dict[str, str]:
    """Every page of a site with these files, by address, as text without tags."""
    site = lay_out(tmp_path / "site", (BASE_SITE,))
    for name, text in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    outcome = built(site, tmp_path / "out")
    assert outcome.published is not None, [(d.at, str(d.message)) for d in outcome.found]
    pages = {}
    for path in (tmp_path / "out").rglob("*.html"):
        bare = re.sub(r"<[^>]+>", " ", path.read_text(encoding="utf-8"))
        pages[path.relative_to(tmp_path / "out").as_posix()] = " ".join(bare.replace("\u00a0", " ").split())
    return pages


def test_what_is_left_out_is_named_as_missing(tmp_path: Path) -> None:
    pages = shown(tmp_path, BARE)
    assert "45/UBND-VP" in pages["van-ban/a.html"]
    assert "01/2019/QĐ-UBND" in pages["van-ban/het-hieu-luc/nam.html"]
    assert "1.250.000" in pages["ngan-sach/a.html"]
    assert "quý III/2026" in pages["bao-cao/a.html"]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of the site with everything, built once."""
    return shown(tmp_path_factory.mktemp("full"), FULL)


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (
            "van-ban/moi.html",
            ("Chủ tịch", "10/03/2026 13:43:32", "02/2025/QĐ-UBND", "(PDF, 1 KB, không đọc được chữ ký số)"),
        ),
        ("van-ban/cu.html", ("hết hiệu lực", "01/04/2026", "07/2026/QĐ-UBND")),
        ("van-ban/het-hieu-luc.html", ("02/2025/QĐ-UBND",)),
        ("van-ban/het-hieu-luc/nam.html", ("Quyết định công bố", "02/2025/QĐ-UBND")),
        ("ngan-sach/a.html", ("3=2/1", "−10", "600 ", "590", "Một nghìn hai trăm triệu đồng", "06/05/2026")),
        ("ngan-sach/index.html", ("05/04/2026",)),
        ("bao-cao/a.html", ("98,5 %", "1.250", "Mất điện.", "Sở Nội vụ; UBND tỉnh", "14/06/2026")),
        ("bao-cao/index.html", ("quý III/2026", "quý IV/2026", "16/06/2026")),
        ("don-vi/ubnd-xa.html", ("07/2026/QĐ-UBND", "Cân đối ngân sách", "Báo cáo thử quý II năm 2026")),
    ],
)
def test_everything_that_is_stated_is_shown(full: dict[str, str], page: str, words: tuple[str, ...]) -> None:
    assert [word for word in words if word not in full[page]] == []

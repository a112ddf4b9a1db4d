"""Postings and corrections are shown on the page of their entry, whatever its kind."""

from __future__ import annotations

from pathlib import Path

from builds import built, lay

POSTED = """postings:
  - form: niêm yết
    place: bảng tin trụ sở
    posted_from: 05/10/2026
    posted_to: 05/11/2026
corrections:
  - date: 10/10/2026
    requested_on: 01/10/2026
    text: Số điện thoại ghi nhầm một chữ số.
"""


def test_they_stand_at_the_end_of_the_entrys_page(tmp_path: Path) -> None:
    content = lay(tmp_path / "content")
    page = content / "pages/gioi-thieu.md"
    page.write_text(page.read_text(encoding="utf-8").replace("---\n", "---\n" + POSTED, 1), encoding="utf-8")
    with (content / "plans/cchc-2026/progress/2026-q3.yml").open("a", encoding="utf-8") as file:
        file.write(POSTED.partition("corrections")[0])
    outcome = built(content, tmp_path / "output")
    assert {d.code for d in outcome.found} == {"PLAN022"}  # the one late task of the small site
    shown = (tmp_path / "output/gioi-thieu.html").read_text(encoding="utf-8")
    assert "bảng tin trụ sở: từ 05/10/2026 đến 05/11/2026" in shown
    assert "Số điện thoại ghi nhầm một chữ số." in shown
    plan = (tmp_path / "output/ke-hoach/cchc-2026.html").read_text(encoding="utf-8")
    assert "bảng tin trụ sở" in plan
    assert "bảng tin trụ sở" not in (tmp_path / "output/index.html").read_text(encoding="utf-8")

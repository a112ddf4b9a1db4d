"""What changed on a page is told by the dates of its content, and only where it changed since it was published."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from builds import built, lay

PAGE = "pages/gioi-thieu.md"
CORRECTION = "corrections:\n  - {date: 10/10/2026, text: Số nhà ghi nhầm.}\n"


def told(tmp_path: Path, keys: str, url: str = "gioi-thieu.html", as_of: date | None = None) -> list[str]:
    content = lay(tmp_path / "content")
    page = content / PAGE
    text = re.sub(r"^(?:published_at|updated_at):.*\n", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    page.write_text(text.replace("---\n", "---\n" + keys, 1), encoding="utf-8")
    outcome = built(content, tmp_path / "output", **({"as_of": as_of} if as_of else {}))
    assert outcome.published is not None, outcome.found
    html = (tmp_path / "output" / url).read_text(encoding="utf-8")
    block = re.search(r'<details class="noprint"><summary>.*?</details>', html, re.DOTALL)
    return [re.sub(r"<[^>]+>", "", row) for row in re.findall(r"<li>(.*?)</li>", block[0])] if block else []


def test_changes_come_newest_first(tmp_path: Path) -> None:
    keys = "published_at: 01/9/2026\nupdated_at: 20/10/2026\n" + CORRECTION
    rows = told(tmp_path, keys)

    assert [row[:10] for row in rows] == ["20/10/2026", "10/10/2026", "01/09/2026"]


@pytest.mark.parametrize(
    "keys", ["", "published_at: 01/9/2026\n", "published_at: 01/9/2026\nupdated_at: 01/9/2026\n", CORRECTION]
)
def test_what_never_changed_tells_nothing(tmp_path: Path, keys: str) -> None:
    assert told(tmp_path, keys) == []


def test_a_correction_leads_to_what_it_says(tmp_path: Path) -> None:
    told(tmp_path, "published_at: 01/9/2026\n" + CORRECTION)
    html = (tmp_path / "output/gioi-thieu.html").read_text(encoding="utf-8")

    assert '<a href="#dinh-chinh">' in html
    assert 'id="dinh-chinh"' in html


def test_a_plan_tells_when_reports_were_added_to_it(tmp_path: Path) -> None:
    rows = told(tmp_path, "", "ke-hoach/cchc-2026.html")

    assert any("Tiến độ" in row for row in rows)


def test_the_words_are_no_answer_to_a_search(tmp_path: Path) -> None:
    told(tmp_path, "published_at: 01/9/2026\nupdated_at: 20/10/2026\n")
    (texts,) = (tmp_path / "output/tim-kiem").glob("noi-dung.*.js")

    assert "Content edited" not in texts.read_text(encoding="utf-8")
    assert "Sửa nội dung" not in texts.read_text(encoding="utf-8")

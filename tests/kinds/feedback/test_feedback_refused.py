"""A complaint or denunciation that lies among the content reaches no file of the output, whatever settings say.

Asked of the bytes of the whole output, so that a place nobody thought of is asked, too.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from builds import built, clean, lay
from site_folders import BASE_SITE

AS_OF = date(2023, 4, 15)
CODE, SAID, ANSWER = "PA-2023-777", "Bảng niêm yết còn ghi lệ phí cũ", "files/tra-loi.pdf"
ACKNOWLEDGED = "anomalies:\n  - code: FEEDBACK001\n    reason: Lãnh đạo đồng ý đăng lên trang.\n"
SETTINGS = {
    "acknowledged": (ACKNOWLEDGED, ""),
    "silenced": ("", "silence:\n  - code: FEEDBACK001\n    reason: Lãnh đạo đồng ý đăng.\n"),
    "lighter": ("", "severities:\n  - code: FEEDBACK001\n    severity: warning\n    reason: Lãnh đạo đồng ý đăng.\n"),
}


def content(tmp_path: Path, type: str, entry: str = "", site: str = "") -> Path:
    """The shared site with one case that has an answer and its file."""
    root = lay(tmp_path / "content", BASE_SITE)
    shutil.copyfile(root / "files" / "ke-hoach.pdf", root / ANSWER)
    with (root / "site.yml").open("a", encoding="utf-8") as file:
        file.write(site)
    (root / "feedback").mkdir()
    (root / "feedback" / "2023-777.yml").write_text(
        f"code: {CODE}\nchannel: trực tiếp\ntype: {type}\nsummary: {SAID}.\nreceived_on: 01/3/2023\n"
        f"answered_on: 10/3/2023\nhandler: Văn phòng UBND xã\nstatus: đã trả lời\nresult: Đã thay bảng.\n"
        f"answer_doc:\n  title: Văn bản trả lời\n  file: {ANSWER}\n{entry}",
        encoding="utf-8",
    )
    return root


def telling(files: dict[str, bytes]) -> set[str]:
    """Which files, by name or content, tell of the case."""
    marks = [mark.encode() for mark in (CODE, SAID, "2023-777")]
    return {path for path, data in files.items() if path == ANSWER or any(m in path.encode() + data for m in marks)}


@pytest.mark.parametrize("type", ["tố cáo", "khiếu nại"])
@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)
def test_nothing_is_written_whatever_settings_say(tmp_path: Path, type: str, settings: tuple[str, str]) -> None:
    outcome = built(content(tmp_path, type, *settings), tmp_path / "out", as_of=AS_OF)
    assert (outcome.published, (tmp_path / "out").exists()) == (None, False)
    assert "FEEDBACK001" in {d.code for d in outcome.found}


def test_the_same_case_of_another_type_is_told(tmp_path: Path) -> None:
    files = clean(content(tmp_path, "chậm trễ, gây phiền hà"), tmp_path / "out", as_of=AS_OF)
    assert {"phan-anh/index.html", "phan-anh/2023-777.html", "du-lieu/phan-anh.csv", ANSWER} <= telling(files)

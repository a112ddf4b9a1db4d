"""A site with one apology notice and its letter, for all who ask what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from builds import change, lay

CODE = "MAU-KHONG-DE-LAI-0415"
FILE = "files/xin-loi-007.pdf"
REASON = "Phải xác minh với nơi cư trú trước đây"
FIRST, LAST = date(2026, 11, 5), date(2026, 12, 5)
NOTICE = f"""number: 07/TXL-UBND
date: 05/11/2026
unit: trung-tam-phuc-vu
kind: quá hạn
dossier_code: {CODE}
procedure: "1.004873"
received_on: 02/11/2026
due_on: 06/11/2026
cause: phải xác minh thêm
reason: {REASON}; nơi đó chưa trả lời.
new_due_on: 12/11/2026
sent_on: 05/11/2026
signer_role: Phó Chủ tịch UBND xã
posted_from: 05/11/2026
on_board: có
file: {FILE}
"""
PROCEDURE = Path(__file__).parent / "kinds" / "base_site" / "procedures" / "1.004873.yml"
PAGE = "thu-xin-loi/2026-007.html"
TRACES = (CODE, "xin-loi-007", REASON, "06/11/2026", "2026-11-06")
"""What would tell of the dossier."""


def written(content: Path, laid: Callable[[Path], Path] = lay) -> Path:
    """The small site as a real authority's, found by search engines, with one notice and its letter."""
    laid(content)
    change(content / "site.yml", "illustration:\n  source: một xã không có thật, để thử chương trình\n", "")
    (content / "apologies").mkdir()
    (content / "apologies" / "2026-007.yml").write_text(NOTICE, encoding="utf-8")
    (content / "procedures").mkdir(exist_ok=True)
    guide = PROCEDURE.read_text(encoding="utf-8").replace("authority: ubnd-xa", "authority: ubnd-xa-binh-an")
    (content / "procedures" / "1.004873.yml").write_text(guide, encoding="utf-8")
    (content / FILE).write_bytes(b"%PDF-1.4\n%%EOF\n")
    return content

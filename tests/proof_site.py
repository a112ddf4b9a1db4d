"""A small site with something to prove: papers that are there, missing, shared by two criteria, and kept inside."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from site_folders import BASE_SITE, lay_out

DAY = date(2023, 4, 15)
SECRET = b"%PDF-1.4\nZebra 012345678901\n"
CARD = """
title: Chỉ số năm 2023 thử
year_assessed: 2023
unit: ubnd-xa
total_declared: 9
total_max: 10
criteria:
  - no: 3
    label: Thủ tục
    declared: 4
    max: 6
    evidence: Hồ sơ cả lĩnh vực
    children:
      - no: "3.1"
        label: Kiểm soát thủ tục
        declared: 1
        max: 2
        unit: Tư pháp - Hộ tịch
        evidence:
          - title: Báo cáo kiểm soát
            due: trước ngày 20/11
          - title: Kế hoạch kiểm soát
            number: 11/KH-UBND
            date: 10/1/2023
            file: files/ke-hoach.pdf
      - no: "3.2"
        label: Một cửa
        declared: 2
        max: 3
        evidence:
          - title: Kế hoạch kiểm soát thủ tục
            number: 11/KH-UBND
            date: 10/1/2023
            file: files/ke-hoach.pdf
          - title: Biên bản Zebra
            number: 07/BB
            inside: có
            file: files/bien-ban-zebra.pdf
            proves: Chứng minh Zebra
          - title: Ảnh Zebra
            inside: có
            unfit: Lý do Zebra
  - no: 4
    label: Chính quyền cơ sở
    declared: 4
    max: 4
"""
TASKS = """
tasks:
  - id: a
    area: I
    text: Rà soát văn bản do xã ban hành
    lead: Tư pháp - Hộ tịch
    deadline: Quý I/2023
    criterion: "3.1"
    evidence: [{title: Biên bản rà soát, inside: có, due: trước 31/3/2023}]
"""
PROGRESS = """
title: Tiến độ quý I/2023
period: Quý I/2023
date: 31/3/2023
updates:
  - item: a
    status: hoàn thành
    completed_on: 20/3/2023
    evidence: [{title: Giấy Zebra, number: 09/BB, date: 20/3/2023, inside: có, answers: Biên bản rà soát}]
"""


def lay_proofs(root: Path) -> Path:
    """The site folder `root`; whatever may not leave it bears the word Zebra."""
    lay_out(root, (BASE_SITE,))
    (root / "scorecards/chi-so.yml").write_text(CARD, encoding="utf-8")
    (root / "plans/ke-hoach/tasks.yml").write_text(TASKS, encoding="utf-8")
    (root / "plans/ke-hoach/progress/quy-1.yml").write_text(PROGRESS, encoding="utf-8")
    plan = root / "plans/ke-hoach/plan.md"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("\nareas:", "\nscorecard: chi-so\nareas:"), encoding="utf-8")
    (root / "files/bien-ban-zebra.pdf").write_bytes(SECRET)
    return root

"""A plan with what comes again: every two weeks, every month, when somebody asks, and nobody says how often."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from site_folders import BASE_SITE, lay_out

DAY = date(2023, 4, 15)
TASKS = """
tasks:
  - {id: hai-tuan, area: I, text: Đối chiếu hồ sơ, lead: Tư pháp - Hộ tịch, deadline: 2 tuần/lần}
  - {id: thang, area: I, text: Báo cáo hồ sơ, lead: Văn phòng UBND xã, deadline: hàng tháng hoặc đột xuất}
  - {id: dinh-ky, area: II, text: Tập huấn, lead: Văn phòng UBND xã, deadline: Theo định kỳ}
"""
PROGRESS = """
title: Tiến độ quý I/2023
period: Quý I/2023
date: 31/3/2023
updates:
  - item: hai-tuan
    status: đang thực hiện
    evidence: [{title: Biên bản đối chiếu, number: 01/BB, date: 18/01/2023}]
  - item: thang
    status: đang thực hiện
    evidence:
      - {title: Báo cáo tháng 1, number: 11/BC, date: 31/01/2023, period: tháng 1/2023}
      - {title: Phụ lục tháng 1, number: 12/BC, date: 31/01/2023, period: tháng 1/2023}
      - {title: Báo cáo tháng 2, number: 21/BC, date: 28/02/2023, period: tháng 2/2023, unfit: Không ký số.}
      - {title: Báo cáo đột xuất, number: 30/BC, date: 10/3/2023}
"""
PLAN = """---
title: Kế hoạch cải cách hành chính năm 2023
kind: CCHC năm
year: 2023
number: 12/KH-UBND
date: 05/01/2023
issuer: ubnd-xa
areas:
  - {code: I, name: Cải cách thể chế}
  - {code: II, name: Cải cách thủ tục hành chính}
duties:
  - {unit: Văn phòng UBND xã, duty: Tổng hợp báo cáo, deadline: hằng quý}
  - {unit: Tư pháp - Hộ tịch, duty: Rà soát văn bản, deadline: hằng năm}
reports:
  - {unit: Văn phòng UBND xã, duty: Báo cáo kết quả, deadline: hằng quý}
---
Xã đặt mục tiêu giải quyết hồ sơ đúng hạn.
"""
REPORT = """---
title: Báo cáo cải cách hành chính quý I năm 2023
type: cải cách hành chính
period: quý I/2023
unit: Văn phòng UBND xã
sent_on: 28/3/2023
document: {title: Báo cáo, number: 25/BC-UBND, date: 28/3/2023}
---
Kết quả quý I.
"""


def lay_recurring(content: Path) -> Path:
    """The site in a folder."""
    lay_out(content, [BASE_SITE])
    plan = content / "plans" / "ke-hoach"
    for name, text in (("plan.md", PLAN), ("tasks.yml", TASKS), ("progress/quy-1.yml", PROGRESS)):
        (plan / name).parent.mkdir(parents=True, exist_ok=True)
        (plan / name).write_text(text, encoding="utf-8")
    (content / "reports").mkdir(exist_ok=True)
    (content / "reports" / "cchc-2023-q1.md").write_text(REPORT, encoding="utf-8")
    return content

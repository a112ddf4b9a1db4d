"""Plans whose items come near, pass and are closed, without reports and with some; and one that ended with its last report."""

PLAN = (
    "---\ntitle: Kế hoạch {0}\nkind: CCHC năm\nyear: {0}\nissuer: ubnd-xa\nareas: [{{code: I, name: Thủ tục}}]\n---\n"
)
TASKS = """tasks:
  - {id: a, area: I, text: Rà soát thủ tục, lead: Văn phòng UBND xã, deadline: Trước ngày 15/6/2026}
  - {id: b, area: I, text: Niêm yết thủ tục, lead: Văn phòng UBND xã, deadline: Quý III/2026}
  - {id: c, area: I, text: Hướng dẫn người dân, lead: Văn phòng UBND xã, deadline: Thường xuyên}
  - id: d
    area: I
    text: Số hóa hồ sơ
    lead: Văn phòng UBND xã
    parts:
      - {text: Mua máy quét, deadline: tháng 9/2026}
      - {text: Quét hồ sơ, deadline: Quý IV/2026}
"""
TARGETS = """targets:
  - id: m
    text: Hồ sơ nộp trực tuyến
    measures:
      - {value: 80, op: ">=", due: Trước ngày 30/11/2026, steps: [{value: 40, due: Trước ngày 30/6/2026}]}
"""
FILES = {
    "plans/nam-nay/plan.md": PLAN.format(2026),
    "plans/nam-nay/tasks.yml": TASKS,
    "plans/co-bao-cao/plan.md": PLAN.format(2026).replace("Kế hoạch 2026", "Kế hoạch có báo cáo"),
    "plans/co-bao-cao/tasks.yml": TARGETS + TASKS,
    "plans/co-bao-cao/progress/2026-q1.yml": "title: Quý I\nperiod: Quý I/2026\ndate: 10/4/2026\nupdates:\n  - {item: a, status: đang thực hiện}\nresults: [{target: m, value: 55}]\n",
    "plans/nam-kia/plan.md": PLAN.format(2025),
    "plans/nam-kia/tasks.yml": TASKS.replace("2026", "2025"),
    "plans/nam-kia/progress/2025-q4.yml": "title: Quý IV\nperiod: Quý IV/2025\ndate: 20/12/2025\nupdates:\n  - {item: a, status: đang thực hiện}\n",
}

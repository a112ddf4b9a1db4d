"""Cases whose lives are walked day by day: one with a day, corrections, one that is answered, one that nobody may see."""

_CASE = "channel: thư, văn bản\nsummary: Bảng mờ.\nhandler: van-phong\n"
_PROCEDURE, _CORRECTION = "type: vướng mắc về thủ tục\n", "type: đề nghị đính chính thông tin\n"

FILES = {
    "feedback/a.yml": f"code: A\n{_CASE}{_PROCEDURE}received_on: 20/4/2026\nforwarded_on: 21/4/2026\n"
    "due_on: 30/6/2026\nstatus: đang xử lý\n",
    "feedback/b.yml": f"code: B\n{_CASE}{_CORRECTION}received_on: 30/4/2026\nstatus: tiếp nhận\n",
    "feedback/c.yml": f"code: C\n{_CASE}{_PROCEDURE}received_on: 20/4/2026\nanswered_on: 22/4/2026\n"
    "result: Đã in lại.\nstatus: đã trả lời\n",
    "feedback/d.yml": f"code: D\n{_CASE}{_CORRECTION}received_on: 20/4/2026\ndue_on: 03/5/2026\nstatus: đang xử lý\n",
    "feedback/e.yml": f"code: E\n{_CASE}type: tố cáo\nreceived_on: 20/4/2026\ndue_on: 25/6/2026\nstatus: đang xử lý\n",
}

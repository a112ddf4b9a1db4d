"""A dialogue of leaders with citizens or businesses: who met when, what was asked, what was answered."""

from __future__ import annotations

from typing import ClassVar

from site_gen.model.fields import (
    Day,
    Line,
    Lines,
    PlanRef,
    SiteFile,
    UnitRef,
)
from site_gen.model.model import Model, field
from site_gen.model.published import DocumentRef, Published


class Question(Model):
    """One question or request, rewritten without names."""

    summary: Line = field("Kiến nghị", "Viết lại ngắn gọn, không nêu tên người hỏi.")
    unit: UnitRef = field("Đơn vị trả lời", "Đơn vị có trách nhiệm trả lời.")
    due: Day | None = field("Hạn trả lời", "Ngày hứa trả lời.", None)
    answer: Line | None = field("Trả lời", "Trả lời ngắn gọn.", None)
    answered_on: Day | None = field("Ngày trả lời", "Ngày trả lời bằng văn bản hoặc tại buổi đối thoại.", None)


class Dialogue(Published):
    """Đối thoại: one meeting, with its programme, minutes and answers."""

    unique_by: ClassVar[tuple[tuple[str, ...], ...]] = (("title", "date", "unit"),)

    title: Line = field("Tên", "Ví dụ: Đối thoại với người dân năm 2026.", aliases=("ten",))
    date: Day = field("Ngày", "Ngày tổ chức.", aliases=("ngay",))
    place: Line = field("Địa điểm", "Ở đâu.", aliases=("dia_diem",))
    unit: UnitRef = field("Đơn vị tổ chức", "Cơ quan tổ chức đối thoại.", aliases=("don_vi",), english="Held by")
    plan: PlanRef | None = field("Kế hoạch", "Kế hoạch có nêu buổi đối thoại này.", None, english="Plan")
    chaired_by: Line = field("Chủ trì", "Chức danh người chủ trì.", english="Chaired by")
    groups: Lines = field("Thành phần", "Những ai được mời, theo nhóm.", (), english="Who was invited")
    announced_on: Day | None = field("Ngày thông báo", "Ngày báo cho người dân biết.", None, english="Announced on")
    cancelled: Line | None = field("Lý do hoãn, hủy", "Chỉ ghi khi buổi đối thoại không diễn ra.", None)
    programme: SiteFile | None = field("Chương trình", "Tệp chương trình.", None, english="Programme")
    minutes: DocumentRef | None = field("Biên bản", "Biên bản hoặc thông báo kết luận.", None, english="Minutes")
    attendance: Line | None = field("Số người dự", "Ví dụ: 86 người.", None)
    questions: tuple[Question, ...] = field(
        "Kiến nghị và trả lời", "Từng kiến nghị.", (), english="Questions and answers"
    )

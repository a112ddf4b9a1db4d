"""A draft on which citizens may comment, and what became of the comments."""

from __future__ import annotations

from typing import ClassVar

from site_gen.model.fields import (
    Day,
    Line,
    Prose,
    UnitRef,
    Whole,
)
from site_gen.model.model import field
from site_gen.model.published import DocumentRef, Documents, Published


class Consultation(Published):
    """Lấy ý kiến góp ý: a draft, until when one may comment, and the outcome."""

    unique_by: ClassVar[tuple[tuple[str, ...], ...]] = (("title", "opened_on", "unit"),)

    title: Line = field("Tên", "Lấy ý kiến về dự thảo nào.", aliases=("ten", "tieu_de"))
    unit: UnitRef = field("Đơn vị", "Đơn vị soạn thảo và nhận ý kiến.", aliases=("don_vi",))
    drafts: Documents = field("Dự thảo", "Văn bản dự thảo, tờ trình, thuyết minh.", (), english="Drafts")
    opened_on: Day = field("Bắt đầu", "Ngày đăng lấy ý kiến.", aliases=("tu_ngay",))
    closes_on: Day = field("Đến hết ngày", "Ngày cuối nhận ý kiến.", aliases=("den_ngay",))
    how: Line = field(
        "Góp ý bằng cách nào", "Nơi nhận ý kiến: địa chỉ, hộp thư công vụ, cuộc họp.", english="How to comment"
    )
    comments_count: Whole | None = field("Số ý kiến", "Đã nhận bao nhiêu ý kiến.", None)
    outcome: Prose | None = field(
        "Tiếp thu, giải trình",
        "Tóm tắt ý kiến, tiếp thu gì, không tiếp thu gì, vì sao.",
        None,
        english="What became of the comments",
    )
    outcome_on: Day | None = field("Ngày giải trình", "Ngày đăng kết quả tiếp thu.", None)
    final: DocumentRef | None = field(
        "Văn bản ban hành", "Văn bản ban hành sau khi lấy ý kiến.", None, english="Issued as"
    )
    body: Prose = field("Nội dung", "Vì sao cần văn bản, điểm chính cần góp ý. Markdown.", "")

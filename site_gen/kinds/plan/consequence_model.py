"""What a plan says will follow from poor results, and for whom."""

from __future__ import annotations

from site_gen.kinds.plan.choices import ConsequenceGround
from site_gen.model.fields import Line, Percent
from site_gen.model.model import Model, field


class ConsequenceCondition(Model):
    """Một điều kiện: kết quả nào thì rơi vào."""

    ground: ConsequenceGround = field(
        "Căn cứ", "Hồ sơ trễ hạn, xếp loại chỉ số, hay điểm chỉ số thành phần.", english="Ground"
    )
    applies_to: Line | None = field("Áp dụng cho", "Như văn bản ghi, ví dụ: cấp xã.", None, english="Applies to")
    threshold: Percent | None = field(
        "Ngưỡng",
        "Điểm thành phần: dưới bao nhiêu phần trăm. Hồ sơ trễ hạn: từ bao nhiêu phần trăm trở lên; văn bản không nói bao nhiêu là "
        "nhiều thì bỏ trống, trang không tự kết luận.",
        None,
        english="Threshold",
    )
    grade: Line | None = field("Loại", "Với xếp loại: loại nào, ví dụ trung bình.", None, english="Grade")


class Consequence(Model):
    """Hệ quả mà kế hoạch nêu."""

    text: Line = field("Hệ quả", "Ví dụ: Không đề xuất khen thưởng.", english="Consequence")
    wording: Line = field("Nguyên văn", "Câu của văn bản.", page="Văn bản ghi", english="In the words of the document")
    place: Line | None = field("Vị trí trong văn bản", "Ví dụ: Tổ chức thực hiện, mục 2.", None)
    conditions: tuple[ConsequenceCondition, ...] = field(
        "Điều kiện", "Từng điều kiện; trang đối chiếu từng điều kiện với số liệu đã công bố.", english="Conditions"
    )

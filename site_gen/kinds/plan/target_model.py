"""The targets of a plan as its appendix names them, and what a report of progress measured of them."""

from __future__ import annotations

from site_gen.kinds.plan.choices import Operator
from site_gen.model.fields import (
    DeadlineText,
    Line,
    Score,
    Slug,
    Whole,
)
from site_gen.model.model import Model, field


class GoalStep(Model):
    """What has to be reached on the way: a value and the words that say by when."""

    value: Score = field("Mức phải đạt", "Con số phải đạt vào mốc này.", english="Goal")
    due: DeadlineText = field("Mốc", "Hạn của mức này, nguyên văn, ví dụ: hết quý II/2026.", english="By")


class Measure(Model):
    """One number of a target; a sentence with three numbers has three measures."""

    id: Slug | None = field("Mã chỉ số", "Mã để ghi kết quả; cần khi mục tiêu có nhiều số.", None)
    label: Line | None = field("Đo cái gì", "Tên ngắn của con số.", None)
    op: Operator = field("So sánh", "=, >=, >, <=, <.", Operator.EQ)
    value: Score = field("Phải đạt", "Con số phải đạt.", page="Mức đề ra", english="Goal")
    unit: Line = field("Đơn vị tính", "%, TTHC, sáng kiến…", "%")
    denominator: Line | None = field("Mẫu số", "Tỷ lệ tính trên tổng số gì.", None)
    scope: Line | None = field("Phạm vi", "Áp dụng cho ai, ở đâu.", None)
    due: DeadlineText | None = field("Thời hạn", "Hạn đạt, nguyên văn.", None)
    steps: tuple[GoalStep, ...] = field(
        "Mức từng mốc",
        "Khi kế hoạch đặt mức tăng dần: các mức phải đạt trước hạn cuối, theo thứ tự. Kết quả của mỗi kỳ được so với mức "
        "đã đến hạn vào kỳ đó.",
        (),
        english="Steps on the way",
    )


class PlanTarget(Model):
    """Mục tiêu, chỉ tiêu: what the plan wants reached, with its numbers where it has any."""

    id: Slug = field("Mã mục tiêu", "Mã ổn định trong kế hoạch, ví dụ 1.5.")
    no: Line | None = field("Số", "Số của mục tiêu trong văn bản.", None)
    area: Line | None = field("Lĩnh vực", "Mã lĩnh vực.", None)
    text: Line = field("Mục tiêu", "Nội dung, viết gọn.", page="Chỉ tiêu", english="Target")
    place: Line | None = field("Vị trí trong văn bản", "Ví dụ: mục II.2a.", None)
    measures: tuple[Measure, ...] = field("Con số", "Các con số của mục tiêu.", ())


class TargetResult(Model):
    """A measured value of a target: as the report gives it, by the two numbers that it is a share of, or both."""

    target: Slug = field("Mục tiêu", "Mã mục tiêu.")
    measure: Slug | None = field("Chỉ số", "Mã chỉ số khi mục tiêu có nhiều số.", None)
    numerator: Whole | None = field("Tử số", "Số đạt yêu cầu, ví dụ 45 trong 45/50 hồ sơ.", None, aliases=("tu_so",))
    denominator_value: Whole | None = field(
        "Số của mẫu số", "Tổng số để tính tỷ lệ, ví dụ 50 trong 45/50 hồ sơ.", None, aliases=("mau_so",)
    )
    value: Score | None = field(
        "Kết quả",
        "Giá trị đo được như báo cáo ghi; có tử số và mẫu số của một tỷ lệ thì có thể bỏ trống.",
        None,
        english="Result",
    )
    source: Line | None = field("Nguồn số liệu", "Báo cáo, phần mềm…", None, english="Source of the figure")

"""An indicator with its target: what is measured, of what, how much is asked for, and what each unit reached when."""

from __future__ import annotations

from typing import ClassVar

from site_gen.model.choice import Choice
from site_gen.model.fields import (
    Day,
    Line,
    PeriodField,
    Prose,
    Score,
    UnitRef,
    Whole,
)
from site_gen.model.model import Model, field
from site_gen.model.published import DocumentRef, Published


class Group(Choice):
    """Nhóm chỉ tiêu: the groups of Quyết định 766/QĐ-TTg, online payment apart from online services."""

    TRANSPARENCY = "transparency", "công khai, minh bạch"
    TIMELINESS = "timeliness", "tiến độ giải quyết"
    ONLINE_SERVICES = "online_services", "cung cấp dịch vụ trực tuyến"
    ONLINE_PAYMENT = "online_payment", "thanh toán trực tuyến"
    DIGITISATION = "digitisation", "số hóa hồ sơ"
    SATISFACTION = "satisfaction", "mức độ hài lòng"
    OTHER = "other", "chỉ tiêu khác"


class Operator(Choice):
    """Phép so sánh: when a target is met."""

    GE = ">=", "từ … trở lên"
    GT = ">", "trên"
    EQ = "=", "đúng bằng"
    LE = "<=", "không quá"
    LT = "<", "dưới"


class IndicatorTarget(Model):
    """Mức phải đạt: how much is asked for, from a day on."""

    since: Day = field("Áp dụng từ ngày", "Kỳ kết thúc từ ngày này trở đi phải đạt mức này.", aliases=("tu_ngay",))
    value: Score = field("Mức giao", "Ví dụ 80 hoặc 99,5.", aliases=("muc", "chi_tieu"), english="To be reached")
    source: DocumentRef | None = field("Văn bản giao", "Kế hoạch hoặc quyết định giao chỉ tiêu.", None)


class IndicatorResult(Model):
    """Kết quả một kỳ của một đơn vị: the two numbers behind the share, or the value the report gives, or both."""

    period: PeriodField = field(
        "Kỳ báo cáo", "Ví dụ tháng 3/2026, quý I/2026.", aliases=("ky", "thang"), english="Period"
    )
    unit: UnitRef = field("Đơn vị", "Đơn vị được đánh giá.", aliases=("don_vi",), english="Unit")
    numerator: Whole | None = field("Tử số", "Số đạt yêu cầu.", None, aliases=("tu_so",))
    denominator_value: Whole | None = field("Số của mẫu số", "Tổng số để tính tỷ lệ.", None, aliases=("mau_so",))
    value: Score | None = field("Giá trị báo cáo ghi", "Bỏ trống thì tính từ tử số và mẫu số.", None)
    note: Line | None = field("Ghi chú", "Vì sao chưa đạt, điều cần lưu ý.", None, english="Remarks")


class Indicator(Published):
    """Chỉ tiêu: what every unit must reach, period after period."""

    unique_by: ClassVar[tuple[tuple[str, ...], ...]] = (("title",),)

    title: Line = field(
        "Tên chỉ tiêu", "Ví dụ: Tỷ lệ hồ sơ thanh toán trực tuyến.", aliases=("ten", "tieu_de"), english="Target"
    )
    definition: Prose | None = field("Đo điều gì", "Một, hai câu: cái gì được đếm, lấy số ở đâu.", None)
    group: Group = field("Nhóm", "Nhóm theo Bộ chỉ số chỉ đạo, điều hành phục vụ người dân, doanh nghiệp.")
    value_unit: Line = field("Đơn vị tính", "Mặc định là %.", "%")
    op: Operator = field("So sánh", "`>=` là đạt khi bằng hoặc hơn mức giao.", Operator.GE)
    denominator: Line | None = field(
        "Mẫu số là gì",
        "Tỷ lệ tính trên những hồ sơ nào.",
        None,
        aliases=("tinh_tren",),
        page="Tỷ lệ tính trên",
        english="The share is one of",
    )
    targets: tuple[IndicatorTarget, ...] = field("Các mức giao", "Mỗi lần giao lại thêm một dòng, giữ dòng cũ.")
    results: tuple[IndicatorResult, ...] = field("Kết quả", "Mỗi kỳ, mỗi đơn vị một dòng.", (), english="Result")
    source: DocumentRef | None = field(
        "Nguồn số liệu", "Báo cáo hoặc hệ thống mà kết quả lấy từ đó.", None, english="Source"
    )

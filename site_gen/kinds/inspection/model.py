"""A year's inspection: who was visited, what was found, and what has to be put right by when."""

from __future__ import annotations

from typing import ClassVar

from site_gen.model.fields import (
    Day,
    Line,
    Lines,
    Percent,
    Prose,
    UnitRef,
    Whole,
    Year,
)
from site_gen.model.model import Model, field
from site_gen.model.published import DocumentRef, Published


class InspectionRemedy(Model):
    """Một việc phải khắc phục sau kiểm tra."""

    text: Line = field("Việc phải khắc phục", "Kết luận yêu cầu làm gì.", english="To be put right")
    due: Day | None = field("Hạn khắc phục", "Ngày cuối, nếu kết luận có ghi.", None)
    done_on: Day | None = field("Xong ngày", "Ngày khắc phục xong.", None)
    proof: DocumentRef | None = field("Báo cáo khắc phục", "Văn bản báo cáo kết quả khắc phục.", None, english="Report")


class Visit(Model):
    """Một nơi được kiểm tra."""

    unit: UnitRef = field("Nơi được kiểm tra", "Đơn vị được kiểm tra.", english="Inspected")
    planned: Line | None = field("Dự kiến", "Tháng, quý dự kiến, như kế hoạch ghi.", None)
    date: Day | None = field("Ngày kiểm tra", "Bỏ trống khi chưa kiểm tra.", None, english="Inspected on")
    surprise: Line | None = field("Hình thức", "Ví dụ: đột xuất, theo kế hoạch, tự kiểm tra.", None, english="How")
    conclusion: DocumentRef | None = field("Kết luận", "Thông báo kết luận kiểm tra.", None)
    good: Lines = field("Ưu điểm", "Mỗi điểm một dòng.", (), english="Done well")
    faults: Lines = field("Tồn tại", "Mỗi tồn tại một dòng; không ghi tên riêng.", (), english="Faults")
    remedies: tuple[InspectionRemedy, ...] = field(
        "Việc phải khắc phục", "Từng việc kết luận yêu cầu.", (), english="To do"
    )


class Inspection(Published):
    """Kiểm tra công tác cải cách hành chính, kỷ luật, kỷ cương trong một năm."""

    unique_by: ClassVar[tuple[tuple[str, ...], ...]] = (("title", "year", "unit"),)

    title: Line = field("Tên đợt kiểm tra", "Ví dụ: Kiểm tra công tác CCHC năm 2026.", aliases=("ten", "tieu_de"))
    year: Year = field("Năm", "Năm kiểm tra.", aliases=("nam",))
    unit: UnitRef | None = field("Cơ quan kiểm tra", "Bỏ trống thì là cơ quan của trang.", None)
    decision: DocumentRef | None = field(
        "Kế hoạch kiểm tra", "Kế hoạch hoặc quyết định kiểm tra.", None, english="Ordered by"
    )
    places: Whole | None = field("Số nơi thuộc diện kiểm tra", "Tất cả cơ quan, đơn vị trong diện.", None)
    target: Percent | None = field(
        "Chỉ tiêu", "Ít nhất bao nhiêu phần trăm số nơi được kiểm tra trong năm.", None, english="Target"
    )
    visits: tuple[Visit, ...] = field("Các cuộc kiểm tra", "Theo thứ tự kế hoạch.", (), english="Visits")
    note: Prose | None = field("Ghi chú", "Điều người đọc cần biết, Markdown.", None)

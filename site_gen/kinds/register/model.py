"""The register of a quarter, frozen: what had been made public by its last day, as it stood then."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator

from site_gen.model.fields import Day, Line, PeriodField, YesNo
from site_gen.model.model import Model, field
from site_gen.model.published import Channel, Published


class RegisterRow(Model):
    """Một dòng danh mục: one piece of information that had been made public."""

    title: Line = field(
        "Tên thông tin",
        "Tên văn bản hay nội dung; không ghi tên người dân.",
        aliases=("ten", "noi_dung"),
        english="Information",
    )
    topic: Line = field(
        "Chủ đề",
        "Loại thông tin, do lệnh `sitegen new register` ghi.",
        aliases=("chu_de",),
        not_shown="Mã để đối chiếu với sổ nghĩa vụ; dòng trên trang mang tên thông tin.",
    )
    number: Line | None = field("Số, ký hiệu", "Số của văn bản.", None, aliases=("so_ky_hieu",), english="Number")
    created: Day | None = field(
        "Ngày tạo", "Ngày tạo ra thông tin, ngày ký văn bản.", None, aliases=("ngay_tao",), english="Made on"
    )
    published: Day | None = field(
        "Thời điểm công khai", "Ngày bắt đầu công khai.", None, english="Published on", page="Công khai từ"
    )
    until: Day | None = field(
        "Thời hạn công khai", "Ngày cuối; bỏ trống khi công khai thường xuyên.", None, english="Until", page="Đến ngày"
    )
    forms: Annotated[tuple[Channel, ...], BeforeValidator(Channel.several)] = field(
        "Hình thức", "Công khai bằng cách nào.", (Channel.WEB,), aliases=("hinh_thuc",), english="How"
    )
    url: Line | None = field("Địa chỉ truy cập", "Đường dẫn trên trang này khi chốt.", None, aliases=("dia_chi",))
    sample: YesNo = field("Dữ liệu mẫu", "`có`: thông tin minh họa.", False)


class Register(Published):
    """Danh mục công khai của một quý: frozen once the quarter is over."""

    unique_by: ClassVar[tuple[tuple[str, ...], ...]] = (("quarter",),)

    quarter: PeriodField = field("Quý", "Quý được chốt, ví dụ quý III/2026.", aliases=("quy", "ky"))
    frozen_on: Day = field("Ngày chốt", "Sau ngày cuối của quý.", aliases=("ngay_chot",), english="Frozen on")
    rows: tuple[RegisterRow, ...] = field("Các dòng", "Xếp theo ngày công khai.", ())

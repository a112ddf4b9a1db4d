"""News: what happened, told by one unit; and announcements of planned outages."""

from __future__ import annotations

from datetime import date as day
from typing import ClassVar

from site_gen.model.choice import Choice
from site_gen.model.fields import (
    Day,
    Line,
    PictureFile,
    Prose,
    UnitRef,
    YesNo,
)
from site_gen.model.model import Model, field
from site_gen.model.published import Published


class Topic(Choice):
    """What a news item is about."""

    PAR = "par", "cải cách hành chính", "administrative reform"
    PROCEDURES = "procedures", "thủ tục hành chính", "procedures"
    DIGITAL = "digital", "chuyển đổi số", "digital transformation"
    NOTICE = "notice", "thông báo", "announcements"
    COMMUNICATION = "communication", "tuyên truyền", "information campaigns"
    OTHER = "other", "khác"


class Image(Model):
    """A picture with the words that stand for it."""

    file: PictureFile = field("Tệp ảnh", "Ảnh trong `files/`.")
    alt: Line | None = field("Lời thay ảnh", "Một câu tả ảnh cho người không nhìn thấy.", None)


class Outage(Model):
    """An interruption of the website or of online services."""

    since: Day = field("Từ ngày", "Ngày bắt đầu tạm dừng.")
    until: Day = field("Đến ngày", "Ngày cuối tạm dừng.")
    what: Line = field("Tạm dừng gì", "Trang, dịch vụ nào.")
    planned: YesNo = field("Có kế hoạch", "`không`: sự cố đột xuất, không thể báo trước.", True)


class News(Published):
    """Tin, bài: one item, by one unit, on one day."""

    unique_by: ClassVar[tuple[tuple[str, ...], ...]] = (("title", "date", "unit"),)

    title: Line = field("Tiêu đề", "Một câu nói điều chính.", aliases=("tieu_de",))
    date: Day = field("Ngày", "Ngày đăng.", aliases=("ngay",))
    unit: UnitRef = field("Đơn vị", "Đơn vị có tin này; tính vào số tin của đơn vị.", aliases=("don_vi",))
    topic: Topic = field("Chuyên mục", "Cải cách hành chính, thông báo, …", Topic.PAR, aliases=("chuyen_muc",))
    summary: Line | None = field("Tóm tắt", "Một câu dưới tiêu đề.", None)
    author: Line | None = field("Người viết", "Chức danh hoặc bộ phận.", None)
    source: Line | None = field("Nguồn", "Khi dẫn lại từ nơi khác.", None, english="Source")
    images: tuple[Image, ...] = field("Ảnh", "Mỗi ảnh một lời thay ảnh.", ())
    until: Day | None = field("Còn giá trị đến", "Ngày cuối thông báo còn giá trị.", None)
    outage: Outage | None = field("Tạm dừng dịch vụ", "Thông báo bảo trì có kế hoạch.", None)
    body: Prose = field("Nội dung", "Markdown.", "")

    @property
    def appears(self) -> day:
        """News bears the day on which it is published; a later `published_at` counts."""
        return max(self.date, self.published_at or self.date)

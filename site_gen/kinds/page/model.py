"""A free page: Markdown with a title."""

from __future__ import annotations

from typing import ClassVar

from site_gen.model.fields import Line, Prose, Whole, YesNo
from site_gen.model.model import field
from site_gen.model.published import Published


class FreePage(Published):
    """Trang tự do: giới thiệu, hướng dẫn, liên hệ."""

    unique_by: ClassVar[tuple[tuple[str, ...], ...]] = (("title",),)

    title: Line = field("Tiêu đề", "Tiêu đề trang.", aliases=("ten", "tieu_de"))
    summary: Line | None = field("Tóm tắt", "Một câu dưới tiêu đề.", None)
    in_menu: YesNo = field("Hiện ở chân trang", "`không`: trang chỉ mở được từ liên kết trong nội dung khác.", True)
    order: Whole = field(
        "Thứ tự", "Thứ tự ở chân trang; số nhỏ đứng trước.", 100, not_shown="Chỉ xếp thứ tự các liên kết ở chân trang."
    )
    body: Prose = field("Nội dung", "Markdown.", "")

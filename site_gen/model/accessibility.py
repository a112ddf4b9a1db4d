"""What was tested so that everybody can read the pages: `data/accessibility.yml`.

The tests in a browser take their parameters from here and the statement of every site says what stands here, so that
it cannot claim what no test does. The form of the statement follows the model of Implementing Decision (EU)
2018/1523, which asks for the standard, how it was assessed, what is known not to be accessible, and how to complain.
"""

from __future__ import annotations

from site_gen.model.choice import Choice
from site_gen.model.fields import Day, Line, Lines, Whole
from site_gen.model.model import Model, field


class Look(Choice):
    """Colours a reader's device may ask for."""

    LIGHT = "light", "sáng", "light"
    DARK = "dark", "tối", "dark"
    FORCED = "forced", "tương phản cao do thiết bị đặt", "forced colours"


class Check(Choice):
    """What a test does on every kind of page."""

    MACHINE = "machine", "dò lỗi bằng máy", "rules of a machine"
    REFLOW = "reflow", "không phải cuộn ngang", "no sideways scrolling"
    SPACING = "spacing", "giãn chữ", "text spacing"
    KEYBOARD = "keyboard", "chỉ dùng bàn phím", "keyboard only"
    TARGETS = "targets", "chỗ bấm đủ lớn", "size of targets"
    MOTION = "motion", "giảm chuyển động", "reduced motion"
    PRINT = "print", "in ra giấy A4", "print on A4"
    STRUCTURE = "structure", "cấu trúc trang", "structure of pages"
    ALONE = "alone", "không cần tập lệnh", "without script"


class Limit(Choice):
    """What is known not to be accessible, or not to have been tested."""

    ATTACHMENTS = "attachments", "tệp đính kèm", "attachments"
    VIDEOS = "videos", "video", "videos"
    PEOPLE = "people", "chưa thử cùng người khuyết tật", "not tested with disabled people"
    MACHINE_ONLY = "machine-only", "máy chỉ tìm được một phần", "machines find a part"


class Tested(Model):
    """What was tested, how, and when."""

    tested_on: Day = field("Ngày thử", "Ngày phép thử được chạy với những tham số này.")
    standard: Line = field("Tiêu chuẩn", "Ví dụ: WCAG 2.2.")
    level: Line = field("Mức", "A, AA hoặc AAA.")
    tool: Line = field("Công cụ", "Chương trình dò lỗi.")
    tool_version: Line = field("Phiên bản công cụ", "Đúng phiên bản mà phép thử dùng.")
    browser: Line = field("Trình duyệt", "Trình duyệt đã dùng để thử.")
    rules: Lines = field("Nhóm quy tắc", "Tên nhóm quy tắc của axe-core.")
    looks: tuple[Look, ...] = field("Màu sắc", "Những kiểu màu đã thử.")
    widths: tuple[Whole, ...] = field("Bề ngang", "Điểm ảnh CSS; 320 bằng phóng to 400 % trên màn hình 1280.")
    checks: tuple[Check, ...] = field("Phép thử", "Những điều đã thử trên mọi kiểu trang.")
    limits: tuple[Limit, ...] = field("Giới hạn đã biết", "Điều chưa đạt hoặc chưa thử.")

"""A piece of feedback, rewritten so that nobody can be recognised, and the answer to it.

Who sent it and how to reach him have no field here. Complaints and denunciations follow laws of their own and are not
published at all.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar

from site_gen.model.choice import Choice
from site_gen.model.fields import (
    Day,
    Line,
    ProcedureRef,
    Prose,
    UnitRef,
)
from site_gen.model.model import field
from site_gen.model.published import DocumentRef, Published


class Channel(Choice):
    """How it came in."""

    PORTAL = "portal", "Cổng Dịch vụ công quốc gia", "National Public Service Portal"
    DIRECT = "direct", "trực tiếp", "in person"
    PHONE = "phone", "điện thoại", "by telephone"
    LETTER = "letter", "thư, văn bản", "by letter"
    BOX = "box", "hộp thư góp ý", "suggestion box"
    WEBSITE = "website", "trang thông tin điện tử", "website"


class FeedbackType(Choice):
    """What it is about (NĐ 20/2008/NĐ-CP, Điều 5), and requests to correct what was published."""

    CONDUCT = "conduct", "hành vi, thái độ phục vụ", "conduct of staff"
    DELAY = "delay", "chậm trễ, gây phiền hà", "delay and annoyance"
    UNFIT = "unfit", "quy định không phù hợp thực tế", "a rule that does not fit life"
    INCONSISTENT = "inconsistent", "quy định không thống nhất", "rules that contradict each other"
    UNLAWFUL = "unlawful", "quy định trái pháp luật", "an unlawful rule"
    PROPOSAL = "proposal", "sáng kiến, phương án cải cách", "a proposal"
    PROCEDURE = "procedure", "vướng mắc về thủ tục", "a question about a procedure"
    CORRECTION = "correction_request", "đề nghị đính chính thông tin", "a request for correction"
    COMPLAINT = "complaint", "khiếu nại", "a complaint under the Law on Complaints"
    DENUNCIATION = "denunciation", "tố cáo", "a denunciation"


REFUSED = frozenset({FeedbackType.COMPLAINT, FeedbackType.DENUNCIATION})
"""What is never shown, also where somebody acknowledges or silences the rule that refuses it."""
CORRECT_WITHIN = timedelta(days=15)
"""How long a request for correction may wait."""


class Status(Choice):
    """How far it is."""

    RECEIVED = "received", "đã tiếp nhận"
    FORWARDED = "forwarded", "đã chuyển cơ quan có thẩm quyền", "forwarded to the competent body"
    IN_PROGRESS = "in_progress", "đang xử lý", "being dealt with"
    ANSWERED = "answered", "đã trả lời"
    NOT_COMPETENT = "not_competent", "không thuộc thẩm quyền", "outside our competence"


class Feedback(Published):
    """Phản ánh, kiến nghị: what was said, who dealt with it, and what came of it."""

    unique_by: ClassVar[tuple[tuple[str, ...], ...]] = (("code",),)

    code: Line = field("Mã", "Mã theo dõi, không lấy theo người gửi.", aliases=("ma",))
    channel: Channel = field(
        "Kênh", "Phản ánh đến bằng cách nào.", aliases=("kenh",), page="Đến bằng", english="Came in"
    )
    type: FeedbackType = field(
        "Loại", "Nội dung phản ánh thuộc loại nào.", aliases=("loai",), english="Kind of feedback"
    )
    procedure_field: Line | None = field(
        "Lĩnh vực", "Lĩnh vực liên quan.", None, aliases=("linh_vuc",), english="Field"
    )
    procedure: ProcedureRef | None = field("Thủ tục", "Thủ tục liên quan, nếu có.", None, english="Procedure")
    summary: Line = field(
        "Nội dung",
        "Viết lại ngắn gọn, không có tên, địa chỉ, số điện thoại.",
        aliases=("noi_dung",),
        page="Nội dung phản ánh",
        english="What was said",
    )
    received_on: Day = field("Ngày nhận", "Ngày tiếp nhận.", aliases=("ngay_nhan",), english="Received")
    forwarded_on: Day | None = field("Ngày chuyển", "Ngày chuyển tới nơi có thẩm quyền.", None, english="Forwarded")
    due_on: Day | None = field("Hạn trả lời", "Ngày phải trả lời.", None, english="To be answered by")
    answered_on: Day | None = field("Ngày trả lời", "Ngày đã trả lời.", None, english="Answered")
    handler: UnitRef = field("Đơn vị xử lý", "Đơn vị trả lời.", aliases=("don_vi",), english="Who answers")
    status: Status = field(
        "Tình trạng", "Đã tiếp nhận, đang xử lý, đã trả lời, …", aliases=("tinh_trang",), english="Status"
    )
    result: Prose | None = field("Kết quả", "Trả lời thế nào, đã sửa gì.", None, aliases=("ket_qua",))
    answer_doc: DocumentRef | None = field("Văn bản trả lời", "Văn bản trả lời, đã che thông tin người gửi.", None)
    corrected_page: Line | None = field(
        "Trang được đính chính", "Với đề nghị đính chính: trang nào đã sửa.", None, english="Corrected page"
    )

    @property
    def answer_due(self) -> date | None:
        """The day by which it is answered: the day that was set; of a correction at the latest the fifteenth day."""
        if self.type is not FeedbackType.CORRECTION:
            return self.due_on
        last = self.received_on + CORRECT_WITHIN
        return min(self.due_on, last) if self.due_on else last

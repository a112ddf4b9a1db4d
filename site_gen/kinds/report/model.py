"""A periodic report: what it covers, when it was due, when and to whom it was sent."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from site_gen.model.choice import Choice
from site_gen.model.fields import (
    Amount,
    Day,
    DeadlineText,
    Line,
    Lines,
    PeriodField,
    Prose,
    SiteFile,
    UnitRef,
)
from site_gen.model.model import Model, field
from site_gen.model.published import DocumentRef, Published


class ReportType(Choice):
    """Loại báo cáo."""

    PAR = "par", "cải cách hành chính", "administrative reform"
    PROCEDURE_CONTROL = "procedure_control", "kiểm soát thủ tục hành chính"
    LAW_MONITORING = "law_monitoring", "theo dõi thi hành pháp luật"
    DOCUMENT_REVIEW = "document_review", "rà soát văn bản"
    DIGITAL = "digital", "chuyển đổi số", "digital transformation"
    STATISTICS = "statistics", "thống kê"
    WORK = "work", "công tác", "work of the authority"
    OTHER = "other", "khác"


class Highlight(Model):
    """A figure worth reading before the report itself."""

    may_be_total = True  # nothing adds them up

    label: Line = field("Nội dung", "Số này nói về gì.")
    value: Amount = field("Số", "Dấu chấm ngăn hàng nghìn, dấu phẩy là thập phân.")
    unit: Line | None = field("Đơn vị tính", "Ví dụ: %, hồ sơ, văn bản.", None)


class Report(Published):
    """Báo cáo định kỳ. Body text: the report in brief."""

    unique_by: ClassVar[tuple[tuple[str, ...], ...]] = (("period", "type", "unit", "title"),)

    title: Line = field("Tên báo cáo", "Tên đầy đủ.", aliases=("ten", "tieu_de"))
    type: ReportType = field("Loại báo cáo", "Báo cáo về việc gì.", aliases=("loai",), english="Type of report")
    period: PeriodField = field("Kỳ báo cáo", "Ví dụ: quý II/2026, 6 tháng đầu năm 2026.", aliases=("ky",))
    unit: UnitRef | None = field("Đơn vị báo cáo", "Bỏ trống thì là cơ quan của trang.", None)
    cutoff: Day | None = field(
        "Ngày chốt số liệu",
        "Số liệu tính đến hết ngày nào.",
        None,
        english="Figures up to",
        page="Số liệu đến hết ngày",
    )
    due: Day | None = field("Hạn gửi", "Ngày cuối phải gửi.", None, english="To be sent by")
    due_rule: DeadlineText | None = field("Quy định về hạn", "Nguyên văn, ví dụ: trước ngày 15 tháng cuối quý.", None)
    sent_to: Lines = field("Nơi nhận", "Gửi cơ quan nào.", (), english="Sent to")
    sent_on: Day | None = field("Ngày gửi", "Ngày gửi báo cáo.", None, english="Sent on")
    late_reason: Line | None = field("Lý do gửi muộn", "Một câu, nếu gửi sau hạn.", None, english="Why it was late")
    document: DocumentRef | None = field("Văn bản", "Số, ký hiệu, ngày của báo cáo.", None, english="Document")
    figures: tuple[Highlight, ...] = field("Số liệu chính", "Vài số đáng đọc nhất.", (), english="Main figures")
    file: SiteFile | None = field("Tệp", "Bản ký số trong `files/`.", None)
    body: Prose = field("Tóm tắt", "Nội dung chính, viết gọn, Markdown.", "")

    @property
    def exists(self) -> bool:
        """Whether it was made, and not only announced: something says that it was sent, published or given a number."""
        return bool(self.sent_on or self.published_at or self.document)

    @property
    def made_on(self) -> date | None:
        """The day on which it was made: that of the document, else that of sending."""
        return (self.document.date.exact if self.document and self.document.date else None) or self.sent_on

    @property
    def readable(self) -> bool:
        """Whether a citizen finds what the report says."""
        link = self.document and (self.document.url or self.document.file)
        return bool(self.file or link or self.body.strip())

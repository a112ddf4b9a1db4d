"""An apology notice: the letter that goes with a late, faulty or lost dossier, and its posting.

Nothing here can name the person who applied: no name, address, telephone, identity number, parcel or certificate.
"""

from __future__ import annotations

from datetime import date as day
from datetime import timedelta
from typing import ClassVar

from site_gen.model.choice import Choice
from site_gen.model.evidence import Proofs
from site_gen.model.fields import (
    Day,
    Line,
    ProcedureRef,
    SiteFile,
    UnitRef,
    Whole,
    YesNo,
)
from site_gen.model.model import field
from site_gen.model.published import Published


class ApologyKind(Choice):
    """What the authority apologises for."""

    OVERDUE = "overdue", "quá hạn", "an overdue dossier"
    ERROR = "error", "sai sót", "an error in the result"
    LOST = "lost", "mất, hỏng hồ sơ", "a lost or damaged dossier"


class Cause(Choice):
    """Why it happened, for counting."""

    OWN_DELAY = "own_delay", "bộ phận giải quyết xử lý chậm", "the unit itself was slow"
    OTHER_BODY = "other_body", "cơ quan phối hợp trả lời chậm", "another body answered late"
    WORKLOAD = "workload", "số hồ sơ tăng đột biến", "more dossiers than usual"
    SYSTEM = "system", "lỗi hệ thống, phần mềm", "a fault of the system"
    VERIFICATION = "verification", "phải xác minh thêm", "facts had to be verified"
    MISTAKE = "mistake", "sai sót nghiệp vụ", "a professional mistake"
    OTHER = "other", "lý do khác"


class Apology(Published):
    """Thư xin lỗi: one letter about one dossier, and how long it is posted."""

    unique_by: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("number", "date.year", "unit"),
        ("dossier_code", "kind", "date"),
    )

    number: Line | None = field(
        "Số", "Số, ký hiệu của thư, ví dụ 12/TXL-UBND.", None, aliases=("so",), english="Number"
    )
    date: Day = field("Ngày", "Ngày ký thư.", aliases=("ngay",))
    unit: UnitRef = field("Cơ quan xin lỗi", "Đơn vị để hồ sơ chậm, sai hoặc mất.", aliases=("don_vi",), english="Unit")
    kind: ApologyKind = field(
        "Loại", "Quá hạn, sai sót, hoặc mất, hỏng hồ sơ.", aliases=("loai",), page="Về việc", english="What for"
    )
    dossier_code: Line = field(
        "Mã hồ sơ",
        "Mã số hồ sơ; không ghi tên hay địa chỉ người nộp.",
        aliases=("ma_ho_so", "so_bien_nhan"),
        english="Dossier code",
    )
    procedure: ProcedureRef = field("Thủ tục", "Mã hoặc tên thủ tục.", aliases=("thu_tuc", "tthc"), english="Procedure")
    received_on: Day = field("Ngày nhận", "Ngày tiếp nhận hồ sơ.", aliases=("ngay_tiep_nhan",))
    due_on: Day = field("Ngày hẹn trả", "Ngày hẹn trả kết quả trên giấy tiếp nhận.", aliases=("ngay_hen",))
    cause: Cause = field("Nguyên nhân", "Chọn một nguyên nhân để thống kê.", aliases=("nguyen_nhan",), english="Cause")
    reason: Line = field(
        "Lý do",
        "Một hai câu nói rõ vì sao, không có thông tin nhận ra người nộp.",
        aliases=("ly_do",),
        english="The reason",
    )
    new_due_on: Day | None = field("Ngày hẹn lại", "Ngày hẹn trả kết quả mới.", None, aliases=("ngay_hen_lai",))
    reschedule_no: Whole = field(
        "Lần hẹn lại", "Chỉ được hẹn lại một lần.", 1, aliases=("lan_hen_lai",), english="Put off for the time number"
    )
    remedy: Line | None = field(
        "Cách khắc phục",
        "Với sai sót, mất, hỏng hồ sơ: cơ quan sửa hay lập lại thế nào, người nộp không phải làm gì.",
        None,
    )
    sent_on: Day | None = field(
        "Ngày gửi", "Ngày gửi thư tới người nộp và Bộ phận Một cửa.", None, english="Sent to the applicant on"
    )
    signer_role: Line = field("Chức vụ người ký", "Ví dụ: Phó Chủ tịch UBND xã.", aliases=("nguoi_ky",))
    posted_from: Day = field(
        "Công khai từ", "Ngày bắt đầu đăng và niêm yết.", aliases=("cong_khai_tu",), english="Posted from"
    )
    posted_to: Day | None = field(
        "Công khai đến hết",
        "Bỏ trống: đủ số ngày ở `apology_days` của site.yml.",
        None,
        aliases=("cong_khai_den",),
        english="Posted until",
    )
    on_board: YesNo = field("Niêm yết tại Một cửa", "Có dán bản in tại Bộ phận Một cửa.", False)
    resolved_on: Day | None = field("Ngày trả kết quả", "Ngày thực trả kết quả.", None, aliases=("ngay_tra",))
    file: SiteFile | None = field(
        "Tệp",
        "Bản thư đã che thông tin người nộp; được gỡ cùng thư. Không dùng tệp này ở chỗ khác.",
        None,
        page="Tệp đính kèm",
        english="Attachment",
    )

    evidence: Proofs = field(
        "Minh chứng",
        "Giấy tờ phải có hay đã có: Thư xin lỗi đã ký, Biên bản niêm yết, Biên bản gỡ niêm yết, Giấy xác nhận đã gửi thư. "
        "Không ghi tên người; tên gọi khác bốn tên này và tệp chỉ hiện trên trang thư, đến khi gỡ.",
        (),
    )

    @property
    def year_of_letter(self) -> int:
        """The year that its papers prove."""
        return self.date.year

    def last_day(self, days: int) -> day:
        """The last day on which it is posted, for a term of so many days.

        What is posted for less than its term is refused by a rule, and shown in full here.
        """
        return max(self.posted_to or self.posted_from, full_term(self.posted_from, days))


def full_term(first: day, days: int) -> day:
    """The last day of a posting of so many days.

    The day on which it begins is not counted, and it lasts to the end of the last day (Bộ luật Dân sự 2015, Điều 147, 148):
    posted on 05/11 for 30 days, it is shown up to and with 05/12.
    """
    return first + timedelta(days)

"""Dossier statistics of a period: what came in, what was answered and when, what waits; no single dossier, no person."""

from __future__ import annotations

from typing import ClassVar

from site_gen.model.fields import (
    Day,
    Line,
    Lines,
    PeriodField,
    ProcedureRef,
    UnitRef,
    Whole,
)
from site_gen.model.model import Model
from site_gen.model.model import field as key
from site_gen.model.published import DocumentRef, Published


class Counts(Model):
    """Số lượng hồ sơ: a main count that is left out is 0, an accompanying one is not stated."""

    carried_over: Whole = key(
        "Kỳ trước chuyển sang", "Hồ sơ chưa xong của kỳ trước.", 0, ("ton_dau_ky",), english="Carried over"
    )
    received_online: Whole = key(
        "Tiếp nhận trực tuyến", "Nhận qua Cổng Dịch vụ công.", 0, ("truc_tuyen",), english="Received online"
    )
    received_direct: Whole = key("Tiếp nhận trực tiếp", "Nhận tại quầy.", 0, ("truc_tiep",), english="At the counter")
    received_post: Whole = key(
        "Tiếp nhận qua bưu chính", "Nhận qua bưu chính công ích.", 0, ("buu_chinh",), english="By post"
    )
    done_early: Whole = key(
        "Giải quyết trước hạn", "Trả kết quả trước ngày hẹn.", 0, ("truoc_han", "som_hen"), english="Before the day"
    )
    done_on_time: Whole = key(
        "Giải quyết đúng hạn", "Trả kết quả đúng ngày hẹn.", 0, ("dung_han",), english="On the day"
    )
    done_late: Whole = key("Giải quyết quá hạn", "Trả kết quả sau ngày hẹn.", 0, ("tre_hen",), english="Settled late")
    pending_in_time: Whole = key("Đang giải quyết, trong hạn", "Chưa xong, chưa tới ngày hẹn.", 0)
    pending_late: Whole = key(
        "Đang giải quyết, quá hạn", "Chưa xong, đã qua ngày hẹn.", 0, english="Pending, past the day"
    )
    returned: Whole = key(
        "Từ chối, dừng giải quyết",
        "Bị từ chối, rút hoặc dừng giải quyết.",
        0,
        ("tra_lai",),
        english="Refused or stopped",
    )
    digitised_input: Whole | None = key("Số hóa hồ sơ đầu vào", "Hồ sơ có giấy tờ nộp vào được số hóa.", None)
    digitised_result: Whole | None = key(
        "Số hóa kết quả", "Hồ sơ có kết quả giải quyết được số hóa.", None, english="Results digitised"
    )
    e_result: Whole | None = key(
        "Trả kết quả điện tử", "Hồ sơ có kết quả bản điện tử.", None, english="Results sent electronically"
    )
    payment_required: Whole | None = key("Hồ sơ phải nộp phí, lệ phí", "Mẫu số của tỷ lệ thanh toán trực tuyến.", None)
    e_payment: Whole | None = key(
        "Thanh toán trực tuyến", "Hồ sơ nộp phí, lệ phí trực tuyến.", None, english="Paid online"
    )
    certified: Whole | None = key("Chứng thực bản sao", "Tất cả, bản giấy và bản điện tử.", None)
    e_certified: Whole | None = key(
        "Chứng thực bản sao điện tử", "Chỉ bản điện tử.", None, english="Copies certified electronically"
    )
    paper_where_online: Whole | None = key(
        "Nộp giấy dù có trực tuyến",
        "Nhận bản giấy của thủ tục đã có dịch vụ công trực tuyến.",
        None,
        english="On paper though online is offered",
    )
    apologised: Whole | None = key(
        "Đã xin lỗi",
        "Hồ sơ quá hạn phát sinh trong kỳ đã có văn bản xin lỗi.",
        None,
        ("da_xin_loi",),
        english="Had an apology",
    )


class Place(Model):
    """Hồ sơ của ai: the unit that answers, and what the dossiers are about."""

    unit: UnitRef = key("Đơn vị", "Đơn vị giải quyết hồ sơ.", aliases=("don_vi",), english="Unit")
    field: Line | None = key("Lĩnh vực", "Lĩnh vực thủ tục; bỏ trống nếu không tách.", None, ("linh_vuc",))
    procedure: ProcedureRef | None = key("Thủ tục", "Mã hoặc tên thủ tục; bỏ trống nếu không tách.", None)
    late_reason: Lines = key(
        "Lý do quá hạn", "Vì sao có hồ sơ quá hạn; không nêu tên hay mã hồ sơ.", (), aliases=("ly_do",), english="Why"
    )


class DossierRow(Counts, Place):
    """Dòng thống kê: each dossier is counted in one row only."""


class DossierStatistics(Published):
    """Thống kê hồ sơ: what came in and what was answered in one period."""

    unique_by: ClassVar[tuple[tuple[str, ...], ...]] = (("period",),)

    period: PeriodField = key(
        "Kỳ báo cáo", "Thường là tháng, ví dụ tháng 3/2026.", aliases=("ky", "thang"), english="Period"
    )
    rows: tuple[DossierRow, ...] = key(
        "Các dòng", "Mỗi đơn vị, lĩnh vực hoặc thủ tục một dòng, không ghi dòng cộng ở đây."
    )
    total_declared: Counts | None = key("Dòng cộng của báo cáo", "Số tổng như báo cáo ghi, để đối chiếu.", None)
    sent_on: Day | None = key("Ngày gửi báo cáo", "Ngày gửi cấp trên.", None)
    source: DocumentRef | None = key(
        "Báo cáo nguồn", "Báo cáo hoặc phần mềm mà số liệu lấy từ đó.", None, english="Source"
    )
    note: Line | None = key("Ghi chú", "Điều người đọc cần biết về số liệu của kỳ này.", None)

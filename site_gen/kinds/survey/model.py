"""A survey of satisfaction: what was asked about, how many answered, how many were satisfied. Nobody who answered is named."""

from __future__ import annotations

from typing import ClassVar

from site_gen.model.choice import Choice
from site_gen.model.fields import (
    Line,
    PeriodField,
    Prose,
    Score,
    SiteFile,
    UnitRef,
    Whole,
)
from site_gen.model.model import Model, field
from site_gen.model.published import DocumentRef, Published


class Subject(Choice):
    """Đối tượng lấy ý kiến: what people are asked about."""

    PROCEDURE = "procedure", "giải quyết hồ sơ thủ tục hành chính", "settling of dossiers"
    ONE_STOP = "one_stop", "Bộ phận Một cửa", "the one-stop shop"
    STAFF = "staff", "cán bộ, công chức", "the staff"
    ONLINE_SERVICE = "online_service", "dịch vụ công trực tuyến", "online public services"
    LAND = "land_building_investment", "đất đai, xây dựng, đầu tư", "land, building and investment"
    EDUCATION = "public_education", "giáo dục công lập", "public education"
    SIPAS = "sipas", "sự phục vụ hành chính (SIPAS)", "public administration (SIPAS)"
    LEADERS = "leaders", "lãnh đạo, đại biểu HĐND", "leaders and councillors as a body"


class SurveyCriterion(Model):
    """Tiêu chí: how many were satisfied with one thing."""

    criterion: Line = field("Tiêu chí", "Ví dụ: thời gian giải quyết.", aliases=("ten",))
    pct: Score = field("Tỷ lệ hài lòng", "Phần trăm, ví dụ 92,5.", aliases=("ty_le",))
    target: Score | None = field(
        "Mục tiêu", "Phần trăm phải đạt, nếu có.", None, aliases=("chi_tieu",), english="aimed at"
    )


class Survey(Published):
    """Khảo sát mức độ hài lòng: one object in one period, as shares; no single answer, no vote on a single officer."""

    unique_by: ClassVar[tuple[tuple[str, ...], ...]] = (("period", "object", "unit"),)

    object: Subject = field(
        "Đối tượng",
        "Hỏi ý kiến về việc gì.",
        aliases=("doi_tuong",),
        page="Đối tượng lấy ý kiến",
        english="Asked about",
    )
    period: PeriodField = field(
        "Kỳ khảo sát", "Ví dụ tháng 3/2026, năm 2026.", aliases=("ky", "thang"), english="Period"
    )
    unit: UnitRef = field("Đơn vị được đánh giá", "Đơn vị mà người dân nhận xét.", aliases=("don_vi",), english="Unit")
    n: Whole = field(
        "Số phiếu thu về", "Số phiếu hợp lệ dùng để tính.", aliases=("so_phieu",), english="Answers received"
    )
    issued: Whole | None = field("Số phiếu phát ra", "Bỏ trống nếu khảo sát không phát phiếu.", None)
    method: Line | None = field("Cách lấy ý kiến", "Ví dụ: phiếu giấy tại quầy, mã QR, điện thoại.", None)
    criteria: tuple[SurveyCriterion, ...] = field("Kết quả từng tiêu chí", "Mỗi tiêu chí một dòng.", ())
    overall: Score | None = field(
        "Hài lòng chung", "Phần trăm hài lòng chung.", None, aliases=("chung",), english="Satisfied"
    )
    target: Score | None = field("Mục tiêu chung", "Phần trăm phải đạt, nếu có.", None)
    remedy: Prose | None = field(
        "Sẽ khắc phục", "Điều người dân chưa hài lòng và việc sẽ làm.", None, english="What will be done about it"
    )
    source: DocumentRef | None = field("Báo cáo nguồn", "Báo cáo kết quả khảo sát.", None)
    file: SiteFile | None = field(
        "Tệp kết quả", "Bản tổng hợp trong `files/`, không có phiếu của từng người.", None, english="Results as a file"
    )

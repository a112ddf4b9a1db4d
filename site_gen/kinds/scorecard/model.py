"""A scorecard of the PAR index: a tree of criteria, what was lost, why, and who puts it right."""

from __future__ import annotations

from typing import ClassVar

from site_gen.model.choice import Choice
from site_gen.model.evidence import Proofs
from site_gen.model.fields import (
    Day,
    DeadlineText,
    Line,
    Lines,
    Prose,
    Score,
    UnitRef,
    Year,
    Years,
    YesNo,
)
from site_gen.model.model import Model, field
from site_gen.model.published import DocumentRef, Published


class Grade(Choice):
    """Xếp loại."""

    EXCELLENT = "excellent", "xuất sắc"
    GOOD = "good", "tốt"
    FAIR = "fair", "khá"
    AVERAGE = "average", "trung bình"
    WEAK = "weak", "yếu"


class Deduction(Model):
    """Points lost and why."""

    points: Score | None = field("Điểm trừ", "Số điểm bị trừ, nếu văn bản ghi.", None, english="Lost")
    reason: Line = field("Lý do", "Vì sao bị trừ.", english="Why")


class Component(Model):
    """A part of the index that is scored apart (survey, satisfaction …)."""

    name: Line = field("Tên", "Tên thành phần.")
    score: Score = field("Điểm", "Điểm đạt.")
    max: Score | None = field("Tối đa", "Điểm tối đa, nếu văn bản ghi.", None)


class ScoredCriterion(Model):
    """Tiêu chí, tiêu chí thành phần, at any depth."""

    id: Line | None = field(
        "Mã riêng",
        "Khi số của văn bản trống hoặc trùng; bỏ trống thì dùng số.",
        None,
        not_shown="Chỉ dùng làm địa chỉ của tiêu chí trong trang.",
    )
    no: Line | None = field("Số", "Số của tiêu chí trong văn bản.", None)
    label: Line = field("Tên tiêu chí", "Tên, viết gọn.", english="Criterion", page="Tiêu chí")
    max: Score | None = field("Điểm tối đa", "Bỏ trống nếu văn bản không ghi.", None)
    declared: Score | None = field(
        "Điểm văn bản ghi", "Điểm đạt như văn bản ghi.", None, english="Reached", page="Điểm đạt"
    )
    self_score: Score | None = field("Tự chấm", "Điểm tự chấm, nếu khác.", None, english="Self-scored")
    appraised_score: Score | None = field(
        "Thẩm định", "Điểm hội đồng thẩm định chấm, nếu khác.", None, english="Appraised"
    )
    lost_declared: Score | None = field(
        "Điểm trừ văn bản ghi", "Câu 'trừ … điểm' ở dòng tiêu chí.", None, english="Points lost, as the document says"
    )
    verbatim: Line | None = field(
        "Nguyên văn điểm",
        "Cách văn bản ghi, khi không đọc được thành số.",
        None,
        english="The score in the document's words",
    )
    requirement: Line | None = field("Yêu cầu", "Yêu cầu của tiêu chí.", None, english="Asked for")
    deductions: tuple[Deduction, ...] = field("Điểm trừ", "Từng lần trừ và lý do.", ())
    remedy: Lines = field("Biện pháp khắc phục", "Mỗi dòng một biện pháp.", (), english="Remedy")
    assignee_roles: Lines = field("Giao cho", "Chức danh phụ trách, không ghi tên riêng.", ())
    unit: UnitRef | None = field("Đơn vị phụ trách", "Đơn vị hoặc bộ phận lo tiêu chí này.", None, english="In charge")
    deadline: DeadlineText | None = field("Thời hạn", "Hạn khắc phục, nguyên văn.", None, english="By when")
    fixed: YesNo | None = field("Đã khắc phục", "Văn bản nói đã khắc phục hay chưa.", None, english="Put right")
    evidence: Proofs = field(
        "Minh chứng",
        "Giấy tờ mà tiêu chí đòi: tên; đã có thì thêm số, ngày, tệp hoặc liên kết; chưa được nhận thì thêm `unfit`.",
        (),
        english="Evidence",
    )
    partial: YesNo = field("Chưa liệt kê đủ", "`có`: văn bản chỉ nêu một phần tiêu chí con.", False)
    note: Line | None = field("Ghi chú", "Điều cần lưu ý.", None)
    children: tuple[ScoredCriterion, ...] = field("Tiêu chí con", "Các tiêu chí con.", ())


class Remedy(Model):
    """A duty of the plan's second half: what a role does so that points are not lost again."""

    no: Line | None = field("Số", "Số, chữ cái của mục.", None)
    role: Line = field("Giao cho", "Chức danh hoặc bộ phận.")
    unit: UnitRef | None = field("Đơn vị", "Đơn vị tương ứng.", None)
    tasks: Lines = field("Việc", "Mỗi dòng một việc, viết gọn.")
    deadline: DeadlineText | None = field("Thời hạn", "Kỳ hạn nguyên văn.", None)


class Scorecard(Published):
    """Bảng điểm chỉ số CCHC."""

    unique_by: ClassVar[tuple[tuple[str, ...], ...]] = (("title", "year_assessed", "unit"),)

    title: Line = field("Tên bảng điểm", "Tên đầy đủ.", aliases=("ten", "tieu_de"))
    year_assessed: Year = field("Năm đánh giá", "Năm của kết quả.", aliases=("nam_danh_gia",))
    years_stated: Years = field("Năm văn bản ghi", "Các năm mà văn bản nêu cho cùng kết quả này.", ())
    unit: UnitRef = field("Đơn vị được chấm", "Đơn vị được chấm điểm.")
    published_on: Day | None = field("Ngày công bố", "Ngày kết quả được công bố.", None)
    decision: DocumentRef | None = field("Văn bản công bố", "Báo cáo hoặc quyết định công bố kết quả.", None)
    scheme: DocumentRef | None = field("Bộ tiêu chí", "Văn bản quy định cách chấm.", None)
    total_declared: Score = field(
        "Tổng điểm văn bản ghi", "Điểm mà văn bản ghi cho cả chỉ số.", english="Declared total"
    )
    self_total: Score | None = field(
        "Tổng điểm tự chấm",
        "Điểm mà đơn vị tự chấm cho cả chỉ số, trước khi thẩm định.",
        None,
        english="Self-scored total",
        page="Tự chấm",
    )
    total_max: Score | None = field("Điểm tối đa", "Thường là 100.", None)
    total_unit: Line = field("Đơn vị tính", "điểm hoặc %.", "điểm")
    rank: Line | None = field("Xếp hạng", "Ví dụ 04/11.", None)
    grade: Grade | None = field("Xếp loại", "Xếp loại.", None)
    components: tuple[Component, ...] = field("Thành phần", "Các thành phần của chỉ số.", ())
    criteria: tuple[ScoredCriterion, ...] = field("Tiêu chí", "Cây tiêu chí.", ())
    remedies: tuple[Remedy, ...] = field("Phân công khắc phục", "Việc giao cho từng chức danh.", ())
    summary: Prose | None = field("Nhận xét", "Nhận xét chung, viết gọn.", None)

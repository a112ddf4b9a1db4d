"""The values that plans choose from: kinds of plans, areas, how a target compares, what a report says."""

from __future__ import annotations

from site_gen.model.choice import Choice


class PlanKind(Choice):
    """What a plan is for."""

    PAR_YEAR = "par_year", "CCHC năm", "yearly PAR plan"
    PAR_PERIOD = "par_period", "CCHC giai đoạn", "PAR plan of a period"
    INDEX_IMPROVEMENT = "index_improvement", "nâng cao chỉ số"
    REMEDIATION = "remediation", "khắc phục"
    COMMUNICATION = "communication", "tuyên truyền"
    PROCEDURE_CONTROL = "procedure_control", "kiểm soát TTHC"
    PROCEDURE_REVIEW = "procedure_review", "rà soát TTHC"
    DOCUMENT_REVIEW = "document_review", "rà soát VBQPPL", "review of legal documents"
    INSPECTION = "inspection", "kiểm tra"
    SIPAS = "sipas", "SIPAS", "SIPAS"
    DIGITAL = "digital", "chuyển đổi số", "digital transformation"
    DIALOGUE = "dialogue", "đối thoại"


class CanonicalArea(Choice):
    """Reform areas across schemes; a plan's own list is mapped to these."""

    INSTITUTIONS = "institutions", "Cải cách thể chế"
    PROCEDURES = "procedures", "Cải cách thủ tục hành chính"
    ORGANISATION = "organisation", "Cải cách tổ chức bộ máy"
    CIVIL_SERVICE = "civil_service", "Cải cách chế độ công vụ"
    PUBLIC_FINANCE = "public_finance", "Cải cách tài chính công"
    DIGITAL_GOVERNMENT = "digital_government", "Xây dựng chính quyền điện tử, chính quyền số"
    DIRECTION = "direction", "Chỉ đạo, điều hành"
    GRASSROOTS = "grassroots", "Chính quyền cơ sở"
    SOCIO_ECONOMIC = "socio_economic", "Phát triển kinh tế - xã hội"
    IMPACT = "impact", "Tác động của cải cách hành chính"


class Operator(Choice):
    """How a target compares result and value."""

    EQ = "=", "đúng bằng"
    GE = ">=", "từ … trở lên"
    GT = ">", "trên"
    LE = "<=", "không quá"
    LT = "<", "dưới"


class Verdict(Choice):
    """What a result of a target is beside the goal that it is judged against."""

    MET = "met", "đạt"
    MISSED = "missed", "chưa đạt", "not met"
    OPEN = "open", "chưa đến hạn", "not due yet"

    @property
    def family(self) -> str:
        """The colour and shape it is shown with."""
        return {Verdict.MET: "done", Verdict.MISSED: "late"}.get(self, "calm")


class ConsequenceGround(Choice):
    """What a consequence follows from."""

    LATE_DOSSIERS = "late_dossiers", "hồ sơ trễ hạn"
    GRADE = "grade", "xếp loại chỉ số", "grade of the index"
    COMPONENT = "component", "điểm chỉ số thành phần", "component of the index"


class TaskGroup(Choice):
    """Groups of a remediation plan."""

    REMEDY = "remedy", "cần khắc phục", "to be put right"
    MAINTAIN = "maintain", "cần duy trì", "to be kept up"


class Inheritable(Choice):
    """Cells that are blank in the source and read as the cell above."""

    LEAD = "lead", "chủ trì"
    COORDINATING = "coordinating", "phối hợp"
    DEADLINE = "deadline", "thời gian"
    OUTPUTS = "outputs", "sản phẩm"
    BUDGET_NOTE = "budget_note", "kinh phí"


class Arrangement(Choice):
    """Under which headings a document puts its tasks."""

    AREA = "area", "theo lĩnh vực", "by area"
    LEAD = "lead", "theo người làm", "by who does them"


class ReportedStatus(Choice):
    """What an update says of a task or part."""

    NOT_STARTED = "not_started", "chưa thực hiện"
    UNDER_WAY = "under_way", "đang thực hiện"
    DONE = "done", "hoàn thành"
    CANCELLED = "cancelled", "không thực hiện"


class TaskState(Choice):
    """How far an item is on a day; each belongs to one of the families of colour and shape."""

    DONE = "done", "hoàn thành"
    DONE_LATE = "done_late", "hoàn thành sau hạn", "done after its date"
    LATE = "late", "quá hạn"
    SOON = "soon", "sắp đến hạn", "due soon"
    UNDER_WAY = "under_way", "đang thực hiện"
    PENDING = "pending", "chưa đến hạn", "not due yet"
    UNREPORTED = "unreported", "chưa có báo cáo", "no report"
    CONTINUOUS = "continuous", "thường xuyên"
    UNDATED = "undated", "không ấn định ngày", "no fixed day"
    CANCELLED = "cancelled", "không thực hiện", "not carried out"

    @property
    def family(self) -> str:
        """Which of done, run, soon, late, loop, calm it is shown as."""
        return next((name for name, states in FAMILIES.items() if self in states), "calm")


FAMILIES: dict[str, tuple[TaskState, ...]] = {
    "done": (TaskState.DONE, TaskState.DONE_LATE),
    "run": (TaskState.UNDER_WAY,),
    "soon": (TaskState.SOON,),
    "late": (TaskState.LATE,),
    "loop": (TaskState.CONTINUOUS,),
    "calm": (TaskState.PENDING, TaskState.UNREPORTED, TaskState.UNDATED, TaskState.CANCELLED),
}
"""The states of each family, families in the order in which bars and legends show them."""

OPEN = (TaskState.SOON, TaskState.PENDING, TaskState.UNDER_WAY)
"""What still lies ahead, where it has a day."""
FINISHED = (TaskState.DONE, TaskState.DONE_LATE)

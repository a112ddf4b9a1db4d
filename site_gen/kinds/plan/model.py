"""A plan: the document (`plan.md`), its appendix (`tasks.yml`) and what was done (`progress/*.yml`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, ModelWrapValidatorHandler, PrivateAttr, model_validator

from site_gen.kinds.plan.choices import (
    Arrangement,
    CanonicalArea,
    Inheritable,
    PlanKind,
    ReportedStatus,
    TaskGroup,
)
from site_gen.kinds.plan.consequence_model import Consequence
from site_gen.kinds.plan.target_model import PlanTarget, TargetResult
from site_gen.model.evidence import Proofs
from site_gen.model.fields import (
    Amount,
    Day,
    DeadlineText,
    Files,
    Line,
    Lines,
    PDate,
    Prose,
    Slug,
    Slugs,
    UnitRef,
    Units,
    Url,
    Year,
)
from site_gen.model.figures import MoneyUnit
from site_gen.model.model import Model, field
from site_gen.model.published import DocumentRef, Documents, Published
from site_gen.model.signature import Signature


class Area(Model):
    """A reform area as this plan numbers and names it."""

    code: Line = field("Mã lĩnh vực", "Số của lĩnh vực trong văn bản: I, II, … hoặc PL01.")
    name: Line = field("Tên lĩnh vực", "Tên như văn bản ghi.")
    canonical: CanonicalArea | None = field("Lĩnh vực chuẩn", "Lĩnh vực tương ứng trong bộ chung.", None)
    year_stated: Year | None = field("Năm ghi ở tiêu đề", "Năm mà tiêu đề phụ lục ghi, nếu có.", None)
    budget_declared: Amount | None = field("Kinh phí lĩnh vực", "Số tiền văn bản ghi ở dòng lĩnh vực.", None)


class UnitDuty(Model):
    """What the plan asks of one body under "Tổ chức thực hiện"."""

    unit: UnitRef = field("Đơn vị", "Đơn vị được giao.")
    duty: Line = field("Nhiệm vụ", "Việc phải làm, viết gọn.")
    deadline: DeadlineText | None = field("Thời hạn", "Kỳ hạn nêu trong đoạn, nguyên văn.", None)
    evidence: Proofs = field(
        "Giấy tờ từng kỳ",
        "Báo cáo, biên bản của từng kỳ, mỗi giấy tờ ghi `period`. Báo cáo định kỳ đã có trong `reports/` của đơn vị ấy thì tự được tính.",
        (),
        english="Papers of each period",
    )


class Plan(Published):
    """Kế hoạch: the document itself. Body text: objectives and solutions, condensed."""

    unique_by: ClassVar[tuple[tuple[str, ...], ...]] = (("number", "year", "issuer"), ("title", "year", "issuer"))

    title: Line = field("Tên kế hoạch", "Tên đầy đủ.", aliases=("ten", "tieu_de"))
    short_title: Line | None = field("Tên ngắn", "Tên dùng trong trình đơn và danh sách.", None)
    kind: PlanKind = field("Loại kế hoạch", "Loại kế hoạch.", aliases=("loai",))
    year: Year = field("Năm", "Năm thực hiện.", aliases=("nam",))
    year_to: Year | None = field("Đến năm", "Năm cuối, với kế hoạch nhiều năm.", None)
    number: Line | None = field(
        "Số, ký hiệu",
        "Ví dụ 23/KH-UBND; bỏ trống nếu văn bản để trống.",
        None,
        aliases=("so_hieu",),
        page="Số",
        english="Number",
    )
    date: PDate | None = field(
        "Ngày ban hành", "Ngày, hoặc chỉ tháng, năm nếu văn bản để trống ngày.", None, aliases=("ngay_ban_hanh",)
    )
    place: Line | None = field("Địa danh", "Nơi ban hành ghi trên văn bản.", None)
    issuer: UnitRef = field("Cơ quan ban hành", "Đơn vị ban hành.", aliases=("co_quan_ban_hanh",), english="Issued by")
    signer_role: Line | None = field("Chức vụ người ký", "Ví dụ: Chủ tịch.", None, page="Người ký", english="Signed by")
    sign_prefix: Line | None = field("Thể thức đề ký", "TM., KT., TL. hoặc TUQ.", None)
    decision: DocumentRef | None = field(
        "Quyết định ban hành", "Quyết định mà kế hoạch kèm theo.", None, page="Ban hành kèm theo", english="Issued with"
    )
    basis: Documents = field(
        "Căn cứ", "Văn bản được viện dẫn.", (), page="Căn cứ của kế hoạch", english="What it rests on"
    )
    areas: tuple[Area, ...] = field("Lĩnh vực", "Các lĩnh vực theo đúng thứ tự của văn bản.", english="Areas")
    area_scheme: Slug | None = field("Bộ lĩnh vực", "Mã bộ lĩnh vực trong danh mục có thời hạn.", None)
    duties: tuple[UnitDuty, ...] = field(
        "Tổ chức thực hiện", "Nhiệm vụ của từng đơn vị.", (), page="Ai phải làm gì", english="Who has to do what"
    )
    reports: tuple[UnitDuty, ...] = field(
        "Chế độ báo cáo", "Ai báo cáo, kỳ nào.", (), page="Ai báo cáo khi nào", english="Who reports when"
    )
    consequences: tuple[Consequence, ...] = field(
        "Hệ quả",
        "Điều văn bản nói sẽ theo sau kết quả kém, ví dụ không đề xuất khen thưởng.",
        (),
        english="Consequences",
    )
    recipients: Lines = field("Nơi nhận", "Danh sách nơi nhận.", (), english="Sent to")
    money_unit: MoneyUnit | None = field("Đơn vị tiền", "Đơn vị của cột kinh phí.", None)
    total_declared: Amount | None = field("Tổng kinh phí", "Tổng mà văn bản ghi.", None, english="Total")
    total_words: Line | None = field("Tổng bằng chữ", "Dòng bằng chữ của văn bản.", None)
    funding: Line | None = field("Nguồn kinh phí", "Câu về kinh phí, nếu có.", None)
    files: Files = field("Tệp", "Bản đính kèm trong `files/`.", (), page="Tệp đính kèm", english="Attachments")
    signature: Signature | None = field(
        "Ký số",
        "Chữ ký số trên bản đã ký, khi trang không có tệp.",
        None,
        english="Digital signature",
        page="Chữ ký số",
    )
    source_url: Url | None = field("Nguồn", "Nơi công bố văn bản gốc.", None, english="Source")
    scorecard: Slug | None = field("Bảng điểm", "Mã bảng điểm mà kế hoạch này dựa vào.", None)
    body: Prose = field(
        "Nội dung",
        "Mục tiêu, giải pháp… viết gọn, Markdown.",
        "",
        page="Tóm tắt nội dung kế hoạch",
        english="What the plan says, in brief",
    )


class Step(Model):
    """The cells that a row of the appendix carries, whether it is a task or a part of one."""

    outputs: Lines = field(
        "Sản phẩm, kết quả", "Mỗi dòng một sản phẩm.", (), aliases=("san_pham",), page="Sản phẩm", english="Output"
    )
    lead: Units = field(
        "Chủ trì", "Đơn vị chủ trì, đúng cách văn bản gọi.", (), aliases=("chu_tri", "co_quan_chu_tri"), english="Lead"
    )
    coordinating: Units = field("Phối hợp", "Đơn vị phối hợp.", (), aliases=("phoi_hop",), english="With")
    deadline: DeadlineText | None = field(
        "Thời gian", "Thời hạn, nguyên văn.", None, aliases=("thoi_han", "thoi_gian"), english="Time"
    )
    deadline_read_as: DeadlineText | None = field(
        "Thời gian hiểu là",
        "Khi thời hạn của văn bản in sai rõ ràng: thời hạn đúng ra phải ghi. Trang hiện cả hai, tính ngày theo ô này; "
        "lý do ghi ở `anomalies`.",
        None,
    )
    budget: Amount | None = field(
        "Kinh phí", "Số tiền theo đơn vị của bảng.", None, aliases=("kinh_phi",), english="Budget"
    )
    budget_note: Line | None = field("Ghi chú kinh phí", "Chữ ghi ở cột kinh phí.", None)
    inherited: Annotated[tuple[Inheritable, ...], BeforeValidator(Inheritable.several)] = field(
        "Ô để trống", "Các ô trống trong bản gốc, hiểu theo dòng trên.", ()
    )
    evidence: Proofs = field(
        "Giấy tờ phải có",
        "Giấy tờ mà văn bản đòi để chứng minh việc này: tên, ai nộp, hạn nào. Giấy tờ đã nộp thì ghi ở báo cáo tiến độ.",
        (),
        english="Papers asked for",
    )
    remark: Line | None = field(
        "Ghi chú trong văn bản",
        "Chữ ghi ở cột Ghi chú của phụ lục; ghi chú của người nhập thì dùng `note`.",
        None,
        page="Ghi chú của văn bản",
        english="Remark in the document",
    )
    note: Line | None = field("Ghi chú", "Ghi chú thêm.", None, english="Note")


class Part(Step):
    """Phần việc, hoạt động: part i belongs to agency i and deadline i."""

    no: Line | None = field("Số", "Số hoạt động trong văn bản, ví dụ 3.1.", None)
    row: Line | None = field("Dòng", "Số thứ tự dòng (TT) trong phụ lục.", None)
    text: Line = field("Nội dung", "Hoạt động hoặc phần việc, viết gọn.")


class Task(Step):
    """Nhiệm vụ: one promise of the plan; its parts are what is followed up where it has any."""

    id: Slug = field("Mã", "Mã ổn định trong kế hoạch; địa chỉ trang và ghi tiến độ dùng mã này.")
    no: Line | None = field("Số", "Số của nhiệm vụ trong văn bản.", None)
    row: Line | None = field(
        "Dòng", "Số thứ tự dòng (TT) trong phụ lục.", None, page="TT trong phụ lục", english="Row in the appendix"
    )
    area: Line = field("Lĩnh vực", "Mã lĩnh vực.")
    group: TaskGroup | None = field("Nhóm", "Cần khắc phục hoặc cần duy trì.", None)
    targets: Slugs = field("Mục tiêu", "Mã các mục tiêu mà nhiệm vụ phục vụ.", ())
    text: Line = field("Nhiệm vụ", "Nội dung, viết gọn.", aliases=("noi_dung", "nhiem_vu"), english="Task")
    parts: tuple[Part, ...] = field(
        "Phần việc, hoạt động", "Các phần, theo thứ tự.", (), page="Hoạt động", english="Activity, part"
    )
    criterion: Line | None = field(
        "Tiêu chí liên quan",
        "Số tiêu chí của bảng điểm.",
        None,
        page="Tiêu chí của bảng điểm",
        english="Criterion of the scorecard",
    )


class Headings(Model):
    """The columns of the appendix as the document prints them, in its order. "Cơ quan thực hiện" is not "chủ trì": who carries
    out may not lead."""

    row: Line | None = field("Cột số thứ tự", "Ví dụ: TT; STT.", None)
    targets: Line | None = field("Cột mục tiêu", "Ví dụ: Mục tiêu. Ô lấy từ `targets` của từng nhiệm vụ.", None)
    task: Line | None = field("Cột nhiệm vụ", "Ví dụ: Nội dung, nhiệm vụ.", None)
    part: Line | None = field("Cột hoạt động, phần việc", "Ví dụ: Hoạt động.", None)
    outputs: Line | None = field("Cột sản phẩm", "Ví dụ: Kết quả/ Sản phẩm.", None)
    lead: Line | None = field("Cột chủ trì", "Ví dụ: Cơ quan thực hiện; Bộ phận chủ trì.", None)
    coordinating: Line | None = field("Cột phối hợp", "Ví dụ: Cơ quan phối hợp.", None)
    deadline: Line | None = field("Cột thời gian", "Ví dụ: Thời gian hoàn thành.", None)
    budget: Line | None = field("Cột kinh phí", "Ví dụ: Kinh phí triển khai (triệu đồng).", None)
    remark: Line | None = field("Cột ghi chú", "Ví dụ: Ghi chú.", None)
    _order: tuple[str, ...] = PrivateAttr(())

    @model_validator(mode="wrap")
    @classmethod
    def _as_written(cls, data: Any, bind: ModelWrapValidatorHandler[Headings]) -> Headings:
        made = bind(data)
        made._order = tuple(name for name in data if name in cls.model_fields) if isinstance(data, Mapping) else ()
        return made

    @property
    def order(self) -> tuple[str, ...]:
        """The names of the columns that the document prints, in the order in which they are written."""
        return self._order


class Appendix(Published):
    """Phụ lục: targets and tasks in the order of the document."""

    title: Line | None = field("Tên phụ lục", "Tên phụ lục.", None)
    headings: Headings | None = field(
        "Các cột",
        "Mọi cột của phụ lục, theo thứ tự và đúng tên văn bản in; cột đã ghi thì bảng có, dù không ô nào có chữ.",
        None,
    )
    arranged_by: Arrangement = field(
        "Cách xếp", "Văn bản xếp nhiệm vụ theo lĩnh vực hay theo người làm.", Arrangement.AREA
    )
    targets: tuple[PlanTarget, ...] = field(
        "Mục tiêu, chỉ tiêu", "Theo thứ tự văn bản.", (), page="Chỉ tiêu", english="Targets"
    )
    tasks: tuple[Task, ...] = field("Nhiệm vụ", "Theo thứ tự văn bản.", (), english="Tasks")


class Update(Model):
    """What is known of one task or part at the day of the report."""

    item: Line = field("Mã việc", "Mã nhiệm vụ, hoặc mã nhiệm vụ/số thứ tự phần: 2.6/1.")
    status: ReportedStatus = field("Tình trạng", "Chưa, đang thực hiện, hoàn thành, không thực hiện.", english="Status")
    completed_on: Day | None = field("Ngày hoàn thành", "Ngày xong thật.", None)
    text: Line | None = field("Kết quả", "Đã làm được gì.", None)
    reason: Line | None = field("Lý do chậm", "Giải trình khi quá hạn.", None, page="Giải trình", english="Explanation")
    done_count: Line | None = field("Đã làm", "Ví dụ 2/3 cuộc.", None)
    evidence: Proofs = field(
        "Minh chứng", "Tài liệu kiểm chứng đã có: tên và số, ngày, tệp hoặc liên kết.", (), english="Evidence"
    )


class Progress(Published):
    """Báo cáo tiến độ: dated updates of a plan."""

    unique_by: ClassVar[tuple[tuple[str, ...], ...]] = (("period", "date"),)

    title: Line = field("Tên", "Ví dụ: Tiến độ quý III/2023.")
    period: Line = field("Kỳ", "Ví dụ: Quý III/2023.")
    date: Day = field("Ngày báo cáo", "Ngày cập nhật.", aliases=("ngay",))
    cutoff: Day | None = field("Chốt số liệu", "Số liệu tính đến ngày này.", None)
    document: DocumentRef | None = field("Văn bản báo cáo", "Báo cáo nguồn.", None, english="Report")
    updates: tuple[Update, ...] = field("Cập nhật", "Từng việc.", ())
    results: tuple[TargetResult, ...] = field("Kết quả chỉ tiêu", "Từng con số.", ())

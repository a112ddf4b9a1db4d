"""An administrative procedure: the detailed guide, and the full list of those that the commune handles.

The parts of a guide are those of NĐ 63/2010/NĐ-CP, Điều 8 khoản 2.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator

from site_gen.kinds.procedure.choices import (
    Channel,
    Confidence,
    Exempting,
    OnlineLevel,
    Part,
    ProcedureState,
    Subject,
)
from site_gen.kinds.procedure.parts import Exemption, Fees, Papers, TimeLimit
from site_gen.model.fields import (
    Codes,
    Day,
    Line,
    Lines,
    ProcedureRef,
    Prose,
    SiteFile,
    Steps,
    UnitRef,
    Url,
    Whole,
    YesNo,
)
from site_gen.model.life_events import Events
from site_gen.model.model import Model, field
from site_gen.model.published import DocumentRef, Documents, Published


class Case(Model):
    """Trường hợp: a variant with its own papers, fee or time."""

    name: Line = field("Trường hợp", "Khi nào áp dụng.")
    papers: Papers = field("Thành phần hồ sơ", "Giấy tờ của trường hợp này.", ())
    fees: Fees = field("Phí, lệ phí", "Khi khác mức chung.", ())
    exemptions: tuple[Exemption, ...] = field("Miễn, giảm", "Khi khác mức chung.", ())
    time_limit: TimeLimit | None = field("Thời hạn", "Khi khác thời hạn chung.", None)
    note: Line | None = field("Ghi chú", "Điều cần lưu ý.", None)


class ChannelUse(Model):
    """One way of handing in, with what differs there."""

    channel: Channel = field("Cách nộp", "trực tiếp, trực tuyến hoặc bưu chính công ích.")
    url: Url | None = field("Địa chỉ", "Nơi nộp trực tuyến.", None)
    time_limit: TimeLimit | None = field("Thời hạn", "Khi khác thời hạn chung.", None)
    note: Line | None = field("Ghi chú", "Ví dụ: giảm lệ phí khi nộp trực tuyến.", None)


class Video(Model):
    """A guide video."""

    title: Line = field("Tên", "Video hướng dẫn việc gì.")
    url: Url | None = field("Liên kết", "Nơi xem.", None)
    file: SiteFile | None = field("Tệp", "Tệp mp4 trong `files/`.", None)
    captions: SiteFile | None = field("Phụ đề", "Tệp phụ đề hoặc bản lời trong `files/`.", None)


class InternalStep(Model):
    """Một bước của quy trình nội bộ: what the office does, who does it, and how long it may take."""

    text: Line = field("Việc", "Làm gì ở bước này.")
    unit: UnitRef | None = field("Bộ phận", "Bộ phận làm bước này.", None)
    role: Line | None = field("Chức danh", "Chức danh người làm; không ghi tên riêng.", None)
    time: TimeLimit | None = field("Thời gian", "Ví dụ: 4 giờ, 1 ngày làm việc.", None)


class InternalProcess(Model):
    """Quy trình nội bộ, quy trình điện tử giải quyết thủ tục."""

    steps: tuple[InternalStep, ...] = field("Các bước", "Theo thứ tự.")
    decision: DocumentRef | None = field(
        "Quyết định phê duyệt", "Quyết định phê duyệt quy trình nội bộ.", None, page="Quy trình được phê duyệt tại"
    )
    iso: DocumentRef | None = field(
        "Công bố ISO",
        "Bản công bố hệ thống quản lý chất lượng có quy trình này.",
        None,
        page="Công bố phù hợp ISO 9001",
    )


class Decision(DocumentRef):
    """The decision of the province that publishes the procedure."""

    effective_from: Day | None = field("Hiệu lực từ", "Ngày quyết định có hiệu lực.", None)
    posted_on: Day | None = field("Ngày đưa lên trang", "Ngày trang này công khai nội dung của quyết định.", None)


class Change(Model):
    """One change in the life of the procedure."""

    date: Day = field("Ngày", "Ngày ban hành hoặc có hiệu lực của thay đổi.")
    text: Line = field("Thay đổi", "Một câu: ban hành, sửa gì, thay bằng gì, bãi bỏ.")
    decision: Decision | None = field("Quyết định", "Quyết định công bố thay đổi.", None)


class Source(Model):
    """Where a fact was taken from, and when."""

    title: Line = field("Nguồn", "Ví dụ: Cổng Dịch vụ công quốc gia; hoặc “mẫu”.")
    taken_on: Day | None = field("Lấy ngày", "Ngày chép.", None)
    confidence: Confidence | None = field("Mức tin cậy", "A, B hoặc C.", None, english="Confidence")
    url: Url | None = field("Liên kết", "Nơi đọc.", None)


class Procedure(Published):
    """Thủ tục hành chính: the detailed guide of one procedure."""

    unique_by: ClassVar[tuple[tuple[str, ...], ...]] = (("code",),)

    code: Line = field(
        "Mã thủ tục", "Mã trên Cơ sở dữ liệu quốc gia, ví dụ 1.001193.", aliases=("ma", "ma_tthc"), english="Code"
    )
    name: Line = field("Tên thủ tục", "Tên như quyết định công bố.", aliases=("ten", "ten_tthc"))
    everyday_name: Line | None = field(
        "Tên thường gọi",
        "Người dân gọi việc này là gì, ví dụ: Sao y bản chính. Trang lấy làm tiêu đề, tên đầy đủ đứng ngay dưới.",
        None,
        aliases=("ten_thuong_goi",),
    )
    procedure_field: Line = field(
        "Lĩnh vực", "Lĩnh vực như quyết định công bố.", aliases=("linh_vuc", "field"), english="Field"
    )
    level: Line | None = field("Cấp giải quyết", "Ví dụ: cấp xã.", None, english="Level")
    state: ProcedureState = field(
        "Tình trạng", "Đang áp dụng, đã sửa đổi, được thay thế, đã bãi bỏ.", ProcedureState.IN_FORCE
    )
    ended_on: Day | None = field("Ngày hết áp dụng", "Với thủ tục được thay thế hoặc bãi bỏ.", None)
    successor: ProcedureRef | None = field("Thủ tục thay thế", "Mã thủ tục thay thế.", None)
    common: YesNo = field("Hay làm", "`có`: hiện ở trang đầu của mục Thủ tục.", False, english="Most needed")
    life_events: Events = field(
        "Việc trong đời",
        "Người dân gặp việc gì thì cần thủ tục này; bỏ trống là theo tên và lĩnh vực.",
        (),
        aliases=("su_kien",),
    )
    summary: Line | None = field("Tóm tắt", "Một câu: thủ tục này để làm gì.", None)
    steps: Steps = field("Trình tự", "Mỗi bước một dòng.", (), aliases=("trinh_tu",), english="Steps", page="Các bước")
    channels: tuple[ChannelUse, ...] = field(
        "Cách nộp", "Các cách nộp hồ sơ.", (), aliases=("cach_thuc",), english="Ways of handing in"
    )
    papers: Papers = field("Thành phần hồ sơ", "Giấy tờ chung cho mọi trường hợp.", (), aliases=("thanh_phan_ho_so",))
    sets: Whole | None = field("Số bộ hồ sơ", "Bao nhiêu bộ.", None, aliases=("so_luong",), english="Number of sets")
    cases: tuple[Case, ...] = field("Trường hợp", "Các trường hợp có giấy tờ, phí hoặc thời hạn riêng.", ())
    time_limit: TimeLimit | None = field("Thời hạn", "Thời hạn giải quyết.", None, aliases=("thoi_han",))
    subjects: Annotated[tuple[Subject, ...], BeforeValidator(Subject.several)] = field(
        "Đối tượng", "Ai thực hiện.", (), aliases=("doi_tuong",), english="Who may use it", page="Ai thực hiện"
    )
    authority: UnitRef | None = field(
        "Cơ quan giải quyết", "Đơn vị quyết định.", None, aliases=("co_quan",), english="Who decides"
    )
    receiving_point: UnitRef | None = field("Nơi nộp", "Đơn vị tiếp nhận.", None)
    counter: Line | None = field("Quầy", "Quầy, bàn số mấy.", None)
    hours: Line | None = field("Giờ nhận hồ sơ", "Bỏ trống: theo giờ của nơi nộp hoặc của cơ quan.", None)
    result: Line | None = field(
        "Kết quả",
        "Người dân nhận được gì.",
        None,
        aliases=("ket_qua",),
        english="What you receive",
        page="Kết quả nhận được",
    )
    fees: Fees = field("Phí, lệ phí", "Từng khoản thu.", (), aliases=("phi_le_phi", "le_phi"))
    exempting: Exempting | None = field(
        "Miễn, giảm", "Có ai được miễn, giảm không; không được bỏ trống khi có phí.", None
    )
    exemptions: tuple[Exemption, ...] = field(
        "Ai được miễn, giảm", "Từng đối tượng.", (), english="Who pays nothing or less"
    )
    conditions: Lines = field("Yêu cầu, điều kiện", "Mỗi điều kiện một dòng.", (), english="Conditions")
    forms: Documents = field("Mẫu đơn, tờ khai", "Mẫu để tải.", (), english="Forms")
    not_applicable: Annotated[tuple[Part, ...], BeforeValidator(Part.several)] = field(
        "Không có", "Phần thủ tục này không có: mẫu đơn, kết quả, điều kiện, phí.", (), english="There is none of"
    )
    basis: Documents = field("Căn cứ pháp lý", "Văn bản quy định thủ tục.", (), english="Legal basis")
    decision: Decision | None = field(
        "Quyết định công bố", "Quyết định của tỉnh công bố thủ tục.", None, english="Published by", page="Công bố tại"
    )
    online_level: OnlineLevel = field("Mức trực tuyến", "Toàn trình, một phần, …", OnlineLevel.UNKNOWN)
    portal_url: Url | None = field("Liên kết Cổng Dịch vụ công", "Trang của thủ tục này trên Cổng.", None)
    interlinked: YesNo = field("Liên thông", "Một cửa liên thông.", False)
    on_site: YesNo = field("4 tại chỗ", "Tiếp nhận, thẩm định, phê duyệt, trả kết quả tại chỗ.", False)
    iso: YesNo = field("Quy trình ISO", "Có trong hệ thống quản lý chất lượng.", False)
    internal: InternalProcess | None = field(
        "Quy trình nội bộ",
        "Các bước giải quyết trong cơ quan, ai làm, trong bao lâu.",
        None,
        aliases=("quy_trinh_noi_bo",),
        english="Inside the office",
        page="Cơ quan giải quyết qua những bước nào",
    )
    samples: Documents = field("Hồ sơ mẫu", "Hồ sơ điền sẵn để tham khảo.", (), english="Filled-in samples")
    videos: tuple[Video, ...] = field("Video hướng dẫn", "Video có phụ đề.", (), english="Guide videos")
    history: tuple[Change, ...] = field(
        "Các lần thay đổi", "Mới, sửa đổi, thay thế, bãi bỏ.", (), english="Changes of this procedure"
    )
    last_checked: Day | None = field("Đối chiếu lần cuối", "Ngày so lại với quyết định của tỉnh.", None)
    sources: tuple[Source, ...] = field("Nguồn", "Số liệu trên trang lấy từ đâu.", (), english="Sources")
    disputed: Lines = field("Chỗ các nguồn ghi khác nhau", "Mỗi chỗ một dòng; trang ghi rõ để người dân hỏi lại.", ())
    note: Prose | None = field("Lưu ý", "Điều người dân hay hỏi.", None)


class ListedProcedure(Model):
    """One procedure of the full list."""

    code: Line = field("Mã thủ tục", "Ví dụ 1.001193.")
    name: Line = field("Tên thủ tục", "Tên như nguồn ghi.", english="Procedure")
    everyday_name: Line | None = field(
        "Tên thường gọi", "Người dân gọi việc này là gì.", None, aliases=("ten_thuong_goi",)
    )
    procedure_field: Line = field("Lĩnh vực", "Lĩnh vực như nguồn ghi.", aliases=("linh_vuc", "field"))
    level: Line | None = field("Cấp giải quyết", "Như nguồn ghi.", None)
    time_limit: Line | None = field("Thời hạn", "Như nguồn ghi.", None)
    fee: Line | None = field("Phí, lệ phí", "Như nguồn ghi.", None)
    online: YesNo = field("Có kênh trực tuyến", "Nguồn có nêu kênh trực tuyến.", False, english="Listed as online")
    state: ProcedureState = field("Tình trạng", "Đang áp dụng, được thay thế, đã bãi bỏ.", ProcedureState.IN_FORCE)
    ended_on: Day | None = field("Ngày hết áp dụng", "Với thủ tục được thay thế hoặc bãi bỏ.", None)
    unit: UnitRef | None = field("Đơn vị xử lý", "Bộ phận xử lý hồ sơ.", None)
    confidence: Confidence | None = field("Mức tin cậy", "A, B hoặc C.", None)
    taken_on: Day | None = field("Lấy ngày", "Ngày của nguồn, khi khác ngày của cả danh mục.", None)
    note: Line | None = field("Ghi chú", "Điều cần biết, ví dụ: các nguồn ghi khác nhau.", None)


class Announcement(Decision):
    """The province's announcement that the list is compared with."""

    codes: Codes = field(
        "Toàn bộ mã",
        "Mã của mọi thủ tục cấp xã trong công bố; bỏ trống nếu công bố chỉ nêu thay đổi.",
        (),
        english="Procedures",
    )
    added: Codes = field("Mới ban hành", "Mã được công bố mới.", (), english="New")
    changed: Codes = field("Sửa đổi", "Mã được sửa đổi, bổ sung.", (), english="Amended")
    abolished: Codes = field("Bãi bỏ", "Mã bị bãi bỏ.", (), english="Abolished")


class ProcedureList(Published):
    """Danh mục thủ tục hành chính: every procedure of one source, a row each."""

    unique_by: ClassVar[tuple[tuple[str, ...], ...]] = (("title", "unit"),)

    title: Line = field("Tên danh mục", "Danh mục nào.", aliases=("ten",))
    unit: UnitRef = field("Đơn vị", "Cơ quan có danh mục này.")
    source: Line = field("Nguồn", "Chép từ đâu.", aliases=("nguon",))
    taken_on: Day = field("Lấy ngày", "Ngày chép.")
    note: Line | None = field("Ghi chú", "Điều người đọc cần biết về danh mục.", None)
    portal_url: Url | None = field(
        "Liên kết Cổng Dịch vụ công", "Trang của từng thủ tục trên Cổng; viết `{code}` ở chỗ của mã.", None
    )
    announcements: tuple[Announcement, ...] = field(
        "Công bố của tỉnh", "Các quyết định công bố để so danh mục.", (), english="Announced by the province"
    )
    rows: tuple[ListedProcedure, ...] = field("Các thủ tục", "Mỗi thủ tục một dòng.")

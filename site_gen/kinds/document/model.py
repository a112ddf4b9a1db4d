"""A document of the register, and the yearly list of documents that ceased to be in force."""

from __future__ import annotations

from typing import ClassVar

from site_gen.model.choice import Choice
from site_gen.model.fields import (
    Day,
    Files,
    Line,
    Prose,
    Registered,
    RegisteredRef,
    SiteFile,
    UnitRef,
    Url,
    Year,
    YesNo,
)
from site_gen.model.model import Model, field
from site_gen.model.published import DocumentRef, Published
from site_gen.model.signature import Signature


class DocumentType(Choice):
    """Loại văn bản: the types of administrative documents (NĐ 30/2020 Điều 7)."""

    RESOLUTION = "resolution", "nghị quyết"
    DECISION = "decision", "quyết định"
    DIRECTIVE = "directive", "chỉ thị"
    STATUTE = "statute", "quy chế"
    REGULATION = "regulation", "quy định"
    COMMUNIQUE = "communique", "thông cáo"
    NOTICE = "notice", "thông báo"
    GUIDANCE = "guidance", "hướng dẫn"
    PROGRAMME = "programme", "chương trình"
    PLAN = "plan", "kế hoạch"
    OPTION = "option", "phương án"
    SCHEME = "scheme", "đề án"
    PROJECT = "project", "dự án"
    REPORT = "report", "báo cáo"
    MINUTES = "minutes", "biên bản"
    SUBMISSION = "submission", "tờ trình"
    CONTRACT = "contract", "hợp đồng"
    OFFICIAL_LETTER = "official_letter", "công văn"
    TELEGRAM = "telegram", "công điện"
    MEMORANDUM = "memorandum", "bản ghi nhớ"
    AGREEMENT = "agreement", "bản thỏa thuận"
    AUTHORISATION = "authorisation", "giấy ủy quyền"
    INVITATION = "invitation", "giấy mời"
    INTRODUCTION = "introduction", "giấy giới thiệu"
    LEAVE = "leave", "giấy nghỉ phép"
    DISPATCH = "dispatch", "phiếu gửi"
    TRANSFER = "transfer", "phiếu chuyển"
    NOTIFICATION = "notification", "phiếu báo"
    PUBLIC_LETTER = "public_letter", "thư công"


class Validity(Choice):
    """Tình trạng hiệu lực."""

    NOT_YET = "not_yet", "chưa có hiệu lực", "not yet in force"
    IN_FORCE = "in_force", "còn hiệu lực", "in force"
    PARTLY_EXPIRED = "partly_expired", "hết hiệu lực một phần", "partly no longer in force"
    EXPIRED = "expired", "hết hiệu lực", "no longer in force"


class Document(Published):
    """Văn bản: one document of the register with its effect and what replaced it."""

    unique_by: ClassVar[tuple[tuple[str, ...], ...]] = (("number", "type", "date.year", "issuer", "abstract"),)

    type: DocumentType = field("Loại văn bản", "Tên loại ghi trên văn bản.", aliases=("loai",))
    number: Line = field(
        "Số, ký hiệu", "Cả số và ký hiệu, ví dụ 23/KH-UBND.", aliases=("so_hieu", "so_ky_hieu"), english="Number"
    )
    date: Day = field("Ngày ban hành", "Ngày ký.", aliases=("ngay",), english="Day")
    issuer: UnitRef = field("Cơ quan ban hành", "Đơn vị ban hành.", aliases=("co_quan",), english="Issuer")
    signer_role: Line | None = field("Chức vụ người ký", "Ví dụ: Chủ tịch; không ghi tên riêng.", None)
    abstract: Line = field("Trích yếu", "Văn bản nói về việc gì.", aliases=("trich_yeu", "ten"), english="About")
    legal: YesNo = field(
        "Văn bản quy phạm pháp luật",
        "`có` với nghị quyết, quyết định là văn bản quy phạm pháp luật.",
        False,
        english="Legal normative documents",
    )
    iso: YesNo = field(
        "Công bố ISO",
        "`có`: văn bản công bố hệ thống quản lý chất lượng phù hợp TCVN ISO 9001.",
        False,
        english="ISO announcements",
    )
    effective_from: Day | None = field("Có hiệu lực từ", "Ngày bắt đầu có hiệu lực.", None, english="In force from")
    effective_to: Day | None = field(
        "Có hiệu lực đến", "Ngày cuối cùng còn hiệu lực.", None, english="In force up to", page="Có hiệu lực đến hết"
    )
    validity: Validity | None = field(
        "Tình trạng hiệu lực", "Bỏ trống nếu các ngày hiệu lực đã nói đủ.", None, english="Effect", page="Hiệu lực"
    )
    expiry_reason: Line | None = field(
        "Lý do hết hiệu lực", "Vì sao hết hiệu lực, theo văn bản nào.", None, english="Why it ended"
    )
    amends: Registered = field("Sửa đổi, bổ sung", "Văn bản mà văn bản này sửa đổi, bổ sung.", (), english="Amends")
    replaces: Registered = field("Thay thế, bãi bỏ", "Văn bản mà văn bản này thay thế, bãi bỏ.", (), english="Replaces")
    replaced_by: Registered = field(
        "Bị thay thế bởi", "Văn bản thay thế, bãi bỏ văn bản này.", (), english="Replaced by"
    )
    file: SiteFile | None = field("Tệp văn bản", "Bản ký số trong `files/`.", None, english="The document")
    appendices: Files = field("Phụ lục", "Các tệp kèm theo trong `files/`.", (), english="Appendix")
    url: Url | None = field("Liên kết", "Nơi đọc toàn văn, nếu không đăng tệp.", None)
    signature: Signature | None = field(
        "Ký số",
        "Chữ ký số trên văn bản; để trống khi có tệp, vì chữ ký được đọc từ tệp.",
        None,
        english="Digital signature",
        page="Chữ ký số",
    )
    note: Prose | None = field("Ghi chú", "Điều người đọc cần biết, Markdown.", None)
    field: Line | None = field("Lĩnh vực", "Ví dụ: Nội vụ, Tài chính, Tư pháp.", None, aliases=("linh_vuc",))


class ListKind(Choice):
    """Loại danh mục."""

    EXPIRED = "expired", "hết hiệu lực trong năm", "no longer in force, by year"
    SYSTEMATISED = "systematised", "hệ thống hóa 05 năm", "five-year systematisation"


class ListedDocument(Model):
    """One row of a list: a document of the register, or number and abstract of one that is not in it."""

    document: RegisteredRef | None = field(
        "Văn bản", "Mã hoặc số, ký hiệu của văn bản đã có trên trang.", None, english="Document"
    )
    number: Line | None = field("Số, ký hiệu", "Khi văn bản không có trên trang.", None)
    abstract: Line | None = field("Trích yếu", "Khi văn bản không có trên trang.", None, english="About")
    validity: Validity = field("Tình trạng", "Tình trạng mà danh mục công bố.", Validity.EXPIRED, english="Effect")
    expired_on: Day | None = field("Ngày hết hiệu lực", "Từ ngày nào không còn hiệu lực.", None)
    reason: Line | None = field("Lý do", "Lý do hết hiệu lực ghi trong danh mục.", None, english="Why")


class ExpiredList(Published):
    """Danh mục văn bản hết hiệu lực: the decision that announces them, and its rows."""

    unique_by: ClassVar[tuple[tuple[str, ...], ...]] = (("title", "kind", "year", "issuer"),)

    title: Line = field("Tên danh mục", "Tên đầy đủ.", aliases=("ten", "tieu_de"))
    kind: ListKind = field("Loại danh mục", "Hằng năm hay hệ thống hóa 05 năm.", ListKind.EXPIRED, aliases=("loai",))
    year: Year = field("Năm", "Năm của danh mục; với hệ thống hóa là năm cuối kỳ.", aliases=("nam",))
    year_from: Year | None = field("Từ năm", "Năm đầu của kỳ hệ thống hóa.", None)
    issuer: UnitRef | None = field("Cơ quan công bố", "Bỏ trống thì là cơ quan của trang.", None)
    decision: DocumentRef = field("Quyết định công bố", "Quyết định công bố danh mục.")
    items: tuple[ListedDocument, ...] = field("Các văn bản", "Theo thứ tự của danh mục.")
    file: SiteFile | None = field("Tệp danh mục", "Bản ký số trong `files/`.", None, english="The list")

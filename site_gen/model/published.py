"""What every entry may carry, and the documents that entries cite."""

from __future__ import annotations

from site_gen.model.choice import Choice
from site_gen.model.fields import Day, Line, Model, PDate, SiteFile, Slug, Url, YesNo, field


class Secrecy(Choice):
    """Grade of secrecy; anything but `none` refuses the build."""

    NONE = "none", "không"
    CONFIDENTIAL = "confidential", "mật"
    SECRET = "secret", "tối mật"
    TOP_SECRET = "top_secret", "tuyệt mật"


class Anomaly(Model):
    """A fault of the source document that the editor knows and leaves as it is, with the reason."""

    code: Line = field("Mã quy tắc", "Mã của phát hiện được ghi nhận, ví dụ SCORE001.")
    at: Line | None = field(
        "Vị trí",
        "Mục trong hồ sơ mà phát hiện nói tới (số mục, mã việc); bỏ trống nếu nói về cả hồ sơ.",
        None,
    )
    reason: Line = field("Lý do", "Một câu cho người dân: văn bản gốc ghi gì và vì sao giữ nguyên.")
    until: Day | None = field("Đến ngày", "Sau ngày này ghi nhận hết hiệu lực và phát hiện hiện lại.", None)


class Published(Model):
    """What every entry may carry."""

    draft: YesNo = field("Bản nháp", "`có`: chưa đăng lên trang.", False)
    secrecy: Secrecy = field("Độ mật", "Chỉ `không` mới được đăng; độ khác làm dừng việc dựng trang.", Secrecy.NONE)
    sample: YesNo = field("Dữ liệu mẫu", "`có`: số liệu minh họa, trang sẽ ghi rõ.", False)
    published_at: Day | None = field("Ngày đăng", "Ngày đưa lên trang lần đầu.", None)
    updated_at: Day | None = field("Ngày cập nhật", "Ngày sửa nội dung lần cuối.", None)
    anomalies: tuple[Anomaly, ...] = field(
        "Bất thường đã ghi nhận", "Chỗ văn bản gốc có lỗi mà ta giữ nguyên, kèm lý do.", ()
    )


class DocumentRef(Model):
    """A document cited by number, as the text cites it."""

    title: Line = field("Tên, trích yếu", "Văn bản nói về việc gì.")
    number: Line | None = field("Số, ký hiệu", "Ví dụ 23/KH-UBND; bỏ trống nếu văn bản gốc để trống.", None)
    date: PDate | None = field("Ngày", "Ngày ban hành; có thể chỉ có tháng hoặc năm.", None)
    issuer: Line | None = field("Cơ quan ban hành", "Tên cơ quan như văn bản ghi.", None)
    law: Slug | None = field("Mã căn cứ", "Mã trong danh mục căn cứ pháp lý, nếu có.", None)
    url: Url | None = field("Liên kết", "Nơi đọc toàn văn.", None)
    file: SiteFile | None = field("Tệp", "Tệp đính kèm trong `files/`.", None)


class Evidence(DocumentRef):
    """Proof that something was done (tài liệu kiểm chứng)."""

    signed: YesNo | None = field("Đã ký số", "Văn bản có chữ ký số hay không.", None)

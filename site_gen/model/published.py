"""What every entry may carry, and the documents that entries cite."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, model_validator

from site_gen.base.messages import msg
from site_gen.base.vietnamese import excerpt
from site_gen.model import lists
from site_gen.model.choice import Choice
from site_gen.model.fields import (
    Day,
    Line,
    OldAddresses,
    PDate,
    SiteFile,
    Slug,
    Url,
    YesNo,
)
from site_gen.model.model import Model, field
from site_gen.model.refusing import wrong


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
        "Vị trí", "Mục trong hồ sơ mà phát hiện nói tới (số mục, mã việc); bỏ trống nếu nói về cả hồ sơ.", None
    )
    reason: Line = field("Lý do", "Một câu cho người dân: văn bản gốc ghi gì và vì sao giữ nguyên.")
    until: Day | None = field("Đến ngày", "Sau ngày này ghi nhận hết hiệu lực và phát hiện hiện lại.", None)


class Channel(Choice):
    """Ways of making something public."""

    WEB = "web", "trang thông tin điện tử", "website"
    BOARD = "board", "niêm yết", "notice board"
    RADIO = "radio", "truyền thanh", "loudspeakers"
    MEETING = "meeting", "họp, đối thoại", "meeting"
    PRESS = "press", "báo chí", "press"
    OTHER = "other", "hình thức khác", "other way"


class Posting(Model):
    """A time and place at which the content was shown besides this website."""

    form: Channel = field("Hình thức", "Niêm yết, truyền thanh, họp, báo chí hoặc hình thức khác.")
    place: Line | None = field("Nơi công khai", "Bảng niêm yết nào, cụm loa nào, cuộc họp nào.", None)
    posted_from: Day = field("Từ ngày", "Ngày bắt đầu.")
    posted_to: Day | None = field("Đến ngày", "Ngày cuối; bỏ trống khi công khai thường xuyên.", None)
    note: Line | None = field("Ghi chú", "Điều cần nói thêm.", None)


class Correction(Model):
    """Something of the entry that was put right after it had been published."""

    date: Day = field("Ngày đính chính", "Ngày sửa trên trang này.")
    text: Line = field("Đã sửa gì", "Một câu: trước ghi gì, nay là gì.")
    requested_on: Day | None = field("Ngày nhận yêu cầu", "Khi có người yêu cầu đính chính; không ghi tên họ.", None)


class Published(Model):
    """What every entry may carry.

    Attributes:
        unique_by: Sets of keys by which an entry is known (`date.year` is a part of one). Two entries of one folder that agree
            in all keys of a set are about the same thing; a set whose first key is empty says nothing.
        waits: Whether an entry stays back until the day on which it appears. What others rest on, such as units, does not.
    """

    unique_by: ClassVar[tuple[tuple[str, ...], ...]] = ()

    waits: ClassVar[bool] = True

    draft: YesNo = field("Bản nháp", "`có`: chưa đăng lên trang.", False)
    secrecy: Secrecy = field("Độ mật", "Chỉ `không` mới được đăng; độ khác làm dừng việc dựng trang.", Secrecy.NONE)
    sample: YesNo = field("Dữ liệu mẫu", "`có`: số liệu minh họa, trang sẽ ghi rõ.", False)
    published_at: Day | None = field(
        "Ngày đăng",
        "Ngày đưa lên trang lần đầu.",
        None,
        english="Published on this website",
        page="Đăng trên trang này",
    )
    updated_at: Day | None = field("Ngày cập nhật", "Ngày sửa nội dung lần cuối.", None)
    postings: tuple[Posting, ...] = field(
        "Niêm yết, truyền thanh", "Đã công khai ở đâu nữa ngoài trang này, từ ngày nào đến ngày nào.", ()
    )
    formerly: OldAddresses = field(
        "Địa chỉ cũ",
        "Trang này trước nằm ở đâu, tính từ gốc trang web; người mở địa chỉ cũ được dẫn tới đây.",
        (),
        aliases=("moved_from", "dia_chi_cu"),
    )
    corrections: tuple[Correction, ...] = field("Đính chính", "Chỗ đã sửa sau khi đăng, hiện ngay trên trang.", ())
    anomalies: tuple[Anomaly, ...] = field(
        "Bất thường đã ghi nhận", "Chỗ văn bản gốc có lỗi mà ta giữ nguyên, kèm lý do.", ()
    )

    @property
    def appears(self) -> date | None:
        """The first day on which it is published, where the content says one."""
        return self.published_at


class DocumentRef(Model):
    """A document cited by number, as the text cites it."""

    title: Line = field("Tên, trích yếu", "Văn bản nói về việc gì.")
    number: Line | None = field("Số, ký hiệu", "Ví dụ 23/KH-UBND; bỏ trống nếu văn bản gốc để trống.", None)
    date: PDate | None = field("Ngày", "Ngày ban hành; có thể chỉ có tháng hoặc năm.", None)
    issuer: Line | None = field("Cơ quan ban hành", "Tên cơ quan như văn bản ghi.", None)
    law: Slug | None = field(
        "Mã căn cứ",
        "Mã trong danh mục căn cứ pháp lý, nếu có.",
        None,
        not_shown="Nối với danh mục căn cứ đi kèm chương trình; trang ghi số và tên văn bản.",
    )
    url: Url | None = field("Liên kết", "Nơi đọc toàn văn.", None)
    file: SiteFile | None = field("Tệp", "Tệp đính kèm trong `files/`.", None)

    @model_validator(mode="before")
    @classmethod
    def in_words(cls, value: object) -> object:
        """A text alone is what the document is called; an address or a file needs its name beside it."""
        if not isinstance(value, str):
            return value
        text = value.strip()
        key = "url" if text.startswith(("http://", "https://")) else "file" if text.startswith("files/") else ""
        if key:
            wrong(
                msg("`{text}` does not say what the document is called", text=excerpt(text, 60)),
                msg(
                    "write `{fixed}`, with the document's name in place of the dots",
                    fixed=f"{{title: …, {key}: {lists.in_flow(text)}}}",
                ),
            )
        return {"title": text}


Documents = Annotated[tuple[DocumentRef, ...], BeforeValidator(lists.read)]
"""Cited documents; their names may stand as one text."""

"""`site.yml` and `fleet.yml`: one authority's site, and a portal over several."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator

from site_gen.base.messages import msg
from site_gen.base.vietnamese import excerpt
from site_gen.model.abbreviations import Abbreviation
from site_gen.model.choice import Choice
from site_gen.model.duty import DutySettings
from site_gen.model.fields import (
    Day,
    Days,
    HomeAddress,
    Line,
    OldAddress,
    PageAddress,
    Percent,
    PictureFile,
    Prose,
    Slug,
    UnitRef,
    Url,
    Whole,
    YesNo,
)
from site_gen.model.foreign_phrases import ForeignPhrase
from site_gen.model.life_events import LifeEvents
from site_gen.model.menu import MOST_ENTRIES, Menu
from site_gen.model.model import Model, field
from site_gen.model.open_data import OpenData
from site_gen.model.refusing import wrong
from site_gen.model.search_words import SearchSettings
from site_gen.model.working_days import SiteDays


class Language(Choice):
    """Languages the pages can be built in."""

    VI = "vi", "tiếng Việt"
    EN = "en", "English"


def _colour(value: object) -> str:
    text = str(value).strip()
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        wrong(msg("`{value}` is not a colour", value=excerpt(text, 20)), msg("write it as `#9b1c1f`"))
    return text.lower()


Colour = Annotated[str, BeforeValidator(_colour)]


def _reporting(value: object) -> str:
    text = str(value).strip()
    if not re.fullmatch(r"https://\S+|[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+", text):
        wrong(
            msg("`{value}` is neither a mailbox nor an address", value=excerpt(text, 60)),
            msg("write a mailbox of the authority, or an address that begins with `https://`"),
        )
    return text


SecurityContact = Annotated[str, BeforeValidator(_reporting)]
"""Where weaknesses of the site are reported: a mailbox or a page (RFC 9116, 2.5.3)."""


class Contact(Model):
    """How to reach the authority."""

    address: Line | None = field("Địa chỉ", "Trụ sở.", None)
    phone: Line | None = field("Điện thoại", "Số công vụ.", None)
    email: Line | None = field("Thư điện tử", "Hộp thư công vụ.", None)
    hours: Line | None = field("Giờ làm việc", "Ví dụ: sáng 7:30–11:30, chiều 13:30–17:00.", None)
    website: Url | None = field("Trang chính thức", "Địa chỉ trang chính thức.", None)


class Illustration(Model):
    """Says plainly that a site is not the authority's own."""

    source: Line = field("Dựng từ", "Văn bản đã công bố mà trang này minh họa.")
    note: Line | None = field("Nói thêm", "Điều người đọc cần biết.", None)


class Silence(Model):
    """A check turned off, with its reason."""

    code: Line = field("Mã quy tắc", "Ví dụ PLAN003.")
    path: Line | None = field("Tệp", "Chỉ tắt cho tệp này; bỏ trống là cả trang.", None)
    reason: Line = field("Lý do", "Vì sao tắt.")
    until: Day | None = field("Đến ngày", "Sau ngày này việc tắt hết hiệu lực.", None)


class English(Model):
    """The authority in English: where this is declared, the site has English pages."""

    name: Line = field("Tên tiếng Anh", "Ví dụ: People's Committee of Cẩm Giàng Commune.", aliases=("ten",))
    short_name: Line = field("Tên ngắn", "Hiện ở đầu trang tiếng Anh.", aliases=("ten_ngan",))
    place: Line = field("Địa bàn", "Ví dụ: Thái Nguyên Province, Viet Nam.", aliases=("dia_ban",))
    address: Line | None = field("Địa chỉ", "Trụ sở, viết cho người nước ngoài.", None)
    hours: Line | None = field("Giờ làm việc", "Ví dụ: Monday to Friday, 7:30–11:30 and 13:30–17:00.", None)
    about: Prose | None = field("Giới thiệu", "Vài câu tiếng Anh, Markdown.", None)


class Grade(Choice):
    """How much a finding weighs, as settings write it."""

    INFO = "info", "thông tin"
    WARNING = "warning", "cảnh báo"
    ERROR = "error", "lỗi"


class Weight(Model):
    """A check that weighs more or less on this site than it does by itself."""

    code: Line = field("Mã quy tắc", "Ví dụ APOLOGY003.")
    severity: Grade = field("Mức", "`info`, `warning` hoặc `error`.")
    reason: Line = field("Lý do", "Vì sao nặng hơn hay nhẹ hơn.")


class Allowance(Model):
    """One personal value that this site may publish, with its reason."""

    value: Line = field("Giá trị", "Số hoặc địa chỉ được phép đăng, viết cách nào cũng được; ví dụ 0208 3 000 222.")
    reason: Line = field("Lý do", "Vì sao được công khai: quy định nào, hoặc người đó đã đồng ý thế nào.")
    until: Day | None = field("Đến ngày", "Sau ngày này phải xem lại việc cho phép.", None)


class Privacy(Model):
    """What of the personal values found may be published."""

    allow: tuple[Allowance, ...] = field(
        "Được phép đăng",
        "Số điện thoại, thư điện tử… được đăng dù không phải liên hệ công vụ đã khai, kèm lý do.",
        (),
        aliases=("cho_phep",),
    )


class Moved(Model):
    """A page that is there no more, and the page that now says what it said."""

    old: OldAddress = field("Địa chỉ cũ", "Tính từ gốc trang web, ví dụ tin/bai-cu.html.", aliases=("from", "tu"))
    new: PageAddress = field("Nay xem ở", "Trang đang có, ví dụ tin/index.html.", aliases=("to", "den"))


class Site(Model):
    """`site.yml`: the authority whose site this is."""

    name: Line = field(
        "Tên cơ quan", "Tên đầy đủ, ví dụ: Ủy ban nhân dân xã Cẩm Giàng.", aliases=("ten", "ten_co_quan")
    )
    short_name: Line = field("Tên ngắn", "Hiện ở đầu trang, ví dụ: UBND xã Cẩm Giàng.", aliases=("ten_ngan",))
    place: Line = field("Địa bàn", "Huyện, tỉnh; ví dụ: huyện Bạch Thông, tỉnh Bắc Kạn.", aliases=("dia_ban",))
    unit: UnitRef = field("Đơn vị", "Mã đơn vị của cơ quan trong `units/`.", aliases=("don_vi",))
    code: Line | None = field("Mã đơn vị hành chính", "Mã theo danh mục hiện hành.", None)
    valid_to: Day | None = field("Hoạt động đến", "Ngày cơ quan chấm dứt hoạt động.", None)
    contact: Contact = field("Liên hệ", "Địa chỉ, điện thoại, giờ làm việc.", Contact())
    base_url: HomeAddress | None = field(
        "Địa chỉ trang", "Địa chỉ khi đã đăng, ví dụ https://camgiang.example.gov.vn.", None
    )
    language: Language = field("Ngôn ngữ", "vi hoặc en.", Language.VI)
    accent: Colour = field("Màu nhấn", "Màu dải đầu trang, dạng #9b1c1f.", "#9b1c1f")
    logo: PictureFile | None = field(
        "Biểu trưng",
        "Hình ở đầu mọi trang, bên tên cơ quan: SVG hoặc PNG trong `files/`.",
        None,
        aliases=("bieu_trung",),
    )
    favicon: PictureFile | None = field(
        "Hình trên thẻ trình duyệt",
        "Hình vuông, SVG hoặc PNG trong `files/`; bỏ trống thì là hình có sẵn, mang màu nhấn.",
        None,
    )
    menu: Menu = field(
        "Trình đơn", f"Các mục ở đầu trang, nhiều nhất {MOST_ENTRIES}; bỏ trống thì theo nội dung đang có.", ()
    )
    share_pictures: YesNo = field(
        "Ảnh khi chia sẻ",
        "Thủ tục, kế hoạch, tin… có ảnh riêng khi gửi đường dẫn qua Zalo, Facebook; `không` thì cả trang web chung một ảnh.",
        True,
    )
    illustration: Illustration | None = field("Bản minh họa", "Khai khi trang không phải trang chính thức.", None)
    due_soon_days: Days = field("Sắp đến hạn", "Báo trước bao nhiêu ngày.", 30)
    apology_days: Days = field("Số ngày công khai thư xin lỗi", "Mặc định 30 ngày.", 30)
    apology_basis: Line | None = field(
        "Căn cứ của số ngày đó", "Quy chế, quyết định nào định số ngày; hiện trên trang thư xin lỗi.", None
    )
    small_count_below: Whole = field(
        "Che số nhỏ",
        "Số nhỏ hơn mức này trong bảng chi tiết theo thủ tục, lĩnh vực được che để không lộ một người; 0 là không che.",
        3,
    )
    on_time_target: Percent | None = field(
        "Chỉ tiêu trả đúng hạn",
        "Phần trăm hồ sơ phải trả đúng hạn, theo văn bản giao; biểu đồ thống kê hồ sơ vẽ thành một đường.",
        None,
        aliases=("chi_tieu_dung_han",),
    )
    severities: tuple[Weight, ...] = field("Mức của kiểm tra", "Kiểm tra nặng hay nhẹ hơn mặc định, kèm lý do.", ())
    silence: tuple[Silence, ...] = field("Tắt kiểm tra", "Kiểm tra được tắt, kèm lý do.", ())
    publishes_since: Day | None = field(
        "Công khai từ ngày",
        "Sổ nghĩa vụ tính các kỳ đến hạn sau ngày này; bỏ trống là từ thông tin đầu tiên có ngày đăng.",
        None,
    )
    publication_log: YesNo = field(
        "Nhật ký công khai",
        "`có`: mỗi lần dựng ghi vào `publication-log.jsonl` những gì đã đăng, đã đổi, đã gỡ.",
        False,
        aliases=("nhat_ky_cong_khai",),
    )
    duties: DutySettings = field("Nghĩa vụ công khai", "Thêm, đổi hạn hoặc nói vì sao không áp dụng.", DutySettings())
    calendar: SiteDays = field(
        "Lịch làm việc", "Ngày nghỉ, ngày làm bù mà lịch đi kèm chưa có.", SiteDays(), aliases=("lich_lam_viec",)
    )
    privacy: Privacy = field("Dữ liệu cá nhân", "Giá trị nào được đăng dù trông như dữ liệu cá nhân.", Privacy())
    security_contact: SecurityContact | None = field(
        "Nơi nhận báo lỗ hổng",
        "Hộp thư hoặc địa chỉ https nhận tin về lỗ hổng an toàn của trang; bỏ trống thì là hộp thư ở mục liên hệ.",
        None,
    )
    open_data: OpenData = field("Dữ liệu mở", "Giấy phép dữ liệu, tệp Excel.", OpenData(), aliases=("du_lieu_mo",))
    english: English | None = field(
        "Tiếng Anh",
        "Tên cơ quan và vài điều bằng tiếng Anh; khai thì có các trang tiếng Anh.",
        None,
        aliases=("tieng_anh",),
    )
    search: SearchSettings = field(
        "Tìm kiếm", "Từ đồng nghĩa riêng của trang.", SearchSettings(), aliases=("tim_kiem",)
    )
    abbreviations: tuple[Abbreviation, ...] = field(
        "Chữ viết tắt",
        "Chữ viết tắt riêng của nơi này; trang giải thích ở chỗ gặp đầu tiên.",
        (),
        aliases=("chu_viet_tat",),
    )
    foreign_phrases: tuple[ForeignPhrase, ...] = field(
        "Cụm từ tiếng nước ngoài",
        "Cụm từ tiếng khác mà trang có dùng, để trình đọc màn hình đọc đúng tiếng.",
        (),
    )
    life_events: LifeEvents = field(
        "Việc trong đời",
        "Thủ tục nào thuộc việc nào, khi khác bảng đi kèm chương trình.",
        LifeEvents(),
        aliases=("su_kien",),
    )
    moved: tuple[Moved, ...] = field(
        "Trang đã chuyển",
        "Địa chỉ cũ của trang không còn hồ sơ nào; trang còn hồ sơ thì ghi `formerly` ngay trong hồ sơ ấy.",
        (),
        aliases=("trang_da_chuyen",),
    )
    about: Prose | None = field("Giới thiệu", "Vài câu cho trang chủ.", None)


class Fleet(Model):
    """`fleet.yml`: a portal page over several site folders."""

    title: Line = field("Tên cổng", "Tên của trang cổng.")
    summary: Line | None = field("Tóm tắt", "Một câu dưới tên.", None)
    sites: tuple[Slug, ...] = field("Các trang", "Tên thư mục của từng trang, theo thứ tự hiện.")
    base_url: HomeAddress | None = field("Địa chỉ cổng", "Địa chỉ khi đã đăng.", None)
    language: Language = field("Ngôn ngữ", "vi hoặc en.", Language.VI)
    accent: Colour = field("Màu nhấn", "Dạng #9b1c1f.", "#9b1c1f")
    illustration: Illustration | None = field("Bản minh họa", "Khai khi không phải trang chính thức.", None)
    security_contact: SecurityContact | None = field(
        "Nơi nhận báo lỗ hổng", "Hộp thư hoặc địa chỉ https nhận tin về lỗ hổng an toàn của cổng.", None
    )
    search: SearchSettings = field("Tìm kiếm", "Từ đồng nghĩa riêng của cổng.", SearchSettings(), aliases=("tim_kiem",))
    about: Prose | None = field("Giới thiệu", "Markdown.", None)

"""A unit: an authority, an office of it, or a group that plans address as one."""

from __future__ import annotations

from typing import ClassVar

from site_gen.model.choice import Choice
from site_gen.model.fields import (
    At,
    Day,
    Line,
    Lines,
    PictureOrFile,
    Prose,
    Track,
    UnitRef,
    Units,
    Url,
    YesNo,
)
from site_gen.model.model import Model, field
from site_gen.model.published import DocumentRef, Published


class UnitType(Choice):
    """What sort of body a unit is."""

    PROVINCE = "province", "tỉnh"
    CITY = "city", "thành phố"
    DISTRICT = "district", "huyện"
    URBAN_DISTRICT = "urban_district", "quận"
    TOWN = "town", "thị xã"
    COMMUNE = "commune", "xã"
    WARD = "ward", "phường"
    TOWNSHIP = "township", "thị trấn"
    SPECIAL_ZONE = "special_zone", "đặc khu"
    DEPARTMENT = "department", "phòng, ban"
    SECTION = "section", "bộ phận"
    PUBLIC_SERVICE_UNIT = "public_service_unit", "đơn vị sự nghiệp"
    COUNCIL = "council", "Hội đồng nhân dân"
    ORGANISATION = "organisation", "đoàn thể, tổ chức"
    GROUP = "group", "nhóm đơn vị"
    OTHER = "other", "khác"


COMMUNES = (UnitType.COMMUNE, UnitType.WARD, UnitType.SPECIAL_ZONE)
"""The units of the lower one of the two tiers since 01/7/2025."""


class Level(Choice):
    """The tier of government."""

    CENTRAL = "central", "trung ương", "central level"
    PROVINCE = "province", "cấp tỉnh", "provincial level"
    DISTRICT = "district", "cấp huyện", "district level"
    COMMUNE = "commune", "cấp xã", "commune level"
    INTERNAL = "internal", "nội bộ"


class SuccessionKind(Choice):
    """How a unit came to an end."""

    MERGE = "merge", "nhập", "merged"
    DIVIDE = "divide", "chia", "divided"
    SPLIT = "split", "tách", "split off"
    RENAME = "rename", "đổi tên", "renamed"
    MOVE_TIER = "move_tier", "chuyển cấp", "moved to another tier"
    DISSOLVE = "dissolve", "giải thể", "dissolved"


class Parent(Model):
    """The unit above, for a span of time."""

    unit: UnitRef = field("Đơn vị", "Đơn vị cấp trên.")
    since: Day | None = field("Từ ngày", "Ngày bắt đầu trực thuộc.", None)
    until: Day | None = field("Đến ngày", "Ngày thôi trực thuộc.", None)


class Succession(Model):
    """What followed a unit that ended."""

    kind: SuccessionKind = field("Hình thức", "Nhập, chia, tách, đổi tên, chuyển cấp hoặc giải thể.")
    to: Lines = field("Đơn vị kế thừa", "Tên đầy đủ của đơn vị kế thừa, kèm tỉnh.", english="What followed")
    members: Lines = field("Hợp thành từ", "Các đơn vị nhập lại thành đơn vị kế thừa.", ())
    document: DocumentRef | None = field("Văn bản", "Nghị quyết sắp xếp, kèm khoản.", None)
    clause: Line | None = field("Khoản", "Khoản của văn bản.", None)
    on: Day | None = field("Từ ngày", "Ngày có hiệu lực.", None)
    verified: Line | None = field(
        "Mức đối chiếu", "V: đã đọc văn bản; V2: nguồn thứ cấp. Chỉ V được hiện như căn cứ.", None
    )


class Landmark(Model):
    """Điểm mốc: what people know and see near the office."""

    name: Line = field("Tên", "Chợ, trường, trạm y tế, cây xăng… mà ai cũng biết.")
    at: At = field("Tọa độ", "Vĩ độ, kinh độ.", not_shown="Chỉ để vẽ điểm mốc vào sơ đồ và tính khoảng cách.")


class Road(Model):
    """Đường: a road near the office, by its bends."""

    name: Line = field("Tên đường", "Ví dụ: Quốc lộ 3, đường liên thôn.")
    points: Track = field(
        "Các điểm", "Hai điểm trở lên, ngăn bằng dấu chấm phẩy.", not_shown="Chỉ để vẽ con đường vào sơ đồ."
    )


class Location(Model):
    """Vị trí trụ sở: coordinates of the office and of what is around it, from which the page draws a sketch."""

    office: At = field("Tọa độ trụ sở", "Vĩ độ, kinh độ như ứng dụng bản đồ cho, ví dụ 21.59420, 105.84820.")
    landmarks: tuple[Landmark, ...] = field("Điểm mốc", "Vài nơi gần trụ sở mà ai cũng biết.", ())
    roads: tuple[Road, ...] = field("Đường", "Các con đường dẫn tới trụ sở.", (), english="Roads")
    way: Line | None = field("Cách đi", "Một, hai câu chỉ đường.", None, aliases=("cach_di",))
    sample: YesNo = field("Dữ liệu mẫu", "`có` khi vị trí chỉ được dựng để minh họa.", False)


class Unit(Published):
    """Đơn vị: never identified by its name, which others may share before and after a merger."""

    unique_by: ClassVar[tuple[tuple[str, ...], ...]] = (("name",),)
    waits: ClassVar[bool] = False

    name: Line = field("Tên đơn vị", "Tên đầy đủ.", aliases=("ten", "ten_don_vi"))
    short_name: Line | None = field("Tên ngắn", "Tên dùng trong bảng và trình đơn.", None)
    name_en: Line | None = field(
        "Tên tiếng Anh", "Có tên này thì đơn vị hiện ở trang tiếng Anh.", None, aliases=("ten_tieng_anh",)
    )
    aliases: Lines = field("Tên khác", "Mọi cách văn bản gọi đơn vị này, kể cả viết tắt.", (), aliases=("ten_khac",))
    code: Line | None = field("Mã đơn vị hành chính", "Mã theo danh mục hiện hành.", None, english="Code")
    type: UnitType = field("Loại", "Loại đơn vị.", aliases=("loai",))
    level: Level = field("Cấp", "Cấp hành chính; bộ phận trong cơ quan là nội bộ.", aliases=("cap",))
    parents: tuple[Parent, ...] = field("Trực thuộc", "Đơn vị cấp trên theo thời gian.", (), english="Belongs to")
    members: Units = field("Gồm", "Với nhóm đơn vị: các đơn vị thành viên.", (), english="Made of")
    valid_from: Day | None = field("Thành lập", "Ngày thành lập.", None)
    valid_to: Day | None = field("Kết thúc", "Ngày đơn vị chấm dứt hoạt động.", None)
    succession: tuple[Succession, ...] = field("Kế thừa", "Đơn vị nào kế thừa, theo văn bản nào.", ())
    address: Line | None = field("Địa chỉ", "Nơi làm việc.", None, english="Address")
    phone: Line | None = field(
        "Điện thoại công vụ", "Số của cơ quan, không phải số cá nhân.", None, english="Telephone"
    )
    email: Line | None = field("Thư điện tử công vụ", "Hộp thư của cơ quan.", None, english="E-mail")
    website: Url | None = field("Trang thông tin", "Địa chỉ trang chính thức.", None, english="Website")
    hours: Line | None = field("Giờ làm việc", "Ví dụ: sáng 7:30–11:30, chiều 13:30–17:00.", None, english="Hours")
    intro: Prose | None = field("Giới thiệu", "Vài câu giới thiệu.", None)
    org_chart: Prose | None = field(
        "Tổ chức bộ máy",
        "Có những cơ quan, bộ phận nào, quan hệ ra sao; có thể dùng danh sách nhiều tầng.",
        None,
        english="Organisation",
    )
    map: PictureOrFile | None = field(
        "Bản đồ địa giới", "Tệp ảnh hoặc PDF trong `files/`.", None, aliases=("ban_do",), english="Map"
    )
    location: Location | None = field(
        "Vị trí trụ sở", "Tọa độ trụ sở, điểm mốc và đường; trang vẽ thành sơ đồ.", None, aliases=("vi_tri",)
    )
    nature: Prose | None = field("Điều kiện tự nhiên", "Diện tích, địa hình, dân số, khí hậu.", None, english="Nature")
    history: Prose | None = field(
        "Lịch sử, di tích", "Quá trình hình thành, truyền thống, di tích.", None, english="History and monuments"
    )

    @property
    def profile(self) -> dict[str, str | None]:
        """What a commune's portal must tell of it (Nghị định 224/2026/NĐ-CP Điều 9 khoản 1 điểm c), by name of the field."""
        return {name: getattr(self, name) for name in ("org_chart", "map", "nature", "history")}

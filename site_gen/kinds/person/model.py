"""A role and its official contact. Private data has no field here, so it cannot be published."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from site_gen.model.fields import (
    Day,
    Line,
    PictureFile,
    Prose,
    UnitRef,
    YesNo,
)
from site_gen.model.model import Model, field
from site_gen.model.published import DocumentRef, Published


class Term(Model):
    """The time somebody holds an assignment."""

    since: Day | None = field("Từ ngày", "Ngày được phân công.", None)
    until: Day | None = field("Đến ngày", "Ngày thôi phân công.", None)
    posted_on: Day | None = field("Đăng ngày", "Ngày họ tên và liên hệ được đăng lên trang.", None)
    document: DocumentRef | None = field("Văn bản phân công", "Quyết định hoặc thông báo phân công.", None)

    def holds(self, day: date) -> bool:
        """Whether the assignment is in force on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class RosterDuty(Model):
    """A leader's turn of duty at the one-stop shop."""

    when: Line = field("Khi nào", "Ví dụ: sáng thứ Hai hằng tuần.", aliases=("thoi_gian",), english="When")
    place: Line | None = field("Ở đâu", "Bỏ trống nếu tại Bộ phận Một cửa.", None)
    since: Day | None = field("Từ ngày", "Ngày bắt đầu áp dụng.", None)
    until: Day | None = field("Đến ngày", "Ngày cuối áp dụng.", None)

    def holds(self, day: date) -> bool:
        """Whether the turn is in force on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Person(Published):
    """Cán bộ, chức danh: a role, its holder where the law lets him be named, and how to reach him at work."""

    unique_by: ClassVar[tuple[tuple[str, ...], ...]] = (("role", "unit", "name", "responsibility", "counter"),)
    waits: ClassVar[bool] = False

    role: Line = field("Chức danh", "Ví dụ: Chủ tịch UBND xã.", aliases=("chuc_danh", "chuc_vu"), english="Role")
    role_en: Line | None = field(
        "Chức danh tiếng Anh",
        "Có chức danh này thì hiện ở trang liên hệ tiếng Anh.",
        None,
        aliases=("chuc_danh_tieng_anh",),
    )
    name: Line | None = field("Họ tên", "Chỉ ghi khi được công khai theo chức trách.", None, aliases=("ho_ten",))
    unit: UnitRef = field("Đơn vị", "Nơi công tác.", aliases=("don_vi",), english="Unit")
    responsibility: Line | None = field("Lĩnh vực phụ trách", "Việc được phân công.", None, english="In charge of")
    official_phone: Line | None = field("Điện thoại công vụ", "Số của cơ quan.", None)
    official_email: Line | None = field("Thư điện tử công vụ", "Hộp thư công vụ.", None)
    one_stop: YesNo = field("Làm tại Một cửa", "Có làm việc tại Bộ phận Một cửa.", False)
    spokesperson: Term | None = field("Người phát ngôn", "Thời gian được giao phát ngôn.", None, english="Spokesperson")
    info_contact: Term | None = field(
        "Đầu mối cung cấp thông tin", "Thời gian làm đầu mối.", None, english="Information contact"
    )
    leader: YesNo = field("Lãnh đạo", "Là lãnh đạo cơ quan.", False, english="Leaders")
    duty: tuple[RosterDuty, ...] = field("Lịch trực", "Các buổi trực tại Bộ phận Một cửa.", (), aliases=("lich_truc",))
    counter: Line | None = field("Quầy", "Quầy, bàn số mấy ở Bộ phận Một cửa.", None, english="Counter")
    bio: Prose | None = field("Tiểu sử tóm tắt", "Chỉ với lãnh đạo; không ghi ngày sinh đầy đủ, nơi ở.", None)
    photo: PictureFile | None = field("Ảnh", "Ảnh trong `files/`, chỉ đăng khi người đó đồng ý.", None)
    photo_consent: YesNo = field("Đồng ý đăng ảnh", "`có`: đã đồng ý bằng văn bản.", False)

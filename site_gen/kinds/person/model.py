"""A role and its official contact. Private data has no field here, so it cannot be published."""

from __future__ import annotations

from site_gen.model.fields import Day, Line, Model, UnitRef, YesNo, field
from site_gen.model.published import Published


class Term(Model):
    """The time somebody holds an assignment."""

    since: Day | None = field("Từ ngày", "Ngày được phân công.", None)
    until: Day | None = field("Đến ngày", "Ngày thôi phân công.", None)


class Person(Published):
    """Cán bộ, chức danh: a role, its holder where the law lets him be named, and how to reach him at work."""

    role: Line = field("Chức danh", "Ví dụ: Chủ tịch UBND xã.", aliases=("chuc_danh", "chuc_vu"))
    name: Line | None = field("Họ tên", "Chỉ ghi khi được công khai theo chức trách.", None, aliases=("ho_ten",))
    unit: UnitRef = field("Đơn vị", "Nơi công tác.", aliases=("don_vi",))
    responsibility: Line | None = field("Lĩnh vực phụ trách", "Việc được phân công.", None)
    official_phone: Line | None = field("Điện thoại công vụ", "Số của cơ quan.", None)
    official_email: Line | None = field("Thư điện tử công vụ", "Hộp thư công vụ.", None)
    one_stop: YesNo = field("Làm tại Một cửa", "Có làm việc tại Bộ phận Một cửa.", False)
    spokesperson: Term | None = field("Người phát ngôn", "Thời gian được giao phát ngôn.", None)
    info_contact: Term | None = field("Đầu mối cung cấp thông tin", "Thời gian làm đầu mối.", None)
    leader: YesNo = field("Lãnh đạo", "Là lãnh đạo cơ quan.", False)

"""What can be said of a procedure in one of a few words."""

from __future__ import annotations

from site_gen.model.choice import Choice


class Channel(Choice):
    """How a dossier can be handed in."""

    DIRECT = "direct", "trực tiếp", "at the counter"
    ONLINE = "online", "trực tuyến", "online"
    POST = "post", "bưu chính công ích", "by post"


class OnlineLevel(Choice):
    """How far the online service goes."""

    FULL = "full", "toàn trình", "end to end"
    PARTIAL = "partial", "một phần", "in part"
    INFORMATION = "information", "cung cấp thông tin", "information only"
    UNKNOWN = "unknown", "có kênh trực tuyến, chưa rõ mức", "online, level not known"
    NONE = "none", "không có", "not online"


class ProcedureState(Choice):
    """Whether the procedure applies."""

    IN_FORCE = "in_force", "đang áp dụng"
    AMENDED = "amended", "đã sửa đổi, bổ sung", "in force, amended"
    REPLACED = "replaced", "đã được thay thế"
    ABOLISHED = "abolished", "đã bãi bỏ"

    @property
    def applies(self) -> bool:
        """Whether a citizen can still use it."""
        return self in (ProcedureState.IN_FORCE, ProcedureState.AMENDED)


class Subject(Choice):
    """Who may use it."""

    CITIZEN = "citizen", "cá nhân", "individuals"
    HOUSEHOLD = "household", "hộ gia đình, hộ kinh doanh", "households"
    ENTERPRISE = "enterprise", "doanh nghiệp", "enterprises"
    COOPERATIVE = "cooperative", "hợp tác xã, tổ hợp tác", "cooperatives"
    ORGANISATION = "organisation", "cơ quan, tổ chức", "organisations"
    COMMUNITY = "community", "cộng đồng dân cư", "communities"
    FOREIGNER = "foreigner", "người nước ngoài", "foreigners"


class TimeUnit(Choice):
    """What a time limit is counted in."""

    HOURS = "hours", "giờ"
    DAYS = "days", "ngày"
    WORKING_DAYS = "working_days", "ngày làm việc"


class Part(Choice):
    """A part of a procedure that exists only where it applies (NĐ 63/2010, Điều 8 khoản 2)."""

    FORMS = "forms", "mẫu đơn, tờ khai"
    RESULT = "result", "kết quả"
    CONDITIONS = "conditions", "yêu cầu, điều kiện"
    FEES = "fees", "phí, lệ phí"


class Exempting(Choice):
    """What is known of who need not pay."""

    LISTED = "listed", "có, liệt kê bên dưới"
    NOBODY = "nobody", "không ai được miễn, giảm"
    UNCHECKED = "unchecked", "chưa đối chiếu"


class Confidence(Choice):
    """How sure a fact is that was copied from elsewhere."""

    A = "A", "hai nguồn khớp nhau", "two sources agree"
    B = "B", "một bản chép của Cổng Dịch vụ công", "one copy of the national portal"
    C = "C", "một nguồn khác", "one other source"

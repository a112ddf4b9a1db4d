"""Duties of disclosure (nghĩa vụ công khai): what must be public, how often, by when, and on whose word. Dated data.

A duty has parts; each part names the topics of disclosures that fulfil it and how often they are owed. Which of them
were met is computed in `joined/ledger`; the shipped list is `data/duties.yml`.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Annotated

from pydantic import BeforeValidator

from site_gen.base.messages import msg
from site_gen.base.vietnamese import excerpt
from site_gen.model.choice import Choice
from site_gen.model.deadline.periods import end_of_month
from site_gen.model.evidence import Proofs
from site_gen.model.fields import (
    Day,
    Line,
    Lines,
    Whole,
    YesNo,
)
from site_gen.model.law import Confidence
from site_gen.model.model import Model, field
from site_gen.model.period import Period
from site_gen.model.published import Channel
from site_gen.model.refusing import typed, wrong
from site_gen.model.working_days import OfficeCalendar


class Rhythm(Choice):
    """How often something is owed."""

    CURRENT = "current", "luôn có và cập nhật khi thay đổi", "always there and kept current"
    MONTHLY = "monthly", "hằng tháng"
    QUARTERLY = "quarterly", "hằng quý"
    HALF_YEAR = "half_year", "6 tháng một lần", "every six months"
    YEARLY = "yearly", "hằng năm"
    EVENT = "event", "khi có việc", "whenever it happens"


MONTHS = {Rhythm.MONTHLY: 1, Rhythm.QUARTERLY: 3, Rhythm.HALF_YEAR: 6, Rhythm.YEARLY: 12}
"""How many months a period spans; the other rhythms have no periods."""


class Tier(Choice):
    """Which authorities owe a duty."""

    COMMUNE = "commune", "cấp xã", "commune level"
    DISTRICT = "district", "cấp huyện", "district level"


class DueSource(Choice):
    """Who set a due day."""

    LAW = "law", "theo quy định", "set by law"
    PLAN = "plan", "theo kế hoạch", "set by a plan"
    HOUSE = "house", "do trang này đặt để theo dõi", "set by this site to keep track"


def _duty_id(value: object) -> str:
    text = typed(value).lower()
    if not re.fullmatch(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", text) or len(text) > 20:
        wrong(
            msg("`{value}` cannot be the id of a duty", value=excerpt(text, 40)), msg("write it like `d05` or `x-01`")
        )
    return text


DutyId = Annotated[str, BeforeValidator(_duty_id)]
"""`d05`, however its letter is written."""


class Due(Model):
    """The last day on time: so many days after the end of the period, or of one of its months."""

    after_months: Whole | None = field(
        "Tính từ cuối tháng thứ", "Hết tháng thứ mấy của kỳ; 0 là trước khi kỳ bắt đầu; bỏ trống là cuối kỳ.", None
    )
    days: Whole | None = field("Số ngày", "Số ngày theo lịch.", None)
    working_days: Whole | None = field("Số ngày làm việc", "Không tính thứ bảy, chủ nhật, ngày lễ.", None)
    source: DueSource = field("Hạn do đâu", "`law`, `plan` hoặc `house` (trang tự đặt).", DueSource.HOUSE)

    def day(self, period: Period, offices: OfficeCalendar) -> date:
        """The due day of a period."""
        if self.after_months is None:
            return self.after(period.last, offices)
        first, months = period.first, self.after_months
        last = end_of_month(first.year, first.month + months - 1) if months else first - timedelta(1)
        return self.after(last, offices)

    def after(self, day: date, offices: OfficeCalendar) -> date:
        """The due day of something that was made, decided or ended on a day."""
        return offices.after(day + timedelta(self.days or 0), self.working_days or 0)


class DutyPart(Model):
    """One thing that a duty wants to see."""

    title: Line | None = field("Tên phần", "Ghi khi nghĩa vụ có nhiều phần.", None)
    topics: Lines = field("Chủ đề", "Loại thông tin thực hiện phần này; `*` thay cho một đoạn bất kỳ, ví dụ report/*.")
    every: Rhythm = field("Bao lâu một lần", "Nhịp công khai.")
    due: Due | None = field("Hạn", "Hạn của mỗi kỳ; bỏ trống là cuối kỳ.", None)
    months: Whole | None = field(
        "Số tháng tính từ đầu năm", "Với nhịp hằng năm: số liệu của 3, 6 hay 9 tháng đầu năm; bỏ trống là cả năm.", None
    )
    each_unit: YesNo = field("Từng đơn vị", "`có`: mỗi phòng, bộ phận trực thuộc đều phải có.", False)
    since: Day | None = field("Từ ngày", "Ngày phần này bắt đầu bắt buộc.", None)
    until: Day | None = field("Đến ngày", "Ngày cuối phần này còn bắt buộc.", None)


class Reference(Model):
    """Where a duty comes from: a clause of law, or the plans that ask for it."""

    name: Line = field("Văn bản", "Tên ngắn của luật, nghị định, thông tư hoặc kế hoạch.")
    number: Line | None = field("Số, ký hiệu", "Số của văn bản; kế hoạch có thể không có.", None)
    clause: Line | None = field("Điều khoản", "Điều, khoản, điểm.", None)
    plan: YesNo = field("Là kế hoạch", "`có`: nghĩa vụ tự đặt trong kế hoạch, không phải luật.", False)
    valid_from: Day | None = field("Hiệu lực từ", "Ngày bắt đầu có hiệu lực.", None)
    valid_to: Day | None = field("Hiệu lực đến", "Ngày cuối còn hiệu lực.", None)
    confidence: Confidence = field("Mức đối chiếu", "V, V2, M hoặc N; chỉ V được hiện như căn cứ.")

    def holds(self, day: date) -> bool:
        """Whether it is in force on a day, as far as is known."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


_PAPERS = (
    "Giấy tờ phải có hay đã có bên cạnh trang đã đăng: biên bản niêm yết, quyết định công khai…; hạn nộp (`due`) ghi đủ năm, "
    "hoặc ghi `period` để lấy hạn của kỳ."
)


class Duty(Model):
    """Nghĩa vụ công khai: one thing that must be public."""

    id: DutyId = field("Mã", "Mã ngắn, ví dụ d05 hoặc x-01.")
    title: Line = field("Tên nghĩa vụ", "Một dòng.")
    text: Line = field("Giải thích", "Một câu: người dân phải xem được gì.")
    references: tuple[Reference, ...] = field("Căn cứ", "Luật hoặc kế hoạch.", ())
    channels: Annotated[tuple[Channel, ...], BeforeValidator(Channel.several)] = field(
        "Hình thức", "Công khai bằng cách nào.", (Channel.WEB,)
    )
    who: Line = field("Ai làm", "Chức danh hoặc bộ phận chịu trách nhiệm.")
    weight: Whole = field("Trọng số", "Từ 1 đến 3; nặng hơn thì ảnh hưởng mức bao phủ nhiều hơn.", 1)
    parts: tuple[DutyPart, ...] = field("Các phần", "Phải thấy được những gì, bao lâu một lần.", ())
    instead: Line | None = field(
        "Không chấm vì", "Nghĩa vụ được bảo đảm bằng cách khác hoặc không đăng: nói rõ bằng một câu.", None
    )
    checked_by: Lines = field("Kiểm tra bằng", "Mã các quy tắc kiểm tra nghĩa vụ này mỗi lần dựng trang.", ())
    levels: Annotated[tuple[Tier, ...], BeforeValidator(Tier.several)] = field(
        "Cấp", "Cấp nào phải làm; bỏ trống là mọi cấp.", ()
    )
    since: Day | None = field("Bắt buộc từ", "Ngày nghĩa vụ bắt đầu.", None)
    until: Day | None = field("Bắt buộc đến", "Ngày cuối còn là nghĩa vụ.", None)
    evidence: Proofs = field("Giấy tờ chứng minh", _PAPERS, ())


class Duties(Model):
    """The shipped list of duties."""

    duties: tuple[Duty, ...] = field("Nghĩa vụ", "Danh sách.")


class DutyOff(Model):
    """A duty that a site does not have."""

    id: DutyId = field("Mã nghĩa vụ", "Ví dụ d24; `all` là trang này không lập sổ nghĩa vụ.")
    reason: Line = field("Lý do", "Một câu, hiện cho người dân.")


class DutyChange(Model):
    """A duty that has another due day or rhythm on this site, or papers to prove it."""

    id: DutyId = field("Mã nghĩa vụ", "Ví dụ d06.")
    topic: Line | None = field("Chủ đề", "Chỉ đổi phần có chủ đề này; bỏ trống là mọi phần.", None)
    every: Rhythm | None = field("Nhịp mới", "Bao lâu một lần, khi khác danh sách chung.", None)
    due: Due | None = field("Hạn mới", "Hạn của mỗi kỳ, khi khác danh sách chung.", None)
    evidence: Proofs = field("Giấy tờ chứng minh", _PAPERS, ())
    reason: Line = field("Lý do", "Một câu, hiện cho người dân.")


class DutySettings(Model):
    """`duties` of site.yml: what this site adds to the shipped list, changes or switches off."""

    off: tuple[DutyOff, ...] = field("Không áp dụng", "Nghĩa vụ không áp dụng ở đây, kèm lý do.", ())
    add: tuple[Duty, ...] = field("Thêm", "Nghĩa vụ của riêng nơi này.", ())
    changed: tuple[DutyChange, ...] = field(
        "Đổi", "Hạn hoặc nhịp khác danh sách chung, giấy tờ phải có, kèm lý do.", ()
    )

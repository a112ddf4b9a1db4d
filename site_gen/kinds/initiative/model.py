"""An initiative: what is done better, by whom, and the decision that recognised it."""

from __future__ import annotations

from typing import ClassVar

from site_gen.model.choice import Choice
from site_gen.model.fields import (
    Day,
    Files,
    Line,
    Lines,
    PlanRef,
    Prose,
    UnitRef,
    Year,
)
from site_gen.model.model import field
from site_gen.model.published import DocumentRef, Published


class InitiativeState(Choice):
    """How far an initiative is."""

    REGISTERED = "registered", "đã đăng ký"
    RECOGNISED = "recognised", "được công nhận"
    APPLIED = "applied", "được công nhận, đang áp dụng", "recognised and applied"
    REFUSED = "not_recognised", "không được công nhận", "not recognised"

    @property
    def recognised(self) -> bool:
        """Whether a decision recognised it."""
        return self in (InitiativeState.RECOGNISED, InitiativeState.APPLIED)

    @property
    def family(self) -> str:
        """The colour and shape it is shown with."""
        return "done" if self.recognised else "run" if self is InitiativeState.REGISTERED else "calm"


class InitiativeLevel(Choice):
    """Who recognised it: the head of the body where it is applied, or a council above."""

    BASE = "base", "cơ sở", "own body"
    DISTRICT = "district", "huyện", "district"
    PROVINCE = "province", "tỉnh", "province"
    NATION = "nation", "toàn quốc", "whole country"


class Initiative(Published):
    """Sáng kiến cải cách hành chính."""

    unique_by: ClassVar[tuple[tuple[str, ...], ...]] = (("title", "year", "unit"),)

    title: Line = field("Tên sáng kiến", "Tên như đơn đăng ký hoặc quyết định ghi.", aliases=("ten", "tieu_de"))
    year: Year = field("Năm", "Năm mà sáng kiến được tính.", aliases=("nam",))
    unit: UnitRef = field(
        "Đơn vị", "Đơn vị có sáng kiến.", aliases=("don_vi",), page="Đơn vị có sáng kiến", english="Initiative of"
    )
    authors: Lines = field(
        "Tác giả", "Chức danh hoặc nhóm tác giả, không ghi họ tên: Công chức Tư pháp - Hộ tịch.", (), english="Authors"
    )
    area: Line | None = field(
        "Lĩnh vực áp dụng", "Ví dụ: cải cách thủ tục hành chính.", None, aliases=("linh_vuc",), english="Field"
    )
    state: InitiativeState = field(
        "Tình trạng",
        "Đã đăng ký, được công nhận, được công nhận và đang áp dụng, hay không được công nhận.",
        aliases=("tinh_trang",),
    )
    registered_on: Day | None = field("Ngày đăng ký", "Ngày nộp đơn đăng ký.", None, english="Registered on")
    level: InitiativeLevel | None = field("Cấp công nhận", "Cấp đã công nhận.", None, english="Recognised by")
    decision: DocumentRef | None = field(
        "Quyết định", "Quyết định công nhận hoặc không công nhận: số, ngày, cơ quan ban hành.", None
    )
    applied_since: Day | None = field(
        "Áp dụng từ", "Ngày bắt đầu áp dụng hoặc áp dụng thử.", None, english="Applied since"
    )
    text: Prose = field("Nội dung", "Làm khác trước ở điểm nào, Markdown.", "", english="What it is")
    result: Prose | None = field(
        "Hiệu quả", "Đã thay đổi được gì, có con số thì ghi con số, Markdown.", None, english="What it changed"
    )
    plan: PlanRef | None = field("Kế hoạch", "Kế hoạch yêu cầu có sáng kiến.", None, english="Plan")
    files: Files = field("Tệp", "Bản mô tả, quyết định trong `files/`.", (), page="Tệp đính kèm", english="Attachments")

"""A budget table that is made public (biểu công khai ngân sách)."""

from __future__ import annotations

from typing import ClassVar

from pydantic import model_validator

from site_gen.kinds.budget.cells import Cells, FormulaText
from site_gen.model.choice import Choice
from site_gen.model.fields import (
    Day,
    Line,
    Prose,
    SiteFile,
    UnitRef,
    Whole,
    Year,
    YesNo,
)
from site_gen.model.figures import MoneyUnit, is_total
from site_gen.model.model import Model, field
from site_gen.model.period import Period
from site_gen.model.published import DocumentRef, Published


class Stage(Choice):
    """Giai đoạn công khai, in the order of a budget's life."""

    SUBMITTED = "submitted", "dự toán trình HĐND", "estimate submitted to the People's Council"
    APPROVED = "approved", "dự toán được quyết định", "estimate as decided"
    Q1 = "q1", "thực hiện 03 tháng", "carried out, 3 months"
    H1 = "h1", "thực hiện 06 tháng", "carried out, 6 months"
    M9 = "m9", "thực hiện 09 tháng", "carried out, 9 months"
    YEAR = "year", "thực hiện cả năm", "carried out, whole year"
    FINAL_ACCOUNTS = "final_accounts", "quyết toán"

    def period(self, year: int) -> Period:
        """What it reports on."""
        months = {Stage.Q1: 3, Stage.H1: 6, Stage.M9: 9}.get(self, 12)
        return Period.of(year, 1, months)


class RowKind(Choice):
    """Loại dòng."""

    ITEM = "item", "khoản mục"
    SUBTOTAL = "subtotal", "cộng nhóm"
    TOTAL = "total", "tổng cộng"


class BudgetColumn(Model):
    """A column of figures; the columns for number and content are not listed."""

    may_be_total = True  # `formula` says what it adds up

    label: Line = field("Tên cột", "Như tiêu đề cột, ví dụ: Dự toán năm.")
    no: Line | None = field("Số cột", "Số ghi dưới tiêu đề cột; bỏ trống thì đếm từ 1.", None)
    formula: FormulaText | None = field("Công thức", "Ví dụ 3=2/1 (tỷ lệ %) hoặc 1=2+3 (cộng).", None)


class BudgetRow(Model):
    """A row: number, content, and a value or nothing in each column."""

    may_be_total = True  # `kind` says which one is

    no: Line | None = field("STT", "Số của dòng: A, I, 1, 1.1.", None)
    label: Line = field("Nội dung", "Tên khoản thu, chi.", english="Content")
    level: Whole = field(
        "Bậc",
        "1 là dòng lớn nhất; dòng thuộc dòng trên thì bậc lớn hơn một.",
        1,
        not_shown="Thể hiện bằng độ thụt vào của dòng.",
    )
    kind: RowKind = field("Loại dòng", "`tổng cộng` là tổng các dòng cùng bậc; bỏ trống là khoản mục.", RowKind.ITEM)
    partial: YesNo = field("Chỉ nêu một phần", "`có`: các dòng dưới (“trong đó”) không phải là tất cả.", False)
    values: Cells = field("Số liệu", "Mỗi cột một số, ngăn bằng |; không có thì ghi -.")

    @model_validator(mode="before")
    @classmethod
    def total_by_its_name(cls, value: object) -> object:
        """A row called `Tổng cộng` is the total, whether or not `kind` says so."""
        if isinstance(value, dict) and "kind" not in value and isinstance(label := value.get("label"), str):
            return {**value, "kind": RowKind.TOTAL} if is_total(label) else value
        return value


class Budget(Published):
    """Biểu công khai ngân sách."""

    unique_by: ClassVar[tuple[tuple[str, ...], ...]] = (("form_no", "year", "stage", "unit"),)

    form_no: Line = field("Số biểu", "Ví dụ: 113/CK TC-NSNN.", aliases=("so_bieu", "bieu"))
    title: Line = field("Tên biểu", "Tên đầy đủ.", aliases=("ten", "tieu_de"))
    year: Year = field("Năm ngân sách", "Năm của ngân sách.", aliases=("nam",), english="Budget year")
    stage: Stage = field("Giai đoạn", "Dự toán, thực hiện hay quyết toán.", aliases=("giai_doan",))
    unit: UnitRef | None = field("Đơn vị công khai", "Bỏ trống thì là cơ quan của trang.", None)
    money_unit: MoneyUnit | None = field(
        "Đơn vị tính", "đồng, nghìn đồng hay triệu đồng.", None, english="Unit of money"
    )
    columns: tuple[BudgetColumn, ...] = field("Các cột số liệu", "Theo thứ tự, từ trái sang.")
    rows: tuple[BudgetRow, ...] = field("Các dòng", "Theo thứ tự của biểu.")
    total_words: Line | None = field("Tổng bằng chữ", "Dòng “Bằng chữ” của biểu.", None, english="In words")
    words_column: Whole = field(
        "Cột ghi bằng chữ",
        "Tổng bằng chữ nói về cột thứ mấy.",
        1,
        not_shown="Chỉ để lệnh kiểm tra đối chiếu dòng bằng chữ với đúng cột.",
    )
    explanation: Prose | None = field(
        "Thuyết minh", "Thuyết minh tình hình, Markdown.", None, english="Explanation of the figures"
    )
    decision: DocumentRef | None = field(
        "Quyết định công bố", "Quyết định công bố công khai ngân sách.", None, english="Decision of publication"
    )
    resolution: DocumentRef | None = field(
        "Nghị quyết, văn bản gửi HĐND",
        "Văn bản mà thời hạn công khai tính từ ngày của nó.",
        None,
        english="Rests on",
        page="Căn cứ",
    )
    due_on: Day | None = field("Hạn công khai", "Ngày cuối phải công khai, nếu biết.", None, english="Last day for it")
    posted_from: Day | None = field("Niêm yết từ", "Ngày đầu niêm yết tại trụ sở.", None)
    posted_to: Day | None = field("Niêm yết đến", "Ngày cuối niêm yết.", None)
    file: SiteFile | None = field("Tệp", "Bản ký số trong `files/`.", None)

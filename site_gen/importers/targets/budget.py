"""A budget table out of a form of publication: `budgets/<id>.yml`. Its columns of figures are whatever it has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import fold
from site_gen.importers.assembly import Whole, assemble, likeliest
from site_gen.importers.columns import Column, likeness, match
from site_gen.importers.draft import Doubt, Draft, unsaid
from site_gen.importers.importing import Asked, Imported
from site_gen.importers.rows import Row, RowKind
from site_gen.importers.table import Book, Place
from site_gen.importers.targets.numbers import figure_in, money_unit_of

NAME = "budget"
_NUMBER = Column("row", ("STT", "TT", "Số TT"), "số thứ tự")
_LABEL = Column("label", ("Nội dung", "Chỉ tiêu", "Khoản mục", "Nội dung thu", "Nội dung chi"), "nội dung")
_FIGURES = ("Dự toán", "Dự toán năm", "Quyết toán", "Thực hiện", "So sánh", "Tỷ lệ", "Thu NSNN", "Thu ngân sách xã", "Tổng số", "Ước thực hiện",
            "Đầu tư phát triển", "Thường xuyên", "Cùng kỳ", "Số tiền")  # fmt: skip  # a list
_FORM = re.compile(
    r"[Bb]iểu\s+(?:mẫu\s+)?(?:số\s*)?:?\s*(?P<no>\d{2,3}\s*/\s*CK\s*[-–]?\s*(?:TC\s*[-–]\s*)?NSNN)", re.IGNORECASE
)
_YEAR = re.compile(r"năm\s+(20\d\d)", re.IGNORECASE)
_UNIT = re.compile(r"đơn vị(?: tính)?\s*:?\s*(?P<unit>[^()\n]{3,20})", re.IGNORECASE)
_STAGES = (
    (r"\bquyet toan\b", "final_accounts"), (r"\b(?:9|09|chin) thang\b", "m9"), (r"\b(?:6|06|sau) thang\b", "h1"),
    (r"\b(?:quy i|3 thang|03 thang|quy 1)\b", "q1"), (r"\btrinh\b", "submitted"), (r"\bdu toan\b", "approved"), (r"\bthuc hien\b", "year"),
)  # fmt: skip  # a table


def headed(texts: Sequence[str]) -> float:
    """How likely texts are the headings of a budget table: a column of contents, and columns of figures."""
    if not match(list(texts), (_LABEL,)):
        return 0.0
    return sum(likeness(text, _FIGURES) > 0.7 for text in texts) / 2


def fits(book: Book) -> float:
    """How likely a file is a budget table: it calls itself a form of publication, or looks like one."""
    text = " ".join(
        [
            *(line.text for line in book.paragraphs[:20]),
            *(
                cell.line
                for table in book.tables[:2]
                for row in range(min(6, table.height))
                for cell in table.row(row)
                if cell
            ),
        ]
    )
    form = 1.2 if _FORM.search(text) else 0.0
    return max(form, likeliest(book, headed))


def read(book: Book, asked: Asked) -> Imported:
    """The draft of a budget table."""
    wholes = assemble(book, headed)
    whole = max(wholes, key=lambda one: len(one.rows), default=None)
    doubts: list[Doubt] = []
    if whole is None:
        doubts.append(Doubt("IMP013", Place(), "", msg("no table with contents and figures was found"), Severity.ERROR))
        return Imported(NAME, [], doubts, [], 0)
    text = " ".join([*(line.text for line in book.paragraphs[:30]), *whole.above])
    columns = match(whole.headings, (_NUMBER, _LABEL))
    label = next((number for number, found in columns.items() if found.column.key == "label"), 1)
    figures = [number for number, heading in enumerate(whole.headings) if number not in columns and heading]
    rows = [_row(row, whole, label, figures, doubts) for row in whole.rows if row.kind is not RowKind.NOTE]
    year, form, unit = _YEAR.search(text), _FORM.search(text), _UNIT.search(text)
    stage = next((stage for words, stage in _STAGES if re.search(words, fold(text))), "")
    data: dict[str, object] = {
        "draft": "có",
        "form_no": " ".join(form["no"].split()) if form else unsaid("form_no"),
        "title": _title(whole, text) or unsaid("title"),
        "year": year[1] if year else unsaid("year"),
        "stage": stage or unsaid("stage"),
        "money_unit": money_unit_of(unit["unit"]) if unit else "",
        "columns": [{"label": whole.headings[number]} for number in figures],
        "rows": rows,
    }
    name = asked.id or "-".join(filter(None, (year[1] if year else "", stage.replace("_", "-") or "bieu")))
    draft = Draft(f"budgets/{name}.yml", data, "", asked.said(book.name))
    mapping = [(heading, columns.get(number)) for number, heading in enumerate(whole.headings)]
    return Imported(NAME, [draft], doubts, mapping, len(rows))


def _row(row: Row, whole: Whole, label: int, figures: list[int], doubts: list[Doubt]) -> dict[str, object]:
    values: list[str] = []
    for number in figures:
        cell = row.cells.get(number)
        figure = figure_in(cell) if cell is not None else None
        if cell is not None and cell.text and figure is None and cell.text.strip() not in ("-", "–"):
            doubts.append(Doubt("IMP019", cell.at, cell.line, msg("this is not a number")))
        values.append(figure.verbatim if figure is not None else "-")
    level = _level(row.number)
    return {
        "no": row.number,
        "label": row.text(label) or row.title,
        "level": str(level),
        "kind": "total" if row.kind is RowKind.TOTAL else "",
        "values": " | ".join(values),
    }


def _level(number: str) -> int:
    """How deep a row stands by its number: A, then I, then 1, then 1.1, then a."""
    if not number or re.fullmatch(r"[A-HĐ]", number):
        return 1
    if re.fullmatch(r"[IVX]+", number):
        return 2
    if number[0].isdigit():
        return 3 + number.count(".")
    return 5


def _title(whole: Whole, text: str) -> str:
    lines = [line for line in whole.above if len(line) > 12 and not _FORM.search(line) and not _UNIT.match(line)]
    return next((line for line in lines if re.search(r"\b(?:ngan sach|thu|chi|quyet toan|du toan)\b", fold(line))), "")

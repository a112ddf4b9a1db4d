"""Inspections of administrative reform (kiểm tra công tác CCHC)."""

from pathlib import Path

from site_gen.kind import Kind
from site_gen.kinds.inspection.model import Inspection
from site_gen.kinds.inspection.moments import lives, url
from site_gen.kinds.inspection.pages import SECTION, pages, panels
from site_gen.kinds.inspection.rules import RULES
from site_gen.kinds.inspection.tables import tables
from site_gen.model.entry import Form

KIND = Kind(
    name="inspection",
    label="Kiểm tra cải cách hành chính",
    help="Đợt kiểm tra trong năm: nơi được kiểm tra, kết luận, việc phải khắc phục.",
    folder=Path(__file__).parent,
    forms=(
        Form(
            "inspection",
            Inspection,
            "inspections/*.yml",
            "kiem-tra-day-du",
            called=("kiểm tra", "thanh tra", "đoàn kiểm tra"),
        ),
    ),
    rules=RULES,
    pages=pages,
    names=lambda entry: (entry.model.title,),
    label_of=lambda entry: entry.model.title,
    url_of=lambda entry: url(entry.id),
    panels=panels,
    section=SECTION,
    lives=lives,
    tables=tables,
)

"""Satisfaction surveys (khảo sát hài lòng)."""

from pathlib import Path

from site_gen.kind import Kind
from site_gen.kinds.survey.model import Survey
from site_gen.kinds.survey.moments import lives, url
from site_gen.kinds.survey.pages import SECTION, pages, panels
from site_gen.kinds.survey.rules import RULES
from site_gen.kinds.survey.series import hidden_files
from site_gen.kinds.survey.tables import tables
from site_gen.model.entry import Entry, Form


def _label(entry: Entry[Survey]) -> str:
    return f"Khảo sát hài lòng về {entry.model.object.label}, {entry.model.period}"


KIND = Kind(
    name="survey",
    label="Khảo sát hài lòng",
    help="Kết quả lấy ý kiến người dân, doanh nghiệp: bao nhiêu phiếu, bao nhiêu phần trăm hài lòng, mục tiêu là bao "
    "nhiêu; kết quả tháng, quý đăng chậm nhất ngày 15 tháng sau.",
    folder=Path(__file__).parent,
    forms=(Form("survey", Survey, "surveys/*.yml", "khao-sat-day-du", called=("khảo sát", "hài lòng", "sự hài lòng")),),
    rules=RULES,
    pages=pages,
    names=lambda entry: (_label(entry),),
    label_of=_label,
    url_of=lambda entry: url(entry.id),
    panels=panels,
    section=SECTION,
    lives=lives,
    tables=tables,
    hidden_files=hidden_files,
)

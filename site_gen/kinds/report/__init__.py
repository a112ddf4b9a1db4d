"""Periodic reports (báo cáo định kỳ)."""

from pathlib import Path

from site_gen.kind import Kind
from site_gen.kinds.report.model import Report
from site_gen.kinds.report.moments import SECTION, lives, url
from site_gen.kinds.report.pages import pages, panels
from site_gen.kinds.report.rules import RULES
from site_gen.kinds.report.tables import tables
from site_gen.model.entry import Form

KIND = Kind(
    name="report",
    label="Báo cáo định kỳ",
    help="Báo cáo tháng, quý, 6 tháng, năm: kỳ, hạn, ngày gửi, số liệu chính, văn bản.",
    folder=Path(__file__).parent,
    forms=(Form("report", Report, "reports/*.md", "bao-cao-day-du", called=("báo cáo",)),),
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

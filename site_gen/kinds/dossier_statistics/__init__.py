"""Dossier statistics (thống kê hồ sơ)."""

from pathlib import Path

from site_gen.kind import Kind
from site_gen.kinds.dossier_statistics import rules, rules_series
from site_gen.kinds.dossier_statistics.model import DossierStatistics
from site_gen.kinds.dossier_statistics.moments import SECTION, lives, url
from site_gen.kinds.dossier_statistics.pages import pages, panels
from site_gen.kinds.dossier_statistics.sheets import sheets
from site_gen.kinds.dossier_statistics.tables import tables
from site_gen.model.entry import Form

KIND = Kind(
    name="dossier_statistics",
    label="Thống kê hồ sơ",
    help="Số hồ sơ tiếp nhận, giải quyết, quá hạn của từng đơn vị trong một kỳ; số của một tháng đăng chậm nhất ngày "
    "15 tháng sau.",
    folder=Path(__file__).parent,
    forms=(
        Form(
            "dossier_statistics",
            DossierStatistics,
            "dossiers/*.yml",
            called=("thống kê", "hồ sơ", "statistics", "số liệu", "thống kê hồ sơ"),
        ),
    ),
    rules=(*rules.RULES, *rules_series.RULES),
    pages=pages,
    names=lambda entry: (f"Thống kê hồ sơ {entry.model.period}",),
    label_of=lambda entry: f"Thống kê hồ sơ {entry.model.period}",
    url_of=lambda entry: url(entry.model.period),
    panels=panels,
    section=SECTION,
    lives=lives,
    tables=tables,
    sheets=sheets,
)
